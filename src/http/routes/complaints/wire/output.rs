//! What callers are told of a complaint.

use entity::id::{ComplaintEntryId, ComplaintFileId, ComplaintId, ControllerId, DataSubjectId, MandateId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ComplaintPlaces, Passage, Signatory};
use crate::domain::authority::Modality;
use crate::domain::complaint::{
    Clock, ComplaintForm, ComplaintState, DecisionOutcome, FileState, LeftOut, Missing, Point, Slot, Standing,
    StepKind, StepSource, clocks,
};
use crate::domain::finding::FindingCode;
use crate::domain::legal_order::LegalOrder;
use crate::service::Context;
use crate::service::complaints::{Content, OpenedEntry, reference};
use crate::store;

/// A complaint.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Complaint {
    /// Its id.
    pub id: ComplaintId,
    /// Against whom.
    pub controller_id: ControllerId,
    /// The collective draft that it was made from, for one person of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split_from: Option<ComplaintId>,
    /// For whom it speaks.
    pub form: ComplaintForm,
    /// Language of its files, BCP 47.
    #[schema(example = "fr")]
    pub language: String,
    /// Which authority is to receive it, or has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "fr-cnil")]
    pub authority_id: Option<String>,
    /// Where it stands.
    pub state: ComplaintState,
    /// Neither progress nor outcome was told for three months (C-10): the way to court is open.
    pub silent: bool,
    /// Days since the authority was last heard of, or since the lodging, while the authority has it (T-1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_of_silence: Option<u32>,
    /// Everything that is known of its course.
    pub standing: Standing,
    /// The periods that run, the soonest first.
    pub clocks: Vec<Clock>,
    /// What can happen to it now.
    pub possible_steps: Vec<StepKind>,
    /// People who take part.
    pub people: i32,
    /// People who were left out; why stands with each.
    pub left_out: i32,
    /// Requests of those who take part.
    pub requests: i32,
    /// What is alleged, the gravest first.
    pub points: Vec<ComplaintPoint>,
    /// What it still lacks (C-3).
    pub completeness: ComplaintCompleteness,
    /// Its files.
    pub files: ComplaintFiles,
    /// What happened, in the organisation's words.
    pub description: Vec<Passage>,
    /// What is asked of the authority.
    pub remedies: Vec<Passage>,
    /// Who signs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signatory: Option<Signatory>,
    /// Where things took place.
    pub places: ComplaintPlaces,
    /// Grows with every change; also in the `ETag`.
    pub version: i32,
    /// When it was prepared.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

/// One alleged infringement.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ComplaintPoint {
    /// What was infringed.
    pub code: FindingCode,
    /// The rule of the legal specification.
    #[schema(example = "D-11")]
    pub rule: String,
    /// The provision.
    #[schema(example = "GDPR Art. 12(3)")]
    pub provision: String,
    /// From 1 (minor) to 5 (grave).
    pub severity: u8,
    /// How many people it happened to.
    pub people: u32,
    /// In how many requests.
    pub requests: u32,
    /// The first day on which it was found, at the controller's place.
    #[schema(value_type = String, format = Date)]
    pub first_on: Date,
    /// The last one.
    #[schema(value_type = String, format = Date)]
    pub last_on: Date,
}

/// What a complaint lacks of what an authority may ask for, by the five things of Article 4(1) of Regulation (EU) 2025/2518.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ComplaintCompleteness {
    /// Whether nothing is missing without which it could be sent back.
    pub complete: bool,
    /// Each of the five things, and what lacks in it.
    pub slots: Vec<ComplaintSlot>,
    /// What national law or practice asks for beside them, and lacks.
    pub national: Vec<Missing>,
    /// What national law or practice adds for complaints with the authority, each with how sure it is, for the organisation to see
    /// to. What is not listed is not known here.
    pub modalities: Vec<Modality>,
    /// People who take part and of whom something needed is missing.
    pub incomplete_people: i32,
}

/// One of the five things.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ComplaintSlot {
    /// Which.
    pub slot: Slot,
    /// What lacks in it, of the complaint as a whole.
    pub missing: Vec<Missing>,
}

/// Where the making of the files stands.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ComplaintFiles {
    /// Whether they are there.
    pub state: FileState,
    /// Up to which person they are made, by the reference in them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "P-00040")]
    pub built_up_to: Option<String>,
    /// When they were complete.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub built_at: Option<Timestamp>,
}

