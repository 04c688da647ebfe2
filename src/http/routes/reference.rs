//! `GET /v1/reference-data`.

use actix_web::{HttpResponse, get, web};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::list::RouteList;
use crate::domain::reference::ReferenceKind;
use crate::http::caller::{ForOperator, scope};
use crate::http::problem::ApiError;
use crate::service::Context;
use crate::service::reference::{self, ReferenceEntry};

pub(super) fn configure(config: &mut RouteList) {
    config.service(list_reference_data);
}

/// Data of one kind and country that all organisations share.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ReferenceData {
    /// Which data.
    pub kind: ReferenceKind,
    /// The country, ISO 3166-1 alpha-2.
    #[schema(example = "FR")]
    pub country: String,
    /// The version in force.
    #[schema(example = "FR-2026.2")]
    pub version: String,
    /// When it was imported; absent when it came with the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imported_at: Option<Timestamp>,
    /// Who imported it, `system` for the command line; absent when it came with the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imported_by: Option<String>,
}

impl From<ReferenceEntry> for ReferenceData {
    fn from(entry: ReferenceEntry) -> Self {
        let ReferenceEntry { kind, country, version, imported } = entry;
        let (imported_at, imported_by) = imported.unzip();
        Self { kind, country, version, imported_at, imported_by }
    }
}

/// All of it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ReferenceDataList {
    /// By kind, then by country.
    pub items: Vec<ReferenceData>,
}

/// Reference data in force
///
/// Calendars of public holidays and lists of supervisory authorities, each with its version and where it came from. A newer one
/// is imported by the command line: `recourse import calendars`, `recourse import authorities`; a calendar also by
/// `POST /v1/calendars`.
#[utoipa::path(
    tag = "service", operation_id = "list_reference_data", security(("oauth2" = ["directory:manage"])),
    responses((status = 200, description = "What is in force", body = ReferenceDataList))
)]
#[get("/v1/reference-data")]
pub async fn list_reference_data(
    _caller: ForOperator<scope::DirectoryManage>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let entries = reference::list(&context).await?;
    Ok(HttpResponse::Ok().json(ReferenceDataList { items: entries.into_iter().map(ReferenceData::from).collect() }))
}
