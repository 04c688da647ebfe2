//! Ten thousand random mutations of a log in memory, each of which is found where it was made.

mod memory;

use std::sync::Arc;

use entity::id::{AuditEntryId, OrganisationId};
use futures::FutureExt;
use jiff::Timestamp;
use uuid::Uuid;

use memory::{Chance, Memory, entry, log_of};

use super::*;
use crate::crypto::note;
use crate::crypto::signing_key::{Jwk, SigningKey};
use crate::ledger::tile::{Edge, Layout, Tile, TileId, Tiles};
use crate::ledger::tree::Node;
use crate::ledger::{Entry, Hash, Place};

/// Four nodes in a tile, so that a small log has many levels.
const LAYOUT: Layout = Layout { height: 2 };
const ORIGIN: &str = "recourse.example/audit/org_00000000000000000000000000000001";
const MUTATIONS: u32 = 10_000;

fn checked(memory: &Memory, keys: &[Jwk], elsewhere: Option<Head>) -> Report {
    let check = check(memory, LAYOUT, &memory.log, keys, elsewhere, Timestamp::MAX, |_| {});
    match check.now_or_never().expect("memory does not wait") {
        Ok(report) => report,
        Err(never) => match never {},
    }
}

/// What a mutation must be found as.
#[derive(Debug)]
struct Expected {
    index: u64,
    entry: Option<AuditEntryId>,
    fault: Fault,
}

fn expected(index: usize, entry: Option<AuditEntryId>, fault: Fault) -> Expected {
    Expected { index: index as u64, entry, fault }
}

fn flip(chance: &mut Chance, hash: &mut Hash) {
    let at = chance.index(Hash::LEN);
    hash.0[at] ^= 1 << chance.below(8);
}

fn change(chance: &mut Chance, entry: &mut Entry) {
    match chance.below(9) {
        0 => entry.actor.push('x'),
        1 => entry.action = if entry.action == "read" { "change" } else { "read" }.into(),
        2 => entry.subject.insert(0, 'x'),
        3 => entry.record_count += 1,
        4 => entry.records_digest = entry.records_digest.take().is_none().then(|| vec![8; 32]),
        5 => entry.recipient = entry.recipient.take().is_none().then(|| "ctl_x".into()),
        6 => entry.trace_id = entry.trace_id.take().is_none().then(|| "y".into()),
        7 => entry.at = Timestamp::from_microsecond(entry.at.as_microsecond() - 1).unwrap(),
        _ => entry.organisation = OrganisationId(Uuid::from_u128(2)),
    }
}

/// Gives an entry the place before another one of the log.
fn put_before(memory: &Memory, entry: &mut Entry, index: usize) {
    // The transactions of three entries each lie ten apart: one between them, or an id just below.
    let next = &memory.entries[index];
    if index.is_multiple_of(3) {
        entry.tx_no = next.tx_no - 5;
    } else {
        entry.tx_no = next.tx_no;
        entry.id = AuditEntryId(Uuid::from_u128(next.id.0.as_u128() - 1));
    }
}

/// The size of the last signed checkpoint up to an index, and of the first after it.
fn around(memory: &Memory, index: u64) -> (u64, u64) {
    let before = memory.heads.iter().map(|head| head.size).filter(|size| *size <= index).max();
    let after = memory.heads.iter().map(|head| head.size).filter(|size| *size > index).min();
    (before.unwrap_or(0), after.unwrap())
}

fn mutate(chance: &mut Chance, memory: &mut Memory, key: &SigningKey) -> Expected {
    match chance.below(10) {
        0..4 => mutate_entries(chance, memory),
        4..7 => mutate_nodes(chance, memory),
        7..9 => mutate_heads(chance, memory, key),
        _ => forge(chance, memory),
    }
}

