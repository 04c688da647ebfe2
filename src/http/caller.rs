//! Extractors named after the right they prove: a handler that takes one cannot start without it.
//!
//! A token is checked by its signature and, at most every few seconds, against the client's row, so that a revoked client
//! or a suspended organisation is shut out quickly on every replica.

use std::future::{Future, Ready, ready};
use std::marker::PhantomData;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};

use crate::domain::access::{ClientKind, Scope};
use crate::domain::code::Code;
use crate::service::audit::Refusal;
use crate::service::clients::{self, GenuineToken};
use crate::service::{Actor, Context, Docket};
use crate::store::ClientOwner;
use entity::id::{ClientId, ControllerId, OrganisationId};

use super::problem::ApiError;
use super::trace;

/// A scope as a type.
pub trait RequiredScope: 'static {
    /// The word.
    const SCOPE: Scope;
}

macro_rules! scopes {
    ($( $name:ident ),+ $(,)?) => {
        /// One type per scope, for the extractors.
        pub mod scope {
            $(
                #[doc = concat!("The scope `", stringify!($name), "`.")]
                #[derive(Debug, Clone, Copy)]
                pub struct $name;
                impl super::RequiredScope for $name {
                    const SCOPE: super::Scope = super::Scope::$name;
                }
            )+
        }
    };
}

scopes! {
    OrganisationsManage, DirectoryManage, CalendarsManage, DirectoryRead, DirectoryWrite, PeopleRead, PeopleWrite,
    RequestsRead, RequestsFigures, RequestsWrite, AnswersRead, ComplaintsRead, ComplaintsFigures, ComplaintsWrite,
    WebhooksManage, AuditRead, ClientsRead, ClientsManage, InboxRead, InboxAnswer, DocketRead, DocketAnswer,
}

/// A client of an organisation that holds the scope `S`.
#[derive(Debug, Clone)]
pub struct ForOrganisation<S> {
    /// The tenant.
    pub organisation: OrganisationId,
    /// Whom to name in events and audit entries.
    pub actor: Actor,
    scope: PhantomData<S>,
}

/// A client of a controller that holds the scope `S`.
#[derive(Debug, Clone)]
pub struct ForController<S> {
    /// The controller.
    pub controller: ControllerId,
    /// Whom to name in events and audit entries.
    pub actor: Actor,
    scope: PhantomData<S>,
}

/// A client of a supervisory authority that holds the scope `S`.
#[derive(Debug, Clone)]
pub struct ForAuthority<S> {
    /// What it sees.
    pub docket: Docket,
    /// Whom to name in events and audit entries.
    pub actor: Actor,
    scope: PhantomData<S>,
}

/// An operator's client that holds the scope `S`.
#[derive(Debug, Clone)]
pub struct ForOperator<S> {
    /// Whom to name in events and audit entries.
    pub actor: Actor,
    scope: PhantomData<S>,
}

/// Any client that holds the scope `S`.
#[derive(Debug, Clone)]
pub struct ForAny<S> {
    /// Whom to name in events and audit entries.
    pub actor: Actor,
    scope: PhantomData<S>,
}

impl<S> ForAny<S> {
    /// The organisation, when the caller acts for one.
    pub fn organisation(&self) -> Option<OrganisationId> {
        self.actor.organisation()
    }
}

/// Whoever keeps entries of the directory: an operator's client with `directory:manage`, or an organisation's with
/// `directory:write`.
#[derive(Debug, Clone, Copy)]
pub struct DirectoryKeeper {
    /// Whom to name in events and audit entries.
    pub actor: Actor,
}

impl FromRequest for DirectoryKeeper {
    type Error = ApiError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let needed = |kind| match kind {
            ClientKind::Operator => Some(Scope::DirectoryManage),
            ClientKind::Organisation => Some(Scope::DirectoryWrite),
            ClientKind::Controller | ClientKind::Authority => None,
        };
        authorise_by_kind(request, Scope::DirectoryWrite, needed, |actor| Some(Self { actor }))
    }
}

/// Whoever may see or keep the clients of an organisation: an operator's client with `organisations:manage`, or one of the
/// organisation itself that holds the scope `S`.
#[derive(Debug, Clone, Copy)]
pub struct ClientKeeper<S> {
    /// Whom to name in events and audit entries.
    pub actor: Actor,
    scope: PhantomData<S>,
}

impl<S> ClientKeeper<S> {
    /// The owner of the clients of an organisation.
    ///
    /// # Errors
    /// `not_found` for another organisation than the caller's own.
    pub fn owner(&self, organisation: OrganisationId) -> Result<ClientOwner, ApiError> {
        match self.actor {
            Actor::Organisation(_, own) if own != organisation => Err(ApiError::new(Code::NotFound)),
            _ => Ok(ClientOwner::Organisation(organisation)),
        }
    }
}

impl<S: RequiredScope> FromRequest for ClientKeeper<S> {
    type Error = ApiError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let needed = |kind| {
            let own = (kind == ClientKind::Organisation).then_some(S::SCOPE);
            own.or((kind == ClientKind::Operator).then_some(Scope::OrganisationsManage))
        };
        authorise_by_kind(request, S::SCOPE, needed, |actor| Some(Self { actor, scope: PhantomData }))
    }
}

type Extracting<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

