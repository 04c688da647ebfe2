//! Representative complaints: who is in them, what became of them, and their files.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("complaint")
            .uuid("organisation_id")
            .uuid("id")
            .uuid("controller_id")
            .uuid_null("split_from")
            .text("form")
            .text("language")
            .text_null("authority")
            .text("state")
            .text("standing")
            .bytes("content")
            .text("points")
            .text("missing")
            .int("people_count")
            .int("left_out_count")
            .int("incomplete_count")
            .int("request_count")
            .text("file_state")
            .int("build_no")
            .int("built_people")
            .at_null("built_at")
            .uuid_null("lease_id")
            .at_null("lease_until")
            .at_null("next_due")
            .at_null("check_due")
            .int("version")
            .at("created_at")
            .at("updated_at")
            .key(&["organisation_id", "id"])
            .index("complaint_of_controller", &["organisation_id", "controller_id", "id"], None)
            .index("complaint_to_build", &["lease_until"], Some("file_state IN ('queued', 'building')"))
            .index("complaint_due", &["next_due"], Some("next_due IS NOT NULL"))
            .refers(&["organisation_id"], "organisation", &["id"]),
        TableSpec::new("complaint_person")
            .uuid("organisation_id")
            .uuid("complaint_id")
            .int("number")
            .uuid("data_subject_id")
            .uuid_null("mandate_id")
            .text_null("left_out")
            .text("missing")
            .text_null("outcome")
            .key(&["organisation_id", "complaint_id", "number"])
            .unique(
                "complaint_person_once",
                &["organisation_id", "complaint_id", "data_subject_id"],
                None,
            )
            .index("complaint_of_person", &["organisation_id", "data_subject_id"], None)
            .index("complaint_of_mandate", &["organisation_id", "mandate_id"], Some("left_out IS NULL"))
            .refers(&["organisation_id", "complaint_id"], "complaint", &["organisation_id", "id"]),
        TableSpec::new("complaint_request")
            .uuid("organisation_id")
            .uuid("complaint_id")
            .int("number")
            .uuid("request_id")
            .key(&["organisation_id", "complaint_id", "number", "request_id"])
            .index("complaint_of_request", &["organisation_id", "request_id"], None)
            .refers(&["organisation_id", "complaint_id"], "complaint", &["organisation_id", "id"]),
        TableSpec::new("complaint_entry")
            .uuid("organisation_id")
            .uuid("id")
            .uuid("complaint_id")
            .text("step")
            .day("happened_on")
            .bytes_null("content")
            .uuid_null("file_id")
            .text("author")
            .at("recorded_at")
            .key(&["organisation_id", "id"])
            .index("complaint_entry_of", &["organisation_id", "complaint_id", "id"], None)
            .refers(&["organisation_id", "complaint_id"], "complaint", &["organisation_id", "id"]),
        TableSpec::new("complaint_file")
            .uuid("organisation_id")
            .uuid("id")
            .uuid("complaint_id")
            .int("build_no")
            .text("edition")
            .text("name")
            .int_null("person_number")
            .uuid_null("data_subject_id")
            .text("media_type")
            .big("size")
            .bytes("sha256")
            .int_null("pages")
            .at("created_at")
            .key(&["organisation_id", "id"])
            .unique(
                "complaint_file_name",
                &["organisation_id", "complaint_id", "build_no", "edition", "name"],
                None,
            )
            .refers(&["organisation_id", "complaint_id"], "complaint", &["organisation_id", "id"]),
        TableSpec::new("complaint_file_part")
            .uuid("organisation_id")
            .uuid("file_id")
            .int("part_no")
            .bytes("sealed")
            .key(&["organisation_id", "file_id", "part_no"])
            .refers(&["organisation_id", "file_id"], "complaint_file", &["organisation_id", "id"]),
    ]
}
