//! The simulated controllers of sandboxes. They hear what is delivered to them, and what they say goes the way of every answer.

use std::collections::BTreeMap;

use entity::id::{ControllerId, OrganisationId, RequestId};

use super::Times;
use crate::domain::controller::Channel;
use crate::domain::response::Via;
use crate::domain::simulation::{Behaviour, Course};
use crate::service::answers::{Incoming, Source, take};
use crate::service::call::{Actor, Call};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Controller, Simulation, StoreError, Tx};

/// Requests of one transaction.
const AT_ONCE: u64 = 500;

/// Lets a simulated controller hear of requests at this moment.
pub(in crate::service) async fn hear(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    controller: &Controller,
    requests: &[RequestId],
) -> Outcome<()> {
    // An entry that has changed since the message was written is treated as one that takes it and says nothing.
    let behaviour = behaviour(controller).unwrap_or(Behaviour::Silent);
    let course = Course { received_at: context.clock.now(), informed_at: None, said: 0 };
    let heard = requests.iter().map(|request| {
        let (request, controller) = (*request, controller.id);
        Simulation { organisation, request, controller, behaviour, course }
    });
    Ok(tx.add_simulations(&heard.collect::<Vec<_>>()).await?)
}

/// Lets a simulated controller hear what it had asked for, at this moment.
pub(in crate::service) async fn hear_of(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    request: RequestId,
) -> Outcome<()> {
    if let Some(mut simulation) = tx.simulation(organisation, request).await? {
        simulation.course.informed_at.get_or_insert(context.clock.now());
        tx.update_simulation(&simulation).await?;
    }
    Ok(())
}

fn behaviour(controller: &Controller) -> Option<Behaviour> {
    controller.channels.iter().find_map(|channel| match channel {
        Channel::Simulated { behaviour } => Some(*behaviour),
        _ => None,
    })
}

/// Lets simulated controllers say what they have to say by now. Tells of how many requests.
pub async fn speak(context: Context) -> Outcome<u64> {
    let inner = context.clone();
    match context.db.write(move |tx| Box::pin(async move { say(&inner, tx).await })).await {
        // A request was moved meanwhile; what is to be said is still to be said.
        Err(Failure::Store(StoreError::Stale)) => Ok(0),
        said => said,
    }
}

async fn say(context: &Context, tx: &Tx) -> Outcome<u64> {
    let now = context.clock.now();
    let due = tx.take_due_simulations(context.reach(), now, AT_ONCE).await?;
    let count = due.len() as u64;
    let organisations = due.iter().map(|simulation| simulation.organisation).collect();
    let times = Times::of(context, tx, now, organisations).await?;
    let mut speakers: BTreeMap<(OrganisationId, ControllerId), Vec<Simulation>> = BTreeMap::new();
    for simulation in due {
        speakers.entry((simulation.organisation, simulation.controller)).or_default().push(simulation);
    }
    for ((organisation, controller), simulations) in speakers {
        let (own, now) = times.at(organisation);
        let mut lines = Vec::with_capacity(simulations.len());
        for simulation in &simulations {
            lines.push(line(simulation).ok_or(Failure::Defect("a controller is due that has nothing to say"))?);
        }
        let call = Call { actor: Actor::Callback(controller), ..Call::system() };
        let source = Source::Controller(controller);
        let results = take(own, tx, &call, source, Via::Callback, now, &lines).await?;
        for (mut simulation, result) in simulations.into_iter().zip(results) {
            if result.is_err() {
                // Withdrawn, closed, or no longer to be answered.
                tx.end_simulation(organisation, simulation.request).await?;
                continue;
            }
            simulation.course.said += 1;
            tx.update_simulation(&simulation).await?;
        }
    }
    Ok(count)
}

/// What a controller says next, with an id of its own so that it is taken once.
fn line(simulation: &Simulation) -> Option<Incoming> {
    let turn = simulation.behaviour.next(&simulation.course)?;
    Some(Incoming {
        request: simulation.request,
        response: turn.response,
        message_id: Some(format!("simulated/{}/{}", simulation.request, simulation.course.said)),
        attachments: Vec::new(),
    })
}
