//! One client for outgoing calls per running service, so that connections are kept.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::outbound::client::{Client, ClientError, Limits};
use crate::service::{Context, Settings};

/// By the settings of the service; tests run several services in one process.
static CLIENTS: Mutex<Vec<(Weak<Settings>, Client)>> = Mutex::new(Vec::new());

/// The client of this service.
pub(in crate::worker) fn of(context: &Context) -> Result<Client, ClientError> {
    let mut clients = CLIENTS.lock().unwrap_or_else(PoisonError::into_inner);
    clients.retain(|(settings, _)| settings.strong_count() > 0);
    let wanted = Arc::as_ptr(&context.settings);
    if let Some((_, client)) = clients.iter().find(|(settings, _)| settings.as_ptr() == wanted) {
        return Ok(client.clone());
    }
    let client = Client::new(context.settings.egress.clone(), Limits::default())?;
    clients.push((Arc::downgrade(&context.settings), client.clone()));
    Ok(client)
}
