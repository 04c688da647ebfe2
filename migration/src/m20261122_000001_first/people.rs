//! People, their keys and their mandates. They come in bulk, so that nothing here is a foreign key: see `docs/decisions/0008`.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("data_subject")
            .uuid("organisation_id")
            .uuid("id")
            .bytes("identity_index")
            .bytes_null("email_index")
            .bytes_null("phone_index")
            .bytes("profile")
            .int("version")
            .at("created_at")
            .at("updated_at")
            .at_null("erased_at")
            .key(&["organisation_id", "id"])
            .unique("data_subject_identity", &["organisation_id", "identity_index"], None)
            .index("data_subject_email", &["organisation_id", "email_index"], Some("email_index IS NOT NULL"))
            .index("data_subject_phone", &["organisation_id", "phone_index"], Some("phone_index IS NOT NULL")),
        TableSpec::new("subject_key")
            .uuid("organisation_id")
            .uuid("data_subject_id")
            .bytes("wrapped")
            .at("created_at")
            .key(&["organisation_id", "data_subject_id"]),
        TableSpec::new("erased_person")
            .uuid("organisation_id")
            .bytes("identity_index")
            .day("signed_until")
            .key(&["organisation_id", "identity_index"]),
        TableSpec::new("mandate")
            .uuid("organisation_id")
            .uuid("id")
            .uuid("data_subject_id")
            .text("powers")
            .bytes_null("words")
            .day("signed_on")
            .day("valid_from")
            .day_null("valid_until")
            .text("evidence_kind")
            .bytes_null("evidence_sha256")
            .text("state")
            .at_null("ended_at")
            .at_null("stopped_at")
            .int("version")
            .at("created_at")
            .at("updated_at")
            .key(&["organisation_id", "id"])
            .index("mandate_of_subject", &["organisation_id", "data_subject_id", "id"], None)
            .index(
                "mandate_expiry",
                &["valid_until"],
                Some("state IN ('active', 'not_yet_valid') AND valid_until IS NOT NULL"),
            )
            .index("mandate_to_stop", &["ended_at"], Some("ended_at IS NOT NULL AND stopped_at IS NULL")),
    ]
}
