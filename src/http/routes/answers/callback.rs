//! A signed callback of a controller.

use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse, post};
use entity::id::ControllerId;

use super::wire::CallbackMessage;
use crate::crypto::webhook::{ID_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER};
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::domain::recipient::Recipient;
use crate::http::given::respond_given;
use crate::http::idempotency::trace_id;
use crate::http::json::{parse, read_bounded};
use crate::http::path::PathId;
use crate::http::patience::Patience;
use crate::http::problem::ApiError;
use crate::service::Context;
use crate::service::answers::{CallbackHeaders, CallbackOutcomes, Incoming, receive};

/// Largest callback.
const LIMIT: usize = 256 << 10;
/// Most responses of one callback.
const MOST: usize = 1_000;

/// Answer by signed callback
///
/// The body is signed as Standard Webhooks describes, with a key registered for the controller: an Ed25519 key (`v1a`) or the
/// shared secret (`v1`). The `webhook-id` is the idempotency key: the same callback again gets the first answer. A message
/// with one response is refused as a whole; with several, each has its own outcome.
#[utoipa::path(
    tag = "inbox", operation_id = "receive_callback", security(()),
    params(
        ("controller_id" = ControllerId, Path, description = "The controller that answers"),
        ("webhook-id" = String, Header, description = "Id of the message, the same on every attempt"),
        ("webhook-timestamp" = String, Header, description = "Seconds since 1970 at which this attempt was signed"),
        ("webhook-signature" = String, Header, description = "`v1,…` or `v1a,…`, several separated by spaces")
    ),
    request_body(content = CallbackMessage, description = "At most 256 KiB", examples(
        ("One answer" = (value = json!({
            "type": "response", "timestamp": "2026-06-20T10:00:00Z",
            "data": { "request_id": "req_0193d2b4a1c07e3f8b6a5d4c3b2a1908",
                      "response": { "kind": "full", "message": "Your data are attached." } }
        }))),
        ("Several" = (value = json!({
            "type": "responses", "timestamp": "2026-06-20T10:00:00Z",
            "data": { "responses": [
                { "request_id": "req_0193d2b4a1c07e3f8b6a5d4c3b2a1908", "response": { "kind": "no_data" } },
                { "request_id": "req_0193d2b4a1c07e3f8b6a5d4c3b2a1909", "response": {
                    "kind": "extension", "months": 2, "grounds": ["complexity"], "reasons": "Spread over many systems." } }
            ] }
        })))
    )),
    responses(
        (status = 200, description = "What became of each response", body = CallbackOutcomes),
        (status = 401, description = "The signature does not fit a key of this controller, or is too old"),
        (status = 409, description = "Answered already, or not possible in the present state")
    )
)]
#[post("/v1/callbacks/{controller_id}")]
pub async fn receive_callback(
    id: PathId<ControllerId>,
    request: HttpRequest,
    payload: Payload,
    context: Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let values = |name: &str| request.headers().get_all(name).map(|value| value.as_bytes().to_vec()).collect();
    let headers = CallbackHeaders {
        ids: values(ID_HEADER),
        timestamps: values(TIMESTAMP_HEADER),
        signatures: values(SIGNATURE_HEADER),
    };
    let body = read_bounded(payload.into_inner(), LIMIT, Patience::of(&request)).await?;
    let answer = receive(&context, id.0, trace_id(&request), &headers, &body, read).await?;
    respond_given(Recipient::Controller, "receive_callback", answer)
}

fn read(body: &[u8]) -> Result<(Vec<Incoming>, bool), Problem> {
    match parse::<CallbackMessage>(body).map_err(|error| error.0)? {
        CallbackMessage::Response { data, .. } => Ok((vec![data.into()], true)),
        CallbackMessage::Responses { data, .. } if (1..=MOST).contains(&data.responses.len()) => {
            Ok((data.responses.into_iter().map(Incoming::from).collect(), false))
        }
        CallbackMessage::Responses { .. } => {
            Err(Problem::field("/data/responses", Code::InvalidField, "Has 1 to 1000 responses."))
        }
    }
}
