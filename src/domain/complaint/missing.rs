//! What a complaint lacks to be complete (C-3): Article 4(1) of Regulation (EU) 2025/2518 lists what an authority may ask for,
//! and it may ask for nothing else but national formalities. The list is a good standard for domestic cases too.

text_enum! {
    /// The five things of Article 4(1).
    pub enum Slot {
        /// Name and contact details of whoever complains.
        Complainant = "complainant",
        /// Name, contact details and proof of constitution of the body that represents them.
        Representative = "representative",
        /// Proof of each person's mandate.
        Mandate = "mandate",
        /// What helps to identify the controller.
        Controller = "controller",
        /// What is alleged.
        Infringement = "infringement",
    }
}

text_enum! {
    /// Something that a complaint, or a person's part of it, still lacks.
    pub enum Missing {
        /// The person's name.
        PersonName = "person_name",
        /// A way to reach the person: an address, an e-mail address or a telephone number.
        PersonContact = "person_contact",
        /// The digest of the document by which the mandate was given, where there is one.
        MandateProof = "mandate_proof",
        /// A public contact address of the organisation.
        RepresentativeContact = "representative_contact",
        /// Proof that the organisation is properly constituted.
        ConstitutionProof = "constitution_proof",
        /// Proof that the organisation is constituted under the law of the authority's state, where that state asks for it (N-80-2).
        NationalConstitution = "national_constitution",
        /// The national provision that names bodies of this kind, where a state lists them (M-4, N-FR-1).
        NationalBasis = "national_basis",
        /// The provision by which a body acts for others, where the law of the authority's state has no counterpart of
        /// Article 80(1) and the body has recorded none of that law (Switzerland, J-CH): it reports with the powers that the persons
        /// gave it, and the file claims no standing beyond them.
        RepresentationBasis = "representation_basis",
        /// An address or a country of the controller.
        ControllerAddress = "controller_address",
        /// What is alleged, in the organisation's words.
        Description = "description",
        /// The authority that is to receive it.
        Authority = "authority",
        /// The complaint is written in a language that the authority does not take (C-3, national formality).
        AuthorityLanguage = "authority_language",
    }
}

impl Missing {
    /// Which of the five things it belongs to; none for what is a national formality or a choice of the organisation.
    pub const fn slot(self) -> Option<Slot> {
        match self {
            Self::PersonName | Self::PersonContact => Some(Slot::Complainant),
            Self::MandateProof => Some(Slot::Mandate),
            Self::RepresentativeContact
            | Self::ConstitutionProof
            | Self::NationalConstitution
            | Self::NationalBasis => Some(Slot::Representative),
            Self::ControllerAddress => Some(Slot::Controller),
            Self::Description => Some(Slot::Infringement),
            Self::Authority | Self::AuthorityLanguage | Self::RepresentationBasis => None,
        }
    }

    /// Whether a complaint without it could be sent back, so that it does not count as complete. The points say what is alleged even
    /// where the organisation adds no words; a translation can be added; which bodies a state lists is to be confirmed; and whoever
    /// has powers of the persons can report even where no provision is about bodies that do.
    pub const fn is_needed(self) -> bool {
        !matches!(self, Self::Description | Self::AuthorityLanguage | Self::NationalBasis | Self::RepresentationBasis)
    }
}
