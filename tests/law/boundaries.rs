//! The boundary checks of the legal specification (section 17, table H) that the calculator can be asked. VH01 is beside the
//! arithmetic of periods; VH10 to VH12 and VH14 are about answers and mandates, and stand with the course of a request.

use recourse::domain::calculator::CaseForm;
use recourse::domain::calendar::{Calendars, Coverage};
use recourse::domain::code::Code;
use recourse::domain::deadline::{Deadline, Step};
use recourse::domain::problem::Problem;
use serde_json::{Value, json};

fn ask(case: Value) -> Result<Deadline, Problem> {
    serde_json::from_value::<CaseForm>(case).expect("a case").compute(&Calendars::bundled())
}

fn due(deadline: &Deadline) -> String {
    deadline.final_deadline.expect("a date").to_string()
}

fn overdue(deadline: &Deadline) -> String {
    deadline.overdue_from.expect("an instant").to_string()
}

#[test]
fn vh02_and_vh03_one_instant_two_days_of_receipt() {
    for (place, receipt, last) in [("FI", "2026-06-10", "2026-07-10"), ("PT", "2026-06-09", "2026-07-09")] {
        let deadline = ask(json!({ "place": place, "received_at": "2026-06-09T22:30:00Z" })).unwrap();
        assert_eq!((deadline.receipt_date.to_string(), due(&deadline)), (receipt.to_owned(), last.to_owned()));
        // The day as it is written in the moment says nothing else.
        let both = ask(json!({ "place": place, "received": "2026-06-09", "received_at": "2026-06-09T22:30:00Z" }));
        assert_eq!(both.unwrap(), deadline);
    }
}

#[test]
fn vh04_and_vh05_overdue_from_local_midnight() {
    let summer = ask(json!({ "place": "FR", "received": "2026-06-14" })).unwrap();
    assert_eq!((due(&summer), overdue(&summer)), ("2026-07-15".into(), "2026-07-15T22:00:00Z".into()));
    let change = ask(json!({ "place": "FR", "received": "2026-09-25" })).unwrap();
    assert_eq!((due(&change), overdue(&change)), ("2026-10-26".into(), "2026-10-26T23:00:00Z".into()));
}

#[test]
fn vh06_an_unknown_region_gives_a_range() {
    let deadline = ask(json!({ "place": "DE", "received": "2027-10-01" })).unwrap();
    let day = |date: Option<jiff::civil::Date>| date.unwrap().to_string();
    assert_eq!((day(deadline.earliest), day(deadline.latest)), ("2027-11-01".into(), "2027-11-02".into()));
    assert_eq!(overdue(&deadline), "2027-11-02T23:00:00Z", "3 November, local time");
    assert_eq!(deadline.coverage, Coverage::RegionUnknown);
}

#[test]
fn vh07_to_vh09_the_gate_of_the_procedural_regulation() {
    let from_lodging = ["sa_inadmissible", "sa_transmit"];
    let later = ["sa_competence", "sa_objection", "sa_resolution", "sa_resolution_draft"];
    let cooperation = ["sa_draft_decision", "sa_simple_cooperation"];
    for (lodged, early, late) in [("2027-04-01", false, false), ("2027-04-02", true, false), ("2027-04-03", true, true)]
    {
        let check = |regime: &str, case: Value, holds: bool| match ask(case) {
            Ok(_) => assert!(holds, "{regime} {lodged}"),
            Err(problem) => assert_eq!((holds, problem.code), (false, Code::LawNotInForce), "{regime} {lodged}"),
        };
        for regime in from_lodging {
            check(regime, json!({ "place": "FR", "received": lodged, "regime": regime }), early);
        }
        for (regimes, holds) in [(&later[..], early), (&cooperation[..], late)] {
            for regime in regimes {
                let case = json!({ "place": "IE", "received": "2027-07-15", "lodged": lodged, "regime": regime });
                check(regime, case, holds);
            }
        }
    }
}

/// Where the day of lodging is not told, that is said.
#[test]
fn an_assumed_day_of_lodging_is_told() {
    let told = |case: Value| ask(case).unwrap().steps.iter().any(|step| matches!(step, Step::LodgingAssumed { .. }));
    assert!(told(json!({ "place": "FR", "received": "2027-09-01", "regime": "sa_objection" })));
    assert!(!told(
        json!({ "place": "FR", "received": "2027-09-01", "lodged": "2027-05-03", "regime": "sa_objection" })
    ));
    assert!(!told(json!({ "place": "FR", "received": "2027-09-01", "regime": "sa_transmit" })));
}

#[test]
fn vh13_overlapping_suspensions_count_once_and_that_is_told() {
    let suspension = |asked: &str, received: &str| json!({ "asked": asked, "received": received });
    let both = [suspension("2026-06-03", "2026-06-10"), suspension("2026-06-08", "2026-06-15")];
    let deadline = ask(json!({ "place": "FR", "received": "2026-06-01", "suspensions": both })).unwrap();
    assert_eq!((deadline.suspended_days, deadline.nominal.unwrap().to_string()), (12, "2026-07-13".into()));
    assert!(deadline.steps.iter().any(|step| matches!(step, Step::DaysAdded { days: 12, overlap: true, .. })));
}

#[test]
fn vh15_72_hours_through_a_change_of_the_clock() {
    let breach = |at: &str| ask(json!({ "place": "FR", "received_at": at, "regime": "breach_72h" })).unwrap();
    let spring = breach("2026-03-28T10:00:00+01:00");
    assert_eq!((overdue(&spring), due(&spring)), ("2026-03-31T09:00:00Z".into(), "2026-03-31".into()));
    // P-7: over Easter, which no period in hours knows.
    assert_eq!(overdue(&breach("2026-04-03T10:00:00+02:00")), "2026-04-06T08:00:00Z");
    let problem = ask(json!({ "place": "FR", "received": "2026-03-28", "regime": "breach_72h" })).unwrap_err();
    assert_eq!(problem.code, Code::MomentNeeded);
}

#[test]
fn n_fr_3_silence_of_the_french_authority_rejects() {
    let rejects = |place: &str| {
        let deadline = ask(json!({ "place": place, "received": "2026-02-10", "regime": "sa_information" })).unwrap();
        deadline.steps.iter().any(|step| matches!(step, Step::SilenceRejects { .. }))
    };
    assert!(rejects("FR") && !rejects("IE"));
}

#[test]
fn u5_reminders_use_the_stricter_reading() {
    let deadline = ask(json!({ "place": "GB-ENG", "received": "2026-03-31", "regime": "uk_request" })).unwrap();
    assert_eq!((due(&deadline), deadline.remind_by().unwrap().to_string()), ("2026-04-30".into(), "2026-04-29".into()));
    // Where both readings end on the same working day there is nothing to tell.
    let monday = ask(json!({ "place": "GB-ENG", "received": "2026-06-13", "regime": "uk_request" })).unwrap();
    assert_eq!((due(&monday), monday.strict_reading), ("2026-07-13".into(), None));
}
