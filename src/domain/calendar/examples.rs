//! The worked examples of weekends, holidays and subdivisions: from the nominal end to the due date (D-7, H-1).

use super::tests::roll;

/// Id, place, nominal end, due date.
const EXAMPLES: [(&str, &str, &str, &str); 46] = [
    ("VC01", "FR", "2026-04-05", "2026-04-07"),
    ("VC02", "SE", "2026-04-03", "2026-04-07"),
    ("VC03", "FR", "2026-04-03", "2026-04-03"),
    ("VC04", "FR-57", "2026-04-03", "2026-04-07"),
    ("VC05", "GR", "2026-04-10", "2026-04-14"),
    ("VC06", "RO", "2026-04-10", "2026-04-14"),
    ("VC07", "RO", "2026-06-01", "2026-06-02"),
    ("VC08", "BG", "2026-05-25", "2026-05-26"),
    ("VC09", "DE-BY", "2027-11-01", "2027-11-02"),
    ("VC10", "DE-BE", "2027-11-01", "2027-11-01"),
    ("VC11", "DE-BE", "2027-03-08", "2027-03-09"),
    ("VC12", "DE-HH", "2027-03-08", "2027-03-08"),
    ("VC13", "AT", "2026-10-26", "2026-10-27"),
    ("VC14", "BE", "2026-07-21", "2026-07-22"),
    ("VC15", "IT", "2026-06-02", "2026-06-03"),
    ("VC16", "IT", "2027-10-04", "2027-10-05"),
    ("VC17", "ES", "2026-10-12", "2026-10-13"),
    ("VC18", "ES-CT", "2026-06-24", "2026-06-25"),
    ("VC19", "ES-MD", "2026-06-24", "2026-06-24"),
    ("VC20", "PT", "2026-10-05", "2026-10-06"),
    ("VC21", "PL", "2024-12-24", "2024-12-24"),
    ("VC22", "PL", "2026-12-24", "2026-12-28"),
    ("VC23", "DK", "2023-05-05", "2023-05-08"),
    ("VC24", "DK", "2024-04-26", "2024-04-26"),
    ("VC25", "NL", "2026-04-27", "2026-04-28"),
    ("VC26", "FI", "2027-12-06", "2027-12-07"),
    ("VC27", "EE", "2026-06-23", "2026-06-25"),
    ("VC28", "LV", "2026-11-18", "2026-11-19"),
    ("VC29", "LT", "2026-02-16", "2026-02-17"),
    ("VC30", "CZ", "2026-09-28", "2026-09-29"),
    ("VC31", "SK", "2027-01-06", "2027-01-07"),
    ("VC32", "SI", "2027-02-08", "2027-02-09"),
    ("VC33", "HR", "2026-06-22", "2026-06-23"),
    ("VC34", "HU", "2026-10-23", "2026-10-26"),
    ("VC35", "CY", "2026-10-01", "2026-10-02"),
    ("VC36", "MT", "2026-09-21", "2026-09-22"),
    ("VC37", "LU", "2026-06-23", "2026-06-24"),
    ("VC38", "IS", "2026-04-23", "2026-04-24"),
    ("VC39", "NO", "2027-05-17", "2027-05-18"),
    ("VC40", "LI", "2026-09-08", "2026-09-09"),
    ("VC41", "IE", "2026-10-26", "2026-10-27"),
    ("VC42", "FR", "2026-07-14", "2026-07-15"),
    ("VC43", "DE-NW", "2026-12-25", "2026-12-28"),
    ("VC44", "GB-ENG", "2026-12-25", "2026-12-29"),
    ("VC45", "GB-ENG", "2027-01-01", "2027-01-04"),
    ("VC46", "GB-SCT", "2027-01-01", "2027-01-05"),
];

#[test]
fn each_example_rolls_to_its_due_date() {
    for (id, place, nominal, due) in EXAMPLES {
        assert_eq!(roll(place, nominal), (due.to_owned(), due.to_owned()), "{id}");
    }
}

/// VA07, VB06 and the days of 2027 that depend on the region (VH06).
#[test]
fn so_do_those_of_other_sections() {
    assert_eq!(roll("GB-ENG", "2027-05-01"), ("2027-05-04".to_owned(), "2027-05-04".to_owned()));
    assert_eq!(roll("IE", "2026-03-28"), ("2026-03-30".to_owned(), "2026-03-30".to_owned()));
    assert_eq!(roll("DE", "2027-11-01"), ("2027-11-01".to_owned(), "2027-11-02".to_owned()));
}

