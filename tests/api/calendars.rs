//! Calendars as data: a revision is imported, noticed, and moves the open deadlines it affects, once, with a trace.

use jiff::{SignedDuration, Timestamp};
use recourse::domain::calendar::Calendars;
use recourse::domain::deadline::{Receipt, ReceiptKind};
use recourse::domain::reference::Reference;
use recourse::domain::request::{Author, Event};
use recourse::service::calendars;
use recourse::service::progress::{self, Change};
use recourse::service::reference::{self, ImportedOutcome, InForce};
use serde_json::{Value, json};

use super::requests::filed_with;
use crate::on_both;
use crate::support::{App, Caller};

const FRANCE: &str = include_str!("../../src/domain/calendar/data/FR.txt");

/// A holiday on 2 April 2027, a Friday, on which what was received on 2 March is due.
const A_DAY_MORE: &str = "* | 2027-04-02 | | | Jour de deuil national | Day of national mourning";

/// The calendar of France under another version, with more lines.
fn france(version: &str, more: &str) -> String {
    let kept: Vec<_> = FRANCE.lines().filter(|line| !line.starts_with("version")).collect();
    format!("version {version}\n{}\n{more}\n", kept.join("\n"))
}

async fn import(app: &App, text: String) -> ImportedOutcome {
    let texts = vec![("FR.txt".to_owned(), text)];
    reference::import::<Calendars>(&app.context, texts, false).await.expect("an import").remove(0).outcome
}

/// Requests that were received on 2 March 2027 at a place. Gives their paths.
async fn received(app: &App, caller: &Caller, slug: &str, place: &str, people: usize) -> Vec<String> {
    let (campaign, _) = filed_with(app, caller, slug, place, people).await;
    let page = caller.get(&format!("/v1/requests?campaign_id={campaign}")).await.expect_status(200);
    let ids = page["items"].as_array().expect("items").iter().map(|item| item["id"].as_str().expect("an id"));
    let paths: Vec<_> = ids.map(|id| format!("/v1/requests/{id}")).collect();
    for path in &paths {
        let receipt = json!({ "kind": "registered_delivery", "received_at": app.context.clock.now().to_string() });
        let request = caller.post(&format!("{path}/receipts"), receipt).await.expect_status(200);
        assert_eq!(request["final_deadline"], "2027-04-02", "{place}");
    }
    paths
}

async fn at_the_second_of_march(app: &App) {
    let then: Timestamp = "2027-03-02T09:00:00Z".parse().expect("an instant");
    app.clock.advance(then.duration_since(app.context.clock.now()));
}

async fn due(caller: &Caller, path: &str) -> Value {
    caller.get(path).await.expect_status(200)["deadline"]["final_deadline"].clone()
}

/// The events by which a request was told of computed dates.
async fn computed(caller: &Caller, path: &str) -> Vec<Value> {
    let timeline = caller.get(&format!("{path}/events")).await.expect_status(200);
    let events = timeline["items"].as_array().expect("items").iter();
    events.filter(|event| event["kind"] == "deadline.computed").map(|event| event["data"]["change"].clone()).collect()
}

