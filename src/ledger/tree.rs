//! The shape of the tree (RFC 6962, section 2.1; RFC 9162, sections 2.1.3 and 2.1.4): which parts a root and a proof consist of.
//!
//! A part is named by the leaves beneath it. The parts of a proof are at most two more than the tree has levels: 20 for a million
//! leaves.

use std::ops::Range;

use super::hash::Hash;

/// Where a part of `length` leaves is divided: the largest power of two below its length.
fn middle(length: u64) -> u64 {
    debug_assert!(length > 1, "a single leaf has no parts");
    1 << (u64::BITS - 1 - (length - 1).leading_zeros())
}

/// The parts of the proof that leaf `index` is in the tree of `size` leaves, from the leaf up.
pub fn inclusion(index: u64, size: u64) -> Vec<Range<u64>> {
    let (mut parts, mut whole) = (Vec::new(), 0..size);
    while whole.end - whole.start > 1 && whole.contains(&index) {
        let at = whole.start + middle(whole.end - whole.start);
        let (own, other) = if index < at { (whole.start..at, at..whole.end) } else { (at..whole.end, whole.start..at) };
        parts.push(other);
        whole = own;
    }
    parts.reverse();
    parts
}

/// The parts of the proof that the tree of `old` leaves is the beginning of the tree of `size` leaves. Empty when they are the same
/// tree, or when `old` is 0: everything begins with nothing.
pub fn consistency(old: u64, size: u64) -> Vec<Range<u64>> {
    let (mut parts, mut whole, mut is_old_whole) = (Vec::new(), 0..size, true);
    if old == 0 || old >= size {
        return parts;
    }
    while old < whole.end {
        let at = whole.start + middle(whole.end - whole.start);
        if old <= at {
            parts.push(at..whole.end);
            whole = whole.start..at;
        } else {
            parts.push(whole.start..at);
            whole = at..whole.end;
            is_old_whole = false;
        }
    }
    // Whoever checks knows the root of the old tree; a part of it must be told.
    if !is_old_whole {
        parts.push(whole);
    }
    parts.reverse();
    parts
}

/// A complete part: 2^`height` leaves, of which the first is a multiple of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node {
    /// How far above the leaves it is.
    pub height: u32,
    /// Which one of that height.
    pub number: u64,
}

impl Node {
    /// The first leaf beneath it.
    pub fn first_leaf(self) -> u64 {
        self.number << self.height
    }
}

/// The complete parts that a part consists of, from the left. The part begins where a complete part of its size would.
pub fn complete_parts(part: &Range<u64>) -> Vec<Node> {
    let (mut nodes, mut start) = (Vec::new(), part.start);
    while start < part.end {
        let height = (part.end - start).ilog2();
        nodes.push(Node { height, number: start >> height });
        start += 1 << height;
    }
    nodes
}

/// The hash of a part from those of its complete parts; of nothing when there is none.
pub fn join(parts: impl DoubleEndedIterator<Item = Hash>) -> Hash {
    parts.rev().reduce(|right, left| Hash::of_node(&left, &right)).unwrap_or_else(Hash::of_nothing)
}

/// The hash over a complete part from the hashes of as many nodes as a power of two.
pub fn root_of(mut hashes: Vec<Hash>) -> Hash {
    debug_assert!(hashes.len().is_power_of_two(), "{} hashes are no complete part", hashes.len());
    while hashes.len() > 1 {
        hashes = hashes.chunks_exact(2).map(|pair| Hash::of_node(&pair[0], &pair[1])).collect();
    }
    hashes.pop().unwrap_or_else(Hash::of_nothing)
}

/// The tree as it grows from the left: the hashes of its complete parts, of which there are at most 64.
#[derive(Debug, Clone, Default)]
pub struct Growth {
    size: u64,
    parts: Vec<Hash>,
}

impl Growth {
    /// How many leaves there are.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root.
    pub fn root(&self) -> Hash {
        join(self.parts.iter().copied())
    }

