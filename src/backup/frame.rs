//! Frames: a backup as a manifest, tables and a tail, written and read in one pass. Whoever has read to the end has held every count
//! and digest against the rows.

use std::fs::File;
use std::path::Path;

use aws_lc_rs::digest::{Context, SHA256};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::fault::BackupError;
use super::manifest::{LogRoot, Manifest, TableSum, Tail};
use super::row;
use super::sealed::{SealedReader, SealedWriter};
use super::table::Table;
use crate::crypto::MasterKey;
use crate::ports::Random;

const MANIFEST: u8 = b'M';
const TABLE: u8 = b'T';
const ROWS: u8 = b'R';
const TAIL: u8 = b'E';
/// No frame is longer: a value of a row, which is one at least, has less than 1 GiB on either database.
const LONGEST: u32 = 1 << 31;

/// Counts and hashes the rows of a table.
pub struct Sum {
    name: String,
    rows: u64,
    digest: Context,
}

impl Sum {
    /// Nothing of a table yet.
    pub fn of(table: &Table) -> Self {
        Self { name: table.name.clone(), rows: 0, digest: Context::new(&SHA256) }
    }

    /// Adds rows.
    pub fn add(&mut self, block: &[u8], rows: u64) {
        self.digest.update(block);
        self.rows += rows;
    }

    /// The sum.
    pub fn end(self) -> TableSum {
        TableSum { name: self.name, rows: self.rows, sha256: hex(self.digest.finish().as_ref()) }
    }
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a backup.
pub struct Writer {
    out: SealedWriter,
    running: Option<Sum>,
    tables: Vec<TableSum>,
}

impl Writer {
    /// Begins a file that is open already.
    ///
    /// # Errors
    /// When it cannot be written, here and in all that follows.
    pub fn begin(
        file: File,
        path: &Path,
        master: &MasterKey,
        random: &dyn Random,
        manifest: &Manifest,
    ) -> Result<Self, BackupError> {
        let out = SealedWriter::begin(file, path, master, random)?;
        let mut writer = Self { out, running: None, tables: Vec::new() };
        writer.put_json(MANIFEST, manifest)?;
        Ok(writer)
    }

    /// Begins a table; the one before is over.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn table(&mut self, table: &Table) -> Result<(), BackupError> {
        self.tables.extend(self.running.replace(Sum::of(table)).map(Sum::end));
        self.put_json(TABLE, table)
    }

    /// Adds whole rows to the table that was begun last, in the order of their keys.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn rows(&mut self, block: &[u8], rows: u64) -> Result<(), BackupError> {
        let running = self.running.as_mut().ok_or_else(|| BackupError::contradiction("rows of no table"))?;
        running.add(block, rows);
        self.put(ROWS, block)
    }

    /// Ends the file, which is on the disk when this returns. Gives what was written, and the length of the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self, logs: Vec<LogRoot>) -> Result<(Tail, u64), BackupError> {
        self.tables.extend(self.running.take().map(Sum::end));
        let tail = Tail { tables: std::mem::take(&mut self.tables), logs };
        self.put_json(TAIL, &tail)?;
        Ok((tail, self.out.finish()?))
    }

    fn put_json(&mut self, kind: u8, value: &impl Serialize) -> Result<(), BackupError> {
        let text = serde_json::to_vec(value).map_err(|_| BackupError::contradiction("a frame is no JSON"))?;
        self.put(kind, &text)
    }

    fn put(&mut self, kind: u8, bytes: &[u8]) -> Result<(), BackupError> {
        let length = u32::try_from(bytes.len()).ok().filter(|length| *length <= LONGEST);
        let length = length.ok_or_else(|| BackupError::contradiction("a frame is too long"))?;
        self.out.write(&[kind])?;
        self.out.write(&length.to_be_bytes())?;
        self.out.write(bytes)
    }
}

/// What a reader comes upon.
#[derive(Debug)]
pub enum Part {
    /// A table begins.
    Table(Table),
    /// Rows of that table.
    Rows {
        /// The rows.
        block: Vec<u8>,
        /// How many.
        rows: u64,
    },
}

/// Reads a backup.
pub struct Reader {
    input: SealedReader,
    manifest: Manifest,
    table: Option<Table>,
    running: Option<Sum>,
    tables: Vec<TableSum>,
    tail: Option<Tail>,
}

impl Reader {
    /// Opens a file and reads its manifest.
    ///
    /// # Errors
    /// When it is no backup, of another master key, or damaged.
    pub fn open(path: &Path, master: &MasterKey) -> Result<Self, BackupError> {
        let mut input = SealedReader::open(path, master)?;
        let manifest = match frame(&mut input)? {
            (MANIFEST, text) => parsed(&text)?,
            _ => return Err(BackupError::contradiction("it does not begin with its manifest")),
        };
        Ok(Self { input, manifest, table: None, running: None, tables: Vec::new(), tail: None })
    }

    /// What the file says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// What comes next; none at the end, where counts and digests were held against the rows.
    ///
    /// # Errors
    /// When the file is damaged or contradicts itself.
    pub fn read(&mut self) -> Result<Option<Part>, BackupError> {
        if self.tail.is_some() {
            return Ok(None);
        }
        match frame(&mut self.input)? {
            (TABLE, text) => {
                let table: Table = parsed(&text)?;
                self.tables.extend(self.running.replace(Sum::of(&table)).map(Sum::end));
                self.table = Some(table.clone());
                Ok(Some(Part::Table(table)))
            }
            (ROWS, block) => {
                let (Some(table), Some(running)) = (&self.table, &mut self.running) else {
                    return Err(BackupError::contradiction("rows of no table"));
                };
                let mut rows = 0;
                for row in row::rows(table, &block) {
                    row?;
                    rows += 1;
                }
                running.add(&block, rows);
                Ok(Some(Part::Rows { block, rows }))
            }
            (TAIL, text) => {
                self.tables.extend(self.running.take().map(Sum::end));
                let tail: Tail = parsed(&text)?;
                if tail.tables != self.tables {
                    return Err(BackupError::contradiction("counts or digests of tables do not fit their rows"));
                }
                if !self.input.is_at_end()? {
                    return Err(BackupError::contradiction("something follows its end"));
                }
                self.tail = Some(tail);
                Ok(None)
            }
            _ => Err(BackupError::contradiction("a frame is of no kind that is known")),
        }
    }

    /// Reads to the end and gives the tail.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn into_tail(mut self) -> Result<Tail, BackupError> {
        while self.read()?.is_some() {}
        self.tail.ok_or_else(|| BackupError::contradiction("it has no end"))
    }
}

fn frame(input: &mut SealedReader) -> Result<(u8, Vec<u8>), BackupError> {
    let (mut kind, mut length) = ([0], [0; 4]);
    input.read_exact(&mut kind)?;
    input.read_exact(&mut length)?;
    let length = u32::from_be_bytes(length);
    if length > LONGEST {
        return Err(BackupError::contradiction("a frame is too long"));
    }
    let mut bytes = vec![0; length as usize];
    input.read_exact(&mut bytes)?;
    Ok((kind[0], bytes))
}

fn parsed<T: DeserializeOwned>(text: &[u8]) -> Result<T, BackupError> {
    serde_json::from_slice(text).map_err(|_| BackupError::contradiction("a frame cannot be read"))
}
