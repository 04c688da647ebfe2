//! Templates of letters that organisations write in place of those of the house.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("letter_template")
            .uuid("organisation_id")
            .text("kind")
            .text("language")
            .text("right_kind")
            .text("source")
            .int("version")
            .at("created_at")
            .at("updated_at")
            .key(&["organisation_id", "kind", "language", "right_kind"])
            .refers(&["organisation_id"], "organisation", &["id"]),
    ]
}
