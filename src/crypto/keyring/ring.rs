//! The versions of one organisation's key, as they are at one moment.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::{KEY_LEN, Key, KeyBytes, SealError, derive, key_version};
use crate::crypto::encoding::random_array;
use crate::ports::Random;

/// One version of an organisation's key.
pub(super) struct Version {
    number: u8,
    root: KeyBytes,
    /// Wraps the keys of people.
    pub wrapping: Key,
    /// Seals what is of no one person.
    pub secrets: Key,
}

impl Version {
    fn from_root(number: u8, root: KeyBytes) -> Result<Self, SealError> {
        Ok(Self {
            number,
            wrapping: Key::new(number, &derive(&root, "subject keys")?)?,
            secrets: Key::new(number, &derive(&root, "organisation secrets")?)?,
            root,
        })
    }
}

/// All versions that open, one of which seals. Made anew for each change, never altered.
#[derive(Clone)]
pub(super) struct Ring {
    versions: Vec<Arc<Version>>,
    /// Number of the one that seals, which is among them.
    sealing: u8,
}

impl Ring {
    pub fn generate(number: u8, random: &dyn Random) -> Result<Self, SealError> {
        let only = Version::from_root(number, random_array(random))?;
        Ok(Self { versions: vec![Arc::new(only)], sealing: number })
    }

    /// The number of the version that seals.
    pub fn sealing(&self) -> u8 {
        self.sealing
    }

    /// The version that seals.
    pub fn current(&self) -> Result<&Version, SealError> {
        self.find(self.sealing)
    }

    /// The version that sealed these bytes.
    pub fn of(&self, sealed: &[u8]) -> Result<&Version, SealError> {
        self.find(key_version(sealed)?)
    }

    fn find(&self, number: u8) -> Result<&Version, SealError> {
        let found = self.versions.iter().find(|version| version.number == number);
        found.map(AsRef::as_ref).ok_or(SealError::UnknownKey(number))
    }

    /// The same with a new version beside, which opens and does not seal. Gives its number: the next one that is free.
    pub fn with_new(&self, random: &dyn Random) -> Result<(Self, u8), SealError> {
        let later = (self.sealing..=u8::MAX).skip(1).chain(1..self.sealing);
        let mut free = later.filter(|number| self.find(*number).is_err());
        let number = free.next().ok_or(SealError::Refused)?;
        let mut ring = self.clone();
        ring.versions.push(Arc::new(Version::from_root(number, random_array(random))?));
        Ok((ring, number))
    }

    /// The same with another version sealing.
    pub fn sealing_with(&self, number: u8) -> Result<Self, SealError> {
        self.find(number)?;
        Ok(Self { versions: self.versions.clone(), sealing: number })
    }

    /// Without all versions but the one that seals.
    pub fn without_others(&self) -> Self {
        let kept = self.versions.iter().filter(|version| version.number == self.sealing);
        Self { versions: kept.cloned().collect(), sealing: self.sealing }
    }

    /// The number that seals, and each version as its number and its 32 bytes.
    pub fn write(&self, out: &mut Zeroizing<Vec<u8>>) {
        out.push(self.sealing);
        for version in &self.versions {
            out.push(version.number);
            out.extend_from_slice(version.root.as_slice());
        }
    }

    /// Reads what [`write`](Self::write) wrote.
    pub fn read(bytes: &[u8]) -> Result<Self, SealError> {
        let (sealing, versions) = bytes.split_first().ok_or(SealError::UnexpectedForm)?;
        let (versions, rest) = versions.as_chunks::<{ 1 + KEY_LEN }>();
        if !rest.is_empty() {
            return Err(SealError::UnexpectedForm);
        }
        let versions = versions.iter().map(|[number, root @ ..]| {
            let root: &[u8; KEY_LEN] = root;
            Version::from_root(*number, Zeroizing::new(*root)).map(Arc::new)
        });
        let ring = Self { versions: versions.collect::<Result<_, _>>()?, sealing: *sealing };
        ring.current().map_err(|_| SealError::UnexpectedForm)?;
        Ok(ring)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::OsRandom;

    #[test]
    fn a_ring_comes_back_from_its_bytes_and_from_no_others() {
        let (ring, number) = Ring::generate(1, &OsRandom::default()).unwrap().with_new(&OsRandom::default()).unwrap();
        assert_eq!((number, ring.sealing()), (2, 1), "a new version does not seal yet");
        let mut bytes = Zeroizing::new(Vec::new());
        ring.write(&mut bytes);
        let again = Ring::read(&bytes).unwrap();
        assert_eq!((again.sealing(), again.versions.len()), (1, 2));
        assert!(again.versions.iter().zip(&ring.versions).all(|(a, b)| a.root == b.root && a.number == b.number));
        for broken in [&bytes[..0], &bytes[..1], &bytes[..bytes.len() - 1]] {
            assert!(Ring::read(broken).is_err());
        }
        let mut other = bytes.clone();
        other[0] = 3;
        assert!(Ring::read(&other).is_err(), "the one that seals is there");
    }

    #[test]
    fn numbers_begin_anew_after_the_last() {
        let random = OsRandom::default();
        let (ring, number) = Ring::generate(255, &random).unwrap().with_new(&random).unwrap();
        assert_eq!(number, 1);
        let ring = ring.sealing_with(1).unwrap();
        assert!(ring.sealing_with(9).is_err());
        let ring = ring.without_others();
        assert_eq!((ring.sealing(), ring.versions.len()), (1, 1));
        assert_eq!(ring.with_new(&random).unwrap().1, 2);
    }
}
