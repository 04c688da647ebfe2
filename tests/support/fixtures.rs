//! An organisation with people, mandates and a campaign, and a controller that has been sent requests.

use std::str::FromStr;

use entity::id::{CampaignId, ControllerId, DataSubjectId, MandateId, OrganisationId, RequestId};
use entity::{campaign, request};
use jiff::{SignedDuration, Timestamp};
use recourse::crypto::Personal;
use recourse::crypto::keyring::place;
use recourse::crypto::webhook::SigningSecret;
use recourse::domain::access::{ClientKind, Scope};
use recourse::domain::ask::Ask;
use recourse::domain::controller::{ControllerState, IdentityElement, IdentityNeed, RecordQuality};
use recourse::domain::request::{Lifecycle, RequestStanding};
use recourse::service::callback_keys::CallbackKeys;
use recourse::service::clients::{self, Party};
use recourse::service::{Call, Failure};
use recourse::store::Controller;
use sea_orm::{ColumnTrait, Database, DatabaseConnection, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};

use super::{App, Caller, Reply};

/// How many people share the requests of a fixture.
const PEOPLE: usize = 3;

/// The scene.
pub struct Fixture {
    pub organisation: OrganisationId,
    pub association: Caller,
    pub campaign: CampaignId,
    pub people: Vec<(DataSubjectId, MandateId)>,
    pub controller: ControllerId,
    pub inbox: Caller,
    pub secret: SigningSecret,
    pub requests: Vec<RequestId>,
    database: DatabaseConnection,
}

pub fn parsed<T: FromStr>(value: &Value) -> T
where
    T::Err: std::fmt::Debug,
{
    value.as_str().expect("a text").parse().expect("its form")
}

impl Fixture {
    /// With so many access requests that were sent just now.
    pub async fn with_requests(app: &App, count: usize) -> Self {
        Self::asking(app, count, json!({ "right": "access", "copy": true }), "organisation").await
    }

    /// With requests of some right, and somebody who receives the answers.
    pub async fn asking(app: &App, count: usize, ask: Value, recipient: &str) -> Self {
        let (organisation, association) = app.organisation("Association").await;
        let organisation: OrganisationId = parsed(&organisation["id"]);
        let ask: Ask = serde_json::from_value(ask).expect("an ask");
        let mut people = Vec::new();
        for number in 0..PEOPLE {
            let person = json!({
                "given_name": "Ada", "family_name": format!("Example {number}"), "email": format!("ada{number}@example.org"),
                "birth_date": "1980-02-03", "phone": "+33 6 30 12 34 56", "external_reference": format!("M{number}"),
            });
            let person = association.post("/v1/data-subjects", person).await.expect_status(201);
            let id = person["id"].as_str().expect("an id");
            let mandate = json!({
                "powers": {
                    "request": { "rights": [ask.right()], "controllers": { "kind": "all" }, "answer_recipient": recipient },
                    "disclosure_consent": true,
                },
                "signed_on": "2026-01-02", "evidence": { "kind": "signed_paper" },
            });
            let path = format!("/v1/data-subjects/{id}/mandates");
            let mandate = association.post(&path, mandate).await.expect_status(201);
            people.push((parsed(&person["id"]), parsed(&mandate["id"])));
        }
        let secret = SigningSecret::generate_ed25519(app.context.random.as_ref());
        let (controller, inbox) = controller(app, &secret).await;
        let url = app.config.database_url.clone().expect("a database");
        let database = Database::connect(url).await.expect("the database answers");
        let campaign: CampaignId = app.context.ids.next();
        let now = app.context.clock.now();
        let keys = app.context.keys.of_organisation(&app.context.db, organisation).await.expect("its keys");
        let asked = serde_json::to_vec(&ask).expect("JSON");
        let row = campaign::Model {
            organisation_id: organisation,
            id: campaign,
            name: "A campaign".into(),
            purpose: "To know".into(),
            right_kind: ask.right().as_str().into(),
            ask: keys.seal(&place::CAMPAIGN_ASK.of(organisation.0, campaign.0), &asked).expect("sealed"),
            controllers: json!([controller]).to_string(),
            language: "fr".into(),
            policy: json!(recourse::domain::campaign::Policy::default()).to_string(),
            state: "active".into(),
            replan_after: None,
            version: 1,
            created_at: now.into(),
            updated_at: now.into(),
        };
        let insert = campaign::Entity::insert(row.into_active_model());
        insert.exec_without_returning(&database).await.expect("a campaign");
        let mut scene = Self {
            organisation,
            association,
            campaign,
            people,
            controller,
            inbox,
            secret,
            requests: Vec::new(),
            database,
        };
        scene.requests = scene.send(app, &ask, scene.controller, count).await;
        scene
    }

    /// Requests that were sent to a controller just now.
    pub async fn send(&self, app: &App, ask: &Ask, controller: ControllerId, count: usize) -> Vec<RequestId> {
        let now = app.context.clock.now();
        let mut rows = Vec::new();
        for number in 0..count {
            let (person, mandate) = self.people[number % self.people.len()];
            let id: RequestId = app.context.ids.next();
            let mut standing = RequestStanding::draft(ask.right(), "FR".parse().expect("a place"));
            standing.state.lifecycle = Lifecycle::Sent;
            standing.facts.sent_at = Some(now);
            rows.push(request::Model {
                organisation_id: self.organisation,
                id,
                campaign_id: self.campaign,
                batch_id: None,
                data_subject_id: person,
                mandate_id: mandate,
                controller_id: controller,
                right_kind: ask.right().as_str().into(),
                scope_hash: id.0.as_bytes().to_vec(),
                lifecycle: "sent".into(),
                clock: "not_started".into(),
                outcome: "none".into(),
                standing: serde_json::to_string(&standing).expect("JSON"),
                ask: None,
                place: "FR".into(),
                dispatch_id: None,
                filed_at: now.into(),
                sent_at: Some(now.into()),
                received_at: None,
                answered_at: None,
                closed_at: None,
                first_deadline: None,
                final_deadline: None,
                overdue_from: None,
                next_due: None,
                edition: None,
                extensions: None,
                event_seq: 0,
                version: 1,
                updated_at: now.into(),
            });
        }
        let ids = rows.iter().map(|row| row.id).collect();
        while !rows.is_empty() {
            let part: Vec<_> = rows.drain(..rows.len().min(500)).map(IntoActiveModel::into_active_model).collect();
            request::Entity::insert_many(part).exec_without_returning(&self.database).await.expect("requests");
        }
        ids
    }

