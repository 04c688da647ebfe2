//! Sandboxes: their clocks, and what their simulated controllers will say.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("sandbox")
            .uuid("organisation_id")
            .big("ahead_micros")
            .at_null("moving_to")
            .key(&["organisation_id"])
            .refers(&["organisation_id"], "organisation", &["id"]),
        TableSpec::new("simulation")
            .uuid("organisation_id")
            .uuid("request_id")
            .uuid("controller_id")
            .text("behaviour")
            .at("received_at")
            .at_null("informed_at")
            .int("said")
            .at_null("next_due")
            .key(&["organisation_id", "request_id"])
            .index("simulation_due", &["next_due"], Some("next_due IS NOT NULL"))
            .refers(&["organisation_id", "request_id"], "request", &["organisation_id", "id"]),
    ]
}
