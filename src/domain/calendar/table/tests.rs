use super::*;

const HEAD: &str = "version X-1\nyears 2020 2028\nwithout_region national\nsource test\n";

fn read(lines: &str) -> Result<Table, String> {
    Table::read(&format!("{HEAD}{lines}"))
}

fn dates(lines: &str, region: Option<&str>, year: i16) -> Vec<String> {
    read(lines).unwrap().days(region).year(year).map(|(date, _)| date.to_string()).collect()
}

#[test]
fn a_line_gives_its_days_in_its_years() {
    let lines = "# a comment\n* | 12-26, W-2 | 2021.. not 2022 | | a | b\n* | 05-01 | | | a | b\n";
    assert_eq!(dates(lines, None, 2020), ["2020-05-01"]);
    assert_eq!(dates(lines, None, 2021), ["2021-04-02", "2021-05-01", "2021-12-26"]);
    assert_eq!(dates(lines, None, 2022), ["2022-05-01"]);
    assert_eq!(dates(lines, None, 2019), [""; 0], "outside the years covered");
    assert_eq!(dates(lines, None, 2029), [""; 0], "outside the years covered");
}

#[test]
fn regions_add_to_the_nation_and_certainty_wins() {
    let lines = "AA | 2020-02-02 | | uncertain | a | b\nAA BB | 2020-02-02 | | | a | b\n* | 2020-01-01 | | | a | b\n";
    assert_eq!(dates(lines, Some("AA"), 2020), ["2020-01-01", "2020-02-02"]);
    assert_eq!(dates(lines, Some("CC"), 2020), ["2020-01-01"]);
    let table = read(lines).unwrap();
    let day = |day: &str| table.days(Some("AA")).on(day.parse().unwrap()).unwrap();
    assert!(!day("2020-02-02").uncertain && !day("2020-02-02").national);
    assert!(day("2020-01-01").national);
}

#[test]
fn a_region_may_not_keep_a_day_of_the_country() {
    let lines = "AA | 01-06 | 2021 | not kept | a | b\nAA | 03-19 | 2021 | | a | b\n* | 01-06 | | | a | b\n";
    assert_eq!(dates(lines, Some("AA"), 2021), ["2021-03-19"]);
    assert_eq!(dates(lines, Some("AA"), 2022), ["2022-01-06"]);
    assert_eq!(dates(lines, None, 2021), ["2021-01-06"]);
}

#[test]
fn a_substitute_is_the_next_day_that_is_not_off_anyway() {
    let lines = "* | 12-25, 12-26, sub 12-25, sub 12-26 | | | a | b\n";
    // Saturday and Sunday; Sunday and Monday; Friday and Saturday; Thursday and Friday.
    assert_eq!(dates(lines, None, 2021), ["2021-12-25", "2021-12-26", "2021-12-27", "2021-12-28"]);
    assert_eq!(dates(lines, None, 2022), ["2022-12-25", "2022-12-26", "2022-12-27"]);
    assert_eq!(dates(lines, None, 2020), ["2020-12-25", "2020-12-26", "2020-12-28"]);
    assert_eq!(dates(lines, None, 2025), ["2025-12-25", "2025-12-26"]);
    // It passes over the region's own days, and over New Year.
    assert_eq!(
        dates("AA | 01-02 | | | a | b\n* | sub 01-01 | | | a | b\n", Some("AA"), 2023),
        ["2023-01-02", "2023-01-03"]
    );
    assert_eq!(dates("* | sub 12-31 | | | a | b\n* | 01-01 | | | a | b\n", None, 2024), ["2024-01-01", "2024-01-02"]);
}

#[test]
fn a_bridge_joins_a_holiday_to_the_weekend() {
    let lines = "* | bridge 08-20 | | uncertain | a | b\n";
    assert_eq!(dates(lines, None, 2024), ["2024-08-19"], "a Tuesday");
    assert_eq!(dates(lines, None, 2026), ["2026-08-21"], "a Thursday");
    assert_eq!(dates(lines, None, 2025), [""; 0], "a Wednesday");
    // 1 January 2030 is a Tuesday.
    let lines = "* | bridge 01-01 | | uncertain | a | b\n";
    assert_eq!(dates(&lines.replace("01-01", "01-02"), None, 2024), ["2024-01-01"]);
    assert_eq!(dates(&lines.replace("| |", "| 2025 |"), None, 2024), [""; 0], "a Wednesday");
}

#[test]
fn what_is_not_understood_is_an_error() {
    for line in [
        "* | 02-30 | | | a | b",
        "* | 05-01, | | | a | b",
        "* | 05-01 | 2019..x | | a | b",
        "* | 05-01 | | perhaps | a | b",
        "* | 05-01 | | not kept | a | b",
        "* | 05-01 | | | a",
        "* | 05-01 | | | a |",
        " | 05-01 | | | a | b",
        "lonely",
    ] {
        assert!(read(line).is_err(), "{line}");
    }
    assert!(Table::read("version X-1\nyears 2020 2022\n").is_err());
}
