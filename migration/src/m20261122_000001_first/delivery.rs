//! Deliveries, attempts, lanes, tasks and endpoints.

use super::table::TableSpec;

pub(super) fn tables() -> Vec<TableSpec> {
    vec![
        TableSpec::new("delivery")
            .uuid("organisation_id")
            .uuid("id")
            .uuid("receiver_id")
            .uuid_null("controller_id")
            .text("channel")
            .text("kind")
            .uuid_null("request_id")
            .int("request_count")
            .uuid_null("batch_id")
            .uuid_null("campaign_id")
            .text("payload")
            .text("state")
            .int("attempts")
            .at_null("next_attempt_at")
            .text_null("last_failure")
            .at("created_at")
            .at_null("settled_at")
            .key(&["organisation_id", "id"])
            .index("delivery_due", &["organisation_id", "receiver_id", "next_attempt_at"], Some("state = 'pending'"))
            .index("delivery_of_request", &["organisation_id", "request_id", "id"], Some("request_id IS NOT NULL"))
            .index("delivery_of_batch", &["organisation_id", "batch_id", "id"], Some("batch_id IS NOT NULL")),
        TableSpec::new("attempt")
            .uuid("organisation_id")
            .uuid("delivery_id")
            .int("attempt_no")
            .at("started_at")
            .at_null("finished_at")
            .int_null("status")
            .text_null("failure")
            .key(&["organisation_id", "delivery_id", "attempt_no"]),
        TableSpec::new("lane")
            .uuid("organisation_id")
            .uuid("receiver_id")
            .at_null("next_due_at")
            .at("served_at")
            .key(&["organisation_id", "receiver_id"])
            .index("lane_due", &["next_due_at"], Some("next_due_at IS NOT NULL")),
        TableSpec::new("pace")
            .uuid("organisation_id")
            .uuid("campaign_id")
            .uuid("receiver_id")
            .at("window_from")
            .big("sent")
            .at("place_from")
            .big("places")
            .key(&["organisation_id", "campaign_id", "receiver_id"]),
        TableSpec::new("task")
            .uuid("organisation_id")
            .uuid("id")
            .text("kind")
            .text("state")
            .uuid_null("request_id")
            .uuid_null("delivery_id")
            .uuid_null("controller_id")
            .int("request_count")
            .text_null("reason")
            .at("created_at")
            .at_null("done_at")
            .uuid_null("done_by")
            .key(&["organisation_id", "id"])
            .index("task_open", &["organisation_id", "id"], Some("state = 'open'"))
            .index(
                "task_of_request",
                &["organisation_id", "request_id"],
                Some("state = 'open' AND request_id IS NOT NULL"),
            )
            .index("task_of_delivery", &["organisation_id", "delivery_id"], Some("delivery_id IS NOT NULL")),
        TableSpec::new("task_request")
            .uuid("organisation_id")
            .uuid("task_id")
            .uuid("request_id")
            .key(&["organisation_id", "task_id", "request_id"])
            .index("task_naming_request", &["organisation_id", "request_id"], None),
        TableSpec::new("endpoint")
            .uuid("organisation_id")
            .uuid("id")
            .text("description")
            .text("event_kinds")
            .text("state")
            .big("cursor_tx")
            .uuid("cursor_id")
            .int("version")
            .at("created_at")
            .at("updated_at")
            .key(&["organisation_id", "id"])
            .refers(&["organisation_id"], "organisation", &["id"]),
    ]
}
