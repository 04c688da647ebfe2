//! What of the use of the audit record is out of the ordinary (Z-12): pure rules over how many records somebody touched in an hour.
//!
//! What is compared is counted, never content: for each actor and hour how many records were touched in which way.

use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::audit::AuditAction;

text_enum! {
    /// What is out of the ordinary.
    pub enum UnusualUse {
        /// Far more records were read or disclosed in an hour than the limit.
        MassReading = "mass_reading",
        /// Many records were read or disclosed outside of the working hours.
        OffHoursReading = "off_hours_reading",
        /// Attempts were refused in a burst: wrong secrets, or operations without the right to them.
        RefusedAttempts = "refused_attempts",
        /// A client did something for the first time, though it has been at work for days.
        FirstUse = "first_use",
        /// A client did far more of something in an hour than ever before.
        UnusualVolume = "unusual_volume",
    }
}

/// From when on something is out of the ordinary. Each organisation has its own, or these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchLimits {
    /// Records that one actor may read or have disclosed in an hour.
    pub records_per_hour: u32,
    /// The same outside of the working hours.
    pub records_off_hours: u32,
    /// Attempts of one client that may be refused in an hour.
    pub refusals_per_hour: u32,
    /// The hour at which work begins, at the place of the organisation.
    pub work_from: u8,
    /// The hour at which it ends.
    pub work_until: u8,
}

impl Default for WatchLimits {
    fn default() -> Self {
        Self { records_per_hour: 2_000, records_off_hours: 200, refusals_per_hour: 20, work_from: 7, work_until: 21 }
    }
}

impl WatchLimits {
    /// Whether an instant lies outside of the working hours of a place. Saturdays and Sundays do.
    pub fn is_off_hours(&self, at: Timestamp, zone: &TimeZone) -> bool {
        let local = at.to_zoned(zone.clone());
        let hour = local.hour().unsigned_abs();
        let is_weekend = matches!(local.weekday(), Weekday::Saturday | Weekday::Sunday);
        is_weekend || hour < self.work_from || hour >= self.work_until
    }
}

/// What is counted apart from the acts that the record knows: refusals.
pub const REFUSED: &str = "refused";

/// The word under which an act is counted: what was done to which kind of record. Ids are left out.
pub fn act(action: &str, subject: &str) -> String {
    let kind = match subject.rsplit_once('_') {
        Some((prefix, digits)) if digits.len() == 32 && digits.bytes().all(|b| b.is_ascii_hexdigit()) => prefix,
        // Names of versions and the like follow a colon.
        _ => subject.split(':').next().unwrap_or_default(),
    };
    format!("{action} {kind}")
}

/// Looks at facts of cases: ids, states and dates, by which nobody is known who is not known already. Programs that follow what happens
/// read all of them all the time, so that no number in an hour is out of the ordinary by itself; one that is far above a client's habit
/// is.
const FACTS: [&str; 7] =
    ["read bat", "read delivery", "read dlv", "read event", "read req", "read request", "read task"];

/// Whether an act tells somebody of people, beyond the facts of their cases.
pub fn is_reading(act: &str) -> bool {
    if FACTS.contains(&act) {
        return false;
    }
    let word = act.split(' ').next().unwrap_or_default();
    matches!(word.parse(), Ok(AuditAction::Read | AuditAction::Disclose))
}

/// How many records an actor touched in one way in one hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The beginning of the hour.
    pub hour: Timestamp,
    /// See [`act`].
    pub act: String,
    /// Records.
    pub records: u64,
}

/// Something out of the ordinary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// What.
    pub kind: UnusualUse,
    /// Which act; none for reading of all kinds together.
    pub act: Option<String>,
    /// How many records, or attempts.
    pub count: u64,
    /// How many are ordinary.
    pub limit: u64,
}

/// How long somebody has been at work before anything of theirs can be new.
const ACQUAINTED: SignedDuration = SignedDuration::from_hours(72);
/// What is done so little is no unusual volume.
const LITTLE: u64 = 100;
/// So many times as much as ever before is unusual.
const FAR: u64 = 10;

/// The beginning of the hour of an instant.
pub fn hour_of(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second().div_euclid(3_600) * 3_600).unwrap_or(at)
}

