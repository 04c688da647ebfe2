//! Deleting what has been kept for as long as it may be.

use entity::id::{DataSubjectId, OrganisationId};
use jiff::Timestamp;

use super::cases;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::retention::{Retention, over_before};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::people;
use crate::store::{Organisation, Reach, SHARED, Tx};

/// Organisations read in one query.
const ORGANISATIONS: u64 = 100;
/// Records deleted in one transaction.
const AT_A_TIME: u64 = 200;

/// Deletes what is past of every organisation. Tells how much. What cannot be deleted is logged and left for the next round.
pub async fn delete_what_is_past(context: Context) -> Outcome<u64> {
    if let Reach::One(id) = context.reach() {
        let organisation = context.db.organisation(id).await?.ok_or(Code::NotFound)?;
        return of_organisation(&context, &organisation).await;
    }
    let shared = over_before(context.clock.now(), Retention::default().audit_days);
    let (mut after, mut deleted) = (None, cases::entries(&context, SHARED, shared).await?);
    loop {
        let page = context.db.organisations(after, ORGANISATIONS).await?;
        after = page.last().map(|organisation| organisation.id);
        for organisation in &page {
            match of_organisation(&context.of(organisation.id).await?, organisation).await {
                Ok(done) => deleted += done,
                Err(error) => tracing::error!(
                    organisation = %organisation.id, error = %error, "what is past could not be deleted"
                ),
            }
            if context.stop.is_cancelled() {
                return Ok(deleted);
            }
        }
        if (page.len() as u64) < ORGANISATIONS {
            return Ok(deleted);
        }
    }
}

async fn of_organisation(context: &Context, organisation: &Organisation) -> Outcome<u64> {
    let (periods, now) = (organisation.retention, context.clock.now());
    let answers = answers(context, organisation.id, over_before(now, periods.answers_days)).await?;
    let traces = traces(context, organisation.id, over_before(now, periods.traces_days)).await?;
    let people = people(context, organisation.id, over_before(now, periods.people_days)).await?;
    Ok(answers + traces + people + cases::delete(context, organisation.id, periods).await?)
}

/// What was said about requests. Looked up in the transaction that deletes it, so that an answer or a complaint that comes at the
/// same time is seen.
async fn answers(context: &Context, organisation: OrganisationId, before: Timestamp) -> Outcome<u64> {
    let mut deleted = 0;
    loop {
        let inner = context.clone();
        let piece =
            context.db.write(move |tx| Box::pin(async move { some_answers(&inner, tx, organisation, before).await }));
        let piece = piece.await?;
        deleted += piece;
        if piece < AT_A_TIME || context.stop.is_cancelled() {
            return Ok(deleted);
        }
    }
}

async fn some_answers(context: &Context, tx: &Tx, organisation: OrganisationId, before: Timestamp) -> Outcome<u64> {
    let tenant = tx.tenant(organisation);
    let responses = tenant.responses_past(before, AT_A_TIME).await?;
    let supplies = tenant.supplies_past(before, AT_A_TIME).await?;
    let deleted = |subject: &str| context.note(&Call::system(), organisation, AuditAction::Delete, subject);
    if !responses.is_empty() {
        tx.delete_contents(organisation, &responses).await?;
        tx.note(deleted("response").of_many(responses.iter().map(|id| id.0))).await?;
    }
    if !supplies.is_empty() {
        tx.delete_supplies(organisation, &supplies).await?;
        tx.note(deleted("supply").of_many(supplies.iter().map(|id| id.0))).await?;
    }
    Ok::<_, Failure>((responses.len().max(supplies.len())) as u64)
}

async fn traces(context: &Context, organisation: OrganisationId, before: Timestamp) -> Outcome<u64> {
    let mut deleted = 0;
    loop {
        let past = context.db.tenant(organisation).traces_past(before, AT_A_TIME).await?;
        let piece = past.len() as u64;
        if piece > 0 {
            let inner = context.clone();
            let write = context.db.write(move |tx| {
                Box::pin(async move {
                    tx.delete_traces(organisation, &past).await?;
                    let note = inner.note(&Call::system(), organisation, AuditAction::Delete, "attempt");
                    tx.note(note.of_many(past.iter().map(|id| id.0))).await?;
                    Ok::<_, Failure>(())
                })
            });
            write.await?;
        }
        deleted += piece;
        if piece < AT_A_TIME || context.stop.is_cancelled() {
            return Ok(deleted);
        }
    }
}

/// People are erased as by hand, each in a transaction of its own.
async fn people(context: &Context, organisation: OrganisationId, before: Timestamp) -> Outcome<u64> {
    let (mut after, mut erased) = (None, 0);
    loop {
        let past = context.db.tenant(organisation).people_past(before, after, AT_A_TIME).await?;
        after = past.last().copied().or(after);
        for id in &past {
            match person(context, organisation, *id, before).await {
                Ok(done) => erased += u64::from(done),
                Err(error) => {
                    tracing::error!(data_subject = %id, error = %error, "a person who is past could not be erased")
                }
            }
        }
        if (past.len() as u64) < AT_A_TIME || context.stop.is_cancelled() {
            return Ok(erased);
        }
    }
}

/// The list was read before: who has given a mandate since, or whom another worker has erased, is left alone.
async fn person(
    context: &Context,
    organisation: OrganisationId,
    id: DataSubjectId,
    before: Timestamp,
) -> Outcome<bool> {
    let inner = context.clone();
    let write = context.db.write(move |tx| {
        Box::pin(async move {
            // Held, so that nothing is recorded in the person's name between the look and the end.
            tx.hold_data_subject(organisation, id).await?;
            if !tx.tenant(organisation).is_past(id, before).await? {
                return Ok(false);
            }
            people::erase_in(&inner, tx, &Call::system(), organisation, id).await?;
            Ok::<_, Failure>(true)
        })
    });
    write.await
}
