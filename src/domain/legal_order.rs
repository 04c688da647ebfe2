//! Under which law a controller must answer and an authority acts (rule section 11). It follows from the place.

use super::deadline::Regime;
use super::finding::FindingCode;
use super::place::Place;

text_enum! {
    /// The law under which a controller must answer or a complaint is lodged.
    pub enum LegalOrder {
        /// The GDPR, in the European Economic Area. For requests it stands in wherever no other law is known, because it can reach
        /// controllers anywhere (Article 3(2)).
        Gdpr = "gdpr",
        /// The law of the United Kingdom (U-1 to U-6).
        UkGdpr = "uk_gdpr",
        /// The law of Switzerland (J-CH).
        Fadp = "fadp",
    }
}

impl LegalOrder {
    /// The law of a place; none where no authority is kept.
    pub fn of(place: Place) -> Option<Self> {
        match place.country() {
            "GB" => Some(Self::UkGdpr),
            "CH" => Some(Self::Fadp),
            _ => place.is_in_eea().then_some(Self::Gdpr),
        }
    }

    /// That of a request to a controller which must act at a place.
    pub fn of_requests_at(place: Place) -> Self {
        Self::of(place).unwrap_or(Self::Gdpr)
    }

    /// That of a period; none for laws that only the calculator knows.
    pub const fn of_regime(regime: Regime) -> Option<Self> {
        match regime {
            Regime::UkRequest | Regime::UkComplaint => Some(Self::UkGdpr),
            Regime::ChAccess => Some(Self::Fadp),
            Regime::Ccpa | Regime::CcpaConfirmation | Regime::Lgpd => None,
            _ => Some(Self::Gdpr),
        }
    }

    /// The period in which a request is to be answered. Swiss law sets one for access and portability; it is used for the other
    /// rights, too, and their dates say that they rest on this choice (J-CH).
    pub const fn regime_of_requests(self) -> Regime {
        match self {
            Self::Gdpr => Regime::GdprRequest,
            Self::UkGdpr => Regime::UkRequest,
            Self::Fadp => Regime::ChAccess,
        }
    }
}

/// The provision behind a point that the computation of a period found: of the law of the period, or where only the calculator
/// knows that law, the one that says how it is extended.
pub fn provision_in(regime: Regime, code: FindingCode) -> &'static str {
    let of_period = || regime.row().extending.map_or(regime.row().source, |extending| extending.source).article;
    let found = match LegalOrder::of_regime(regime) {
        Some(order) => code.article(order),
        None => of_period(),
    };
    found.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_the_controller_decides() {
        for (place, order, regime) in [
            ("FR", LegalOrder::Gdpr, Regime::GdprRequest),
            ("NO", LegalOrder::Gdpr, Regime::GdprRequest),
            ("US-CA", LegalOrder::Gdpr, Regime::GdprRequest),
            ("GB", LegalOrder::UkGdpr, Regime::UkRequest),
            ("GB-SCT", LegalOrder::UkGdpr, Regime::UkRequest),
            ("CH-ZH", LegalOrder::Fadp, Regime::ChAccess),
        ] {
            let found = LegalOrder::of_requests_at(place.parse().unwrap());
            assert_eq!((found, found.regime_of_requests()), (order, regime), "{place}");
            assert_eq!(LegalOrder::of_regime(regime), Some(order), "{place}");
        }
    }

    #[test]
    fn what_a_period_shows_is_cited_by_its_law() {
        for (regime, provision) in [
            (Regime::GdprRequest, "GDPR Art. 12(3)"),
            (Regime::UkRequest, "UK GDPR Art. 12A(4)"),
            (Regime::ChAccess, "DPO Art. 18(2)"),
            (Regime::Ccpa, "CCPA Regulations § 7021"),
        ] {
            assert_eq!(provision_in(regime, FindingCode::ExtensionLate), provision);
        }
    }
}
