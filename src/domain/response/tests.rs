use super::*;
use crate::domain::finding::FindingCode as Code;

fn ask(json: serde_json::Value) -> Ask {
    serde_json::from_value(json).unwrap()
}

fn response(json: serde_json::Value) -> Response {
    serde_json::from_value(json).unwrap()
}

macro_rules! defects {
    ($ask:tt, $response:tt) => {
        defects!($ask, $response, false)
    };
    ($ask:tt, $response:tt, $verified:expr) => {
        response(serde_json::json!($response))
            .defects(Context { ask: &ask(serde_json::json!($ask)), identity_verified: $verified })
    };
}

/// VH10, and each missing element is a point of its own (A-2).
#[test]
fn vh10_a_refusal_must_say_three_things() {
    let refused = |reasons: Option<&str>, complaint: bool, court: bool| {
        let refusal = Response::Refused {
            ground: RefusalGround::Excessive,
            reasons: reasons.map(str::to_owned),
            mentions_complaint: complaint,
            mentions_court_remedy: court,
            message: None,
        };
        refusal.defects(Context { ask: &ask(serde_json::json!({"right": "access"})), identity_verified: false })
    };
    assert_eq!(refused(Some("why"), true, false), [Code::NoCourtInformation]);
    assert_eq!(refused(Some("why"), true, true), []);
    assert_eq!(
        refused(None, false, false),
        [Code::NoReasons, Code::NoComplaintInformation, Code::NoCourtInformation, Code::AbuseNotShown]
    );
    assert_eq!(refused(Some("  "), true, true), [Code::NoReasons, Code::AbuseNotShown]);
}

#[test]
fn a_partial_answer_is_a_partial_refusal() {
    let withheld = defects!({"right": "access"}, {"kind": "partial", "mentions_complaint": true, "mentions_court_remedy": true,
        "withheld": [{"what": "notes", "ground": "rights_of_others", "reasons": "a colleague is named"}]});
    assert_eq!(withheld, []);
    let silent = defects!({"right": "access"}, {"kind": "partial", "withheld": []});
    assert_eq!(silent, [Code::NoReasons, Code::NoComplaintInformation, Code::NoCourtInformation]);
    let one_unreasoned = defects!({"right": "access"}, {"kind": "partial", "mentions_complaint": true, "mentions_court_remedy": true,
        "withheld": [{"what": "a", "ground": "excessive", "reasons": "r"}, {"what": "b", "ground": "legal_restriction"}]});
    assert_eq!(one_unreasoned, [Code::NoReasons]);
    let abuse = defects!({"right": "access"}, {"kind": "partial", "mentions_complaint": true, "mentions_court_remedy": true,
        "withheld": [{"what": "b", "ground": "excessive"}]});
    assert_eq!(abuse, [Code::NoReasons, Code::AbuseNotShown], "A-12: the burden is on the controller");
}

#[test]
fn grounds_must_exist_for_the_right() {
    macro_rules! refusal {
        ($ask:tt, $ground:expr) => {
            defects!($ask, {"kind": "refused", "ground": $ground, "reasons": "r", "mentions_complaint": true, "mentions_court_remedy": true})
        };
    }
    assert_eq!(refusal!({"right": "access"}, "legal_claims"), [Code::GroundNotAvailable]);
    assert_eq!(refusal!({"right": "access"}, "rights_of_others"), [Code::GroundNotAvailable]);
    assert_eq!(refusal!({"right": "access"}, "legal_restriction"), []);
    assert_eq!(refusal!({"right": "erasure", "scope": "all_data"}, "legal_obligation"), []);
    assert_eq!(refusal!({"right": "portability"}, "public_task"), []);
    assert_eq!(refusal!({"right": "objection", "against": "processing", "grounds": "g"}, "compelling_grounds"), []);
    assert_eq!(
        refusal!({"right": "objection", "against": "marketing"}, "compelling_grounds"),
        [Code::AbsoluteRightRefused]
    );
    assert_eq!(refusal!({"right": "rectification", "statement": "s"}, "data_accurate"), []);
    for ground in [RefusalGround::NecessaryForContract, RefusalGround::ExplicitConsent] {
        assert_eq!(refusal!({"right": "automated_decision"}, ground), [Code::SafeguardsRefused], "22(3)");
        assert_eq!(refusal!({"right": "access"}, ground), [Code::GroundNotAvailable]);
    }
    assert_eq!(refusal!({"right": "automated_decision"}, "authorised_by_law"), []);
}

