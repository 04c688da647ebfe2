//! What every use case works with.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::domain::authority::Directory;
use crate::domain::calendar::Calendars;
use crate::domain::egress::EgressPolicy;
use crate::ports::{Clock, Random, machine_now};
use crate::store::ids::Ids;
use crate::store::{Db, Reach};

use super::audit::{Refusal, Refusals};
use super::call::Actor;
use super::clients::{KnownClients, Uses};
use super::keys::Keys;
use super::reference::InForce;

/// Settings that use cases depend on.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Public base address, without a slash at the end; also the issuer of tokens and credentials.
    pub base_url: String,
    /// Largest upload of a batch, in bytes.
    pub max_upload_bytes: u64,
    /// Largest attachment of a response, in bytes.
    pub max_attachment_bytes: u64,
    /// Where webhooks may go.
    pub egress: EgressPolicy,
    /// Life of access tokens, in seconds.
    pub token_seconds: u32,
    /// How long work is kept from others by who does it, unless renewed.
    pub lease: SignedDuration,
}

/// Database, time, ids, keys, reference data and settings. Cheap to clone.
#[derive(Clone)]
pub struct Context {
    /// The database, within the reach of those for whom something is done.
    pub db: Db,
    /// The time of those for whom something is done: the service's own, except in a sandbox.
    pub clock: Arc<dyn Clock>,
    /// The time of the service: of tokens, and of how long answers are kept for repetitions of a call.
    pub(super) service_clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// New ids.
    pub ids: Ids,
    /// Keys of the instance and of organisations.
    pub keys: Keys,
    /// The calendars of public holidays.
    pub calendars: InForce<Calendars>,
    /// The supervisory authorities.
    pub authorities: InForce<Directory>,
    /// Settings.
    pub settings: Arc<Settings>,
    /// Cancelled when this process is asked to stop: work of many pieces then begins no further one and gives its lease back.
    pub stop: CancellationToken,
    pub(super) running: Running,
    pub(super) known_clients: KnownClients,
    pub(super) refusals: Refusals,
    pub(super) scope_uses: Uses,
}

impl Context {
    /// Puts the parts together.
    pub fn new(db: Db, clock: Arc<dyn Clock>, random: Arc<dyn Random>, keys: Keys, settings: Settings) -> Self {
        let ids = Ids::new(clock.clone(), random.clone());
        Self {
            db,
            service_clock: clock.clone(),
            clock,
            random,
            ids,
            keys,
            calendars: InForce::default(),
            authorities: InForce::default(),
            settings: Arc::new(settings),
            stop: CancellationToken::new(),
            running: Running::default(),
            known_clients: KnownClients::default(),
            refusals: Refusals::default(),
            scope_uses: Uses::default(),
        }
    }

    /// The present day in UTC, for what has no place of its own.
    pub fn today(&self) -> Date {
        self.clock.now().to_zoned(TimeZone::UTC).date()
    }

    /// The last day that can have begun anywhere: east of Greenwich tomorrow has begun before it has in UTC.
    pub fn latest_day(&self) -> Date {
        self.today().tomorrow().unwrap_or(Date::MAX)
    }

    /// Counts an attempt of somebody that was refused (Z-12).
    pub fn count_refusal(&self, actor: &Actor, refusal: Refusal) {
        self.refusals.of_actor(actor, refusal);
    }

    /// Whose rows background work looks at.
    pub(super) fn reach(&self) -> Reach {
        self.db.reach()
    }

    /// When a lease ends that is taken or renewed now, by the machine's clock.
    pub(super) fn lease_end(&self) -> Timestamp {
        machine_now().checked_add(self.settings.lease).unwrap_or(Timestamp::MAX)
    }
}

/// A caller and the digest of its idempotency key.
type CallKey = (Uuid, [u8; 32]);

/// The idempotency keys whose calls run in this process now. Other processes are told apart by the database.
#[derive(Clone, Default)]
pub(super) struct Running(Arc<Mutex<HashSet<CallKey>>>);

impl Running {
    /// Marks a key as running until the guard is dropped; none when it already is.
    pub(super) fn enter(&self, caller: Uuid, key: [u8; 32]) -> Option<RunningGuard> {
        let mut keys = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        keys.insert((caller, key)).then(|| RunningGuard { keys: self.clone(), key: (caller, key) })
    }
}

pub(super) struct RunningGuard {
    keys: Running,
    key: CallKey,
}

impl Drop for RunningGuard {
    fn drop(&mut self) {
        self.keys.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).remove(&self.key);
    }
}
