//! JSON of batches.

use entity::id::{BatchId, CampaignId, ControllerId, DataSubjectId, MandateId, RequestId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::batch::{BatchMode, BatchState, Counts, LineOutcome, UploadFormat};
use crate::http::routes::mandates::wire::MandateDefaults;
use crate::ingest::{ColumnMapping, DialectHints};
use crate::service::batches::{self, Progress};
use crate::service::filing::Note;
use crate::store;

/// A new batch.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "mode": "file", "format": "csv",
    "mapping": { "columns": { "external_reference": "N° adhérent", "family_name": "Nom", "email": "Courriel", "mandate.signed_on": "Mandat signé le" } },
    "mandate": {
        "powers": {
            "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
            "disclosure_consent": true
        },
        "evidence": { "kind": "signed_paper" }
    },
}))]
pub struct NewBatch {
    /// Check every line and tell what would happen, or file.
    pub mode: BatchMode,
    /// How the upload is written.
    pub format: UploadFormat,
    /// What is known of its dialect; the rest is detected.
    #[serde(default)]
    pub dialect: DialectHints,
    /// Which column is which field. Needed for CSV; `detect_upload` proposes one.
    #[serde(default)]
    pub mapping: ColumnMapping,
    /// What the mandates have in common, where a line says nothing else. Without it only people with a known mandate are filed
    /// for.
    pub mandate: Option<MandateDefaults>,
    /// Only these of the campaign's controllers; all when empty.
    #[serde(default)]
    #[validate(length(max = 1000))]
    #[schema(max_items = 1000)]
    pub controllers: Vec<ControllerId>,
}

impl From<NewBatch> for batches::NewBatch {
    fn from(new: NewBatch) -> Self {
        Self {
            mode: new.mode,
            format: new.format,
            dialect: new.dialect,
            mapping: new.mapping,
            mandate: new.mandate.map(Into::into),
            controllers: new.controllers,
        }
    }
}

/// A batch and how far it got.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Batch {
    /// Its id.
    pub id: BatchId,
    /// The campaign it files into.
    pub campaign_id: CampaignId,
    /// Validate or file.
    pub mode: BatchMode,
    /// How far it got.
    pub state: BatchState,
    /// How the upload is written.
    pub format: UploadFormat,
    /// Bytes of the upload that are durable.
    pub content_bytes: u64,
    /// SHA-256 of the upload, once it is complete.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub content_sha256: Option<String>,
    /// How much of the upload has been gone through, from 0 to 1.
    #[schema(minimum = 0, maximum = 1)]
    pub progress: f64,
    /// Figures so far.
    pub counts: Counts,
    /// Until then nothing is sent, and cancelling leaves no trace with controllers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undo_until: Option<Timestamp>,
    /// Why the upload as a whole could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "column_missing", extensions(("x-extensible-enum" = json!("ProblemCode"))))]
    pub failure_code: Option<String>,
    /// What there is to do next, for people.
    pub next_action: String,
    /// Addresses that belong to it.
    pub links: BatchLinks,
    /// Grows with every change of its state.
    pub version: i32,
    /// When it was made.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
    /// When it came to rest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<Timestamp>,
}

/// Addresses that belong to a batch, relative to the server.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct BatchLinks {
    /// Where its content is uploaded.
    pub content: String,
    /// Its progress as server-sent events.
    pub events: String,
    /// What became of each line.
    pub outcome: String,
}

impl Batch {
    /// The batch as it is shown at a moment.
    pub fn of(row: &store::Batch, now: Timestamp) -> Self {
        let path = format!("/v1/batches/{}", row.id);
        Self {
            id: row.id,
            campaign_id: row.campaign,
            mode: row.mode,
            state: row.state,
            format: row.format,
            content_bytes: row.content_bytes,
            content_sha256: row.content_sha256.map(hex),
            progress: progress(row),
            counts: row.counts,
            undo_until: row.undo_until,
            failure_code: row.failure.map(|code| code.as_str().to_owned()),
            next_action: next_action(row, now),
            links: BatchLinks {
                content: format!("{path}/content"),
                events: format!("{path}/events"),
                outcome: format!("{path}/outcome"),
            },
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
            completed_at: row.completed_at,
        }
    }
}

fn hex(bytes: [u8; 32]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn progress(row: &store::Batch) -> f64 {
    match row.state {
        BatchState::Receiving | BatchState::Queued => 0.0,
        BatchState::Processing | BatchState::Cancelling => {
            let done = Progress::read(row.id, row.checkpoint.as_deref()).unwrap_or_default().reader.byte_offset;
            (done as f64 / row.content_bytes.max(1) as f64).clamp(0.0, 1.0)
        }
        BatchState::Validated | BatchState::Filed | BatchState::Cancelled | BatchState::Failed => 1.0,
    }
}

fn next_action(row: &store::Batch, now: Timestamp) -> String {
    let undo_open = row.undo_until.is_some_and(|until| now < until);
    let refused = row.counts.refused + row.counts.pairs_refused > 0;
    match row.state {
        BatchState::Receiving => "Upload the content; send it again from the start if it broke off.".to_owned(),
        BatchState::Queued => "Nothing: it waits for its turn.".to_owned(),
        BatchState::Processing => "Nothing: its lines are being gone through.".to_owned(),
        BatchState::Validated if refused => {
            "Read the outcome, correct the lines refused, or file what is valid.".to_owned()
        }
        BatchState::Validated => "File it: nothing stands against any line.".to_owned(),
        BatchState::Filed => {
            let mut text = match row.undo_until.filter(|_| undo_open) {
                Some(until) => format!("Cancel it until {until} if something is wrong; messages leave after that."),
                None => "Follow the requests of the campaign.".to_owned(),
            };
            if refused {
                text.push_str(" Read the outcome for what was refused.");
            }
            text
        }
        BatchState::Cancelling => "Nothing: what has not left is being taken back.".to_owned(),
        BatchState::Cancelled if undo_open || row.undo_until.is_none() => "Nothing: nothing of it was sent.".to_owned(),
        BatchState::Cancelled => {
            "What had left when it was cancelled goes on; withdraw those requests one by one if need be.".to_owned()
        }
        BatchState::Failed => "Correct the upload or its mapping, and make a new batch.".to_owned(),
    }
}

/// What became of one line.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct BatchLine {
    /// Physical line of the upload, from 1.
    pub line: u64,
    /// What became of it.
    pub outcome: LineOutcome,
    /// The person, when something was filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_subject_id: Option<DataSubjectId>,
    /// The mandate relied on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_id: Option<MandateId>,
    /// Requests filed, in the order of the campaign's controllers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub request_ids: Vec<RequestId>,
    /// What is wrong with it, or worth a look.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<LineNote>,
}

/// One thing that is wrong with a line, or worth a look.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct LineNote {
    /// Stable word.
    #[schema(example = "identity_element_missing", extensions(("x-extensible-enum" = json!("ProblemCode"))))]
    pub code: String,
    /// Short text for people.
    pub title: String,
    /// The field concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The controller concerned; the whole line when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controller_id: Option<ControllerId>,
    /// Whether it stopped nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub warning: bool,
}

impl From<Note> for LineNote {
    fn from(note: Note) -> Self {
        Self {
            code: note.code.as_str().to_owned(),
            title: note.code.title().to_owned(),
            field: note.field.map(|field| field.into_owned()),
            controller_id: note.controller,
            warning: note.warning,
        }
    }
}
