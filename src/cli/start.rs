//! Opening what every role needs: data folder, master key, database, keys.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::SignedDuration;

use crate::config::{Config, ConfigError};
use crate::crypto::master::{MasterKey, MasterKeyError, MasterSource};
use crate::ports::{Clock, OsRandom, Random};
use crate::service::{Context, Failure, KeyError, Keys, Settings, reference};
use crate::store::{Db, DbOptions, StoreError, may_go_in_clear};

/// What is open once a role has started.
pub struct Started {
    /// What use cases work with.
    pub context: Context,
}

/// Why the service does not start. Each message says what the operator can do.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder cannot be made.
    #[error("the data folder {path} cannot be made or used: {source}")]
    DataDir {
        /// Its path.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The database cannot be opened.
    #[error("the database at {url} cannot be opened: {source}")]
    Database {
        /// Its address, without a password.
        url: String,
        /// Why.
        source: StoreError,
    },
    /// There is a database but not its key: starting with a new key would make what it holds unreadable for good.
    #[error(
        "the database at {url} was made with a master key, and the key file {path} is missing. Put the key file back, or name it \
         with `key_file`. A new key cannot open this database, so none was made."
    )]
    KeyMissing {
        /// The database's address.
        url: String,
        /// Where the key was expected.
        path: PathBuf,
    },
    /// What is in the database is not whole, or still holds people who were erased.
    #[error("a restore into the database at {url} has not ended; run `recourse restore` again, which begins it anew")]
    Restoring {
        /// The database's address.
        url: String,
    },
    /// A setting contradicts another.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The master key.
    #[error(transparent)]
    MasterKey(#[from] MasterKeyError),
    /// The keys do not fit the database.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The imported reference data cannot be read.
    #[error("the imported calendars and authorities cannot be read: {0}")]
    Calendars(#[from] Failure),
}

/// Makes the data folder, readable by its owner alone.
pub(super) fn prepare_data_dir(config: &Config) -> Result<(), StartError> {
    let failed = |source| StartError::DataDir { path: config.data_dir.clone(), source };
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&config.data_dir).map_err(failed)
}

/// Opens everything, in the order in which a failure is cheapest.
///
/// # Errors
/// [`StartError`].
pub async fn start(config: &Config, clock: Arc<dyn Clock>) -> Result<Started, StartError> {
    prepare_data_dir(config)?;
    let options = DbOptions { url: config.database_url(), max_connections: config.database_connections };
    let failed = |source| StartError::Database { url: config.shown_database_url(), source };
    let db = Db::open(&options).await.map_err(failed)?;
    if db.is_being_restored().await.map_err(failed)? {
        return Err(StartError::Restoring { url: config.shown_database_url() });
    }
    start_on(db, config, clock).await
}

/// The same on a database that is open already, also while it is being restored.
pub(super) async fn start_on(db: Db, config: &Config, clock: Arc<dyn Clock>) -> Result<Started, StartError> {
    let url = config.shown_database_url();
    let random: Arc<dyn Random> = Arc::new(OsRandom::default());
    if may_go_in_clear(&config.database_url()).unwrap_or(false) {
        tracing::warn!(
            database = url,
            "what goes to and from the database may go over the network in clear; put `sslmode=verify-full` into `database_url`"
        );
    }
    let made_with_key =
        db.master_key_check().await.map_err(|source| StartError::Database { url: url.clone(), source })?.is_some();
    let source = config.key_source();
    let master = master_key(&source, made_with_key, &url, random.as_ref())?;
    let keys = Keys::open(&db, source, master, &config.base_url(), &clock, &random).await?;
    let settings = Settings {
        base_url: config.base_url(),
        max_upload_bytes: config.max_upload_bytes,
        max_attachment_bytes: config.max_attachment_bytes,
        egress: config.egress_policy()?,
        token_seconds: config.token_seconds,
        lease: SignedDuration::from_secs(config.lease_seconds.into()),
    };
    let context = Context::new(db, clock, random, keys, settings);
    reference::refresh(&context).await?;
    Ok(Started { context })
}

fn master_key(
    source: &MasterSource,
    database_exists: bool,
    url: &str,
    random: &dyn Random,
) -> Result<MasterKey, StartError> {
    match source.load() {
        Ok(key) => Ok(key),
        Err(MasterKeyError::Missing { path }) if database_exists => {
            Err(StartError::KeyMissing { url: url.to_owned(), path })
        }
        Err(MasterKeyError::Missing { path }) => match MasterKey::create_new(&path, random) {
            // Another process made it at the same moment.
            Err(MasterKeyError::AlreadyExists { .. }) => Ok(source.load()?),
            made => Ok(made?),
        },
        Err(error) => Err(error.into()),
    }
}
