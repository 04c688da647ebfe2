//! When a request reached the controller, and how well that is proven (D-2, D-12, H-7).

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::place::Place;

text_enum! {
    /// How a receipt is proven, best first (D-12).
    pub enum ReceiptKind {
        /// The controller acknowledged it, with a date.
        ControllerAcknowledgement = "controller_acknowledgement",
        /// Registered post or qualified electronic delivery.
        RegisteredDelivery = "registered_delivery",
        /// A portal, a mail server or a web server confirmed the delivery.
        DeliveryConfirmation = "delivery_confirmation",
        /// A later statement or act of the controller shows that it had the request by then.
        ControllerStatement = "controller_statement",
        /// Presumed from the dispatch.
        Presumption = "presumption",
    }
}

impl ReceiptKind {
    /// Whether a proof of this kind replaces one of the other.
    pub fn is_better_than(self, other: Self) -> bool {
        self < other
    }
}

/// One proof of receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Receipt {
    /// How it is proven.
    pub kind: ReceiptKind,
    /// The moment of arrival, or, with a stated date, a moment of that day.
    pub at: Timestamp,
    /// The date the proof itself states, where it states a date and no moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_date: Option<Date>,
}

impl Receipt {
    /// A receipt of which the moment is known.
    pub const fn at(kind: ReceiptKind, at: Timestamp) -> Self {
        Self { kind, at, stated_date: None }
    }

    /// A receipt of which only the local date is known. None at the far ends of time.
    pub fn on(kind: ReceiptKind, date: Date, place: Place) -> Option<Self> {
        Some(Self { kind, at: place.noon_of(date)?, stated_date: Some(date) })
    }

    /// The local date of receipt: at night, on weekends and on holidays too (H-7).
    pub fn local_date(&self, place: Place) -> Date {
        self.stated_date.unwrap_or_else(|| place.date_of(self.at))
    }
}

/// The proof that counts: the best kind, and among equals the one recorded first.
///
/// A statement or act of the controller that is earlier than what the best proof says stands over it: nobody can answer what
/// has not arrived.
pub fn best(receipts: &[Receipt], place: Place) -> Option<&Receipt> {
    let best = receipts.iter().min_by_key(|receipt| receipt.kind)?;
    receipts
        .iter()
        .filter(|receipt| receipt.kind == ReceiptKind::ControllerStatement)
        .filter(|receipt| receipt.local_date(place) < best.local_date(place))
        .min_by_key(|receipt| receipt.local_date(place))
        .or(Some(best))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_proofs_is_that_of_d12() {
        for pair in ReceiptKind::ALL.windows(2) {
            assert!(pair[0].is_better_than(pair[1]) && !pair[1].is_better_than(pair[0]));
        }
        assert!(!ReceiptKind::Presumption.is_better_than(ReceiptKind::Presumption));
    }

    #[test]
    fn the_best_proof_counts_and_the_first_of_equals() {
        let at = |kind, text: &str| Receipt::at(kind, text.parse().unwrap());
        let presumed = at(ReceiptKind::Presumption, "2026-06-04T10:00:00Z");
        let confirmed = at(ReceiptKind::DeliveryConfirmation, "2026-06-02T10:00:00Z");
        let again = at(ReceiptKind::DeliveryConfirmation, "2026-06-01T10:00:00Z");
        let place: Place = "FR".parse().unwrap();
        assert_eq!(best(&[], place), None);
        assert_eq!(best(&[presumed, confirmed, again], place), Some(&confirmed));
        let later = at(ReceiptKind::ControllerStatement, "2026-06-03T10:00:00Z");
        assert_eq!(best(&[presumed, confirmed, later], place), Some(&confirmed));
        let earlier = at(ReceiptKind::ControllerStatement, "2026-05-31T10:00:00Z");
        assert_eq!(best(&[presumed, confirmed, earlier], place), Some(&earlier), "it acted before");
    }

    #[test]
    fn a_stated_date_stands_over_the_moment() {
        let place: Place = "FI".parse().unwrap();
        let night = Receipt::at(ReceiptKind::DeliveryConfirmation, "2026-06-09T22:30:00Z".parse().unwrap());
        assert_eq!(night.local_date(place).to_string(), "2026-06-10");
        let slip = Receipt::on(ReceiptKind::RegisteredDelivery, "2026-06-09".parse().unwrap(), place).unwrap();
        assert_eq!(slip.local_date(place).to_string(), "2026-06-09");
        assert_eq!(place.date_of(slip.at).to_string(), "2026-06-09");
    }
}
