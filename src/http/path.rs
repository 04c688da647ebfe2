//! Ids in addresses. A text that is not an id looks the same as an id that is not there.

use std::future::{Ready, ready};
use std::str::FromStr;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use crate::domain::code::Code;

use super::problem::ApiError;

/// The first id in the address.
#[derive(Debug, Clone, Copy)]
pub struct PathId<T>(pub T);

impl<T: FromStr + 'static> FromRequest for PathId<T> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let text = request.match_info().iter().next().map(|(_, value)| value).unwrap_or_default();
        ready(text.parse().map(Self).map_err(|_| ApiError::new(Code::NotFound)))
    }
}

/// The first and second id in the address.
#[derive(Debug, Clone, Copy)]
pub struct PathIds<T, U>(pub T, pub U);

impl<T: FromStr + 'static, U: FromStr + 'static> FromRequest for PathIds<T, U> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut texts = request.match_info().iter().map(|(_, value)| value);
        let first = texts.next().and_then(|text| text.parse().ok());
        let second = texts.next().and_then(|text| text.parse().ok());
        ready(first.zip(second).map(|(first, second)| Self(first, second)).ok_or_else(|| ApiError::new(Code::NotFound)))
    }
}

/// The first three ids in the address.
#[derive(Debug, Clone, Copy)]
pub struct PathThree<T, U, V>(pub T, pub U, pub V);

impl<T: FromStr + 'static, U: FromStr + 'static, V: FromStr + 'static> FromRequest for PathThree<T, U, V> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let texts: Vec<&str> = request.match_info().iter().map(|(_, value)| value).collect();
        let read = || {
            let [first, second, third, ..] = texts.as_slice() else { return None };
            Some(Self(first.parse().ok()?, second.parse().ok()?, third.parse().ok()?))
        };
        ready(read().ok_or_else(|| ApiError::new(Code::NotFound)))
    }
}
