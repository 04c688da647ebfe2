//! The engine and the plain rules, side by side on many cases.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use recourse::domain::calendar::{CalendarError, Calendars};
use recourse::domain::deadline::{
    Case, Deadline, DeadlineError, LegalDates, QuestionKind, Regime, Suspension, SuspensionDecision, WhichDate, compute,
};
use recourse::domain::finding::FindingCode;
use recourse::domain::place::Place;
use recourse::domain::right::Right;

use crate::generated::{self, Dice};
use crate::naive::{Almanac, Day, Unknown};

/// What the plain rules say.
#[derive(Debug, Default, PartialEq, Eq)]
struct Expected {
    nominal: Option<Date>,
    first: Option<Date>,
    last: Option<Date>,
    earliest: Option<Date>,
    overdue: Option<Timestamp>,
    strict: Option<Date>,
    extended_by: u16,
    suspended_days: u32,
    suspended_since: Option<Date>,
    without: Option<(Date, Date)>,
    with: Option<(Date, Date)>,
    complain_after: Option<Date>,
    findings: Vec<(FindingCode, Date)>,
}

impl Expected {
    fn of(deadline: &Deadline) -> Self {
        let pair = |dates: Option<LegalDates>| dates.map(|dates| (dates.first_deadline, dates.final_deadline));
        Self {
            nominal: deadline.nominal,
            first: deadline.first_deadline,
            last: deadline.final_deadline,
            earliest: deadline.earliest,
            overdue: deadline.overdue_from,
            strict: deadline.strict_reading,
            extended_by: deadline.extended_by.map_or(0, |by| by.count),
            suspended_days: deadline.suspended_days,
            suspended_since: deadline.suspended_since,
            without: pair(deadline.without_suspension),
            with: pair(deadline.with_suspension),
            complain_after: deadline.complain_after,
            findings: deadline.findings.iter().map(|finding| (finding.code, finding.on)).collect(),
        }
    }
}

/// Length, and how a period of it is counted.
#[derive(Clone, Copy, PartialEq)]
enum Length {
    Months(u16),
    Weeks(usize),
    Days(usize),
    WorkingDays(u16),
    Hours(i64),
}

const fn length(regime: Regime) -> Length {
    match regime {
        Regime::GdprRequest | Regime::UkRequest => Length::Months(1),
        Regime::SaInformation => Length::Months(3),
        Regime::SaInadmissible | Regime::SaResolution => Length::Weeks(2),
        Regime::SaObjection | Regime::SaResolutionDraft => Length::Weeks(4),
        Regime::SaTransmit | Regime::SaCompetence | Regime::NlPetition => Length::Weeks(6),
        Regime::SaDraftDecision => Length::Months(15),
        Regime::SaSimpleCooperation => Length::Months(12),
        Regime::ChAccess | Regime::UkComplaint => Length::Days(30),
        Regime::CcpaConfirmation => Length::WorkingDays(10),
        Regime::Ccpa => Length::Days(45),
        Regime::Lgpd => Length::Days(15),
        Regime::Breach72h => Length::Hours(72),
    }
}

const fn rolls(regime: Regime) -> bool {
    !matches!(
        regime,
        Regime::ChAccess
            | Regime::UkComplaint
            | Regime::CcpaConfirmation
            | Regime::Ccpa
            | Regime::Lgpd
            | Regime::Breach72h
    )
}

/// One way to count a case.
struct Counted {
    nominal: Day,
    earliest: Day,
    first: Day,
    last: Day,
    overdue: Option<Timestamp>,
    extended_by: u16,
    days: u32,
    open: Option<Date>,
    findings: Vec<(FindingCode, Date)>,
}

struct Rules<'r> {
    almanac: &'r Almanac,
    case: &'r Case,
    /// The last working day after receipt on which a question is prompt, where questions have to be.
    prompt_until: Option<Day>,
}

