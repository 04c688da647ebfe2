//! JSON of requests.

use entity::id::{BatchId, CampaignId, ControllerId, DataSubjectId, DeliveryId, EventId, MandateId, RequestId, TaskId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::domain::code::Code;
use crate::domain::deadline::{Deadline, ReceiptKind};
use crate::domain::finding::Finding;
use crate::domain::legal_order::LegalOrder;
use crate::domain::place::Place;
use crate::domain::request::{ClockState, ControllerComplaint, Lifecycle, Outcome};
use crate::domain::right::Right;
use crate::http::page::{PageQuery, invalid_parameter};
use crate::http::problem::ApiError;
use crate::service::requests::{BulkAction, ControllerFigures, Figures, Selection};
use crate::store::{self, RequestFilter};
use crate::wording::{ExplainedFinding, Explanation, Words};

/// A request: one data subject, one controller, one right, one scope.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// Its campaign.
    pub campaign_id: CampaignId,
    /// The batch it was filed with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch_id: Option<BatchId>,
    /// Whose right is exercised.
    pub data_subject_id: DataSubjectId,
    /// Under which mandate.
    pub mandate_id: MandateId,
    /// Who must answer.
    pub controller_id: ControllerId,
    /// Which right.
    pub right: Right,
    /// Where the controller must act; decides calendar, time zone (H-1) and law (rule section 11).
    pub place: Place,
    /// Under which law the controller must answer.
    pub legal_order: LegalOrder,
    /// How far it has come.
    pub lifecycle: Lifecycle,
    /// The controller's clock.
    pub clock: ClockState,
    /// What came of it.
    pub outcome: Outcome,
    /// Whether its deadline has passed without an answer.
    pub overdue: bool,
    /// The message that carries it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_id: Option<DeliveryId>,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// When it was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Timestamp>,
    /// When it was received, as best proven (D-12).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Timestamp>,
    /// When it was first answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<Timestamp>,
    /// When it was closed or withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Timestamp>,
    /// Last day to answer, to extend or to refuse (D-14).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_deadline: Option<Date>,
    /// Last day of the period as validly extended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub final_deadline: Option<Date>,
    /// The instant from which it is overdue (D-11).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overdue_from: Option<Timestamp>,
    /// The complaint that was made to the controller itself (U-6).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub controller_complaint: Option<ControllerComplaint>,
    /// Grows with every change; also in the `ETag`.
    pub version: i32,
    /// Last change.
    pub updated_at: Timestamp,
}

impl Request {
    /// The request as it is shown at an instant.
    pub fn of(row: &store::Request, now: Timestamp) -> Self {
        let standing = &row.standing;
        let deadline = standing.deadline.as_ref();
        let overdue_from = standing.overdue_from();
        Self {
            id: row.id,
            campaign_id: row.campaign_id,
            batch_id: row.batch_id,
            data_subject_id: row.data_subject_id,
            mandate_id: row.mandate_id,
            controller_id: row.controller_id,
            right: standing.right,
            place: standing.place,
            legal_order: standing.legal_order(),
            lifecycle: standing.state.lifecycle,
            clock: standing.state.clock,
            outcome: standing.state.outcome,
            overdue: overdue_from.is_some_and(|from| from <= now),
            delivery_id: row.dispatch_id,
            filed_at: row.filed_at,
            sent_at: row.sent_at,
            received_at: row.received_at,
            answered_at: row.answered_at,
            closed_at: row.closed_at,
            first_deadline: deadline.and_then(|deadline| deadline.first_deadline),
            final_deadline: deadline.and_then(|deadline| deadline.final_deadline),
            overdue_from,
            controller_complaint: standing.facts.controller_complaint,
            version: row.version,
            updated_at: row.updated_at,
        }
    }
}

/// A request with its legal dates explained and what was found.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct RequestDetail {
    /// The request.
    pub request: Request,
    /// Its legal dates with inputs and versions (D-15); absent before receipt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// The legal dates in words; absent before receipt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Explanation>,
    /// Infringement points found so far, in words.
    pub findings: Vec<ExplainedFinding>,
}

