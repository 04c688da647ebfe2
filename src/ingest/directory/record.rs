//! The records of the open format, field by field. Read only after `schema` has found nothing wrong.

use serde::Deserialize;

/// A controller, or a branch of one, with the addresses for requests.
///
/// `facet_group` exists to thin out search results on the directory's own site; it is read and not used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct CompanyRecord {
    pub slug: String,
    pub relevant_countries: Vec<String>,
    #[serde(default)]
    pub categories: Vec<String>,
    pub name: String,
    #[serde(default)]
    pub runs: Vec<String>,
    pub address: String,
    pub phone: Option<String>,
    pub fax: Option<String>,
    pub email: Option<String>,
    pub webform: Option<String>,
    pub pgp_fingerprint: Option<String>,
    pub pgp_url: Option<String>,
    pub web: Option<String>,
    pub sources: Vec<String>,
    #[serde(default)]
    pub required_elements: Vec<RequiredElement>,
    pub request_language: Option<String>,
    pub custom_access_template: Option<String>,
    pub custom_erasure_template: Option<String>,
    pub custom_rectification_template: Option<String>,
    pub custom_objection_template: Option<String>,
    #[serde(default)]
    pub needs_id_document: bool,
    pub suggested_transport_medium: Option<String>,
    #[serde(default)]
    pub comments: Vec<String>,
    pub quality: String,
    #[serde(rename = "facet-group")]
    pub _facet_group: Option<String>,
    #[serde(default)]
    pub nsfw: bool,
}

/// Something the controller needs to find the person.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RequiredElement {
    pub desc: String,
    pub r#type: String,
    #[serde(default)]
    pub optional: bool,
}

/// What is left of a record that is no longer used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct ObsoleteRecord {
    pub slug: String,
    pub name: String,
    pub reason: String,
    pub redirect_to: Option<String>,
    pub sources: Vec<String>,
    #[serde(rename = "quality")]
    pub _quality: String,
}