/// What is out of the ordinary in what an actor did in an hour. `before` is what the same actor did in earlier hours; `is_client`
/// says whether it is a client, whose habits are known, and not the service itself or somebody else's.
pub fn judge(
    limits: &WatchLimits,
    zone: &TimeZone,
    hour: Timestamp,
    now: &[Tally],
    before: &[Tally],
    is_client: bool,
) -> Vec<Alert> {
    let mut alerts = Vec::new();
    let read: u64 = now.iter().filter(|tally| is_reading(&tally.act)).map(|tally| tally.records).sum();
    let mut over = |kind, act: Option<&str>, count: u64, limit: u64| {
        if count > limit {
            alerts.push(Alert { kind, act: act.map(str::to_owned), count, limit });
        }
    };
    if is_client {
        over(UnusualUse::MassReading, None, read, limits.records_per_hour.into());
        if limits.is_off_hours(hour, zone) {
            over(UnusualUse::OffHoursReading, None, read, limits.records_off_hours.into());
        }
    }
    let refused: u64 = now.iter().filter(|tally| tally.act.starts_with(REFUSED)).map(|tally| tally.records).sum();
    over(UnusualUse::RefusedAttempts, None, refused, limits.refusals_per_hour.into());
    let first = before.iter().map(|tally| tally.hour).min();
    if is_client && first.is_some_and(|first| hour.duration_since(first) >= ACQUAINTED) {
        for tally in now.iter().filter(|tally| !tally.act.starts_with(REFUSED)) {
            let most = before.iter().filter(|earlier| earlier.act == tally.act).map(|earlier| earlier.records).max();
            match most {
                None => over(UnusualUse::FirstUse, Some(&tally.act), tally.records, 0),
                Some(most) => {
                    over(UnusualUse::UnusualVolume, Some(&tally.act), tally.records, (most * FAR).max(LITTLE))
                }
            }
        }
    }
    alerts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(hour: &str, act: &str, records: u64) -> Tally {
        Tally { hour: hour.parse().unwrap(), act: act.to_owned(), records }
    }

    fn kinds(now: &[Tally], before: &[Tally]) -> Vec<UnusualUse> {
        let alerts = judge(&WatchLimits::default(), &TimeZone::UTC, now[0].hour, now, before, true);
        alerts.into_iter().map(|alert| alert.kind).collect()
    }

    /// A Thursday.
    const MORNING: &str = "2026-11-26T09:00:00Z";
    const NIGHT: &str = "2026-11-26T03:00:00Z";

    #[test]
    fn acts_are_counted_by_the_kind_of_record() {
        assert_eq!(act("read", "sub_0193d2b4a1c07e3f8b6a5d4c3b2a1908"), "read sub");
        assert_eq!(act("read", "data_subject"), "read data_subject");
        assert_eq!(act("create", "calendar:FR-2099.2"), "create calendar");
        assert!(
            is_reading("read sub")
                && is_reading("disclose req")
                && !is_reading("change sub")
                && !is_reading("refused scope")
        );
    }

    #[test]
    fn reading_is_out_of_the_ordinary_above_the_limit_of_the_hour() {
        let reading = |hour, records| vec![tally(hour, "read sub", records), tally(hour, "disclose req", 1)];
        assert!(kinds(&reading(MORNING, 1_999), &[]).is_empty());
        assert_eq!(kinds(&reading(MORNING, 2_000), &[]), [UnusualUse::MassReading]);
        assert!(kinds(&reading(NIGHT, 199), &[]).is_empty());
        assert_eq!(kinds(&reading(NIGHT, 200), &[]), [UnusualUse::OffHoursReading]);
        assert_eq!(kinds(&reading(NIGHT, 2_000), &[]), [UnusualUse::MassReading, UnusualUse::OffHoursReading]);
        assert!(kinds(&[tally(MORNING, "create request", 80_000)], &[]).is_empty(), "filing is no reading");
        assert!(kinds(&[tally(NIGHT, "read event", 80_000)], &[]).is_empty(), "a program that follows the feed");
        assert_eq!(kinds(&[tally(NIGHT, "read data_subject", 201)], &[]), [UnusualUse::OffHoursReading]);
        let habit = [tally("2026-11-20T09:00:00Z", "read request", 50)];
        assert_eq!(kinds(&[tally(MORNING, "read request", 501)], &habit), [UnusualUse::UnusualVolume]);
    }

    #[test]
    fn working_hours_are_those_of_the_place_and_not_of_weekends() {
        let limits = WatchLimits::default();
        let paris = crate::domain::place::Place::time_zone(&"FR".parse().unwrap());
        for (at, is_off) in [
            ("2026-11-26T05:59:00Z", true),
            ("2026-11-26T06:00:00Z", false),
            ("2026-11-26T19:59:00Z", false),
            ("2026-11-26T20:00:00Z", true),
            ("2026-11-28T12:00:00Z", true),
        ] {
            assert_eq!(limits.is_off_hours(at.parse().unwrap(), &paris), is_off, "{at}");
        }
    }

    #[test]
    fn a_burst_of_refusals_is_told_of_whoever_made_it() {
        let refused = |records| vec![tally(MORNING, "refused secret", records), tally(MORNING, "refused scope", 1)];
        let judged = |records| {
            judge(&WatchLimits::default(), &TimeZone::UTC, refused(records)[0].hour, &refused(records), &[], false)
        };
        assert!(judged(19).is_empty());
        let expected = Alert { kind: UnusualUse::RefusedAttempts, act: None, count: 21, limit: 20 };
        assert_eq!(judged(20), [expected]);
    }

    #[test]
    fn what_a_client_never_did_or_never_so_much_is_told_once_it_is_known() {
        let before = [tally("2026-11-23T09:00:00Z", "read sub", 20), tally("2026-11-25T09:00:00Z", "read sub", 8)];
        assert!(kinds(&[tally(MORNING, "read sub", 200)], &before).is_empty());
        assert_eq!(kinds(&[tally(MORNING, "read sub", 201)], &before), [UnusualUse::UnusualVolume]);
        assert_eq!(kinds(&[tally(MORNING, "change sub", 1)], &before), [UnusualUse::FirstUse]);
        assert!(kinds(&[tally(MORNING, "change sub", 1)], &before[1..]).is_empty(), "not acquainted yet");
        let little = [tally("2026-11-20T09:00:00Z", "read sub", 1)];
        assert!(kinds(&[tally(MORNING, "read sub", 100)], &little).is_empty());
    }

    #[test]
    fn an_hour_begins_at_the_full_hour() {
        assert_eq!(hour_of("2026-11-26T09:59:59.9Z".parse().unwrap()), MORNING.parse().unwrap());
        assert_eq!(hour_of("1969-12-31T23:59:59Z".parse().unwrap()), "1969-12-31T23:00:00Z".parse().unwrap());
    }
}
