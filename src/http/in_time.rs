//! The service for whoever calls: in their time, and with their rows within reach.

use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};

use super::caller::token_of;
use super::problem::ApiError;
use crate::domain::code::Code;
use crate::service::{Actor, Context, clients};

/// The service for the organisation that the caller acts for; the service as a whole for all others.
///
/// Every route of organisations takes this, so that what a call reads and writes is of one time and of one organisation. Whether the caller may do what it
/// wants is not asked here.
#[derive(Clone)]
pub enum InTime {
    /// For whoever acts for no organisation.
    Whole(web::Data<Context>),
    /// For one organisation.
    Of(Box<Context>),
}

impl Deref for InTime {
    type Target = Context;

    fn deref(&self) -> &Context {
        match self {
            Self::Whole(context) => context,
            Self::Of(context) => context,
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
            let Some(token) = token else { return Ok(Self::Whole(context)) };
            match clients::authenticate(&context, token).await?.actor {
                Actor::Organisation(_, organisation) => Ok(Self::Of(Box::new(context.of(organisation).await?))),
                _ => Ok(Self::Whole(context)),
            }
        })
    }
}
