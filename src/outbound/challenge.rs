//! A challenge to a receiver: a signed message with a value that nobody can guess, which the answer gives back.
//!
//! What else the answer holds is neither kept nor shown to anybody: whoever enters an address must not learn by us what stands there.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;

use super::client::Client;
use super::failure::{Failure, LocalFault};
use super::webhook::{Message, Payload};
use crate::crypto::webhook::SigningSecret;
use crate::domain::delivery::MessageKind;

/// Most bytes of an answer that are looked at.
pub const ANSWER_BYTES_MAX: usize = 1_024;

/// Sends the challenge once. Tells whether the value came back, in an answer of success.
///
/// # Errors
/// Why there was no such answer.
pub async fn send(
    client: &Client,
    url: &str,
    secrets: &[SigningSecret],
    id: String,
    value: &str,
    now: Timestamp,
) -> Result<bool, Failure> {
    let kind = MessageKind::ReceiverChallenge.as_str();
    let payload = Payload { kind, timestamp: now, data: json!({ "challenge": value }) };
    let message = Message::new(id, &payload).map_err(|_| Failure::Local(LocalFault::Request))?;
    let answer = message.ask(client, url, secrets, now, ANSWER_BYTES_MAX).await?;
    Ok(is_met(&answer, value))
}

/// Whether an answer gives the value back: a JSON object whose member `challenge` it is.
pub fn is_met(answer: &[u8], value: &str) -> bool {
    #[derive(Deserialize)]
    struct Answer {
        challenge: String,
    }
    serde_json::from_slice::<Answer>(answer).is_ok_and(|answer| answer.challenge == value)
}

#[cfg(test)]
mod tests {
    use super::is_met;

    #[test]
    fn an_answer_gives_the_value_back_as_a_member_and_in_no_other_way() {
        let value = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
        for met in
            [format!(r#"{{"challenge":"{value}"}}"#), format!(" {{\"more\": [1], \"challenge\": \"{value}\"}}\n")]
        {
            assert!(is_met(met.as_bytes(), value), "{met}");
        }
        for not in [
            String::new(),
            value.to_owned(),
            format!("\"{value}\""),
            format!(r#"{{"challenge":"{value}x"}}"#),
            format!(r#"{{"challenge":["{value}"]}}"#),
            format!(r#"{{"challenge":"x","challenge":"{value}"}}"#),
            // What a server does that gives back whatever it gets.
            format!(r#"{{"type":"receiver.challenge","data":{{"challenge":"{value}"}}}}"#),
            format!(r#"{{"challenge":"{value}"}} and more"#),
        ] {
            assert!(!is_met(not.as_bytes(), value), "{not}");
        }
    }
}
