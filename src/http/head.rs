//! What can be got can be asked for by `HEAD` too: the same status and headers, without the body (RFC 9110, 9.3.2). Whoever asks so has
//! seen nothing, which the frame of the call tells the use case.

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody, None};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest};

/// Marks a call that asks for the headers alone.
#[derive(Clone, Copy)]
struct HeadersAlone;

/// Whether a call asks for the headers alone.
pub(super) fn is_headers_alone(request: &HttpRequest) -> bool {
    request.extensions().contains::<HeadersAlone>()
}

/// Wraps every call.
pub async fn middleware<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    if request.method() != Method::HEAD {
        return Ok(next.call(request).await?.map_into_left_body());
    }
    request.head_mut().method = Method::GET;
    request.extensions_mut().insert(HeadersAlone);
    let response = next.call(request).await?;
    // The server sends no body to `HEAD`, but would go on making one whose end is not known.
    Ok(match response.response().body().size() {
        BodySize::Stream => response.map_body(|_, _| BoxBody::new(None::new())).map_into_right_body(),
        BodySize::None | BodySize::Sized(_) => response.map_into_left_body(),
    })
}
