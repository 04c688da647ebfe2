use std::sync::LazyLock;

use super::*;
use crate::domain::place::Place;

static BUNDLED: LazyLock<Calendars> = LazyLock::new(Calendars::bundled);

fn calendar(place: &str) -> Calendar<'static> {
    BUNDLED.of(place.parse().unwrap())
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn roll(place: &str, from: &str) -> (String, String) {
    let roll = calendar(place).roll(date(from)).unwrap();
    (roll.earliest.to_string(), roll.latest.to_string())
}

fn same(day: &str) -> (String, String) {
    (day.to_owned(), day.to_owned())
}

#[test]
fn the_bundled_calendars_are_well_formed() {
    assert_eq!(BUNDLED.tables().count(), 32, "30 states of the EEA, the United Kingdom and Switzerland");
    for (country, table) in BUNDLED.tables() {
        assert!(table.version.starts_with(&format!("{country}-20")), "{country}");
        assert_eq!((table.check_year(2018), table.check_year(2040)), (Ok(()), Ok(())), "{country}");
        assert!(table.check_year(2017).is_err() && table.check_year(2041).is_err(), "{country}");
    }
}

#[test]
fn every_region_of_the_data_is_a_place() {
    for (country, table) in BUNDLED.tables() {
        for region in table.regions() {
            assert!(format!("{country}-{region}").parse::<Place>().is_ok(), "{country}-{region}");
        }
    }
    assert_eq!(BUNDLED.places().len(), 112);
}

#[test]
fn every_year_of_every_place_is_sensible() {
    for place in BUNDLED.places() {
        let (calendar, place) = (BUNDLED.of(place), place.to_string());
        let region_unknown = calendar.coverage() == Coverage::RegionUnknown;
        for year in 2018..=2040 {
            let holidays = calendar.holidays(year).unwrap();
            let certain = holidays.iter().filter(|holiday| !holiday.uncertain).count();
            assert!((if region_unknown { 4 } else { 5 }..=20).contains(&certain), "{place} {year}: {certain}");
            assert!(holidays.len() <= if region_unknown { 75 } else { 26 }, "{place} {year}: {}", holidays.len());
            assert!(holidays.windows(2).all(|pair| pair[0].date < pair[1].date), "{place} {year}");
            assert!(holidays.iter().all(|holiday| holiday.date.year() == year), "{place} {year}");
            assert!(days(&place, year).contains("01-01 "), "{place} {year}");
            assert!(days(&place, year).contains("12-25"), "{place} {year}");
        }
    }
}

#[test]
fn where_the_region_decides_every_region_is_read() {
    for (country, count) in [("DE", 16), ("ES", 19), ("GB", 4), ("CH", 26)] {
        assert_eq!(calendar(country).coverage(), Coverage::RegionUnknown);
        assert_eq!(calendar(country).readings.len(), count, "{country}");
        let regions = BUNDLED.places().iter().filter(|place| place.country() == country).count() - 1;
        assert_eq!(regions, count, "{country}: those considered are those with days of their own");
    }
}