impl Rules<'_> {
    fn is_prompt(&self, one: &Suspension) -> bool {
        self.prompt_until.is_none_or(|last| self.almanac.day(one.asked_on) <= last)
    }

    fn can_count(&self, one: &Suspension) -> bool {
        match self.case.regime {
            Regime::GdprRequest | Regime::ChAccess => true,
            Regime::UkRequest => one.kind != QuestionKind::Scope || self.case.right == Right::Access,
            _ => false,
        }
    }

    fn counts(&self, one: &Suspension) -> bool {
        self.can_count(one)
            && match one.decision {
                Some(SuspensionDecision::Accepted) => true,
                Some(SuspensionDecision::Contested) => false,
                None => self.is_prompt(one),
            }
    }

    /// The end of the period and the days that it may be moved to.
    fn end(&self, start: Day, more: u16, days: u32) -> Result<(Day, Day, Day, Option<Timestamp>), Unknown> {
        let almanac = self.almanac;
        let place = self.case.place;
        let counted = match length(self.case.regime) {
            Length::Months(count) => almanac.months_later(start, count + more),
            Length::Weeks(count) => start + 7 * count,
            Length::Days(count) => start + count + usize::from(more),
            Length::WorkingDays(count) => almanac.working_days_later(place, start, count)?,
            Length::Hours(count) => {
                let moment = self.case.started_at.expect("a moment") + SignedDuration::from_secs(count * 3_600);
                let day = almanac.day(moment.to_zoned(place.time_zone()).date());
                return Ok((day, day, day, Some(moment)));
            }
        };
        let nominal = counted + days as usize;
        let (earliest, latest) = match rolls(self.case.regime) {
            true => almanac.rolled(place, nominal)?,
            false => (nominal, nominal),
        };
        let midnight = almanac.date(latest + 1).to_zoned(place.time_zone()).expect("a midnight");
        Ok((nominal, earliest, latest, Some(midnight.timestamp())))
    }

    fn count(&self, counted: &[&Suspension]) -> Result<Counted, Unknown> {
        let (almanac, case) = (self.almanac, self.case);
        let united_kingdom = case.regime == Regime::UkRequest;
        let mut start = almanac.day(case.started_on);
        for one in counted {
            if let Some(supplied) = one.supplied_on
                && united_kingdom
                && one.kind != QuestionKind::Scope
            {
                start = start.max(almanac.day(supplied));
            }
        }
        let mut marked = BTreeSet::new();
        for one in counted {
            let Some(supplied) = one.supplied_on else { continue };
            for day in almanac.day(one.asked_on)..almanac.day(supplied) {
                marked.insert(day);
            }
            if united_kingdom {
                marked.insert(almanac.day(supplied));
            }
        }
        if united_kingdom {
            marked.clear();
            for one in counted.iter().filter(|one| one.kind == QuestionKind::Scope) {
                let Some(supplied) = one.supplied_on else { continue };
                marked.extend((almanac.day(one.asked_on)..=almanac.day(supplied)).filter(|day| *day >= start));
            }
        }
        let days = marked.len() as u32;
        let open = counted.iter().filter(|one| one.supplied_on.is_none()).map(|one| one.asked_on).min();

        let (nominal, earliest, first, overdue) = self.end(start, 0, days)?;
        let mut result = Counted {
            nominal,
            earliest,
            first,
            last: first,
            overdue,
            extended_by: 0,
            days,
            open,
            findings: Vec::new(),
        };
        for notice in &case.extensions {
            let late = almanac.day(notice.notified_on) > first && open.is_none_or(|open| open > notice.notified_on);
            let by_notice =
                matches!(case.regime, Regime::GdprRequest | Regime::UkRequest | Regime::ChAccess | Regime::Ccpa);
            // Swiss law asks for no reasons and sets no bound.
            let is_swiss = case.regime == Regime::ChAccess;
            let defect = match notice {
                _ if !by_notice => None,
                _ if result.extended_by > 0 => Some(FindingCode::ExtensionRepeated),
                _ if late => Some(FindingCode::ExtensionLate),
                notice if !notice.reasoned && !is_swiss => Some(FindingCode::ExtensionWithoutReasons),
                notice if notice.months > 2 && !is_swiss && case.regime != Regime::Ccpa => {
                    Some(FindingCode::ExtensionTooLong)
                }
                _ => None,
            };
            result.findings.extend(defect.map(|defect| (defect, notice.notified_on)));
            if matches!(defect, None | Some(FindingCode::ExtensionTooLong)) {
                result.extended_by = match case.regime {
                    Regime::Ccpa => 45,
                    Regime::ChAccess => 30 * u16::from(notice.months),
                    Regime::GdprRequest | Regime::UkRequest => u16::from(notice.months).min(2),
                    _ => u16::from(notice.months),
                };
            }
        }
        if result.extended_by > 0 {
            let extended_by = result.extended_by;
            (result.nominal, result.earliest, result.last, result.overdue) = self.end(start, extended_by, days)?;
        }
        Ok(result)
    }

    fn expected(&self) -> Result<Expected, Unknown> {
        let (almanac, case) = (self.almanac, self.case);
        let select = |keep: &dyn Fn(&Suspension) -> bool| case.suspensions.iter().filter(|one| keep(one)).collect();
        let chosen: Vec<&Suspension> = select(&|one| self.counts(one));
        let chosen = self.count(&chosen)?;
        let mut expected = Expected {
            extended_by: chosen.extended_by,
            suspended_days: chosen.days,
            suspended_since: chosen.open,
            ..Expected::default()
        };
        let questions = case.suspensions.iter().filter(|one| !self.is_prompt(one));
        expected.findings.extend(questions.map(|one| (FindingCode::QuestionNotPrompt, one.asked_on)));
        expected.findings.extend(chosen.findings);
        let dates = |counted: Counted| (almanac.date(counted.first), almanac.date(counted.last));
        if !case.suspensions.is_empty() {
            expected.without = Some(dates(self.count(&[])?));
            if case.suspensions.iter().all(|one| one.supplied_on.is_some()) {
                let all: Vec<&Suspension> = select(&|one| self.can_count(one));
                expected.with = Some(dates(self.count(&all)?));
            }
            let not_contested = |one: &Suspension| one.decision != Some(SuspensionDecision::Contested);
            let for_complaints: Vec<&Suspension> = match case.choices.complaints_after {
                WhichDate::Earlier => Vec::new(),
                WhichDate::Later => select(&|one| self.can_count(one) && not_contested(one)),
            };
            let counted = self.count(&for_complaints)?;
            expected.complain_after = counted.open.is_none().then(|| almanac.date(counted.last));
        }
        if chosen.open.is_none() {
            expected.nominal = Some(almanac.date(chosen.nominal));
            expected.first = Some(almanac.date(chosen.first));
            expected.last = Some(almanac.date(chosen.last));
            expected.earliest = Some(almanac.date(chosen.earliest));
            expected.overdue = chosen.overdue;
            if case.regime == Regime::UkRequest {
                let (strict, _) = almanac.rolled(case.place, chosen.nominal - 1)?;
                expected.strict = (strict < chosen.earliest).then(|| almanac.date(strict));
            }
        }
        Ok(expected)
    }
}

