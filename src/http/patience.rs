//! How long a body may take to come, so that callers who send a byte now and then do not hold connections and memory for ever.

use std::time::{Duration, Instant};

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::{HttpRequest, web};
use futures::StreamExt;

use super::problem::ApiError;
use crate::domain::code::Code;

/// What an upload must bring at least while it is waited for as long as [`Patience::upload`] says, in bytes.
pub const LEAST_PROGRESS: usize = 16 << 10;

/// How long is waited for bodies.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// How long a body that is read as a whole may take.
    pub whole: Duration,
    /// How long an upload may take for [`LEAST_PROGRESS`]. What the service itself takes to store it does not count.
    pub upload: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { whole: Duration::from_secs(15), upload: Duration::from_secs(30) }
    }
}

impl Patience {
    /// That of the server which takes this call.
    pub fn of(request: &HttpRequest) -> Self {
        request.app_data::<web::Data<Self>>().map(|patience| *patience.get_ref()).unwrap_or_default()
    }

    /// The refusal of a body that did not come in time.
    pub(super) fn over() -> ApiError {
        ApiError::new(Code::BodyTooSlow)
    }
}

/// The body of an upload, as it comes in.
pub struct Incoming {
    payload: Payload,
    patience: Duration,
    waited: Duration,
    came: usize,
}

impl Incoming {
    /// The body of this call.
    pub fn of(request: &HttpRequest, payload: web::Payload) -> Self {
        let patience = Patience::of(request).upload;
        Self { payload: payload.into_inner(), patience, waited: Duration::ZERO, came: 0 }
    }

    /// The next piece; none at the end. `broken` makes the refusal of a body that breaks off.
    ///
    /// # Errors
    /// `body_too_slow`, and what `broken` makes.
    pub async fn next(&mut self, broken: impl Fn(PayloadError) -> ApiError) -> Result<Option<web::Bytes>, ApiError> {
        loop {
            let began = Instant::now();
            let piece = tokio::time::timeout(self.patience.saturating_sub(self.waited), self.payload.next()).await;
            self.waited += began.elapsed();
            match piece {
                Ok(None) => return Ok(None),
                Ok(Some(piece)) => {
                    let piece = piece.map_err(&broken)?;
                    self.came += piece.len();
                    return Ok(Some(piece));
                }
                Err(_) if self.came < LEAST_PROGRESS => return Err(Patience::over()),
                Err(_) => (self.waited, self.came) = (Duration::ZERO, 0),
            }
        }
    }
}
