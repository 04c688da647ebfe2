//! Sandboxes: an integration lives through months in a moment, with controllers that the service plays, and nobody else notices.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, ToSpan};
use serde_json::{Value, json};

use crate::complaints::{both_powers, make_eligible};
use crate::on_both;
use crate::support::union::text;
use crate::support::{App, Caller};

/// A sandbox with one controller of each behaviour, and a campaign with all of them.
struct Scene {
    id: String,
    member: Caller,
    controllers: BTreeMap<String, String>,
    campaign: String,
}

impl Scene {
    async fn set(app: &App, behaviours: &[&str]) -> Self {
        let (organisation, member) = app.sandbox("Trying out").await;
        let id = text(&organisation, "id");
        make_eligible(app, &id).await;
        let mut controllers = BTreeMap::new();
        for behaviour in behaviours {
            let channel = json!({ "kind": "simulated", "behaviour": behaviour });
            let entry = json!({ "name": format!("Sample {behaviour}"), "place": "FR", "channels": [channel] });
            let made = member.post("/v1/controllers", entry).await.expect_status(201);
            controllers.insert((*behaviour).to_owned(), text(&made, "id"));
        }
        let campaign = json!({
            "name": "Access", "purpose": "Members want to know", "language": "fr",
            "ask": { "right": "access", "copy": true }, "controllers": controllers.values().collect::<Vec<_>>(),
        });
        let campaign = text(&member.post("/v1/campaigns", campaign).await.expect_status(201), "id");
        Self { id, member, controllers, campaign }
    }

    /// Files for a person with one of the controllers.
    async fn file(&self, behaviour: &str) -> String {
        let now: Timestamp = text(&self.clock().await, "now").parse().unwrap();
        let signed = now.to_zoned(jiff::tz::TimeZone::UTC).date() - 3.days();
        let person = json!({
            "family_name": format!("Of {behaviour}"), "email": format!("{behaviour}@example.org"),
            "external_reference": behaviour, "mandate": { "signed_on": signed },
        });
        let filing = json!({
            "campaign_id": self.campaign, "controllers": [self.controllers[behaviour]], "person": person,
            "mandate": both_powers(),
        });
        let filed = self.member.post("/v1/requests", filing).await.expect_status(201);
        text(&filed["requests"][0], "request_id")
    }

    async fn clock(&self) -> Value {
        self.member.get("/v1/sandbox").await.expect_status(200)
    }

    async fn advance(&self, days: u16, minutes: u16) -> Value {
        let time = json!({ "days": days, "minutes": minutes });
        self.member.post("/v1/sandbox:advance", time).await.expect_status(200)
    }

    async fn see(&self, request: &str) -> Value {
        self.member.get(&format!("/v1/requests/{request}")).await.expect_status(200)["request"].clone()
    }
}

on_both! {
    async fn a_request_is_answered_days_later_within_the_call_that_lets_them_pass(app) {
        let scene = Scene::set(app, &["prompt"]).await;
        let request = scene.file("prompt").await;
        let before: Timestamp = text(&scene.clock().await, "now").parse().unwrap();
        let moved = scene.advance(92, 0).await;
        let [from, to] = ["from", "to"].map(|name| text(&moved, name).parse::<Timestamp>().unwrap());
        assert_eq!(to.duration_since(from), SignedDuration::from_hours(24 * 92));
        let now: Timestamp = text(&scene.clock().await, "now").parse().unwrap();
        assert!(from >= before && now >= to && now < to + SignedDuration::from_mins(1));

        let seen = scene.see(&request).await;
        assert_eq!((&seen["lifecycle"], &seen["outcome"]), (&json!("answered"), &json!("satisfied")), "{seen}");
        let at = |name: &str| text(&seen, name).parse::<Timestamp>().unwrap();
        let minute = SignedDuration::from_mins(1);
        let (received, answered) = (at("received_at"), at("answered_at"));
        let due = at("filed_at") + SignedDuration::from_mins(15);
        assert!(received >= due && received < due + minute, "the undo window was over: {seen}");
        let due = received + SignedDuration::from_hours(240);
        assert!(answered >= due && answered < due + minute, "on day 10: {seen}");
    }
}
