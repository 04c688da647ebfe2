use super::*;

const CONTROLLER: Uuid = Uuid::from_u128(7);
const NONE: [&str; 0] = [];

fn mandate() -> Mandate {
    Mandate {
        powers: Powers {
            request: Some(RequestPower {
                rights: vec![Right::Access, Right::Erasure],
                controllers: ControllerScope::All {},
                scope: None,
                answer_recipient: AnswerRecipient::Organisation,
            }),
            complaint: None,
            purpose: None,
            sub_delegation: false,
            disclosure_consent: true,
        },
        signed_on: "2026-01-10".parse().unwrap(),
        valid_from: "2026-01-10".parse().unwrap(),
        valid_until: Some("2026-12-31".parse().unwrap()),
        evidence: Evidence { kind: EvidenceKind::SignedPaper, sha256: Some("ab".repeat(32)) },
        revoked_at: None,
    }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

const NOON: &str = "2026-06-01T12:00:00Z";

fn dispatch(mandate: &Mandate, moment: &str) -> Result<(), MandateRefusal> {
    mandate.permits(Act::Dispatch, Right::Access, CONTROLLER, &NONE, at(moment)).map(|_| ())
}

#[test]
fn it_holds_from_its_first_to_its_last_day_everywhere() {
    let mandate = mandate();
    assert_eq!(
        dispatch(&mandate, "2026-01-10T00:59:59Z"),
        Err(MandateRefusal::NotYetValid),
        "still 9 January in the Azores"
    );
    assert_eq!(dispatch(&mandate, "2026-01-10T01:00:00Z"), Ok(()));
    assert_eq!(dispatch(&mandate, "2026-12-31T20:59:59Z"), Ok(()));
    assert_eq!(dispatch(&mandate, "2026-12-31T21:00:00Z"), Err(MandateRefusal::Expired));
    assert_eq!(mandate.expires_at(), Some(at("2026-12-31T21:00:00Z")));
    assert_eq!(mandate.begins_at(), Some(at("2026-01-10T01:00:00Z")));
    assert_eq!(Mandate { valid_until: None, ..mandate }.expires_at(), None);
}

#[test]
fn what_was_revoked_does_not_come_back_and_what_is_signed_later_is_new() {
    let mut revoked = mandate();
    assert!(!mandate().is_revoked_with(&revoked), "it stands");
    revoked.revoked_at = Some(at(NOON));
    assert!(mandate().is_revoked_with(&revoked));
    let signed = |day: &str| Mandate { signed_on: day.parse().unwrap(), ..mandate() };
    assert!(signed("2026-01-09").is_revoked_with(&revoked));
    assert!(!signed("2026-01-11").is_revoked_with(&revoked));
}

/// What cannot be mended waits until the last day has ended in the last place on Earth.
#[test]
fn a_last_day_is_over_everywhere_when_it_is_over_at_utc_minus_12() {
    let last = jiff::civil::date(2026, 12, 31);
    assert!(last >= day_not_over_everywhere(at("2027-01-01T11:59:59Z")));
    assert!(last < day_not_over_everywhere(at("2027-01-01T12:00:00Z")));
    assert_eq!(over_everywhere_from(last), at("2027-01-01T12:00:00Z"));
}

#[test]
fn revocation_has_immediate_effect() {
    let mandate = Mandate { revoked_at: Some(at(NOON)), ..mandate() };
    assert_eq!(dispatch(&mandate, "2026-06-01T11:59:59Z"), Ok(()));
    assert_eq!(dispatch(&mandate, NOON), Err(MandateRefusal::Revoked));
    assert_eq!(mandate.state_at(at("2027-06-01T00:00:00Z")), MandateState::Revoked);
}

/// M-1: a request power is no complaint power, nor the other way round.
#[test]
fn the_two_powers_are_apart() {
    let mut mandate = mandate();
    let lodge = |mandate: &Mandate| {
        mandate.permits(Act::LodgeComplaint, Right::Access, CONTROLLER, &NONE, at(NOON)).map(|permit| permit.act())
    };
    assert_eq!(lodge(&mandate), Err(MandateRefusal::ActNotCovered));
    mandate.powers.complaint = Some(ComplaintPower {
        acts: vec![ComplaintAct::ActionAgainstController],
        controllers: ControllerScope::All {},
    });
    assert_eq!(lodge(&mandate), Err(MandateRefusal::ActNotCovered));
    mandate.powers.complaint =
        Some(ComplaintPower { acts: vec![ComplaintAct::Complaint], controllers: ControllerScope::All {} });
    assert_eq!(lodge(&mandate), Ok(Act::LodgeComplaint));
    mandate.powers.request = None;
    assert_eq!(dispatch(&mandate, NOON), Err(MandateRefusal::ActNotCovered));
}

#[test]
fn rights_and_controllers_are_checked() {
    let mut mandate = mandate();
    let objection = mandate.permits(Act::Dispatch, Right::Objection, CONTROLLER, &NONE, at(NOON));
    assert_eq!(objection, Err(MandateRefusal::RightNotCovered));

    let mut with = |controllers| {
        mandate.powers.request.as_mut().unwrap().controllers = controllers;
        mandate.permits(Act::Dispatch, Right::Access, CONTROLLER, &["finance", "ads"], at(NOON)).map(|_| ())
    };
    assert_eq!(
        with(ControllerScope::Listed { controllers: vec![Uuid::from_u128(8)] }),
        Err(MandateRefusal::ControllerNotCovered)
    );
    assert_eq!(with(ControllerScope::Listed { controllers: vec![CONTROLLER] }), Ok(()));
    assert_eq!(
        with(ControllerScope::Categories { categories: vec!["health".into()] }),
        Err(MandateRefusal::ControllerNotCovered)
    );
    assert_eq!(with(ControllerScope::Categories { categories: vec!["health".into(), "ads".into()] }), Ok(()));
}

/// M-7: presenting and receiving are two things. P-3: sending discloses.
#[test]
fn opening_and_disclosing_need_to_be_granted() {
    let mut mandate = mandate();
    let open =
        |mandate: &Mandate| mandate.permits(Act::OpenAnswer, Right::Access, CONTROLLER, &NONE, at(NOON)).map(|_| ());
    assert_eq!(open(&mandate), Ok(()));
    mandate.powers.disclosure_consent = false;
    assert_eq!(dispatch(&mandate, NOON), Err(MandateRefusal::DisclosureMissing));
    assert_eq!(open(&mandate), Ok(()));
    mandate.powers.request.as_mut().unwrap().answer_recipient = AnswerRecipient::Person;
    assert_eq!(open(&mandate), Err(MandateRefusal::ActNotCovered));
}

/// VH14: the mandate expires between dispatch and answer.
#[test]
fn vh14_an_answer_after_expiry_stays_closed() {
    let mandate = mandate();
    assert_eq!(dispatch(&mandate, "2026-12-20T10:00:00Z"), Ok(()));
    let open = mandate.permits(Act::OpenAnswer, Right::Access, CONTROLLER, &NONE, at("2027-01-10T10:00:00Z"));
    assert_eq!(open, Err(MandateRefusal::Expired));
}

#[test]
fn what_is_no_mandate_is_refused() {
    let faulty = |change: fn(&mut Mandate)| {
        let mut mandate = mandate();
        change(&mut mandate);
        mandate.check()
    };
    assert_eq!(mandate().check(), Ok(()));
    assert_eq!(faulty(|m| m.powers.request = None), Err(MandateFault::NoPower));
    assert_eq!(faulty(|m| m.powers.request.as_mut().unwrap().rights.clear()), Err(MandateFault::EmptyPower));
    let listed = |count: u128| ControllerScope::Listed { controllers: (0..count).map(Uuid::from_u128).collect() };
    assert_eq!(listed(0).check(), Err(MandateFault::ControllersOutOfBounds));
    assert_eq!(listed(1_000).check(), Ok(()));
    assert_eq!(listed(1_001).check(), Err(MandateFault::ControllersOutOfBounds));
    assert_eq!(faulty(|m| m.valid_until = Some("2026-01-09".parse().unwrap())), Err(MandateFault::EndsBeforeItBegins));
    assert_eq!(faulty(|m| m.signed_on = "2026-01-11".parse().unwrap()), Err(MandateFault::ValidBeforeSigned));
    assert_eq!(faulty(|m| m.powers.purpose = Some(" ".into())), Err(MandateFault::TextOutOfBounds));
    assert_eq!(faulty(|m| m.powers.purpose = Some("x".repeat(MAX_TEXT_CHARS + 1))), Err(MandateFault::TextOutOfBounds));
    assert_eq!(faulty(|m| m.evidence.sha256 = Some("AB".repeat(32))), Err(MandateFault::MalformedHash));
}

#[test]
fn powers_are_read_as_sent() {
    let powers: Powers = serde_json::from_value(serde_json::json!({
        "request": {"rights": ["access"], "controllers": {"kind": "all"}, "answer_recipient": "person"},
        "complaint": {"acts": ["complaint"], "controllers": {"kind": "categories", "categories": ["finance"]}},
        "disclosure_consent": true
    }))
    .unwrap();
    assert!(!powers.sub_delegation, "default no (M-6)");
    assert!(serde_json::from_value::<Powers>(serde_json::json!({"disclosure_consent": true, "extra": 1})).is_err());
    let back: Powers = serde_json::from_str(&serde_json::to_string(&powers).unwrap()).unwrap();
    assert_eq!(back, powers);
}
