//! JSON of dockets.

use entity::id::{ComplaintEntryId, ComplaintFileId, ComplaintId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::crypto::Personal;
use crate::domain::complaint::{
    Clock, ComplaintForm, ComplaintMove, ComplaintState, Decision, DecisionOutcome, Lodging, StepKind, StepSource,
    clocks,
};
use crate::domain::legal_order::LegalOrder;
use crate::domain::place::Place;
use crate::http::problem::ApiError;
use crate::http::routes::complaints::wire::{ComplaintPoint, Passage, PeopleOutcome, Signatory};
use crate::service::Context;
use crate::service::complaints::docket::{self, Listed, Opened};
use crate::service::complaints::{NewStep, files};
use crate::service::inbox::Sender;
use crate::store;

/// A page of a docket. Unlike a list it has no end: keep the cursor and ask again later.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct DocketPage {
    /// Complaints in the order in which they were lodged.
    pub items: Vec<DocketEntry>,
    /// Where the next page starts; the same as before when nothing is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// A complaint in a docket, without personal data.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct DocketEntry {
    /// Its id.
    pub id: ComplaintId,
    /// Its reference in the files.
    #[schema(example = "C-0193D2B4A1C0-2B1908")]
    pub reference: String,
    /// Who lodged it.
    pub organisation: Sender,
    /// The name of whom it complains of.
    pub controller: String,
    /// For whom it speaks.
    pub form: ComplaintForm,
    /// Language of its files, BCP 47.
    #[schema(example = "fr")]
    pub language: String,
    /// Where it stands.
    pub state: ComplaintState,
    /// When and how it was lodged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lodging: Option<Lodging>,
    /// Your own reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority_reference: Option<String>,
    /// People who take part.
    pub people: i32,
    /// Last change.
    pub updated_at: Timestamp,
}

impl From<&Listed> for DocketEntry {
    fn from(listed: &Listed) -> Self {
        let row = &listed.complaint;
        Self {
            id: row.id,
            reference: files::complaint_reference(row.id),
            organisation: sender(&listed.organisation),
            controller: listed.controller.name.clone(),
            form: row.form,
            language: row.language.clone(),
            state: row.standing.state,
            lodging: row.standing.lodging,
            authority_reference: row.standing.authority_reference.clone(),
            people: row.people,
            updated_at: row.updated_at,
        }
    }
}

fn sender(organisation: &store::Organisation) -> Sender {
    Sender { id: organisation.id, name: organisation.name.clone(), contact_email: organisation.contact_email.clone() }
}

/// Of whom a complaint complains.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct DocketController {
    /// Its name.
    pub name: String,
    /// Where it is established.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Its postal address, one line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<String>,
}

/// A complaint as its authority sees it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DocketComplaint {
    /// Its id.
    pub id: ComplaintId,
    /// Its reference in the files.
    #[schema(example = "C-0193D2B4A1C0-2B1908")]
    pub reference: String,
    /// The authority with which it was lodged; another than your own where that took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "fr-cnil")]
    pub authority_id: Option<String>,
    /// Who lodged it.
    pub organisation: Sender,
    /// Of whom it complains.
    pub controller: DocketController,
    /// For whom it speaks.
    pub form: ComplaintForm,
    /// Language of its files, BCP 47.
    #[schema(example = "fr")]
    pub language: String,
    /// Where it stands.
    pub state: ComplaintState,
    /// When and how it was lodged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lodging: Option<Lodging>,
    /// Whether the processing is cross-border, so that Regulation (EU) 2025/2518 has periods for it (C-20).
    pub cross_border: bool,
    /// Your own reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority_reference: Option<String>,
    /// Last day for views, as you set it (C-27).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub views_until: Option<Date>,
    /// The decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// The periods that run, the soonest first.
    pub clocks: Vec<Clock>,
    /// What you can tell of it now.
    pub possible_steps: Vec<StepKind>,
    /// People who take part.
    pub people: i32,
    /// Requests of those who take part.
    pub requests: i32,
    /// What is alleged, the gravest first.
    pub points: Vec<ComplaintPoint>,
    /// What happened, in the organisation's words; confidential parts with their mark (C-6).
    pub description: Vec<Passage>,
    /// What is asked of the authority.
    pub remedies: Vec<Passage>,
    /// Who signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatory: Option<Signatory>,
    /// Grows with every change; also in the `ETag`.
    pub version: i32,
    /// Last change.
    pub updated_at: Timestamp,
}

