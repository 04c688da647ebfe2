//! What both databases' limits have in common.

/// Tables that filing fills.
pub const TABLES: [&str; 8] =
    ["data_subject", "subject_key", "mandate", "request", "delivery", "event", "batch_line", "audit_entry"];

/// How fast the database takes in the rows alone.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Limit {
    pub rows: u64,
    pub seconds: f64,
}
