//! Tasks and events about messages, gathered within a transaction and written in sets.

use entity::id::{OrganisationId, RequestId, TaskId};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::domain::event::EventKind;
use crate::domain::task::{TaskKind, TaskState};
use crate::service::context::Context;
use crate::store::{Delivery, NewEvent, StoreResult, Task, Tx};

/// Tasks and events of one organisation in the making.
pub(crate) struct Trouble<'a> {
    context: &'a Context,
    at: Timestamp,
    tasks: Vec<Task>,
    named: Vec<(TaskId, RequestId)>,
    events: Vec<NewEvent>,
}

impl<'a> Trouble<'a> {
    pub(crate) fn new(context: &'a Context, at: Timestamp) -> Self {
        Self { context, at, tasks: Vec::new(), named: Vec::new(), events: Vec::new() }
    }

    /// Tells an event that is about no request.
    pub(crate) fn tell(&mut self, kind: EventKind, subject: impl ToString, data: Value) {
        self.events.push(NewEvent {
            id: self.context.ids.next(),
            kind: kind.as_str(),
            request: None,
            subject: Some(subject.to_string()),
            data,
            author: "system".to_owned(),
            at: self.at,
        });
    }

    /// Opens a task about requests that were held back from their message, and names them.
    pub(crate) fn hold_back(&mut self, delivery: &Delivery, requests: &[RequestId], reason: &str) {
        let count = i32::try_from(requests.len()).unwrap_or(i32::MAX);
        let task = self.open_task(delivery, count, reason);
        self.named.extend(requests.iter().map(|request| (task, *request)));
    }

    /// Opens a task about a message to a controller.
    pub(crate) fn open_task(&mut self, delivery: &Delivery, requests: i32, reason: &str) -> TaskId {
        let id = self.context.ids.next();
        self.task(Task {
            id,
            kind: TaskKind::DeliveryFailed,
            state: TaskState::Open,
            request: delivery.request,
            delivery: Some(delivery.id),
            controller: delivery.controller,
            requests,
            reason: Some(reason.to_owned()),
            created_at: self.at,
            done_at: None,
            done_by: None,
        });
        id
    }

    /// Opens a task and tells of it.
    pub(crate) fn task(&mut self, task: Task) {
        self.tell(
            EventKind::TaskOpened,
            task.id,
            json!({
                "task_id": task.id, "kind": task.kind, "delivery_id": task.delivery, "request_id": task.request,
                "controller_id": task.controller, "request_count": task.requests, "reason": task.reason,
            }),
        );
        self.tasks.push(task);
    }

    /// A message that is given up.
    pub(crate) fn give_up(&mut self, delivery: &Delivery, reason: &str) {
        if delivery.controller.is_none() {
            // What an organisation's endpoint does not take stays in the feed.
            return;
        }
        self.tell(EventKind::DeliveryExhausted, delivery.id, data(delivery, reason));
        self.open_task(delivery, delivery.requests, reason);
    }

    /// A message that goes on being tried.
    pub(crate) fn fails(&mut self, delivery: &Delivery, reason: &str) {
        if delivery.controller.is_some() {
            self.tell(EventKind::DeliveryFailed, delivery.id, data(delivery, reason));
        }
    }

    /// A message that arrived after all.
    pub(crate) fn recovers(&mut self, delivery: &Delivery) {
        if delivery.controller.is_some() {
            self.tell(EventKind::DeliveryRecovered, delivery.id, data(delivery, "delivered"));
        }
    }

    /// Writes everything gathered.
    pub(crate) async fn write(self, tx: &Tx, organisation: OrganisationId) -> StoreResult<()> {
        tx.add_tasks(organisation, &self.tasks).await?;
        tx.name_requests(organisation, &self.named).await?;
        tx.emit(organisation, self.events).await
    }
}

fn data(delivery: &Delivery, reason: &str) -> Value {
    json!({
        "delivery_id": delivery.id, "controller_id": delivery.controller, "request_id": delivery.request,
        "request_count": delivery.requests, "batch_id": delivery.batch, "attempts": delivery.attempts, "reason": reason,
    })
}
