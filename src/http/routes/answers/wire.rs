//! JSON of answers.

use entity::id::{AttachmentId, RequestId};
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use crate::crypto::Personal;
use crate::domain::controller::IdentityElement;
use crate::domain::deadline::QuestionKind;
use crate::domain::response::Response;
use crate::service::answers::{self, Incoming};

/// A signed message of a controller.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum CallbackMessage {
    /// One response.
    Response {
        /// When it was made.
        timestamp: Timestamp,
        /// The response.
        data: NewResponse,
    },
    /// Several responses, each with an outcome of its own.
    Responses {
        /// When it was made.
        timestamp: Timestamp,
        /// The responses.
        data: NewResponses,
    },
}

/// Several responses.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewResponses {
    /// The responses, about whichever requests.
    #[schema(min_items = 1, max_items = 1000)]
    pub responses: Vec<NewResponse>,
}

/// A response to one request.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewResponse {
    /// The request it is about.
    pub request_id: RequestId,
    /// What the controller says.
    pub response: Response,
    /// The controller's own id of this message; the same id about the same request is the same message.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 300)]
    pub message_id: Option<String>,
    /// Files that were uploaded for this request and belong to the answer.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub attachments: Vec<AttachmentId>,
}

impl From<NewResponse> for Incoming {
    fn from(new: NewResponse) -> Self {
        let NewResponse { request_id, response, message_id, attachments } = new;
        Self { request: request_id, response, message_id, attachments }
    }
}

/// A response to the request in the address.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAnswer {
    /// What the controller says.
    pub response: Response,
    /// The controller's own id of this message; the same id about the same request is the same message.
    #[serde(default)]
    #[validate(length(min = 1, max = 300))]
    #[schema(min_length = 1, max_length = 300)]
    pub message_id: Option<String>,
    /// Files that were uploaded for this request and belong to the answer.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    pub attachments: Vec<AttachmentId>,
}

impl NewAnswer {
    /// The response as it is taken in.
    pub fn about(self, request: RequestId) -> Incoming {
        let Self { response, message_id, attachments } = self;
        Incoming { request, response, message_id, attachments }
    }
}

/// A response that came by letter, e-mail or word of mouth.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordedResponse {
    /// What the controller says.
    pub response: Response,
    /// When it came; deadlines are judged by it.
    pub received_at: Timestamp,
    /// The controller's own sign of the message, such as a file number.
    #[serde(default)]
    #[validate(length(min = 1, max = 300))]
    #[schema(min_length = 1, max_length = 300)]
    pub message_id: Option<String>,
}

/// A judgment of an answer.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "items_only_when_unsatisfied"))]
pub struct NewAssessment {
    /// Whether everything asked for was given.
    pub satisfied: bool,
    /// The items that were not: words of what was asked.
    #[serde(default)]
    #[validate(length(max = 50), custom(function = "short_words"))]
    #[schema(max_items = 50)]
    pub unsatisfied: Vec<String>,
}

fn items_only_when_unsatisfied(assessment: &NewAssessment) -> Result<(), ValidationError> {
    let contradicts = assessment.satisfied && !assessment.unsatisfied.is_empty();
    let message = "Items cannot be wanting when everything was given.";
    if contradicts { Err(ValidationError::new("contradiction").with_message(message.into())) } else { Ok(()) }
}

/// These words stand beside the state in the clear, so that they are names of items and never somebody's text.
fn short_words(words: &[String]) -> Result<(), ValidationError> {
    let plain = |word: &String| {
        (1..=64).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    let message = "Each is a word of 1 to 64 small letters, digits and underscores.";
    if words.iter().all(plain) { Ok(()) } else { Err(ValidationError::new("words").with_message(message.into())) }
}

/// What a controller that asked back is told. Without text and elements nothing more will come.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSupply {
    /// The kind of question that is answered; every open one when absent.
    #[serde(default)]
    pub kind: Option<QuestionKind>,
    /// The answer in words.
    #[serde(default)]
    #[validate(length(min = 1, max = 20000))]
    #[schema(min_length = 1, max_length = 20000)]
    pub text: Option<String>,
    /// What the controller may see of the person's record beyond what it saw with the request. `other` has no value in a
    /// record: say it in words.
    #[serde(default)]
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub elements: Vec<IdentityElement>,
}

impl From<NewSupply> for answers::NewSupply {
    fn from(new: NewSupply) -> Self {
        Self { kind: new.kind, text: new.text.map(Personal::new), elements: new.elements }
    }
}

/// Which suspension is meant.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SuspensionChoice {
    /// The number of the question, from 0; every one when absent.
    #[serde(default)]
    #[schema(maximum = 65535)]
    pub question: Option<u16>,
}