/// Place, day, and whether it is a holiday, a day in doubt, or neither: what laws added, moved and took away, each beside the
/// year before or after.
const CHANGES: [(&str, &str, Is); 76] = [
    ("DK", "2023-05-05", Holiday),
    ("DK", "2024-04-26", Working),
    ("DK", "2026-06-05", Doubtful),
    ("PL", "2018-11-12", Holiday),
    ("PL", "2024-12-24", Working),
    ("PL", "2025-12-24", Holiday),
    ("IT", "2024-10-04", Working),
    ("IT", "2027-10-04", Holiday),
    ("SK", "2018-10-30", Holiday),
    ("SK", "2023-09-01", Holiday),
    ("SK", "2025-09-01", Working),
    ("SK", "2022-11-17", Holiday),
    ("SK", "2025-11-17", Working),
    ("SK", "2025-05-08", Holiday),
    ("SK", "2026-05-08", Working),
    ("SK", "2026-09-15", Working),
    ("SK", "2027-09-15", Holiday),
    ("HR", "2019-06-25", Holiday),
    ("HR", "2019-10-08", Holiday),
    ("HR", "2020-06-25", Working),
    ("HR", "2020-10-08", Working),
    ("HR", "2019-11-18", Working),
    ("HR", "2020-11-18", Holiday),
    ("LU", "2018-05-09", Working),
    ("LU", "2019-05-09", Holiday),
    ("IE", "2022-03-18", Holiday),
    ("IE", "2022-02-07", Working),
    ("IE", "2023-02-06", Holiday),
    ("IE", "2030-02-01", Holiday),
    ("IE", "2030-02-04", Working),
    ("IE", "2026-12-28", Doubtful),
    ("RO", "2018-04-06", Holiday),
    ("RO", "2023-01-06", Working),
    ("RO", "2025-01-06", Holiday),
    ("LT", "2018-11-02", Working),
    ("LT", "2020-11-02", Holiday),
    ("BG", "2026-01-02", Holiday),
    ("BG", "2027-01-04", Working),
    ("BG", "2026-09-07", Holiday),
    ("BG", "2027-12-28", Holiday),
    ("SI", "2023-08-14", Holiday),
    ("NL", "2025-04-28", Working),
    ("NL", "2027-04-27", Holiday),
    ("NL", "2026-05-05", Doubtful),
    ("GR", "2021-05-04", Holiday),
    ("GR", "2022-05-02", Holiday),
    ("GR", "2024-05-01", Working),
    ("GR", "2024-05-07", Holiday),
    ("HU", "2025-12-24", Doubtful),
    ("HU", "2026-12-24", Holiday),
    ("HU", "2026-08-21", Doubtful),
    ("LV", "2018-09-24", Holiday),
    ("LV", "2023-05-29", Holiday),
    ("LV", "2025-05-05", Holiday),
    ("LV", "2026-01-02", Doubtful),
    ("FI", "2026-06-19", Holiday),
    ("FI-01", "2026-06-09", Doubtful),
    ("SE", "2026-06-19", Doubtful),
    ("LI", "2026-04-03", Doubtful),
    ("PT-20", "2026-05-25", Holiday),
    ("PT-30", "2026-07-01", Holiday),
    ("FR-971", "2026-05-27", Holiday),
    ("GB-ENG", "2020-05-04", Working),
    ("GB-ENG", "2020-05-08", Holiday),
    ("GB-WLS", "2022-06-03", Holiday),
    ("GB-SCT", "2022-05-30", Working),
    ("GB-NIR", "2022-09-19", Holiday),
    ("GB-SCT", "2026-06-15", Holiday),
    ("GB-ENG", "2026-06-15", Working),
    ("GB-NIR", "2026-07-13", Holiday),
    ("ES-GA", "2026-06-24", Holiday),
    ("ES-GA", "2025-06-24", Working),
    ("ES-CT", "2027-06-24", Doubtful),
    ("CH-NE", "2022-12-26", Holiday),
    ("CH-NE", "2024-12-26", Working),
    ("CH-GL", "2026-04-09", Holiday),
];

#[derive(Debug, PartialEq)]
enum Is {
    Holiday,
    Doubtful,
    Working,
}
use Is::{Doubtful, Holiday, Working};

#[test]
fn laws_hold_in_their_years() {
    for (place, day, expected) in &CHANGES {
        let (earliest, latest) = roll(place, day);
        let is = match (earliest == *day, latest == *day) {
            (true, true) => Working,
            (true, false) => Doubtful,
            (false, _) => Holiday,
        };
        assert_eq!(is, *expected, "{place} {day}");
    }
}
