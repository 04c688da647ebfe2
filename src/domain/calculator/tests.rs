use serde_json::{Value, json};

use super::*;
use crate::domain::code::Code;
use crate::domain::deadline::{Regime, Step, Unit};
use crate::domain::finding::FindingCode;

fn form(case: Value) -> CaseForm {
    serde_json::from_value(case).unwrap()
}

fn ask(case: Value) -> Result<Deadline, Problem> {
    form(case).compute(&Calendars::bundled())
}

/// The field and the code of each problem.
#[track_caller]
fn refused(case: Value) -> Vec<(String, Code)> {
    ask(case).unwrap_err().fields.into_iter().map(|field| (field.pointer, field.code)).collect()
}

#[track_caller]
fn refuses(case: Value, pointer: &str, code: Code) {
    assert_eq!(refused(case), [(pointer.to_owned(), code)]);
}

#[test]
fn what_cannot_be_read_is_refused_at_its_field() {
    let with = |name: &str, value: Value| {
        let mut case = json!({ "place": "FR", "received": "2026-06-01" });
        case[name] = value;
        case
    };
    refuses(with("place", json!("XX")), "/place", Code::PlaceUnknown);
    refuses(with("place", json!("DE-XX")), "/place", Code::PlaceUnknown);
    refuses(with("place", json!("france")), "/place", Code::PlaceUnknown);
    for date in ["2026-02-30", "2026-6-1", "20260601", "2026-06-01T10:00", "yesterday", ""] {
        refuses(with("received", json!(date)), "/received", Code::DateInvalid);
    }
    for moment in ["2026-06-01", "2026-06-01T10:00:00", "2026-06-31T10:00:00Z"] {
        refuses(json!({ "place": "FR", "received_at": moment }), "/received_at", Code::DateInvalid);
    }
    refuses(json!({ "place": "FR" }), "/received", Code::ValueMissing);
    refuses(with("right", json!("marriage")), "/right", Code::WordUnknown);
    refuses(with("regime", json!("lex_julia")), "/regime", Code::WordUnknown);
    refuses(with("id", json!("x".repeat(201))), "/id", Code::ValueTooLong);
    refuses(with("lodged", json!("2026-05-01")), "/lodged", Code::InvalidField);
    let extension = |months: Value| json!({ "notified": "2026-06-10", "months": months });
    refuses(with("extension", extension(json!(0))), "/extension/months", Code::InvalidField);
    refuses(with("extension", json!({ "notified": "2026-06-10" })), "/extension/months", Code::ValueMissing);
    let suspension = json!([{ "asked": "2026-06-03" }, { "asked": "2026-06-03", "kind": "mood" }]);
    refuses(with("suspensions", suspension), "/suspensions/1/kind", Code::WordUnknown);
}

#[test]
fn all_problems_are_told_at_once() {
    let case = json!({ "place": "XX", "received": "2026-02-30", "right": "?", "suspensions": [{ "asked": "?" }] });
    let pointers: Vec<String> = refused(case).into_iter().map(|(pointer, _)| pointer).collect();
    assert_eq!(pointers, ["/place", "/right", "/received", "/suspensions/0/asked"]);
}

#[test]
fn no_other_fields_are_taken() {
    for case in [
        json!({ "place": "FR", "received": "2026-06-01", "recieved_at": "x" }),
        json!({ "place": "FR", "received": "2026-06-01", "extension": { "notified": "2026-06-10", "month": 2 } }),
        json!({ "place": "FR", "received": "2026-06-01", "suspensions": [{ "asked": "2026-06-10", "answered": "x" }] }),
        json!({ "received": "2026-06-01" }),
    ] {
        assert!(serde_json::from_value::<CaseForm>(case.clone()).is_err(), "{case}");
    }
}

