//! Signed callbacks. The signature stands for the controller: who has no key, does not exist, or signed wrongly hears the same.

use aws_lc_rs::digest;
use entity::id::{ControllerId, RequestId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::single::TRIES;
use super::take::{Incoming, Source, Taken, take};
use crate::crypto::webhook::{DEFAULT_TOLERANCE_SECONDS, VerifyError, verify_header_values};
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::domain::response::Via;
use crate::service::call::{Actor, Call, Idempotency};
use crate::service::callback_keys::CallbackKeys;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::Answer;
use crate::store::{StoreError, Viewer};

/// Every value that a callback has for each header of Standard Webhooks.
#[derive(Debug, Clone, Default)]
pub struct CallbackHeaders {
    /// `webhook-id`.
    pub ids: Vec<Vec<u8>>,
    /// `webhook-timestamp`.
    pub timestamps: Vec<Vec<u8>>,
    /// `webhook-signature`.
    pub signatures: Vec<Vec<u8>>,
}

/// What became of one response among several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ResponseOutcome {
    /// The request it was about.
    pub request_id: RequestId,
    /// What came of it; absent when it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Taken>,
    /// Stable word of the problem when it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "already_answered", extensions(("x-extensible-enum" = json!("ProblemCode"))))]
    pub code: Option<String>,
    /// A sentence about the problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// What became of the responses of a callback, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallbackOutcomes {
    /// One for each response.
    pub outcomes: Vec<ResponseOutcome>,
}

impl ResponseOutcome {
    fn of(request_id: RequestId, result: Result<Taken, Problem>) -> Self {
        match result {
            Ok(taken) => Self { request_id, taken: Some(taken), code: None, detail: None },
            Err(problem) => Self {
                request_id,
                taken: None,
                code: Some(problem.code.as_str().to_owned()),
                detail: Some(explain(&problem)),
            },
        }
    }
}

/// One sentence about a refusal.
pub(super) fn explain(problem: &Problem) -> String {
    let fields = problem.fields.iter().map(|field| format!("{} {}", field.pointer, field.message));
    let fields: Vec<String> = fields.take(5).collect();
    match (&problem.detail, fields.is_empty()) {
        (Some(detail), _) => detail.clone(),
        (None, true) => problem.code.title().to_owned(),
        (None, false) => fields.join("; "),
    }
}

/// Verifies a callback and gives its id.
async fn verified(
    context: &Context,
    controller: ControllerId,
    headers: &CallbackHeaders,
    body: &[u8],
) -> Outcome<String> {
    let now = context.clock.now();
    let keys = match context.db.controller(controller, Viewer::Service).await? {
        Some(found) => CallbackKeys::open(&context.keys, &found)?.verifying(now)?,
        None => Vec::new(),
    };
    fn all(values: &[Vec<u8>]) -> Vec<&[u8]> {
        values.iter().map(Vec::as_slice).collect()
    }
    let (ids, times, signatures) = (all(&headers.ids), all(&headers.timestamps), all(&headers.signatures));
    verify_header_values(&keys, &ids, &times, &signatures, body, now, DEFAULT_TOLERANCE_SECONDS).map_err(|error| {
        let code = match error {
            VerifyError::TimestampTooOld | VerifyError::TimestampTooNew => Code::SignatureTooOld,
            _ => Code::SignatureInvalid,
        };
        Problem::with_detail(code, error.to_string())
    })?;
    let id = headers.ids.first().map(|id| String::from_utf8_lossy(id).into_owned());
    id.ok_or(Failure::Defect("a verified callback without an id"))
}

/// Takes in a callback: verifies it, reads it with `parse`, and takes each response. The same callback again gets the first
/// answer. The one response of a callback that has only one is refused as a whole.
///
/// # Errors
/// `signature_invalid`, `signature_too_old`, `idempotency_key_reused` for another body under the same id; what `parse` says;
/// for a single response what [`take`] says of it.
pub async fn receive<P>(
    context: &Context,
    controller: ControllerId,
    trace_id: String,
    headers: &CallbackHeaders,
    body: &[u8],
    parse: P,
) -> Outcome<Answer>
where
    P: FnOnce(&[u8]) -> Result<(Vec<Incoming>, bool), Problem>,
{
    let id = verified(context, controller, headers, body).await?;
    let (mut incoming, single) = parse(body)?;
    let count = incoming.len();
    for (index, one) in incoming.iter_mut().enumerate() {
        let own = if count == 1 { id.clone() } else { format!("{id}/{index}") };
        one.message_id.get_or_insert(own);
    }
    let idempotency = Some(Idempotency { key: sha256(format!("callback\n{id}").as_bytes()), body: sha256(body) });
    let call = Call { actor: Actor::Callback(controller), trace_id, idempotency, shows_nothing: false };
    for left in (0..TRIES).rev() {
        let (inner, frame, incoming) = (context.clone(), call.clone(), incoming.clone());
        let answer = context
            .once(&call, 200, move |tx| {
                Box::pin(async move {
                    let (source, at) = (Source::Controller(controller), inner.clock.now());
                    let results = take(&inner, tx, &frame, source, Via::Callback, at, &incoming).await?;
                    let mut outcomes = Vec::with_capacity(results.len());
                    for (one, result) in incoming.iter().zip(results) {
                        match result {
                            Err(problem) if single => return Err(problem.into()),
                            result => outcomes.push(ResponseOutcome::of(one.request, result)),
                        }
                    }
                    Ok(CallbackOutcomes { outcomes })
                })
            })
            .await;
        match answer {
            Err(Failure::Store(StoreError::Stale)) if left > 0 => {}
            settled => return settled,
        }
    }
    Err(StoreError::Stale.into())
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    let digest = digest::digest(&digest::SHA256, bytes);
    digest.as_ref().try_into().expect("SHA-256 has 32 bytes")
}
