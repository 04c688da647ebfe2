//! What an authority decided (C-29). The operative part may tell of people and is kept sealed, apart from these words and numbers.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::finding::FindingCode;

text_enum! {
    /// What came of a complaint, or of a part of it.
    pub enum DecisionOutcome {
        /// An infringement was found.
        Upheld = "upheld",
        /// In part.
        PartlyUpheld = "partly_upheld",
        /// No infringement was found, or the complaint was dismissed.
        Rejected = "rejected",
        /// It became devoid of purpose, or was settled.
        Settled = "settled",
    }
}

text_enum! {
    /// A corrective power of Article 58(2) that the authority used.
    pub enum Measure {
        /// A warning about intended processing (a).
        Warning = "warning",
        /// A reprimand (b).
        Reprimand = "reprimand",
        /// An order to comply with the person's requests (c).
        OrderToComplyWithRequests = "order_to_comply_with_requests",
        /// An order to bring processing into compliance (d).
        OrderToComply = "order_to_comply",
        /// An order to tell people of a breach (e).
        OrderToCommunicateBreach = "order_to_communicate_breach",
        /// A limitation or ban (f).
        Ban = "ban",
        /// An order to rectify, erase or restrict, and to tell recipients (g).
        OrderToRectifyOrErase = "order_to_rectify_or_erase",
        /// A fine under Article 83 (i).
        Fine = "fine",
        /// Data flows to a third country are suspended (j).
        TransferSuspension = "transfer_suspension",
    }
}

/// An administrative fine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Fine {
    /// In hundredths of the currency.
    #[schema(minimum = 1)]
    pub cents: u64,
    /// ISO 4217.
    #[schema(pattern = "^[A-Z]{3}$", example = "EUR")]
    pub currency: String,
}

/// What was decided on one alleged infringement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PointOutcome {
    /// Which.
    pub code: FindingCode,
    /// What came of it.
    pub outcome: DecisionOutcome,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What came of the complaint as a whole.
    pub outcome: DecisionOutcome,
    /// What was decided on each alleged infringement, as far as the decision tells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 50)]
    pub points: Vec<PointOutcome>,
    /// Corrective powers that were used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 9)]
    pub measures: Vec<Measure>,
    /// The fine, if one was imposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fine: Option<Fine>,
    /// Where the decision is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 500, example = "https://example.org/decisions/2027-12")]
    pub publication_url: Option<String>,
    /// Last day to challenge it in court, as its own notice says (C-11); such limits are national and are never computed here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge_until: Option<Date>,
}

impl Decision {
    /// Whether its parts go together: a fine that is named is among the measures, an amount has a currency, and an address can
    /// be opened by anybody.
    pub fn is_sound(&self) -> bool {
        let fine = self.fine.as_ref().is_none_or(|fine| {
            fine.cents > 0
                && fine.currency.len() == 3
                && fine.currency.bytes().all(|letter| letter.is_ascii_uppercase())
                && self.measures.contains(&Measure::Fine)
        });
        let published = self.publication_url.as_deref().is_none_or(|url| {
            url.len() <= 500 && url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
        });
        fine && published && self.points.len() <= 50 && self.measures.len() <= Measure::ALL.len()
    }
}
