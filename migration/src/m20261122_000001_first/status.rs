//! Links by which people see what is done in their name.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("status_link")
            .uuid("organisation_id")
            .uuid("data_subject_id")
            .uuid("id")
            .bytes("secret_hash")
            .at_null("expires_at")
            .at("created_at")
            .at_null("revoked_at")
            .key(&["organisation_id", "data_subject_id", "id"])
            // The address names the link by its secret alone.
            .index("status_link_by_secret", &["secret_hash"], None)
            .refers(&["organisation_id", "data_subject_id"], "data_subject", &["organisation_id", "id"]),
    ]
}