impl Complaint {
    /// A complaint as it stands at a moment.
    pub fn of(context: &Context, row: &store::Complaint, content: &Content) -> Self {
        let standing = &row.standing;
        let order = standing.place.map_or(LegalOrder::Gdpr, LegalOrder::of_requests_at);
        let directory = context.authorities.now();
        let authority = row.authority.as_deref().and_then(|name| directory.find(name));
        let modalities = authority.map(|authority| authority.modalities.clone()).unwrap_or_default();
        let possible = StepKind::ALL.iter().copied().filter(|kind| {
            let fits = *kind != StepKind::Split || row.form == ComplaintForm::Collective;
            fits && kind.leads_from(standing.state).is_some()
        });
        Self {
            id: row.id,
            controller_id: row.controller_id,
            split_from: row.split_from,
            form: row.form,
            language: row.language.clone(),
            authority_id: row.authority.clone(),
            state: standing.state,
            silent: standing.silent,
            days_of_silence: standing.days_of_silence(context.clock.now()),
            clocks: clocks(standing, &context.calendars.now()),
            possible_steps: possible.collect(),
            standing: standing.clone(),
            people: row.people,
            left_out: row.left_out,
            requests: row.requests,
            points: row.points.iter().map(|point| ComplaintPoint::of(point, order)).collect(),
            completeness: ComplaintCompleteness::of(row, modalities),
            files: ComplaintFiles {
                state: row.file_state,
                built_up_to: Some(row.built_to).filter(|number| *number > 0).map(reference),
                built_at: row.built_at,
            },
            description: content.description.iter().map(Into::into).collect(),
            remedies: content.remedies.iter().map(Into::into).collect(),
            signatory: content.signatory.as_ref().map(Into::into),
            places: content.places.into(),
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

impl ComplaintPoint {
    /// A point as the law of the authority knows it; what that does not know is cited by the law that does.
    pub fn of(point: &Point, order: LegalOrder) -> Self {
        Self {
            code: point.code,
            rule: point.code.rule().to_owned(),
            provision: point.code.provision(order).to_owned(),
            severity: point.code.severity(),
            people: point.people,
            requests: point.requests,
            first_on: point.first_on,
            last_on: point.last_on,
        }
    }
}

impl ComplaintCompleteness {
    fn of(row: &store::Complaint, modalities: Vec<Modality>) -> Self {
        let of_slot = |slot: Option<Slot>| row.missing.iter().copied().filter(move |missing| missing.slot() == slot);
        let needed = row.missing.iter().any(|missing| missing.is_needed());
        Self {
            complete: !needed && row.incomplete == 0 && row.people > 0,
            slots: Slot::ALL
                .iter()
                .map(|slot| ComplaintSlot { slot: *slot, missing: of_slot(Some(*slot)).collect() })
                .collect(),
            national: of_slot(None).collect(),
            modalities,
            incomplete_people: row.incomplete,
        }
    }
}

/// A person of a complaint.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ComplaintPerson {
    /// By which the person is called in the files.
    #[schema(example = "P-00001")]
    pub reference: String,
    /// Who.
    pub data_subject_id: DataSubjectId,
    /// The mandate whose power is used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandate_id: Option<MandateId>,
    /// Why the person takes no part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out: Option<PersonLeftOut>,
    /// What the person's part lacks (C-3).
    pub missing: Vec<Missing>,
    /// What was decided for the person, where that is told apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<DecisionOutcome>,
}

/// Why a person takes no part.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PersonLeftOut {
    /// The reason.
    pub reason: LeftOut,
    /// The rule of the legal specification.
    #[schema(example = "M-11")]
    pub rule: String,
}

impl From<&store::ComplaintPerson> for ComplaintPerson {
    fn from(row: &store::ComplaintPerson) -> Self {
        Self {
            reference: reference(row.number),
            data_subject_id: row.data_subject,
            mandate_id: row.mandate,
            left_out: row.left_out.map(|reason| PersonLeftOut { reason, rule: reason.rule().to_owned() }),
            missing: row.missing.clone(),
            outcome: row.outcome,
        }
    }
}

/// Something that happened to a complaint.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ComplaintStep {
    /// Its id.
    pub id: ComplaintEntryId,
    /// What happened.
    pub kind: StepKind,
    /// The local day at the authority.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// What was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The file with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_id: Option<ComplaintFileId>,
    /// Who entered it: the organisation, or the authority itself by its client.
    pub source: StepSource,
    /// Prefixed id of who recorded it.
    pub author: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

impl From<OpenedEntry> for ComplaintStep {
    fn from(opened: OpenedEntry) -> Self {
        let entry = opened.entry;
        Self {
            id: entry.id,
            kind: entry.step,
            on: entry.on,
            text: opened.text.map(crate::crypto::Personal::into_exposed),
            file_id: entry.file,
            source: entry.source,
            author: entry.author,
            recorded_at: entry.recorded_at,
        }
    }
}
