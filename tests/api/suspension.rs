//! An organisation that the operator has stopped: nothing of its is filed or sent until it goes on, and what comes in and what time
//! brings goes on.

use recourse::crypto::webhook::SigningSecret;
use recourse::demo::sample_controller::Receiver;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::Fixture;
use crate::support::union::{self, text};
use crate::support::{App, Caller};

async fn set(app: &App, organisation: &str, state: &str) {
    let path = format!("/v1/organisations/{organisation}");
    app.operator().await.patch(&path, json!({ "state": state })).await.expect_status(200);
}

async fn upload(member: &Caller, controllers: &[&str], round: usize) -> String {
    union::upload(member, controllers, union::columns(), union::people(round, 3)).await
}

async fn count(app: &App, from: &str) -> i64 {
    app.inspector().await.number(&format!("SELECT count(*) FROM {from}")).await
}

async fn state_of(member: &Caller, batch: &str) -> Value {
    member.get(batch).await.expect_status(200)["state"].clone()
}

on_both! {
    async fn nothing_of_a_suspended_organisation_is_filed_or_sent_until_it_goes_on(app) {
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let one = union::addressee(app, &receiver, "one", json!({ "mode": "single" }), json!({})).await;
        let entry = json!({ "name": "Feed", "slug": "feed", "place": "FR", "channels": [{ "kind": "feed" }] });
        let feed = text(&app.operator().await.post("/v1/controllers", entry).await.expect_status(201), "id");
        let (organisation, member) = app.organisation("Union").await;
        let (_, other) = app.organisation("Other").await;
        let organisation = text(&organisation, "id");
        let endpoint = json!({ "url": receiver.url("office") });
        let made = member.post("/v1/webhook-endpoints", endpoint).await.expect_status(201);
        let secret = SigningSecret::parse(&text(&made, "secret")).expect("a secret");
        receiver.inbox("office").set_keys(vec![secret.verifying_key()]);

        // One upload is filed and waits to be sent, one waits to be filed.
        let filed = upload(&member, &[&one.id, &feed], 0).await;
        while app.step("process_batches").await > 0 {}
        let waiting = upload(&member, &[&one.id, &feed], 1).await;
        set(app, &organisation, "suspended").await;
        upload(&other, &[&one.id, &feed], 2).await;
        app.work().await;
        app.after(1).await;
        assert_eq!(count(app, "request").await, 12, "the one that waits is not filed, that of another is");
        assert_eq!(one.inbox.report().messages, 3, "nothing of its is sent, and another is not held up");
        assert_eq!(count(app, "inbox_item").await, 4, "nor put into a feed: three messages of the other and a bundle");
        assert_eq!(receiver.inbox("office").report().messages, 0);
        let busy = ["deliver", "strand", "process_batches"].map(|step| app.step(step));
        assert_eq!(futures::future::join_all(busy).await, [0, 0, 0], "what waits is not looked at again and again");

        set(app, &organisation, "active").await;
        app.work().await;
        member.forget_token().await;
        assert_eq!((state_of(&member, &filed).await, state_of(&member, &waiting).await), (json!("filed"), json!("filed")));
        assert_eq!(count(app, "request").await, 18);
        assert_eq!((one.inbox.report().messages, count(app, "inbox_item").await), (9, 12));
        assert!(receiver.inbox("office").report().messages > 0, "its endpoint hears of all that happened");
    }

    async fn clients_of_a_suspended_organisation_get_no_tokens(app) {
        let (organisation, member) = app.organisation("Union").await;
        let organisation = text(&organisation, "id");
        let path = format!("/v1/organisations/{organisation}/clients");
        let new = json!({ "name": "more", "scopes": ["people:read"] });
        let made = app.operator().await.post(&path, new).await.expect_status(201);
        let ask = async || {
            let request = app.anonymous().request(reqwest::Method::POST, "/oauth/token").await;
            let request = request.basic_auth(text(&made, "client_id"), Some(text(&made, "client_secret")));
            app.anonymous().send(request.form(&[("grant_type", "client_credentials")])).await
        };
        ask().await.expect_status(200);
        member.get("/v1/campaigns").await.expect_status(200);
        set(app, &organisation, "suspended").await;
        let refused = ask().await.expect_status(401);
        assert_eq!(refused["error"], "invalid_client", "{refused}");
        set(app, &organisation, "active").await;
        ask().await.expect_status(200);
    }

    async fn answers_deadlines_and_status_links_go_on_for_a_suspended_organisation(app) {
        let scene = Fixture::with_requests(app, 2).await;
        let [answered, silent] = [scene.requests[0], scene.requests[1]];
        for request in [answered, silent] {
            scene.say(app, request, json!({ "kind": "acknowledgement" })).await.expect_status(200);
        }
        let links = format!("/v1/data-subjects/{}/status-links", scene.people[0].0);
        let url = text(&scene.association.post(&links, json!({})).await.expect_status(201), "url");
        set(app, &scene.organisation.to_string(), "suspended").await;
        scene.say(app, answered, json!({ "kind": "full", "message": "Here it is." })).await.expect_status(200);
        let page = app.anonymous().request(reqwest::Method::GET, &url[url.find("/status/").unwrap()..]).await;
        assert_eq!(page.send().await.unwrap().status().as_u16(), 200);
        scene.after(app, 40).await;
        assert_eq!(count(app, "finding").await, 1, "silence is found");
        set(app, &scene.organisation.to_string(), "active").await;
        assert_eq!(scene.see(answered).await["request"]["outcome"], "satisfied");
        assert_eq!(scene.findings(silent).await, ["silent_first_deadline"]);
    }

    async fn a_suspended_sandbox_waits_as_well_and_holds_nothing_up(app) {
        let (organisation, member) = app.sandbox("Trying out").await;
        let organisation = text(&organisation, "id");
        let entry = json!({ "name": "Sample", "place": "FR", "channels": [{ "kind": "simulated", "behaviour": "prompt" }] });
        let controller = text(&member.post("/v1/controllers", entry).await.expect_status(201), "id");
        member.post("/v1/sandbox:advance", json!({ "days": 1 })).await.expect_status(200);
        let filed = upload(&member, &[&controller], 0).await;
        while app.step("process_batches").await > 0 {}
        let waiting = upload(&member, &[&controller], 1).await;
        set(app, &organisation, "suspended").await;
        app.work().await;
        let agenda = app.context.db.agenda(organisation.parse().unwrap(), app.context.clock.now() + jiff::SignedDuration::from_hours(48));
        assert!(!agenda.await.unwrap().waits, "its clock is not held up by what waits");
        assert_eq!((count(app, "request").await, count(app, "request WHERE lifecycle <> 'ready'").await), (3, 0));
        set(app, &organisation, "active").await;
        app.work().await;
        assert_eq!((state_of(&member, &filed).await, state_of(&member, &waiting).await), (json!("filed"), json!("filed")));
        assert_eq!((count(app, "request").await, count(app, "request WHERE lifecycle = 'ready'").await), (6, 0));
    }
}
