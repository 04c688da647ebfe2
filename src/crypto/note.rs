//! Signed notes (C2SP signed-note): a text of lines, a blank line, and a line for each signature.
//!
//! The key is the instance's; its name is that of what is signed, so that a note of one log is never taken for one of another.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, UnparsedPublicKey};

use super::encoding::{from_base64, from_base64url, to_base64};
use super::signing_key::{Jwk, SigningKey};

/// Ed25519 in the identifiers of keys.
const ALGORITHM: u8 = 1;
/// What a line with a signature begins with.
const MARK: &str = "\u{2014} ";

/// Why a note is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// The library refused the key.
    #[error("the note cannot be signed")]
    NotSigned,
    /// Not a text with signatures.
    #[error("this is not a signed note")]
    Malformed,
    /// No signature is of one of the keys.
    #[error("the note is not signed by a key of this service")]
    UnknownKey,
    /// A signature does not fit.
    #[error("the signature does not fit the note")]
    BadSignature,
}

/// Signs a text, which ends with a line break, under the name of its log.
///
/// # Errors
/// [`NoteError::NotSigned`].
pub fn sign(name: &str, text: &str, key: &SigningKey) -> Result<String, NoteError> {
    let pair = Ed25519KeyPair::from_seed_unchecked(key.expose_seed()).map_err(|_| NoteError::NotSigned)?;
    let public = public_key(&key.to_jwk()).ok_or(NoteError::NotSigned)?;
    let mut signature = key_id(name, &public).to_vec();
    signature.extend_from_slice(pair.sign(text.as_bytes()).as_ref());
    Ok(format!("{text}\n{MARK}{name} {}\n", to_base64(&signature)))
}

/// The text of a note that one of the keys has signed under this name.
///
/// # Errors
/// [`NoteError`].
pub fn verify<'a>(name: &str, note: &'a str, keys: &[Jwk]) -> Result<&'a str, NoteError> {
    let (text, lines) = parts(note)?;
    let known: Vec<_> = keys.iter().filter_map(public_key).map(|public| (key_id(name, &public), public)).collect();
    for line in lines.lines() {
        let (signer, encoded) =
            line.strip_prefix(MARK).and_then(|line| line.split_once(' ')).ok_or(NoteError::Malformed)?;
        let bytes = from_base64(encoded).ok_or(NoteError::Malformed)?;
        let (id, signature) = bytes.split_at_checked(4).ok_or(NoteError::Malformed)?;
        let key = known.iter().find(|(known, _)| signer == name && id == known);
        // A signature of somebody else, such as a witness, says nothing here.
        let Some((_, public)) = key else { continue };
        let key = UnparsedPublicKey::new(&ED25519, public);
        return key.verify(text.as_bytes(), signature).map(|()| text).map_err(|_| NoteError::BadSignature);
    }
    Err(NoteError::UnknownKey)
}

/// The text of a note, whoever signed it.
///
/// # Errors
/// [`NoteError::Malformed`].
pub fn text(note: &str) -> Result<&str, NoteError> {
    parts(note).map(|(text, _)| text)
}

/// The key as those take it who check notes: name, identifier and public key.
pub fn verifier_key(name: &str, key: &Jwk) -> Option<String> {
    let public = public_key(key)?;
    let id = u32::from_be_bytes(key_id(name, &public));
    let encoded = to_base64(&[&[ALGORITHM], public.as_slice()].concat());
    Some(format!("{name}+{id:08x}+{encoded}"))
}

fn parts(note: &str) -> Result<(&str, &str), NoteError> {
    let at = note.rfind("\n\n").ok_or(NoteError::Malformed)? + 1;
    let (text, rest) = note.split_at(at);
    let lines = &rest[1..];
    if !lines.ends_with('\n') { Err(NoteError::Malformed) } else { Ok((text, lines)) }
}

fn public_key(key: &Jwk) -> Option<[u8; 32]> {
    from_base64url::<32>(&key.x).map(|bytes| *bytes)
}

fn key_id(name: &str, public: &[u8; 32]) -> [u8; 4] {
    let named = [name.as_bytes(), b"\n", &[ALGORITHM], public].concat();
    let mut id = [0; 4];
    id.copy_from_slice(&digest(&SHA256, &named).as_ref()[..4]);
    id
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::OsRandom;

    const TEXT: &str = "recourse.example/audit\n7\nroot\n";

    /// The key and the note of the documentation of Go's `golang.org/x/mod/sumdb/note`, whose form this is.
    #[test]
    fn published_vectors() {
        let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        let public = from_base64(key.rsplit('+').next().unwrap()).unwrap();
        let jwk = Jwk {
            x: crate::crypto::encoding::to_base64url(&public[1..]),
            ..SigningKey::generate(&OsRandom::default()).to_jwk()
        };
        assert_eq!(verifier_key("PeterNeumann", &jwk).unwrap(), key);
        let text =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        let signature = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
        let note = format!("{text}\n\u{2014} PeterNeumann {signature}\n");
        assert_eq!(verify("PeterNeumann", &note, std::slice::from_ref(&jwk)), Ok(text));
        assert_eq!(verify("PeterNeumann", &note.replace("answer", "Answer"), &[jwk]), Err(NoteError::BadSignature));
    }

    #[test]
    fn a_note_is_believed_under_its_name_and_by_its_key_alone() {
        let key = SigningKey::generate(&OsRandom::default());
        let (own, other) = ([key.to_jwk()], [SigningKey::generate(&OsRandom::default()).to_jwk()]);
        let note = sign("a.example/1", TEXT, &key).unwrap();
        assert_eq!(verify("a.example/1", &note, &own), Ok(TEXT));
        assert_eq!(text(&note), Ok(TEXT));
        let witnessed = format!("{note}{MARK}witness.example AAAAAAAAAAA=\n");
        assert_eq!(verify("a.example/1", &witnessed, &own), Ok(TEXT));
        assert_eq!(verify("a.example/2", &note, &own), Err(NoteError::UnknownKey));
        assert_eq!(verify("a.example/1", &note, &other), Err(NoteError::UnknownKey));
        assert_eq!(verify("a.example/1", &note.replace("\n7\n", "\n8\n"), &own), Err(NoteError::BadSignature));
        for broken in ["", "\n\n", TEXT, &format!("{TEXT}\nno mark\n"), &note[..note.len() - 1]] {
            assert_eq!(verify("a.example/1", broken, &own), Err(NoteError::Malformed), "{broken:?}");
        }
    }
}