#[test]
fn a_full_answer_is_held_to_what_it_lists() {
    let asked = defects!({"right": "access", "items": ["data", "source"]}, {"kind": "full", "provided": ["data"]});
    assert_eq!(asked, [Code::ItemsMissing]);
    assert_eq!(defects!({"right": "access", "items": ["data"]}, {"kind": "full", "provided": ["data", "source"]}), []);
    assert_eq!(defects!({"right": "access"}, {"kind": "full"}), [], "it does not list them");
    assert_eq!(defects!({"right": "access"}, {"kind": "full", "provided": ["data"]}), [Code::ItemsMissing]);
    assert_eq!(
        defects!({"right": "access", "items": ["recipients"]}, {"kind": "full", "provided": ["named_recipients"]}),
        []
    );
    assert_eq!(
        defects!({"right": "access", "items": ["named_recipients"]}, {"kind": "full", "provided": ["recipients"]}),
        [Code::ItemsMissing]
    );
    assert_eq!(
        defects!({"right": "access", "items": ["purposes"], "copy": true}, {"kind": "full", "provided": ["purposes"]}),
        [Code::CopyMissing]
    );
    assert_eq!(
        defects!({"right": "access", "items": ["purposes"], "copy": true}, {"kind": "full", "provided": ["purposes", "data"]}),
        []
    );
    assert_eq!(
        defects!({"right": "access", "items": ["purposes"], "copy": true}, {"kind": "full"}),
        [],
        "it does not list what it gives"
    );
    assert_eq!(
        defects!({"right": "access", "format": "electronic"}, {"kind": "full", "format": "paper"}),
        [Code::PaperInsteadOfElectronic]
    );
    assert_eq!(defects!({"right": "access", "format": "paper"}, {"kind": "full", "format": "paper"}), []);
    assert_eq!(defects!({"right": "access"}, {"kind": "full", "format": "paper"}), [], "a letter may answer a letter");
    assert_eq!(defects!({"right": "portability"}, {"kind": "full", "format": "pdf"}), [Code::FormatNotPortable]);
    assert_eq!(defects!({"right": "access"}, {"kind": "full", "format": "pdf"}), []);
    assert_eq!(
        defects!({"right": "erasure", "scope": "all_data"}, {"kind": "full", "recipients_told": "not_told"}),
        [Code::RecipientsNotTold]
    );
}

#[test]
fn proof_of_identity_must_be_proportionate() {
    assert_eq!(
        defects!({"right": "access"}, {"kind": "identity_question", "asks_for": ["document_copy"]}),
        [Code::DisproportionateIdentityDemand],
        "no doubt is named"
    );
    let doubting = serde_json::json!({"kind": "identity_question", "asks_for": ["document_copy"], "doubts": "two people of that name"});
    assert_eq!(defects!({"right": "access"}, (doubting.clone())), []);
    assert_eq!(defects!({"right": "access"}, (doubting), true), [Code::DisproportionateIdentityDemand]);
    assert_eq!(
        defects!({"right": "access"}, {"kind": "identity_question", "asks_for": ["reference_number"]}, true),
        []
    );
    assert_eq!(
        defects!({"right": "access"}, {"kind": "identity_question", "asks_for": ["mandate_proof"]}),
        [Code::DisproportionateIdentityDemand],
        "each request carries one (M-8)"
    );
}

#[test]
fn other_messages() {
    assert_eq!(
        defects!({"right": "access"}, {"kind": "scope_question", "question": "which?", "large_quantity": true}),
        []
    );
    assert_eq!(
        defects!({"right": "access"}, {"kind": "scope_question", "question": "which?"}),
        [Code::ScopeQuestionWithoutNeed]
    );
    assert_eq!(defects!({"right": "access"}, {"kind": "cannot_identify"}), [Code::IdentificationNotDemonstrated]);
    assert_eq!(
        defects!({"right": "access"}, {"kind": "fee_demand", "ground": "not_named", "amount": "10", "currency": "EUR"}),
        [Code::FeeDemanded, Code::FeeWithoutReasons]
    );
    assert_eq!(
        defects!({"right": "access"}, {"kind": "fee_demand", "ground": "further_copy", "amount": "10", "currency": "EUR"}),
        []
    );
}

