//! Organisations, their evidence and their clients.

use serde_json::json;

use crate::on_both;

on_both! {
    async fn an_organisation_is_registered_shown_and_changed(app) {
        let operator = app.operator().await;
        let new = json!({ "name": "Union of Platform Workers", "country": "FR", "language": "fr", "website": "https://union.example.org" });
        let made = operator.post("/v1/organisations", new).await.expect_status(201);
        assert_eq!(made["may_complain"], false);
        let path = format!("/v1/organisations/{}", made["id"].as_str().unwrap());
        let shown = operator.get(&path).await;
        assert_eq!(shown.expect_status(200), made);
        assert_eq!(shown.header("etag"), Some("\"1\""));

        let evidence = json!({ "document": "Statutes of 2019", "dated": "2019-04-01" });
        let change = json!({ "eligibility": {
            "not_for_profit": evidence, "properly_constituted": evidence, "public_interest_aims": evidence,
            "active_in_data_protection": evidence
        }});
        let changed = operator.patch(&path, change).await.expect_status(200);
        assert_eq!((changed["may_complain"].as_bool(), changed["version"].as_i64()), (Some(true), Some(2)));

        let request = operator.request(reqwest::Method::PATCH, &path).await.header("if-match", "\"1\"");
        operator.send(request.json(&json!({ "state": "suspended" }))).await.expect_problem(412, "version_conflict");
        let list = operator.get("/v1/organisations?limit=1").await.expect_status(200);
        assert_eq!(list["items"][0]["id"], made["id"]);
    }

    async fn lists_are_paged_without_gap_or_repetition(app) {
        let operator = app.operator().await;
        for number in 0..5 {
            let new = json!({ "name": format!("Body {number}"), "country": "DE", "language": "de" });
            operator.post("/v1/organisations", new).await.expect_status(201);
        }
        let mut names = Vec::new();
        let mut next = Some("/v1/organisations?limit=2".to_owned());
        while let Some(path) = next {
            let page = operator.get(&path).await.expect_status(200);
            names.extend(page["items"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap().to_owned()));
            next = page["next"].as_str().map(str::to_owned);
        }
        assert_eq!(names, ["Body 0", "Body 1", "Body 2", "Body 3", "Body 4"]);
        operator.get("/v1/organisations?limit=0").await.expect_problem(400, "invalid_parameter");
        operator.get("/v1/organisations?cursor=nonsense").await.expect_problem(400, "invalid_parameter");
        operator.get("/v1/organisations?limt=2").await.expect_problem(400, "invalid_parameter");
    }

    async fn bad_input_names_the_field_and_not_the_value(app) {
        let operator = app.operator().await;
        let bad = json!({ "name": "", "country": "France", "language": "fr", "contact_email": "canary-value" });
        let reply = operator.post("/v1/organisations", bad).await;
        let problem = reply.expect_problem(422, "invalid_field");
        let pointers: Vec<_> = problem["errors"].as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap()).collect();
        assert_eq!(pointers, ["/contact_email", "/country", "/name"]);
        assert!(!reply.text().contains("canary") && !reply.text().contains("France"));
        operator.post("/v1/organisations", json!({ "name": "x", "country": "FR", "language": "fr", "extra": 1 })).await
            .expect_problem(422, "invalid_field");
        let request = operator.request(reqwest::Method::POST, "/v1/organisations").await;
        let request = request.header("idempotency-key", "k").header("content-type", "application/json").body("{");
        operator.send(request).await.expect_problem(400, "malformed_json");
        let listed = operator.post("/v1/organisations", json!(["x", "FR", "fr", "x@example.org"])).await;
        assert_eq!(listed.expect_problem(422, "invalid_field")["errors"][0]["pointer"], "");
    }

    async fn access_is_by_kind_scope_and_standing(app) {
        let (organisation, member) = app.organisation("Association").await;
        let path = format!("/v1/organisations/{}", organisation["id"].as_str().unwrap());
        app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
        member.get(&path).await.expect_problem(403, "insufficient_scope");
        assert_eq!(member.get("/v1/organisation").await.expect_status(200)["id"], organisation["id"]);

        let operator = app.operator().await;
        operator.get("/v1/organisation").await.expect_problem(403, "insufficient_scope");
        operator.get("/v1/organisations/org_00000000000000000000000000000000").await.expect_problem(404, "not_found");
        operator.get("/v1/organisations/nonsense").await.expect_problem(404, "not_found");
        let clients = format!("{path}/clients");
        let foreign = json!({ "name": "x", "scopes": ["organisations:manage"] });
        operator.post(&clients, foreign).await.expect_problem(422, "invalid_field");
    }

    async fn a_revoked_client_gets_no_token(app) {
        let (organisation, _) = app.organisation("Association").await;
        let operator = app.operator().await;
        let clients = format!("/v1/organisations/{}/clients", organisation["id"].as_str().unwrap());
        let made = operator.post(&clients, json!({ "name": "portal", "scopes": ["requests:read"] })).await.expect_status(201);
        let (id, secret) = (made["client_id"].as_str().unwrap(), made["client_secret"].as_str().unwrap());
        assert!(app.client(id, secret).token().await.is_some());
        assert!(app.client(id, "rcs_wrong").token().await.is_none());
        operator.delete(&format!("{clients}/{id}")).await.expect_status(204);
        operator.delete(&format!("{clients}/{id}")).await.expect_status(204);
        assert!(app.client(id, secret).token().await.is_none());
    }
}
