//! The token in the address that tells the present status of a mandate.
//!
//! It is the sealed triple of organisation, mandate and controller, in base64url: nobody can make or guess one without the
//! instance's key, it shows none of the ids, and no table is needed to know it again. Each credential gets another one, since
//! sealing is randomised. The key is kept for this alone and never changes, so that what stands in a credential works for as long as
//! the instance does, whatever becomes of master keys.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use entity::id::{ControllerId, MandateId, OrganisationId};
use uuid::Uuid;

use crate::crypto::keyring::{Binding, SealError, Sealer, place};

/// What a status address is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StatusToken {
    /// Whose mandate.
    pub organisation: OrganisationId,
    /// Which.
    pub mandate: MandateId,
    /// For whom it was made.
    pub controller: ControllerId,
}

/// Longest text that is looked at.
const MAX_LENGTH: usize = 200;

fn binding() -> Binding {
    place::STATUS_TOKEN.alone(Uuid::nil())
}

impl StatusToken {
    /// The token as it stands in an address.
    ///
    /// # Errors
    /// [`SealError::Refused`], which does not happen with a sound library.
    pub fn seal(&self, sealer: &Sealer) -> Result<String, SealError> {
        let mut plain = [0u8; 48];
        plain[..16].copy_from_slice(self.organisation.0.as_bytes());
        plain[16..32].copy_from_slice(self.mandate.0.as_bytes());
        plain[32..].copy_from_slice(self.controller.0.as_bytes());
        Ok(URL_SAFE_NO_PAD.encode(sealer.seal(&binding(), &plain)?))
    }

    /// Reads a token; none when it is not one of ours, whatever is wrong with it.
    pub fn open(sealer: &Sealer, text: &str) -> Option<Self> {
        if text.len() > MAX_LENGTH {
            return None;
        }
        let plain = sealer.open(&binding(), &URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let plain: &[u8; 48] = plain.expose().as_slice().try_into().ok()?;
        let id = |from: usize| Uuid::from_slice(&plain[from..from + 16]).ok();
        Some(Self {
            organisation: OrganisationId(id(0)?),
            mandate: MandateId(id(16)?),
            controller: ControllerId(id(32)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_and_cannot_be_made_or_altered() {
        let sealer = Sealer::of_stored_key(&[1; 32]).expect("a sealer");
        let token = StatusToken {
            organisation: OrganisationId(Uuid::from_u128(1)),
            mandate: MandateId(Uuid::from_u128(2)),
            controller: ControllerId(Uuid::from_u128(3)),
        };
        let text = token.seal(&sealer).expect("sealed");
        assert_eq!(StatusToken::open(&sealer, &text), Some(token));
        assert_ne!(token.seal(&sealer).expect("sealed"), text, "each is another");
        assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));

        let other = Sealer::of_stored_key(&[2; 32]).expect("a sealer");
        assert_eq!(StatusToken::open(&other, &text), None);
        for place in 0..text.len() {
            let mut altered = text.clone().into_bytes();
            altered[place] = if altered[place] == b'A' { b'B' } else { b'A' };
            let altered = String::from_utf8(altered).expect("ASCII");
            assert_eq!(StatusToken::open(&sealer, &altered), None, "{place}");
        }
        let long = "A".repeat(MAX_LENGTH + 1);
        for text in ["", "x", "AAAA", long.as_str(), &text[1..], &text[..text.len() - 1]] {
            assert_eq!(StatusToken::open(&sealer, text), None);
        }
    }
}
