//! The two dates of Easter (H-3), both given in the Gregorian calendar.

use jiff::ToSpan;
use jiff::civil::Date;

/// Easter Sunday of the Western churches, by the Gregorian computus.
///
/// None when the year is outside what dates can hold.
pub fn western(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let golden = y.rem_euclid(19);
    let century = y.div_euclid(100);
    let leap_correction = century - century / 4 - (8 * century + 13) / 25;
    let epact = (leap_correction + 19 * golden + 15).rem_euclid(30);
    // The full moon may not fall later than 18 April, nor on it in years of a late golden number.
    let moon = epact - (epact / 28) * (1 - (epact / 28) * (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (y + y / 4 + moon + 2 - century + century / 4).rem_euclid(7);
    let offset = moon - weekday;
    let month = 3 + (offset + 40) / 44;
    let day = offset + 28 - 31 * (month / 4);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Easter Sunday of the Orthodox churches, by the Julian computus.
///
/// None when the year is outside 1900 to 2099, in which the two calendars are thirteen days apart.
pub fn orthodox(year: i16) -> Option<Date> {
    if !(1900..=2099).contains(&year) {
        return None;
    }
    let y = i32::from(year);
    let moon = (19 * (y % 19) + 15) % 30;
    let weekday = (2 * (y % 4) + 4 * (y % 7) - moon + 34) % 7;
    let sum = moon + weekday + 114;
    let (month, day) = (sum / 31, sum % 31 + 1);
    let julian = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    julian.checked_add(13.days()).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;

    use super::*;

    /// The check values of H-3.
    #[test]
    fn both_easters_meet_the_check_values() {
        for (year, west, east) in [
            (2026, "2026-04-05", "2026-04-12"),
            (2027, "2027-03-28", "2027-05-02"),
            (2028, "2028-04-16", "2028-04-16"),
            (2029, "2029-04-01", "2029-04-08"),
            (2030, "2030-04-21", "2030-04-28"),
            (2031, "2031-04-13", "2031-04-13"),
        ] {
            assert_eq!(western(year).unwrap().to_string(), west);
            assert_eq!(orthodox(year).unwrap().to_string(), east);
        }
    }

    #[test]
    fn extreme_years_are_right() {
        for (year, west) in [
            (1818, "1818-03-22"),
            (1886, "1886-04-25"),
            (1943, "1943-04-25"),
            (1954, "1954-04-18"),
            (1981, "1981-04-19"),
            (2000, "2000-04-23"),
            (2008, "2008-03-23"),
            (2018, "2018-04-01"),
            (2019, "2019-04-21"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2035, "2035-03-25"),
            (2038, "2038-04-25"),
            (2040, "2040-04-01"),
            (2049, "2049-04-18"),
            (2076, "2076-04-19"),
            (2285, "2285-03-22"),
        ] {
            assert_eq!(western(year).unwrap().to_string(), west);
        }
    }

    #[test]
    fn easter_is_a_sunday_in_its_range() {
        for year in 1900..=2099 {
            for easter in [western(year).unwrap(), orthodox(year).unwrap()] {
                assert_eq!(easter.weekday(), Weekday::Sunday, "{easter}");
            }
            let west = western(year).unwrap();
            assert!((3, 22) <= (west.month(), west.day()) && (west.month(), west.day()) <= (4, 25), "{west}");
            assert!(orthodox(year).unwrap() >= west, "{year}");
        }
        assert_eq!(orthodox(2100), None);
    }
}
