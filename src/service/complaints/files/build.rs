//! Making the files of complaints: a few people at a time, each piece of work with the place it has come to in one transaction, so
//! that a kill repeats nothing and leaves no hole. Documents are set on all cores, outside of any transaction.

use std::num::NonZero;

use entity::id::{ComplaintId, OrganisationId};

use super::general::{self, General};
use super::keep::{Place, Seal};
use super::person::{Reading, Told};
use crate::casefile::facts::{ComplaintFacts, FileFacts};
use crate::casefile::{Extent, Maker, Manifest, PersonPieces, Piece, Version, in_order, to_hex};
use crate::domain::access::KeyPurpose;
use crate::domain::audit::AuditAction;
use crate::domain::complaint::FileState;
use crate::domain::event::EventKind;
use crate::ports::machine_now;
use crate::service::answers;
use crate::service::call::Call;
use crate::service::complaints::reference;
use crate::service::complaints::told::told;
use crate::service::computed::computed;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{BuildLease, Complaint, ComplaintEdition, ComplaintFile, ComplaintPersonFilter, StoreError};
use crate::wording::Words;

/// People whose files are made in one transaction.
const AT_ONCE: u64 = 16;
/// Files that are listed, or of earlier makings deleted, at once.
const PAGE: u64 = 1_000;

/// A file with its sealed parts.
type Kept = (ComplaintFile, Vec<Vec<u8>>);

/// The two versions and where each is kept.
const VERSIONS: [(Version, ComplaintEdition); 2] =
    [(Version::Full, ComplaintEdition::Full), (Version::NonConfidential, ComplaintEdition::Public)];

/// Makes the files of the complaint that waited longest. Returns how many complaints it worked at.
pub async fn build_complaints(context: Context) -> Outcome<u64> {
    let machine = machine_now();
    let Some((organisation, complaint)) = context.db.complaints_to_build(context.reach(), machine, 1).await?.pop()
    else {
        return Ok(0);
    };
    let context = context.of(organisation).await?;
    let mut fence = [0u8; 16];
    context.random.fill(&mut fence);
    let lease = BuildLease { organisation, complaint, id: uuid::Uuid::from_bytes(fence) };
    let until = context.lease_end();
    let taken = context
        .db
        .write(move |tx| Box::pin(async move { Ok::<_, Failure>(tx.lease_build(&lease, machine, until).await?) }))
        .await?;
    if !taken {
        return Ok(0);
    }
    match (Building { context: &context, lease }).run().await {
        // Another worker has it, or the complaint has changed: there is nothing to do here.
        Ok(()) | Err(Failure::Store(StoreError::LeaseLost)) => Ok(1),
        // Somebody in it was erased, or something it needs is gone: its owner has it made anew.
        Err(Failure::Refused(problem)) => {
            tracing::warn!(complaint = %complaint, code = %problem.code.as_str(), "the files of a complaint cannot be made");
            end(&context, lease, FileState::Failed).await?;
            Ok(1)
        }
        // What the program rules out would be met again at each try, and keep other complaints waiting.
        Err(failure @ (Failure::Defect(_) | Failure::Crypto(_))) => {
            tracing::error!(complaint = %complaint, error = %failure, "the files of a complaint cannot be made");
            end(&context, lease, FileState::Failed).await?;
            Ok(1)
        }
        Err(failure @ Failure::Store(_)) => Err(failure),
    }
}

async fn end(context: &Context, lease: BuildLease, state: FileState) -> Outcome<()> {
    let now = context.clock.now();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let held = tx.hold_complaint(lease.organisation, lease.complaint).await?;
                let Some(complaint) = held else { return Ok::<_, Failure>(()) };
                match tx.end_build(&lease, complaint.build_no, state, now).await {
                    Ok(()) | Err(StoreError::LeaseLost) => Ok(()),
                    Err(error) => Err(error.into()),
                }
            })
        })
        .await
}

struct Building<'a> {
    context: &'a Context,
    lease: BuildLease,
}

