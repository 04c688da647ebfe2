//! A case as it is written in JSON or on the command line.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::deadline::{QuestionKind, Regime};
use crate::domain::place::Place;
use crate::domain::right::Right;

/// A case whose legal dates are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseForm {
    /// Comes back with the result; nothing else is done with it.
    #[serde(default)]
    pub id: Option<CaseId>,
    /// Where the act is due: for an answer the controller's establishment that answers, for an authority its state (H-1).
    #[schema(value_type = Place)]
    pub place: String,
    /// The local day of what sets the period going: for a request its receipt, for a complaint its lodging, for the petition in
    /// the Netherlands the answer. It is not counted itself. One of `received` and `received_at` is needed.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date, example = "2026-01-31")]
    pub received: Option<String>,
    /// The moment of it, whose local date at the place counts (H-7). It stands over `received`, which must then be that date,
    /// or the date as written in the moment itself.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime, example = "2026-01-31T22:30:00Z")]
    pub received_at: Option<String>,
    /// Which right is exercised; `access` when absent. It matters in the United Kingdom (U-3).
    #[serde(default)]
    #[schema(value_type = Option<Right>)]
    pub right: Option<String>,
    /// An extension that was announced.
    #[serde(default)]
    pub extension: Option<ExtensionForm>,
    /// Times during which the controller waited for information. Those that overlap count once (S-3).
    #[serde(default)]
    #[schema(max_items = 50)]
    pub suspensions: Vec<SuspensionForm>,
    /// Whether the suspensions are contested, so that none counts (S-5).
    #[serde(default)]
    pub contested: bool,
    /// Which period is computed; `gdpr_request` when absent.
    #[serde(default)]
    #[schema(value_type = Option<Regime>)]
    pub regime: Option<String>,
    /// When the complaint was lodged, for steps of a cross-border procedure that begin later: it decides whether the rules hold
    /// for it (C-20). When absent, they are taken to hold, and the explanation says so.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub lodged: Option<String>,
}

/// A name that the caller gives a case: a text or a whole number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum CaseId {
    /// A number.
    Number(i64),
    /// A text.
    Text(String),
}

impl utoipa::PartialSchema for CaseId {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{ObjectBuilder, SchemaType, Type};
        ObjectBuilder::new()
            .schema_type(SchemaType::from_iter([Type::String, Type::Integer]))
            .description(Some("A name that the caller gives a case: a text or a whole number"))
            .max_length(Some(Self::LONGEST))
            .examples(["case-1"])
            .into()
    }
}

impl ToSchema for CaseId {}

impl CaseId {
    /// Most characters of a text.
    pub const LONGEST: usize = 200;
}

/// An extension that was announced.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtensionForm {
    /// The local day of the notice.
    #[schema(value_type = String, format = Date, example = "2026-02-20")]
    pub notified: String,
    /// By how many months beyond the first period. Needed, except where the period is one of days (`ccpa`): there the extension
    /// is the one that the law knows.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 255, example = 2)]
    pub months: Option<u8>,
    /// Whether the notice gives reasons; not when absent. Without reasons an extension by a controller has no effect (E-5).
    #[serde(default)]
    pub reasoned: bool,
}

/// A time during which the controller waited for information.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SuspensionForm {
    /// The local day of the controller's question.
    #[schema(value_type = String, format = Date, example = "2026-02-03")]
    pub asked: String,
    /// The local day on which the controller had its answer; absent while it waits, and then there is no deadline (S-6).
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date, example = "2026-02-13")]
    pub received: Option<String>,
    /// What it waited for; `identity` when absent. A `fee` stops nothing but in the United Kingdom.
    #[serde(default)]
    #[schema(value_type = Option<QuestionKind>)]
    pub kind: Option<String>,
}
