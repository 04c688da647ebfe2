//! What proves the log: its latest checkpoint, that an entry is in it, and that it has only grown.

use std::ops::Range;

use entity::id::{AuditEntryId, OrganisationId};

use crate::crypto::note;
use crate::crypto::signing_key::Jwk;
use crate::domain::access::KeyPurpose;
use crate::domain::code::Code;
use crate::domain::problem::{FieldProblem, Problem};
use crate::ledger::tile::{self, Layout};
use crate::ledger::{Checkpoint, Entry, Hash, tree};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};

/// The latest checkpoint of a log.
#[derive(Debug, Clone)]
pub struct LatestCheckpoint {
    /// What it says.
    pub checkpoint: Checkpoint,
    /// How many of its first entries are cut off.
    pub cut: u64,
    /// The signed note.
    pub note: String,
    /// The key that signs now, as those take it who check notes.
    pub verifier_key: String,
}

/// The proof that an entry is in the log.
#[derive(Debug, Clone)]
pub struct Inclusion {
    /// The entry.
    pub entry: Entry,
    /// Its index in the log, from 0.
    pub index: u64,
    /// The size of the log that is meant.
    pub size: u64,
    /// The root of that size.
    pub root: Hash,
    /// The proof (RFC 6962, section 2.1.1).
    pub hashes: Vec<Hash>,
}

/// The proof that the log of one size is the beginning of that of another.
#[derive(Debug, Clone)]
pub struct Consistency {
    /// The smaller size.
    pub from: u64,
    /// Its root.
    pub from_root: Hash,
    /// The larger size.
    pub to: u64,
    /// Its root.
    pub to_root: Hash,
    /// The proof (RFC 6962, section 2.1.2).
    pub hashes: Vec<Hash>,
}

/// The latest checkpoint.
///
/// # Errors
/// `not_found` as long as nothing is in the log.
pub async fn latest(context: &Context, organisation: OrganisationId) -> Outcome<LatestCheckpoint> {
    let (head, _) = context.db.tenant(organisation).last_audit_checkpoint().await?.ok_or(Code::NotFound)?;
    let unreadable = Failure::Defect("a stored checkpoint of an audit log cannot be read");
    let checkpoint = note::text(&head.note).ok().and_then(Checkpoint::read).ok_or(unreadable)?;
    // The key that signed it, which need not be the one that signs now.
    let keys = context.keys.published_for(KeyPurpose::AuditCheckpoint);
    let signed = |key: &&Jwk| note::verify(&checkpoint.origin, &head.note, std::slice::from_ref(*key)).is_ok();
    let key = keys.iter().find(signed).ok_or(Failure::Defect("a stored checkpoint that no key of ours has signed"))?;
    let verifier_key = note::verifier_key(&checkpoint.origin, key).ok_or(Failure::Defect("a key without its half"))?;
    let cut = context.db.tenant(organisation).audit_log().await?.cut;
    Ok(LatestCheckpoint { checkpoint, cut, note: head.note, verifier_key })
}

/// Proves that an entry is in the log of a size, of its present one when none is named.
///
/// # Errors
/// `not_found`; `audit_entry_waiting` for an entry that the log of that size does not have yet; `audit_entry_altered` when the stored
/// entry is not the one that was taken into it; `invalid_parameter` for a size that the log does not have.
pub async fn inclusion(
    context: &Context,
    organisation: OrganisationId,
    id: AuditEntryId,
    size: Option<u64>,
) -> Outcome<Inclusion> {
    let tenant = context.db.tenant(organisation);
    let entry = tenant.audit_entry(id).await?.ok_or(Code::NotFound)?;
    let log = tenant.audit_log().await?;
    let size = within(size, log.size, "size")?;
    if entry.place() > log.last {
        return Err(Code::AuditEntryWaiting.into());
    }
    let leaves = tenant.audit_tile_at(entry.place()).await?.ok_or(Code::AuditEntryAltered)?;
    let leaf = entry.hash();
    let offset = leaves.hashes.iter().position(|hash| *hash == leaf).ok_or(Code::AuditEntryAltered)?;
    let index = leaves.id.number * Layout::STORED.width() + offset as u64;
    if index >= size {
        return Err(Code::AuditEntryWaiting.into());
    }
    let path = tree::inclusion(index, size);
    let whole = 0..size;
    let (hashes, [root]) = hashes_of(context, organisation, path, [whole]).await?;
    Ok(Inclusion { entry, index, size, root, hashes })
}

/// Proves that the log of a size is the beginning of that of another, of its present one when none is named.
///
/// # Errors
/// `invalid_parameter` for a size that the log does not have.
pub async fn consistency(
    context: &Context,
    organisation: OrganisationId,
    from: u64,
    to: Option<u64>,
) -> Outcome<Consistency> {
    let log = context.db.tenant(organisation).audit_log().await?;
    let to = within(to, log.size, "to")?;
    let from = within(Some(from), to, "from")?;
    let path = tree::consistency(from, to);
    let (hashes, [from_root, to_root]) = hashes_of(context, organisation, path, [0..from, 0..to]).await?;
    Ok(Consistency { from, from_root, to, to_root, hashes })
}

fn within(asked: Option<u64>, most: u64, name: &str) -> Outcome<u64> {
    match asked {
        None => Ok(most),
        Some(asked) if asked <= most => Ok(asked),
        Some(_) => {
            let mut problem = Problem::new(Code::InvalidParameter);
            let message = format!("The log has {most} entries there.");
            problem.fields.push(FieldProblem { pointer: name.to_owned(), code: Code::InvalidParameter, message });
            Err(problem.into())
        }
    }
}

/// The hashes of a proof, and the roots it leads to.
async fn hashes_of<const N: usize>(
    context: &Context,
    organisation: OrganisationId,
    path: Vec<Range<u64>>,
    roots: [Range<u64>; N],
) -> Outcome<(Vec<Hash>, [Hash; N])> {
    let needed = Layout::STORED.needed(path.iter().chain(&roots));
    let tiles = context.db.tenant(organisation).audit_tiles_named(&needed).await?;
    let missing = Failure::Defect("an audit log whose nodes are not there");
    let part = |part: &Range<u64>| tile::part(Layout::STORED, &tiles, part);
    let hashes: Option<Vec<Hash>> = path.iter().map(part).collect();
    let roots: Option<Vec<Hash>> = roots.iter().map(part).collect();
    match (hashes, roots.and_then(|roots| roots.try_into().ok())) {
        (Some(hashes), Some(roots)) => Ok((hashes, roots)),
        _ => Err(missing),
    }
}
