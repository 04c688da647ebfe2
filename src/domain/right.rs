//! The rights that can be exercised (GDPR Articles 15 to 22, rule section 3).

use super::legal_order::LegalOrder;

text_enum! {
    /// A right of Articles 15 to 22. Withdrawal of consent is not one of them.
    pub enum Right {
        /// To know whether and how one's data are processed, and to have a copy.
        Access = "access",
        /// To have data corrected or completed.
        Rectification = "rectification",
        /// To have data deleted.
        Erasure = "erasure",
        /// To have data stored only.
        Restriction = "restriction",
        /// To receive data in a machine-readable form, or have them sent to another controller.
        Portability = "portability",
        /// To have processing stopped.
        Objection = "objection",
        /// To have a decision made by a machine alone reviewed by a human.
        AutomatedDecision = "automated_decision",
    }
}

impl Right {
    /// The article of the GDPR that gives the right.
    pub const fn article(self) -> &'static str {
        match self {
            Self::Access => "15",
            Self::Rectification => "16",
            Self::Erasure => "17",
            Self::Restriction => "18",
            Self::Portability => "20",
            Self::Objection => "21",
            Self::AutomatedDecision => "22",
        }
    }

    /// The provision that gives the right under a law, as the domain cites provisions.
    pub const fn provision(self, law: LegalOrder) -> &'static str {
        match law {
            LegalOrder::Gdpr => match self {
                Self::Access => "GDPR Art. 15",
                Self::Rectification => "GDPR Art. 16",
                Self::Erasure => "GDPR Art. 17",
                Self::Restriction => "GDPR Art. 18",
                Self::Portability => "GDPR Art. 20",
                Self::Objection => "GDPR Art. 21",
                Self::AutomatedDecision => "GDPR Art. 22",
            },
            LegalOrder::UkGdpr => match self {
                Self::Access => "UK GDPR Art. 15",
                Self::Rectification => "UK GDPR Art. 16",
                Self::Erasure => "UK GDPR Art. 17",
                Self::Restriction => "UK GDPR Art. 18",
                Self::Portability => "UK GDPR Art. 20",
                Self::Objection => "UK GDPR Art. 21",
                Self::AutomatedDecision => "UK GDPR Art. 22C",
            },
            LegalOrder::Fadp => match self {
                Self::Access => "FADP Art. 25",
                Self::Rectification => "FADP Art. 32(1)",
                Self::Erasure | Self::Restriction => "FADP Art. 32(2)",
                Self::Portability => "FADP Art. 28",
                Self::Objection => "FADP Art. 30(2)(b)",
                Self::AutomatedDecision => "FADP Art. 21(2)",
            },
        }
    }

    /// Whether recipients must be told of what was done (A-10, Article 19).
    pub const fn binds_recipients(self) -> bool {
        matches!(self, Self::Rectification | Self::Erasure | Self::Restriction)
    }
}