on_both! {
    async fn an_operator_imports_by_the_api_and_anybody_sees_what_is_in_force(app) {
        let of_france = async || {
            let listed = app.anonymous().get("/v1/calendars").await.expect_status(200);
            assert_eq!(listed.as_array().expect("a list").len(), 32);
            listed.as_array().unwrap().iter().find(|one| one["country"] == "FR").expect("France").clone()
        };
        let bundled = of_france().await;
        assert_eq!((&bundled["imported"], &bundled["first_year"], &bundled["last_year"]), (&json!(false), &json!(2018), &json!(2040)));
        let operator = app.operator().await;
        let new = |dry_run: bool| json!({ "name": "FR.txt", "text": france("FR-2099.1", A_DAY_MORE), "dry_run": dry_run });
        let tried = operator.post("/v1/calendars", new(true)).await.expect_status(200);
        assert_eq!((&tried["outcome"], of_france().await), (&json!("added"), bundled.clone()));
        let added = operator.post_with_key("/v1/calendars", "import", new(false)).await.expect_status(200);
        assert_eq!(added, json!({ "file": "FR.txt", "outcome": "added", "version": "FR-2099.1", "replaces": bundled["version"] }));
        let again = operator.post_with_key("/v1/calendars", "import", new(false)).await;
        assert_eq!((again.header("idempotency-replayed"), again.json()), (Some("true"), added));
        let once_more = operator.post("/v1/calendars", new(false)).await.expect_status(200);
        assert_eq!(once_more["outcome"], "unchanged");
        let now = of_france().await;
        assert_eq!((&now["version"], &now["imported"]), (&json!("FR-2099.1"), &json!(true)));
        let refused = operator.post("/v1/calendars", json!({ "name": "x", "text": "nonsense" })).await.expect_status(200);
        assert_eq!(refused["outcome"], "refused");
        let (_, member) = app.organisation("Union").await;
        member.post("/v1/calendars", new(false)).await.expect_problem(403, "insufficient_scope");
        app.anonymous().post("/v1/calendars", new(false)).await.expect_problem(401, "unauthenticated");
    }

    async fn a_corrected_calendar_moves_open_deadlines_of_every_organisation(app) {
        at_the_second_of_march(app).await;
        let (_, caller) = app.organisation("Union").await;
        let (_, other) = app.organisation("Consumers").await;
        let here = received(app, &caller, "one", "FR", 3).await;
        let there = received(app, &other, "two", "FR-57", 1).await;
        let abroad = received(app, &caller, "three", "DE-BE", 1).await;
        let (answered, withdrawn) = (&here[1], &here[2]);
        let answer = json!({ "response": { "kind": "no_data", "message": "Nothing." }, "received_at": app.context.clock.now() });
        caller.post(&format!("{answered}/responses"), answer).await.expect_status(201);
        caller.post(&format!("{withdrawn}:withdraw"), json!({})).await.expect_status(200);
        let untouched = caller.get(&abroad[0]).await.expect_status(200);
        let done = [caller.get(answered).await.expect_status(200), caller.get(withdrawn).await.expect_status(200)];
        let before = caller.get(&here[0]).await.expect_status(200)["deadline"]["calendar_version"].clone();

        let added = import(app, france("FR-2099.1", A_DAY_MORE)).await;
        assert!(matches!(&added, ImportedOutcome::Added { version, replaces: Some(old) }
            if version == "FR-2099.1" && Some(old.as_str()) == before.as_str()), "{added:?}");
        app.work().await;
        for (caller, path) in [(&caller, &here[0]), (&other, &there[0])] {
            let detail = caller.get(&format!("{path}?language=en")).await.expect_status(200);
            assert_eq!(detail["deadline"]["final_deadline"], "2027-04-05", "one working day later");
            assert_eq!(detail["deadline"]["calendar_version"], "FR-2099.1");
            assert_eq!(detail["request"]["final_deadline"], "2027-04-05");
            assert!(detail["explanation"].to_string().contains("Day of national mourning"), "{}", detail["explanation"]);
            let changes = computed(caller, path).await;
            assert_eq!(changes.len(), 2, "{changes:?}");
            assert_eq!((&changes[1]["cause"], &changes[1]["author"]), (&json!("new_edition"), &json!("system")));
            assert_eq!(changes[1]["basis"]["calendar_version"], "FR-2099.1");
            assert_eq!((&changes[1]["before"]["final_deadline"], &changes[1]["before"]["basis"]["calendar_version"]), (&json!("2027-04-02"), &before));
        }
        assert_eq!(caller.get(&abroad[0]).await.expect_status(200), untouched, "another country");
        assert_eq!([caller.get(answered).await.expect_status(200), caller.get(withdrawn).await.expect_status(200)], done);
        assert_eq!(app.step("recompute_deadlines").await, 0, "once");

        // Silence is found after the new date and not after the old one.
        let overdue = async |caller: &Caller| caller.get("/v1/requests?overdue=true").await.expect_status(200)["items"].as_array().expect("items").len();
        app.clock.advance(SignedDuration::from_hours(32 * 24));
        app.work().await;
        for one in [&caller, &other] {
            one.forget_token().await;
        }
        assert_eq!((overdue(&caller).await, overdue(&other).await), (1, 0), "3 April: only abroad");
        app.after(3).await;
        for one in [&caller, &other] {
            one.forget_token().await;
        }
        assert_eq!((overdue(&caller).await, overdue(&other).await), (2, 1), "6 April");

        // A later revision takes the day back: the date moves earlier, and it is told why.
        assert!(matches!(import(app, france("FR-2099.2", "")).await, ImportedOutcome::Added { .. }));
        app.work().await;
        assert_eq!(due(&caller, &here[0]).await, "2027-04-02");
        let changes = computed(&caller, &here[0]).await;
        assert_eq!((changes.len(), &changes[2]["cause"]), (3, &json!("new_edition")));
        assert_eq!(changes[2]["before"]["final_deadline"], "2027-04-05");
        let mut inspector = app.inspector().await;
        let noted = "SELECT count(*) FROM audit_entry WHERE subject = 'calendar:FR-2099.2' AND action = 'create'";
        assert_eq!(inspector.number(noted).await, 1);
    }

    async fn a_calendar_that_moves_nothing_is_noted_and_not_told(app) {
        at_the_second_of_march(app).await;
        let (_, caller) = app.organisation("Union").await;
        let paths = received(app, &caller, "one", "FR", 2).await;
        import(app, france("FR-2099.1", "* | 2027-09-09 | | | Fête | Feast")).await;
        app.work().await;
        for path in &paths {
            let detail = caller.get(path).await.expect_status(200);
            assert_eq!(detail["deadline"]["calendar_version"], "FR-2099.1");
            assert_eq!(computed(&caller, path).await.len(), 1, "no event where no date moved");
        }
    }

    async fn two_workers_and_one_that_died_compute_each_deadline_anew_once(app) {
        at_the_second_of_march(app).await;
        let (_, caller) = app.organisation("Union").await;
        let paths = received(app, &caller, "one", "FR", 5).await;
        let beside = app.beside().await;
        import(app, france("FR-2099.1", A_DAY_MORE)).await;
        // The first instance does a part and is not heard of again.
        assert_eq!(calendars::recompute_at_once(&app.context, 2).await.expect("a part"), 2);
        let moved = async || {
            let mut moved = 0;
            for path in &paths {
                moved += usize::from(due(&caller, path).await == "2027-04-05");
            }
            moved
        };
        assert_eq!(moved().await, 2);
        // The others notice the calendar by themselves and do the rest at one time.
        let all = async |context| while calendars::recompute_at_once(context, 2).await.expect("a part") > 0 {};
        tokio::join!(all(&beside), all(&app.context));
        assert_eq!(moved().await, 5);
        for path in &paths {
            assert_eq!(computed(&caller, path).await.len(), 2, "{path}");
        }
    }

    async fn an_instance_that_has_not_noticed_moves_nothing_back(app) {
        at_the_second_of_march(app).await;
        let (_, caller) = app.organisation("Union").await;
        let path = received(app, &caller, "one", "FR", 1).await.remove(0);
        let beside = app.beside().await;
        import(app, france("FR-2099.1", A_DAY_MORE)).await;
        app.work().await;
        assert_eq!(due(&caller, &path).await, "2027-04-05");
        // A fresh memory of calendars, as another process has it before it looks.
        let mut late = beside;
        late.calendars = InForce::default();
        let edition = late.db.edition_after("").await.expect("a look").expect("an edition");
        let request = late.db.requests_of_edition(&edition, None, 9).await.expect("requests").remove(0);
        let (organisation, now) = (request.organisation, late.clock.now());
        let receipt = Receipt::at(ReceiptKind::ControllerAcknowledgement, now);
        let change = Change { request, event: Event::Receipt { receipt } };
        let inner = late.clone();
        let moved = late.db.write(move |tx| Box::pin(async move {
            progress::apply(&inner, tx, organisation, vec![change], now, Author::Organisation, "test").await
        }));
        moved.await.expect("the calendar is looked up in time").remove(0).expect("a better proof");
        let detail = caller.get(&path).await.expect_status(200);
        assert_eq!(detail["deadline"]["calendar_version"], "FR-2099.1");
        assert_eq!(detail["deadline"]["final_deadline"], "2027-04-05");
    }

    async fn imports_are_repeatable_and_refused_with_the_reason(app) {
        let good = france("FR-2099.2", A_DAY_MORE);
        assert!(matches!(import(app, good.clone()).await, ImportedOutcome::Added { .. }));
        assert_eq!(import(app, good.clone()).await, ImportedOutcome::Unchanged { version: "FR-2099.2".to_owned() });
        let refused = async |text: String, why: &str| match import(app, text).await {
            ImportedOutcome::Refused { reason } => assert!(reason.contains(why), "{reason}"),
            other => panic!("{other:?}"),
        };
        refused(france("FR-2099.2", ""), "other content").await;
        refused(france("FR-2099.1", ""), "not newer than FR-2099.2").await;
        refused(FRANCE.to_owned(), "not newer than FR-2099.2").await;
        refused(france("FR-2099.3", "* | 2027-02-30 | | | Rien | Nothing"), "* | 2027-02-30 | | | Rien | Nothing").await;
        refused(france("FR-2099.3", "").replace("2018 2040", "2025 2040"), "the years 2018 to 2040").await;
        let mut inspector = app.inspector().await;
        assert_eq!(inspector.number("SELECT count(*) FROM reference_revision").await, 1);
        assert_eq!(app.beside().await.calendars.now().version_in("FR").to_string(), "2099.2", "a restart keeps it");
        let trial = vec![("FR.txt".to_owned(), france("FR-2099.4", ""))];
        let trial = reference::import::<Calendars>(&app.context, trial, true).await.expect("a dry run");
        assert!(matches!(trial[0].outcome, ImportedOutcome::Added { .. }));
        assert_eq!(inspector.number("SELECT count(*) FROM reference_revision").await, 1, "a dry run changes nothing");
    }
}
