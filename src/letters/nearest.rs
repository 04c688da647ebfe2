//! The known name that comes nearest to one that is not known.

/// The nearest of the names, when few letters differ: at most a third of the name, and always as many as two.
pub fn nearest<'n>(unknown: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let bound = (unknown.chars().count() / 3).max(2);
    let ranked = names.map(|name| (distance(unknown, name), name));
    ranked.min().filter(|(distance, _)| *distance <= bound).map(|(_, name)| name)
}

/// How many letters have to be put in, left out, changed, or changed with their neighbour.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut next = vec![at + 1];
        for (place, theirs) in other.iter().enumerate() {
            let changed = row[place] + usize::from(letter != theirs);
            let mut least = changed.min(row[place + 1] + 1).min(next[place] + 1);
            if at > 0 && place > 0 && *letter == other[place - 1] && one[at - 1] == *theirs {
                least = least.min(before[place - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen_are_found_and_strangers_are_not() {
        let names = ["person.name", "person.particulars", "mandate.id", "organisation.name"];
        for (unknown, found) in [
            ("person.nmae", Some("person.name")),
            ("persn.name", Some("person.name")),
            ("organization.name", Some("organisation.name")),
            ("mandate.ids", Some("mandate.id")),
            ("environment", None),
            ("x", None),
        ] {
            assert_eq!(nearest(unknown, names.into_iter()), found, "{unknown}");
        }
        assert_eq!((distance("ab", "ba"), distance("", "abc"), distance("abc", "abc")), (1, 3, 0));
    }
}