impl Building<'_> {
    async fn run(&self) -> Outcome<()> {
        let (context, BuildLease { organisation, complaint, .. }) = (self.context, self.lease);
        let complaint = self.complaint(organisation, complaint).await?;
        let general = general::general(context, &complaint).await?;
        let mut after = Some(complaint.built_to).filter(|number| *number > 0);
        loop {
            let tenant = context.db.tenant(organisation);
            let taking_part = ComplaintPersonFilter { left_out: Some(false), ..Default::default() };
            let people = tenant.complaint_people(complaint.id, taking_part, after, AT_ONCE).await?;
            let Some(last) = people.last().map(|person| person.number) else { break };
            let reading = Reading {
                context,
                organisation,
                complaint: complaint.id,
                controller: &general.controller,
                words: Words::of(general.facts.language),
            };
            let told = reading.people(&tenant, &people).await?;
            let subjects: Vec<_> = told.iter().map(|one| one.data_subject.0).collect();
            let evidence = self.evidence(&complaint, &told).await?;
            let mut files = self.annexes(&complaint, &general.facts, told).await?;
            files.extend(evidence);
            self.keep(&complaint, last, files, subjects).await?;
            after = Some(last);
            if context.stop.is_cancelled() {
                return self.give_back().await;
            }
        }
        let last = after.ok_or(Failure::Defect("files of nobody"))?;
        self.finish(complaint, general, last).await
    }

    async fn complaint(&self, organisation: OrganisationId, id: ComplaintId) -> Outcome<Complaint> {
        let found = self.context.db.tenant(organisation).complaint(id).await?;
        found.filter(|found| found.file_state == FileState::Building).ok_or(StoreError::LeaseLost.into())
    }

    /// Makes the annexes and facts of some people, on all cores, and seals them under each person's key.
    async fn annexes(&self, complaint: &Complaint, facts: &ComplaintFacts, told: Vec<Told>) -> Outcome<Vec<Kept>> {
        let (context, complaint, facts) = (self.context.clone(), complaint.clone(), facts.clone());
        computed(move || {
            let maker = Maker::new(&facts).map_err(defect)?;
            let mut kept = Vec::with_capacity(told.len() * 4);
            let made = |one: Told| -> Outcome<Vec<Kept>> {
                let mut files = Vec::with_capacity(4);
                for (version, edition) in VERSIONS {
                    let PersonPieces { annexes, facts } = maker.person(&one.facts, version).map_err(defect)?;
                    let person = Some((one.number, one.data_subject));
                    let place = Place { complaint: &complaint, edition, person };
                    for piece in [annexes, facts] {
                        files.push(place.keep(&context, &piece, &Seal::Person(&one.key))?);
                    }
                }
                Ok(files)
            };
            in_order(told, cores(), made, |files: Outcome<Vec<Kept>>| {
                kept.extend(files?);
                Ok::<_, Failure>(())
            })?;
            Ok(kept)
        })
        .await
    }

    /// Copies the controllers' files that the facts name, from under one binding to another.
    async fn evidence(&self, complaint: &Complaint, told: &[Told]) -> Outcome<Vec<Kept>> {
        let mut kept = Vec::new();
        for one in told {
            for (name, file) in &one.evidence {
                let id = self.context.ids.next();
                let mut parts = Vec::new();
                let (organisation, seal) = (complaint.organisation, Seal::Person(&one.key));
                while let Some(part) =
                    answers::read_part(self.context, organisation, &one.key, file.id, parts.len()).await?
                {
                    let number = i32::try_from(parts.len()).unwrap_or(i32::MAX);
                    parts.push(seal.seal(organisation, id, number, part.expose())?);
                }
                let copy = ComplaintFile {
                    id,
                    complaint: complaint.id,
                    build_no: complaint.build_no,
                    edition: ComplaintEdition::Full,
                    source: None,
                    name: name.clone(),
                    person: Some(one.number),
                    data_subject: Some(one.data_subject),
                    media_type: file.media_type.clone(),
                    size: file.size,
                    sha256: file.sha256.clone(),
                    pages: None,
                    created_at: self.context.clock.now(),
                };
                kept.push((copy, parts));
            }
        }
        Ok(kept)
    }

    /// Writes what was made of some people, with the place that is reached.
    async fn keep(&self, complaint: &Complaint, last: i32, files: Vec<Kept>, subjects: Vec<uuid::Uuid>) -> Outcome<()> {
        let (context, lease, build_no) = (self.context.clone(), self.lease, complaint.build_no);
        let until = self.context.lease_end();
        self.context
            .db
            .write(move |tx| {
                Box::pin(async move {
                    tx.mark_built(&lease, build_no, last, until).await?;
                    tx.add_complaint_files(lease.organisation, files).await?;
                    let note = context.note(&Call::system(), lease.organisation, AuditAction::Read, "data_subject");
                    tx.note(note.of_many(subjects)).await?;
                    Ok::<_, Failure>(())
                })
            })
            .await
    }

    async fn give_back(&self) -> Outcome<()> {
        let lease = self.lease;
        self.context
            .db
            .write(move |tx| Box::pin(async move { Ok::<_, Failure>(tx.return_build(&lease, machine_now()).await?) }))
            .await
    }

    /// Makes what is of everybody: registers, main text, facts and the signed lists. Then the files are complete.
    async fn finish(&self, complaint: Complaint, mut general: General, last: i32) -> Outcome<()> {
        let (context, lease) = (self.context.clone(), self.lease);
        let tenant = context.db.tenant(lease.organisation);
        general::count(&tenant, &complaint, &mut general.facts).await?;
        let mut listed = Vec::new();
        for (version, edition) in VERSIONS {
            listed.push((version, edition, self.listed(&complaint, edition).await?));
        }
        let extent = (self.first(&complaint).await?, reference(last));
        let keys = context.keys.of_organisation(&context.db, lease.organisation).await?;
        let (inner, of) = (context.clone(), complaint.clone());
        let files = computed(move || {
            let pieces = general_pieces(&inner, &general.facts, listed, extent)?;
            let keep = |(edition, piece): &(ComplaintEdition, Piece)| {
                let place = Place { complaint: &of, edition: *edition, person: None };
                place.keep(&inner, piece, &Seal::Organisation(&keys))
            };
            pieces.iter().map(keep).collect::<Outcome<Vec<_>>>()
        })
        .await?;
        let until = context.lease_end();
        let inner = context.clone();
        context
            .db
            .write(move |tx| {
                Box::pin(async move {
                    let now = inner.clock.now();
                    tx.mark_built(&lease, complaint.build_no, last, until).await?;
                    tx.add_complaint_files(lease.organisation, files).await?;
                    tx.end_build(&lease, complaint.build_no, FileState::Ready, now).await?;
                    let event = told(&inner, &Call::system(), &complaint, EventKind::ComplaintFilesReady);
                    tx.emit(lease.organisation, vec![event]).await?;
                    Ok::<_, Failure>(())
                })
            })
            .await?;
        self.forget_older().await
    }

    /// What was made of everybody in one edition, in the order of the archive.
    async fn listed(&self, complaint: &Complaint, edition: ComplaintEdition) -> Outcome<Vec<FileFacts>> {
        let tenant = self.context.db.tenant(self.lease.organisation);
        let mut all: Vec<FileFacts> = Vec::new();
        loop {
            let after = all.last().map(|file| file.name.clone());
            let page =
                tenant.complaint_files(complaint.id, complaint.build_no, edition, after.as_deref(), PAGE).await?;
            if page.is_empty() {
                return Ok(all);
            }
            all.extend(page.iter().map(listed));
        }
    }

    /// The reference of the first person.
    async fn first(&self, complaint: &Complaint) -> Outcome<String> {
        let tenant = self.context.db.tenant(self.lease.organisation);
        let taking_part = ComplaintPersonFilter { left_out: Some(false), ..Default::default() };
        let first = tenant.complaint_people(complaint.id, taking_part, None, 1).await?;
        Ok(reference(first.first().ok_or(Failure::Defect("files of nobody"))?.number))
    }

    /// Files of earlier makings say something that does not hold any more.
    async fn forget_older(&self) -> Outcome<()> {
        let lease = self.lease;
        loop {
            let forget = self.context.db.write(move |tx| {
                Box::pin(async move {
                    let held = tx.hold_complaint(lease.organisation, lease.complaint).await?;
                    let Some(complaint) = held else { return Ok::<_, Failure>(0) };
                    let (id, before) = (complaint.id, complaint.build_no);
                    Ok(tx.delete_older_builds(lease.organisation, id, before, PAGE).await?)
                })
            });
            if forget.await? == 0 {
                return Ok(());
            }
        }
    }
}

