//! Who kills: at moments drawn from a seed, and with a count of what was in flight each time.

use std::collections::BTreeSet;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::LEASE_SECONDS;
use crate::support::{Inspector, Process, TestDatabase};

/// What the kills met.
#[derive(Debug, Default)]
pub struct Killed {
    /// Attempts that had begun and had no end when the process died: delivery and number.
    pub in_flight: BTreeSet<(String, String)>,
    /// Times until it was ready again.
    pub restarts: Vec<Duration>,
}

/// A process that is killed again and again.
pub struct Killer {
    task: JoinHandle<(Process, Killed)>,
    over: watch::Receiver<bool>,
}

impl Killer {
    pub async fn start(mut process: Process, database: &TestDatabase, kills: u32, seed: u64) -> Self {
        let (done, over) = watch::channel(false);
        let (mut moments, url) = (Moments(seed), database.url.clone());
        let task = tokio::spawn(async move {
            let mut killed = Killed::default();
            for _ in 0..kills {
                tokio::time::sleep(moments.next()).await;
                process.kill();
                in_flight(&url, &mut killed.in_flight).await;
                killed.restarts.push(process.start().await);
            }
            // Nobody may be left to be told.
            let _ = done.send(true);
            (process, killed)
        });
        Self { task, over }
    }

    /// Whether kills are still to come.
    pub fn is_at_work(&self) -> bool {
        assert!(!self.task.is_finished() || *self.over.borrow(), "the process could not be started again");
        !*self.over.borrow()
    }

    /// The process, alive, when all kills are over.
    pub async fn end(self) -> (Process, Killed) {
        self.task.await.expect("the kills went well")
    }
}

/// While nothing runs: the attempts that never ended.
async fn in_flight(url: &str, found: &mut BTreeSet<(String, String)>) {
    let mut inspector = Inspector::open_url(url).await;
    found.extend(unfinished(&mut inspector).await);
}

/// Attempts without an end.
pub async fn unfinished(inspector: &mut Inspector) -> BTreeSet<(String, String)> {
    let sql = format!(
        "SELECT {}, CAST(attempt_no AS TEXT) FROM attempt WHERE finished_at IS NULL",
        inspector.id("delivery_id")
    );
    let rows = inspector.texts(&sql).await;
    rows.into_iter().map(|mut row| (std::mem::take(&mut row[0]), std::mem::take(&mut row[1]))).collect()
}

/// Moments, the same for the same seed (splitmix64).
struct Moments(u64);

impl Moments {
    /// From the first moments after a start until a good while after the leases of the dead process are over.
    fn next(&mut self) -> Duration {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let most = (LEASE_SECONDS + 3) * 1_000;
        Duration::from_millis(mixed % most)
    }
}
