//! Calls that take effect once.

use serde_json::json;

use crate::on_both;

on_both! {
    async fn the_same_call_gives_the_same_answer_and_one_effect(app) {
        let operator = app.operator().await;
        let body = json!({ "name": "Once", "country": "FR", "language": "fr" });
        let first = operator.post_with_key("/v1/organisations", "key-1", body.clone()).await;
        let again = operator.post_with_key("/v1/organisations", "key-1", body.clone()).await;
        assert_eq!((first.status, &first.bytes), (again.status, &again.bytes));
        assert_eq!((first.header("idempotency-replayed"), again.header("idempotency-replayed")), (None, Some("true")));
        let list = operator.get("/v1/organisations").await.expect_status(200);
        assert_eq!(list["items"].as_array().unwrap().len(), 1);

        let other = json!({ "name": "Other", "country": "FR", "language": "fr" });
        operator.post_with_key("/v1/organisations", "key-1", other).await.expect_problem(422, "idempotency_key_reused");
        let bare = operator.request(reqwest::Method::POST, "/v1/organisations").await.json(&body);
        operator.send(bare).await.expect_problem(400, "idempotency_key_missing");
    }

    async fn a_key_belongs_to_its_caller(app) {
        let body = json!({ "name": "Once", "country": "FR", "language": "fr" });
        let first = app.operator().await.post_with_key("/v1/organisations", "shared", body.clone()).await.expect_status(201);
        let second = app.operator().await.post_with_key("/v1/organisations", "shared", body).await.expect_status(201);
        assert_ne!(first["id"], second["id"]);
    }

    async fn a_refused_call_leaves_its_key_free(app) {
        let operator = app.operator().await;
        operator.post_with_key("/v1/organisations", "k", json!({ "name": "" })).await.expect_problem(422, "invalid_field");
        let sound = json!({ "name": "Sound", "country": "FR", "language": "fr" });
        operator.post_with_key("/v1/organisations", "k", sound).await.expect_status(201);
    }

    async fn many_at_once_have_one_effect(app) {
        let operator = app.operator().await;
        operator.token().await;
        let body = json!({ "name": "Once", "country": "FR", "language": "fr" });
        let calls = (0..24).map(|_| operator.post_with_key("/v1/organisations", "same", body.clone()));
        let replies = futures::future::join_all(calls).await;
        let mut made = std::collections::BTreeSet::new();
        for reply in &replies {
            match reply.status {
                201 => drop(made.insert(reply.bytes.clone())),
                _ => drop(reply.expect_problem(409, "idempotency_in_flight")),
            }
        }
        assert_eq!(made.len(), 1, "one organisation, however many calls");
        let list = operator.get("/v1/organisations").await.expect_status(200);
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
    }

    async fn a_key_lives_seventy_two_hours_and_more(app) {
        let operator = app.operator().await;
        let body = json!({ "name": "Kept", "country": "FR", "language": "fr" });
        let first = operator.post_with_key("/v1/organisations", "kept", body.clone()).await.expect_status(201);
        app.after(4).await;
        operator.forget_token().await;
        let again = operator.post_with_key("/v1/organisations", "kept", body).await.expect_status(201);
        assert_eq!(first, again);
    }
}