#[test]
fn what_contradicts_itself_is_refused_at_its_field() {
    let with = |name: &str, value: Value| {
        let mut case = json!({ "place": "FR", "received": "2026-06-01" });
        case[name] = value;
        case
    };
    let early = json!({ "notified": "2026-05-31", "months": 2, "reasoned": true });
    refuses(with("extension", early), "/extension/notified", Code::ImpossibleDate);
    let reversed = json!([{ "asked": "2026-06-03", "received": "2026-06-04" }, { "asked": "2026-06-05", "received": "2026-06-04" }]);
    refuses(with("suspensions", reversed), "/suspensions/1/received", Code::ImpossibleDate);
    refuses(with("suspensions", json!([{ "asked": "2026-05-31" }])), "/suspensions/0/asked", Code::ImpossibleDate);
    refuses(with("received", json!("2041-01-15")), "/received", Code::DateNotCovered);
    refuses(with("received", json!("2017-01-15")), "/received", Code::DateNotCovered);
    let fee = json!([{ "asked": "2026-06-03", "kind": "fee" }]);
    refuses(with("suspensions", fee), "/suspensions/0", Code::SuspensionImpossible);
    let other_day = json!({ "place": "FR", "received": "2026-06-01", "received_at": "2026-06-02T10:00:00Z" });
    refuses(other_day, "/received", Code::ImpossibleDate);
}

#[test]
fn what_a_law_does_not_know_is_refused() {
    let case = |regime: &str, place: &str| json!({ "place": place, "received": "2027-06-01", "regime": regime });
    let places = |case: Value| refused(case).into_iter().map(|(pointer, _)| pointer).collect::<Vec<_>>();
    for (regime, place) in
        [("uk_request", "FR"), ("ccpa", "US-TX"), ("nl_petition", "BE"), ("sa_information", "GB"), ("lgpd", "US-CA")]
    {
        assert_eq!(places(case(regime, place)), ["/place", "/regime"], "{regime}");
    }
    let mut silent = case("sa_information", "FR");
    silent["extension"] = json!({ "notified": "2027-06-10", "months": 1 });
    refuses(silent, "/extension", Code::ExtensionImpossible);
    let mut draft = case("sa_draft_decision", "IE");
    draft["extension"] = json!({ "notified": "2028-06-10", "months": 13 });
    refuses(draft, "/extension/months", Code::ExtensionImpossible);
    let mut brazilian = case("lgpd", "BR");
    brazilian["suspensions"] = json!([{ "asked": "2027-06-10" }]);
    refuses(brazilian, "/suspensions/0", Code::SuspensionImpossible);
    let mut lodged_later = case("sa_objection", "FR");
    lodged_later["lodged"] = json!("2027-06-02");
    refuses(lodged_later, "/received", Code::ImpossibleDate);
}

#[test]
fn the_moment_stands_over_the_day() {
    let deadline = ask(json!({ "place": "FR", "received": "2026-01-31", "received_at": "2026-01-31T22:30:00Z" }));
    assert_eq!(deadline.unwrap().receipt_date.to_string(), "2026-01-31");
    // Written with an offset, the day of the moment is another than in Paris: both may be stated.
    for day in ["2026-01-31", "2026-02-01"] {
        let case = json!({ "place": "FR", "received": day, "received_at": "2026-01-31T20:30:00-08:00" });
        assert_eq!(ask(case).unwrap().receipt_date.to_string(), "2026-02-01");
    }
}

#[test]
fn a_contested_case_keeps_both_dates() {
    let mut case = json!({ "place": "FR", "received": "2026-06-01", "suspensions": [{ "asked": "2026-06-03", "received": "2026-06-13" }] });
    let accepted = ask(case.clone()).unwrap();
    case["contested"] = json!(true);
    let contested = ask(case).unwrap();
    assert_eq!(
        (accepted.without_suspension, accepted.with_suspension),
        (contested.without_suspension, contested.with_suspension)
    );
    assert_eq!(contested.final_deadline, contested.without_suspension.map(|dates| dates.final_deadline));
    assert_eq!(accepted.final_deadline, contested.with_suspension.map(|dates| dates.final_deadline));
}

