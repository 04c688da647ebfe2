//! Calendars that other programs fetch.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("calendar_feed")
            .uuid("organisation_id")
            .uuid("id")
            .text("name")
            .text("titles")
            .uuid_null("campaign_id")
            .uuid_null("controller_id")
            .bytes("secret_hash")
            .bytes_null("content_hash")
            .int("sequence")
            .at("content_at")
            .at("created_at")
            .at("updated_at")
            .key(&["organisation_id", "id"])
            // The address names the calendar by its secret alone.
            .index("calendar_feed_by_secret", &["secret_hash"], None)
            .refers(&["organisation_id"], "organisation", &["id"]),
    ]
}
