//! What an earlier release stored is read by this one.

use super::*;

#[test]
fn what_was_stored_before_can_still_be_read() {
    let bare =
        r#"{"right":"access","place":"FR","state":{"lifecycle":"ready","clock":"not_started","outcome":"none"}}"#;
    assert_eq!(serde_json::from_str::<RequestStanding>(bare).unwrap(), Story::ready("FR").standing);
    assert_eq!(serde_json::to_string(&Story::ready("FR").standing).unwrap(), bare, "and is that small");

    let stored = include_str!("stored_v1.json");
    let standing: RequestStanding = serde_json::from_str(stored).unwrap();
    assert_eq!(standing.state.lifecycle, Lifecycle::Answered);
    assert_eq!((standing.facts.receipts.len(), standing.facts.changes.len()), (2, 4));
    assert_eq!(standing.deadline.as_ref().unwrap().steps.len(), 7);
    let again: RequestStanding = serde_json::from_str(&serde_json::to_string(&standing).unwrap()).unwrap();
    assert_eq!(again, standing);
}
