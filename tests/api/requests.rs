//! Requests after filing: lists and filters, dates explained, the timeline, better proof of receipt, withdrawal and bulk acts.

use recourse::store::StoreError;
use reqwest::Method;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::{App, Caller};

async fn filed(app: &App, caller: &Caller, people: usize) -> (String, String) {
    filed_with(app, caller, "feed-reader", "FR", people).await
}

/// A controller that is reached through its feed, and a campaign that files for so many people. Gives the ids of both.
pub async fn filed_with(app: &App, caller: &Caller, slug: &str, place: &str, people: usize) -> (String, String) {
    let entry = json!({ "name": "Feed Reader SAS", "slug": slug, "place": place, "channels": [{ "kind": "feed" }] });
    let controller = app.operator().await.post("/v1/controllers", entry).await.expect_status(201)["id"].clone();
    let campaign = json!({
        "name": "Access", "purpose": "To see what is kept", "ask": { "right": "access", "copy": true },
        "controllers": [controller], "language": "fr", "policy": { "undo_window_seconds": 0 }
    });
    let campaign = caller.post("/v1/campaigns", campaign).await.expect_status(201)["id"].as_str().unwrap().to_owned();
    let batch = json!({
        "mode": "file", "format": "csv", "mapping": { "columns": { "external_reference": "ref", "family_name": "name" } },
        "mandate": { "powers": {
            "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
            "disclosure_consent": true }, "signed_on": "2026-01-05", "evidence": { "kind": "signed_paper" } }
    });
    let batch = caller.post(&format!("/v1/campaigns/{campaign}/batches"), batch).await.expect_status(201);
    let lines: String = (0..people).map(|number| format!("R{number};Person {number}\n")).collect();
    let path = format!("/v1/batches/{}/content", batch["id"].as_str().unwrap());
    caller.put_bytes(&path, "text/csv", format!("ref;name\n{lines}").into_bytes()).await.expect_status(202);
    app.work().await;
    (campaign, controller.as_str().unwrap().to_owned())
}

