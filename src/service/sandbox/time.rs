//! The service in the time of an organisation.

use std::collections::HashMap;
use std::sync::Arc;

use entity::id::OrganisationId;
use jiff::Timestamp;

use crate::domain::calendar::Calendars;
use crate::ports::AheadClock;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Sandbox, Tx};

const WITHOUT_CLOCK: Failure = Failure::Defect("a sandbox without its clock");

impl Context {
    /// The service for one organisation: in its time, and with no rows but its own within reach. Whether that is another time its
    /// id says, so that a live organisation costs nothing here.
    pub async fn of(&self, organisation: OrganisationId) -> Outcome<Self> {
        let ahead = match organisation.is_sandbox() {
            true => Some(self.db.sandbox(organisation).await?.ok_or(WITHOUT_CLOCK)?),
            false => None,
        };
        Ok(Self { db: self.db.of(organisation), ..self.in_time_of(ahead.as_ref()) })
    }

    /// The service in its time within a transaction, whose reach is not narrowed.
    pub(in crate::service) async fn of_in(&self, tx: &Tx, organisation: OrganisationId) -> Outcome<Self> {
        let ahead = match organisation.is_sandbox() {
            true => Some(tx.sandbox(organisation).await?.ok_or(WITHOUT_CLOCK)?),
            false => None,
        };
        Ok(self.in_time_of(ahead.as_ref()))
    }

    fn in_time_of(&self, sandbox: Option<&Sandbox>) -> Self {
        let mut context = self.clone();
        if let Some(sandbox) = sandbox {
            context.clock = Arc::new(AheadClock::new(self.service_clock.clone(), sandbox.ahead));
        }
        context
    }
}

/// The service in the time of each of several organisations, for work on the rows of all of them.
#[derive(Clone)]
pub(in crate::service) struct Times {
    usual: (Context, Timestamp),
    sandboxes: HashMap<OrganisationId, (Context, Timestamp)>,
}

impl Times {
    /// Looks up what time it is for each of them; `now` is the time of everybody who has none of their own.
    pub async fn of(context: &Context, tx: &Tx, now: Timestamp, organisations: Vec<OrganisationId>) -> Outcome<Self> {
        let mut times = Self { usual: (context.clone(), now), sandboxes: HashMap::new() };
        for organisation in organisations {
            if organisation.is_sandbox() && !times.sandboxes.contains_key(&organisation) {
                let own = context.of_in(tx, organisation).await?;
                let now = own.clock.now();
                times.sandboxes.insert(organisation, (own, now));
            }
        }
        Ok(times)
    }

    /// The calendars in force, which are the same at any time.
    pub fn calendars(&self) -> Calendars {
        self.usual.0.calendars.now()
    }

    /// The service in the time of one of them, and what time it is.
    pub fn at(&self, organisation: OrganisationId) -> (&Context, Timestamp) {
        let (context, now) = self.sandboxes.get(&organisation).unwrap_or(&self.usual);
        (context, *now)
    }
}
