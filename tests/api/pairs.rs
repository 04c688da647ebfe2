//! Pairs of person and controller that cannot be filed: no mandate that covers them, no such controller, no way to reach it, or
//! asked already. Each is told, alone and in an upload, and whatever stands beside it is filed.

use recourse::store::StoreError;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::{App, Caller, union};

const HEADING: &str = "ref,name,signed,from,until,rights,only\n";

async fn controller(app: &App, slug: &str, channels: Value) -> String {
    let entry = json!({ "name": slug, "slug": slug, "place": "FR", "channels": channels });
    union::text(&app.operator().await.post("/v1/controllers", entry).await.expect_status(201), "id")
}

async fn campaign(member: &Caller, controllers: &[&str]) -> String {
    let made = member.post("/v1/campaigns", union::campaign("Access", controllers)).await;
    union::text(&made.expect_status(201), "id")
}

fn feed() -> Value {
    json!([{ "kind": "feed" }])
}

/// Mandates of these powers over controllers, signed on a day.
fn mandate(controllers: Value, disclosure: bool) -> Value {
    json!({
        "powers": {
            "request": { "rights": ["access"], "controllers": controllers, "answer_recipient": "organisation" },
            "disclosure_consent": disclosure,
        },
        "evidence": { "kind": "signed_paper" },
    })
}

fn all() -> Value {
    json!({ "kind": "all" })
}

fn batch(mandate: &Value) -> Value {
    json!({ "mode": "file", "format": "csv", "mandate": mandate, "mapping": { "columns": {
        "external_reference": "ref", "family_name": "name", "mandate.signed_on": "signed", "mandate.valid_from": "from",
        "mandate.valid_until": "until", "mandate.rights": "rights", "controllers": "only" } } })
}

/// Uploads lines and gives what became of each: the outcome, the number of requests, and the codes.
async fn filed(
    app: &App,
    member: &Caller,
    campaign: &str,
    batch: Value,
    lines: &str,
) -> Vec<(String, usize, Vec<String>)> {
    let path = format!("/v1/campaigns/{campaign}/batches");
    let path = format!("/v1/batches/{}", union::text(&member.post(&path, batch).await.expect_status(201), "id"));
    let content = format!("{HEADING}{lines}").into_bytes();
    member.put_bytes(&format!("{path}/content"), "text/csv", content).await.expect_status(202);
    app.work().await;
    assert_eq!(member.get(&path).await.expect_status(200)["state"], "filed");
    let told = member.get(&format!("{path}/outcome")).await.text();
    let outcome = |line: &str| {
        let line: Value = serde_json::from_str(line).expect("JSON");
        let problems = line["problems"].as_array().map(Vec::as_slice).unwrap_or_default();
        let codes = problems.iter().map(|problem| union::text(problem, "code")).collect();
        (union::text(&line, "outcome"), line["request_ids"].as_array().map_or(0, Vec::len), codes)
    };
    told.lines().map(outcome).collect()
}

/// What is expected of a line.
fn told(outcome: &str, requests: usize, codes: &[&str]) -> (String, usize, Vec<String>) {
    (outcome.to_owned(), requests, codes.iter().map(|code| (*code).to_owned()).collect())
}

async fn rows(app: &App, table: &str) -> i64 {
    app.inspector().await.number(&format!("SELECT count(*) FROM {table}")).await
}