    /// Posts a signed callback.
    pub async fn callback(&self, app: &App, id: &str, body: &Value) -> Reply {
        let body = body.to_string();
        let now = app.context.clock.now();
        let signature = sign(&self.secret, id, now, body.as_bytes());
        post_callback(
            app,
            self.controller,
            &[("webhook-id", id), ("webhook-timestamp", &seconds(now)), ("webhook-signature", &signature)],
            body,
        )
        .await
    }

    /// Answers one request by callback.
    pub async fn say(&self, app: &App, request: RequestId, response: Value) -> Reply {
        let body = one(app, request, response);
        self.callback(app, &format!("msg_{}", super::unique()), &body).await
    }

    /// The request as its organisation sees it.
    pub async fn see(&self, request: RequestId) -> Value {
        self.association.get(&format!("/v1/requests/{request}")).await.expect_status(200)
    }

    /// The codes of what was found about a request.
    pub async fn findings(&self, request: RequestId) -> Vec<String> {
        let seen = self.see(request).await;
        let found = seen["findings"].as_array().expect("a list");
        found.iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
    }

    /// Moves the clock; tokens of before are forgotten.
    pub async fn after(&self, app: &App, days: i64) {
        app.clock.advance(SignedDuration::from_hours(24 * days));
        app.work().await;
        self.association.forget_token().await;
        self.inbox.forget_token().await;
    }
}

/// The body of a callback with one response.
pub fn one(app: &App, request: RequestId, response: Value) -> Value {
    let now = app.context.clock.now();
    json!({ "type": "response", "timestamp": now, "data": { "request_id": request, "response": response } })
}

pub fn seconds(at: Timestamp) -> String {
    at.as_second().to_string()
}

pub fn sign(secret: &SigningSecret, id: &str, at: Timestamp, body: &[u8]) -> String {
    recourse::crypto::webhook::sign(std::slice::from_ref(secret), id, at, body).expect("a signature")
}

/// Posts a callback with whatever headers.
pub async fn post_callback(app: &App, controller: ControllerId, headers: &[(&str, &str)], body: String) -> Reply {
    let caller = app.anonymous();
    let mut request = caller.request(reqwest::Method::POST, &format!("/v1/callbacks/{controller}")).await;
    request = request.header("content-type", "application/json");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    caller.send(request.body(body)).await
}

/// A controller whose callbacks are signed with a key, and a client of it.
pub async fn controller(app: &App, secret: &SigningSecret) -> (ControllerId, Caller) {
    let id: ControllerId = app.context.ids.next();
    let now = app.context.clock.now();
    let mut keys = CallbackKeys::default();
    keys.set_public(vec![(secret.public_text().expect("a public half"), None)], now).expect("a key");
    let need = |element| IdentityNeed { element, description: "As we know it".into(), optional: false };
    let entry = Controller {
        id,
        owner: None,
        slug: format!("controller-{}", super::unique()),
        name: "Controller".into(),
        aliases: Vec::new(),
        place: Some("FR".parse().expect("a place")),
        language: None,
        categories: Vec::new(),
        channels: Vec::new(),
        identity_needs: vec![need(IdentityElement::Name), need(IdentityElement::Email)],
        needs_id_document: false,
        postal_address: Vec::new(),
        quality: RecordQuality::Own,
        source: json!({}),
        source_digest: None,
        state: ControllerState::Active,
        redirect_to: None,
        callback_keys: keys.seal(&app.context.keys, id).expect("sealed"),
        version: 1,
        created_at: now,
        updated_at: now,
    };
    let context = app.context.clone();
    let client = app.context.db.write(move |tx| {
        Box::pin(async move {
            tx.add_controller(&entry).await?;
            let scopes = Scope::of_kind(ClientKind::Controller);
            clients::create_in(&context, tx, &Call::system(), Party::Controller(id), "inbox", scopes).await
        })
    });
    let client = client.await.map_err(|error: Failure| error.into_problem()).expect("a controller's client");
    let secret: Personal<String> = Personal::new(client.client_secret.clone());
    (id, app.client(&client.client_id.to_string(), secret.expose()))
}

/// Audit entries of an organisation: action and subject, in order.
pub async fn audit(app: &App, id: OrganisationId) -> Vec<(String, String)> {
    let rows = app
        .context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let own = entity::audit_entry::Column::OrganisationId.eq(id);
                let rows = entity::audit_entry::Entity::find().filter(own).all(tx).await;
                rows.map_err(recourse::store::StoreError::from)
            })
        })
        .await
        .expect("the record");
    let mut rows: Vec<_> = rows.into_iter().map(|row| (row.id, row.action, row.subject)).collect();
    rows.sort();
    rows.into_iter().map(|(_, action, subject)| (action, subject)).collect()
}
