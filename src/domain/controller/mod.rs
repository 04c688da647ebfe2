//! A controller: what it is, what it needs to recognise a person, and the ways to reach it.
//!
//! The lists are closed. Words of the directory and of the API are the same; [`Channel`] is the typed form of one way to
//! reach a controller, and [`contact`] holds what an address must look like before anything is sent to it.

mod channel;
pub mod contact;

pub use channel::{Channel, ChannelKind, ChannelProblem, WEBHOOK_BUNDLE_DEFAULT, WEBHOOK_BUNDLE_MAX, WebhookMode};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

text_enum! {
    /// What a controller does. A controller may be in several categories; a mandate may name a category instead of names.
    pub enum Category {
        /// Trades in addresses.
        Addresses = "addresses",
        /// Advertising and tracking.
        Ads = "ads",
        /// Churches and other religious bodies.
        Church = "church",
        /// Collects debts.
        CollectionAgency = "collection_agency",
        /// Shops, on paper or online.
        Commerce = "commerce",
        /// Scores creditworthiness.
        CreditAgency = "credit_agency",
        /// Games, films, music, news.
        Entertainment = "entertainment",
        /// Banks and payment.
        Finance = "finance",
        /// Hospitals, practices, health applications.
        Health = "health",
        /// Insurers.
        Insurance = "insurance",
        /// Associations and foundations.
        Nonprofit = "nonprofit",
        /// Political parties.
        PoliticalParty = "political_party",
        /// Authorities and other public bodies.
        PublicBody = "public_body",
        /// Schools and universities.
        School = "school",
        /// Social networks and messengers.
        SocialMedia = "social_media",
        /// Telephone, internet access, hosting.
        Telecommunication = "telecommunication",
        /// Transport and travel.
        Travel = "travel",
        /// Energy, water, waste.
        Utility = "utility",
    }
}

text_enum! {
    /// How far a directory entry can be trusted.
    pub enum RecordQuality {
        /// Somebody has sent a request with it and got through.
        Tested = "tested",
        /// A person has checked it.
        Verified = "verified",
        /// Taken over from another data set that a person had checked.
        Imported = "imported",
        /// Made by a program, checked by nobody.
        Scraped = "scraped",
        /// Entered by the organisation that uses it.
        Own = "own",
    }
}

text_enum! {
    /// Whether a directory entry is in use.
    pub enum ControllerState {
        /// In use.
        Active = "active",
        /// Another entry stands for it.
        Redirected = "redirected",
        /// Not in use, and nothing stands for it.
        Retired = "retired",
    }
}

text_enum! {
    /// Why a directory entry is no longer used.
    pub enum RetirementReason {
        /// Bought by another controller.
        CompanyAcquired = "company_acquired",
        /// No longer exists.
        CompanyDefunct = "company_defunct",
        /// Merged into another controller.
        CompanyMerged = "company_merged",
        /// Another entry stands for the same controller.
        Duplicate = "duplicate",
        /// The GDPR does not apply to it.
        GdprNotApplicable = "gdpr_not_applicable",
        /// Does not belong in a directory of controllers.
        OutOfScope = "out_of_scope",
    }
}

text_enum! {
    /// One thing by which a controller recognises a person.
    ///
    /// A request carries what the controller needs and no more (rule B-7).
    pub enum IdentityElement {
        /// Full name.
        Name = "name",
        /// E-mail address known to the controller.
        Email = "email",
        /// Date of birth.
        BirthDate = "birth_date",
        /// Present postal address.
        Address = "address",
        /// Telephone number known to the controller.
        Phone = "phone",
        /// Number under which the controller keeps the person as a customer.
        CustomerNumber = "customer_number",
        /// Anything else; the description of the need says what.
        Other = "other",
    }
}

/// One identity element that a controller asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentityNeed {
    /// What is asked for.
    pub element: IdentityElement,
    /// The controller's own words for it, shown to the person who must supply it.
    #[schema(max_length = 500, example = "Kundennummer")]
    pub description: String,
    /// Whether a request can go without it.
    #[serde(default)]
    pub optional: bool,
}

impl IdentityElement {
    /// What a controller gets that has not said by what it recognises people (B-7).
    pub const BY_DEFAULT: &'static [Self] = &[Self::Name, Self::Email];
}

impl IdentityNeed {
    /// The elements that a controller with these needs gets, and no others (B-7).
    pub fn elements(needs: &[Self]) -> Vec<IdentityElement> {
        if needs.is_empty() {
            return IdentityElement::BY_DEFAULT.to_vec();
        }
        needs.iter().map(|need| need.element).collect()
    }
}
