//! How long a body may take to come, so that callers who send a byte now and then do not hold connections and memory for ever; and for
//! whom it is taken: an upload that lasts is no way past a revocation.

use std::time::{Duration, Instant};

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::{HttpRequest, web};
use futures::StreamExt;

use super::caller::{Admission, RequiredScope};
use super::problem::ApiError;
use crate::domain::code::Code;
use crate::service::Context;

/// What an upload must bring at least while it is waited for as long as [`Patience::upload`] says, in bytes.
pub const LEAST_PROGRESS: usize = 16 << 10;
/// How often it is asked during an upload whether its caller may still send it. With the seconds for which the state of a client is
/// believed, what runs ends within five seconds of a revocation on every replica.
const LOOK: Duration = Duration::from_secs(1);

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

/// The body of an upload, as it comes in, of a caller that holds the scope `S` all the while. Without such a caller there is none.
pub struct Incoming<S> {
    payload: Payload,
    admission: Admission<S>,
    context: Context,
    looked: Instant,
    patience: Duration,
    waited: Duration,
    came: usize,
}

impl<S: RequiredScope> Incoming<S> {
    /// The body of this call.
    pub fn of(request: &HttpRequest, payload: web::Payload, admission: Admission<S>, context: &Context) -> Self {
        let patience = Patience::of(request).upload;
        Self {
            payload: payload.into_inner(),
            admission,
            context: context.clone(),
            looked: Instant::now(),
            patience,
            waited: Duration::ZERO,
            came: 0,
        }
    }

    /// The next piece; none at the end. `broken` makes the refusal of a body that breaks off.
    ///
    /// # Errors
    /// `unauthenticated` and `insufficient_scope` once the caller may not send it any more; `body_too_slow`, and what `broken` makes.
    pub async fn next(&mut self, broken: impl Fn(PayloadError) -> ApiError) -> Result<Option<web::Bytes>, ApiError> {
        loop {
            if self.looked.elapsed() >= LOOK {
                self.admission.renew(&self.context).await?;
                self.looked = Instant::now();
            }
            let began = Instant::now();
            let left = self.patience.saturating_sub(self.waited);
            let piece = tokio::time::timeout(left.min(LOOK), self.payload.next()).await;
            self.waited += began.elapsed();
            match piece {
                Ok(None) => return Ok(None),
                Ok(Some(piece)) => {
                    let piece = piece.map_err(&broken)?;
                    self.came += piece.len();
                    return Ok(Some(piece));
                }
                Err(_) if self.waited < self.patience => {}
                Err(_) if self.came < LEAST_PROGRESS => return Err(Patience::over()),
                Err(_) => (self.waited, self.came) = (Duration::ZERO, 0),
            }
        }
    }
}
