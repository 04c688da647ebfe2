//! Requests as filing leaves them, with the messages that carry them, for the tests of what follows.

use std::sync::Arc;

use entity::id::{ControllerId, DataSubjectId, DeliveryId, MandateId, OrganisationId, RequestId};
use entity::time::Instant;
use recourse::crypto::webhook::VerifyingKey;
use recourse::demo::sample_controller::{Inbox, Receiver};
use recourse::service::Failure;
use recourse::store::StoreError;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::{Value, json};

use super::{App, Caller};

/// An organisation with a mandate of one person, and a controller that receives messages.
pub struct Filing {
    pub organisation: OrganisationId,
    pub member: Caller,
    pub mandate: MandateId,
    pub controller: ControllerId,
    pub inbox: Arc<Inbox>,
    secret: String,
    subject: DataSubjectId,
    _receiver: Receiver,
}

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(value: &Value) -> T {
    value["id"].as_str().expect("an id").parse().expect("an id")
}

impl Filing {
    pub async fn with_webhook(app: &App) -> Self {
        let (organisation, member) = app.organisation("Union").await;
        let person = json!({ "full_name": "Noël Pereira", "email": "noel@example.org" });
        let subject: DataSubjectId = id(&member.post("/v1/data-subjects", person).await.expect_status(201));
        let signed = app.context.clock.now() - jiff::SignedDuration::from_hours(240);
        let signed = signed.to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
        let mandate = json!({
            "powers": {
                "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
                "disclosure_consent": true
            },
            "signed_on": signed, "evidence": { "kind": "signed_paper" }
        });
        let mandate = member.post(&format!("/v1/data-subjects/{subject}/mandates"), mandate).await.expect_status(201);
        let receiver = Receiver::start(app.clock.clone()).expect("a receiving server");
        let inbox = receiver.inbox("controller");
        let new = json!({
            "name": "Example", "place": "FR", "categories": ["commerce"],
            "channels": [{ "kind": "webhook", "url": receiver.url("controller") }]
        });
        let made = app.operator().await.post("/v1/controllers", new).await.expect_status(201);
        let secret = made["webhook_secret"].as_str().expect("a secret");
        inbox.set_keys(vec![VerifyingKey::parse(secret).expect("a secret")]);
        app.prove().await;
        Self {
            organisation: id(&organisation),
            member,
            mandate: id(&mandate),
            controller: id(&made),
            inbox,
            secret: secret.to_owned(),
            subject,
            _receiver: receiver,
        }
    }

    /// With what the controller's receiver verifies messages.
    pub fn keys(&self) -> Vec<VerifyingKey> {
        vec![VerifyingKey::parse(&self.secret).expect("a secret")]
    }

    /// One request on its way over a channel, in a message of the given state.
    pub async fn file(&self, app: &App, channel: &str, state: &str) -> (RequestId, DeliveryId) {
        let delivery = app.context.ids.next();
        let requests = self.requests(app, delivery, 1).await;
        self.carry(app, delivery, Some(requests[0]), 1, channel, state).await;
        (requests[0], delivery)
    }

    /// A bundle of requests over the webhook.
    pub async fn file_bundle(&self, app: &App, count: i32) -> (Vec<RequestId>, DeliveryId) {
        let delivery = app.context.ids.next();
        let requests = self.requests(app, delivery, count).await;
        self.carry(app, delivery, None, count, "webhook", "pending").await;
        (requests, delivery)
    }

    async fn requests(&self, app: &App, delivery: DeliveryId, count: i32) -> Vec<RequestId> {
        let at = Instant(app.context.clock.now());
        let standing = json!({
            "right": "access", "place": "FR",
            "state": { "lifecycle": "ready", "clock": "not_started", "outcome": "none" }
        });
        let rows: Vec<_> = (0..count)
            .map(|_| {
                let id: RequestId = app.context.ids.next();
                entity::request::ActiveModel {
                    organisation_id: Set(self.organisation),
                    id: Set(id),
                    campaign_id: Set(app.context.ids.next()),
                    batch_id: Set(None),
                    data_subject_id: Set(self.subject),
                    mandate_id: Set(self.mandate),
                    controller_id: Set(self.controller),
                    right_kind: Set("access".to_owned()),
                    scope_hash: Set(id.0.as_bytes().to_vec()),
                    lifecycle: Set("ready".to_owned()),
                    clock: Set("not_started".to_owned()),
                    outcome: Set("none".to_owned()),
                    standing: Set(standing.to_string()),
                    ask: Set(None),
                    place: Set("FR".to_owned()),
                    dispatch_id: Set(Some(delivery)),
                    filed_at: Set(at),
                    sent_at: Set(None),
                    received_at: Set(None),
                    answered_at: Set(None),
                    closed_at: Set(None),
                    first_deadline: Set(None),
                    final_deadline: Set(None),
                    overdue_from: Set(None),
                    next_due: Set(None),
                    edition: Set(None),
                    extensions: Set(None),
                    event_seq: Set(1),
                    version: Set(1),
                    updated_at: Set(at),
                }
            })
            .collect();
        let ids = rows.iter().map(|row| row.id.clone().unwrap()).collect();
        let stored = |error| Failure::from(StoreError::from(error));
        app.context
            .db
            .write(move |tx| {
                Box::pin(async move {
                    for rows in rows.chunks(500) {
                        let insert = entity::request::Entity::insert_many(rows.to_vec());
                        insert.exec_without_returning(tx).await.map_err(stored)?;
                    }
                    Ok::<_, Failure>(())
                })
            })
            .await
            .expect("requests");
        ids
    }

    async fn carry(
        &self,
        app: &App,
        delivery: DeliveryId,
        request: Option<RequestId>,
        count: i32,
        channel: &str,
        state: &str,
    ) {
        let (now, organisation, receiver) = (app.context.clock.now(), self.organisation, self.controller.into());
        let at = Instant(now);
        let waits = state == "pending";
        let message = entity::delivery::ActiveModel {
            organisation_id: Set(organisation),
            id: Set(delivery),
            receiver_id: Set(receiver),
            controller_id: Set(Some(self.controller)),
            channel: Set(channel.to_owned()),
            kind: Set(if request.is_some() { "request.filed" } else { "requests.filed" }.to_owned()),
            request_id: Set(request),
            request_count: Set(count),
            batch_id: Set(None),
            campaign_id: Set(None),
            payload: Set("{}".to_owned()),
            state: Set(state.to_owned()),
            attempts: Set(0),
            next_attempt_at: Set(waits.then_some(at)),
            last_failure: Set(None),
            created_at: Set(at),
            settled_at: Set(None),
        };
        let stored = |error| Failure::from(StoreError::from(error));
        app.context
            .db
            .write(move |tx| {
                Box::pin(async move {
                    entity::delivery::Entity::insert(message).exec_without_returning(tx).await.map_err(stored)?;
                    if waits {
                        tx.wake_lane(organisation, receiver, now, now).await?;
                    }
                    Ok::<_, Failure>(())
                })
            })
            .await
            .expect("a message");
    }

    /// The request as the API shows it.
    pub async fn request(&self, id: RequestId) -> Value {
        self.member.get(&format!("/v1/requests/{id}")).await.expect_status(200)
    }

    /// The delivery as the API shows it.
    pub async fn delivery(&self, id: DeliveryId) -> Value {
        self.member.get(&format!("/v1/deliveries/{id}")).await.expect_status(200)
    }
}
