//! What controllers answer, what they are told when they ask back, and what is found in it.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("response")
            .uuid("organisation_id")
            .uuid("id")
            .uuid("request_id")
            .uuid("controller_id")
            .text("kind")
            .bytes_null("content")
            .text("via")
            .text_null("message_id")
            .int("lateness_days")
            .at("received_at")
            .key(&["organisation_id", "id"])
            .index("response_of_request", &["organisation_id", "request_id", "id"], None)
            .index("response_kept", &["organisation_id", "received_at"], Some("content IS NOT NULL")),
        TableSpec::new("attachment")
            .uuid("organisation_id")
            .uuid("id")
            .uuid("request_id")
            .uuid_null("response_id")
            .uuid("controller_id")
            .text("media_type")
            .big("size")
            .bytes("sha256")
            .bytes("file_name")
            .at("created_at")
            .key(&["organisation_id", "id"])
            .index("attachment_of_request", &["organisation_id", "request_id", "id"], None)
            .index("attachment_unnamed", &["created_at"], Some("response_id IS NULL")),
        TableSpec::new("attachment_part")
            .uuid("organisation_id")
            .uuid("attachment_id")
            .int("part_no")
            .bytes("sealed")
            .key(&["organisation_id", "attachment_id", "part_no"])
            .refers(&["organisation_id", "attachment_id"], "attachment", &["organisation_id", "id"]),
        TableSpec::new("supply")
            .uuid("organisation_id")
            .uuid("id")
            .uuid("request_id")
            .uuid("controller_id")
            .text_null("kind")
            .bytes("content")
            .at("supplied_at")
            .key(&["organisation_id", "id"])
            .index("supply_of_request", &["organisation_id", "request_id", "id"], None),
        TableSpec::new("finding")
            .uuid("organisation_id")
            .uuid("id")
            .uuid("request_id")
            .text("code")
            .int("severity")
            .day("found_on")
            .text("facts")
            .at("created_at")
            .key(&["organisation_id", "id"])
            .index("finding_of_request", &["organisation_id", "request_id", "id"], None),
    ]
}
