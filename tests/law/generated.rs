//! Cases drawn at random, from a seed that is always the same.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use recourse::domain::deadline::{
    Case, ExtensionNotice, QuestionKind, Regime, Suspension, SuspensionDecision, WhichDate,
};
use recourse::domain::place::Place;
use recourse::domain::right::Right;

/// SplitMix64: small, good enough, and the same everywhere.
pub struct Dice(u64);

impl Dice {
    pub const fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.roll() % limit as u64) as usize
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

const FIRST_DAY: Date = date(2018, 1, 1);

/// A case of a regime, with whatever may happen in it. `countries` are places of one country each.
pub fn case(dice: &mut Dice, regime: Regime, countries: &[Vec<Place>]) -> Case {
    let days = (date(2041, 1, 15) - FIRST_DAY).get_days() as usize;
    let country = dice.below(countries.len());
    let place = dice.pick(&countries[country]);
    let started_on = after(FIRST_DAY, dice.below(days));
    let mut case = Case { right: dice.pick(Right::ALL), ..Case::new(regime, place, started_on) };
    let row = regime.row();
    if dice.one_in(3) {
        case.started_at = place.noon_of(started_on);
    }
    if row.gate.is_some() && dice.one_in(2) {
        case.lodged_on = started_on.checked_sub((dice.below(60) as i64).days()).ok();
    }
    // Most campaigns leave the choices as they are.
    if dice.one_in(4) {
        case.choices.prompt_working_days = 1 + dice.below(10) as u8;
        case.choices.complaints_after = dice.pick(WhichDate::ALL);
        case.choices.reminders_from = dice.pick(WhichDate::ALL);
    }
    if row.extending.is_some() {
        for _ in 0..dice.pick(&[0, 0, 0, 1, 1, 2]) {
            let notified_on = after(started_on, dice.below(75));
            let months = 1 + dice.below(3) as u8;
            case.extensions.push(ExtensionNotice { notified_on, months, reasoned: !dice.one_in(4) });
        }
    }
    for kind in QuestionKind::ALL.iter().filter(|kind| row.stops.knows(**kind)) {
        for _ in 0..dice.pick(&[0, 0, 1, 1, 2]) {
            let soon = dice.one_in(2);
            let asked_on = after(started_on, dice.below(if soon { 9 } else { 40 }));
            let supplied_on = (!dice.one_in(8)).then(|| after(asked_on, dice.below(45)));
            let decision =
                dice.pick(&[None, None, Some(SuspensionDecision::Accepted), Some(SuspensionDecision::Contested)]);
            case.suspensions.push(Suspension { kind: *kind, asked_on, supplied_on, decision });
        }
    }
    case
}

fn after(day: Date, days: usize) -> Date {
    day.checked_add((days as i64).days()).expect("a day within the calendars")
}
