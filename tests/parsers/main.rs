//! The parsers of foreign input, with what a search begins with and with what has broken one before. The search itself is
//! `scripts/fuzz-parsers`; here every target is tried in the usual run of the tests.

mod kept;
mod targets;
mod verdicts;

use std::collections::BTreeSet;

use proptest::prelude::*;

#[test]
fn seeds_hold() {
    for target in targets::ALL {
        let seeds = (target.seeds)();
        assert!(seeds.len() >= 3, "{} has seeds", target.name);
        for seed in seeds {
            assert!(seed.len() <= target.max_bytes, "a seed of {} is not cut", target.name);
            (target.run)(&seed);
        }
    }
}

#[test]
fn what_broke_a_parser_once_does_not_again() {
    for (name, input, _) in kept::INPUTS {
        let target = targets::named(name).expect("a target of this name");
        (target.run)(input);
    }
}

#[test]
fn a_name_belongs_to_one_target() {
    let names: BTreeSet<_> = targets::ALL.iter().map(|target| target.name).collect();
    assert_eq!(names.len(), targets::ALL.len());
}

proptest! {
    /// Seeds with a few bytes changed: what can be seen without a search, in a second.
    #[test]
    fn seeds_with_changes_hold(
        at in 0..targets::ALL.len(),
        pick in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
    ) {
        let target = &targets::ALL[at];
        let seeds = (target.seeds)();
        let mut input = pick.get(&seeds).clone();
        for (place, byte) in changes {
            *place.get_mut(&mut input) = byte;
        }
        (target.run)(&input);
    }
}
