//! Organisations with a person each, and requests as the rules make them, from which the others are copied.

use entity::id::{ControllerId, DataSubjectId, MandateId, OrganisationId, RequestId};
use entity::request;
use jiff::{SignedDuration, Timestamp};
use recourse::domain::calendar::Calendars;
use recourse::domain::deadline::{Receipt, ReceiptKind};
use recourse::domain::request::{Author, Event, Lifecycle, RequestStanding, apply};
use recourse::domain::right::Right;
use sea_orm::{Database, EntityTrait, IntoActiveModel};
use serde_json::json;

use crate::sets::{NOT_DUE, OWNERS};
use crate::support::{App, fixtures::parsed};

/// Days since receipt after which a reminder is due and nothing else, and after which the deadline has passed.
const REMINDED: i64 = 20;
const PASSED: i64 = 45;

/// Stores them. The templates stand in the order of their ids; they are never due themselves.
pub async fn store(app: &App) {
    let operator = app.operator().await;
    let entry = json!({ "name": "Controller", "slug": "one", "place": "FR", "channels": [{ "kind": "feed" }] });
    let controller: ControllerId = parsed(&operator.post("/v1/controllers", entry).await.expect_status(201)["id"]);
    let mut first: Option<(OrganisationId, DataSubjectId, MandateId)> = None;
    for number in 0..OWNERS {
        let (organisation, member) = app.organisation(&format!("Union {number}")).await;
        let person = json!({ "full_name": "Ada Example", "email": "ada@example.org" });
        let person: DataSubjectId = parsed(&member.post("/v1/data-subjects", person).await.expect_status(201)["id"]);
        let mandate = json!({
            "powers": {
                "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
                "disclosure_consent": true,
            },
            "signed_on": "2026-01-02", "evidence": { "kind": "signed_paper" },
        });
        let path = format!("/v1/data-subjects/{person}/mandates");
        let mandate: MandateId = parsed(&member.post(&path, mandate).await.expect_status(201)["id"]);
        first = first.or(Some((parsed(&organisation["id"]), person, mandate)));
    }
    let (organisation, person, mandate) = first.expect("an organisation");
    let now = app.context.clock.now();
    let (soon, never) = (now + SignedDuration::from_mins(30), now + SignedDuration::from_hours(24 * 365));
    let mut kinds: Vec<(i64, Option<Timestamp>)> = (0..NOT_DUE).map(|number| (number as i64 / 3, None)).collect();
    for due in [now, soon, never] {
        kinds.extend([(REMINDED, Some(due)), (PASSED, Some(due))]);
    }
    let database = Database::connect(app.config.database_url()).await.expect("the database answers");
    for (days, due) in kinds {
        let standing = received(now - SignedDuration::from_hours(24 * days));
        let id: RequestId = app.context.ids.next();
        let mut row = row(organisation, person, mandate, controller, id, &standing);
        row.next_due = due.or(standing.next_due()).map(Into::into);
        request::Entity::insert(row.into_active_model()).exec_without_returning(&database).await.expect("a request");
    }
}

fn received(at: Timestamp) -> RequestStanding {
    let mut standing = RequestStanding::draft(Right::Access, "FR".parse().expect("a place"));
    standing.state.lifecycle = Lifecycle::Sent;
    standing.facts.sent_at = Some(at);
    let receipt = Event::Receipt { receipt: Receipt::at(ReceiptKind::DeliveryConfirmation, at) };
    apply(&standing, &receipt, at, Author::System, &Calendars::bundled()).expect("it is received").standing
}

fn row(
    organisation_id: OrganisationId,
    data_subject_id: DataSubjectId,
    mandate_id: MandateId,
    controller_id: ControllerId,
    id: RequestId,
    standing: &RequestStanding,
) -> request::Model {
    let deadline = standing.deadline.as_ref().expect("a deadline");
    let at = standing.facts.receipts[0].at.into();
    request::Model {
        organisation_id,
        id,
        campaign_id: id.0.into(),
        batch_id: None,
        data_subject_id,
        mandate_id,
        controller_id,
        right_kind: "access".into(),
        scope_hash: id.0.as_bytes().to_vec(),
        lifecycle: standing.state.lifecycle.as_str().into(),
        clock: standing.state.clock.as_str().into(),
        outcome: standing.state.outcome.as_str().into(),
        standing: serde_json::to_string(standing).expect("JSON"),
        ask: None,
        place: "FR".into(),
        dispatch_id: None,
        filed_at: at,
        sent_at: Some(at),
        received_at: Some(at),
        answered_at: None,
        closed_at: None,
        first_deadline: deadline.first_deadline.map(Into::into),
        final_deadline: deadline.final_deadline.map(Into::into),
        overdue_from: standing.overdue_from().map(Into::into),
        next_due: None,
        edition: standing.edition().map(|edition| edition.to_string()),
        extensions: Some(0),
        event_seq: 4,
        version: 3,
        updated_at: at,
    }
}
