//! Under which law a controller must answer (rule section 11). It follows from the place where it must act.

use super::deadline::Regime;
use super::place::Place;

text_enum! {
    /// The law under which a controller must answer.
    pub enum LegalOrder {
        /// The law of the Union, which Iceland, Liechtenstein and Norway apply through the EEA. It stands in wherever no other law
        /// is known, because it can reach controllers anywhere (Article 3(2) GDPR).
        Union = "union",
        /// The law of the United Kingdom (U-1 to U-6).
        UnitedKingdom = "united_kingdom",
        /// The law of Switzerland (J-CH).
        Switzerland = "switzerland",
        /// The law of California (J-CA): for the calculator alone.
        California = "california",
        /// The law of Brazil (J-BR): for the calculator alone.
        Brazil = "brazil",
    }
}

impl LegalOrder {
    /// That of a request to a controller which must act at a place.
    pub fn of_requests_at(place: Place) -> Self {
        match place.country() {
            "GB" => Self::UnitedKingdom,
            "CH" => Self::Switzerland,
            _ => Self::Union,
        }
    }

    /// That of a period.
    pub const fn of(regime: Regime) -> Self {
        match regime {
            Regime::UkRequest | Regime::UkComplaint => Self::UnitedKingdom,
            Regime::ChAccess => Self::Switzerland,
            Regime::Ccpa | Regime::CcpaConfirmation => Self::California,
            Regime::Lgpd => Self::Brazil,
            _ => Self::Union,
        }
    }

    /// The period in which a request is to be answered. Swiss law sets one for access and portability; it is used for the other
    /// rights, too, and their dates say that they rest on this choice (J-CH).
    pub const fn regime_of_requests(self) -> Regime {
        match self {
            Self::UnitedKingdom => Regime::UkRequest,
            Self::Switzerland => Regime::ChAccess,
            Self::Union | Self::California | Self::Brazil => Regime::GdprRequest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_the_controller_decides() {
        for (place, order, regime) in [
            ("FR", LegalOrder::Union, Regime::GdprRequest),
            ("NO", LegalOrder::Union, Regime::GdprRequest),
            ("US-CA", LegalOrder::Union, Regime::GdprRequest),
            ("GB", LegalOrder::UnitedKingdom, Regime::UkRequest),
            ("GB-SCT", LegalOrder::UnitedKingdom, Regime::UkRequest),
            ("CH-ZH", LegalOrder::Switzerland, Regime::ChAccess),
        ] {
            let found = LegalOrder::of_requests_at(place.parse().unwrap());
            assert_eq!((found, found.regime_of_requests()), (order, regime), "{place}");
            assert_eq!(LegalOrder::of(regime), order, "{place}");
        }
    }
}
