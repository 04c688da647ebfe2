//! New ids: UUIDv7 in the order they are made, so that rows of one batch lie side by side in every index.

use std::sync::{Arc, Mutex};

use uuid::{Builder, Uuid};

use crate::ports::{Clock, Random};

struct Last {
    millis: u64,
    counter: u64,
}

/// Makes ids. One per process; clones share it.
#[derive(Clone)]
pub struct Ids {
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    last: Arc<Mutex<Last>>,
}

/// The counter takes the upper 42 of the 74 random bits; 32 random bits remain in each id, and the counter starts at a
/// random place in each millisecond, so that two processes do not meet.
const COUNTER_BITS: u32 = 42;

impl Ids {
    /// A maker of ids over the given clock and randomness.
    pub fn new(clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Self {
        Self { clock, random, last: Arc::new(Mutex::new(Last { millis: 0, counter: 0 })) }
    }

    /// The next id of any kind: `ids.next::<RequestId>()`.
    pub fn next<T: From<Uuid>>(&self) -> T {
        T::from(self.next_uuid())
    }

    fn next_uuid(&self) -> Uuid {
        let now = u64::try_from(self.clock.now().as_millisecond()).unwrap_or(0);
        let mut bytes = [0u8; 10];
        self.random.fill(&mut bytes);
        let (millis, counter) = {
            let mut last = self.last.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            // A clock that stands still or steps back must not break the order: the counter goes on instead.
            if now > last.millis {
                last.millis = now;
                last.counter = u64::from_be_bytes([0, 0, 0, bytes[0], bytes[1], bytes[2], bytes[3], bytes[4]]);
                last.counter &= (1 << (COUNTER_BITS - 2)) - 1;
            } else {
                last.counter += 1;
                if last.counter >> COUNTER_BITS != 0 {
                    last.millis += 1;
                    last.counter = 0;
                }
            }
            (last.millis, last.counter)
        };
        Builder::from_unix_timestamp_millis(millis, &tail(counter, &bytes)).into_uuid()
    }
}

/// Lays the counter over the bits that UUIDv7 leaves free: 12 bits after the version, 30 after the variant, then chance.
fn tail(counter: u64, random: &[u8; 10]) -> [u8; 10] {
    let high = (counter >> 30) & 0xfff;
    let low = counter & 0x3fff_ffff;
    let [h0, h1] = (high as u16).to_be_bytes();
    let [l0, l1, l2, l3] = (low as u32).to_be_bytes();
    // Byte 0's upper half is overwritten by the version, byte 2's upper two bits by the variant.
    [h0, h1, l0, l1, l2, l3, random[6], random[7], random[8], random[9]]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Ids;
    use crate::ports::{OffsetClock, OsRandom};
    use uuid::Uuid;

    #[test]
    fn ids_grow_even_when_the_clock_steps_back() {
        let clock = Arc::new(OffsetClock::default());
        let ids = Ids::new(clock.clone(), Arc::new(OsRandom::default()));
        let mut last: Uuid = ids.next();
        for round in 0..20_000 {
            if round % 1_000 == 0 {
                clock.advance(jiff::SignedDuration::from_secs(if round % 2_000 == 0 { -5 } else { 3 }));
            }
            let next: Uuid = ids.next();
            assert!(next > last, "{next} after {last}");
            assert_eq!(next.get_version_num(), 7);
            last = next;
        }
    }
}
