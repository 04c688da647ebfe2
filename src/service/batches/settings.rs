//! What a batch keeps as JSON: how its upload is read, and how far it got.

use entity::id::{BatchId, ControllerId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::batch::UploadFormat;
use crate::ingest::{Checkpoint, ColumnMapping, DialectHints, Intake, Limits};
use crate::service::filing::{MandateDefaults, OpenBundles};
use crate::store::{StoreError, StoreResult};

/// How an upload is read and filed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Settings {
    /// What the caller knows about how it is written.
    #[serde(default)]
    pub dialect: DialectHints,
    /// Which column is which field.
    #[serde(default)]
    pub mapping: ColumnMapping,
    /// What the mandates have in common.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<MandateDefaults>,
    /// Only these of the campaign's controllers; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controllers: Vec<ControllerId>,
    /// The day the batch was made, against which dates of birth are checked.
    pub today: Date,
}

impl Settings {
    /// Reads the stored form.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`].
    pub fn read(batch: BatchId, text: &str) -> StoreResult<Self> {
        serde_json::from_str(text).map_err(|_| StoreError::corrupt("batch", "settings", batch))
    }

    /// How the reader is set up.
    pub fn intake(&self, format: UploadFormat) -> Intake {
        Intake {
            format,
            hints: self.dialect,
            mapping: self.mapping.clone(),
            limits: Limits::default(),
            today: self.today,
        }
    }
}

/// How far the processing got. Stored with every chunk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Where reading goes on.
    pub reader: Checkpoint,
    /// Bundles that have room.
    #[serde(default, skip_serializing_if = "OpenBundles::is_empty")]
    pub bundles: OpenBundles,
}

impl Progress {
    /// Reads the stored form; the start when nothing is stored.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`].
    pub fn read(batch: BatchId, text: Option<&str>) -> StoreResult<Self> {
        text.map_or_else(|| Ok(Self::default()), serde_json::from_str)
            .map_err(|_| StoreError::corrupt("batch", "checkpoint", batch))
    }
}
