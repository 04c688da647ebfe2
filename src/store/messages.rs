//! Messages to controllers about requests that were filed before, and taking back messages that have become pointless.

use entity::id::{CampaignId, ControllerId, DeliveryId, OrganisationId, RequestId, TaskId};
use entity::time::Instant;
use entity::{delivery, request, task};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::domain::controller::ChannelKind;
use crate::domain::delivery::{DeliveryState, MessageKind};
use crate::domain::task::{TaskKind, TaskState};

use super::bulk::BulkRow;
use super::deliveries::{DELIVERIES, DeliveryRow};
use super::error::{StoreError, StoreResult};
use super::tasks::{self, Task};
use super::tx::Tx;

/// A message about one request, or a bundle of several.
#[derive(Debug, Clone)]
pub struct NewMessage {
    /// Its id.
    pub id: DeliveryId,
    /// To whom.
    pub controller: ControllerId,
    /// How.
    pub channel: ChannelKind,
    /// What it says.
    pub kind: MessageKind,
    /// The request it is about; none for a bundle.
    pub request: Option<RequestId>,
    /// How many requests it carries.
    pub requests: i32,
    /// The campaign whose request it carries for the first time; none for later messages, which no pause holds back.
    pub campaign: Option<CampaignId>,
    /// JSON `data` of the thin message: ids and words.
    pub payload: serde_json::Value,
    /// The task of the person who delivers it; set exactly when no program can.
    pub by_hand: Option<TaskId>,
    /// When it was made; it may leave at once.
    pub at: Timestamp,
}

/// A message that has not arrived and is not given up.
const WAITING: [&str; 2] = [DeliveryState::Pending.as_str(), DeliveryState::Manual.as_str()];

impl Tx {
    /// Adds messages, with a task for each that a person has to deliver, and wakes the lanes of the others.
    pub async fn add_messages(&self, organisation: OrganisationId, messages: &[NewMessage]) -> StoreResult<()> {
        let deliveries: Vec<BulkRow> = messages.iter().map(|message| delivery_row(organisation, message)).collect();
        self.load(&DELIVERIES, deliveries).await?;
        let rows: Vec<BulkRow> = messages.iter().filter_map(|message| task_row(organisation, message)).collect();
        self.load(&tasks::TASKS, rows).await?;
        let mut lanes: Vec<(ControllerId, Timestamp)> = messages
            .iter()
            .filter(|message| message.by_hand.is_none())
            .map(|message| (message.controller, message.at))
            .collect();
        // In one order everywhere, so that two transactions never wait for each other.
        lanes.sort_unstable();
        lanes.dedup_by_key(|(controller, _)| *controller);
        for (controller, at) in lanes {
            self.wake_lane(organisation, controller.into(), at, at).await?;
        }
        Ok(())
    }

    /// Takes back messages about these requests that have not arrived, and settles the tasks that are about them: what was to
    /// be said or done about a withdrawn request is pointless.
    pub async fn cancel_messages_about(
        &self,
        organisation: OrganisationId,
        requests: &[RequestId],
        at: Timestamp,
    ) -> StoreResult<()> {
        let about = delivery::Column::RequestId.is_in(requests.iter().copied());
        self.hold_waiting(organisation, about.clone()).await?;
        delivery::Entity::update_many()
            .col_expr(delivery::Column::State, Expr::value(DeliveryState::Cancelled.as_str()))
            .col_expr(delivery::Column::NextAttemptAt, Expr::value(Option::<Instant>::None))
            .col_expr(delivery::Column::SettledAt, Expr::value(Instant(at)))
            .filter(delivery::Column::OrganisationId.eq(organisation))
            .filter(about)
            .filter(delivery::Column::State.is_in(WAITING))
            .exec(self)
            .await?;
        self.settle_tasks(organisation, task::Column::RequestId.is_in(requests.iter().copied()), at).await
    }

    /// Holds messages that have not arrived until the end of this transaction, in the order of their ids.
    async fn hold_waiting(&self, organisation: OrganisationId, which: Expr) -> StoreResult<()> {
        self.tenant(organisation)
            .select::<delivery::Entity>()
            .select_only()
            .column(delivery::Column::Id)
            .filter(which)
            .filter(delivery::Column::State.is_in(WAITING))
            .order_by_asc(delivery::Column::Id)
            .lock_exclusive()
            .into_tuple::<DeliveryId>()
            .all(self)
            .await?;
        Ok(())
    }

