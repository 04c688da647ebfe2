//! Which entry stands for an id.

use std::collections::BTreeMap;

use entity::id::ControllerId;

use crate::domain::controller::ControllerState;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{Controller, Viewer};

/// Most redirections that are followed.
pub const REDIRECTS_MAX: usize = 8;

/// What an id leads to.
#[derive(Debug, Clone)]
pub enum Resolved {
    /// An entry in use: that of the id, or the one that stands for it.
    InUse(Box<Controller>),
    /// Nobody stands for it any more.
    Retired,
    /// There is no such entry, or it is not the viewer's to see.
    Unknown,
}

/// Follows each id to the entry that stands for it.
pub async fn resolve(
    context: &Context,
    ids: &[ControllerId],
    viewer: Viewer,
) -> Outcome<BTreeMap<ControllerId, Resolved>> {
    let mut resolved = BTreeMap::new();
    // What was asked, and where it has led so far.
    let mut open: Vec<(ControllerId, ControllerId)> = ids.iter().map(|id| (*id, *id)).collect();
    for _ in 0..=REDIRECTS_MAX {
        if open.is_empty() {
            break;
        }
        let places: Vec<_> = open.iter().map(|(_, place)| *place).collect();
        let found = context.db.controllers_by_ids(&places, viewer).await?;
        let found: BTreeMap<_, _> = found.into_iter().map(|entry| (entry.id, entry)).collect();
        let mut next = Vec::new();
        for (asked, place) in open {
            match found.get(&place) {
                None => drop(resolved.insert(asked, Resolved::Unknown)),
                Some(entry) => match (entry.state, entry.redirect_to) {
                    (ControllerState::Active, _) => {
                        resolved.insert(asked, Resolved::InUse(Box::new(entry.clone())));
                    }
                    (ControllerState::Redirected, Some(target)) => next.push((asked, target)),
                    _ => drop(resolved.insert(asked, Resolved::Retired)),
                },
            }
        }
        open = next;
    }
    // A chain without end leads nowhere.
    resolved.extend(open.into_iter().map(|(asked, _)| (asked, Resolved::Retired)));
    Ok(resolved)
}
