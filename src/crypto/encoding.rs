//! Small helpers shared by the files of this module: base64 of fixed-size values, random arrays.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use zeroize::Zeroizing;

use crate::ports::Random;

/// Draws `N` bytes that are wiped when dropped.
pub(super) fn random_array<const N: usize>(random: &dyn Random) -> Zeroizing<[u8; N]> {
    let mut bytes = Zeroizing::new([0u8; N]);
    random.fill(bytes.as_mut_slice());
    bytes
}

/// URL-safe base64 without padding.
pub(super) fn to_base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads exactly `N` bytes of URL-safe base64 without padding; anything else, also a second way to write the same bytes, is
/// `None`.
pub(super) fn from_base64url<const N: usize>(text: &str) -> Option<Zeroizing<[u8; N]>> {
    exactly(URL_SAFE_NO_PAD.decode(text).ok()?)
}

/// Standard base64 with padding, as Standard Webhooks writes keys and signatures.
pub(super) fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Reads standard base64 with padding, canonical form only.
pub(super) fn from_base64(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    STANDARD.decode(text).ok().map(Zeroizing::new)
}

/// Takes a list of bytes as an array of `N`, if it has that length, and wipes the list.
pub(super) fn exactly<const N: usize>(bytes: Vec<u8>) -> Option<Zeroizing<[u8; N]>> {
    let bytes = Zeroizing::new(bytes);
    let mut array = Zeroizing::new([0u8; N]);
    if bytes.len() != N {
        return None;
    }
    array.copy_from_slice(&bytes);
    Some(array)
}
