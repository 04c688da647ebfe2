//! The logs of audit entries: how far each has come, the nodes of its tree, and what was signed of it.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("audit_log")
            .uuid("organisation_id")
            .big("size")
            .big("tx_no")
            .uuid("entry_id")
            .key(&["organisation_id"]),
        TableSpec::new("audit_tile")
            .uuid("organisation_id")
            .int("level")
            .big("number")
            .bytes("hashes")
            .big_null("first_tx_no")
            .uuid_null("first_entry_id")
            .key(&["organisation_id", "level", "number"])
            // In which tile an entry is.
            .index("audit_tile_by_first", &["organisation_id", "first_tx_no", "first_entry_id"], Some("level = 0")),
        TableSpec::new("audit_checkpoint")
            .uuid("organisation_id")
            .big("size")
            .text("note")
            .at("signed_at")
            .key(&["organisation_id", "size"]),
    ]
}