fn days(place: &str, year: i16) -> String {
    let holidays = calendar(place).holidays(year).unwrap();
    let day = |holiday: &Holiday| {
        let mark = if holiday.uncertain { "?" } else { "" };
        format!("{:02}-{:02}{mark}", holiday.date.month(), holiday.date.day())
    };
    holidays.iter().map(day).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_french_year() {
    let mainland = "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25";
    assert_eq!(days("FR", 2026), mainland);
    assert_eq!(days("FR-75", 2026), mainland);
    for alsace_moselle in ["FR-57", "FR-67", "FR-68"] {
        assert_eq!(
            days(alsace_moselle, 2026),
            "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26"
        );
    }
    assert!(days("FR-974", 2026).ends_with("11-11 12-20 12-25"));
}

#[test]
fn the_german_years_with_their_changes() {
    assert_eq!(days("DE-HE", 2026), "01-01 04-03 04-06 05-01 05-14 05-25 06-04 10-03 12-25 12-26");
    assert_eq!(
        days("DE-BY", 2026),
        "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 08-08? 08-15? 10-03 11-01 12-25 12-26"
    );
    assert_eq!(days("DE-SN", 2026), "01-01 04-03 04-06 05-01 05-14 05-25 06-04? 10-03 10-31 11-18 12-25 12-26");
    assert_eq!(days("DE-BB", 2026), "01-01 04-03 04-05 04-06 05-01 05-14 05-24 05-25 10-03 10-31 12-25 12-26");
    let holds = |place, day: &str| days(place, date(day).year()).contains(&day[5..]);
    assert!(!holds("DE-BE", "2018-03-08") && holds("DE-BE", "2019-03-08"));
    assert!(!holds("DE-MV", "2022-03-08") && holds("DE-MV", "2023-03-08"));
    assert!(!holds("DE-TH", "2018-09-20") && holds("DE-TH", "2019-09-20"));
    assert!(holds("DE-BE", "2020-05-08") && !holds("DE-BE", "2021-05-08") && holds("DE-BE", "2025-05-08"));
    assert!(holds("DE-HH", "2018-10-31") && !holds("DE-BE", "2018-10-31"));
}

#[test]
fn an_unknown_region_gives_the_range_over_all() {
    assert_eq!(calendar("DE").coverage(), Coverage::RegionUnknown);
    assert_eq!(roll("DE", "2027-11-01"), ("2027-11-01".into(), "2027-11-02".into()));
    // 31 October is a day off in the north, 1 November in the south, both nowhere: the latest is 1 November, not the 2nd.
    assert_eq!(roll("DE", "2029-10-31"), ("2029-10-31".into(), "2029-11-01".into()));
    assert_eq!(roll("DE", "2026-12-25"), same("2026-12-28"));
    let holidays = calendar("DE").holidays(2026).unwrap();
    let epiphany = holidays.iter().find(|holiday| holiday.date == date("2026-01-06")).unwrap();
    assert_eq!((epiphany.kind, epiphany.uncertain), (HolidayKind::Regional, true));
    assert!(!holidays[0].uncertain);
}

#[test]
fn a_day_in_doubt_gives_a_range() {
    // 15 August 2028 is a Tuesday.
    assert_eq!(roll("DE-BY", "2028-08-15"), ("2028-08-15".into(), "2028-08-16".into()));
    assert_eq!(roll("DE-SL", "2028-08-15"), same("2028-08-16"));
    let roll = calendar("DE-BY").roll(date("2028-08-15")).unwrap();
    assert_eq!(
        roll.skipped,
        [Skipped {
            date: date("2028-08-15"),
            why: DayOff::Holiday,
            holiday: Some("Assumption Day".into()),
            uncertain: true,
        }]
    );
}

#[test]
fn without_a_calendar_only_weekends_are_off_and_it_is_said() {
    let brazil = calendar("BR");
    assert_eq!((brazil.coverage(), brazil.version()), (Coverage::None, NO_CALENDAR));
    assert_eq!(roll("BR", "2026-12-25"), same("2026-12-25"));
    assert_eq!(roll("BR", "2026-12-26"), same("2026-12-28"));
    assert!(brazil.holidays(2026).is_err());
    assert_eq!(roll("BR", "1999-01-02"), same("1999-01-04"));
}

#[test]
fn outside_its_years_a_calendar_is_an_error() {
    let outside = Err(CalendarError::YearNotCovered { first: 2018, last: 2040 });
    assert_eq!(calendar("FR").roll(date("2017-12-30")), outside);
    assert!(calendar("FR").roll(date("2018-01-01")).is_ok());
    assert!(calendar("FR").roll(date("2040-12-29")).is_ok());
    assert_eq!(calendar("FR").roll(date("2041-01-02")), outside);
    assert_eq!(calendar("FR").holidays(2041).err(), outside.err());
    assert_eq!(calendar("BR").roll(Date::MAX), Ok(Roll { earliest: Date::MAX, latest: Date::MAX, skipped: vec![] }));
}

#[test]
fn working_days_are_counted_in_the_latest_reading() {
    let fifth = |place: &str, day: &str| calendar(place).working_day_after(date(day), 5).unwrap().to_string();
    assert_eq!(fifth("FR", "2026-06-01"), "2026-06-08");
    assert_eq!(fifth("FR", "2026-04-30"), "2026-05-11", "1 and 8 May are off, 9 and 10 a weekend");
    assert_eq!(fifth("DE", "2026-01-02"), "2026-01-12", "Epiphany may be off");
    assert_eq!(fifth("DE-BE", "2026-01-02"), "2026-01-09");
}