/// Whether the rules refuse a case before anything is counted.
fn is_refused(case: &Case) -> bool {
    let most = match case.regime {
        Regime::SaDraftDecision => 12,
        Regime::SaSimpleCooperation => 2,
        _ => u8::MAX,
    };
    let lodged = case.lodged_on.unwrap_or(case.started_on).to_string();
    let too_early = match case.regime {
        Regime::SaDraftDecision | Regime::SaSimpleCooperation => lodged.as_str() <= "2027-04-02",
        Regime::SaInadmissible
        | Regime::SaTransmit
        | Regime::SaCompetence
        | Regime::SaObjection
        | Regime::SaResolution
        | Regime::SaResolutionDraft => lodged.as_str() < "2027-04-02",
        _ => false,
    };
    let by_the_moment = case.regime == Regime::Breach72h && case.started_at.is_none();
    let by_extension =
        most < u8::MAX && (case.extensions.len() > 1 || case.extensions.iter().any(|notice| notice.months > most));
    too_early || by_extension || by_the_moment
}

/// Compares so many cases of a regime; gives how many had dates.
fn compare(almanac: &Almanac, regime: Regime, countries: &[Vec<Place>], count: usize) -> usize {
    let calendars = Calendars::bundled();
    let mut dice = Dice::seeded(regime as u64);
    let mut dated = 0;
    for number in 0..count {
        let case = generated::case(&mut dice, regime, countries);
        let found = compute(&case, &calendars);
        if is_refused(&case) {
            let refused = matches!(&found, Err(error) if !matches!(error, DeadlineError::Calendar(_)));
            assert!(refused, "case {number}: {case:?}\nis impossible, and gave {found:?}");
            continue;
        }
        let counting = matches!(regime, Regime::GdprRequest | Regime::ChAccess) && !case.suspensions.is_empty();
        let start = almanac.day(case.started_on);
        let prompt_until = counting
            .then(|| almanac.working_days_later(case.place, start, u16::from(case.choices.prompt_working_days)))
            .transpose();
        let expected = prompt_until.and_then(|prompt_until| Rules { almanac, case: &case, prompt_until }.expected());
        match (&found, expected) {
            (Err(DeadlineError::Calendar(CalendarError::YearNotCovered { .. })), Err(Unknown)) => {}
            (Ok(found), Ok(expected)) => {
                assert_eq!(Expected::of(found), expected, "case {number}: {case:?}");
                assert_eq!(found.latest, found.final_deadline);
                dated += 1;
                if let Some(last) = found.final_deadline.filter(|_| rolls(regime)) {
                    let enough = almanac.has_two_working_days(case.place, start, almanac.day(last));
                    assert!(enough, "D-8: case {number}: {case:?}");
                }
            }
            (found, expected) => panic!("case {number}: {case:?}\ngave {found:?}\nand should {expected:?}"),
        }
    }
    dated
}

/// Every place of the states whose calendars are kept, and those of the other legal orders.
fn places() -> Vec<Place> {
    let known = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO GB CH";
    let kept = |place: &Place| known.split(' ').any(|country| country == place.country());
    let mut places: Vec<Place> = Place::listed().into_iter().filter(kept).collect();
    places.extend(["US-CA", "BR"].map(|place| place.parse::<Place>().expect("a place")));
    places
}

/// Cases of each regime; requests have far more in them.
fn how_many(regime: Regime) -> usize {
    match regime {
        Regime::GdprRequest => 60_000,
        Regime::UkRequest => 15_000,
        _ => 2_000,
    }
}

#[test]
fn the_engine_and_the_plain_rules_agree() {
    let places = places();
    let almanac = Almanac::of(&places);
    let (mut compared, mut dated) = (0, 0);
    for regime in Regime::ALL {
        let mut here: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
        for place in places.iter().filter(|place| regime.row().reach.holds_at(**place)) {
            here.entry(place.country()).or_default().push(*place);
        }
        let here: Vec<Vec<Place>> = here.into_values().collect();
        assert!(!here.is_empty(), "{regime}");
        compared += how_many(*regime);
        dated += compare(&almanac, *regime, &here, how_many(*regime));
    }
    assert!(compared >= 100_000 && dated > compared * 3 / 4, "{compared} compared, {dated} with dates");
}
