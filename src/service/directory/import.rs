//! Applying the import of a folder of the open directory to the shared entries.
//!
//! What an operator has added to an entry stays: its webhook and feed, the keys of its callbacks, its clients. Everything else of a
//! changed record is taken from the folder. An import is applied in chunks, each whole or not at all; repeated after an
//! interruption, it does what is left.

use std::collections::{BTreeMap, HashMap};

use entity::id::ControllerId;

use crate::domain::audit::AuditAction;
use crate::domain::controller::{Channel, ControllerState, RecordQuality};
use crate::domain::place::Place;
use crate::ingest::directory::{
    ContentDigest, DirectoryEntry, Existing, ExistingState, ImportPlan, ImportReport, ObsoleteEntry, ParsedFolder,
};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Controller, KnownSlug, StoreError, Tx, Viewer};

use super::source::EntrySource;
use super::webhook::{self, WebhookChange};

/// Entries of one transaction.
const CHUNK: usize = 250;

/// Compares a folder with the shared directory. Changes nothing.
pub async fn plan(context: &Context, folder: ParsedFolder) -> Outcome<ImportPlan<ControllerId>> {
    let known = context.db.shared_slugs().await?;
    let existing: BTreeMap<_, _> = known.into_iter().map(|slug| (slug.slug.clone(), existing(slug))).collect();
    Ok(ImportPlan::of(folder, &existing))
}

/// An entry that was made here has a digest that no record has: a record with its slug counts as changed.
fn existing(known: KnownSlug) -> Existing<ControllerId> {
    let state = match (known.state, known.redirect_to) {
        (ControllerState::Active, _) => ExistingState::Active,
        (ControllerState::Redirected, Some(to)) => ExistingState::Redirected { to },
        (ControllerState::Redirected, None) | (ControllerState::Retired, _) => ExistingState::Retired,
    };
    Existing { id: known.id, digest: ContentDigest(known.digest.unwrap_or_default()), state }
}

/// Applies a plan and gives its report.
///
/// # Errors
/// The database's. Chunks that were applied before stay.
pub async fn apply(context: &Context, plan: ImportPlan<ControllerId>) -> Outcome<ImportReport> {
    let report = plan.report();
    // Redirections last: their targets may be new.
    let added = plan.added.into_iter().map(|new| Work::Add(Box::new(new.entry), new.digest));
    let changed = plan.changed.into_iter().map(|one| Work::Change(one.id, Box::new(one.entry), one.digest));
    let retired = plan.retired.into_iter().map(|one| Work::Obsolete(one.id, one.entry, None, one.digest));
    let redirected = plan.redirected.into_iter().map(|one| Work::Obsolete(one.id, one.entry, Some(one.to), one.digest));
    let mut work = added.chain(changed).chain(retired).chain(redirected);
    loop {
        let chunk: Vec<_> = work.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            return Ok(report);
        }
        apply_chunk(context, chunk).await?;
    }
}

enum Work {
    Add(Box<DirectoryEntry>, ContentDigest),
    Change(ControllerId, Box<DirectoryEntry>, ContentDigest),
    Obsolete(Option<ControllerId>, ObsoleteEntry, Option<String>, ContentDigest),
}

async fn apply_chunk(context: &Context, chunk: Vec<Work>) -> Outcome<()> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut step = Step::begin(&inner, tx, &chunk).await?;
                for work in chunk {
                    match work {
                        Work::Add(entry, digest) => step.add(*entry, digest),
                        Work::Change(id, entry, digest) => step.change(id, *entry, digest).await?,
                        Work::Obsolete(id, entry, to, digest) => step.obsolete(id, entry, to, digest).await?,
                    }
                }
                step.finish().await
            })
        })
        .await
}

/// One chunk on its way.
struct Step<'a> {
    context: &'a Context,
    tx: &'a Tx,
    known: HashMap<ControllerId, Controller>,
    added: Vec<Controller>,
    changed: Vec<ControllerId>,
}

impl<'a> Step<'a> {
    async fn begin(context: &'a Context, tx: &'a Tx, chunk: &[Work]) -> Outcome<Self> {
        let ids: Vec<_> = chunk
            .iter()
            .filter_map(|work| match work {
                Work::Add(..) => None,
                Work::Change(id, ..) => Some(*id),
                Work::Obsolete(id, ..) => *id,
            })
            .collect();
        let known = tx.controllers_by_ids(&ids, Viewer::Operator).await?;
        let known = known.into_iter().map(|entry| (entry.id, entry)).collect();
        Ok(Self { context, tx, known, added: Vec::new(), changed: Vec::new() })
    }