    /// Adds a leaf. Each node above that is complete now is handed to `completed`, the lowest first, with its hash.
    pub fn push<E>(&mut self, leaf: Hash, mut completed: impl FnMut(Node, Hash) -> Result<(), E>) -> Result<(), E> {
        let (mut hash, number) = (leaf, self.size);
        self.size += 1;
        for height in 0..number.trailing_ones() {
            let Some(left) = self.parts.pop() else { break };
            hash = Hash::of_node(&left, &hash);
            completed(Node { height: height + 1, number: number >> (height + 1) }, hash)?;
        }
        self.parts.push(hash);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    /// The tree by the words of RFC 6962, section 2.1.
    fn root(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Hash::of_nothing(),
            [leaf] => *leaf,
            _ => {
                let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
                Hash::of_node(&root(left), &root(right))
            }
        }
    }

    fn leaves(many: u32) -> Vec<Hash> {
        (0..many).map(|number| Hash::of_leaf(&number.to_be_bytes())).collect()
    }

    fn of(leaves: &[Hash], part: &Range<u64>) -> Hash {
        root(&leaves[usize::try_from(part.start).unwrap()..usize::try_from(part.end).unwrap()])
    }

    /// The roots that certificate-transparency's reference implementation publishes for its eight test leaves.
    #[test]
    fn published_vectors() {
        let inputs =
            ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        let roots = [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        assert_eq!(
            Growth::default().root().to_string(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        let mut growth = Growth::default();
        for (input, root) in inputs.iter().zip(roots) {
            let content: Vec<u8> =
                (0..input.len() / 2).map(|at| u8::from_str_radix(&input[2 * at..2 * at + 2], 16).unwrap()).collect();
            growth.push(Hash::of_leaf(&content), |_, _| Ok::<_, Infallible>(())).unwrap();
            assert_eq!(growth.root().to_string(), root, "{} leaves", growth.size());
        }
    }

    #[test]
    fn every_root_and_node_is_what_the_definition_says() {
        let leaves = leaves(130);
        let mut growth = Growth::default();
        for (index, leaf) in leaves.iter().enumerate() {
            growth
                .push(*leaf, |node, hash| {
                    let span = node.first_leaf()..node.first_leaf() + (1 << node.height);
                    assert_eq!(hash, of(&leaves, &span), "{node:?}");
                    Ok::<_, Infallible>(())
                })
                .unwrap();
            assert_eq!(growth.root(), root(&leaves[..=index]));
            let whole = 0..u64::try_from(index + 1).unwrap();
            let parts = complete_parts(&whole);
            let hashes: Vec<_> = parts
                .iter()
                .map(|node| of(&leaves, &(node.first_leaf()..node.first_leaf() + (1 << node.height))))
                .collect();
            assert_eq!(join(hashes.into_iter()), growth.root());
        }
        assert_eq!(root_of(leaves[..64].to_vec()), root(&leaves[..64]));
    }

    #[test]
    fn proofs_have_the_parts_that_the_definition_names() {
        // RFC 9162, section 2.1.5: the example of seven leaves.
        assert_eq!(inclusion(0, 7), [1..2, 2..4, 4..7]);
        assert_eq!(inclusion(3, 7), [2..3, 0..2, 4..7]);
        assert_eq!(inclusion(4, 7), [5..6, 6..7, 0..4]);
        assert_eq!(inclusion(6, 7), [4..6, 0..4]);
        assert_eq!(consistency(3, 7), [2..3, 3..4, 0..2, 4..7]);
        assert_eq!(consistency(4, 7).as_slice(), std::slice::from_ref(&(4..7)));
        assert_eq!(consistency(6, 7), [4..6, 6..7, 0..4]);
        assert!(inclusion(0, 1).is_empty() && consistency(7, 7).is_empty() && consistency(0, 7).is_empty());
    }

    #[test]
    fn a_proof_in_a_million_has_at_most_twenty_hashes() {
        let size = 1_000_000;
        for index in (0..size).step_by(997).chain([size - 1]) {
            assert!(inclusion(index, size).len() <= 20, "{index}");
            assert!(consistency(index, size).len() <= 21, "{index}");
        }
    }
}
