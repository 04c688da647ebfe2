//! Who gets to see what of a person: one field list for each kind of recipient, and nothing that is not on it (Z-9).

use crate::domain::text_enum;

text_enum! {
    /// For whom a file, or a part of it, is made.
    pub enum Recipient {
        /// The supervisory authority.
        Authority = "authority",
        /// The controller, to whom the authority may hand the version without confidential parts (C-6).
        Controller = "controller",
        /// The organisation's lawyer.
        Lawyer = "lawyer",
        /// Whoever counts.
        Statistics = "statistics",
    }
}

text_enum! {
    /// One thing that a file says of a person.
    pub enum Field {
        /// The pseudonymous reference.
        Reference = "reference",
        /// The name.
        Name = "name",
        /// Postal address, e-mail, telephone.
        Contacts = "contacts",
        /// By what the controller knows the person.
        Identifiers = "identifiers",
        /// Under what the mandate can be verified.
        Credential = "credential",
        /// When the mandate was given, for how long, for which rights and acts, how, and by whom (M-14).
        Mandate = "mandate",
        /// Its scope and purpose in words.
        MandateScope = "mandate_scope",
        /// The document of the mandate, with its hash.
        MandateDocument = "mandate_document",
        /// The reference of a request, which the controller knows.
        RequestReference = "request_reference",
        /// Which right was exercised.
        Right = "right",
        /// What was asked, in words.
        Asked = "asked",
        /// When a request was filed, sent and received, and when it was to be answered.
        Clock = "clock",
        /// Which kinds of messages came, and how late.
        Responses = "responses",
        /// When each message came, and how.
        ResponseDates = "response_dates",
        /// What the messages say.
        ResponseContent = "response_content",
        /// The files that are evidence.
        Files = "files",
        /// Which infringements were found.
        Findings = "findings",
        /// Passages that the organisation marked as confidential (C-6).
        Confidential = "confidential",
    }
}

impl Recipient {
    /// The field list. What is not on it is withheld.
    pub const fn given(self) -> &'static [Field] {
        match self {
            // The complainant's name and contact, and the proof of the mandate, are what a complaint needs (C-3); the rest is
            // its evidence (C-5).
            Self::Authority | Self::Lawyer => Field::ALL,
            // Enough to find each case and to answer the allegations, and nothing that tells who the person is.
            Self::Controller => &[
                Field::Reference,
                Field::Mandate,
                Field::RequestReference,
                Field::Right,
                Field::Clock,
                Field::Responses,
                Field::ResponseDates,
                Field::Findings,
            ],
            Self::Statistics => &[Field::Right, Field::Responses, Field::Findings],
        }
    }

    /// Whether the recipient gets to see a field.
    pub fn may_see(self, field: Field) -> bool {
        self.given().contains(&field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_a_person_is_goes_to_authority_and_lawyer_alone() {
        for field in [
            Field::Name,
            Field::Contacts,
            Field::Identifiers,
            Field::MandateDocument,
            Field::Asked,
            Field::ResponseContent,
            Field::Files,
            Field::Confidential,
        ] {
            for recipient in Recipient::ALL {
                let expected = matches!(recipient, Recipient::Authority | Recipient::Lawyer);
                assert_eq!(recipient.may_see(field), expected, "{recipient}: {field}");
            }
        }
    }

    #[test]
    fn statistics_see_neither_a_reference_nor_a_day() {
        for field in [Field::Reference, Field::RequestReference, Field::Clock, Field::ResponseDates, Field::Mandate] {
            assert!(!Recipient::Statistics.may_see(field), "{field}");
        }
    }
}
