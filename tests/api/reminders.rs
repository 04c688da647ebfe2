//! Reminders and deadlines that pass: when, once, and of the right date, with several workers, stepped clocks and standstills.

use entity::id::OrganisationId;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use recourse::demo::sample_controller::Receiver;
use recourse::domain::right::Right;
use recourse::service::requests::sweep_deadlines;
use recourse::store::{FilingFrame, FilingRows, Follow, StoreError};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::union::{self, text};
use crate::support::{App, Caller};

/// Requests that a controller in France received just now.
struct Scene {
    organisation: OrganisationId,
    member: Caller,
    campaign: String,
    due: Date,
    _receiver: Receiver,
}

impl Scene {
    async fn with(app: &App, people: usize) -> Self {
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let controller =
            union::addressee(app, &receiver, "one", json!({ "mode": "bundle", "max_bundle": 1000 }), json!({})).await;
        let (organisation, member) = app.organisation("Union").await;
        let batch = union::upload(&member, &[&controller.id], union::columns(), union::people(0, people)).await;
        app.work().await;
        let campaign = text(&member.get(&batch).await.expect_status(200), "campaign_id");
        let page = member.get("/v1/requests?limit=1").await.expect_status(200);
        let due = text(&page["items"][0], "final_deadline").parse().unwrap();
        let organisation = text(&organisation, "id").parse().unwrap();
        Self { organisation, member, campaign, due, _receiver: receiver }
    }

    /// The first instant of a day before the deadline.
    fn start(&self, days: i64) -> Timestamp {
        let day = self.due.checked_sub(days.days()).unwrap();
        day.in_tz("Europe/Paris").unwrap().timestamp()
    }

    /// Sets the clock, lets the sweep work and gives the reminders told so far.
    async fn at(&self, app: &App, instant: Timestamp) -> Vec<Value> {
        set(app, instant);
        sweep(app).await;
        self.told(app, "deadline.approaching").await
    }

    async fn told(&self, app: &App, kind: &str) -> Vec<Value> {
        app.until_visible().await;
        self.member.forget_token().await;
        let page = self.member.get(&format!("/v1/events?kind={kind}&limit=200")).await.expect_status(200);
        page["items"].as_array().unwrap().iter().map(|event| event["data"].clone()).collect()
    }

    async fn plan(&self, reminders: Value) {
        let policy = json!({ "policy": { "undo_window_seconds": 0, "reminders": reminders } });
        self.member.forget_token().await;
        self.member.patch(&format!("/v1/campaigns/{}", self.campaign), policy).await.expect_status(200);
    }
}

fn set(app: &App, instant: Timestamp) {
    app.clock.advance(instant.duration_since(app.context.clock.now()));
}

async fn sweep(app: &App) {
    while app.step("sweep_deadlines").await > 0 {}
}

fn left(told: &[Value]) -> Vec<u64> {
    told.iter().map(|data| data["days_left"].as_u64().unwrap()).collect()
}

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

