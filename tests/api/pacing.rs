//! The pace of a campaign: how many of its requests reach one controller in how much time (B-2).

use jiff::SignedDuration;
use recourse::demo::sample_controller::Receiver;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::union::{self, Addressee, text};
use crate::support::{App, Caller};

/// Files for some people in a campaign with a policy. Gives the campaign.
async fn file(app: &App, member: &Caller, controller: &str, round: usize, count: usize, pacing: Value) -> String {
    let mut campaign = union::campaign(&format!("Access {round}"), &[controller]);
    if !pacing.is_null() {
        campaign["policy"]["pacing"] = pacing;
    }
    let campaign = text(&member.post("/v1/campaigns", campaign).await.expect_status(201), "id");
    let path = format!("/v1/campaigns/{campaign}/batches");
    let batch = member.post(&path, union::batch(union::columns())).await.expect_status(201);
    let path = format!("/v1/batches/{}/content", text(&batch, "id"));
    member.put_bytes(&path, "text/csv", union::people(round, count)).await.expect_status(202);
    while app.step("process_batches").await > 0 {}
    campaign
}

/// How many requests came in since the last look.
fn came(to: &Addressee) -> u64 {
    let carried = |data: &Value| data["bundle"]["request_count"].as_u64().unwrap_or(1);
    to.inbox.take_new().iter().map(|message| carried(&message.data)).sum()
}

async fn pass(app: &App, minutes: i64) {
    app.clock.advance(SignedDuration::from_mins(minutes));
    app.work().await;
}

fn ten_an_hour() -> Value {
    json!({ "requests": 10, "minutes": 60 })
}

on_both! {
    async fn each_window_brings_its_number_and_holds_nobody_else_back(app) {
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let to = union::addressee(app, &receiver, "paced", json!({}), json!({})).await;
        let other = union::addressee(app, &receiver, "other", json!({}), json!({})).await;
        let (_, member) = app.organisation("Union").await;
        let (_, neighbour) = app.organisation("Association").await;
        file(app, &member, &to.id, 1, 25, ten_an_hour()).await;
        app.work().await;
        assert_eq!(came(&to), 10);
        file(app, &member, &to.id, 2, 5, Value::Null).await;
        file(app, &neighbour, &to.id, 3, 7, Value::Null).await;
        file(app, &member, &other.id, 4, 12, ten_an_hour()).await;
        app.work().await;
        assert_eq!((came(&to), came(&other)), (12, 10), "others go at once, and each controller has its own window");
        pass(app, 59).await;
        assert_eq!((came(&to), came(&other)), (0, 0));
        pass(app, 1).await;
        assert_eq!((came(&to), came(&other)), (10, 2));
        pass(app, 60).await;
        assert_eq!(came(&to), 5);
        pass(app, 600).await;
        assert_eq!(came(&to), 0, "each once");
    }

    async fn bundles_carry_no_more_than_a_window_takes(app) {
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let to = union::addressee(app, &receiver, "bundles", json!({ "mode": "bundle", "max_bundle": 100 }), json!({})).await;
        let (_, member) = app.organisation("Union").await;
        file(app, &member, &to.id, 1, 25, ten_an_hour()).await;
        app.work().await;
        assert_eq!(came(&to), 10);
        pass(app, 60).await;
        assert_eq!(came(&to), 10);
        pass(app, 60).await;
        assert_eq!(came(&to), 5);
    }

    async fn what_a_pause_held_up_is_not_made_up_for(app) {
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let to = union::addressee(app, &receiver, "paused", json!({}), json!({})).await;
        let (_, member) = app.organisation("Union").await;
        let campaign = file(app, &member, &to.id, 1, 35, ten_an_hour()).await;
        app.work().await;
        assert_eq!(came(&to), 10);
        let state = async |state: &str| {
            member.forget_token().await;
            member.patch(&format!("/v1/campaigns/{campaign}"), json!({ "state": state })).await.expect_status(200);
        };
        state("paused").await;
        pass(app, 300).await;
        assert_eq!(came(&to), 0);
        state("active").await;
        app.work().await;
        assert_eq!(came(&to), 10, "one window, not five");
        let mut rest = 0;
        for _ in 0..4 {
            pass(app, 60).await;
            let now = came(&to);
            assert!(now <= 10, "{now} in one window");
            rest += now;
        }
        assert_eq!(rest, 15);
    }

    async fn the_pace_of_the_channel_holds_beside_it(app) {
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let to = union::addressee(app, &receiver, "slow", json!({}), json!({ "max_per_minute": 4 })).await;
        let (_, member) = app.organisation("Union").await;
        file(app, &member, &to.id, 1, 14, ten_an_hour()).await;
        app.work().await;
        let mut seen = vec![came(&to)];
        for _ in 0..3 {
            pass(app, 1).await;
            seen.push(came(&to));
        }
        assert_eq!(seen, [4, 4, 2, 0], "four a minute, and ten an hour");
        pass(app, 57).await;
        assert_eq!(came(&to), 4);
    }

    async fn a_pace_out_of_its_bounds_is_refused(app) {
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let to = union::addressee(app, &receiver, "bounds", json!({}), json!({})).await;
        let (_, member) = app.organisation("Union").await;
        for pacing in [json!({ "requests": 0, "minutes": 60 }), json!({ "requests": 10, "minutes": 50_000 }), json!({ "requests": 10 })] {
            let mut campaign = union::campaign("Access", &[&to.id]);
            campaign["policy"]["pacing"] = pacing;
            member.post("/v1/campaigns", campaign).await.expect_problem(422, "invalid_field");
        }
    }
}
