//! Waiting for work that takes as long as the machine is slow: what counts is that it goes on.

use std::time::{Duration, Instant};

/// How long nothing may move.
const PATIENCE: Duration = Duration::from_secs(240);

/// Sees to it that a figure changes from time to time.
pub struct Moves(i64, Instant);

impl Moves {
    pub fn start() -> Self {
        Self(0, Instant::now())
    }

    /// # Panics
    /// When the figure has been the same for too long.
    pub fn see(&mut self, figure: i64) {
        if figure != self.0 {
            *self = Self(figure, Instant::now());
        }
        assert!(self.1.elapsed() < PATIENCE, "nothing moves any more at {figure}");
    }
}
