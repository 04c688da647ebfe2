//! Making a batch, before its upload.

use entity::id::{CampaignId, ControllerId, OrganisationId};

use crate::domain::audit::AuditAction;
use crate::domain::batch::{BatchMode, BatchState, Counts, UploadFormat};
use crate::domain::campaign::CampaignState;
use crate::domain::code::Code;
use crate::domain::mandate::Mandate;
use crate::domain::problem::{FieldProblem, Problem};
use crate::ingest::{ColumnMapping, DialectHints, Limits};
use crate::service::filing::MandateDefaults;
use crate::service::{Actor, Answer, Call, Context, Failure, Outcome};
use crate::store::Batch;

use super::settings::Settings;

/// A new batch.
#[derive(Debug, Clone)]
pub struct NewBatch {
    /// Validate or file.
    pub mode: BatchMode,
    /// How the upload is written.
    pub format: UploadFormat,
    /// What is known of its dialect.
    pub dialect: DialectHints,
    /// Which column is which field.
    pub mapping: ColumnMapping,
    /// What the mandates have in common.
    pub mandate: Option<MandateDefaults>,
    /// Only these of the campaign's controllers.
    pub controllers: Vec<ControllerId>,
}

/// Makes a batch that waits for its upload. `view` makes the answer out of it.
///
/// # Errors
/// `not_found` for the campaign; `campaign_not_open`; `mapping_invalid`; `invalid_field` for mandates; `unknown_controller`.
pub async fn create<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    campaign: CampaignId,
    new: NewBatch,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Batch) -> T + Send + 'static,
{
    let Actor::Organisation(client, _) = call.actor else {
        return Err(Failure::Defect("a batch made by somebody else than a client of an organisation"));
    };
    let today = context.today();
    check(&new, today)?;
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                let campaign = tx.tenant(organisation).campaign(campaign).await?.ok_or(Code::NotFound)?;
                let open = match new.mode {
                    BatchMode::Validate => campaign.state != CampaignState::Closed,
                    BatchMode::File => campaign.state == CampaignState::Active,
                };
                if !open {
                    return Err(Code::CampaignNotOpen.into());
                }
                check_controllers(&campaign.controllers, &new.controllers)?;
                let (id, mode, format) = (inner.ids.next(), new.mode, new.format);
                let keys = inner.keys.of_organisation_in(tx, organisation).await?;
                let (settings, words) = Settings::write(new, today, (organisation, id), &keys)?;
                let now = inner.clock.now();
                let batch = Batch {
                    organisation,
                    id,
                    campaign: campaign.id,
                    mode,
                    state: BatchState::Receiving,
                    format,
                    settings,
                    words,
                    content_sha256: None,
                    content_bytes: 0,
                    checkpoint: None,
                    counts: Counts::default(),
                    failure: None,
                    undo_until: None,
                    lease_id: None,
                    lease_until: None,
                    created_by: client,
                    version: 1,
                    created_at: now,
                    updated_at: now,
                    completed_at: None,
                };
                tx.add_batch(&batch).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Create, batch.id)).await?;
                Ok(view(&batch))
            })
        })
        .await
}

fn check(new: &NewBatch, today: jiff::civil::Date) -> Result<(), Problem> {
    new.mapping.check(new.format, today, &Limits::default()).map_err(|problem| {
        let pointer = problem.field.map_or_else(|| "/mapping".to_owned(), |field| format!("/mapping/{field}"));
        Problem {
            code: problem.code,
            detail: None,
            fields: vec![FieldProblem { pointer, code: problem.code, message: problem.code.title().to_owned() }],
        }
    })?;
    let Some(mandate) = &new.mandate else { return Ok(()) };
    let signed_on = mandate.signed_on.unwrap_or(today);
    let valid_from = mandate.valid_from.unwrap_or(signed_on).max(signed_on);
    // Dates that lines give are checked with each line.
    let example = Mandate {
        powers: mandate.powers.clone(),
        signed_on,
        valid_from,
        valid_until: mandate
            .valid_until
            .map(|last| if mandate.signed_on.is_some() { last } else { last.max(valid_from) }),
        evidence: mandate.evidence.clone(),
        revoked_at: None,
    };
    example.check().map_err(|fault| Problem::field("/mandate", Code::InvalidField, format!("{fault}.")))
}

fn check_controllers(of_campaign: &[ControllerId], wanted: &[ControllerId]) -> Result<(), Problem> {
    let unknown = wanted.iter().enumerate().filter(|(_, id)| !of_campaign.contains(id));
    let fields: Vec<FieldProblem> = unknown
        .map(|(index, _)| FieldProblem {
            pointer: format!("/controllers/{index}"),
            code: Code::UnknownController,
            message: "Is not a controller of the campaign.".to_owned(),
        })
        .collect();
    if fields.is_empty() { Ok(()) } else { Err(Problem { code: Code::UnknownController, detail: None, fields }) }
}
