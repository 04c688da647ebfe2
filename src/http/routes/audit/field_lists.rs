//! `GET /v1/field-lists`.

use actix_web::{HttpResponse, get};
use entity::id::ControllerId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::code::Code;
use crate::domain::controller::{IdentityElement, IdentityNeed};
use crate::domain::recipient::{FieldList as Listed, Part, PartKind, Recipient};
use crate::http::caller::{ForAny, scope};
use crate::http::in_time::InTime;
use crate::http::page::Query;
use crate::http::problem::ApiError;
use crate::service::Failure;
use crate::store::Viewer;

/// For whom the identity elements are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FieldListQuery {
    /// A controller, whose identity elements are told too.
    pub controller_id: Option<ControllerId>,
}

/// Who gets which fields.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct FieldListSet {
    /// A list for each kind of recipient. What is not on it is not given.
    pub items: Vec<FieldList>,
    /// By what controllers recognise people.
    pub identity: IdentityRule,
}

/// What one kind of recipient gets.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct FieldList {
    /// Who gets it.
    pub recipient: Recipient,
    /// Why it gets these fields.
    pub purpose: String,
    /// By what it gets them.
    pub parts: Vec<FieldListPart>,
}

/// The fields of one answer, page, letter, message, credential or file.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct FieldListPart {
    /// What kind of thing it is.
    pub kind: PartKind,
    /// Which one; of an answer the id of its operation.
    #[schema(example = "get_inbox_request")]
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Its fields. A field of an object stands after a full stop; elements of an array share its name; `*` is any name that somebody
    /// chose.
    #[schema(example = json!(["content.identity.name"]))]
    pub fields: Vec<String>,
}

/// By what a controller recognises people: what its entry in the directory names, and no more (B-7).
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct IdentityRule {
    /// All elements that an entry can name.
    pub elements: Vec<IdentityElement>,
    /// Those that a controller gets whose entry names none.
    pub by_default: Vec<IdentityElement>,
    /// Those that the controller gets which was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_controller: Option<Vec<IdentityElement>>,
}

impl From<&Part> for FieldListPart {
    fn from(part: &Part) -> Self {
        Self { kind: part.kind, name: part.name.clone(), purpose: part.purpose.clone(), fields: part.fields.clone() }
    }
}

fn list(recipient: Recipient) -> FieldList {
    let Listed { purpose, parts, .. } = recipient.list();
    FieldList { recipient, purpose: purpose.clone(), parts: parts.iter().map(FieldListPart::from).collect() }
}

/// Who gets which fields
///
/// Of what the service keeps: a list for each kind of recipient, from which answers, pages, letters, messages and files are made (Z-9).
/// What is not on a list is not given. Name a controller to see by what it recognises people (B-7).
#[utoipa::path(
    tag = "audit", operation_id = "list_field_lists", security(("oauth2" = ["audit:read"])), params(FieldListQuery),
    responses(
        (status = 200, description = "The lists", body = FieldListSet),
        (status = 404, description = "There is no such controller, or it is not yours to see")
    )
)]
#[get("/v1/field-lists")]
pub async fn list_field_lists(
    caller: ForAny<scope::AuditRead>,
    query: Query<FieldListQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let viewer = caller.organisation().map_or(Viewer::Operator, Viewer::Organisation);
    let of_controller = match query.0.controller_id {
        None => None,
        Some(id) => {
            let entry = context.db.controller(id, viewer).await.map_err(Failure::from)?;
            let entry = entry.ok_or_else(|| ApiError::new(Code::NotFound))?;
            Some(IdentityNeed::elements(&entry.identity_needs))
        }
    };
    let identity = IdentityRule {
        elements: IdentityElement::ALL.to_vec(),
        by_default: IdentityElement::BY_DEFAULT.to_vec(),
        of_controller,
    };
    Ok(HttpResponse::Ok().json(FieldListSet { items: Recipient::ALL.iter().copied().map(list).collect(), identity }))
}
