//! The passing of time for complaints: periods of the organisation that come to their end, and any that pass (C-10 to C-27).

use serde_json::json;

use super::told::told_with;
use crate::domain::complaint::{AlertKind, ClockKind};
use crate::domain::event::EventKind;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};

/// Complaints of one transaction.
const AT_ONCE: u64 = 200;

/// Tells what has become due. Returns how many complaints were due.
pub async fn watch_complaints(context: Context) -> Outcome<u64> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let (call, calendars) = (Call::system(), inner.calendars.now());
                let due = tx.take_due_complaints(inner.reach(), inner.clock.now(), AT_ONCE).await?;
                let count = due.len() as u64;
                for mut complaint in due {
                    let own = inner.of_in(tx, complaint.organisation).await?;
                    let now = own.clock.now();
                    let was_silent = complaint.standing.silent;
                    let alerts = complaint.standing.tell(&calendars, now);
                    complaint.next_due = complaint.standing.next_due(&calendars);
                    complaint.version += 1;
                    complaint.updated_at = now;
                    let mut events = Vec::new();
                    for alert in alerts {
                        let kind = match (alert.kind, alert.clock) {
                            (AlertKind::Approaching, _) => EventKind::ComplaintDeadlineApproaching,
                            (AlertKind::Passed, ClockKind::Information) if !was_silent => EventKind::ComplaintSilent,
                            (AlertKind::Passed, _) => EventKind::ComplaintDeadlinePassed,
                        };
                        let more = json!({
                            "period": alert.clock,
                            "whose": alert.clock.whose(),
                            "due": alert.due,
                            "days_left": alert.days_left,
                        });
                        events.push(told_with(&own, &call, &complaint, kind, more));
                    }
                    tx.update_complaint(&complaint).await?;
                    tx.emit(complaint.organisation, events).await?;
                }
                Ok::<_, Failure>(count)
            })
        })
        .await
}
