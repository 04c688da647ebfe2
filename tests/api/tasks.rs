//! Tasks: what a person brings by hand counts as sent and received.

use serde_json::json;

use crate::on_both;
use crate::support::Filing;

on_both! {
    async fn a_letter_that_was_brought_moves_its_request(app) {
        let filing = Filing::with_webhook(app).await;
        let (request, delivery) = filing.file(app, "post", "manual").await;
        let (organisation, controller) = (filing.organisation, filing.controller);
        let task = recourse::store::Task {
            id: app.context.ids.next(),
            kind: recourse::domain::task::TaskKind::DeliverByHand,
            state: recourse::domain::task::TaskState::Open,
            request: Some(request),
            delivery: Some(delivery),
            controller: Some(controller),
            requests: 1,
            reason: None,
            created_at: app.context.clock.now(),
            done_at: None,
            done_by: None,
        };
        let id = task.id;
        app.context.db.write(move |tx| Box::pin(async move { tx.add_tasks(organisation, &[task]).await })).await.unwrap();
        let path = format!("/v1/tasks/{id}:complete");
        filing.member.post(&path, json!({})).await.expect_problem(422, "invalid_field");
        app.clock.advance(jiff::SignedDuration::from_hours(72));
        filing.member.forget_token().await;
        let now = app.context.clock.now();
        let dispatched = now - jiff::SignedDuration::from_hours(48);
        let arrived = (now - jiff::SignedDuration::from_hours(24)).to_zoned(jiff::tz::TimeZone::UTC).date();
        let body = json!({ "dispatched_at": dispatched, "receipt": { "kind": "registered_delivery", "date": arrived } });
        let done = filing.member.post(&path, body).await.expect_status(200);
        assert_eq!((&done["sent"], &done["task"]["state"]), (&json!(1), &json!("done")));
        assert_eq!(filing.delivery(delivery).await["state"], "delivered");
        let found = app.context.db.tenant(organisation).request(request).await.unwrap().unwrap();
        assert_eq!(found.standing.state.lifecycle.as_str(), "received");
        filing.member.post(&path, json!({})).await.expect_problem(409, "illegal_transition");
    }
}