/// A-5 and A-6: free of charge, except for abuse that is shown and a further copy, and never without warning.
#[test]
fn fees() {
    macro_rules! fee {
        ($right:literal, $ground:literal, $reasons:expr, $may_withdraw:expr) => {
            defects!({"right": $right}, {"kind": "fee_demand", "ground": $ground, "amount": "10", "currency": "EUR",
                "reasons": $reasons, "may_withdraw": $may_withdraw})
        };
    }
    let (none, said): (Option<&str>, _) = (None, Some("the third request in a week"));
    let unknown: Option<bool> = None;
    assert_eq!(fee!("access", "further_copy", none, true), []);
    assert_eq!(fee!("access", "further_copy", none, unknown), []);
    assert_eq!(fee!("access", "further_copy", none, false), [Code::FeeWithoutWarning]);
    assert_eq!(fee!("portability", "further_copy", said, true), [Code::FeeDemanded, Code::FeeWithoutReasons]);
    assert_eq!(fee!("access", "excessive", said, true), [Code::FeeDemanded]);
    assert_eq!(fee!("access", "manifestly_unfounded", none, true), [Code::FeeDemanded, Code::FeeWithoutReasons]);
    assert_eq!(
        fee!("access", "not_named", said, false),
        [Code::FeeDemanded, Code::FeeWithoutReasons, Code::FeeWithoutWarning]
    );
}

#[test]
fn each_response_is_one_event() {
    let at: Timestamp = "2026-06-01T10:00:00Z".parse().unwrap();
    let access = ask(serde_json::json!({"right": "access"}));
    for (json, word) in [
        (serde_json::json!({"kind": "full"}), "full_answer"),
        (serde_json::json!({"kind": "partial", "withheld": []}), "partial_answer"),
        (serde_json::json!({"kind": "refused", "ground": "other"}), "refusal"),
        (serde_json::json!({"kind": "no_data"}), "no_data"),
        (serde_json::json!({"kind": "cannot_identify"}), "cannot_identify"),
        (serde_json::json!({"kind": "redirected", "to_name": "B"}), "redirection"),
        (
            serde_json::json!({"kind": "fee_demand", "ground": "excessive", "amount": "10", "currency": "EUR"}),
            "fee_demand",
        ),
        (serde_json::json!({"kind": "extension", "months": 2, "reasons": "r"}), "extension_notice"),
        (serde_json::json!({"kind": "identity_question", "asks_for": ["name"]}), "identity_question"),
        (serde_json::json!({"kind": "scope_question", "question": "?"}), "scope_question"),
        (serde_json::json!({"kind": "acknowledgement"}), "receipt"),
        (serde_json::json!({"kind": "other", "message": "m"}), "message"),
    ] {
        let response = response(json.clone());
        assert_eq!(response.event(Context { ask: &access, identity_verified: false }, at).word(), word);
        assert_eq!(response.check(), Ok(()), "{word}");
        let mut back = serde_json::to_value(&response).unwrap();
        let kind = back.get("kind").and_then(|kind| kind.as_str()).unwrap().to_owned();
        assert_eq!(kind, response.kind().as_str());
        for key in ["mentions_complaint", "mentions_court_remedy", "large_quantity"] {
            if json.get(key).is_none() {
                back.as_object_mut().unwrap().remove(key);
            }
        }
        assert_eq!(back, json);
    }
}

#[test]
fn an_extension_carries_whether_it_can_have_effect() {
    let at: Timestamp = "2026-06-01T10:00:00Z".parse().unwrap();
    let access = ask(serde_json::json!({"right": "access"}));
    let notice = |json| response(json).event(Context { ask: &access, identity_verified: false }, at);
    assert_eq!(
        notice(
            serde_json::json!({"kind": "extension", "months": 2, "grounds": ["complexity", "effort"], "reasons": "r"})
        ),
        Event::ExtensionNotice { months: 2, reasoned: true, ground_valid: true }
    );
    assert_eq!(
        notice(serde_json::json!({"kind": "extension", "months": 1, "grounds": ["effort"], "reasons": " "})),
        Event::ExtensionNotice { months: 1, reasoned: false, ground_valid: false }
    );
}

#[test]
fn an_acknowledgement_proves_the_date_it_states_or_its_own() {
    let at: Timestamp = "2026-06-05T10:00:00Z".parse().unwrap();
    let access = ask(serde_json::json!({"right": "access"}));
    let receipt = |json| match response(json).event(Context { ask: &access, identity_verified: false }, at) {
        Event::Receipt { receipt } => (receipt.kind, receipt.at.to_string()),
        event => panic!("{event:?}"),
    };
    let stated = receipt(serde_json::json!({"kind": "acknowledgement", "received_at": "2026-06-01T10:00:00Z"}));
    assert_eq!(stated, (ReceiptKind::ControllerAcknowledgement, "2026-06-01T10:00:00Z".to_owned()));
    let bare = receipt(serde_json::json!({"kind": "acknowledgement"}));
    assert_eq!(bare, (ReceiptKind::ControllerStatement, "2026-06-05T10:00:00Z".to_owned()));
}

