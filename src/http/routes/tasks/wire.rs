//! JSON of tasks.

use entity::id::{ClientId, ControllerId, DeliveryId, RequestId, TaskId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::deadline::ReceiptKind;
use crate::domain::task::{TaskKind, TaskState};
use crate::service::requests::RefusedRequest;
use crate::service::tasks::{Completed, DoneByHand};
use crate::store;

/// Something only a person can do.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// Why a person is needed.
    pub kind: TaskKind,
    /// Whether it still waits.
    pub state: TaskState,
    /// The request it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<RequestId>,
    /// The message it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_id: Option<DeliveryId>,
    /// The controller it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub controller_id: Option<ControllerId>,
    /// How many requests wait for it.
    pub request_count: i32,
    /// Where those requests are listed, relative to the server.
    #[schema(example = "/v1/requests?task_id=tsk_0193d2b4a1c07e3f8b6a5d4c3b2a1908")]
    pub requests_url: String,
    /// Problem code or failure word.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "timed_out")]
    pub reason: Option<String>,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it was settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_at: Option<Timestamp>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_by: Option<ClientId>,
}

impl From<store::Task> for Task {
    fn from(row: store::Task) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            state: row.state,
            request_id: row.request,
            delivery_id: row.delivery,
            controller_id: row.controller,
            request_count: row.requests,
            requests_url: format!("/v1/requests?task_id={}", row.id),
            reason: row.reason,
            created_at: row.created_at,
            done_at: row.done_at,
            done_by: row.done_by,
        }
    }
}

/// What was done.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "dispatched_at": "2026-11-20T10:00:00Z", "receipt": {"kind": "registered_delivery", "date": "2026-11-22"}
}))]
pub struct TaskCompletion {
    /// When the message left, for a task about a message that a person delivers.
    pub dispatched_at: Option<Timestamp>,
    /// Proof that it arrived, if there is one already.
    pub receipt: Option<StatedReceipt>,
}

/// Proof that a message arrived.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedReceipt {
    /// How it is proven (D-12).
    pub kind: ReceiptKind,
    /// The day that the proof states.
    #[schema(value_type = String, format = Date, example = "2026-11-22")]
    pub date: Date,
}

impl TaskCompletion {
    /// What was dispatched.
    pub fn done(&self) -> Option<DoneByHand> {
        let dispatched_at = self.dispatched_at?;
        Some(DoneByHand { dispatched_at, receipt: self.receipt.as_ref().map(|receipt| (receipt.kind, receipt.date)) })
    }
}

/// A settled task and what came of it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct CompletedTask {
    /// The task as it is now.
    pub task: Task,
    /// How many requests are sent by it.
    pub sent: u64,
    /// Requests that it does not count for.
    pub refused: Vec<RefusedRequest>,
}

impl From<Completed> for CompletedTask {
    fn from(completed: Completed) -> Self {
        let refused = |(request_id, code): (RequestId, &str)| RefusedRequest { request_id, code: code.to_owned() };
        Self {
            task: completed.task.into(),
            sent: completed.sent,
            refused: completed.refused.into_iter().map(refused).collect(),
        }
    }
}
