//! API clients: making them, what they prove with who they are, giving them tokens, knowing them again, and the review of what
//! they may do and do (Z-12).

mod known;
mod make;
mod proofs;
mod review;
mod tell;
mod token;
mod uses;

pub(super) use known::KnownClients;
pub use known::{GenuineToken, Identity, authenticate, verify_token};
pub use make::{MadeClient, NewClient, Party, Wanted, create_for, create_in, create_operator, revoke};
pub use proofs::{KEPT_ENDED, MAX_KEYS, MAX_OVERLAP, MAX_SECRETS, NewProof, Proven, add, end, forget_spent, list, one};
pub use review::{DISUSED_AFTER, Reviewed, ScopeReview, review};
pub use token::{IssuedToken, Presented, issue_token};
pub(super) use uses::Uses;
pub use uses::{keep_uses, note_use};
