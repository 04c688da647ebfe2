//! The files of a complaint for its authority: those that were made for it, and those that went between it and the organisation.

use entity::id::{ComplaintFileId, ComplaintId};
use tokio::sync::mpsc;

use super::{enter, find};
use crate::domain::code::Code;
use crate::service::call::{Call, Docket};
use crate::service::complaints::files::{self, ArchivePart, FileUpload, OpenFile, seen};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{ComplaintEdition, ComplaintFile};

/// Files of an edition, in the order of their names.
///
/// # Errors
/// `not_found`.
pub async fn list_files(
    context: &Context,
    call: Call,
    docket: Docket,
    id: ComplaintId,
    edition: ComplaintEdition,
    after: Option<String>,
    limit: u64,
) -> Outcome<Vec<ComplaintFile>> {
    let (own, lodger) = enter(context, &call, docket, id).await?;
    let inner = own.clone();
    own.db
        .write(move |tx| {
            Box::pin(async move {
                let tenant = tx.tenant(lodger);
                let complaint = tenant.complaint(id).await?.ok_or(Code::NotFound)?;
                let found = tenant.complaint_files_for_authority(&complaint, edition, after.as_deref(), limit).await?;
                let note = seen(&inner, &call, lodger, id);
                tx.note(note.of_page(found.iter().map(|file| file.id.0), limit)).await?;
                Ok::<_, Failure>(found)
            })
        })
        .await
}

/// Opens one file. Gives the service in the time of whoever lodged the complaint too.
///
/// # Errors
/// `not_found`; `data_subject_erased`.
pub async fn open(
    context: &Context,
    call: Call,
    docket: Docket,
    id: ComplaintId,
    file: ComplaintFileId,
) -> Outcome<(Context, OpenFile)> {
    let (own, lodger) = enter(context, &call, docket, id).await?;
    let open = files::open_file(&own, call, lodger, id, file).await?;
    Ok((own, open))
}

/// Begins to write the archive of an edition.
///
/// # Errors
/// `not_found`; `complaint_files_not_ready`.
pub async fn archive(
    context: &Context,
    call: Call,
    docket: Docket,
    id: ComplaintId,
    edition: ComplaintEdition,
) -> Outcome<mpsc::Receiver<ArchivePart>> {
    let (own, lodger) = enter(context, &call, docket, id).await?;
    files::archive(&own, call, lodger, id, edition).await
}

/// Begins to take a file of the authority: a letter, a decision. Gives the service in which it is to be stored too.
///
/// # Errors
/// `not_found`.
pub async fn begin_upload(context: &Context, docket: Docket, id: ComplaintId) -> Outcome<(Context, FileUpload)> {
    let (own, lodger) = find(context, docket, id).await?;
    let upload = FileUpload::begin(&own, lodger, id).await?;
    Ok((own, upload))
}
