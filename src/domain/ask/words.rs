//! The closed lists used in what is asked.

text_enum! {
    /// What Article 15(1) and (2) lets a person be told.
    pub enum AccessItem {
        /// Whether data about the person are processed at all.
        Confirmation = "confirmation",
        /// The data themselves.
        Data = "data",
        /// 15(1)(a): what for.
        Purposes = "purposes",
        /// 15(1)(b): which kinds of data.
        Categories = "categories",
        /// 15(1)(c): recipients or their categories.
        Recipients = "recipients",
        /// 15(1)(c): the recipients by name (C-154/21).
        NamedRecipients = "named_recipients",
        /// 15(1)(d): how long, or by which criteria.
        StoragePeriod = "storage_period",
        /// 15(1)(e): the other rights.
        Rights = "rights",
        /// 15(1)(f): the right to complain.
        RightToComplain = "right_to_complain",
        /// 15(1)(g): where the data come from.
        Source = "source",
        /// 15(1)(h): automated decisions, their logic and consequences.
        AutomatedDecisions = "automated_decisions",
        /// 15(2): safeguards of transfers to third countries.
        TransferSafeguards = "transfer_safeguards",
    }
}

text_enum! {
    /// How an access answer should come.
    pub enum AccessFormat {
        /// A commonly used electronic form that can be downloaded.
        Electronic = "electronic",
        /// On paper.
        Paper = "paper",
        /// A machine-readable file.
        MachineReadable = "machine_readable",
    }
}

text_enum! {
    /// The grounds of Article 17(1).
    pub enum ErasureGround {
        /// (a) The data are no longer needed.
        NoLongerNeeded = "no_longer_needed",
        /// (b) Consent was withdrawn and nothing else allows the processing.
        ConsentWithdrawn = "consent_withdrawn",
        /// (c) The person objects under Article 21.
        Objection = "objection",
        /// (d) The processing is unlawful.
        Unlawful = "unlawful",
        /// (e) A law demands the deletion.
        LegalObligation = "legal_obligation",
        /// (f) Collected for an online service offered to a child.
        ChildService = "child_service",
    }
}

text_enum! {
    /// How much is to be deleted.
    pub enum ErasureScope {
        /// Everything about the person.
        AllData = "all_data",
        /// The kinds of data that are named.
        NamedData = "named_data",
    }
}

text_enum! {
    /// The cases of Article 18(1).
    pub enum RestrictionGround {
        /// (a) While the accuracy of the data is verified.
        AccuracyContested = "accuracy_contested",
        /// (b) The processing is unlawful, but the person does not want deletion.
        Unlawful = "unlawful",
        /// (c) The person needs the data for legal claims.
        NeededForClaims = "needed_for_claims",
        /// (d) While an objection is weighed.
        ObjectionPending = "objection_pending",
    }
}

text_enum! {
    /// Structured, commonly used, machine-readable forms (Article 20(1)). A PDF is not one.
    pub enum PortableFormat {
        /// JSON.
        Json = "json",
        /// Comma-separated values.
        Csv = "csv",
        /// XML.
        Xml = "xml",
    }
}

text_enum! {
    /// What an objection is directed against.
    pub enum ObjectionAgainst {
        /// Direct marketing, profiling for it included: 21(2) and (3). No ground is needed and none to refuse exists.
        Marketing = "marketing",
        /// Processing for a public task or a legitimate interest: 21(1). Needs grounds from the person's situation.
        Processing = "processing",
        /// Processing for research or statistics: 21(6). Needs grounds from the person's situation.
        Research = "research",
    }
}

text_enum! {
    /// What Article 22(3) lets a person obtain.
    pub enum DecisionWish {
        /// That a human reviews the decision.
        HumanReview = "human_review",
        /// To express one's view.
        ExpressView = "express_view",
        /// To contest the decision.
        Contest = "contest",
    }
}