#[test]
fn bounds_are_reached() {
    let pointers = |json| {
        response(json).check().err().unwrap_or_default().into_iter().map(|found| found.pointer).collect::<Vec<_>>()
    };
    let message = |chars: usize| pointers(serde_json::json!({"kind": "other", "message": "é".repeat(chars)}));
    assert!(message(MAX_MESSAGE_CHARS).is_empty());
    assert_eq!(message(MAX_MESSAGE_CHARS + 1), ["/message"]);
    assert_eq!(message(0), ["/message"]);
    let months = |months: u8| pointers(serde_json::json!({"kind": "extension", "months": months}));
    assert!(months(MAX_EXTENSION_MONTHS_SAID).is_empty());
    assert_eq!(months(MAX_EXTENSION_MONTHS_SAID + 1), ["/months"]);
    assert_eq!(months(0), ["/months"]);
    let withheld = |count: usize| {
        pointers(
            serde_json::json!({"kind": "partial", "withheld": vec![serde_json::json!({"what": "w", "ground": "other"}); count]}),
        )
    };
    assert!(withheld(MAX_ENTRIES).is_empty());
    assert_eq!(withheld(MAX_ENTRIES + 1), ["/withheld"]);
    assert_eq!(
        pointers(serde_json::json!({"kind": "partial", "withheld": [{"what": " ", "ground": "other"}]})),
        ["/withheld/0/what"]
    );
    assert_eq!(pointers(serde_json::json!({"kind": "identity_question", "asks_for": []})), ["/asks_for"]);
    for (amount, currency, wrong) in [
        ("12.50", "EUR", 0),
        ("0", "EUR", 0),
        ("12,50", "EUR", 1),
        ("1.", "EUR", 1),
        ("-1", "EUR", 1),
        ("1", "eur", 1),
        ("", "", 2),
    ] {
        let json =
            serde_json::json!({"kind": "fee_demand", "ground": "excessive", "amount": amount, "currency": currency});
        assert_eq!(pointers(json).len(), wrong, "{amount} {currency}");
    }
}

#[test]
fn what_is_not_known_is_refused_and_nothing_is_printed() {
    for json in [
        serde_json::json!({"kind": "full", "secret": 1}),
        serde_json::json!({"kind": "maybe"}),
        serde_json::json!({"kind": "refused"}),
        serde_json::json!({"kind": "refused", "ground": "because"}),
        serde_json::json!({}),
    ] {
        assert!(serde_json::from_value::<Response>(json.clone()).is_err(), "{json}");
    }
    let personal = response(serde_json::json!({"kind": "other", "message": "canary"}));
    assert_eq!(format!("{personal:?}"), "Response(other)");
    let explicit_null: Response = response(serde_json::json!({"kind": "no_data", "message": null}));
    assert_eq!(explicit_null, Response::NoData { message: None }, "generated clients send null for what is absent");
}

/// A-3: whatever it calls itself.
#[test]
fn heavy_redaction_is_a_partial_refusal() {
    let redacted = response(serde_json::json!({"kind": "full", "heavily_redacted": true}));
    let access = ask(serde_json::json!({"right": "access"}));
    let context = Context { ask: &access, identity_verified: false };
    assert_eq!(redacted.defects(context), [Code::RedactionCalledFull]);
    let event = redacted.event(context, "2026-03-23T10:00:00Z".parse().unwrap());
    assert!(matches!(event, Event::PartialAnswer { .. }));
    assert_eq!(defects!({"right": "access"}, {"kind": "full"}), []);
}

/// Article 17(2).
#[test]
fn other_controllers_are_told_of_the_erasure_of_public_data() {
    for (told, found) in [("not_told", vec![Code::PublicDataNotFollowed]), ("told", vec![]), ("not_public", vec![])] {
        let erasure =
            defects!({"right": "erasure", "scope": "all_data"}, {"kind": "full", "other_controllers_told": told});
        assert_eq!(erasure, found, "{told}");
        assert_eq!(defects!({"right": "access"}, {"kind": "full", "other_controllers_told": told}), []);
    }
}

/// Article 20(2).
#[test]
fn a_direct_transfer_is_refused_only_where_it_was_asked_for() {
    for (transfer, found) in
        [("refused", vec![Code::DirectTransferRefused]), ("not_feasible", vec![]), ("done", vec![])]
    {
        let asked = defects!({"right": "portability", "direct_transfer_to": "Other"}, {"kind": "full", "direct_transfer": transfer});
        assert_eq!(asked, found, "{transfer}");
        assert_eq!(defects!({"right": "portability"}, {"kind": "full", "direct_transfer": transfer}), []);
    }
}
