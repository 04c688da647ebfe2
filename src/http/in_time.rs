//! The service in the time of whoever calls.

use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};

use super::caller::token_of;
use super::problem::ApiError;
use crate::domain::code::Code;
use crate::service::{Actor, Context, clients};

/// The service in the time of the organisation that the caller acts for; in its own for all others.
///
/// Every route of organisations takes this, so that what a call reads and writes is of one time. Whether the caller may do what it
/// wants is not asked here.
#[derive(Clone)]
pub enum InTime {
    /// The service's own.
    Own(web::Data<Context>),
    /// That of a sandbox.
    Sandbox(Box<Context>),
}

impl Deref for InTime {
    type Target = Context;

    fn deref(&self) -> &Context {
        match self {
            Self::Own(context) => context,
            Self::Sandbox(context) => context,
        }
    }
}

impl FromRequest for InTime {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let context = request.app_data::<web::Data<Context>>().cloned();
        let token = context.as_ref().and_then(|context| token_of(request, context));
        Box::pin(async move {
            let context = context.ok_or_else(|| ApiError::new(Code::Internal))?;
            let Some(token) = token else { return Ok(Self::Own(context)) };
            match clients::authenticate(&context, token).await?.actor {
                Actor::Organisation(_, organisation) if organisation.is_sandbox() => {
                    Ok(Self::Sandbox(Box::new(context.of(organisation).await?)))
                }
                _ => Ok(Self::Own(context)),
            }
        })
    }
}