#[test]
fn the_law_of_the_united_kingdom() {
    let case = |right: &str, suspensions: Value| json!({ "place": "GB-ENG", "received": "2026-03-02", "regime": "uk_request", "right": right, "suspensions": suspensions });
    let nominal = |case: Value| ask(case).unwrap().nominal.map(|day| day.to_string());
    let scope = json!({ "asked": "2026-03-04", "received": "2026-03-11", "kind": "scope" });
    assert_eq!(nominal(case("access", json!([scope]))).as_deref(), Some("2026-04-10"), "U-3: both days count");
    assert_eq!(nominal(case("erasure", json!([scope]))).as_deref(), Some("2026-04-02"), "U-3: access alone");
    let fee = json!({ "asked": "2026-03-03", "received": "2026-03-06", "kind": "fee" });
    assert_eq!(nominal(case("erasure", json!([fee]))).as_deref(), Some("2026-04-06"), "U-2: from the payment");
    // The days before the month begins cannot stop it; two questions about one day count once.
    assert_eq!(nominal(case("access", json!([fee, scope]))).as_deref(), Some("2026-04-12"), "6 to 11 March");
    let again = json!({ "asked": "2026-03-11", "received": "2026-03-12", "kind": "scope" });
    assert_eq!(nominal(case("access", json!([scope, again]))).as_deref(), Some("2026-04-11"), "4 to 12 March");
    let unpaid = ask(case("access", json!([{ "asked": "2026-03-03", "kind": "fee" }]))).unwrap();
    assert_eq!((unpaid.final_deadline, unpaid.suspended_since), (None, "2026-03-03".parse().ok()));
}

#[test]
fn extensions_of_authorities_need_no_reasons_and_those_of_businesses_do() {
    let extended = |regime: &str, place: &str, extension: Value| {
        ask(json!({ "place": place, "received": "2027-07-15", "regime": regime, "extension": extension })).unwrap()
    };
    let draft = extended("sa_draft_decision", "IE", json!({ "notified": "2028-12-01", "months": 12 }));
    assert_eq!((draft.extended_by.unwrap().count, draft.findings.len()), (12, 0), "C-28: late steps stay valid");
    let without = extended("ccpa", "US-CA", json!({ "notified": "2027-08-01" }));
    assert_eq!((without.extended_by, without.findings[0].code), (None, FindingCode::ExtensionWithoutReasons));
    let with = extended("ccpa", "US-CA", json!({ "notified": "2027-08-01", "reasoned": true }));
    assert_eq!(with.extended_by.map(|by| (by.count, by.unit)), Some((45, Unit::Days)));
    let late = extended("ccpa", "US-CA", json!({ "notified": "2027-08-30", "reasoned": true }));
    assert_eq!(late.findings[0].code, FindingCode::ExtensionLate);
}

#[test]
fn j_ca_identity_checks_do_not_stop_time_and_ten_business_days_skip_weekends() {
    let mut case = json!({ "place": "US-CA", "received": "2026-05-20", "regime": "ccpa" });
    case["suspensions"] = json!([{ "asked": "2026-05-21", "received": "2026-05-30" }]);
    let deadline = ask(case.clone()).unwrap();
    assert_eq!(deadline.final_deadline, "2026-07-04".parse().ok());
    assert_eq!(deadline.with_suspension, deadline.without_suspension);
    assert!(deadline.steps.iter().any(|step| matches!(step, Step::SuspensionNotCounted { .. })));
    case["regime"] = json!("ccpa_confirmation");
    assert_eq!(ask(case).unwrap().final_deadline, "2026-06-03".parse().ok());
}

#[test]
fn every_regime_can_be_asked_for() {
    for regime in Regime::ALL {
        let place = match regime {
            Regime::UkRequest | Regime::UkComplaint => "GB-ENG",
            Regime::ChAccess => "CH-ZH",
            Regime::Ccpa | Regime::CcpaConfirmation => "US-CA",
            Regime::Lgpd => "BR",
            Regime::NlPetition => "NL",
            _ => "FR",
        };
        let at = "2027-07-15T10:00:00Z";
        let deadline = ask(json!({ "id": 7, "place": place, "received_at": at, "regime": regime.as_str() })).unwrap();
        assert_eq!(deadline.regime, *regime);
        assert!(deadline.final_deadline > Some(deadline.receipt_date), "{regime}");
        for step in &deadline.steps {
            let source = step.source(*regime);
            assert!(source.rule.contains('-'), "{regime}: {step:?}");
        }
    }
}