impl DocketComplaint {
    /// A complaint as it stands at a moment.
    pub fn of(context: &Context, opened: &Opened) -> Self {
        let (row, standing) = (&opened.complaint, &opened.complaint.standing);
        let order = standing.place.map_or(LegalOrder::Gdpr, LegalOrder::of_requests_at);
        let may_tell = |kind: &StepKind| kind.is_news() && kind.leads_from(standing.state).is_some();
        Self {
            id: row.id,
            reference: files::complaint_reference(row.id),
            authority_id: row.authority.clone(),
            organisation: sender(&opened.organisation),
            controller: DocketController {
                name: opened.controller.name.clone(),
                place: opened.controller.place,
                address: opened.controller.postal_address.clone(),
            },
            form: row.form,
            language: row.language.clone(),
            state: standing.state,
            lodging: standing.lodging,
            cross_border: standing.cross_border,
            authority_reference: standing.authority_reference.clone(),
            views_until: standing.views_until,
            decision: standing.decision.clone(),
            clocks: clocks(standing, &context.calendars.now()),
            possible_steps: StepKind::ALL.iter().copied().filter(may_tell).collect(),
            people: row.people,
            requests: row.requests,
            points: row.points.iter().map(|point| ComplaintPoint::of(point, order)).collect(),
            description: opened.description.iter().map(Into::into).collect(),
            remedies: opened.remedies.iter().map(Into::into).collect(),
            signatory: opened.signatory.as_ref().map(Into::into),
            version: row.version,
            updated_at: row.updated_at,
        }
    }
}

/// Somebody for whom a complaint was lodged.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct DocketPerson {
    /// By which the person is called in the files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "P-00001")]
    pub reference: Option<String>,
    /// Whether the organisation still acts for the person (M-11).
    pub represented: bool,
    /// What was decided for the person, where that is told apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<DecisionOutcome>,
}

impl From<docket::DocketPerson> for DocketPerson {
    fn from(row: docket::DocketPerson) -> Self {
        Self { reference: row.reference, represented: row.represented, outcome: row.outcome }
    }
}

/// Something that happened to a complaint since it was lodged.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DocketStep {
    /// Its id.
    pub id: ComplaintEntryId,
    /// What happened.
    pub kind: StepKind,
    /// The local day at the authority.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// Who entered it.
    pub source: StepSource,
    /// What you said with it, or the organisation said to you.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The file with that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_id: Option<ComplaintFileId>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

impl From<docket::DocketStep> for DocketStep {
    fn from(row: docket::DocketStep) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            on: row.on,
            source: row.source,
            text: row.text.map(Personal::into_exposed),
            file_id: row.file,
            recorded_at: row.recorded_at,
        }
    }
}

/// What an authority tells of a complaint.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "step": { "kind": "acknowledge", "reference": "2027-4711" }, "text": "Your complaint is registered."
}))]
pub struct NewDocketStep {
    /// The local day at the authority; the present one when absent.
    #[schema(value_type = Option<String>, format = Date)]
    pub on: Option<Date>,
    /// What happened. What the organisation does (`complete`, `reopen`, `split`, `lodge`, `object`, `submit_views`, `challenge`,
    /// `close`) is not for an authority to tell.
    pub step: ComplaintMove,
    /// What is said, in words: news, a question, the operative part of a decision.
    #[validate(length(min = 1, max = 20_000))]
    #[schema(min_length = 1, max_length = 20000)]
    pub text: Option<String>,
    /// A file that you uploaded to the complaint before: a letter, a decision.
    pub file_id: Option<ComplaintFileId>,
    /// What was decided for people by themselves; only with a decision.
    #[serde(default)]
    #[validate(length(max = 4))]
    #[schema(max_items = 4)]
    pub people: Vec<PeopleOutcome>,
}

impl NewDocketStep {
    /// What is meant.
    pub fn read(self) -> Result<NewStep, ApiError> {
        Ok(NewStep {
            people: PeopleOutcome::read(&self.people)?,
            step: self.step,
            on: self.on,
            text: self.text.map(Personal::new),
            file: self.file_id,
        })
    }
}
