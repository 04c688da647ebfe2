//! JSON of the audit record.

use entity::id::{AuditEntryId, OrganisationId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::audit::AuditAction;
use crate::ledger::{Entry, Hash};
use crate::service::audit::{Consistency, Inclusion, LatestCheckpoint};

/// Who did what to which record. Never content.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditEntry {
    /// Its id.
    pub id: AuditEntryId,
    /// Whose data it is about; all zeros for shared data.
    pub organisation_id: OrganisationId,
    /// Who: id of a client, a controller or a person, or `system`.
    #[schema(example = "system")]
    pub actor: String,
    /// What was done.
    #[schema(value_type = AuditAction)]
    pub action: String,
    /// To which record: its id, or the kind of records when the entry stands for many.
    #[schema(example = "data_subject")]
    pub subject: String,
    /// How many records it stands for.
    pub record_count: i64,
    /// SHA-256 over the ids of the records, 16 bytes each, in their order, when it stands for many; 64 hexadecimal digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub records_digest: Option<String>,
    /// To whom it was disclosed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient: Option<String>,
    /// The call it belongs to, by the `trace_id` that the caller was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace_id: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl From<Entry> for AuditEntry {
    fn from(entry: Entry) -> Self {
        Self {
            id: entry.id,
            organisation_id: entry.organisation,
            actor: entry.actor,
            action: entry.action,
            subject: entry.subject,
            record_count: entry.record_count,
            records_digest: entry.records_digest.as_deref().and_then(Hash::read).map(|digest| digest.to_string()),
            recipient: entry.recipient,
            trace_id: entry.trace_id,
            at: entry.at,
        }
    }
}

/// A page of the audit record.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditEntryPage {
    /// The entries, in the order of the log.
    pub items: Vec<AuditEntry>,
    /// Where to go on, now or later. Always there; keep it.
    pub next_cursor: String,
    /// Address of what follows, relative to the server.
    pub next: String,
    /// Whether more entries are there already.
    pub more: bool,
}

/// Size and root of the audit log, signed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditCheckpoint {
    /// The name of the log, which is also that of the key.
    #[schema(example = "recourse.example/audit/org_0193d2b4a1c07e3f8b6a5d4c3b2a1908")]
    pub origin: String,
    /// Entries in the log.
    pub size: u64,
    /// The root of the tree, 64 hexadecimal digits.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub root: String,
    /// When that was so.
    pub at: Timestamp,
    /// How many of its first entries are kept as leaves alone, because their time is over (`audit_days` of the organisation's
    /// `retention`): they are proven and no longer told.
    pub cut: u64,
    /// The signed note, as it is to be kept: all of the above in its text, and the signature.
    pub note: String,
    /// The key that signs now, in the form that tools for signed notes take. Its public half stands in `/.well-known/jwks.json` too.
    pub verifier_key: String,
}

impl From<LatestCheckpoint> for AuditCheckpoint {
    fn from(latest: LatestCheckpoint) -> Self {
        Self {
            origin: latest.checkpoint.origin,
            size: latest.checkpoint.size,
            root: latest.checkpoint.root.to_string(),
            at: latest.checkpoint.at,
            cut: latest.cut,
            note: latest.note,
            verifier_key: latest.verifier_key,
        }
    }
}

/// The proof that an entry is in the audit log.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditInclusionProof {
    /// The entry.
    pub entry_id: AuditEntryId,
    /// Its index in the log, from 0.
    pub index: u64,
    /// Entries in the log that is meant.
    pub size: u64,
    /// The hash of the entry's leaf, 64 hexadecimal digits.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub leaf_hash: String,
    /// The root of the log of that size, 64 hexadecimal digits.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub root: String,
    /// The hashes of the proof, from the leaf up, 64 hexadecimal digits each.
    pub hashes: Vec<String>,
}

impl From<Inclusion> for AuditInclusionProof {
    fn from(proof: Inclusion) -> Self {
        Self {
            entry_id: proof.entry.id,
            index: proof.index,
            size: proof.size,
            leaf_hash: proof.entry.hash().to_string(),
            root: proof.root.to_string(),
            hashes: proof.hashes.iter().map(Hash::to_string).collect(),
        }
    }
}

/// The proof that the audit log of one size is the beginning of that of another.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditConsistencyProof {
    /// The smaller size.
    pub from: u64,
    /// The larger size.
    pub to: u64,
    /// The root of the smaller log, 64 hexadecimal digits.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub from_root: String,
    /// The root of the larger log, 64 hexadecimal digits.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub to_root: String,
    /// The hashes of the proof, 64 hexadecimal digits each.
    pub hashes: Vec<String>,
}

impl From<Consistency> for AuditConsistencyProof {
    fn from(proof: Consistency) -> Self {
        Self {
            from: proof.from,
            to: proof.to,
            from_root: proof.from_root.to_string(),
            to_root: proof.to_root.to_string(),
            hashes: proof.hashes.iter().map(Hash::to_string).collect(),
        }
    }
}