impl RequestDetail {
    /// The request with everything that is known about it, told in a language.
    pub fn of(row: &store::Request, findings: Vec<store::StoredFinding>, now: Timestamp, words: Words) -> Self {
        let deadline = row.standing.deadline.clone();
        let order = row.standing.legal_order();
        let told = |finding: &Finding| words.finding(finding, finding.code.provision(order));
        Self {
            request: Request::of(row, now),
            explanation: deadline.as_ref().map(|deadline| words.deadline(deadline)),
            deadline,
            findings: findings.iter().map(|stored| told(&stored.finding)).collect(),
        }
    }
}

/// Something that happened to a request.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct TimelineEvent {
    /// Its id.
    pub id: EventId,
    /// Number within the request, from 1 without gaps.
    pub seq: i32,
    /// Dotted word. New words may be added.
    #[schema(example = "request.received", extensions(("x-extensible-enum" = json!("EventKind"))))]
    pub kind: String,
    /// Ids and dates.
    #[schema(value_type = Object)]
    pub data: serde_json::Value,
    /// Who caused it: id of a client or controller, or `system`.
    pub author: String,
    /// When.
    pub occurred_at: Timestamp,
}

impl From<store::Event> for TimelineEvent {
    fn from(event: store::Event) -> Self {
        Self {
            id: event.id,
            seq: event.seq.unwrap_or(0),
            kind: event.kind,
            data: event.data,
            author: event.author,
            occurred_at: event.at,
        }
    }
}

/// A proof of receipt (D-12).
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReceipt {
    /// What shows it. A better kind replaces a weaker one; a weaker one is kept as evidence.
    pub kind: ReceiptKind,
    /// When the request arrived.
    pub received_at: Timestamp,
}

