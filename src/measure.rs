//! What protects the rows, made to be switched off, so that a benchmark can tell what each costs.
//!
//! Only a build with the feature `measure` can switch anything off, and such a build refuses to run any command
//! ([`crate::cli`]). In every other build [`Protection::is_off`] is a constant, and nothing of this is left in the program.

#[cfg(feature = "measure")]
use std::sync::atomic::{AtomicU8, Ordering};

/// One of the four that filing pays for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Protection {
    /// Sealing of what is stored. What is not sealed keeps its form and length.
    Encryption = 1,
    /// Keyed hashes to search by. What stands in their place is as long, and anybody can compute it.
    BlindIndex = 2,
    /// Entries of the audit record.
    Audit = 4,
    /// The roles of PostgreSQL, under which its policies hold. SQLite has none.
    Isolation = 8,
}

#[cfg(feature = "measure")]
static OFF: AtomicU8 = AtomicU8::new(0);

impl Protection {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Encryption, Self::BlindIndex, Self::Audit, Self::Isolation];

    /// Its name in the benchmark.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Encryption => "encryption",
            Self::BlindIndex => "blind_index",
            Self::Audit => "audit",
            Self::Isolation => "isolation",
        }
    }

    /// Switches it off for the rest of the process. Rows that are written from here on are of no use to any other.
    #[cfg(feature = "measure")]
    pub fn switch_off(self) {
        OFF.fetch_or(self as u8, Ordering::SeqCst);
    }

    /// Whether it is switched off.
    #[cfg(feature = "measure")]
    pub(crate) fn is_off(self) -> bool {
        OFF.load(Ordering::Relaxed) & self as u8 != 0
    }

    /// Never: this build cannot switch it off.
    #[cfg(not(feature = "measure"))]
    #[expect(clippy::unused_self, reason = "so that whoever asks need not know how the program was built")]
    pub(crate) const fn is_off(self) -> bool {
        false
    }
}
