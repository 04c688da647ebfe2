//! Lists: keyset pages with an opaque cursor and a `next` link.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::code::Code;

use super::problem::ApiError;

/// Elements of a page when the caller names no number.
pub const DEFAULT_LIMIT: u32 = 50;
/// Most elements of a page.
pub const MAX_LIMIT: u32 = 200;

/// Where a page starts and how long it is.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next_cursor` of the page before. Opaque; do not build or keep it.
    pub cursor: Option<String>,
}

impl PageQuery {
    /// The number of elements asked for.
    pub fn limit(&self) -> Result<u64, ApiError> {
        match self.limit {
            None => Ok(u64::from(DEFAULT_LIMIT)),
            Some(limit @ 1..=MAX_LIMIT) => Ok(u64::from(limit)),
            Some(_) => Err(invalid_parameter("limit", &format!("Must lie between 1 and {MAX_LIMIT}."))),
        }
    }

    /// The cursor, parsed.
    pub fn cursor<T: std::str::FromStr>(&self) -> Result<Option<T>, ApiError> {
        let parsed = self.cursor.as_deref().map(str::parse).transpose();
        parsed.map_err(|_| invalid_parameter("cursor", "Is not a cursor of this list."))
    }
}

/// A problem with a parameter of the address.
pub fn invalid_parameter(name: &str, message: &str) -> ApiError {
    let mut problem = crate::domain::problem::Problem::new(Code::InvalidParameter);
    let pointer = name.to_owned();
    let field =
        crate::domain::problem::FieldProblem { pointer, code: Code::InvalidParameter, message: message.to_owned() };
    problem.fields.push(field);
    ApiError(problem)
}

/// A page of a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Page<T> {
    /// The elements, in the order of the list.
    pub items: Vec<T>,
    /// Where the next page starts; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Address of the next page, relative to the server; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Makes a page; `next_cursor` is the key of the last element when more follow.
    pub fn new(request: &HttpRequest, items: Vec<T>, next_cursor: Option<String>) -> Self {
        let next = next_cursor.as_ref().map(|cursor| {
            let kept =
                url::form_urlencoded::parse(request.query_string().as_bytes()).filter(|(name, _)| name != "cursor");
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            query.extend_pairs(kept).append_pair("cursor", cursor);
            format!("{}?{}", request.path(), query.finish())
        });
        Self { items, next_cursor, next }
    }
}

/// Takes one row more than the page holds as the sign that more follow; gives the page and the key of its last row.
pub fn cut<T>(mut rows: Vec<T>, limit: u64, key: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if rows.len() <= limit {
        return (rows, None);
    }
    rows.truncate(limit);
    let last = rows.last().map(key);
    (rows, last)
}

/// The parameters of the address. Unknown and repeated ones are refused, so that a misspelt filter is not silently ignored.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let parsed = serde_urlencoded::from_str(request.query_string());
        ready(parsed.map(Self).map_err(|_| {
            ApiError::with_detail(
                Code::InvalidParameter,
                "A parameter is unknown, repeated, or has a value of another form.",
            )
        }))
    }
}
