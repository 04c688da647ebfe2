//! What the file of a complaint can say of a person, each thing with a name. Who gets to see it stands in the field lists of
//! `domain::recipient`, and what is not on one is withheld (Z-9).

use crate::domain::recipient::Recipient;
use crate::domain::text_enum;

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

/// The part of the field lists that is about files of complaints.
const PART: &str = "complaint_file";

impl Recipient {
    /// Whether the recipient gets to see a field of the file of a complaint.
    pub fn may_see(self, field: Field) -> bool {
        self.gets(PART, field.as_str())
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
    fn the_lists_name_nothing_that_a_file_cannot_say() {
        for recipient in Recipient::ALL {
            for field in recipient.list().part(PART).into_iter().flat_map(|part| &part.fields) {
                assert!(field.parse::<Field>().is_ok(), "{recipient}: {field}");
            }
        }
        assert!(Field::ALL.iter().all(|field| Recipient::Authority.may_see(*field)));
    }

    #[test]
    fn statistics_see_neither_a_reference_nor_a_day() {
        for field in [Field::Reference, Field::RequestReference, Field::Clock, Field::ResponseDates, Field::Mandate] {
            assert!(!Recipient::Statistics.may_see(field), "{field}");
        }
    }
}
