//! The closed lists used in responses.

text_enum! {
    /// What kind of message a response is.
    pub enum ResponseKind {
        /// Everything asked for is given or done.
        Full = "full",
        /// A part is given or done.
        Partial = "partial",
        /// Refused.
        Refused = "refused",
        /// Nothing is held on the person.
        NoData = "no_data",
        /// The person cannot be identified.
        CannotIdentify = "cannot_identify",
        /// Another controller is named.
        Redirected = "redirected",
        /// A fee is demanded.
        FeeDemand = "fee_demand",
        /// More time is taken.
        Extension = "extension",
        /// Proof of identity is asked for.
        IdentityQuestion = "identity_question",
        /// The person is asked what is meant.
        ScopeQuestion = "scope_question",
        /// The request was received.
        Acknowledgement = "acknowledgement",
        /// Anything else.
        Other = "other",
    }
}

text_enum! {
    /// On what a refusal rests (rule section 3). Each is for the controller to show.
    pub enum RefusalGround {
        /// Manifestly unfounded (Article 12(5)).
        ManifestlyUnfounded = "manifestly_unfounded",
        /// Excessive (Article 12(5)).
        Excessive = "excessive",
        /// A law under Article 23 restricts the right.
        LegalRestriction = "legal_restriction",
        /// Rights of others (Articles 15(4), 20(4)).
        RightsOfOthers = "rights_of_others",
        /// Rectification: the data are accurate.
        DataAccurate = "data_accurate",
        /// Erasure: freedom of expression and information (17(3)(a)).
        FreedomOfExpression = "freedom_of_expression",
        /// Erasure: a legal duty or a public task (17(3)(b)).
        LegalObligation = "legal_obligation",
        /// Erasure: public health (17(3)(c)).
        PublicHealth = "public_health",
        /// Erasure: archiving, research or statistics (17(3)(d)); objection: a research task in the public interest (21(6)).
        ArchivingOrResearch = "archiving_or_research",
        /// Legal claims (17(3)(e), 21(1)).
        LegalClaims = "legal_claims",
        /// Objection: compelling legitimate grounds (21(1)).
        CompellingGrounds = "compelling_grounds",
        /// The conditions of the right are not met (17(1), 18(1), 20(1), 21(1), 22(1)).
        ConditionsNotMet = "conditions_not_met",
        /// Portability: a public task (20(3)).
        PublicTask = "public_task",
        /// Automated decision: necessary for a contract (22(2)(a)).
        NecessaryForContract = "necessary_for_contract",
        /// Automated decision: authorised by law (22(2)(b)).
        AuthorisedByLaw = "authorised_by_law",
        /// Automated decision: explicit consent (22(2)(c)).
        ExplicitConsent = "explicit_consent",
        /// The controller does not accept the mandate (M-8).
        MandateNotAccepted = "mandate_not_accepted",
        /// Anything else, told in the reasons.
        Other = "other",
    }
}

text_enum! {
    /// On what a fee rests.
    pub enum FeeGround {
        /// Manifestly unfounded (Article 12(5)).
        ManifestlyUnfounded = "manifestly_unfounded",
        /// Excessive (Article 12(5)).
        Excessive = "excessive",
        /// A further copy of the same data (Article 15(3), A-6).
        FurtherCopy = "further_copy",
        /// None is named.
        NotNamed = "not_named",
    }
}

text_enum! {
    /// On what an extension rests (E-1, E-7).
    pub enum ExtensionGround {
        /// The request is complex.
        Complexity = "complexity",
        /// The person has sent many requests.
        NumberOfRequests = "number_of_requests",
        /// There are much data, spread over units.
        LargeQuantity = "large_quantity",
        /// Parts have to be redacted or explained.
        RedactionOrExplanation = "redaction_or_explanation",
        /// A temporary, exceptional wave of requests.
        ExceptionalWave = "exceptional_wave",
        /// The answer takes much effort.
        Effort = "effort",
        /// The organisation is large and gets many requests.
        SizeOfOrganisation = "size_of_organisation",
        /// Anything else, told in the reasons.
        Other = "other",
    }
}

