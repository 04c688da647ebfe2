//! The directory of controllers and where messages go.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("reference_revision")
            .text("kind")
            .text("version")
            .text("content")
            .bytes("digest")
            .text("imported_by")
            .at("imported_at")
            .key(&["kind", "version"]),
        TableSpec::new("controller")
            .uuid("id")
            .uuid_null("owner_organisation_id")
            .text("slug")
            .text("name")
            .text("aliases")
            .text("search_text")
            .text_null("country")
            .text_null("subdivision")
            .text_null("language")
            .text("categories")
            .text("channels")
            .text("identity_elements")
            .bool("needs_id_document")
            .text_null("postal_address")
            .text("quality")
            .text("source")
            .bytes_null("source_digest")
            .text("state")
            .uuid_null("redirect_to")
            .bytes_null("callback_keys")
            .int("version")
            .at("created_at")
            .at("updated_at")
            .key(&["id"])
            .unique("controller_slug_shared", &["slug"], Some("owner_organisation_id IS NULL"))
            .unique(
                "controller_slug_own",
                &["owner_organisation_id", "slug"],
                Some("owner_organisation_id IS NOT NULL"),
            )
            .index("controller_by_name", &["name", "id"], None),
        TableSpec::new("receiver")
            .uuid("id")
            .text("kind")
            .uuid_null("organisation_id")
            .text("url")
            .text("mode")
            .bytes("secrets")
            .int("max_concurrency")
            .int_null("max_per_minute")
            .text("state")
            .at_null("failing_since")
            .at_null("paused_until")
            .text("proof")
            .at_null("proof_at")
            .text_null("proof_failure")
            .int("proof_challenges")
            .at_null("proof_due_at")
            .uuid_null("lease_id")
            .at_null("lease_until")
            .at("created_at")
            .at("updated_at")
            .key(&["id"])
            .index("receiver_to_prove", &["proof_due_at"], Some("proof_due_at IS NOT NULL")),
        TableSpec::new("inbox_item")
            .uuid("controller_id")
            .big("tx_no")
            .uuid("id")
            .uuid("organisation_id")
            .text("kind")
            .uuid_null("request_id")
            .int("request_count")
            .at("created_at")
            .key(&["controller_id", "tx_no", "id"])
            .index("inbox_item_by_id", &["controller_id", "id"], None),
    ]
}