/// Which requests to list or count.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RequestQuery {
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next_cursor` of the page before.
    pub cursor: Option<String>,
    /// In one of these lifecycles, separated by commas.
    #[param(value_type = Option<Vec<Lifecycle>>, style = Form, explode = false, example = json!(["received", "answered"]))]
    pub state: Option<String>,
    /// With one of these outcomes, separated by commas.
    #[param(value_type = Option<Vec<Outcome>>, style = Form, explode = false, example = json!(["refused"]))]
    pub outcome: Option<String>,
    /// Of this campaign.
    #[param(value_type = Option<CampaignId>)]
    pub campaign_id: Option<String>,
    /// Of this batch.
    #[param(value_type = Option<BatchId>)]
    pub batch_id: Option<String>,
    /// To this controller.
    #[param(value_type = Option<ControllerId>)]
    pub controller_id: Option<String>,
    /// Of this data subject.
    #[param(value_type = Option<DataSubjectId>)]
    pub data_subject_id: Option<String>,
    /// That this task is about.
    #[param(value_type = Option<TaskId>)]
    pub task_id: Option<String>,
    /// Not answered, with a final deadline on or before this day.
    #[param(value_type = Option<String>, format = Date)]
    pub due_before: Option<String>,
    /// Whether the deadline has passed without an answer.
    pub overdue: Option<bool>,
}

fn one<T: std::str::FromStr>(name: &str, text: Option<&String>) -> Result<Option<T>, ApiError> {
    let parsed = text.map(|text| text.parse()).transpose();
    parsed.map_err(|_| invalid_parameter(name, "Does not have the documented form."))
}

fn many<T: std::str::FromStr>(name: &str, text: Option<&String>) -> Result<Vec<T>, ApiError> {
    let words = text.map(String::as_str).unwrap_or_default().split(',').filter(|word| !word.is_empty());
    let parsed: Result<Vec<T>, _> = words.map(str::parse).collect();
    parsed.map_err(|_| invalid_parameter(name, "Holds a word that is not in the list."))
}

impl RequestQuery {
    /// The page that is meant.
    pub fn page(&self) -> PageQuery {
        PageQuery { limit: self.limit, cursor: self.cursor.clone() }
    }

    /// The filter that is meant.
    pub fn filter(&self, now: Timestamp) -> Result<RequestFilter, ApiError> {
        Ok(RequestFilter {
            lifecycles: many("state", self.state.as_ref())?,
            outcomes: many("outcome", self.outcome.as_ref())?,
            campaign: one("campaign_id", self.campaign_id.as_ref())?,
            batch: one("batch_id", self.batch_id.as_ref())?,
            controller: one("controller_id", self.controller_id.as_ref())?,
            data_subject: one("data_subject_id", self.data_subject_id.as_ref())?,
            task: one("task_id", self.task_id.as_ref())?,
            due_before: one("due_before", self.due_before.as_ref())?,
            overdue_at: self.overdue.map(|overdue| (now, overdue)),
            except: Vec::new(),
        })
    }
}

/// Figures, in all and by controller.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Statistics {
    /// In all.
    pub total: Figures,
    /// By controller.
    pub by_controller: Vec<ControllerFigures>,
}

/// An act on many requests. Name them by `ids`, or by `filter` with `except`.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "action": "withdraw", "filter": { "state": ["received"], "campaign_id": "cmp_0193d2b4a1c07e3f8b6a5d4c3b2a1908" },
    "except": ["req_0193d2b4a1c07e3f8b6a5d4c3b2a1908"]
}))]
pub struct BulkCommand {
    /// What to do.
    pub action: BulkAction,
    /// These requests.
    #[validate(length(min = 1, max = 2000))]
    #[schema(min_items = 1, max_items = 2000)]
    pub ids: Option<Vec<RequestId>>,
    /// All that the filter means.
    pub filter: Option<BulkFilter>,
    /// But not these.
    #[serde(default)]
    #[validate(length(max = 2000))]
    #[schema(max_items = 2000)]
    pub except: Vec<RequestId>,
}

/// Which requests are meant. Every field that is set narrows; at least one is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BulkFilter {
    /// These lifecycles.
    #[serde(default)]
    pub state: Vec<Lifecycle>,
    /// These outcomes.
    #[serde(default)]
    pub outcome: Vec<Outcome>,
    /// Of this campaign.
    pub campaign_id: Option<CampaignId>,
    /// Of this batch.
    pub batch_id: Option<BatchId>,
    /// To this controller.
    pub controller_id: Option<ControllerId>,
    /// Of this data subject.
    pub data_subject_id: Option<DataSubjectId>,
    /// That this task is about.
    pub task_id: Option<TaskId>,
    /// Not answered, with a final deadline on or before this day.
    #[schema(value_type = Option<String>, format = Date)]
    pub due_before: Option<Date>,
    /// Whether the deadline has passed without an answer.
    pub overdue: Option<bool>,
}

impl BulkCommand {
    /// The act and the requests that are meant.
    pub fn read(self, now: Timestamp) -> Result<(BulkAction, Selection), ApiError> {
        match (self.ids, self.filter) {
            (Some(mut ids), None) => {
                ids.sort_unstable();
                ids.dedup();
                ids.retain(|id| !self.except.contains(id));
                Ok((self.action, Selection::Ids(ids)))
            }
            (None, Some(filter)) => {
                let filter = filter.read(self.except, now)?;
                Ok((self.action, Selection::Filter(Box::new(filter))))
            }
            _ => Err(invalid_field("/ids", "Name the requests by `ids` or by `filter`, one of the two.")),
        }
    }
}

impl BulkFilter {
    /// The filter that is meant.
    pub fn read(self, except: Vec<RequestId>, now: Timestamp) -> Result<RequestFilter, ApiError> {
        let filter = RequestFilter {
            lifecycles: self.state,
            outcomes: self.outcome,
            campaign: self.campaign_id,
            batch: self.batch_id,
            controller: self.controller_id,
            data_subject: self.data_subject_id,
            task: self.task_id,
            due_before: self.due_before,
            overdue_at: self.overdue.map(|overdue| (now, overdue)),
            except,
        };
        if filter.is_open() {
            let message = "Must narrow: name a state, a campaign, a controller or another field.";
            return Err(invalid_field("/filter", message));
        }
        Ok(filter)
    }
}

/// A field of a body that is not accepted.
pub fn invalid_field(pointer: &str, message: &str) -> ApiError {
    ApiError(crate::domain::problem::Problem::field(pointer, Code::InvalidField, message))
}