fn mutate_entries(chance: &mut Chance, memory: &mut Memory) -> Expected {
    let index = chance.index(memory.entries.len());
    let id = memory.entries[index].id;
    match chance.below(6) {
        0 => {
            change(chance, &mut memory.entries[index]);
            expected(index, Some(id), Fault::EntryChanged)
        }
        1 => {
            memory.entries.remove(index);
            expected(index, None, Fault::EntryMissing)
        }
        2 => {
            let mut new = entry(chance, 1_000_000);
            put_before(memory, &mut new, index);
            memory.entries.push(new.clone());
            expected(index, Some(new.id), Fault::EntryInserted)
        }
        3 => {
            // A copy of an entry, before the first of its transaction.
            let index = index / 3 * 3;
            let from = (index + 1 + chance.index(memory.entries.len() - 1)) % memory.entries.len();
            let mut copy = memory.entries[from].clone();
            copy.tx_no = memory.entries[index].tx_no - 5;
            let id = copy.id;
            memory.entries.push(copy);
            expected(index, Some(id), Fault::EntryInserted)
        }
        4 => {
            // Before the first of another transaction, without another word of it changed.
            let to = index / 3 * 3;
            let from = (to + 1 + chance.index(memory.entries.len() - 1)) % memory.entries.len();
            if from + 1 == to {
                // It stands there already.
                return mutate_entries(chance, memory);
            }
            memory.entries[from].tx_no = memory.entries[to].tx_no - 5;
            let first = from.min(to);
            // Whatever stands at the first place that is not as it was.
            let mut sorted: Vec<_> = memory.entries.iter().map(|entry| (entry.place(), entry.id)).collect();
            sorted.sort_unstable();
            expected(first, Some(sorted[first].1), Fault::OrderChanged)
        }
        _ => {
            let other = (index + 3) % memory.entries.len();
            let (one, two) = (memory.entries[index].tx_no, memory.entries[other].tx_no);
            if one == two {
                return mutate_entries(chance, memory);
            }
            memory.entries[index].tx_no = two;
            memory.entries[other].tx_no = one;
            let mut sorted: Vec<_> = memory.entries.iter().map(|entry| (entry.place(), entry.id)).collect();
            sorted.sort_unstable();
            let first = (0..sorted.len()).find(|at| sorted[*at].1 != memory.entries[*at].id).unwrap();
            expected(first, Some(sorted[first].1), Fault::OrderChanged)
        }
    }
}

fn mutate_nodes(chance: &mut Chance, memory: &mut Memory) -> Expected {
    let ids: Vec<TileId> = memory.tiles.keys().copied().collect();
    let id = ids[chance.index(ids.len())];
    let height = LAYOUT.height * id.level;
    let node = |offset: usize| Node { height, number: (id.number << LAYOUT.height) + offset as u64 };
    let at = |node: Node| usize::try_from(node.first_leaf()).unwrap();
    let named = |memory: &Memory, node: Node| (id.level == 0).then(|| memory.entries[at(node)].id);
    let filled = memory.tiles[&id].hashes.len();
    let offset = chance.index(filled);
    let tile = memory.tiles.get_mut(&id).unwrap();
    match chance.below(7) {
        0 | 1 => {
            flip(chance, &mut tile.hashes[offset]);
            expected(at(node(offset)), named(memory, node(offset)), Fault::NodeChanged(node(offset)))
        }
        2 => {
            memory.tiles.remove(&id);
            expected(at(node(0)), named(memory, node(0)), Fault::NodeMissing(node(0)))
        }
        3 => {
            tile.hashes.truncate(offset);
            expected(at(node(offset)), named(memory, node(offset)), Fault::NodeMissing(node(offset)))
        }
        4 => {
            tile.hashes.push(Hash::of_nothing());
            expected(at(node(0)), None, Fault::NodeInserted)
        }
        5 => {
            let id = TileId { level: id.level, number: 1_000 + chance.below(9) };
            memory.tiles.insert(id, Tile { id, hashes: vec![Hash::of_nothing()], first: None });
            expected(memory.entries.len(), None, Fault::NodeInserted)
        }
        _ if id.level == 0 => {
            tile.first = tile.first.map(|first| Place { tx_no: first.tx_no + 1, ..first });
            expected(at(node(0)), named(memory, node(0)), Fault::NodeChanged(node(0)))
        }
        _ => {
            let moved = tile.hashes[offset];
            let to = (offset + 1) % filled;
            if to == offset || tile.hashes[to] == moved {
                return mutate_nodes(chance, memory);
            }
            tile.hashes.swap(offset, to);
            // The first of the two is neither what follows nor what was signed, for the other is wrong as well.
            let first = node(offset.min(to));
            expected(at(first), None, Fault::NodeChanged(first))
        }
    }
}

