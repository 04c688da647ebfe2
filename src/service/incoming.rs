//! A file on its way in: its type is told by its content, its size is bounded, and it is sealed part by part as it comes, so that no
//! more than a part of it is ever open.

use aws_lc_rs::digest;
use memchr::memmem;

use super::failure::Outcome;
use super::media;
use crate::crypto::Personal;
use crate::domain::code::Code;
use crate::domain::problem::Problem;

/// Bytes of a part before sealing.
pub(super) const PART: usize = 1 << 20;

/// A file whose bytes come.
pub(super) struct IncomingFile {
    head: Vec<u8>,
    /// The last bytes that came, in which the name of macros may have begun.
    tail: Vec<u8>,
    names_macros: bool,
    open: Vec<u8>,
    parts: Vec<Vec<u8>>,
    size: u64,
    limit: u64,
    digest: digest::Context,
}

/// A file whose bytes have all come.
pub(super) struct Received {
    /// What it is, by its content.
    pub media_type: &'static str,
    /// Its sealed parts.
    pub parts: Vec<Vec<u8>>,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of its content.
    pub sha256: [u8; 32],
}

impl IncomingFile {
    /// A file of at most so many bytes.
    pub fn new(limit: u64) -> Self {
        let (head, tail, open, parts) = Default::default();
        Self {
            head,
            tail,
            names_macros: false,
            open,
            parts,
            size: 0,
            limit,
            digest: digest::Context::new(&digest::SHA256),
        }
    }

    /// Takes some bytes. `seal` seals the part of a number, from 0.
    ///
    /// # Errors
    /// `body_too_large`, and what sealing refuses.
    pub fn push(&mut self, bytes: &[u8], seal: impl Fn(i32, &[u8]) -> Outcome<Vec<u8>>) -> Outcome<()> {
        self.size += bytes.len() as u64;
        if self.size > self.limit {
            let detail = format!("At most {} bytes are accepted here.", self.limit);
            return Err(Problem::with_detail(Code::BodyTooLarge, detail).into());
        }
        self.digest.update(bytes);
        let wanted = media::HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..wanted]);
        self.look_for_macros(bytes);
        self.open.extend_from_slice(bytes);
        while self.open.len() >= PART {
            let rest = self.open.split_off(PART);
            self.seal(&seal)?;
            self.open = rest;
        }
        Ok(())
    }

    /// Ends it.
    ///
    /// # Errors
    /// `file_type_refused`.
    pub fn finish(mut self, declared: &str, seal: impl Fn(i32, &[u8]) -> Outcome<Vec<u8>>) -> Outcome<Received> {
        let media_type = media::detect(&self.head, declared).ok_or(Code::FileTypeRefused)?;
        if media_type == "application/zip" && self.names_macros {
            return Err(Code::FileTypeRefused.into());
        }
        if !self.open.is_empty() {
            self.seal(&seal)?;
        }
        Ok(Received {
            media_type,
            parts: self.parts,
            size: i64::try_from(self.size).map_err(|_| Code::BodyTooLarge)?,
            sha256: self.digest.finish().as_ref().try_into().expect("SHA-256 has 32 bytes"),
        })
    }

    /// Names in an archive are written as they are, packed or not.
    fn look_for_macros(&mut self, bytes: &[u8]) {
        self.tail.extend_from_slice(bytes);
        self.names_macros |= memmem::find(&self.tail, media::MACROS).is_some();
        self.tail.drain(..self.tail.len().saturating_sub(media::MACROS.len() - 1));
    }

    fn seal(&mut self, seal: &impl Fn(i32, &[u8]) -> Outcome<Vec<u8>>) -> Outcome<()> {
        let number = i32::try_from(self.parts.len()).map_err(|_| Code::BodyTooLarge)?;
        let part = Personal::new(std::mem::take(&mut self.open));
        self.parts.push(seal(number, part.expose())?);
        Ok(())
    }
}
