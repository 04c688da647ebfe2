//! The progress of a batch as server-sent events: bounded in time, with a sign of life while nothing changes.

use std::time::Duration;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, get, web};
use entity::id::{BatchId, OrganisationId};
use futures::stream;

use super::wire::Batch;
use crate::domain::batch::BatchState;
use crate::domain::code::Code;
use crate::http::caller::{Admission, ForOrganisation, scope};
use crate::http::followers::{Followers, Seat};
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::Failure;

/// How often the batch is looked at.
const LOOK: Duration = Duration::from_millis(500);
/// Looks without a change after which a sign of life is sent.
const LOOKS_TO_HEARTBEAT: u32 = 30;
/// Looks after which the stream ends; the caller follows again if it wants to.
const MOST_LOOKS: u32 = 1_200;

/// Follow a batch
///
/// One `progress` event whenever its figures or state have changed, with the batch as data, until it is at rest; then an
/// `end` with the same data. The stream also ends after ten minutes: follow again. It ends within seconds once the client may not read
/// the batch any more. A client has at most 20 streams open at one time.
#[utoipa::path(
    tag = "campaigns", operation_id = "follow_batch", security(("oauth2" = ["requests:read"])),
    params(("batch_id" = BatchId, Path, description = "Its id")),
    responses((status = 200, description = "Server-sent events", body = String, content_type = "text/event-stream"))
)]
#[get("/v1/batches/{batch_id}/events")]
pub async fn follow_batch(
    caller: ForOrganisation<scope::RequestsRead>,
    id: PathId<BatchId>,
    admission: Admission<scope::RequestsRead>,
    followers: web::Data<Followers>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let found = context.db.tenant(caller.organisation).batch(id.0).await.map_err(Failure::from)?;
    found.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let seat = followers.join(admission.client()).ok_or_else(|| ApiError::new(Code::TooManyStreams))?;
    let following = Following {
        context,
        admission,
        organisation: caller.organisation,
        id: id.0,
        last: None,
        looks: 0,
        over: false,
        _seat: seat,
    };
    let events = stream::unfold(following, |following| following.next());
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/event-stream"))
        .insert_header((CACHE_CONTROL, "no-store"))
        // A compressor would hold events back.
        .insert_header(("content-encoding", "identity"))
        .streaming(events))
}

struct Following {
    context: InTime,
    admission: Admission<scope::RequestsRead>,
    organisation: OrganisationId,
    id: BatchId,
    last: Option<String>,
    looks: u32,
    over: bool,
    _seat: Seat,
}

impl Following {
    async fn next(mut self) -> Option<(Result<web::Bytes, std::io::Error>, Self)> {
        if self.over {
            return None;
        }
        let mut unchanged = 0;
        while self.looks < MOST_LOOKS {
            if self.looks > 0 {
                tokio::time::sleep(LOOK).await;
            }
            self.looks += 1;
            if !self.admission.holds(&self.context).await {
                return None;
            }
            let found = self.context.db.tenant(self.organisation).batch(self.id).await.ok().flatten()?;
            let shown = serde_json::to_string(&Batch::of(&found, self.context.clock.now())).ok()?;
            if self.last.as_ref() != Some(&shown) {
                let mut text = format!("event: progress\ndata: {shown}\n\n");
                // One that only waits for its upload has no progress to follow.
                if found.state.is_at_rest() || found.state == BatchState::Receiving {
                    // With the batch again: clients that do not tell kinds of events apart read the same form every time.
                    for part in ["event: end\ndata: ", &shown, "\n\n"] {
                        text.push_str(part);
                    }
                    self.over = true;
                }
                self.last = Some(shown);
                return Some((Ok(text.into()), self));
            }
            unchanged += 1;
            if unchanged == LOOKS_TO_HEARTBEAT {
                return Some((Ok(web::Bytes::from_static(b": still here\n\n")), self));
            }
        }
        None
    }
}
