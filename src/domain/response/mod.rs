//! What a controller says about a request, as one typed message whatever the channel (rules ).
//!
//! A [`Response`] is checked twice: [`Response::check`] refuses what is no message at all (bounds, empty texts), and
//! [`Response::defects`] finds what the law misses in it. [`Response::event`] is what it does to the request. Texts are personal
//! data: no response prints its content.

mod bounds;
mod defects;
mod words;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ask::{AccessItem, Ask};
use super::deadline::{Receipt, ReceiptKind};
use super::request::Event;

pub use bounds::{MAX_ENTRIES, MAX_EXTENSION_MONTHS_SAID, MAX_MESSAGE_CHARS, UNNAMED_FILE_DISUSE};
pub use words::{
    AnswerFormat, AskedElement, DirectTransfer, ExtensionGround, FeeGround, OtherControllersTold, RecipientsTold,
    RefusalGround, ResponseKind, Via,
};

/// One message of a controller about one request. Files travel beside it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Response {
    /// Everything asked for is given or done.
    Full {
        /// Access: which items the answer covers. Empty means that the controller does not list them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        provided: Vec<AccessItem>,
        /// The form of the data.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        format: Option<AnswerFormat>,
        /// Rectification, erasure, restriction: whether recipients were told (Article 19, A-10).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        recipients_told: Option<RecipientsTold>,
        /// Erasure of data that had been made public: whether the other controllers were told (17(2)).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other_controllers_told: Option<OtherControllersTold>,
        /// Portability: what became of a direct transfer that was asked for (20(2)).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        direct_transfer: Option<DirectTransfer>,
        /// Whether large parts of what is given are made illegible: then it is no full answer, but a partial one that needs
        /// reasons.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        heavily_redacted: bool,
        /// Text for the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        message: Option<String>,
    },
    /// A part is given or done; the rest is refused. Heavy redaction is such an answer.
    Partial {
        /// Access: which items the answer covers. Empty means that the controller does not list them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        provided: Vec<AccessItem>,
        /// What is withheld, and why.
        withheld: Vec<Withheld>,
        /// The form of the data.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        format: Option<AnswerFormat>,
        /// Rectification, erasure, restriction: whether recipients were told (Article 19, A-10).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        recipients_told: Option<RecipientsTold>,
        /// Erasure of data that had been made public: whether the other controllers were told (17(2)).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other_controllers_told: Option<OtherControllersTold>,
        /// Portability: what became of a direct transfer that was asked for (20(2)).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        direct_transfer: Option<DirectTransfer>,
        /// Whether the message mentions the right to complain to an authority.
        #[serde(default)]
        mentions_complaint: bool,
        /// Whether the message mentions the right to a court remedy.
        #[serde(default)]
        mentions_court_remedy: bool,
        /// Text for the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        message: Option<String>,
    },
    /// Refused.
    Refused {
        /// On which ground.
        ground: RefusalGround,
        /// Why that ground applies here.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        reasons: Option<String>,
        /// Whether the message mentions the right to complain to an authority.
        #[serde(default)]
        mentions_complaint: bool,
        /// Whether the message mentions the right to a court remedy.
        #[serde(default)]
        mentions_court_remedy: bool,
        /// Text for the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        message: Option<String>,
    },
    /// Nothing is held on the person: a full answer to an access request.
    NoData {
        /// Text for the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        message: Option<String>,
    },
    /// The person cannot be identified.
    CannotIdentify {
        /// Why not, which the controller must demonstrate.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        demonstration: Option<String>,
        /// What would allow it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        asks_for: Vec<AskedElement>,
        /// Text for the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        message: Option<String>,
    },
    /// Another controller is named as the one to ask.
    Redirected {
        /// Its name.
        #[schema(min_length = 1, max_length = 500, pattern = "\\S")]
        to_name: String,
        /// How it can be reached.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(min_length = 1, max_length = 500, pattern = "\\S")]
        to_contact: Option<String>,
        /// Text for the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        message: Option<String>,
    },
    /// A fee is demanded.
    FeeDemand {
        /// On which ground.
        ground: FeeGround,
        /// How much, as a decimal number.
        #[schema(pattern = "^[0-9]{1,9}([.][0-9]{1,2})?$")]
        amount: String,
        /// In which currency (ISO 4217).
        #[schema(pattern = "^[A-Z]{3}$")]
        currency: String,
        /// Whether the person is warned before the fee is due and may withdraw the request instead of paying; absent when
        /// the controller says nothing of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        may_withdraw: Option<bool>,
        /// Why that ground applies here.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        reasons: Option<String>,
        /// Text for the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        message: Option<String>,
    },
    /// More time is taken (E-1).
    Extension {
        /// How many months beyond the first; the law allows one or two.
        #[schema(minimum = 1, maximum = 12)]
        months: u8,
        /// On which grounds.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        grounds: Vec<ExtensionGround>,
        /// Why those grounds apply here. Without it the extension has no effect (E-5).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        reasons: Option<String>,
        /// Text for the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        message: Option<String>,
    },
    /// Proof of identity is asked for (S-1).
    IdentityQuestion {
        /// What is asked for.
        #[schema(min_items = 1)]
        asks_for: Vec<AskedElement>,
        /// The reasonable doubt (Article 12(6)).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        doubts: Option<String>,
        /// Text for the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        message: Option<String>,
    },
    /// The person is asked what is meant (S-2).
    ScopeQuestion {
        /// Whether the controller processes a large quantity of data on the person, without which it may not ask.
        #[serde(default)]
        large_quantity: bool,
        /// The question.
        #[schema(min_length = 1, max_length = 20000, pattern = "\\S")]
        question: String,
    },
    /// The request was received (D-12, D-13).
    Acknowledgement {
        /// When it was received, if the controller says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        received_at: Option<Timestamp>,
        /// Text for the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 20000)]
        message: Option<String>,
    },
    /// Anything else.
    Other {
        /// The message.
        #[schema(min_length = 1, max_length = 20000, pattern = "\\S")]
        message: String,
    },
}

