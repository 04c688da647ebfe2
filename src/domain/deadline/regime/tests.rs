use jiff::civil::date;

use super::*;

#[test]
fn each_regime_has_its_own_row() {
    assert_eq!(Regime::ALL.len(), table::ROWS.len());
    for regime in Regime::ALL {
        let row = regime.row();
        assert_eq!(row.regime, *regime);
        assert!(row.source.rule.contains('-') && row.source.article.is_some(), "{regime}");
        // Only days off that are known can be passed over, and only from a row that says so.
        assert!(row.term.count > 0 && !(row.rolls && row.term.unit == Unit::Hours), "{regime}");
    }
}

#[test]
fn the_words_are_those_of_the_documents() {
    for regime in Regime::ALL {
        assert_eq!(serde_json::to_string(regime).unwrap(), format!("\"{regime}\""));
    }
}

#[test]
fn vh07_to_vh09_the_gate_by_the_day_of_lodging() {
    for (day, lodging, cooperation) in
        [("2027-04-01", false, false), ("2027-04-02", true, false), ("2027-04-03", true, true)]
    {
        let lodged_on = day.parse().unwrap();
        let holds = |regime: Regime| regime.row().gate.unwrap().holds_for(lodged_on);
        use Regime::{SaCompetence, SaInadmissible, SaObjection, SaResolution, SaResolutionDraft, SaTransmit};
        for regime in [SaInadmissible, SaTransmit, SaCompetence, SaObjection, SaResolution, SaResolutionDraft] {
            assert_eq!(holds(regime), lodging, "{regime} {day}");
        }
        for regime in [Regime::SaDraftDecision, Regime::SaSimpleCooperation] {
            assert_eq!(holds(regime), cooperation, "{regime} {day}");
        }
    }
}

#[test]
fn regimes_exist_where_their_law_holds() {
    let holds = |regime: Regime, place: &str| regime.row().reach.holds_at(place.parse().unwrap());
    assert!(holds(Regime::GdprRequest, "FR") && holds(Regime::GdprRequest, "US"));
    assert!(holds(Regime::SaInformation, "NO") && !holds(Regime::SaInformation, "GB"));
    assert!(holds(Regime::UkRequest, "GB-SCT") && holds(Regime::UkRequest, "GB") && !holds(Regime::UkRequest, "IE"));
    assert!(holds(Regime::Ccpa, "US-CA") && !holds(Regime::Ccpa, "US") && !holds(Regime::Ccpa, "US-TX"));
}

#[test]
fn c27_views_are_asked_for_within_three_to_six_weeks() {
    let (earliest, latest) = views_between(date(2027, 9, 1)).unwrap();
    assert_eq!((earliest, latest), (date(2027, 9, 22), date(2027, 10, 13)));
}
