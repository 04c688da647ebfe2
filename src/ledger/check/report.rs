//! What came of a check.

use std::fmt;

use entity::id::AuditEntryId;
use jiff::Timestamp;

use crate::crypto::note::NoteError;
use crate::ledger::tree::Node;

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// An entry says something else than when it was taken into the log.
    EntryChanged,
    /// An entry of the log is no longer there.
    EntryMissing,
    /// An entry stands between those of the log and was never taken into it.
    EntryInserted,
    /// The entries are there, in another order.
    OrderChanged,
    /// Entries were changed and the nodes above them made anew; what was signed tells that it was among these.
    Forged {
        /// The index after the last of them.
        until: u64,
    },
    /// A kept node is not the one that follows from the entries.
    NodeChanged(Node),
    /// A node is no longer there.
    NodeMissing(Node),
    /// There are more nodes than the log has.
    NodeInserted,
    /// What is noted of the last entry of the log is not so.
    LastChanged,
    /// A checkpoint is not what was signed.
    CheckpointInvalid {
        /// Its size.
        size: u64,
        /// Why.
        why: NoteError,
    },
    /// A checkpoint is kept under another size, or is one of another log.
    CheckpointMisplaced {
        /// The size under which it is kept.
        size: u64,
    },
    /// The first entries are cut off, and no checkpoint was signed for just these.
    CutUnsigned,
    /// Entries are cut off that are younger than any period lets them go.
    CutTooEarly {
        /// When the checkpoint that ends with them was signed.
        signed: Timestamp,
    },
    /// The checkpoint of the whole log is not there.
    CheckpointMissing,
    /// A checkpoint was signed for more entries than the log has.
    Shrunk {
        /// So many.
        signed: u64,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EntryChanged => f.write_str("entry changed: it says something else than what was taken into the log"),
            Self::EntryMissing => f.write_str("entry missing: it is in the log and no longer stored"),
            Self::EntryInserted => f.write_str("entry inserted: it stands among the entries and is not in the log"),
            Self::OrderChanged => f.write_str("order changed: the log has another entry here, which stands elsewhere"),
            Self::Forged { until } => {
                write!(
                    f,
                    "entries changed together with the nodes above them, between here and {until}: the root is not the signed one"
                )
            }
            Self::NodeChanged(node) => {
                write!(
                    f,
                    "node changed: number {} of height {} does not follow from the entries",
                    node.number, node.height
                )
            }
            Self::NodeMissing(node) => write!(f, "node missing: number {} of height {}", node.number, node.height),
            Self::NodeInserted => f.write_str("nodes inserted: there are more than the log has entries for"),
            Self::LastChanged => f.write_str("place changed: what is noted as the last entry of the log is not"),
            Self::CheckpointInvalid { size, why } => write!(f, "checkpoint's signature wrong: at size {size}, {why}"),
            Self::CheckpointMisplaced { size } => {
                write!(f, "checkpoint changed: at size {size} stands one of another size or log")
            }
            Self::CutUnsigned => {
                f.write_str("entries missing: no checkpoint was signed for just those that are cut off")
            }
            Self::CutTooEarly { signed } => {
                write!(
                    f,
                    "entries missing: they are cut off though they were still to be kept, being signed at {signed}"
                )
            }
            Self::CheckpointMissing => f.write_str("checkpoint missing: no checkpoint is kept for the whole log"),
            Self::Shrunk { signed } => write!(f, "tree shrunk: a checkpoint was signed for {signed} entries"),
        }
    }
}

/// The first thing that does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// The index of the first entry that is concerned.
    pub index: u64,
    /// The entry that stands there, if one does.
    pub entry: Option<AuditEntryId>,
    /// What is wrong.
    pub fault: Fault,
}

impl fmt::Display for Break {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "index {}", self.index)?;
        if let Some(entry) = self.entry {
            write!(f, " ({entry})")?;
        }
        write!(f, ": {}", self.fault)
    }
}

/// What came of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// Entries that are what they were, those that are cut off included, of which the leaves alone were looked at.
    pub entries: u64,
    /// Entries of the log that are cut off, so that what they said could not be looked at.
    pub cut: u64,
    /// Checkpoints whose root was met.
    pub checkpoints: u64,
    /// Entries that are not in the log yet.
    pub waiting: u64,
    /// The first thing that does not fit.
    pub broken: Option<Break>,
}
