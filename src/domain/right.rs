//! The rights that can be exercised (GDPR Articles 15 to 22, rule section 3).

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

    /// Whether recipients must be told of what was done (A-10, Article 19).
    pub const fn binds_recipients(self) -> bool {
        matches!(self, Self::Rectification | Self::Erasure | Self::Restriction)
    }
}