async fn ids(caller: &Caller, query: &str) -> Vec<String> {
    let page = caller.get(&format!("/v1/requests?{query}")).await.expect_status(200);
    page["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

fn kinds(timeline: &Value) -> Vec<&str> {
    timeline["items"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap()).collect()
}

on_both! {
    async fn requests_are_listed_filtered_counted_and_explained(app) {
        let (_, caller) = app.organisation("Union").await;
        let (campaign, controller) = filed(app, &caller, 5).await;
        assert_eq!(ids(&caller, &format!("campaign_id={campaign}")).await.len(), 5);
        assert_eq!(ids(&caller, &format!("controller_id={controller}&state=sent")).await.len(), 5);
        assert!(ids(&caller, "state=answered").await.is_empty());
        caller.get("/v1/requests?state=nonsense").await.expect_problem(400, "invalid_parameter");
        caller.get("/v1/statistics?limit=0").await.expect_problem(400, "invalid_parameter");
        let figures = caller.get(&format!("/v1/statistics?campaign_id={campaign}")).await.expect_status(200);
        assert_eq!((figures["total"]["filed"].as_u64(), figures["total"]["sent"].as_u64()), (Some(5), Some(5)));

        let first = ids(&caller, "limit=1").await.remove(0);
        let path = format!("/v1/requests/{first}");
        let receipt = json!({ "kind": "registered_delivery", "received_at": app.context.clock.now().to_string() });
        let received = caller.post(&format!("{path}/receipts"), receipt).await.expect_status(200);
        assert_eq!((received["lifecycle"].as_str(), received["clock"].as_str()), (Some("received"), Some("running")));
        let detail = caller.get(&path).await.expect_status(200);
        assert_eq!(detail["explanation"]["language"], "fr", "that of the campaign");
        assert_eq!(detail["deadline"]["first_deadline"], received["first_deadline"]);
        let timeline = caller.get(&format!("{path}/events")).await.expect_status(200);
        assert_eq!(kinds(&timeline), ["request.filed", "request.sent", "request.received", "deadline.computed"]);

        // Silence: both deadlines are one here, and the finding is recorded once.
        app.after(40).await;
        caller.forget_token().await;
        assert_eq!(ids(&caller, "overdue=true").await, std::slice::from_ref(&first));
        let detail = caller.get(&path).await.expect_status(200);
        let codes: Vec<_> = detail["findings"].as_array().unwrap().iter().map(|finding| finding["code"].clone()).collect();
        assert!(codes.contains(&json!("silent_first_deadline")), "{codes:?}");
        app.work().await;
        assert_eq!(caller.get(&path).await.expect_status(200), detail);
    }

    async fn dates_and_findings_are_told_in_the_language_of_the_reader(app) {
        let (_, caller) = app.organisation("Union").await;
        filed(app, &caller, 1).await;
        let path = format!("/v1/requests/{}", ids(&caller, "limit=1").await.remove(0));
        let receipt = json!({ "kind": "registered_delivery", "received_at": app.context.clock.now().to_string() });
        caller.post(&format!("{path}/receipts"), receipt).await.expect_status(200);
        app.after(40).await;
        caller.forget_token().await;
        for (query, accepted, language, told, found) in [
            ("", "", "fr", "Demande reçue le ", "RGPD, art. 12, par. 3"),
            ("", "pt, pl;q=0.5, de;q=0.4", "pl", "Żądanie otrzymano w dniu ", "art. 12 ust. 3 RODO"),
            ("", "pt", "fr", "Demande reçue le ", "RGPD, art. 12, par. 3"),
            ("?language=de", "pl", "de", "Eingegangen am ", "Art. 12 Abs. 3 DSGVO"),
        ] {
            let request = caller.request(Method::GET, &format!("{path}{query}")).await.header("accept-language", accepted);
            let reply = caller.send(request).await;
            let detail = reply.expect_status(200);
            assert_eq!(reply.header("content-language"), Some(language));
            assert!(reply.header("vary").is_some_and(|vary| vary.contains("accept-language")), "{:?}", reply.header("vary"));
            assert!(detail["explanation"]["short"].as_str().is_some_and(|text| text.starts_with(told)), "{detail}");
            let finding = &detail["findings"][0];
            assert_eq!((&finding["code"], &finding["article"]), (&json!("silent_first_deadline"), &json!(found)));
            assert_eq!(finding["severity"], 5);
        }
        caller.get(&format!("{path}?language=pt")).await.expect_problem(400, "invalid_parameter");
    }

    async fn controllers_are_reminded_once_per_call_and_only_under_a_mandate(app) {
        let (_, caller) = app.organisation("Union").await;
        let (campaign, controller) = filed(app, &caller, 3).await;
        let all = ids(&caller, &format!("campaign_id={campaign}")).await;
        let path = format!("/v1/requests/{}", all[0]);
        let before = caller.get(&path).await.expect_status(200);
        let reminded = caller.post(&format!("{path}:remind"), json!({})).await.expect_status(200);
        assert_eq!((&reminded["lifecycle"], &reminded["clock"]), (&before["request"]["lifecycle"], &before["request"]["clock"]));
        let timeline = caller.get(&format!("{path}/events")).await.expect_status(200);
        assert_eq!(kinds(&timeline).last(), Some(&"request.reminded"));

        caller.post(&format!("/v1/requests/{}:withdraw", all[2]), json!({})).await.expect_status(200);
        let command = json!({ "action": "remind", "ids": all });
        let preview = caller.post("/v1/requests:preview", command.clone()).await.expect_status(200);
        assert_eq!((preview["selected"].as_u64(), preview["applied"].as_u64()), (Some(3), Some(2)));
        assert_eq!((&preview["refused"][0]["request_id"], &preview["refused"][0]["code"]), (&json!(all[2]), &json!("illegal_transition")));
        assert_eq!(caller.post("/v1/requests:act", command.clone()).await.expect_status(200), preview);
        app.work().await;
        let mut inspector = app.inspector().await;
        let sent = "SELECT count(*) FROM delivery WHERE kind = 'request.reminder' AND state = 'delivered'";
        assert_eq!(inspector.number(sent).await, 3, "what was asked for to {controller} has left");

        app.context.db.write(|tx| Box::pin(async move {
            tx.execute_unprepared("UPDATE mandate SET state = 'expired', ended_at = updated_at").await?;
            Ok::<_, StoreError>(())
        })).await.unwrap();
        caller.post(&format!("{path}:remind"), json!({})).await.expect_problem(403, "mandate_expired");
        let preview = caller.post("/v1/requests:preview", command).await.expect_status(200);
        assert_eq!((preview["applied"].as_u64(), preview["refused"][1]["code"].as_str()), (Some(0), Some("mandate_expired")));
    }

    async fn requests_are_withdrawn_one_or_many_with_a_preview(app) {
        let (_, caller) = app.organisation("Union").await;
        let (campaign, _) = filed(app, &caller, 6).await;
        let all = ids(&caller, &format!("campaign_id={campaign}")).await;
        let path = format!("/v1/requests/{}:withdraw", all[0]);
        assert_eq!(caller.post(&path, json!({})).await.expect_status(200)["lifecycle"], "withdrawn");
        caller.post(&path, json!({})).await.expect_problem(409, "illegal_transition");

        let command = json!({ "action": "withdraw", "filter": { "campaign_id": campaign }, "except": [all[1]] });
        let preview = caller.post("/v1/requests:preview", command.clone()).await.expect_status(200);
        assert_eq!((preview["selected"].as_u64(), preview["applied"].as_u64()), (Some(5), Some(4)));
        assert_eq!(preview["refused"][0]["code"], "illegal_transition");
        assert_eq!(ids(&caller, "state=withdrawn").await.len(), 1);
        let done = caller.post("/v1/requests:act", command).await.expect_status(200);
        assert_eq!(done, preview);
        assert_eq!(ids(&caller, "state=sent").await, std::slice::from_ref(&all[1]));

        // A person gives up the last one: the record says so.
        let mut inspector = app.inspector().await;
        let noted = "SELECT count(*) FROM audit_entry WHERE action = 'change' AND subject = 'request'";
        let before = inspector.number(noted).await;
        let given_up = caller.post(&format!("/v1/requests/{}:abandon", all[1]), json!({})).await.expect_status(200);
        assert_eq!((given_up["lifecycle"].as_str(), given_up["outcome"].as_str()), (Some("closed"), Some("abandoned")));
        assert_eq!(inspector.number(noted).await, before + 1);

        caller.post("/v1/requests:act", json!({ "action": "withdraw", "filter": {} })).await.expect_problem(422, "invalid_field");
        caller.post("/v1/requests:act", json!({ "action": "withdraw" })).await.expect_problem(422, "invalid_field");
    }

    async fn another_organisations_requests_look_like_none(app) {
        let (_, caller) = app.organisation("Union").await;
        filed(app, &caller, 1).await;
        let request = ids(&caller, "limit=1").await.remove(0);
        let (_, other) = app.organisation("Other").await;
        assert!(ids(&other, "limit=10").await.is_empty());
        for reply in [
            other.get(&format!("/v1/requests/{request}")).await,
            other.get(&format!("/v1/requests/{request}/events")).await,
            other.post(&format!("/v1/requests/{request}:withdraw"), json!({})).await,
            other.post("/v1/requests:act", json!({ "action": "withdraw", "ids": [&request] })).await,
        ] {
            reply.expect_problem(404, "not_found");
        }
        assert_eq!(ids(&caller, "state=sent").await, [request]);
    }
}
