//! What is told about a complaint's periods, each once: early enough where the organisation itself must act, and when a period
//! has passed.
//!
//! What was told is kept by the day it was about, so that a clock that steps, a second worker or a restart tells nothing twice,
//! and a day that has moved is told of anew. Alerts that are due at once, after a standstill, are told as one.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Clock, ClockKind, Standing, Whose, clocks};
use crate::domain::calendar::Calendars;
use crate::domain::place::Place;
use crate::domain::reminders::Reminders;

text_enum! {
    /// What is told about a period.
    pub enum AlertKind {
        /// Its end comes.
        Approaching = "approaching",
        /// It has ended.
        Passed = "passed",
    }
}

/// Something to tell about a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Alert {
    /// Which period.
    pub clock: ClockKind,
    /// Its last day.
    pub due: Date,
    /// What is told.
    pub kind: AlertKind,
    /// Days until its last day; 0 on that day and after it.
    pub days_left: u16,
}

/// What was told of a period with this last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Told {
    /// Which period.
    pub clock: ClockKind,
    /// Its last day.
    pub due: Date,
    /// The last reminder told, in days before; none once its passing was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
}

/// Most periods of which is kept what was told.
const KEPT: usize = 60;

impl Standing {
    /// The next instant at which something is to be told.
    pub fn next_due(&self, calendars: &Calendars) -> Option<Timestamp> {
        let place = self.place?;
        clocks(self, calendars).iter().filter_map(|clock| self.next_of(clock, place)).min()
    }

    fn told_of(&self, clock: &Clock) -> Option<&Told> {
        self.told.iter().find(|told| told.clock == clock.kind && told.due == clock.due)
    }

    fn next_of(&self, clock: &Clock, place: Place) -> Option<Timestamp> {
        let told = self.told_of(clock);
        match told {
            Some(Told { days: None, .. }) => None,
            _ => {
                let after = told.and_then(|told| told.days);
                let reminder = reminders(clock).into_iter().find(|days| after.is_none_or(|told| *days < told));
                let start = reminder.and_then(|days| place.start_of(clock.due.checked_sub(days_span(days)).ok()?));
                Some(start.unwrap_or(clock.passes_at))
            }
        }
    }

    /// Tells what has become due by an instant, and notes it. When three months without news pass, the complaint is silent (C-10).
    pub fn tell(&mut self, calendars: &Calendars, now: Timestamp) -> Vec<Alert> {
        let Some(place) = self.place else { return Vec::new() };
        let mut alerts = Vec::new();
        for clock in clocks(self, calendars) {
            if self.next_of(&clock, place).is_none_or(|next| next > now) {
                continue;
            }
            let passed = clock.passes_at <= now;
            let today = place.date_of(now);
            let days_left = u16::try_from((clock.due - today).get_days()).unwrap_or(0);
            let kind = if passed { AlertKind::Passed } else { AlertKind::Approaching };
            // The closest reminder stands for those before it.
            let days = reminders(&clock).into_iter().filter(|days| *days >= days_left).min();
            self.keep_told(Told { clock: clock.kind, due: clock.due, days: if passed { None } else { days } });
            self.silent |= passed && clock.kind == ClockKind::Information;
            alerts.push(Alert { clock: clock.kind, due: clock.due, kind, days_left });
        }
        alerts
    }

    fn keep_told(&mut self, told: Told) {
        self.told.retain(|before| (before.clock, before.due) != (told.clock, told.due));
        if self.told.len() >= KEPT {
            self.told.remove(0);
        }
        self.told.push(told);
    }
}

/// Days before its end on which a period is told of: only what the organisation must do itself is reminded of.
fn reminders(clock: &Clock) -> Vec<u16> {
    match clock.whose {
        Whose::Organisation => Reminders::default().days().to_vec(),
        Whose::Authority => Vec::new(),
    }
}

fn days_span(days: u16) -> jiff::Span {
    i64::from(days).days()
}
