//! The logs of audit entries: how far each has come, the nodes of its tree, and what was signed of it. And what watches over them:
//! how much who did in each hour, and what of that was out of the ordinary.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("audit_log")
            .uuid("organisation_id")
            .big("size")
            .big("tx_no")
            .uuid("entry_id")
            .big("cut")
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
        TableSpec::new("audit_watch")
            .uuid("organisation_id")
            .big("tx_no")
            .uuid("entry_id")
            .text_null("limits")
            .key(&["organisation_id"]),
        TableSpec::new("audit_tally")
            .uuid("organisation_id")
            .text("actor")
            .big("hour")
            .text("act")
            .big("records")
            .key(&["organisation_id", "actor", "hour", "act"])
            .index("audit_tally_by_hour", &["hour"], None),
        TableSpec::new("audit_alert")
            .uuid("organisation_id")
            .uuid("id")
            .text("kind")
            .text("actor")
            .text("act")
            .at("hour")
            .big("count")
            .big("ordinary")
            .at("noticed_at")
            .key(&["organisation_id", "id"])
            .unique("audit_alert_of_cause", &["organisation_id", "actor", "hour", "kind", "act"], None),
    ]
}
