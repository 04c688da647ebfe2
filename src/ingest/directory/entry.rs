//! A controller as the directory keeps it, free of the format it came in.

use aws_lc_rs::digest::{SHA256, digest};
use serde::Serialize;

use crate::domain::controller::{Category, Channel, IdentityNeed, RecordQuality, RetirementReason};
use crate::domain::text_enum;

text_enum! {
    /// What somebody should know about an entry: what could not be deduced, or was set right.
    pub enum Note {
        /// The last line of the address names no country we know, and the record is relevant for more than one.
        CountryUnknown = "country_unknown",
        /// The last line of the address names no country we know; the only relevant country was taken.
        CountryFromRelevantCountries = "country_from_relevant_countries",
        /// Public holidays differ inside the country, and the address does not tell the part with certainty.
        SubdivisionUnknown = "subdivision_unknown",
        /// The address has a single line, so no letter can be sent.
        AddressTooShort = "address_too_short",
        /// The record suggests fax, which we do not send; the other ways stand in their usual order.
        FaxNotSent = "fax_not_sent",
        /// The record suggests a way for which it has no address.
        SuggestedWayMissing = "suggested_way_missing",
        /// Nothing that can be used to reach the controller is left.
        NoChannel = "no_channel",
        /// The description of an identity element says something else than its type; the description was followed.
        ElementTypeContradicted = "element_type_contradicted",
        /// The address of the PGP key is not secure and was left out.
        PgpAddressNotSecure = "pgp_address_not_secure",
        /// A source that is not an address of the web was left out.
        SourceNotOnTheWeb = "source_not_on_the_web",
    }
}

/// A controller of the directory.
///
/// Every contact in it is *unconfirmed* until a delivery has succeeded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DirectoryEntry {
    /// The record's name in the open directory: lower-case letters, digits and hyphens. Stable over imports.
    pub slug: String,
    /// Legal name.
    pub name: String,
    /// Other services and companies the same controller answers for.
    pub aliases: Vec<String>,
    /// What the controller does.
    pub categories: Vec<Category>,
    /// State of the answering establishment (ISO 3166-1), whose holidays count (rule H-1). `None` when in doubt.
    pub country: Option<String>,
    /// Part of that state (ISO 3166-2). `None` when in doubt.
    pub subdivision: Option<String>,
    /// Postal address below the name, the country last.
    pub address_lines: Vec<String>,
    /// Whether the record serves people of every country.
    pub relevant_everywhere: bool,
    /// Countries whose people the record serves (ISO 3166-1).
    pub relevant_countries: Vec<String>,
    /// Ways to reach the controller, the preferred one first.
    pub channels: Vec<Channel>,
    /// What the controller needs to recognise a person.
    pub identity_needs: Vec<IdentityNeed>,
    /// Whether the controller asks everybody for an identity document, which it may not do without a reasonable doubt in
    /// each case (rule M-10).
    pub needs_id_document: bool,
    /// Language to write in, where it is not the person's choice.
    pub request_language: Option<String>,
    /// Details that are no channel of ours.
    pub contact: ContactDetails,
    /// Names of the directory's own letter templates that fit this controller better than the usual ones.
    pub templates: LetterTemplates,
    /// Whether the controller's offer is for adults only.
    pub adults_only: bool,
    /// How far the record can be trusted.
    pub quality: RecordQuality,
    /// Where the record's facts can be seen.
    pub sources: Vec<String>,
    /// Remarks of the directory's authors, in their language.
    pub comments: Vec<String>,
    /// What was not certain when the record was read.
    pub notes: Vec<Note>,
}

/// Details by which a person may reach a controller, but the service does not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ContactDetails {
    /// Phone number with its country code.
    pub phone: Option<String>,
    /// Fax number with its country code.
    pub fax: Option<String>,
    /// The controller's main site.
    pub web: Option<String>,
    /// Fingerprint of the e-mail address' PGP key: 40 digits 0-9 A-F.
    pub pgp_fingerprint: Option<String>,
    /// Where that key is found.
    pub pgp_url: Option<String>,
}

/// Names of special letter templates of the open directory, by right.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LetterTemplates {
    /// For access requests.
    pub access: Option<String>,
    /// For erasure requests.
    pub erasure: Option<String>,
    /// For rectification requests.
    pub rectification: Option<String>,
    /// For objections to marketing.
    pub objection: Option<String>,
}

/// What is left of an entry that is no longer used, so that its slug still leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ObsoleteEntry {
    /// The slug the entry had.
    pub slug: String,
    /// What the entry was about, for people.
    pub name: String,
    /// Why it is no longer used.
    pub reason: RetirementReason,
    /// The slug that the record points to, which may itself point further.
    pub redirect_to: Option<String>,
    /// Where the reason can be seen.
    pub sources: Vec<String>,
}

/// SHA-256 of an entry's content. Two imports with equal digests need no change.
///
/// It covers the entry as converted, not the file, so that a better conversion counts as a change and a reformatted file
/// does not.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContentDigest(pub [u8; 32]);

impl ContentDigest {
    /// The digest of any content; `kind` keeps different kinds apart.
    fn of(kind: &str, content: &impl Serialize) -> Self {
        let mut bytes = format!("{kind}\n").into_bytes();
        serde_json::to_writer(&mut bytes, content).expect("plain structs with text keys are always JSON");
        let mut sum = [0; 32];
        sum.copy_from_slice(digest(&SHA256, &bytes).as_ref());
        Self(sum)
    }
}

impl std::fmt::Debug for ContentDigest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl std::fmt::Display for ContentDigest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl DirectoryEntry {
    /// The digest of the whole entry.
    pub fn digest(&self) -> ContentDigest {
        ContentDigest::of("directory-entry-1", self)
    }
}

impl ObsoleteEntry {
    /// The digest of the whole entry.
    pub fn digest(&self) -> ContentDigest {
        ContentDigest::of("obsolete-entry-1", self)
    }
}
