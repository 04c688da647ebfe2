//! What a batch keeps as JSON: how its upload is read, and how far it got.

use entity::id::{BatchId, ControllerId, OrganisationId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::crypto::keyring::place;
use crate::crypto::{Binding, OrganisationKeys};
use crate::domain::batch::UploadFormat;
use crate::domain::mandate::MandateWords;
use crate::ingest::{Checkpoint, ColumnMapping, DialectHints, Intake, Limits};
use crate::service::filing::{MandateDefaults, OpenBundles};
use crate::service::mandates::words_bytes;
use crate::service::{Failure, Outcome};
use crate::store::{Batch, StoreError, StoreResult};

use super::create::NewBatch;

/// How an upload is read and filed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Settings {
    /// What the caller knows about how it is written.
    #[serde(default)]
    pub dialect: DialectHints,
    /// Which column is which field.
    #[serde(default)]
    pub mapping: ColumnMapping,
    /// What the mandates have in common, with marks in the places of their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mandate: Option<MandateDefaults>,
    /// Only these of the campaign's controllers; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controllers: Vec<ControllerId>,
    /// The day the batch was made, against which dates of birth are checked.
    pub today: Date,
}

impl Settings {
    /// What a new batch keeps, and beside it the words of its mandates, sealed under the organisation's key: they are of no one
    /// person.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when it cannot be written, and a failure of sealing.
    pub fn write(
        new: NewBatch,
        today: Date,
        at: (OrganisationId, BatchId),
        keys: &OrganisationKeys,
    ) -> Outcome<(String, Option<Vec<u8>>)> {
        let mut mandate = new.mandate;
        let words = mandate.as_mut().and_then(|mandate| mandate.powers.take_words());
        let seal = |words: MandateWords| Ok::<_, Failure>(keys.seal(&binding(at), &words_bytes(&words)?)?);
        let settings =
            Self { dialect: new.dialect, mapping: new.mapping, mandate, controllers: new.controllers, today };
        let json = serde_json::to_string(&settings).map_err(|_| Failure::Defect("settings are not JSON"))?;
        Ok((json, words.map(seal).transpose()?))
    }

    /// What the mandates have in common, with their words.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`], and a failure of opening.
    pub fn mandate(&self, batch: &Batch, keys: &OrganisationKeys) -> Outcome<Option<MandateDefaults>> {
        let mut mandate = self.mandate.clone();
        if let (Some(mandate), Some(sealed)) = (&mut mandate, &batch.words) {
            let json = keys.open(&binding((batch.organisation, batch.id)), sealed)?;
            let words = serde_json::from_slice(json.expose());
            mandate.powers.put_words(words.map_err(|_| StoreError::corrupt("batch", "words", batch.id))?);
        }
        Ok(mandate)
    }

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

/// Where the sealed words of a batch stand.
fn binding((organisation, batch): (OrganisationId, BatchId)) -> Binding {
    place::BATCH_WORDS.of(organisation.0, batch.0)
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