on_both! {
    async fn reminders_come_on_their_local_days_and_after_a_standstill_as_one(app) {
        let scene = Scene::with(app, 2).await;
        assert_eq!(scene.at(app, scene.start(14) - MINUTE).await, [] as [Value; 0], "never early");
        let told = scene.at(app, scene.start(14)).await;
        assert_eq!(left(&told), [14, 14]);
        assert_eq!((&told[0]["due"], &told[0]["reminders"]), (&json!(scene.due), &json!([14])));
        let mut names: Vec<_> = told[0].as_object().unwrap().keys().map(String::as_str).collect();
        names.sort_unstable();
        let thin = ["campaign_id", "clock", "controller_id", "data_subject_id", "days_left", "due", "final_deadline",
                    "first_deadline", "lifecycle", "outcome", "reminders", "right"];
        assert_eq!(names, thin, "ids, dates and words");

        // The clock steps back and comes again.
        for days in [20, 14] {
            assert_eq!(scene.at(app, scene.start(days)).await.len(), 2);
        }
        let told = scene.at(app, scene.start(1)).await;
        assert_eq!(left(&told), [14, 14, 1, 1]);
        assert_eq!(told[2]["reminders"], json!([7, 2]), "the two that nobody saw to, as one");
        assert!(scene.told(app, "deadline.first_passed").await.is_empty());
        assert_eq!(left(&scene.at(app, scene.start(0)).await), [14, 14, 1, 1, 0, 0]);
        assert_eq!(scene.at(app, scene.start(-1) - MINUTE).await.len(), 6);
        assert!(scene.told(app, "deadline.first_passed").await.is_empty(), "never early");
        assert_eq!(scene.at(app, scene.start(-1)).await.len(), 6);
        assert_eq!(scene.told(app, "deadline.first_passed").await.len(), 2);
        assert_eq!(scene.at(app, scene.start(-60)).await.len(), 6);
        let mut inspector = app.inspector().await;
        assert_eq!(inspector.number("SELECT count(*) FROM request WHERE next_due IS NOT NULL").await, 0);
        let noted = "SELECT count(*) FROM audit_entry WHERE actor = 'system' AND subject = 'request' AND record_count = 2 AND action = 'change'";
        assert!(inspector.number(noted).await >= 4, "each change has its entry");
    }

    async fn what_is_due_is_told_once_by_workers_beside_each_other_that_are_cut_off_and_whose_clocks_step(app) {
        const PEOPLE: usize = 1_300;
        let scene = Scene::with(app, PEOPLE).await;
        let beside = app.beside().await;
        for (forth, back) in [(scene.start(14), 20), (scene.start(2), 10), (scene.start(-3), 30)] {
            set(app, forth);
            for pause in 0..6 {
                let cut_off = tokio::spawn(sweep_deadlines(beside.clone()));
                tokio::time::sleep(std::time::Duration::from_millis(3 * pause)).await;
                cut_off.abort();
            }
            let work = |context: recourse::service::Context| async move {
                // A connection that was cut off while it began something says so once.
                while sweep_deadlines(context.clone()).await.unwrap_or(1) > 0 {}
            };
            let back = async {
                tokio::time::sleep(std::time::Duration::from_millis(40)).await;
                set(app, forth - SignedDuration::from_hours(24 * back));
                tokio::time::sleep(std::time::Duration::from_millis(40)).await;
                set(app, forth);
            };
            tokio::join!(work(app.context.clone()), work(beside.clone()), work(beside.clone()), back);
            // What was cut off has let go of its rows.
            app.until_visible().await;
            sweep(app).await;
        }
        let mut inspector = app.inspector().await;
        for (kind, each) in [("deadline.approaching", 2), ("deadline.first_passed", 1), ("deadline.final_passed", 1), ("finding.recorded", 1)] {
            let told = format!("SELECT count(*) FROM event WHERE kind = '{kind}'");
            assert_eq!(inspector.number(&told).await, (PEOPLE * each) as i64, "{kind}");
            let requests = format!("SELECT count(DISTINCT request_id) FROM event WHERE kind = '{kind}'");
            assert_eq!(inspector.number(&requests).await, PEOPLE as i64, "{kind}");
        }
        assert_eq!(inspector.number("SELECT count(*) FROM finding").await, PEOPLE as i64);
        let gaps = "SELECT count(*) FROM request r WHERE r.event_seq <> (SELECT count(*) FROM event e \
                    WHERE e.organisation_id = r.organisation_id AND e.request_id = r.id)";
        assert_eq!(inspector.number(gaps).await, 0, "timelines with a gap or a repetition");
    }

    async fn other_reminders_hold_for_open_requests_too(app) {
        let scene = Scene::with(app, 2).await;
        let refused = json!({ "policy": { "reminders": [7, 7] } });
        scene.member.patch(&format!("/v1/campaigns/{}", scene.campaign), refused).await.expect_problem(422, "invalid_field");
        scene.plan(json!([3, 21])).await;
        assert_eq!(app.step("replan_reminders").await, 1);
        assert_eq!(app.step("replan_reminders").await, 0);
        let shown = scene.member.get(&format!("/v1/campaigns/{}", scene.campaign)).await.expect_status(200);
        assert_eq!(shown["policy"]["reminders"], json!([21, 3]));
        assert_eq!(scene.at(app, scene.start(21) - MINUTE).await.len(), 0);
        assert_eq!(left(&scene.at(app, scene.start(21)).await), [21, 21]);
        assert_eq!(scene.at(app, scene.start(4)).await.len(), 2);
        scene.plan(json!([30, 5])).await;
        app.step("replan_reminders").await;
        assert_eq!(left(&scene.at(app, scene.start(4)).await), [21, 21, 4, 4], "told at once, and 30 days not anew");
        scene.plan(json!([])).await;
        app.step("replan_reminders").await;
        assert_eq!(scene.at(app, scene.start(-1)).await.len(), 4);
        assert_eq!(scene.told(app, "deadline.first_passed").await.len(), 2, "what has passed is always told");
    }

    async fn what_is_filed_under_reminders_that_have_just_changed_is_gone_through_again(app) {
        let scene = Scene::with(app, 1).await;
        scene.plan(json!([5])).await;
        while app.step("replan_reminders").await > 0 {}
        let mut inspector = app.inspector().await;
        let present = "SELECT count(*) FROM request WHERE standing LIKE '%\"reminders\":[5]%'";
        assert_eq!(inspector.number(present).await, 1);
        let owner = scene.member.get(&format!("/v1/campaigns/{}", scene.campaign)).await.expect_status(200);
        let (campaign, organisation) = (text(&owner, "id").parse().unwrap(), scene.organisation);
        for (reminders, to_do) in [(vec![5], 0), (vec![14, 7], 1)] {
            let now = app.context.clock.now();
            let frame = FilingFrame {
                organisation, campaign, batch: None, right: Right::Access, at: now, send_from: now, author: "tests".into(),
                pacing: None, follow: Follow { reminders: reminders.into(), ..Follow::default() }, recent_months: 3,
            };
            app.context.db.write(move |tx| Box::pin(async move { tx.file(&frame, FilingRows::default()).await })).await.unwrap();
            assert_eq!(inspector.number("SELECT count(*) FROM campaign WHERE replan_after IS NOT NULL").await, to_do);
        }
        assert_eq!(app.step("replan_reminders").await, 1);
    }

    async fn a_request_that_cannot_be_read_holds_up_no_other(app) {
        let scene = Scene::with(app, 3).await;
        let spoil = "UPDATE request SET standing = '{}' WHERE id = (SELECT id FROM request ORDER BY id LIMIT 1)";
        app.context.db.write(move |tx| Box::pin(async move {
            tx.execute_unprepared(spoil).await?;
            Ok::<_, StoreError>(())
        })).await.unwrap();
        assert_eq!(scene.at(app, scene.start(14)).await.len(), 2);
        assert_eq!(app.step("sweep_deadlines").await, 0, "it rests");
        assert_eq!(scene.at(app, scene.start(14) + SignedDuration::from_hours(2)).await.len(), 2);
    }
}