impl ExtensionGround {
    /// Whether it can carry an extension. Effort and size alone cannot (E-7).
    pub const fn can_be_valid(self) -> bool {
        !matches!(self, Self::Effort | Self::SizeOfOrganisation)
    }
}

text_enum! {
    /// What a controller asks for to know who the person is.
    pub enum AskedElement {
        /// A member, customer or account number.
        ReferenceNumber = "reference_number",
        /// An e-mail address it knows.
        EmailAddress = "email_address",
        /// A telephone number it knows.
        PhoneNumber = "phone_number",
        /// A postal address.
        PostalAddress = "postal_address",
        /// The date of birth.
        BirthDate = "birth_date",
        /// A name used with it.
        Name = "name",
        /// To log in to its own service.
        Login = "login",
        /// To confirm by a message to a known address.
        Confirmation = "confirmation",
        /// A signature.
        Signature = "signature",
        /// A copy of an identity document.
        DocumentCopy = "document_copy",
        /// To appear in person or by video.
        Appearance = "appearance",
        /// Proof of the mandate, although it carries one.
        MandateProof = "mandate_proof",
        /// Anything else.
        Other = "other",
    }
}

impl AskedElement {
    /// Whether it is more than is normally proportionate (M-10, S-7).
    pub const fn is_intrusive(self) -> bool {
        matches!(self, Self::DocumentCopy | Self::Appearance)
    }
}

text_enum! {
    /// The form in which data are given.
    pub enum AnswerFormat {
        /// JSON.
        Json = "json",
        /// Comma-separated values.
        Csv = "csv",
        /// XML.
        Xml = "xml",
        /// A PDF or another document for reading.
        Pdf = "pdf",
        /// A page or an account of an online service.
        Online = "online",
        /// Pictures of text.
        Image = "image",
        /// Paper.
        Paper = "paper",
        /// Anything else.
        Other = "other",
    }
}

impl AnswerFormat {
    /// Whether it is surely not a structured, commonly used, machine-readable form (Article 20(1)).
    pub const fn is_not_portable(self) -> bool {
        matches!(self, Self::Pdf | Self::Online | Self::Image | Self::Paper)
    }
}

text_enum! {
    /// Whether recipients were told of a rectification, erasure or restriction (Article 19).
    pub enum RecipientsTold {
        /// All were told.
        Told = "told",
        /// There are none.
        NoRecipients = "no_recipients",
        /// It is impossible or disproportionate.
        ImpossibleOrDisproportionate = "impossible_or_disproportionate",
        /// They were not told.
        NotTold = "not_told",
    }
}

text_enum! {
    /// Whether the other controllers that process data which had been made public were told of the wish to erase them (17(2)).
    pub enum OtherControllersTold {
        /// What is reasonable was done to tell them.
        Told = "told",
        /// The data had not been made public.
        NotPublic = "not_public",
        /// It is impossible, or beyond what is reasonable.
        NotReasonable = "not_reasonable",
        /// They were not told.
        NotTold = "not_told",
    }
}

text_enum! {
    /// What became of a direct transfer to another controller (20(2)).
    pub enum DirectTransfer {
        /// The data were sent to it.
        Done = "done",
        /// It is technically not feasible.
        NotFeasible = "not_feasible",
        /// It was refused, although nothing is said against its feasibility.
        Refused = "refused",
    }
}

text_enum! {
    /// How a response came in.
    pub enum Via {
        /// By a signed callback.
        Callback = "callback",
        /// By a single call of the API.
        Api = "api",
        /// With many others in one upload.
        Bulk = "bulk",
        /// By letter, e-mail or word of mouth, recorded by the organisation.
        Manual = "manual",
    }
}