on_both! {
    async fn lines_without_a_mandate_that_covers_them_are_refused(app) {
        let (_, member) = app.organisation("Union").await;
        let [one, two] = [controller(app, "one", feed()).await, controller(app, "two", feed()).await];
        let campaign = campaign(&member, &[&one, &two]).await;
        let lines = "A0,Good,2026-01-05,,,,\nA1,Old,2020-01-05,,2020-12-31,,\nA2,Early,2026-01-05,2039-01-01,,,\n\
                     A3,Future,2039-01-05,,,,\nA4,Narrow,2026-01-05,,,erasure,\nA5,None,,,,,\nA6,Good,2026-01-05,,,access,\n";
        let expected = [
            told("filed", 2, &[]), told("refused", 0, &["mandate_expired"]), told("refused", 0, &["mandate_not_yet_valid"]),
            told("refused", 0, &["mandate_not_yet_valid"]), told("refused", 0, &["mandate_right_not_covered"]),
            told("refused", 0, &["mandate_missing"]), told("filed", 2, &[]),
        ];
        assert_eq!(filed(app, &member, &campaign, batch(&mandate(all(), true)), lines).await, expected);
        // A mandate against one of the two covers that pair alone, and without consent to disclosure none goes (P-3).
        let listed = json!({ "kind": "listed", "controllers": [two] });
        let outcome = filed(app, &member, &campaign, batch(&mandate(listed, true)), "B1,Half,2026-01-05,,,,\n").await;
        assert_eq!(outcome, [told("partly_filed", 1, &["mandate_controller_not_covered"])]);
        let outcome = filed(app, &member, &campaign, batch(&mandate(all(), false)), "B2,Quiet,2026-01-05,,,,\n").await;
        assert_eq!(outcome, [told("refused", 0, &["mandate_disclosure_missing"])]);
        // An upload that brings no mandates finds none for people who are not known.
        let outcome = filed(app, &member, &campaign, batch(&Value::Null), "B3,New,,,,,\nA0,Good,,,,,two\n").await;
        assert_eq!(outcome, [told("refused", 0, &["mandate_missing"]), told("refused", 0, &["duplicate_request"])]);
        assert_eq!((rows(app, "data_subject").await, rows(app, "mandate").await, rows(app, "request").await), (3, 3, 5));
    }

    async fn people_whose_mandate_has_ended_are_refused(app) {
        let (_, member) = app.organisation("Union").await;
        let one = controller(app, "one", feed()).await;
        let campaign = campaign(&member, &[&one]).await;
        let mut people = Vec::new();
        for reference in ["revoked", "expired", "standing"] {
            let person = json!({ "external_reference": reference, "family_name": "Ada" });
            let id = union::text(&member.post("/v1/data-subjects", person).await.expect_status(201), "id");
            let mut given = mandate(all(), true);
            given["signed_on"] = json!("2026-01-05");
            let path = format!("/v1/data-subjects/{id}/mandates");
            people.push((id, union::text(&member.post(&path, given).await.expect_status(201), "id")));
        }
        member.post(&format!("/v1/mandates/{}:revoke", people[0].1), json!({})).await.expect_status(200);
        let expire = format!("UPDATE mandate SET valid_until = '2026-01-06' WHERE {} = '{}'", app.inspector().await.id("id"), &people[1].1[4..]);
        app.context.db.write(move |tx| Box::pin(async move {
            assert_eq!(tx.execute_unprepared(&expire).await?.rows_affected(), 1);
            Ok::<_, StoreError>(())
        })).await.unwrap();

        let lines = "revoked,Ada,,,,,\nexpired,Ada,,,,,\nstanding,Ada,,,,,\n";
        let outcome = filed(app, &member, &campaign, batch(&Value::Null), lines).await;
        let codes: Vec<_> = outcome.iter().map(|(_, requests, codes)| (*requests, codes.first().map(String::as_str))).collect();
        let alone = async |(person, mandate): &(String, String), status, code| {
            let filing = json!({ "campaign_id": campaign, "data_subject_id": person, "mandate_id": mandate });
            member.post("/v1/requests", filing).await.expect_problem(status, code);
        };
        assert_eq!(codes, [(0, Some("mandate_revoked")), (0, Some("mandate_expired")), (1, None)]);
        alone(&people[0], 403, "mandate_revoked").await;
        alone(&people[1], 403, "mandate_expired").await;
        alone(&people[2], 409, "duplicate_request").await;
        assert_eq!(rows(app, "request").await, 1);
    }

    async fn a_revoked_mandate_does_not_come_back_with_the_next_upload(app) {
        let (_, member) = app.organisation("Union").await;
        let one = controller(app, "one", feed()).await;
        let campaign = campaign(&member, &[&one]).await;
        let given = mandate(all(), true);
        let lines = "A1,Ada,2026-01-05,,,,\nA2,Bob,2026-01-05,,,,\n";
        assert_eq!(filed(app, &member, &campaign, batch(&given), lines).await, [told("filed", 1, &[]), told("filed", 1, &[])]);
        let ada = member.post("/v1/data-subjects:search", json!({ "external_reference": "A1" })).await.expect_status(200);
        let path = format!("/v1/data-subjects/{}/mandates", union::text(&ada["items"][0], "id"));
        let mandates = member.get(&path).await.expect_status(200);
        let revoke = format!("/v1/mandates/{}:revoke", union::text(&mandates["items"][0], "id"));
        member.post(&revoke, json!({})).await.expect_status(200);
        app.work().await;

        // The member system still exports the same day of signing, or an older one; it may name other rights and days.
        let mut erasure = given.clone();
        erasure["powers"]["request"]["rights"] = json!(["access", "erasure"]);
        for (given, line) in [
            (&given, "A1,Ada,2026-01-05,,,,\n"), (&given, "A1,Ada,2026-01-04,,,,\n"), (&given, "A1,Ada,2026-01-05,2026-02-01,2038-01-05,,\n"),
            (&erasure, "A1,Ada,2026-01-05,,,,\n"),
        ] {
            let outcome = filed(app, &member, &campaign, batch(given), line).await;
            assert_eq!(outcome, [told("refused", 0, &["mandate_revoked"])], "{line}");
        }
        let alone = async |signed_on: &str| {
            let person = json!({ "family_name": "Ada", "external_reference": "A1", "mandate": { "signed_on": signed_on } });
            member.post("/v1/requests", json!({ "campaign_id": campaign, "person": person, "mandate": given })).await
        };
        alone("2026-01-05").await.expect_problem(403, "mandate_revoked");
        assert_eq!((rows(app, "mandate").await, rows(app, "request").await), (2, 2));
        // A mandate signed later is a new one.
        alone("2026-01-06").await.expect_status(201);
        assert_eq!((rows(app, "mandate").await, rows(app, "request").await), (3, 3));
    }

    async fn the_same_mandate_in_the_same_words_is_recorded_once(app) {
        let (_, member) = app.organisation("Union").await;
        let [one, two] = [controller(app, "one", feed()).await, controller(app, "two", feed()).await];
        let campaign = campaign(&member, &[&one, &two]).await;
        let worded = |scope: &str, purpose: &str| {
            let mut given = mandate(all(), true);
            given["powers"]["request"]["scope"] = json!(scope);
            given["powers"]["purpose"] = json!(purpose);
            batch(&given)
        };
        for (given, only, mandates) in [
            (worded("My account", "To know"), "one", 1), (worded("My account", "To know"), "two", 1),
        ] {
            let outcome = filed(app, &member, &campaign, given, &format!("A1,Ada,2026-01-05,,,,{only}\n")).await;
            assert_eq!((outcome, rows(app, "mandate").await), (vec![told("filed", 1, &[])], mandates));
        }
        let mut other = union::campaign("Other", &[&one]);
        other["ask"]["copy"] = json!(false);
        let other = union::text(&member.post("/v1/campaigns", other).await.expect_status(201), "id");
        let outcome = filed(app, &member, &other, worded("My account", "To sue"), "A1,Ada,2026-01-05,,,,\n").await;
        assert_eq!((outcome, rows(app, "mandate").await), (vec![told("filed", 1, &[])], 2), "other words are another mandate");
        let ada = member.post("/v1/data-subjects:search", json!({ "external_reference": "A1" })).await.expect_status(200);
        let mandates = member.get(&format!("/v1/data-subjects/{}/mandates", union::text(&ada["items"][0], "id"))).await;
        let mandates = mandates.expect_status(200);
        let purposes: Vec<_> = mandates["items"].as_array().unwrap().iter().map(|one| union::text(&one["powers"], "purpose")).collect();
        assert_eq!(purposes, ["To know", "To sue"]);
        assert_eq!(mandates["items"][1]["powers"]["request"]["scope"], "My account");
    }

    async fn an_erased_person_does_not_come_back_with_the_next_upload(app) {
        let (_, member) = app.organisation("Union").await;
        let one = controller(app, "one", feed()).await;
        let campaign = campaign(&member, &[&one]).await;
        let given = mandate(all(), true);
        let lines = "A1,Ada,2026-01-05,,,,\nA2,Bob,2026-01-05,,,,\n";
        assert_eq!(filed(app, &member, &campaign, batch(&given), lines).await, [told("filed", 1, &[]), told("filed", 1, &[])]);
        // One who never asked for anything is erased too; and one batch waits, validated, with all of them.
        let cy = json!({ "external_reference": "A3", "family_name": "Cy" });
        member.post("/v1/data-subjects", cy).await.expect_status(201);
        let mut second = union::campaign("Again", &[&one]);
        second["ask"]["copy"] = json!(false);
        let second = union::text(&member.post("/v1/campaigns", second).await.expect_status(201), "id");
        let mut validated = batch(&given);
        validated["mode"] = json!("validate");
        let path = format!("/v1/campaigns/{second}/batches");
        let path = format!("/v1/batches/{}", union::text(&member.post(&path, validated).await.expect_status(201), "id"));
        let today = app.context.today();
        let days = format!("A1,Ada,{today},,,,\nA2,Bob,2026-01-06,,,,\nA3,Cy,2026-01-05,,,,\n");
        member.put_bytes(&format!("{path}/content"), "text/csv", format!("{HEADING}{days}").into_bytes()).await.expect_status(202);
        app.work().await;
        assert_eq!(member.get(&path).await.expect_status(200)["state"], "validated");

        for reference in ["A1", "A3"] {
            let found = member.post("/v1/data-subjects:search", json!({ "external_reference": reference })).await;
            let person = format!("/v1/data-subjects/{}", union::text(&found.expect_status(200)["items"][0], "id"));
            let mandates = member.get(&format!("{person}/mandates")).await.expect_status(200);
            if let Some(mandate) = mandates["items"].get(0) {
                member.post(&format!("/v1/mandates/{}:revoke", union::text(mandate, "id")), json!({})).await.expect_status(200);
                app.work().await;
            }
            member.delete(&person).await.expect_status(204);
        }
        let before = (rows(app, "data_subject").await, rows(app, "mandate").await, rows(app, "request").await);
        // What was validated before, with a mandate signed before the erasure, files nothing in the name of who was erased (M-11, P-9).
        member.post(&format!("{path}:file"), Value::Null).await.expect_status(202);
        app.work().await;
        let outcome = member.get(&format!("{path}/outcome")).await.text();
        let codes: Vec<_> = outcome.lines().map(|line| {
            let line: Value = serde_json::from_str(line).expect("JSON");
            (union::text(&line, "outcome"), line["problems"][0]["code"].as_str().map(str::to_owned))
        }).collect();
        let revoked = ("refused".to_owned(), Some("mandate_revoked".to_owned()));
        assert_eq!(codes, [revoked.clone(), ("filed".to_owned(), None), revoked]);
        // The member system still lists them.
        let lines = "A1,Ada,2026-01-05,,,,\nA3,Cy,2026-01-05,,,,\n";
        let outcome = filed(app, &member, &campaign, batch(&given), lines).await;
        assert_eq!(outcome, [told("refused", 0, &["mandate_revoked"]), told("refused", 0, &["mandate_revoked"])]);
        let alone = async |signed_on: &str| {
            let person = json!({ "family_name": "Ada", "external_reference": "A1", "mandate": { "signed_on": signed_on } });
            member.post("/v1/requests", json!({ "campaign_id": campaign, "person": person, "mandate": given })).await
        };
        alone("2026-01-05").await.expect_problem(403, "mandate_revoked");
        let after = (rows(app, "data_subject").await, rows(app, "mandate").await, rows(app, "request").await);
        assert_eq!(after, (before.0, before.1 + 1, before.2 + 1), "Bob alone");

        // Recorded anew by hand, nothing can be done for the person under what was signed before either.
        let again = json!({ "external_reference": "A1", "family_name": "Ada" });
        let again = union::text(&member.post("/v1/data-subjects", again).await.expect_status(201), "id");
        let mut old = given.clone();
        old["signed_on"] = json!(today);
        member.post(&format!("/v1/data-subjects/{again}/mandates"), old).await.expect_problem(403, "mandate_revoked");
        alone("2026-01-05").await.expect_problem(403, "mandate_revoked");
        member.delete(&format!("/v1/data-subjects/{again}")).await.expect_status(204);
        alone("2026-01-05").await.expect_problem(403, "mandate_revoked");
        assert_eq!(rows(app, "erased_person").await, 2, "erased twice is remembered once");
        // A mandate signed later is a new one, and holds once its day has begun in all of the Union.
        app.after(2).await;
        member.forget_token().await;
        alone(&crate::complaints::today_in(app, "Atlantic/Azores")).await.expect_status(201);
    }

    async fn controllers_that_cannot_be_asked_are_told_and_the_others_are_asked(app) {
        let (_, member) = app.organisation("Union").await;
        let (_, stranger) = app.organisation("Stranger").await;
        let sound = controller(app, "sound", feed()).await;
        let mute = controller(app, "mute", json!([])).await;
        let old = controller(app, "old", feed()).await;
        let campaign = campaign(&member, &[&sound, &mute, &old]).await;
        let operator = app.operator().await;
        operator.patch(&format!("/v1/controllers/{old}"), json!({ "state": "retired" })).await.expect_status(200);

        let lines = "A1,Ada,2026-01-05,,,,\nA2,Bob,2026-01-05,,,,sound|nowhere\nA3,Cy,2026-01-05,,,,mute\nA4,Di,2026-01-05,,,,sound\n";
        let outcome = filed(app, &member, &campaign, batch(&mandate(all(), true)), lines).await;
        assert_eq!(outcome, [
            told("partly_filed", 1, &["controller_without_channel", "controller_retired"]),
            told("partly_filed", 1, &["unknown_controller"]),
            told("refused", 0, &["controller_without_channel"]),
            told("filed", 1, &[]),
        ]);
        assert_eq!((rows(app, "data_subject").await, rows(app, "request").await), (3, 3), "nobody is recorded for nothing");

        // One at a time, and where campaigns and batches name them.
        let alone = async |controller: &str| {
            let mut given = mandate(all(), true);
            given["signed_on"] = json!("2026-01-05");
            let person = json!({ "family_name": "Eve", "external_reference": "A5" });
            member.post("/v1/requests", json!({ "campaign_id": campaign, "controllers": [controller], "person": person, "mandate": given })).await
        };
        let private = json!({ "name": "Private", "place": "FR", "channels": feed() });
        let foreign = union::text(&stranger.post("/v1/controllers", private).await.expect_status(201), "id");
        alone(&mute).await.expect_problem(422, "controller_without_channel");
        alone(&old).await.expect_problem(422, "controller_retired");
        for unknown in ["ctl_0193d2b4a1c07e3f8b6a5d4c3b2a1908", &foreign] {
            alone(unknown).await.expect_problem(422, "unknown_controller");
            member.post("/v1/campaigns", union::campaign("More", &[&sound, unknown])).await.expect_problem(422, "unknown_controller");
            let mut named = batch(&Value::Null);
            named["controllers"] = json!([sound, unknown]);
            member.post(&format!("/v1/campaigns/{campaign}/batches"), named).await.expect_problem(422, "unknown_controller");
        }
        assert_eq!((rows(app, "data_subject").await, rows(app, "request").await, rows(app, "campaign").await), (3, 3, 1));
    }

    async fn people_filed_for_before_are_known_however_they_are_written(app) {
        let (_, member) = app.organisation("Union").await;
        let [one, two] = [controller(app, "one", feed()).await, controller(app, "two", feed()).await];
        let campaign = campaign(&member, &[&one, &two]).await;
        let given = mandate(all(), true);
        let first = filed(app, &member, &campaign, batch(&given), "A1,Ada,2026-01-05,,,,one\nA1,Ada,2026-01-05,,,,two\n").await;
        assert_eq!(first, [told("filed", 1, &[]), told("refused", 0, &["duplicate_in_batch"])]);
        // The second upload asks the other controller for the same person, and the same one again.
        let lines = "B1,Bob,2026-01-05,,,,\n A1 ,Ada,2026-01-05,,,,\nB1,Bob,2026-01-05,,,,\n";
        let second = filed(app, &member, &campaign, batch(&given), lines).await;
        assert_eq!(second, [
            told("filed", 2, &[]), told("partly_filed", 1, &["duplicate_request"]), told("refused", 0, &["duplicate_in_batch"]),
        ]);
        assert_eq!((rows(app, "data_subject").await, rows(app, "mandate").await, rows(app, "request").await), (2, 2, 4));
        // Once answered and closed, the same may be asked again; so soon it is a warning (B-4).
        let page = member.get("/v1/requests?limit=10").await.expect_status(200);
        for request in page["items"].as_array().expect("a list") {
            let path = format!("/v1/requests/{}:abandon", union::text(request, "id"));
            member.post(&path, json!({})).await.expect_status(200);
        }
        let again = filed(app, &member, &campaign, batch(&given), "A1,Ada,2026-01-05,,,,\n").await;
        assert_eq!(again, [told("filed", 2, &["recent_request", "recent_request"])]);
    }
}