    /// Counts the requests of bundles that have not left anew, after some were withdrawn; those with none left are taken back.
    pub async fn recount_bundles(
        &self,
        organisation: OrganisationId,
        bundles: &[DeliveryId],
        at: Timestamp,
    ) -> StoreResult<()> {
        for bundle in bundles {
            // Held, so that of two transactions that withdraw from one bundle the later counts what both have left.
            self.hold_waiting(organisation, delivery::Column::Id.eq(*bundle)).await?;
            let open = self
                .tenant(organisation)
                .select::<request::Entity>()
                .filter(request::Column::DispatchId.eq(*bundle))
                .filter(request::Column::ClosedAt.is_null())
                .count(self)
                .await?;
            if let Some(count) = i32::try_from(open).ok().filter(|count| *count > 0) {
                self.tell_count(organisation, *bundle, count).await?;
                continue;
            }
            let cancelled = delivery::Entity::update_many()
                .col_expr(delivery::Column::State, Expr::value(DeliveryState::Cancelled.as_str()))
                .col_expr(delivery::Column::NextAttemptAt, Expr::value(Option::<Instant>::None))
                .col_expr(delivery::Column::SettledAt, Expr::value(Instant(at)))
                .filter(delivery::Column::OrganisationId.eq(organisation))
                .filter(delivery::Column::Id.eq(*bundle))
                .filter(delivery::Column::State.is_in(WAITING))
                .exec(self)
                .await?;
            if cancelled.rows_affected == 1 {
                self.settle_tasks(organisation, task::Column::DeliveryId.eq(*bundle), at).await?;
            }
        }
        Ok(())
    }

    /// What was announced once stays as it was said.
    async fn tell_count(&self, organisation: OrganisationId, bundle: DeliveryId, count: i32) -> StoreResult<()> {
        let told = delivery::Entity::update_many()
            .col_expr(delivery::Column::RequestCount, Expr::value(count))
            .filter(delivery::Column::OrganisationId.eq(organisation))
            .filter(delivery::Column::Id.eq(bundle))
            .filter(delivery::Column::RequestId.is_null())
            .filter(delivery::Column::State.is_in(WAITING))
            .filter(delivery::Column::Attempts.eq(0))
            .exec(self)
            .await?;
        if told.rows_affected == 1 {
            task::Entity::update_many()
                .col_expr(task::Column::RequestCount, Expr::value(count))
                .filter(task::Column::OrganisationId.eq(organisation))
                .filter(task::Column::DeliveryId.eq(bundle))
                .filter(task::Column::Kind.eq(TaskKind::DeliverByHand.as_str()))
                // Written out so that the partial index is found.
                .filter(Expr::cust("state = 'open'"))
                .exec(self)
                .await?;
        }
        Ok(())
    }

    async fn settle_tasks(&self, organisation: OrganisationId, which: Expr, at: Timestamp) -> StoreResult<()> {
        task::Entity::update_many()
            .col_expr(task::Column::State, Expr::value(TaskState::Done.as_str()))
            .col_expr(task::Column::DoneAt, Expr::value(Instant(at)))
            .filter(task::Column::OrganisationId.eq(organisation))
            .filter(which)
            // Written out so that the partial index is found.
            .filter(Expr::cust("state = 'open'"))
            .exec(self)
            .await?;
        Ok(())
    }

    /// By which channel each of these messages went or goes.
    pub async fn channels_of(
        &self,
        organisation: OrganisationId,
        messages: &[DeliveryId],
    ) -> StoreResult<Vec<(DeliveryId, ChannelKind)>> {
        let tenant = self.tenant(organisation);
        let rows: Vec<(DeliveryId, String)> = tenant
            .select::<delivery::Entity>()
            .select_only()
            .columns([delivery::Column::Id, delivery::Column::Channel])
            .filter(delivery::Column::Id.is_in(messages.iter().copied()))
            .into_tuple()
            .all(self)
            .await?;
        let read = |(id, channel): (DeliveryId, String)| {
            Ok((id, channel.parse().map_err(|_| StoreError::corrupt("delivery", "channel", id))?))
        };
        rows.into_iter().map(read).collect()
    }
}

fn delivery_row(organisation: OrganisationId, message: &NewMessage) -> BulkRow {
    let row = DeliveryRow {
        id: message.id,
        receiver: message.controller.into(),
        controller: Some(message.controller),
        channel: message.channel,
        kind: message.kind.as_str(),
        request: message.request,
        requests: message.requests,
        batch: None,
        campaign: message.campaign,
        payload: message.payload.to_string(),
        send_from: message.by_hand.is_none().then_some(message.at),
        at: message.at,
    };
    row.cells(organisation)
}

fn task_row(organisation: OrganisationId, message: &NewMessage) -> Option<BulkRow> {
    let task = Task {
        id: message.by_hand?,
        kind: TaskKind::DeliverByHand,
        state: TaskState::Open,
        request: message.request,
        delivery: Some(message.id),
        controller: Some(message.controller),
        requests: message.requests,
        reason: None,
        created_at: message.at,
        done_at: None,
        done_by: None,
    };
    Some(tasks::row(organisation, &task))
}
