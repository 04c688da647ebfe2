//! Events and the audit record.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("event")
            .uuid("organisation_id")
            .big("tx_no")
            .uuid("id")
            .text("kind")
            .uuid_null("request_id")
            .int_null("seq")
            .text_null("subject")
            .text("data")
            .text("author")
            .at("occurred_at")
            .key(&["organisation_id", "tx_no", "id"])
            .unique("event_of_request", &["organisation_id", "request_id", "seq"], Some("request_id IS NOT NULL")),
        TableSpec::new("audit_entry")
            .uuid("organisation_id")
            .big("tx_no")
            .uuid("id")
            .text("actor")
            .text("action")
            .text("subject")
            .big("record_count")
            .bytes_null("records_digest")
            .text_null("recipient")
            .text_null("trace_id")
            .at("at")
            .key(&["organisation_id", "tx_no", "id"])
            .unique("audit_entry_by_id", &["organisation_id", "id"], None)
            // Who has touched a record.
            .index("audit_entry_by_subject", &["organisation_id", "subject", "tx_no", "id"], None),
    ]
}
