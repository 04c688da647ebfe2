//! All files of a complaint as one archive, written as it is read: nothing of it is kept in memory or on disk.

use std::io::{self, Read, Write};

use bytes::Bytes;
use entity::id::{ComplaintId, OrganisationId};
use tokio::runtime::Handle;
use tokio::sync::mpsc;

use super::keep::{open_part, seen};
use crate::casefile::facts::FileFacts;
use crate::casefile::{Archive, ArchiveError, Piece, to_hex};
use crate::domain::code::Code;
use crate::domain::complaint::FileState;
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::complaints::reference;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Complaint, ComplaintEdition, ComplaintFile, ComplaintPersonFilter, Tx};

/// A piece of an archive; after an error nothing comes any more.
pub type ArchivePart = Result<Bytes, Failure>;

/// Pieces that wait to be sent.
const WAITING: usize = 8;
/// Bytes that are gathered before they are sent.
const PIECE: usize = 64 * 1024;
/// Files read from the list at once.
const PAGE: u64 = 500;

/// Begins to write the archive of one edition: the full one holds the public one too. The look at everybody's data is recorded.
///
/// Files of people who were erased since cannot be opened any more: the archive names them in `erased.json` and holds the rest. To
/// the authority no files go of people for whom the organisation acts no more (M-11): they are named in `left_out.json`.
///
/// # Errors
/// `not_found`; `complaint_files_not_ready`.
pub async fn archive(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: ComplaintId,
    edition: ComplaintEdition,
) -> Outcome<mpsc::Receiver<ArchivePart>> {
    let inner = context.clone();
    let (complaint, for_authority, left_out) = context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let complaint = tx.tenant(organisation).complaint(id).await?.ok_or(Code::NotFound)?;
                if complaint.file_state != FileState::Ready {
                    return Err(Failure::from(Code::ComplaintFilesNotReady));
                }
                let mut note = seen(&inner, &call, organisation, id);
                note.record_count = i64::from(complaint.people);
                tx.note(note).await?;
                let for_authority = call.actor.authority().is_some();
                let left_out = if for_authority { left_out(tx, &complaint).await? } else { Vec::new() };
                Ok((complaint, for_authority, left_out))
            })
        })
        .await?;
    let (sender, receiver) = mpsc::channel(WAITING);
    let (context, handle) = (context.clone(), Handle::current());
    tokio::task::spawn_blocking(move || {
        let out = Outgoing { sender: sender.clone(), gathered: Vec::with_capacity(PIECE) };
        let writing = Writing { context: &context, handle: &handle, complaint: &complaint, for_authority };
        if let Err(failure) = writing.write(out, edition, left_out) {
            // The caller may be gone; then nobody is told.
            let _ = sender.blocking_send(Err(failure));
        }
    });
    Ok(receiver)
}

/// Who took part when the complaint was lodged and was left out since.
async fn left_out(tx: &Tx, complaint: &Complaint) -> Outcome<Vec<i32>> {
    let took_part_at = complaint.standing.lodging.and_then(|lodging| lodging.recorded_at);
    let filter = ComplaintPersonFilter { left_out: Some(true), took_part_at, ..Default::default() };
    let (tenant, mut numbers) = (tx.tenant(complaint.organisation), Vec::new());
    loop {
        let page = tenant.complaint_people(complaint.id, filter, numbers.last().copied(), PAGE).await?;
        if page.is_empty() {
            return Ok(numbers);
        }
        numbers.extend(page.iter().map(|person| person.number));
    }
}

struct Writing<'a> {
    context: &'a Context,
    handle: &'a Handle,
    complaint: &'a Complaint,
    for_authority: bool,
}

