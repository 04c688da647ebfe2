//! Messages to receivers: who receives, what is said, and how far it got.

use jiff::{SignedDuration, Timestamp};

use super::mandate::Act;

text_enum! {
    /// Who a receiver is. It decides what happens when the receiver fails for long: see [`should_disable`].
    pub enum ReceiverKind {
        /// A controller. What it does not take becomes a person's task.
        Controller = "controller",
        /// A webhook endpoint of an organisation. What it does not take stays in the feed.
        Endpoint = "endpoint",
    }
}

text_enum! {
    /// Whether messages go to a receiver.
    pub enum ReceiverState {
        /// Takes messages.
        Active = "active",
        /// Switched off, because it said so (410), failed for too long, or by its owner. Stays so until a person decides.
        Disabled = "disabled",
        /// Held back by its owner for a while; messages wait.
        Paused = "paused",
    }
}

text_enum! {
    /// How far a delivery got.
    pub enum DeliveryState {
        /// To be sent, or to be tried again.
        Pending = "pending",
        /// The receiver took it.
        Delivered = "delivered",
        /// Given up after the last attempt. A task is open when the receiver is a controller.
        Failed = "failed",
        /// Not to be sent any more: withdrawn, revoked, undone.
        Cancelled = "cancelled",
        /// In the hands of a person, who sends it by other means.
        Manual = "manual",
    }
}

impl DeliveryState {
    /// Whether a worker has nothing more to do with it. A resend makes it pending again.
    pub const fn is_settled(self) -> bool {
        !matches!(self, Self::Pending)
    }
}

text_enum! {
    /// What a message to a controller says. Messages to endpoints of organisations carry the word of an event instead.
    pub enum MessageKind {
        /// One request was filed.
        RequestFiled = "request.filed",
        /// Several requests were filed; the message names the address where the pages of their ids are read (B-3).
        RequestsFiled = "requests.filed",
        /// A request is withdrawn and needs no answer.
        RequestWithdrawn = "request.withdrawn",
        /// A request still waits for its answer. The clock stays as it was.
        RequestReminder = "request.reminder",
        /// What the controller asked for, about identity or scope, can be fetched; or the person declines (S-1, S-2).
        InformationSupplied = "information.supplied",
        /// The suspension of the clock is contested (S-4, S-7).
        SuspensionContested = "suspension.contested",
        /// The extension is contested (E-5, E-7).
        ExtensionContested = "extension.contested",
        /// The organisation no longer acts for the person (M-11).
        MandateRevoked = "mandate.revoked",
        /// Says nothing: shows that messages arrive and verify.
        EndpointTest = "endpoint.test",
        /// A challenge: nothing else is sent before its value comes back. It is no delivery and stands in no feed.
        ReceiverChallenge = "receiver.challenge",
    }
}

impl MessageKind {
    /// What it tells the controller, in one sentence of the API document.
    pub const fn description(self) -> &'static str {
        match self {
            Self::RequestFiled => "One request was filed.",
            Self::RequestsFiled => {
                "Several requests were filed; the message names the address where the pages of their ids are read (B-3)."
            }
            Self::RequestWithdrawn => "A request is withdrawn and needs no answer.",
            Self::RequestReminder => "A request still waits for its answer; the clock stays as it was (R-3).",
            Self::InformationSupplied => {
                "What was asked for, about identity or scope, can be fetched; or the person declines (S-1, S-2)."
            }
            Self::SuspensionContested => "The suspension of the clock is contested (S-4, S-7).",
            Self::ExtensionContested => "The extension is contested (E-5, E-7).",
            Self::MandateRevoked => "The organisation no longer acts for the person (M-11).",
            Self::EndpointTest => "A test message; it means nothing.",
            Self::ReceiverChallenge => {
                "A challenge: the answer gives its value back, and nothing else is sent before. It stands in no feed."
            }
        }
    }

    /// The act that the person's mandate must cover at the moment of sending (M-9). None for messages that end an act or
    /// concern nobody: these must go out even when the mandate is gone.
    pub const fn act(self) -> Option<Act> {
        match self {
            Self::RequestFiled | Self::RequestsFiled => Some(Act::Dispatch),
            Self::RequestReminder
            | Self::InformationSupplied
            | Self::SuspensionContested
            | Self::ExtensionContested => Some(Act::Message),
            Self::RequestWithdrawn | Self::MandateRevoked | Self::EndpointTest | Self::ReceiverChallenge => None,
        }
    }
}

/// How long an organisation's endpoint may do nothing but fail.
pub const DISABLE_AFTER: SignedDuration = SignedDuration::from_hours(5 * 24);

/// Whether a receiver that has done nothing but fail since `failing_since` is switched off.
///
/// Only endpoints of organisations are: what they miss stays in the feed. A controller's receiver goes on being tried, and each
/// message it does not take becomes a task, because switching it off would silence legal filings.
pub fn should_disable(kind: ReceiverKind, failing_since: Timestamp, now: Timestamp) -> bool {
    match kind {
        ReceiverKind::Controller => false,
        ReceiverKind::Endpoint => now.duration_since(failing_since) >= DISABLE_AFTER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_switched_off_after_five_days_and_a_controller_never() {
        let since = Timestamp::UNIX_EPOCH;
        let limit = since + DISABLE_AFTER;
        assert!(!should_disable(ReceiverKind::Endpoint, since, limit - SignedDuration::from_nanos(1)));
        assert!(should_disable(ReceiverKind::Endpoint, since, limit));
        assert!(!should_disable(ReceiverKind::Endpoint, limit, since));
        assert!(!should_disable(ReceiverKind::Controller, since, since + SignedDuration::from_hours(24 * 365)));
    }

    #[test]
    fn news_of_an_end_needs_no_mandate_and_everything_else_does() {
        let free: Vec<_> =
            MessageKind::ALL.iter().filter(|kind| kind.act().is_none()).map(|kind| kind.as_str()).collect();
        assert_eq!(free, ["request.withdrawn", "mandate.revoked", "endpoint.test", "receiver.challenge"]);
    }

    #[test]
    fn words_of_messages_are_dotted() {
        for kind in MessageKind::ALL {
            let parts: Vec<_> = kind.as_str().split('.').collect();
            assert_eq!(parts.len(), 2, "{kind}");
            assert!(parts.iter().all(|p| !p.is_empty() && p.chars().all(|c| c.is_ascii_lowercase() || c == '_')));
        }
    }

    #[test]
    fn only_a_pending_delivery_is_a_workers_business() {
        let open: Vec<_> = DeliveryState::ALL.iter().filter(|s| !s.is_settled()).collect();
        assert_eq!(open, [&DeliveryState::Pending]);
    }
}