    fn add(&mut self, entry: DirectoryEntry, digest: ContentDigest) {
        let mut row = self.blank(entry.slug.clone(), entry.name.clone());
        take(&mut row, entry, digest);
        self.added.push(row);
    }

    async fn change(&mut self, id: ControllerId, entry: DirectoryEntry, digest: ContentDigest) -> Outcome<()> {
        let mut row = self.known.remove(&id).ok_or(StoreError::Stale)?;
        take(&mut row, entry, digest);
        self.update(row).await
    }

    async fn obsolete(
        &mut self,
        id: Option<ControllerId>,
        entry: ObsoleteEntry,
        to: Option<String>,
        digest: ContentDigest,
    ) -> Outcome<()> {
        let source = EntrySource::of_obsolete(&entry).to_json()?;
        let target = match to {
            // Rows of this chunk are not yet written when it holds both.
            Some(slug) => match self.added.iter().find(|row| row.slug == slug) {
                Some(row) => Some(row.id),
                None => Some(self.tx.shared_controller_id(&slug).await?.ok_or(StoreError::Stale)?),
            },
            None => None,
        };
        let known = id.map(|id| self.known.remove(&id).ok_or(StoreError::Stale)).transpose()?;
        let is_new = known.is_none();
        let mut row = known.unwrap_or_else(|| self.blank(entry.slug.clone(), entry.name.clone()));
        row.state = if target.is_some() { ControllerState::Redirected } else { ControllerState::Retired };
        row.redirect_to = target;
        row.source = source;
        row.source_digest = Some(digest.0);
        if is_new {
            self.added.push(row);
            return Ok(());
        }
        self.update(row).await
    }

    async fn update(&mut self, mut row: Controller) -> Outcome<()> {
        row.version += 1;
        row.updated_at = self.context.clock.now();
        self.tx.update_controller(&row).await?;
        webhook::apply(self.context, self.tx, &row, true, &WebhookChange::default()).await?;
        self.changed.push(row.id);
        Ok(())
    }

    fn blank(&self, slug: String, name: String) -> Controller {
        let now = self.context.clock.now();
        Controller {
            id: self.context.ids.next(),
            owner: None,
            slug,
            name,
            aliases: Vec::new(),
            place: None,
            language: None,
            categories: Vec::new(),
            channels: Vec::new(),
            identity_needs: Vec::new(),
            needs_id_document: false,
            postal_address: Vec::new(),
            quality: RecordQuality::Imported,
            source: serde_json::Value::Object(serde_json::Map::new()),
            source_digest: None,
            state: ControllerState::Active,
            redirect_to: None,
            callback_keys: None,
            version: 1,
            created_at: now,
            updated_at: now,
        }
    }

    /// Writes what was collected, with one audit entry for all that was added and one for all that was changed.
    async fn finish(self) -> Outcome<()> {
        self.tx.add_controllers(&self.added).await?;
        let added: Vec<_> = self.added.iter().map(|row| row.id).collect();
        for (ids, action) in [(added, AuditAction::Create), (self.changed, AuditAction::Change)] {
            if !ids.is_empty() {
                let note = self.context.note(&Call::system(), None, action, "controller");
                self.tx.note(note.of_many(ids.into_iter().map(|id| id.0))).await?;
            }
        }
        Ok::<_, Failure>(())
    }
}

/// Takes over a record. What it says of webhooks and feeds is nothing, so those stay, in front.
fn take(row: &mut Controller, entry: DirectoryEntry, digest: ContentDigest) {
    let own = row.channels.drain(..).filter(|channel| matches!(channel, Channel::Webhook { .. } | Channel::Feed {}));
    let channels = own.chain(entry.channels.iter().cloned()).collect();
    row.channels = channels;
    row.place = place(&entry);
    row.source = EntrySource::of_entry(&entry).to_json().unwrap_or_default();
    row.source_digest = Some(digest.0);
    row.name = entry.name;
    row.aliases = entry.aliases;
    row.language = entry.request_language;
    row.categories = entry.categories;
    row.identity_needs = entry.identity_needs;
    row.needs_id_document = entry.needs_id_document;
    row.postal_address = entry.address_lines;
    row.quality = entry.quality;
    row.state = ControllerState::Active;
    row.redirect_to = None;
}

/// The place of an entry; its country alone where the part is none we know, and nothing where the country is none.
fn place(entry: &DirectoryEntry) -> Option<Place> {
    let country = entry.country.as_deref()?;
    let whole = entry.subdivision.as_ref().and_then(|part| part.parse::<Place>().ok());
    whole.filter(|place| place.country() == country).or_else(|| country.parse().ok())
}
