//! A sealed file as something to write to and to read from. Whatever is read was authenticated before it is handed out.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::fault::BackupError;
use crate::crypto::stream::{SALT_LEN, StreamKey, TAG_LEN};
use crate::crypto::{MasterKey, SealError};
use crate::ports::Random;

const FIRST_LINE: &[u8] = b"recourse backup 1\n";
/// Bytes of the content in a piece.
const PIECE: usize = 1 << 16;
/// Bytes before the first piece.
pub const HEADER_LEN: usize = FIRST_LINE.len() + 1 + SALT_LEN;

/// Writes a sealed file.
pub struct SealedWriter {
    file: File,
    path: PathBuf,
    key: StreamKey,
    piece: Vec<u8>,
    written: u64,
}

impl SealedWriter {
    /// Begins a file that is open already.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin(file: File, path: &Path, master: &MasterKey, random: &dyn Random) -> Result<Self, BackupError> {
        let (id, mut salt) = (master.sealing(), [0; SALT_LEN]);
        random.fill(&mut salt);
        let key = master.stream_key(id, &salt).map_err(BackupError::Seal)?;
        let piece = Vec::with_capacity(PIECE + TAG_LEN);
        let mut writer = Self { file, path: path.to_owned(), key, piece, written: 0 };
        writer.put(&[FIRST_LINE, &[id], &salt].concat())?;
        Ok(writer)
    }

    /// Adds to the content.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&mut self, mut bytes: &[u8]) -> Result<(), BackupError> {
        while !bytes.is_empty() {
            // A full piece is sealed when more comes, so that the last one is known.
            if self.piece.len() == PIECE {
                self.seal(false)?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(PIECE - self.piece.len()));
            self.piece.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    /// Seals the end. The file is on the disk when this returns. Gives its length.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> Result<u64, BackupError> {
        self.seal(true)?;
        self.file.sync_all().map_err(|source| BackupError::io("write", &self.path, source))?;
        Ok(self.written)
    }

    fn seal(&mut self, last: bool) -> Result<(), BackupError> {
        let mut piece = std::mem::take(&mut self.piece);
        self.key.seal(&mut piece, last).map_err(BackupError::Seal)?;
        self.put(&piece)?;
        piece.clear();
        self.piece = piece;
        Ok(())
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), BackupError> {
        self.file.write_all(bytes).map_err(|source| BackupError::io("write", &self.path, source))?;
        self.written += bytes.len() as u64;
        Ok(())
    }
}

/// Reads a sealed file.
pub struct SealedReader {
    file: File,
    path: PathBuf,
    key: StreamKey,
    /// Read from the file and not opened yet: a piece and one byte more, by which the last one is known.
    ahead: Vec<u8>,
    at: u64,
    piece: Vec<u8>,
    taken: usize,
    ended: bool,
}

impl SealedReader {
    /// Opens a file.
    ///
    /// # Errors
    /// When it cannot be read or is no backup, or its master key is not at hand.
    pub fn open(path: &Path, master: &MasterKey) -> Result<Self, BackupError> {
        let failed = |source| BackupError::io("read", path, source);
        let mut file = File::open(path).map_err(failed)?;
        let mut header = Vec::with_capacity(HEADER_LEN);
        Read::by_ref(&mut file).take(HEADER_LEN as u64).read_to_end(&mut header).map_err(failed)?;
        let Some((id, salt)) = header.strip_prefix(FIRST_LINE).and_then(<[u8]>::split_first) else {
            return Err(BackupError::NotABackup);
        };
        let salt: &[u8; SALT_LEN] = salt.try_into().map_err(|_| BackupError::NotABackup)?;
        let key = master.stream_key(*id, salt).map_err(|error| match error {
            SealError::UnknownKey(id) => BackupError::KeyMissing(id),
            error => BackupError::Seal(error),
        })?;
        let ahead = Vec::with_capacity(PIECE + TAG_LEN + 1);
        let at = HEADER_LEN as u64;
        Ok(Self { file, path: path.to_owned(), key, ahead, at, piece: Vec::new(), taken: 0, ended: false })
    }

    /// Fills the whole buffer.
    ///
    /// # Errors
    /// When a piece does not open, or the content ends before.
    pub fn read_exact(&mut self, mut out: &mut [u8]) -> Result<(), BackupError> {
        while !out.is_empty() {
            if self.taken == self.piece.len() && !self.next_piece()? {
                return Err(BackupError::contradiction("it ends within a part"));
            }
            let length = out.len().min(self.piece.len() - self.taken);
            let (now, later) = out.split_at_mut(length);
            now.copy_from_slice(&self.piece[self.taken..self.taken + length]);
            self.taken += length;
            out = later;
        }
        Ok(())
    }

    /// Whether nothing follows.
    ///
    /// # Errors
    /// When the next piece does not open.
    pub fn is_at_end(&mut self) -> Result<bool, BackupError> {
        while self.taken == self.piece.len() {
            if !self.next_piece()? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn next_piece(&mut self) -> Result<bool, BackupError> {
        if self.ended {
            return Ok(false);
        }
        let whole = PIECE + TAG_LEN;
        let wanted = (whole + 1 - self.ahead.len()) as u64;
        let read = Read::by_ref(&mut self.file).take(wanted).read_to_end(&mut self.ahead);
        read.map_err(|source| BackupError::io("read", &self.path, source))?;
        self.ended = self.ahead.len() <= whole;
        let rest = self.ahead.split_off(self.ahead.len().min(whole));
        let mut piece = std::mem::replace(&mut self.ahead, rest);
        let length = piece.len() as u64;
        self.key.open(&mut piece, self.ended).map_err(|_| BackupError::NotAuthentic { at: self.at })?;
        self.at += length;
        (self.piece, self.taken) = (piece, 0);
        Ok(true)
    }
}

#[cfg(test)]
#[path = "sealed_tests.rs"]
mod tests;
