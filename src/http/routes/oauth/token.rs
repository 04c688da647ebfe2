//! `POST /oauth/token`.

use actix_web::http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, ResponseError, post, web};
use base64::Engine;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::http::json::read_bounded;
use crate::http::patience::Patience;
use crate::http::problem::ApiError;
use crate::http::trace;
use crate::service::clients::Presented;
use crate::service::{Context, clients};

const FORM_LIMIT: usize = 8 * 1024;

/// RFC 7523, 2.2.
const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

const NEEDS_TYPE: &str =
    "An assertion goes with the client_assertion_type urn:ietf:params:oauth:client-assertion-type:jwt-bearer.";

/// What to ask for.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[expect(dead_code, reason = "describes the form; it is parsed pair by pair")]
pub struct TokenRequest {
    /// Always `client_credentials`.
    #[schema(example = "client_credentials")]
    grant_type: String,
    /// Scopes, separated by spaces; all the client holds when absent.
    scope: Option<String>,
    /// With an assertion, always `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.
    #[schema(example = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")]
    client_assertion_type: Option<String>,
    /// A JWT that is signed with a key of the client, instead of HTTP Basic: `iss` and `sub` are the client id, `aud` the base
    /// address of the service and nothing else, `exp` at most five minutes ahead, `jti` fresh each time.
    client_assertion: Option<String>,
    /// The client id; with an assertion, which names it, it can be left out.
    client_id: Option<String>,
}

/// An access token.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct TokenResponse {
    /// The token, to send as `Authorization: Bearer …`.
    access_token: String,
    /// Always `Bearer`.
    #[schema(example = "Bearer")]
    token_type: String,
    /// Life in seconds.
    #[schema(example = 600)]
    expires_in: u32,
    /// Granted scopes, separated by spaces.
    #[schema(example = "requests:read requests:write")]
    scope: String,
}

/// A refusal in the words of OAuth 2.0.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct TokenError {
    /// Word of RFC 6749, 5.2.
    #[schema(example = "invalid_client")]
    error: String,
    /// A sentence for people.
    error_description: String,
}

/// Get an access token
///
/// OAuth 2.0 client credentials; the client authenticates with HTTP Basic (`client_secret_basic`), or with an assertion that it signs
/// with a key it has registered (`private_key_jwt`, RFC 7523). An assertion is good once.
#[utoipa::path(
    tag = "access", operation_id = "create_token", security(("client" = [])),
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "A token", body = TokenResponse),
        (status = 400, description = "The request is not understood", body = TokenError),
        (status = 401, description = "The client is not known or does not prove who it is", body = TokenError),
    )
)]
#[post("/oauth/token")]
pub async fn create_token(request: HttpRequest, payload: web::Payload, context: web::Data<Context>) -> HttpResponse {
    match issue(&request, payload, &context).await {
        Ok(token) => HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(token),
        Err(error) => refuse(&error),
    }
}

async fn issue(request: &HttpRequest, payload: web::Payload, context: &Context) -> Result<TokenResponse, ApiError> {
    let form_typed = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !form_typed.starts_with("application/x-www-form-urlencoded") {
        return Err(ApiError::new(Code::UnsupportedMediaType));
    }
    let authorisation = read_authorisation(request)?;
    let body = read_bounded(payload.into_inner(), FORM_LIMIT, Patience::of(request)).await?;
    // A field without a value is as if it were not there (RFC 6749, 3.2): some generated clients send all they know.
    let field = |name: &str| {
        let mut found = url::form_urlencoded::parse(&body)
            .filter(|(key, value)| key == name && !value.is_empty())
            .map(|(_, value)| value.into_owned());
        (found.next(), found.next().is_some())
    };
    let (grant, repeated) = field("grant_type");
    if repeated || grant.as_deref() != Some("client_credentials") {
        return Err(ApiError::new(Code::UnsupportedGrant));
    }
    let (scope, repeated) = field("scope");
    if repeated {
        return Err(ApiError(Problem::with_detail(Code::InvalidScope, "Send `scope` once.")));
    }
    let ((kind, kinds), (assertion, assertions), (named, names)) =
        (field("client_assertion_type"), field("client_assertion"), field("client_id"));
    let refuse = |reason: &str| ApiError::with_detail(Code::InvalidClient, reason);
    if kinds || assertions || names {
        return Err(refuse("Send `client_assertion`, `client_assertion_type` and `client_id` once."));
    }
    let presented = match (&authorisation, &kind, &assertion) {
        (Some((id, secret)), None, None) => Presented::Secret(id, secret),
        (None, Some(kind), Some(assertion)) if kind == ASSERTION_TYPE => Presented::Assertion(assertion),
        (Some(_), ..) => return Err(refuse("Use HTTP Basic or an assertion, and not both.")),
        (None, None, None) => return Err(ApiError::new(Code::InvalidClient)),
        (None, ..) => return Err(refuse(NEEDS_TYPE)),
    };
    // Until it has proven itself, the client is who the caller says it is.
    let said = authorisation.as_ref().map(|(id, _)| id).or(named.as_ref());
    if let Some(said) = said.and_then(|id| id.parse().ok()) {
        trace::log_client(request, said);
    }
    let token = clients::issue_token(context, presented, named.as_deref(), scope.as_deref()).await?;
    trace::log_client(request, token.client);
    Ok(TokenResponse {
        access_token: token.access_token,
        token_type: "Bearer".to_owned(),
        expires_in: token.expires_in,
        scope: token.scope,
    })
}

/// What HTTP Basic says, when there is such a header.
fn read_authorisation(request: &HttpRequest) -> Result<Option<(String, String)>, ApiError> {
    let mut values = request.headers().get_all(AUTHORIZATION);
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => basic(value).map(Some).ok_or_else(|| ApiError::new(Code::InvalidClient)),
        _ => Err(ApiError::with_detail(Code::InvalidClient, "Send one `Authorization`.")),
    }
}

fn basic(value: &HeaderValue) -> Option<(String, String)> {
    let value = value.to_str().ok()?;
    let (scheme, encoded) = value.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = base64::engine::general_purpose::STANDARD.decode(encoded.trim()).ok()?;
    let text = String::from_utf8(decoded).ok()?;
    let (id, secret) = text.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}

/// RFC 6749 has its own words for errors; problems of other kinds are answered as everywhere.
fn refuse(error: &ApiError) -> HttpResponse {
    let word = match error.0.code {
        Code::InvalidClient => "invalid_client",
        Code::InvalidScope => "invalid_scope",
        Code::UnsupportedGrant => "unsupported_grant_type",
        _ => return error.error_response(),
    };
    let description = error.0.detail.as_deref().unwrap_or_else(|| error.0.code.remedy());
    let body = TokenError { error: word.to_owned(), error_description: description.to_owned() };
    let mut response = HttpResponse::build(error.status_code());
    response.extensions_mut().insert(error.0.code);
    response.insert_header((CACHE_CONTROL, "no-store"));
    if error.0.code == Code::InvalidClient {
        response.insert_header(("www-authenticate", "Basic realm=\"recourse\""));
    }
    response.json(body)
}