fn mutate_heads(chance: &mut Chance, memory: &mut Memory, key: &SigningKey) -> Expected {
    let (which, size) = (chance.index(memory.heads.len()), memory.log.size);
    let at = memory.heads[which].size;
    let last = memory.heads.len() - 1;
    match chance.below(6) {
        0 | 1 => {
            let note = &mut memory.heads[which].note;
            let places: Vec<usize> = note.char_indices().filter(|(_, c)| c.is_ascii()).map(|(at, _)| at).collect();
            let byte = places[chance.index(places.len())];
            let other = if &note[byte..=byte] == "A" { "B" } else { "A" };
            note.replace_range(byte..=byte, other);
            let why = note::verify(note.lines().next().unwrap(), note, &[key.to_jwk()]).unwrap_err();
            Expected { index: at, entry: None, fault: Fault::CheckpointInvalid { size: at, why } }
        }
        2 => {
            memory.heads.pop();
            Expected { index: size, entry: None, fault: Fault::CheckpointMissing }
        }
        3 => {
            memory.heads[last].size += 1;
            // It is now one for more entries than there are.
            let fault = Fault::CheckpointMisplaced { size: size + 1 };
            Expected { index: size, entry: None, fault }
        }
        4 => {
            memory.log.last.tx_no += 1;
            Expected { index: size, entry: None, fault: Fault::LastChanged }
        }
        _ => {
            // The whole log as it was before, but for what was signed since.
            let kept = usize::try_from(1 + chance.below(size - 1)).unwrap();
            let heads = std::mem::take(&mut memory.heads);
            let earlier = log_of(key, memory.entries[..kept].to_vec(), &[]);
            *memory = Memory { heads, ..earlier };
            let signed = memory.heads.iter().map(|head| head.size).find(|size| *size > kept as u64).unwrap();
            memory.heads.extend(
                (!memory.heads.iter().any(|head| head.size == kept as u64)).then(|| earlier_head(&earlier.heads)),
            );
            memory.heads.sort_by_key(|head| head.size);
            expected(kept, None, Fault::Shrunk { signed })
        }
    }
}

fn earlier_head(heads: &[Head]) -> Head {
    heads.last().cloned().unwrap()
}

/// Whoever knows the form of the log makes nodes anew, but cannot sign.
fn forge(chance: &mut Chance, memory: &mut Memory) -> Expected {
    let index = chance.index(memory.entries.len());
    change(chance, &mut memory.entries[index]);
    let at = index as u64;
    let (before, after) = around(memory, at);
    if chance.below(2) == 0 {
        let mut edge = Edge::new(LAYOUT, 0, Tiles::new()).unwrap();
        memory.entries.iter().for_each(|entry| edge.push(entry.hash(), entry.place()));
        memory.tiles = edge.into_changed().into_iter().map(|tile| (tile.id, tile)).collect();
        return Expected { index: before, entry: None, fault: Fault::Forged { until: after } };
    }
    let (id, offset) = (LAYOUT.of_leaf(at), usize::try_from(at % LAYOUT.width()).unwrap());
    let hash = memory.entries[index].hash();
    memory.tiles.get_mut(&id).unwrap().hashes[offset] = hash;
    let span = id.number * LAYOUT.width()..(id.number + 1) * LAYOUT.width();
    if span.end <= after.min(span.end) && span.end <= memory.log.size && after >= span.end {
        return Expected { index: span.start, entry: None, fault: Fault::Forged { until: span.end } };
    }
    Expected { index: before, entry: None, fault: Fault::Forged { until: after } }
}

#[test]
fn ten_thousand_mutations_are_all_found_where_they_were_made() {
    let random = crate::ports::OsRandom::default();
    let key = SigningKey::generate(&random);
    let keys = Arc::new([key.to_jwk()]);
    let mut chance = Chance(20_261_126);
    let mut logs = Vec::new();
    for size in [1, 2, 5, 16, 17, 64, 90, 131] {
        let entries: Vec<Entry> = (0..size).map(|number| entry(&mut chance, number)).collect();
        let log = log_of(&key, entries, &[size / 3, size / 2]);
        let whole = checked(&log, keys.as_slice(), None);
        assert_eq!((whole.broken, whole.entries, whole.waiting), (None, size, 0));
        assert_eq!(whole.checkpoints, log.heads.len() as u64);
        logs.push(log);
    }
    let mut kinds = std::collections::BTreeMap::new();
    for number in 0..MUTATIONS {
        let log = &logs[2 + chance.index(logs.len() - 2)];
        let mut mutated = log.clone();
        let expected = mutate(&mut chance, &mut mutated, &key);
        let report = checked(&mutated, keys.as_slice(), None);
        let found = report.broken.unwrap_or_else(|| panic!("mutation {number} was not found: {expected:?}"));
        let Expected { index, entry, fault } = expected;
        assert_eq!(found, Break { index, entry, fault }, "mutation {number} of {} entries", log.log.size);
        *kinds.entry(format!("{fault:?}").split([' ', '(']).next().unwrap().to_owned()).or_insert(0) += 1;
    }
    assert_eq!(kinds.len(), 13, "every kind of fault was made: {kinds:?}");
    assert!(kinds.values().all(|many| *many > 50), "{kinds:?}");
}

