//! Operations that are going away: one table, from which the document gets its marks and each answer of such an operation its
//! headers, `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and a link to what to use instead.
//!
//! `openapi/README.md` says what callers may rely on.

use std::time::SystemTime;

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue, HttpDate, LINK};
use actix_web::middleware::Next;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

/// An operation that is going away.
#[derive(Debug, Clone, Copy)]
pub struct Deprecation {
    /// Its method, in capitals.
    pub method: &'static str,
    /// Its path, as it stands in the document.
    pub path: &'static str,
    /// The day on which it was deprecated, in UTC.
    pub since: Date,
    /// The day from which it may be gone, in UTC; [`NOTICE_MONTHS`] after `since` at the earliest.
    pub sunset: Date,
    /// Address of what tells people what to use instead, relative to the server.
    pub instead: &'static str,
}

/// How long an operation goes on working after it was deprecated, at least.
pub const NOTICE_MONTHS: i32 = 12;

/// All of them. An operation leaves this list together with its route, when its sunset has passed.
pub const DEPRECATED: &[Deprecation] = &[];

/// Wraps every call, inside of `head`, which asks for what `GET` answers, and of the limit.
pub(super) async fn middleware<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let mut response = next.call(request).await?;
    announce(DEPRECATED, &mut response);
    Ok(response)
}

fn announce<B>(table: &[Deprecation], response: &mut ServiceResponse<B>) {
    if table.is_empty() {
        return;
    }
    let request = response.request();
    let Some(path) = request.match_pattern() else { return };
    let found = table.iter().find(|one| one.method == request.method().as_str() && one.path == path);
    if let Some(deprecation) = found {
        for (name, value) in headers(deprecation) {
            insert(response.headers_mut(), name, &value);
        }
    }
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// The three headers: a date of structured fields (RFC 9651), a date of HTTP, and a link.
fn headers(deprecation: &Deprecation) -> [(HeaderName, String); 3] {
    let start =
        |day: Date| TimeZone::UTC.to_zoned(day.at(0, 0, 0, 0)).map_or(jiff::Timestamp::MAX, |zoned| zoned.timestamp());
    let sunset = HttpDate::from(SystemTime::from(start(deprecation.sunset)));
    [
        (HeaderName::from_static("deprecation"), format!("@{}", start(deprecation.since).as_second())),
        (HeaderName::from_static("sunset"), sunset.to_string()),
        (LINK, format!("<{}>; rel=\"deprecation\"; type=\"text/html\"", deprecation.instead)),
    ]
}

/// Marks the operations of the table in the document, and says which headers their answers have.
pub(super) fn mark(table: &[Deprecation], document: &mut Value) {
    for deprecation in table {
        let method = deprecation.method.to_ascii_lowercase();
        let Some(operation) = document["paths"].get_mut(deprecation.path).and_then(|item| item.get_mut(method)) else {
            continue;
        };
        operation["deprecated"] = json!(true);
        let Some(responses) = operation["responses"].as_object_mut() else { continue };
        // Whoever calls too often is stopped before the operation is looked at.
        for (_, response) in responses.iter_mut().filter(|(status, _)| *status != "429") {
            let described = [
                ("Deprecation", "When the operation was deprecated: `@` and seconds since 1970 (RFC 9745)."),
                ("Sunset", "From when on the operation may be gone (RFC 8594)."),
                ("Link", "What to use instead, by `rel=\"deprecation\"`."),
            ];
            for (name, description) in described {
                response["headers"][name] =
                    json!({ "description": description, "required": true, "schema": { "type": "string" } });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::middleware::from_fn;
    use actix_web::test::{TestRequest, call_service, init_service};
    use actix_web::{App, HttpResponse, web};
    use jiff::civil::date;

    use super::*;
    use crate::http::openapi;

    const SAMPLE: &[Deprecation] = &[Deprecation {
        method: "GET",
        path: "/v1/things/{thing_id}",
        since: date(2027, 5, 1),
        sunset: date(2028, 5, 1),
        instead: "/docs/changes#things",
    }];

    async fn announced<B: MessageBody>(request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<B>, Error> {
        let mut response = next.call(request).await?;
        announce(SAMPLE, &mut response);
        Ok(response)
    }

    #[actix_web::test]
    async fn answers_of_a_deprecated_operation_say_so_and_no_others() {
        let thing = web::resource("/v1/things/{thing_id}")
            .route(web::get().to(HttpResponse::Ok))
            .route(web::put().to(HttpResponse::Ok));
        let other = web::resource("/v1/things").route(web::get().to(HttpResponse::Ok));
        let service = init_service(App::new().service(thing).service(other).wrap(from_fn(announced))).await;
        let answer = call_service(&service, TestRequest::get().uri("/v1/things/7").to_request()).await;
        let header = |name: &str| answer.headers().get(name).map(|value| value.to_str().unwrap());
        assert_eq!(header("deprecation"), Some("@1809129600"));
        assert_eq!(header("sunset"), Some("Mon, 01 May 2028 00:00:00 GMT"));
        assert_eq!(header("link"), Some("</docs/changes#things>; rel=\"deprecation\"; type=\"text/html\""));
        for request in [TestRequest::put().uri("/v1/things/7"), TestRequest::get().uri("/v1/things")] {
            let answer = call_service(&service, request.to_request()).await;
            assert!(answer.headers().get("deprecation").is_none());
        }
    }

    #[test]
    fn the_document_marks_a_deprecated_operation_with_its_headers() {
        let mut document = json!({ "paths": { "/v1/things/{thing_id}": {
            "get": { "responses": { "200": {}, "404": { "headers": { "ETag": {} } } } }, "put": { "responses": { "200": {} } }
        } } });
        mark(SAMPLE, &mut document);
        let item = &document["paths"]["/v1/things/{thing_id}"];
        assert_eq!(item["get"]["deprecated"], true);
        assert_eq!(item["put"], json!({ "responses": { "200": {} } }));
        for status in ["200", "404"] {
            let headers = item["get"]["responses"][status]["headers"].as_object().unwrap();
            assert!(["Deprecation", "Sunset", "Link"].iter().all(|name| headers.contains_key(*name)), "{headers:?}");
        }
    }

    #[test]
    fn the_table_and_the_document_name_the_same_operations_and_the_time_is_long_enough() {
        let document = openapi::document();
        let items = document["paths"].as_object().unwrap().iter();
        let marked = items.flat_map(|(path, item)| {
            let methods = item.as_object().unwrap().iter().filter(|(_, operation)| operation["deprecated"] == true);
            methods.map(move |(method, _)| (method.to_ascii_uppercase(), path.clone()))
        });
        let listed: Vec<_> = DEPRECATED.iter().map(|one| (one.method.to_owned(), one.path.to_owned())).collect();
        assert_eq!(marked.collect::<Vec<_>>(), listed, "in the order of the document");
        for one in DEPRECATED.iter().chain(SAMPLE) {
            let earliest = one.since.checked_add(jiff::Span::new().months(NOTICE_MONTHS)).unwrap();
            assert!(one.sunset >= earliest, "{one:?}");
        }
    }
}
