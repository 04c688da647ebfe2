//! The calendars in force in this process.

use std::sync::{Arc, PoisonError, RwLock};

use crate::domain::calendar::Calendars;

/// The calendars in force. Clones share them.
#[derive(Clone)]
pub struct CalendarsInForce(Arc<RwLock<Calendars>>);

impl Default for CalendarsInForce {
    fn default() -> Self {
        Self(Arc::new(RwLock::new(Calendars::bundled())))
    }
}

impl CalendarsInForce {
    /// The calendars at this moment. What belongs together is computed with one and the same value.
    pub fn now(&self) -> Calendars {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
