use super::{Place, PlaceError, zones};

fn place(text: &str) -> Place {
    text.parse().unwrap()
}

#[test]
fn every_listed_place_parses_prints_and_has_a_zone() {
    let all = zones::all();
    assert!(all.len() > 250, "{}", all.len());
    for text in all {
        let place = place(&text);
        assert_eq!(place.to_string(), text);
        assert_eq!(place.time_zone().iana_name(), Some(place.zone_name()), "{text}");
        assert_eq!(serde_json::from_str::<Place>(&serde_json::to_string(&place).unwrap()).unwrap(), place);
    }
}

#[test]
fn what_is_no_place_is_an_error() {
    for (text, error) in [
        ("", PlaceError::Malformed),
        ("f", PlaceError::Malformed),
        ("fr", PlaceError::Malformed),
        ("FRA", PlaceError::Malformed),
        ("FR-", PlaceError::Malformed),
        ("FR-57-1", PlaceError::Malformed),
        ("FR-é", PlaceError::Malformed),
        ("É", PlaceError::Malformed),
        ("DE-ABCD", PlaceError::Malformed),
        ("XX", PlaceError::UnknownCountry),
        ("UK", PlaceError::UnknownCountry),
        ("EL", PlaceError::UnknownCountry),
        ("DE-XX", PlaceError::UnknownSubdivision),
        ("GB-LON", PlaceError::UnknownSubdivision),
    ] {
        assert_eq!(text.parse::<Place>(), Err(error), "{text}");
    }
}

#[test]
fn zones_follow_subdivisions() {
    assert_eq!(place("DE-BY").zone_name(), "Europe/Berlin");
    assert_eq!(place("PT").zone_name(), "Europe/Lisbon");
    assert_eq!(place("PT-20").zone_name(), "Atlantic/Azores");
    assert_eq!(place("FR-67").zone_name(), "Europe/Paris");
    assert_eq!(place("FR-974").zone_name(), "Indian/Reunion");
    assert_eq!(place("DE-BY").country(), "DE");
    assert_eq!(place("DE-BY").subdivision(), Some("BY"));
    assert_eq!(place("DE-BY").without_subdivision(), place("DE"));
}

/// VH02 and VH03: one instant, two local dates.
#[test]
fn the_receipt_date_is_local() {
    let at = "2026-06-09T22:30:00Z".parse().unwrap();
    assert_eq!(place("FI").date_of(at).to_string(), "2026-06-10");
    assert_eq!(place("PT").date_of(at).to_string(), "2026-06-09");
}

/// VH04 and VH05, and a zone whose clocks change at midnight.
#[test]
fn a_day_ends_at_local_midnight() {
    let ends = |place_text: &str, day: &str| place(place_text).end_of(day.parse().unwrap()).unwrap().to_string();
    assert_eq!(ends("FR", "2026-07-15"), "2026-07-15T22:00:00Z");
    assert_eq!(ends("FR", "2026-10-26"), "2026-10-26T23:00:00Z");
    assert_eq!(ends("FR", "2026-10-25"), "2026-10-25T23:00:00Z");
    assert_eq!(ends("FR", "2026-10-24"), "2026-10-24T22:00:00Z");
    // Lebanon moves its clocks forward at midnight: 29 March 2026 begins at 01:00 there.
    assert_eq!(ends("LB", "2026-03-28"), "2026-03-28T22:00:00Z");
}