/// Everything that is of no one person, each for the edition it belongs to.
fn general_pieces(
    context: &Context,
    facts: &ComplaintFacts,
    listed: Vec<(Version, ComplaintEdition, Vec<FileFacts>)>,
    extent: (String, String),
) -> Outcome<Vec<(ComplaintEdition, Piece)>> {
    let maker = Maker::new(facts).map_err(defect)?;
    let mut pieces = Vec::new();
    let mut of_edition: Vec<(ComplaintEdition, Vec<FileFacts>)> = Vec::new();
    for (version, edition, mut files) in listed {
        let volumes = Maker::volumes(files.len());
        let mut made = Vec::new();
        for volume in 1..=volumes {
            made.push(maker.register(version, volume, &files).map_err(defect)?);
        }
        let extent = Extent { first: extent.0.clone(), last: extent.1.clone(), volumes };
        made.push(maker.main_text(version, &extent).map_err(defect)?);
        made.push(maker.facts(version).map_err(defect)?);
        files.extend(made.iter().map(Piece::listed));
        files.sort_by(|one, other| one.name.cmp(&other.name));
        pieces.extend(made.into_iter().map(|piece| (edition, piece)));
        of_edition.push((edition, files));
    }
    // The archive for the authority has both versions, that for others one of them.
    for (edition, _) in &of_edition {
        let mut manifest = Manifest::new(facts);
        let holds = |other: &ComplaintEdition| *edition == ComplaintEdition::Full || other == edition;
        manifest.files =
            of_edition.iter().filter(|(other, _)| holds(other)).flat_map(|(_, files)| files.clone()).collect();
        let piece = manifest.piece().map_err(|_| Failure::Defect("a manifest is not JSON"))?;
        let key = context.keys.signing(KeyPurpose::ComplaintFile)?;
        let signed = manifest.signature(&piece, &context.settings.base_url, &key, context.clock.now());
        let signature = signed.map_err(|_| Failure::Defect("a manifest is not signed"))?;
        pieces.extend([(*edition, piece), (*edition, signature)]);
    }
    Ok(pieces)
}

fn listed(file: &ComplaintFile) -> FileFacts {
    FileFacts {
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: u64::try_from(file.size).unwrap_or(0),
        sha256: to_hex(&file.sha256),
        pages: file.pages.and_then(|pages| u32::try_from(pages).ok()),
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get)
}

/// What the maker refuses was to be refused before: the complaint is complete when its files are made.
fn defect(error: crate::casefile::MakeError) -> Failure {
    tracing::error!(error = %error, "a file of a complaint cannot be made");
    Failure::Defect("a file of a complaint cannot be made")
}
