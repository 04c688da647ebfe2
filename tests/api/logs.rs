//! The log of a running service: a line of JSON for each call, which tells who called and why it was refused.

use serde_json::Value;

use crate::on_each_database;
use crate::support::Process;
use crate::support::union::text;

/// The lines about calls of this route.
fn calls(process: &Process, route: &str) -> Vec<Value> {
    let log = process.log();
    let lines = log.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    lines.filter(|line| line["message"] == "call answered" && line["route"] == route).collect()
}

on_each_database! {
    async fn a_line_says_which_client_called_and_with_which_code_it_was_refused(database) {
        let mut process = Process::new(database).with("RECOURSE_LOG", "info");
        let (id, secret) = process.operator_credential();
        process.start().await;
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        let form = [("grant_type", "client_credentials")];
        let token = async |secret: &str| {
            let call = http.post(format!("{}/oauth/token", process.address)).basic_auth(&id, Some(secret)).form(&form);
            call.send().await.expect("an answer")
        };
        let refused = token("rcs_another").await;
        assert_eq!(refused.status(), 401);
        let granted: Value = token(&secret).await.json().await.expect("a token");
        let list = async |bearer: &str, path: &str| {
            let call = http.get(format!("{}{path}", process.address)).bearer_auth(bearer);
            call.send().await.expect("an answer").status()
        };
        let bearer = text(&granted, "access_token");
        assert_eq!(list(&bearer, "/v1/organisations").await, 200);
        assert_eq!(list(&bearer, "/v1/campaigns").await, 403);
        assert_eq!(list("made-up", "/v1/campaigns").await, 401);
        process.stop().await;

        let told = |line: &Value| (line["status"].clone(), line["client"].clone(), line["code"].clone());
        let all = |route| calls(&process, route).iter().map(told).collect::<Vec<_>>();
        let known = || Value::from(id.as_str());
        let tokens = [(401.into(), known(), "invalid_client".into()), (200.into(), known(), Value::Null)];
        assert_eq!(all("/oauth/token"), tokens);
        assert_eq!(all("/v1/organisations"), [(200.into(), known(), Value::Null)]);
        let campaigns = [
            (403.into(), known(), "insufficient_scope".into()),
            (401.into(), Value::Null, "unauthenticated".into()),
        ];
        assert_eq!(all("/v1/campaigns"), campaigns);
        assert!(!process.log().contains(&secret) && !process.log().contains(&bearer), "no secret is logged");
    }

    async fn measurements_and_pages_state_their_character_set(database) {
        let mut process = Process::new(database);
        process.start().await;
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        for path in ["/metrics", "/docs", "/status/none"] {
            let answer = http.get(format!("{}{path}", process.address)).send().await.expect("an answer");
            let kind = answer.headers()["content-type"].to_str().expect("plain text").to_owned();
            assert!(kind.contains("charset=utf-8"), "{path}: {kind}");
        }
        process.stop().await;
    }
}