fn authorise<T: 'static>(
    request: &HttpRequest,
    scope: Scope,
    kind: Option<ClientKind>,
    make: impl Fn(Actor) -> Option<T> + 'static,
) -> Extracting<T> {
    let needed = move |caller| kind.is_none_or(|kind| kind == caller).then_some(scope);
    authorise_by_kind(request, scope, needed, make)
}

/// Admits a client when its kind needs a scope and it holds that one. `usual` is named to clients of other kinds.
fn authorise_by_kind<T: 'static>(
    request: &HttpRequest,
    usual: Scope,
    needed: impl Fn(ClientKind) -> Option<Scope> + 'static,
    make: impl Fn(Actor) -> Option<T> + 'static,
) -> Extracting<T> {
    let context = request.app_data::<web::Data<Context>>().cloned();
    let token = context.as_ref().and_then(|context| token_of(request, context));
    let request = request.clone();
    Box::pin(async move {
        let context = context.ok_or_else(|| ApiError::new(Code::Internal))?;
        let token = token.ok_or_else(|| ApiError::new(Code::Unauthenticated))?;
        trace::log_client(&request, token.client);
        let identity = clients::authenticate(&context, token).await?;
        let scope = needed(identity.kind);
        let Some(held) = scope.filter(|scope| identity.scopes.contains(scope)) else {
            context.count_refusal(&identity.actor, Refusal::Scope);
            let detail = format!("This operation needs the scope {}.", scope.unwrap_or(usual));
            return Err(ApiError::with_detail(Code::InsufficientScope, detail));
        };
        clients::note_use(&context, identity.client, held);
        make(identity.actor).ok_or_else(|| ApiError::new(Code::InsufficientScope))
    })
}

/// The genuine token that a call presents; none when it presents none or another. It is checked once for each call.
pub(super) fn token_of(request: &HttpRequest, context: &Context) -> Option<GenuineToken> {
    if let Some(Checked(token)) = request.extensions().get::<Checked>() {
        return token.clone();
    }
    let token = bearer(request).and_then(|token| clients::verify_token(context, &token));
    request.extensions_mut().insert(Checked(token.clone()));
    token
}

/// What came of the check, for the rest of the call.
#[derive(Clone)]
struct Checked(Option<GenuineToken>);

fn bearer(request: &HttpRequest) -> Option<String> {
    let mut values = request.headers().get_all(AUTHORIZATION);
    let value = values.next()?.to_str().ok()?;
    if values.next().is_some() {
        return None;
    }
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

/// What a call that goes on for minutes asks again and again, a stream of events or an upload: whether its caller still may. A revoked
/// client, a suspended organisation and a scope that was taken away end it within the seconds for which a client's state is believed.
pub struct Admission<S> {
    token: GenuineToken,
    scope: PhantomData<S>,
}

impl<S: RequiredScope> Admission<S> {
    /// The client that was admitted.
    pub fn client(&self) -> ClientId {
        self.token.client
    }

    /// Refuses it once it is not any more. That its token has run out meanwhile does not count: the call began before.
    ///
    /// # Errors
    /// `unauthenticated`, `insufficient_scope`; when it cannot be found out.
    pub async fn renew(&self, context: &Context) -> Result<(), ApiError> {
        let identity = clients::authenticate(context, self.token.clone()).await?;
        match identity.scopes.contains(&S::SCOPE) {
            true => Ok(()),
            false => Err(ApiError::new(Code::InsufficientScope)),
        }
    }

    /// Whether it still is. Not when that cannot be found out.
    pub async fn holds(&self, context: &Context) -> bool {
        self.renew(context).await.is_ok()
    }
}

impl<S: RequiredScope> FromRequest for Admission<S> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let context = request.app_data::<web::Data<Context>>();
        let token = context.and_then(|context| token_of(request, context));
        ready(token.map(|token| Self { token, scope: PhantomData }).ok_or_else(|| ApiError::new(Code::Unauthenticated)))
    }
}

impl<S: RequiredScope> FromRequest for ForOrganisation<S> {
    type Error = ApiError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        authorise(request, S::SCOPE, Some(ClientKind::Organisation), |actor| match actor {
            Actor::Organisation(_, organisation) => Some(Self { organisation, actor, scope: PhantomData }),
            _ => None,
        })
    }
}

impl<S: RequiredScope> FromRequest for ForController<S> {
    type Error = ApiError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        authorise(request, S::SCOPE, Some(ClientKind::Controller), |actor| match actor {
            Actor::Controller(_, controller) => Some(Self { controller, actor, scope: PhantomData }),
            _ => None,
        })
    }
}

impl<S: RequiredScope> FromRequest for ForAuthority<S> {
    type Error = ApiError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        authorise(request, S::SCOPE, Some(ClientKind::Authority), |actor| match actor {
            Actor::Authority(_, docket) => Some(Self { docket, actor, scope: PhantomData }),
            _ => None,
        })
    }
}

impl<S: RequiredScope> FromRequest for ForOperator<S> {
    type Error = ApiError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        authorise(request, S::SCOPE, Some(ClientKind::Operator), |actor| Some(Self { actor, scope: PhantomData }))
    }
}

impl<S: RequiredScope> FromRequest for ForAny<S> {
    type Error = ApiError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        authorise(request, S::SCOPE, None, |actor| Some(Self { actor, scope: PhantomData }))
    }
}
