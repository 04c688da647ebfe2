//! Legal dates of a case, or of many.

use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpRequest, HttpResponse, post, web};

use crate::domain::calculator::CaseForm;
use crate::domain::calendar::Calendars;
use crate::domain::code::Code;
use crate::http::json::{self, BODY_LIMIT};
use crate::http::language::{AcceptLanguageHeader, AcceptedLanguage, LanguageQuery, in_language};
use crate::http::page::Query;
use crate::http::patience::Patience;
use crate::http::problem::ApiError;
use crate::service::Context;
use crate::service::calculator::{self, CaseResult};
use crate::wording::Words;

/// Largest JSON body of one case.
const CASE_LIMIT: usize = 64 << 10;
/// Most lines of one call.
const MAX_LINES: usize = 1_000;
const NDJSON: &str = "application/x-ndjson";

/// Compute legal dates
///
/// Of one case as JSON; or of up to 1,000 cases as NDJSON, one per line, each answered on its own line in the same order by a
/// result or by a problem with its `line`, so that a bad line harms no other. No account is needed and nothing is stored.
/// The explanation is in the language that `language` names, else the best that `Accept-Language` asks for, else English.
/// Anybody can compute millions with the command line, `recourse deadline --ndjson`.
#[utoipa::path(
    tag = "calculator", operation_id = "compute_deadline", security(()),
    params(LanguageQuery, AcceptLanguageHeader),
    request_body(content(
        (CaseForm = "application/json", examples(
            ("request" = (summary = "A request that was extended", value = json!({
                "id": "case-1", "place": "FR", "received": "2026-01-31",
                "extension": { "notified": "2026-02-20", "months": 2, "reasoned": true }
            }))),
            ("suspended" = (summary = "A request whose clock stood while the controller waited", value = json!({
                "place": "DE-BE", "received": "2026-09-07",
                "suspensions": [{ "asked": "2026-09-08", "received": "2026-09-18", "kind": "identity" }]
            }))),
            ("authority" = (summary = "A complaint without news from the authority", value = json!({
                "place": "IE", "received": "2026-01-15", "regime": "sa_information"
            }))),
            ("breach" = (summary = "A breach, by the hour", value = json!({
                "place": "FR", "received_at": "2026-03-28T10:00:00+01:00", "regime": "breach_72h"
            })))
        )),
        (String = "application/x-ndjson", example = "{\"id\":\"case-1\",\"place\":\"FR\",\"received\":\"2026-01-31\"}\n")
    ), description = "One case, or one per line"),
    responses((status = 200, description = "The dates with their explanation; for NDJSON one result or problem per line", content(
        (CaseResult = "application/json"),
        (String = "application/x-ndjson")
    ), headers(
        ("Content-Language" = String, description = "The language of the texts for people"),
        ("Vary" = String, description = "`Accept-Language`, of which that language depends")
    )))
)]
#[post("/v1/deadlines:compute")]
pub async fn compute_deadline(
    request: HttpRequest,
    query: Query<LanguageQuery>,
    accepted: AcceptedLanguage,
    payload: web::Payload,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let calendars = context.calendars.now();
    let language = query.0.language.or(accepted.0).unwrap_or_default();
    let words = Words::of(language);
    let (payload, patience) = (payload.into_inner(), Patience::of(&request));
    let mut response = HttpResponse::Ok();
    in_language(&mut response, language);
    match media_type(&request).as_str() {
        "application/json" => {
            let form: CaseForm = json::parse(&json::read_bounded(payload, CASE_LIMIT, patience).await?)?;
            Ok(response.json(calculator::compute(&form, &calendars, words)?))
        }
        NDJSON => {
            let bytes = json::read_bounded(payload, BODY_LIMIT, patience).await?.freeze();
            if bytes.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count() > MAX_LINES {
                return Err(ApiError::with_detail(
                    Code::BodyTooLarge,
                    format!("At most {MAX_LINES} lines are accepted here."),
                ));
            }
            let answers = web::block(move || answer(&bytes, &calendars, words)).await;
            Ok(response.content_type(NDJSON).body(answers.map_err(|_| ApiError::new(Code::Unavailable))?))
        }
        _ => Err(ApiError::new(Code::UnsupportedMediaType)),
    }
}

fn media_type(request: &HttpRequest) -> String {
    let value = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn answer(bytes: &[u8], calendars: &Calendars, words: Words) -> Vec<u8> {
    let mut answers = Vec::new();
    for (line, number) in bytes.split(|byte| *byte == b'\n').zip(1..) {
        if !line.trim_ascii().is_empty() {
            let answer = calculator::answer_line(line, number, calendars, words);
            serde_json::to_writer(&mut answers, &answer).expect("plain data can be written to memory");
            answers.push(b'\n');
        }
    }
    answers
}
