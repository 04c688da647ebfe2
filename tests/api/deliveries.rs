//! Messages to controllers: once, again under the same id, never without a mandate, never silently lost.

use recourse::demo::sample_controller::Fault;
use recourse::service::Failure;
use recourse::service::deliveries::{self, Ended};
use recourse::store::{RequestFilter, StoreError};
use serde_json::json;

use crate::on_both;
use crate::support::Filing;

on_both! {
    async fn a_request_is_delivered_once_and_becomes_received(app) {
        let filing = Filing::with_webhook(app).await;
        let (request, delivery) = filing.file(app, "webhook", "pending").await;
        app.work().await;
        let messages = filing.inbox.take_new();
        assert_eq!(messages.len(), 1);
        let message = &messages[0];
        assert_eq!((message.id.as_str(), message.kind.as_str(), message.symmetric), (delivery.to_string().as_str(), "request.filed", true));
        assert_eq!((&message.data["request_id"], &message.data["organisation"]["name"], &message.data["right"]), (&json!(request), &json!("Union"), &json!("access")));
        let shown = filing.delivery(delivery).await;
        assert_eq!((&shown["state"], &shown["attempt_count"], &shown["attempts"][0]["status"]), (&json!("delivered"), &json!(1), &json!(204)));
        let found = app.context.db.tenant(filing.organisation).request(request).await.unwrap().unwrap();
        assert_eq!(found.standing.state.lifecycle.as_str(), "received");
        assert!(found.standing.deadline.is_some(), "the clock runs (D-2)");
        let list = filing.member.get(&format!("/v1/deliveries?request_id={request}")).await.expect_status(200);
        assert_eq!(list["items"][0]["id"], json!(delivery));
        app.work().await;
        assert_eq!(filing.inbox.report().duplicates, 0);

        filing.member.post(&format!("/v1/deliveries/{delivery}:resend"), json!({})).await.expect_status(200);
        app.work().await;
        assert_eq!((filing.inbox.report().messages, filing.inbox.report().duplicates, filing.inbox.report().changed), (1, 1, 0));
    }

    async fn a_lost_answer_is_followed_by_the_same_message(app) {
        let filing = Filing::with_webhook(app).await;
        let (_, delivery) = filing.file(app, "webhook", "pending").await;
        filing.inbox.order_faults(1, Fault::LoseAnswer);
        app.work().await;
        let shown = filing.delivery(delivery).await;
        assert_eq!((&shown["state"], &shown["last_failure"]), (&json!("pending"), &json!("server_error")));
        app.clock.advance(jiff::SignedDuration::from_secs(10));
        app.work().await;
        assert_eq!(filing.delivery(delivery).await["state"], "delivered");
        let report = filing.inbox.report();
        assert_eq!((report.messages, report.duplicates, report.changed), (1, 1, 0));
    }

    async fn a_bundle_moves_all_its_requests(app) {
        let filing = Filing::with_webhook(app).await;
        let (requests, delivery) = filing.file_bundle(app, 1_001).await;
        app.work().await;
        let messages = filing.inbox.take_new();
        assert_eq!((messages.len(), messages[0].kind.as_str()), (1, "requests.filed"));
        assert_eq!(messages[0].data["bundle"]["request_count"], 1_001);
        let pages = messages[0].data["bundle"]["requests_url"].as_str().unwrap();
        assert!(pages.ends_with(&format!("/v1/inbox/messages/{delivery}/requests")));
        assert_eq!(filing.delivery(delivery).await["state"], "delivered");
        let received = RequestFilter { lifecycles: vec![recourse::domain::request::Lifecycle::Received], ..RequestFilter::default() };
        let count = app.context.db.tenant(filing.organisation).count_requests(&received).await.unwrap();
        assert_eq!(count, requests.len() as u64);
    }

    async fn a_bundle_tells_how_many_requests_are_left_in_it(app) {
        let filing = Filing::with_webhook(app).await;
        let (requests, delivery) = filing.file_bundle(app, 3).await;
        filing.member.post(&format!("/v1/requests/{}:withdraw", requests[1]), json!({})).await.expect_status(200);
        assert_eq!(filing.delivery(delivery).await["request_count"], 2, "before it is sent");
        app.work().await;
        let messages = filing.inbox.take_new();
        assert_eq!((messages.len(), messages[0].kind.as_str()), (1, "requests.filed"));
        assert_eq!((&messages[0].data["bundle"]["request_count"], &messages[0].data["request_count"]), (&json!(2), &json!(2)));
        let (requests, delivery) = filing.file_bundle(app, 1).await;
        filing.member.post(&format!("/v1/requests/{}:withdraw", requests[0]), json!({})).await.expect_status(200);
        assert_eq!(filing.delivery(delivery).await["state"], "cancelled");
    }

    async fn a_receiver_that_is_gone_is_switched_off_and_becomes_a_task(app) {
        let filing = Filing::with_webhook(app).await;
        filing.inbox.order_faults(1, Fault::Refuse { status: 410, retry_after: None });
        let (_, first) = filing.file(app, "webhook", "pending").await;
        app.work().await;
        let (_, second) = filing.file(app, "webhook", "pending").await;
        app.work().await;
        for delivery in [first, second] {
            assert_eq!(filing.delivery(delivery).await["state"], "failed");
        }
        let tasks = filing.member.get("/v1/tasks?state=open&kind=delivery_failed").await.expect_status(200);
        let of: Vec<_> = tasks["items"].as_array().unwrap().iter().map(|task| task["delivery_id"].clone()).collect();
        assert_eq!(of, [json!(first), json!(second)]);
        assert_eq!(filing.inbox.report().messages, 0);
        filing.member.post(&format!("/v1/deliveries/{first}:resend"), json!({})).await.expect_problem(409, "delivery_wrong_state");
    }

    async fn what_is_never_taken_ends_as_a_task(app) {
        let filing = Filing::with_webhook(app).await;
        filing.inbox.order_faults(100, Fault::Refuse { status: 500, retry_after: None });
        let (_, delivery) = filing.file(app, "webhook", "pending").await;
        for _ in 0..14 {
            app.after(2).await;
        }
        filing.member.forget_token().await;
        let shown = filing.delivery(delivery).await;
        assert_eq!((&shown["state"], &shown["attempt_count"]), (&json!("failed"), &json!(14)));
        let events = filing.member.get("/v1/events?kind=delivery.*").await.expect_status(200);
        let kinds: Vec<_> = events["items"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap().to_owned()).collect();
        assert_eq!(kinds, ["delivery.failed", "delivery.exhausted"]);
        let tasks = filing.member.get("/v1/tasks?state=open").await.expect_status(200);
        assert_eq!(tasks["items"].as_array().unwrap().len(), 1);
    }

    async fn nothing_leaves_without_a_mandate(app) {
        let filing = Filing::with_webhook(app).await;
        let (_, delivery) = filing.file(app, "webhook", "pending").await;
        filing.member.post(&format!("/v1/mandates/{}:revoke", filing.mandate), json!({})).await.expect_status(200);
        // Before the withdrawal of what is pending: the check at the moment of sending stands alone.
        let turn = deliveries::begin(&app.context).await.unwrap();
        assert!(turn.is_none_or(|turn| turn.messages.is_empty()));
        app.work().await;
        assert_eq!(filing.inbox.report().messages, 0);
        assert_eq!(filing.delivery(delivery).await["state"], "cancelled");
    }

    async fn a_turn_that_lost_its_lease_writes_nothing(app) {
        let filing = Filing::with_webhook(app).await;
        let (_, delivery) = filing.file(app, "webhook", "pending").await;
        let turn = deliveries::begin(&app.context).await.unwrap().expect("a turn");
        assert!(deliveries::begin(&app.context).await.unwrap().is_none(), "the receiver is taken");
        let receiver = turn.claim.receiver.id;
        let (machine, now, lease) = (recourse::ports::machine_now() + jiff::SignedDuration::from_hours(1), app.context.clock.now(), app.context.ids.next());
        app.context.db.write(move |tx| Box::pin(async move {
            let taken = tx.claim_receiver(lease, machine, machine, now).await?;
            assert_eq!(taken.map(|claim| claim.receiver.id), Some(receiver));
            Ok::<_, Failure>(())
        })).await.unwrap();
        let results = turn.messages.iter().map(|message| (message.clone(), Ended::Delivered { at: now, status: 204 })).collect();
        let finished = deliveries::finish(&app.context, &turn.claim, results).await;
        assert!(matches!(finished, Err(Failure::Store(StoreError::LeaseLost))));
        assert_eq!(filing.delivery(delivery).await["state"], "pending");
    }
}