#[test]
fn a_log_made_anew_is_found_by_a_checkpoint_that_was_kept_elsewhere() {
    let key = SigningKey::generate(&crate::ports::OsRandom::default());
    let mut chance = Chance(7);
    let entries: Vec<Entry> = (0..40).map(|number| entry(&mut chance, number)).collect();
    let log = log_of(&key, entries.clone(), &[]);
    let kept = log_of(&key, entries[..30].to_vec(), &[]).heads.pop();
    let keys = [key.to_jwk()];
    assert_eq!(checked(&log, &keys, kept.clone()).broken, None);
    // By somebody who has the key of the service as well.
    let mut others = entries.clone();
    others[11].actor = "cli_else".into();
    let forged = log_of(&key, others, &[]);
    assert_eq!(checked(&forged, &keys, None).broken, None);
    let found = checked(&forged, &keys, kept.clone()).broken.map(|found| (found.index, found.fault));
    assert_eq!(found, Some((0, Fault::Forged { until: 30 })));
    let shorter = log_of(&key, entries[..20].to_vec(), &[]);
    let found = checked(&shorter, &keys, kept).broken.map(|found| (found.index, found.fault));
    assert_eq!(found, Some((20, Fault::Shrunk { signed: 30 })));
}

#[test]
fn entries_that_wait_are_counted_and_stand_for_none_of_the_log() {
    let key = SigningKey::generate(&crate::ports::OsRandom::default());
    let mut chance = Chance(8);
    let mut log = log_of(&key, (0..10).map(|number| entry(&mut chance, number)).collect(), &[]);
    log.entries.extend((20..25).map(|number| entry(&mut chance, number)));
    let keys = [key.to_jwk()];
    let report = checked(&log, &keys, None);
    assert_eq!((report.broken, report.entries, report.waiting), (None, 10, 5));
    log.entries.remove(9);
    let found = checked(&log, &keys, None).broken;
    assert_eq!(found, Some(Break { index: 9, entry: None, fault: Fault::EntryMissing }));
}

#[test]
fn a_log_whose_first_entries_are_cut_off_is_held_to_their_leaves() {
    let key = SigningKey::generate(&crate::ports::OsRandom::default());
    let mut chance = Chance(9);
    let mut log = log_of(&key, (0..131).map(|number| entry(&mut chance, number)).collect(), &[43, 65]);
    let keys = [key.to_jwk()];
    log.entries.drain(..43);
    let found = checked(&log, &keys, None).broken.map(|found| (found.index, found.fault));
    assert_eq!(found, Some((0, Fault::EntryMissing)), "nobody said that they may be gone");
    log.log.cut = 43;
    let report = checked(&log, &keys, None);
    assert_eq!((report.broken, report.entries, report.cut, report.checkpoints), (None, 131, 43, 3));
    for index in 0..43 {
        let mut changed = log.clone();
        let offset = usize::try_from(index % LAYOUT.width()).unwrap();
        flip(&mut chance, &mut changed.tiles.get_mut(&LAYOUT.of_leaf(index)).unwrap().hashes[offset]);
        let found = checked(&changed, &keys, None).broken.expect("a changed leaf is found");
        assert!(found.index <= index, "{found} is behind {index}");
        let mut missing = log.clone();
        missing.tiles.remove(&LAYOUT.of_leaf(index));
        let found = checked(&missing, &keys, None).broken.map(|found| found.fault);
        let first = Node { height: 0, number: index / LAYOUT.width() * LAYOUT.width() };
        assert_eq!(found, Some(Fault::NodeMissing(first)));
    }
    // Of what is left each entry counts as before.
    let mut changed = log.clone();
    changed.entries[0].actor.push('x');
    let found = checked(&changed, &keys, None).broken.map(|found| (found.index, found.fault));
    assert_eq!(found, Some((43, Fault::EntryChanged)));
    // Cut off elsewhere than at a checkpoint, or before its time.
    let mut further = log.clone();
    further.entries.remove(0);
    further.log.cut = 44;
    assert_eq!(checked(&further, &keys, None).broken.map(|found| found.fault), Some(Fault::CutUnsigned));
    let signed = Timestamp::from_second(1_790_000_000).unwrap();
    let a_second_before = Timestamp::from_second(1_789_999_999).unwrap();
    let check = check(&log, LAYOUT, &log.log, &keys, None, a_second_before, |_| {}).now_or_never();
    let Ok(report) = check.expect("memory does not wait");
    assert_eq!(report.broken.map(|found| found.fault), Some(Fault::CutTooEarly { signed }));
    // All of it.
    let mut nothing = log.clone();
    nothing.entries.clear();
    nothing.log.cut = 131;
    assert_eq!(checked(&nothing, &keys, None).broken, None);
}
