//! Bodies that are packed are not taken: what a few bytes swell to would have to be found out by unpacking them. Refused before
//! anything of the body is read (RFC 9110, 15.5.16 and 12.5.3).

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, ResponseError};

use super::problem::ApiError;
use crate::domain::code::Code;

/// Wraps every call.
pub(super) async fn middleware<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let mut codings = request.headers().get_all(CONTENT_ENCODING);
    if codings.all(|coding| coding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return Ok(next.call(request).await?.map_into_left_body());
    }
    let refusal =
        ApiError::with_detail(Code::UnsupportedMediaType, "Send the body as it is, without a content coding.");
    let mut response = refusal.error_response();
    response.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    Ok(request.into_response(response).map_into_right_body())
}
