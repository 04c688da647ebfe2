//! The kinds of work.

use std::time::Duration;

use futures::future::BoxFuture;

use crate::service::{
    Context, Outcome, answers, audit, batches, calendars, campaigns, clients, complaints, endpoints, keys, mandates,
    reference, requests, retention, sandbox,
};
use crate::store::Tx;

use super::deliver;
use super::prove;

/// A kind of work: does a bounded piece of what is due and tells how much that was.
#[derive(Clone, Copy)]
pub struct Step {
    /// Its name in logs and measurements.
    pub name: &'static str,
    /// How long to wait when nothing was due.
    pub pause: Duration,
    /// The work; 0 means that nothing was due.
    pub run: fn(Context) -> BoxFuture<'static, Outcome<u64>>,
}

/// Receivers that are served at one time.
const TURNS: usize = 4;

/// What every process does, one that only takes calls too: it notices reference data that was imported elsewhere, and writes down
/// what its callers used and which of them it refused.
pub fn steps_of_every_role() -> Vec<Step> {
    vec![
        Step {
            name: "refresh_reference_data",
            pause: Duration::from_secs(2),
            run: |context| Box::pin(async move { reference::refresh(&context).await }),
        },
        Step {
            name: "look_for_changed_keys",
            pause: Duration::from_secs(1),
            run: |context| Box::pin(keys::look(context)),
        },
        Step {
            name: "note_refusals",
            pause: Duration::from_secs(5),
            run: |context| Box::pin(audit::note_refusals(context)),
        },
        Step {
            name: "keep_scope_uses",
            pause: Duration::from_secs(5),
            run: |context| Box::pin(clients::keep_uses(context)),
        },
    ]
}

/// All kinds of work, in the order in which a single-threaded driver runs them.
pub fn steps() -> Vec<Step> {
    let sweep = Step {
        name: "sweep_deadlines",
        pause: Duration::from_secs(5),
        run: |context| Box::pin(requests::sweep_deadlines(context)),
    };
    let mut steps = steps_of_every_role();
    steps.extend([
        sweep,
        // Beside the first, so that the next piece is decided while the database writes the one before.
        sweep,
        Step {
            name: "watch_complaints",
            pause: Duration::from_secs(5),
            run: |context| Box::pin(complaints::watch_complaints(context)),
        },
        Step {
            name: "build_complaints",
            pause: Duration::from_secs(1),
            run: |context| Box::pin(complaints::files::build_complaints(context)),
        },
        Step {
            name: "check_complaints",
            pause: Duration::from_secs(2),
            run: |context| Box::pin(complaints::check_complaints(context)),
        },
        Step {
            name: "replan_reminders",
            pause: Duration::from_secs(2),
            run: |context| Box::pin(campaigns::replan_reminders(context)),
        },
        Step {
            name: "recompute_deadlines",
            pause: Duration::from_secs(5),
            run: |context| Box::pin(calendars::recompute_deadlines(context)),
        },
        Step {
            name: "process_batches",
            pause: Duration::from_millis(500),
            run: |context| Box::pin(batches::process(context)),
        },
        Step {
            name: "end_disused_batches",
            pause: Duration::from_secs(600),
            run: |context| Box::pin(batches::end_disused(context)),
        },
        Step {
            name: "delete_unnamed_files",
            pause: Duration::from_secs(600),
            run: |context| Box::pin(answers::delete_unnamed_files(context)),
        },
        Step {
            name: "delete_what_is_past",
            pause: Duration::from_secs(3_600),
            run: |context| Box::pin(retention::delete_what_is_past(context)),
        },
        Step {
            name: "clear_uploads",
            pause: Duration::from_secs(30),
            run: |context| Box::pin(batches::clear_uploads(context)),
        },
        Step {
            name: "expire_mandates",
            pause: Duration::from_secs(60),
            run: |context| Box::pin(mandates::expire_mandates(context)),
        },
        Step {
            name: "stop_mandates",
            pause: Duration::from_secs(5),
            run: |context| Box::pin(mandates::stop_mandates(context)),
        },
        Step { name: "fan_out", pause: Duration::from_millis(500), run: |context| Box::pin(fan_out(context)) },
        Step {
            name: "prove_receivers",
            pause: Duration::from_millis(500),
            run: |context| Box::pin(prove::prove(context)),
        },
        Step { name: "strand", pause: Duration::from_secs(1), run: |context| Box::pin(deliver::strand(context)) },
        Step {
            name: "speak_for_simulated_controllers",
            pause: Duration::from_secs(5),
            run: |context| Box::pin(sandbox::speak(context)),
        },
        Step {
            name: "live_in_sandboxes",
            pause: Duration::from_secs(1),
            run: |context| Box::pin(sandbox::live_in_sandboxes(context)),
        },
        Step {
            name: "log_audit_entries",
            pause: Duration::from_secs(2),
            run: |context| Box::pin(audit::log_audit_entries(context)),
        },
        Step {
            name: "watch_audit_entries",
            pause: Duration::from_secs(2),
            run: |context| Box::pin(audit::watch_audit_entries(context)),
        },
        Step {
            name: "forget_habits",
            pause: Duration::from_secs(3_600),
            run: |context| Box::pin(audit::forget_habits(context)),
        },
        Step {
            name: "rotate_keys",
            pause: Duration::from_secs(2),
            run: |context| Box::pin(keys::rotate_keys(context)),
        },
        Step {
            name: "destroy_retired_keys",
            pause: Duration::from_secs(600),
            run: |context| Box::pin(keys::destroy_retired(context)),
        },
        Step { name: "forget_keys", pause: Duration::from_secs(600), run: |context| Box::pin(forget_keys(context)) },
        Step {
            name: "forget_spent_assertions",
            pause: Duration::from_secs(60),
            run: |context| Box::pin(clients::forget_spent(context)),
        },
    ]);
    let deliver =
        Step { name: "deliver", pause: Duration::from_millis(500), run: |context| Box::pin(deliver::deliver(context)) };
    // Each turn waits for its receiver: a slow one holds up one of these and not the others.
    steps.extend(std::iter::repeat_n(deliver, TURNS));
    steps
}

/// Idempotency keys whose time is over.
async fn forget_keys(context: Context) -> Outcome<u64> {
    let now = context.clock.now();
    context.db.write(move |tx: &Tx| Box::pin(async move { Ok(tx.forget_expired_keys(now).await?) })).await
}

/// Events become messages to the endpoints of organisations.
async fn fan_out(context: Context) -> Outcome<u64> {
    endpoints::fan_out(&context).await
}