impl Writing<'_> {
    fn write(&self, out: Outgoing, edition: ComplaintEdition, left_out: Vec<i32>) -> Outcome<()> {
        let mut archive = Archive::new(out);
        let mut erased = std::collections::BTreeSet::new();
        self.edition(&mut archive, edition, false, &mut erased)?;
        if edition == ComplaintEdition::Full {
            self.edition(&mut archive, ComplaintEdition::Public, true, &mut erased)?;
        }
        name_absent(&mut archive, "erased", erased.into_iter().collect())?;
        name_absent(&mut archive, "left_out", left_out)?;
        archive.finish().map_err(broken)?.flush().map_err(|error| broken(error.into()))
    }

    fn edition(
        &self,
        archive: &mut Archive<Outgoing>,
        edition: ComplaintEdition,
        beside: bool,
        erased: &mut std::collections::BTreeSet<i32>,
    ) -> Outcome<()> {
        let (organisation, id, build_no) = (self.complaint.organisation, self.complaint.id, self.complaint.build_no);
        let mut after: Option<String> = None;
        loop {
            let tenant = self.context.db.tenant(organisation);
            let after_name = after.as_deref();
            let page = self.handle.block_on(async {
                if self.for_authority {
                    tenant.complaint_files_for_authority(self.complaint, edition, after_name, PAGE).await
                } else {
                    tenant.complaint_files(id, build_no, edition, after_name, PAGE).await
                }
            })?;
            let Some(last) = page.last() else { return Ok(()) };
            after = Some(last.name.clone());
            for file in page {
                // The list of the public edition alone belongs to its own archive.
                if beside && file.name.starts_with("manifest.") {
                    continue;
                }
                self.file(archive, file, erased)?;
            }
        }
    }

    fn file(
        &self,
        archive: &mut Archive<Outgoing>,
        file: ComplaintFile,
        erased: &mut std::collections::BTreeSet<i32>,
    ) -> Outcome<()> {
        let listed = FileFacts {
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            size: u64::try_from(file.size).unwrap_or(0),
            sha256: to_hex(&file.sha256),
            pages: None,
        };
        let person = file.person;
        let open = match self.handle.block_on(file.open(self.context, self.complaint.organisation)) {
            Ok(open) => open,
            Err(Failure::Refused(Problem { code: Code::DataSubjectErased, .. })) => {
                erased.extend(person);
                return Ok(());
            }
            Err(failure) => return Err(failure),
        };
        let mut next = 0;
        let content = Parts {
            read: || {
                let part = self.handle.block_on(open_part(self.context, &open, next));
                next += 1;
                part.map_err(|_| io::Error::other("a part of a file cannot be read"))
            },
            part: io::Cursor::new(Vec::new()),
        };
        archive.add(&listed, content).map_err(broken)
    }
}

/// Names the people whose files are not in the archive, in a file called by the reason; none when there are none.
fn name_absent(archive: &mut Archive<Outgoing>, why: &str, numbers: Vec<i32>) -> Outcome<()> {
    if numbers.is_empty() {
        return Ok(());
    }
    let references: Vec<String> = numbers.into_iter().map(reference).collect();
    let bytes = serde_json::to_vec(&serde_json::json!({ why: references }));
    let bytes = bytes.map_err(|_| Failure::Defect("references are not JSON"))?;
    let piece = Piece { path: format!("{why}.json"), media_type: "application/json", pages: None, bytes };
    archive.add_piece(&piece).map_err(broken)
}

fn broken(error: ArchiveError) -> Failure {
    tracing::warn!(error = %error, "an archive broke off");
    Failure::Defect("an archive broke off")
}

/// Reads a file part by part.
struct Parts<F> {
    read: F,
    part: io::Cursor<Vec<u8>>,
}

impl<F: FnMut() -> io::Result<Option<Vec<u8>>>> Read for Parts<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.part.read(buffer)?;
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            match (self.read)()? {
                Some(part) => self.part = io::Cursor::new(part),
                None => return Ok(0),
            }
        }
    }
}

/// Sends what is written on to whoever reads the archive, in pieces worth sending.
struct Outgoing {
    sender: mpsc::Sender<ArchivePart>,
    gathered: Vec<u8>,
}

impl Write for Outgoing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.gathered.extend_from_slice(bytes);
        if self.gathered.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.gathered.is_empty() {
            return Ok(());
        }
        let piece = Bytes::from(std::mem::replace(&mut self.gathered, Vec::with_capacity(PIECE)));
        self.sender.blocking_send(Ok(piece)).map_err(|_| io::Error::other("nobody reads the archive"))
    }
}
