//! What the service takes from the world: the time and randomness, as arguments so that tests and the demo can drive them.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use aws_lc_rs::rand::{SecureRandom, SystemRandom};
use jiff::{SignedDuration, Timestamp};

/// Tells the time of the product: legal dates, token lifetimes, retry times.
///
/// Leases do not use it, see `store::lease`.
pub trait Clock: Send + Sync {
    /// The present instant, cut to microseconds, which is what both databases keep.
    fn now(&self) -> Timestamp;
}

/// The clock of the machine, plus an offset that the demo and tests move.
#[derive(Debug, Default)]
pub struct OffsetClock {
    offset_micros: AtomicI64,
}

impl OffsetClock {
    /// Moves the clock; a negative duration moves it back, as a stepped clock does.
    pub fn advance(&self, by: SignedDuration) {
        let micros = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
        self.offset_micros.fetch_add(micros, Ordering::SeqCst);
    }
}

impl Clock for OffsetClock {
    fn now(&self) -> Timestamp {
        let offset = SignedDuration::from_micros(self.offset_micros.load(Ordering::SeqCst));
        cut_to_micros(machine_now().checked_add(offset).unwrap_or(Timestamp::MAX))
    }
}

/// A clock that is some time ahead of another.
pub struct AheadClock {
    of: Arc<dyn Clock>,
    ahead: SignedDuration,
}

impl AheadClock {
    /// The clock that shows what `of` will show after `ahead`.
    pub fn new(of: Arc<dyn Clock>, ahead: SignedDuration) -> Self {
        Self { of, ahead }
    }
}

impl Clock for AheadClock {
    fn now(&self) -> Timestamp {
        cut_to_micros(self.of.now().checked_add(self.ahead).unwrap_or(Timestamp::MAX))
    }
}

/// The time of the machine itself, which nothing in the product moves. For leases and timeouts only.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
pub fn machine_now() -> Timestamp {
    Timestamp::now()
}

/// Cuts an instant to whole microseconds, so that what is kept equals what is stored.
pub fn cut_to_micros(instant: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(instant.as_microsecond()).unwrap_or(instant)
}

/// A source of random bytes.
pub trait Random: Send + Sync {
    /// Fills the whole buffer.
    fn fill(&self, buffer: &mut [u8]);

    /// A number from 0 (included) to 1 (not included).
    fn unit(&self) -> f64 {
        let mut bytes = [0u8; 8];
        self.fill(&mut bytes);
        (u64::from_le_bytes(bytes) >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// Randomness of the operating system, fit for keys and secrets.
#[derive(Debug, Default)]
pub struct OsRandom(SystemRandom);

impl Random for OsRandom {
    fn fill(&self, buffer: &mut [u8]) {
        self.0.fill(buffer).expect("the operating system gives random bytes");
    }
}
