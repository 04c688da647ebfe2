//! An archive written as a stream: one file after the other goes through, and none of it is kept. The same files give the
//! same bytes on any day and any machine: fixed order, fixed times, fixed rights, no extra fields but those that a file
//! beyond four gigabytes needs.
//!
//! An archive that could not be written whole does not look like one: what was begun ends without its directory, so that no
//! program opens it.

use std::io::{self, Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use aws_lc_rs::digest::{Context, SHA256};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::facts::FileFacts;
use super::names;
use super::piece::{Piece, to_hex};

/// How much of a file is in memory at a time, in bytes.
const BUFFER: usize = 64 * 1024;

/// Why an archive is not written.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// A name that would leave the archive when it is unpacked.
    #[error("`{0}` cannot be the name of a file in an archive")]
    Path(String),
    /// A file is not the one that is listed: its size or its hash is another.
    #[error("the file `{0}` is not the one that is listed")]
    Content(String),
    /// The file cannot be read or the archive cannot be written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The archive cannot be written.
    #[error(transparent)]
    Zip(#[from] zip::result::ZipError),
}

/// An archive that is being written.
pub struct Archive<W: Write> {
    /// Empty once it is finished.
    zip: Option<ZipWriter<StreamWriter<Gate<W>>>>,
    open: Arc<AtomicBool>,
}

/// Lets through what is written until the archive is given up. The library ends an archive whenever it is dropped, which
/// would make a whole-looking archive of half of the files.
struct Gate<W> {
    writer: W,
    open: Arc<AtomicBool>,
}

impl<W: Write> Write for Gate<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.open.load(Ordering::Acquire) { self.writer.write(bytes) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.open.load(Ordering::Acquire) { self.writer.flush() } else { Ok(()) }
    }
}

impl<W: Write> Drop for Archive<W> {
    fn drop(&mut self) {
        self.open.store(false, Ordering::Release);
    }
}

impl<W: Write> Archive<W> {
    /// Begins an archive. It writes in small pieces; a writer that calls out wants a buffer.
    pub fn new(writer: W) -> Self {
        let open = Arc::new(AtomicBool::new(true));
        Self { zip: Some(ZipWriter::new_stream(Gate { writer, open: Arc::clone(&open) })), open }
    }

    /// Adds a file whose content is read to its end, and holds it against what is listed.
    ///
    /// # Errors
    /// [`ArchiveError`]; the archive cannot go on afterwards.
    pub fn add(&mut self, listed: &FileFacts, content: impl Read) -> Result<(), ArchiveError> {
        let added = self.try_add(listed, content);
        if added.is_err() {
            self.give_up();
        }
        added
    }

    /// Adds a file that is in memory.
    ///
    /// # Errors
    /// [`ArchiveError`].
    pub fn add_piece(&mut self, piece: &Piece) -> Result<(), ArchiveError> {
        self.add(&piece.listed(), piece.bytes.as_slice())
    }

    fn try_add(&mut self, listed: &FileFacts, mut content: impl Read) -> Result<(), ArchiveError> {
        if !names::is_path(&listed.name) {
            return Err(ArchiveError::Path(listed.name.clone()));
        }
        let zip = self.zip.as_mut().ok_or_else(given_up)?;
        zip.start_file(listed.name.as_str(), options(listed))?;
        let mut hash = Context::new(&SHA256);
        let mut size = 0u64;
        let mut buffer = vec![0u8; BUFFER];
        loop {
            let read = match content.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error.into()),
            };
            hash.update(&buffer[..read]);
            size += read as u64;
            zip.write_all(&buffer[..read])?;
        }
        if size != listed.size || to_hex(hash.finish().as_ref()) != listed.sha256 {
            return Err(ArchiveError::Content(listed.name.clone()));
        }
        Ok(())
    }

    /// Ends the archive and gives the writer back.
    ///
    /// # Errors
    /// [`ArchiveError`]; also when an earlier file failed.
    pub fn finish(mut self) -> Result<W, ArchiveError> {
        let zip = self.zip.take().ok_or_else(given_up)?;
        let mut writer = zip.finish()?.into_inner().writer;
        writer.flush()?;
        Ok(writer)
    }

    fn give_up(&mut self) {
        self.open.store(false, Ordering::Release);
        self.zip = None;
    }
}

fn given_up() -> ArchiveError {
    ArchiveError::Io(io::Error::other("the archive was given up"))
}

/// How a file is stored: documents and pictures as they are, since they are compressed in themselves, everything else packed.
fn options(listed: &FileFacts) -> SimpleFileOptions {
    let packs = matches!(listed.media_type.as_str(), "application/json" | "application/xml" | "application/jose")
        || listed.media_type.starts_with("text/");
    let method = if packs { CompressionMethod::Deflated } else { CompressionMethod::Stored };
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644)
        .large_file(listed.size >= zip::ZIP64_BYTES_THR)
}
