//! Instance, tenants, clients and idempotency.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("instance")
            .int("id")
            .text("issuer")
            .bytes("master_key_check")
            .big("position_base")
            .at("created_at")
            .at_null("restored_at")
            .at_null("restoring_since")
            .key(&["id"]),
        TableSpec::new("signing_key")
            .uuid("id")
            .text("purpose")
            .bytes("sealed")
            .bytes("public_key")
            .at("created_at")
            .at_null("retired_at")
            .key(&["id"]),
        TableSpec::new("organisation")
            .uuid("id")
            .text("name")
            .text("country")
            .text("language")
            .text_null("contact_email")
            .text_null("website")
            .text("state")
            .text("eligibility")
            .text("retention")
            .bytes("wrapped_key")
            .int("version")
            .at("created_at")
            .at("updated_at")
            .key(&["id"])
            // The few whose work is not taken.
            .index("organisation_not_active", &["id"], Some("state <> 'active'")),
        TableSpec::new("client")
            .uuid("id")
            .text("kind")
            .uuid_null("organisation_id")
            .uuid_null("controller_id")
            .text_null("authority")
            .text("name")
            .text("scopes")
            .text("roles")
            .at("created_at")
            .at_null("revoked_at")
            .at_null("last_used_at")
            .key(&["id"])
            .index("client_of_organisation", &["organisation_id", "id"], None)
            .index("client_of_controller", &["controller_id", "id"], None)
            .index("client_of_authority", &["authority", "id"], Some("authority IS NOT NULL")),
        TableSpec::new("client_credential")
            .uuid("client_id")
            .uuid("id")
            .bytes_null("secret_hash")
            .text_null("public_key")
            .at("created_at")
            .at_null("ends_at")
            .at_null("last_used_at")
            .key(&["client_id", "id"])
            .index("client_credential_end", &["ends_at"], Some("ends_at IS NOT NULL"))
            .refers(&["client_id"], "client", &["id"]),
        TableSpec::new("client_assertion")
            .uuid("client_id")
            .bytes("id_hash")
            .at("expires_at")
            // The key decides which of two calls at the same moment came first.
            .key(&["client_id", "id_hash"])
            .index("client_assertion_expiry", &["expires_at"], None),
        TableSpec::new("client_scope_use")
            .uuid("client_id")
            .text("scope")
            .at("last_used_at")
            .key(&["client_id", "scope"])
            .refers(&["client_id"], "client", &["id"]),
        TableSpec::new("idempotency_key")
            .uuid("caller_id")
            .bytes("key_hash")
            .bytes("body_hash")
            .int("status")
            .bytes("sealed_body")
            .at("created_at")
            .at("expires_at")
            .key(&["caller_id", "key_hash"])
            .index("idempotency_key_expiry", &["expires_at"], None),
    ]
}