/// Something that was asked for and is not given.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withheld {
    /// What.
    #[schema(min_length = 1, max_length = 500, pattern = "\\S")]
    pub what: String,
    /// On which ground.
    pub ground: RefusalGround,
    /// Why that ground applies here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 20000)]
    pub reasons: Option<String>,
}

/// What has to be known of the request to judge a response.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// What was asked: the common part of the campaign is enough.
    pub ask: &'a Ask,
    /// Whether the organisation has vouched for the person's identity, so that a copy of a document adds nothing (S-7).
    pub identity_verified: bool,
}

impl Response {
    /// Its kind as a word.
    pub const fn kind(&self) -> ResponseKind {
        match self {
            Self::Full { .. } => ResponseKind::Full,
            Self::Partial { .. } => ResponseKind::Partial,
            Self::Refused { .. } => ResponseKind::Refused,
            Self::NoData { .. } => ResponseKind::NoData,
            Self::CannotIdentify { .. } => ResponseKind::CannotIdentify,
            Self::Redirected { .. } => ResponseKind::Redirected,
            Self::FeeDemand { .. } => ResponseKind::FeeDemand,
            Self::Extension { .. } => ResponseKind::Extension,
            Self::IdentityQuestion { .. } => ResponseKind::IdentityQuestion,
            Self::ScopeQuestion { .. } => ResponseKind::ScopeQuestion,
            Self::Acknowledgement { .. } => ResponseKind::Acknowledgement,
            Self::Other { .. } => ResponseKind::Other,
        }
    }

    /// What it does to the request when it comes at `at`.
    pub fn event(&self, context: Context<'_>, at: Timestamp) -> Event {
        let defects = self.defects(context);
        match self {
            // Heavy redaction is a partial refusal, whatever it calls itself.
            Self::Full { heavily_redacted: true, .. } => Event::PartialAnswer { defects },
            Self::Full { .. } => Event::FullAnswer { defects },
            Self::Partial { .. } => Event::PartialAnswer { defects },
            Self::Refused { .. } => Event::Refusal { defects },
            Self::NoData { .. } => Event::NoData {},
            Self::CannotIdentify { .. } => Event::CannotIdentify { defects },
            Self::Redirected { .. } => Event::Redirection {},
            Self::FeeDemand { .. } => Event::FeeDemand { defects },
            Self::Extension { months, grounds, reasons, .. } => Event::ExtensionNotice {
                months: *months,
                reasoned: defects::is_said(reasons),
                ground_valid: grounds.is_empty() || grounds.iter().any(|ground| ground.can_be_valid()),
            },
            Self::IdentityQuestion { .. } => Event::IdentityQuestion { defects },
            Self::ScopeQuestion { .. } => Event::ScopeQuestion { defects },
            Self::Acknowledgement { received_at: Some(received_at), .. } => {
                Event::Receipt { receipt: Receipt::at(ReceiptKind::ControllerAcknowledgement, *received_at) }
            }
            // Without a date it shows only that the request had arrived by then (D-12).
            Self::Acknowledgement { received_at: None, .. } => {
                Event::Receipt { receipt: Receipt::at(ReceiptKind::ControllerStatement, at) }
            }
            Self::Other { .. } => Event::Message {},
        }
    }
}

impl std::fmt::Debug for Response {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Response({})", self.kind())
    }
}

impl std::fmt::Debug for Withheld {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Withheld({})", self.ground)
    }
}

#[cfg(test)]
mod tests;
