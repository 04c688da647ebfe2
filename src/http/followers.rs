//! How many streams of events one client has open. Each holds a connection and looks into the database twice a second, so that their
//! number is bounded as calls are. Each replica counts for itself.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use entity::id::ClientId;

/// Streams that one client may have open at one time.
pub const MOST: u32 = 20;

/// Who follows.
#[derive(Clone, Default)]
pub struct Followers(Arc<Mutex<HashMap<ClientId, u32>>>);

/// The place of one stream; given back when it is dropped.
pub struct Seat {
    followers: Followers,
    client: ClientId,
}

impl Followers {
    /// A place for one more stream; none when the client has as many as it may.
    pub fn join(&self, client: ClientId) -> Option<Seat> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(client).or_default();
        if *count >= MOST {
            return None;
        }
        *count += 1;
        Some(Seat { followers: self.clone(), client })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut open = self.followers.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.client) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.client);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_client_has_places_of_its_own_and_gives_them_back() {
        let followers = Followers::default();
        let [one, other] = [1, 2].map(|number| ClientId::from(uuid::Uuid::from_u128(number)));
        let mut seats: Vec<Seat> = (0..MOST).map_while(|_| followers.join(one)).collect();
        assert_eq!(seats.len(), MOST as usize);
        assert!(followers.join(one).is_none() && followers.join(other).is_some());
        seats.pop();
        assert!(followers.join(one).is_some());
        drop(seats);
        assert!(followers.0.lock().expect("the list").is_empty());
    }
}
