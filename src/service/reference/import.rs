//! Importing reference data: each text is a whole one of a country, under a newer version.

use aws_lc_rs::digest::{SHA256, digest};
use serde::Serialize;

use super::Held;
use crate::domain::audit::AuditAction;
use crate::domain::reference::CountryRevision;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::Answer;
use crate::store::{ReferenceRevision, StoreError, Tx};

/// What came of one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Where it came from, as the caller named it.
    pub file: String,
    /// What came of it.
    #[serde(flatten)]
    pub outcome: ImportedOutcome,
}

/// What came of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum ImportedOutcome {
    /// It is in force.
    Added {
        /// Its version.
        version: String,
        /// The version it takes the place of; none when there was none of the country.
        replaces: Option<String>,
    },
    /// This very text was imported before.
    Unchanged {
        /// Its version.
        version: String,
    },
    /// It is not taken.
    Refused {
        /// Why, with the line that is wrong where it is a line.
        reason: String,
    },
}

/// Imports texts of one kind, each with the name of where it came from, and brings them into force. Safe to repeat; what is
/// refused is told and harms no other. With `dry_run` nothing changes.
///
/// # Errors
/// The database's. What was imported before stays.
pub async fn import<R: Held>(context: &Context, texts: Vec<(String, String)>, dry_run: bool) -> Outcome<Vec<Imported>> {
    R::held(context).refresh(&context.db).await?;
    let mut report = Vec::with_capacity(texts.len());
    for (file, text) in texts {
        let outcome = match import_alone::<R>(context, text.clone(), dry_run).await {
            // The same import ran beside this one; what it wrote is found now.
            Err(Failure::Store(StoreError::Duplicate)) => import_alone::<R>(context, text, dry_run).await?,
            outcome => outcome?,
        };
        R::held(context).refresh(&context.db).await?;
        report.push(Imported { file, outcome });
    }
    Ok(report)
}

async fn import_alone<R: Held>(context: &Context, text: String, dry_run: bool) -> Outcome<ImportedOutcome> {
    let inner = context.clone();
    let work = context
        .db
        .write(move |tx| Box::pin(async move { import_one::<R>(&inner, tx, &Call::system(), text, dry_run).await }));
    work.await
}

/// Imports one text by a call that takes effect once, and brings it into force.
///
/// # Errors
/// The database's.
pub async fn import_by_call<R: Held>(
    context: &Context,
    call: Call,
    file: String,
    text: String,
    dry_run: bool,
) -> Outcome<Answer> {
    R::held(context).refresh(&context.db).await?;
    let (inner, frame) = (context.clone(), call.clone());
    let answer = context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let outcome = import_one::<R>(&inner, tx, &call, text, dry_run).await?;
                Ok(Imported { file, outcome })
            })
        })
        .await?;
    R::held(context).refresh(&context.db).await?;
    Ok(answer)
}

/// Decides on one text and keeps it, within a transaction.
async fn import_one<R: Held>(
    context: &Context,
    tx: &Tx,
    call: &Call,
    text: String,
    dry_run: bool,
) -> Outcome<ImportedOutcome> {
    let refused = |problem: R::Problem| Ok(ImportedOutcome::Refused { reason: problem.to_string() });
    let revision = match R::read(&text) {
        Ok(revision) => revision,
        Err(problem) => return refused(problem),
    };
    let version = revision.version();
    if let Some(known) = tx.reference_content(R::KIND, &version).await? {
        return Ok(match known == text {
            true => ImportedOutcome::Unchanged { version },
            false => ImportedOutcome::Refused {
                reason: format!("{version} was imported with other content; a correction needs a newer version"),
            },
        });
    }
    let in_force = R::held(context).now();
    if let Err(problem) = in_force.check(&revision) {
        return refused(problem);
    }
    let before = in_force.version_in(revision.country());
    let replaces = (before != Default::default()).then(|| format!("{}-{before}", revision.country()));
    drop(revision);
    if !dry_run {
        let hash = digest(&SHA256, text.as_bytes());
        let digest = hash.as_ref().try_into().map_err(|_| Failure::Defect("SHA-256 has not 32 bytes"))?;
        let kept = ReferenceRevision {
            kind: R::KIND,
            version: version.clone(),
            content: text,
            digest,
            imported_by: call.actor.name(),
            imported_at: context.clock.now(),
        };
        tx.add_reference_revision(kept).await?;
        let subject = format!("{}:{version}", R::KIND);
        tx.note(context.note(call, None, AuditAction::Create, subject)).await?;
    }
    Ok(ImportedOutcome::Added { version, replaces })
}
