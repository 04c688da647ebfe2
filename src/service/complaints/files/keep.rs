//! Keeping and opening one file: sealed in parts, each bound to its place.

use entity::id::{ComplaintFileId, ComplaintId, DataSubjectId, OrganisationId};

use crate::casefile::Piece;
use crate::crypto::keyring::place;
use crate::crypto::{Binding, OrganisationKeys, SubjectKey};
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::incoming::PART;
use crate::store::{AuditNote, Complaint, ComplaintEdition, ComplaintFile};

fn part_binding(organisation: OrganisationId, id: ComplaintFileId, number: i32) -> Binding {
    place::COMPLAINT_FILE_PART.of(organisation.0, place::part_row(id.0, number))
}

/// Under whose key a file is sealed.
pub(super) enum Seal<'a> {
    Organisation(&'a OrganisationKeys),
    Person(&'a SubjectKey),
}

impl Seal<'_> {
    pub fn seal(
        &self,
        organisation: OrganisationId,
        id: ComplaintFileId,
        number: i32,
        part: &[u8],
    ) -> Outcome<Vec<u8>> {
        let binding = part_binding(organisation, id, number);
        Ok(match self {
            Self::Organisation(keys) => keys.seal(&binding, part)?,
            Self::Person(key) => key.seal(&binding, part)?,
        })
    }

    pub fn parts(&self, organisation: OrganisationId, id: ComplaintFileId, bytes: &[u8]) -> Outcome<Vec<Vec<u8>>> {
        (0..).zip(bytes.chunks(PART)).map(|(number, part)| self.seal(organisation, id, number, part)).collect()
    }
}

/// To whom a file of a making belongs.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub complaint: &'a Complaint,
    pub edition: ComplaintEdition,
    pub person: Option<(i32, DataSubjectId)>,
}

impl Place<'_> {
    /// A made file as its row and its sealed parts.
    pub fn keep(&self, context: &Context, piece: &Piece, seal: &Seal<'_>) -> Outcome<(ComplaintFile, Vec<Vec<u8>>)> {
        let id = context.ids.next();
        let parts = seal.parts(self.complaint.organisation, id, &piece.bytes)?;
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &piece.bytes);
        let file = ComplaintFile {
            id,
            complaint: self.complaint.id,
            build_no: self.complaint.build_no,
            edition: self.edition,
            source: None,
            name: piece.path.clone(),
            person: self.person.map(|(number, _)| number),
            data_subject: self.person.map(|(_, subject)| subject),
            media_type: piece.media_type.to_owned(),
            size: i64::try_from(piece.bytes.len()).map_err(|_| Failure::Defect("a file beyond all sizes"))?,
            sha256: digest.as_ref().to_vec(),
            pages: piece.pages.map(|pages| i32::try_from(pages).unwrap_or(i32::MAX)),
            created_at: context.clock.now(),
        };
        Ok((file, parts))
    }
}

/// A file that may be read, part by part.
pub struct OpenFile {
    /// What is known about it.
    pub file: ComplaintFile,
    organisation: OrganisationId,
    key: Key,
}

enum Key {
    Organisation(std::sync::Arc<OrganisationKeys>),
    Person(SubjectKey),
}

/// Opens one file of a complaint, for its organisation, or for the authority if that may have it. The look is recorded.
///
/// # Errors
/// `not_found`; `data_subject_erased` for the annex of a person who was erased.
pub async fn open_file(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    complaint: ComplaintId,
    id: ComplaintFileId,
) -> Outcome<OpenFile> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let tenant = tx.tenant(organisation);
                let file = match call.actor.authority() {
                    None => tenant.complaint_file(id).await?.filter(|file| file.complaint == complaint),
                    Some(_) => {
                        let complaint = tenant.complaint(complaint).await?.ok_or(Code::NotFound)?;
                        tenant.complaint_file_for_authority(&complaint, id).await?
                    }
                };
                let file = file.ok_or(Code::NotFound)?;
                tx.note(seen(&inner, &call, organisation, id)).await?;
                Ok::<_, Failure>(file)
            })
        })
        .await?
        .open(context, organisation)
        .await
}

/// The entry about a look at something of a complaint: read by its organisation, or disclosed to the authority.
pub(in crate::service::complaints) fn seen(
    context: &Context,
    call: &Call,
    organisation: OrganisationId,
    subject: impl ToString,
) -> AuditNote {
    match call.actor.authority() {
        None => context.note(call, organisation, AuditAction::Read, subject),
        Some(authority) => context.note(call, organisation, AuditAction::Disclose, subject).told_to(authority),
    }
}

impl ComplaintFile {
    /// Gets the key of a file. Whoever calls it writes the audit entry.
    pub(super) async fn open(self, context: &Context, organisation: OrganisationId) -> Outcome<OpenFile> {
        let keys = context.keys.of_organisation(&context.db, organisation).await?;
        let key = match self.data_subject {
            None => Key::Organisation(keys),
            Some(subject) => {
                let wrapped = context.db.tenant(organisation).subject_key(subject).await?;
                let wrapped = wrapped.ok_or(Code::DataSubjectErased)?;
                Key::Person(keys.open_subject_key(subject.0, &wrapped)?)
            }
        };
        Ok(OpenFile { file: self, organisation, key })
    }
}

/// One part of an opened file, from 0; none after the last.
pub async fn open_part(context: &Context, open: &OpenFile, number: i32) -> Outcome<Option<Vec<u8>>> {
    let tenant = context.db.tenant(open.organisation);
    let Some(sealed) = tenant.complaint_file_part(open.file.id, number).await? else { return Ok(None) };
    let binding = part_binding(open.organisation, open.file.id, number);
    let part = match &open.key {
        Key::Organisation(keys) => keys.open(&binding, &sealed)?,
        Key::Person(key) => key.open(&binding, &sealed)?,
    };
    Ok(Some(part.into_exposed()))
}
