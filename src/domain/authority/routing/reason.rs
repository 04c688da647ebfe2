//! Why an authority is proposed, and where that is written.

use serde::{Deserialize, Serialize};

use super::LegalOrder;
use crate::domain::deadline::{Mark, Source};
use crate::domain::place::Place;

text_enum! {
    /// Why a supervisory authority is proposed.
    pub enum ReasonKind {
        /// The person lives there.
        Residence = "residence",
        /// The person works there.
        Work = "work",
        /// The infringement took place there.
        Infringement = "infringement",
        /// The controller is established there, and the person has no place under the same law.
        Establishment = "establishment",
        /// The controller has its main establishment there, in a case that crosses a border.
        MainEstablishment = "main_establishment",
        /// In Germany: a private controller is supervised where it is established.
        PrivateController = "private_controller",
        /// In Germany: a public body of a Land is supervised by the authority of that Land.
        PublicBody = "public_body",
        /// In Germany: public bodies of the federation are supervised by the federal commissioner.
        FederalBody = "federal_body",
        /// In Germany: telecommunications are supervised by the federal commissioner.
        Telecoms = "telecoms",
        /// In Germany: postal services are supervised by the federal commissioner.
        Postal = "postal",
        /// In Germany: churches and religious associations may have an authority of their own.
        Church = "church",
        /// In Germany: public broadcasters may have an authority of their own.
        Broadcaster = "broadcaster",
        /// What kind of body the controller is decides, and is not known.
        SectorUnknown = "sector_unknown",
        /// The authority takes the complaint, and passes it on to the one that is competent.
        PassesOn = "passes_on",
        /// In Spain: some regions have an authority for parts of their public sector.
        RegionalPublicBody = "regional_public_body",
        /// In Spain: the national authority, where that of the region is not competent.
        BesideRegion = "beside_region",
        /// In Switzerland: bodies of cantons and communes are supervised by authorities of the cantons.
        CantonalBody = "cantonal_body",
        /// The state has a law of its own beside the GDPR.
        OwnLegalOrder = "own_legal_order",
    }
}

/// Why an authority is proposed: a rule, and the place that it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The rule, as a word.
    pub kind: ReasonKind,
    /// The place that it rests on.
    pub place: Place,
    /// The law.
    pub order: LegalOrder,
}

impl Reason {
    /// Where the reason is written, and how sure it is.
    pub const fn source(&self) -> Source {
        use Mark::{Text, Unverified};
        match (self.kind, self.order) {
            (ReasonKind::Residence | ReasonKind::Work | ReasonKind::Infringement, LegalOrder::Gdpr) => {
                Source::new("C-1", "GDPR Art. 77(1)", Text)
            }
            (ReasonKind::Residence | ReasonKind::Work | ReasonKind::Infringement, LegalOrder::UkGdpr) => {
                // Article 77 UK GDPR was omitted on 19 June 2026 (Data (Use and Access) Act 2025, section 103).
                Source::new("C-1", "DPA 2018 § 165(2)", Text)
            }
            (ReasonKind::Residence | ReasonKind::Work | ReasonKind::Infringement, LegalOrder::Fadp) => {
                Source::new("J-CH", "FADP Art. 49(1)", Unverified)
            }
            (ReasonKind::Establishment, LegalOrder::Gdpr) => Source::new("C-1", "GDPR Art. 55(1)", Unverified),
            (ReasonKind::MainEstablishment, _) => Source::new("C-22", "GDPR Art. 56(1)", Unverified),
            (ReasonKind::PrivateController, _) => Source::new("N-DE", "BDSG § 40", Unverified),
            (ReasonKind::PublicBody, _) => Source::new("N-DE", "GDPR Art. 55(1)", Unverified),
            (ReasonKind::FederalBody | ReasonKind::Telecoms, _) => Source::new("N-DE", "BDSG § 9", Unverified),
            (ReasonKind::Church, _) => Source::new("N-DE", "GDPR Art. 91(2)", Unverified),
            (ReasonKind::Broadcaster, _) => Source::new("N-DE", "GDPR Art. 85(2)", Unverified),
            (ReasonKind::PassesOn, _) => Source::new("N-DE", "BDSG § 19", Unverified),
            (ReasonKind::Postal | ReasonKind::SectorUnknown, LegalOrder::Gdpr) => Source::unverified("N-DE"),
            (ReasonKind::RegionalPublicBody | ReasonKind::BesideRegion, _) => Source::unverified("N-ES"),
            (ReasonKind::OwnLegalOrder | ReasonKind::Establishment, LegalOrder::UkGdpr) => {
                Source::new("C-1", "DPA 2018 § 165", Unverified)
            }
            _ => Source::unverified("J-CH"),
        }
    }
}
