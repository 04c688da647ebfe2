//! The one table of problem codes (RFC 9457): stable words that programs decide on.
//!
//! A code never changes its meaning. Its status is what HTTP answers when it is the main problem of a call; the same codes
//! stand in the outcome of a line of a batch, where no status applies.

/// Declares the table: variant, stable word, HTTP status, title, remedy.
macro_rules! codes {
    ($( $variant:ident, $word:literal, $status:literal, $title:literal, $remedy:literal; )+) => {
        /// A stable problem code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $( #[doc = $title] $variant ),+ }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// The stable word sent to callers.
            pub const fn as_str(self) -> &'static str { match self { $( Self::$variant => $word ),+ } }

            /// HTTP status when this code is the main problem of a call.
            pub const fn status(self) -> u16 { match self { $( Self::$variant => $status ),+ } }

            /// Short text for people, the same for each occurrence.
            pub const fn title(self) -> &'static str { match self { $( Self::$variant => $title ),+ } }

            /// What the caller can do about it.
            pub const fn remedy(self) -> &'static str { match self { $( Self::$variant => $remedy ),+ } }
        }

        impl std::str::FromStr for Code {
            type Err = crate::domain::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text { $( $word => Ok(Self::$variant), )+ _ => Err(crate::domain::UnknownWord { list: "Code" }) }
            }
        }
    };
}

codes! {
    // The call itself.
    MalformedJson, "malformed_json", 400, "The body is not the JSON expected", "Send one JSON object that matches the documented schema.";
    InvalidField, "invalid_field", 422, "A field has a value that is not accepted", "Read `errors` for the fields and correct them.";
    InvalidParameter, "invalid_parameter", 400, "A parameter of the address has a value that is not accepted", "Correct the named parameter.";
    BodyTooLarge, "body_too_large", 413, "The body is larger than this operation accepts", "Send less in one call; bulk data belongs in a batch.";
    UnsupportedMediaType, "unsupported_media_type", 415, "The content type is not accepted here", "Use the content type documented for this operation.";
    NotFound, "not_found", 404, "There is no such thing, or it is not yours to see", "Check the id and the account used.";
    MethodNotAllowed, "method_not_allowed", 405, "This address does not take that method", "See the documentation for the methods of this address.";
    VersionConflict, "version_conflict", 412, "The record has changed since you read it", "Read it again and repeat with its new ETag.";
    RateLimited, "rate_limited", 429, "Too many calls", "Wait for the time named in `Retry-After`.";
    Internal, "internal", 500, "Something failed on our side", "Repeat with the same Idempotency-Key; tell the operator the trace id if it persists.";
    Unavailable, "unavailable", 503, "The service cannot take this now", "Wait for the time named in `Retry-After` and repeat with the same Idempotency-Key.";

    // Idempotency (IETF draft 07).
    IdempotencyKeyMissing, "idempotency_key_missing", 400, "This operation needs an Idempotency-Key", "Send a fresh unique key, and the same key when you repeat the call.";
    IdempotencyKeyInvalid, "idempotency_key_invalid", 400, "The Idempotency-Key is not accepted", "Send a quoted string of 1 to 255 printable ASCII characters.";
    IdempotencyKeyReused, "idempotency_key_reused", 422, "This Idempotency-Key was used with another call", "Use a new key for a new call.";
    IdempotencyInFlight, "idempotency_in_flight", 409, "The first call with this Idempotency-Key is still running", "Wait a moment and repeat.";

    // Access.
    Unauthenticated, "unauthenticated", 401, "A valid access token is needed", "Get a token from `/oauth/token`.";
    InvalidClient, "invalid_client", 401, "The client is unknown, revoked, or its secret is wrong", "Check the client id and secret.";
    InsufficientScope, "insufficient_scope", 403, "The token lacks a scope this operation needs", "Ask for a token with the documented scope.";
    InvalidScope, "invalid_scope", 400, "A scope asked for is unknown or not granted to the client", "Ask for scopes the client holds, or for none to get all of them.";
    UnsupportedGrant, "unsupported_grant", 400, "The grant type is not supported", "Use `grant_type=client_credentials`.";
    NotEligible, "not_eligible", 403, "The organisation has not shown that it passes the tests of Article 80(1)", "Record evidence for all four tests (rule M-2). Requests can be filed without it (rule M-5).";

    // Mandates.
    MandateMissing, "mandate_missing", 403, "There is no mandate for this person", "Record a mandate of the data subject first.";
    MandateNotYetValid, "mandate_not_yet_valid", 403, "The mandate is not yet valid", "Wait for its first day, or record another mandate.";
    MandateExpired, "mandate_expired", 403, "The mandate has expired", "Record a new mandate of the data subject.";
    MandateRevoked, "mandate_revoked", 403, "The data subject has revoked the mandate", "Nothing more can be done in this person's name.";
    MandateRightNotCovered, "mandate_right_not_covered", 403, "The mandate does not cover this right", "Record a mandate that names this right.";
    MandateControllerNotCovered, "mandate_controller_not_covered", 403, "The mandate does not cover this controller", "Record a mandate that names this controller or its category.";
    MandateActNotCovered, "mandate_act_not_covered", 403, "The mandate does not cover this act", "Record a mandate with the power this act needs (rules M-1, M-3, M-7).";
    MandateDisclosureMissing, "mandate_disclosure_missing", 403, "The person has not agreed that sending reveals the organisation", "Ask the data subject to agree (rule P-3) and record it in the mandate.";

    // Batches.
    BatchWrongState, "batch_wrong_state", 409, "The batch cannot do this in its present state", "Read the batch for its state.";

    // Requests.
    IllegalTransition, "illegal_transition", 409, "This cannot happen to the request in its present state", "Read the request; `from` and `event` in the problem name the state and what was tried.";
    AlreadyAnswered, "already_answered", 409, "The request has been answered already", "Send a correction only if the first answer was partial, a refusal, or was found unsatisfactory.";
    DeadlineNotPassed, "deadline_not_passed", 409, "The deadline has not passed yet", "Wait until the instant named in `overdue_from`.";
    HumanDecisionNeeded, "human_decision_needed", 403, "Only a person may decide this", "Repeat it as a user of the organisation.";
    AuthorNotAllowed, "author_not_allowed", 403, "This is not for you to say about the request", "The other party, or the organisation, must do it.";
    DuplicateRequest, "duplicate_request", 409, "The same request is open already", "Follow the open request; sending again is a reminder and keeps its clock (rules B-4, R-3).";
    PlaceUnknown, "place_unknown", 422, "The place is not one of the known countries and subdivisions", "Send a country such as `FR`, with a subdivision where it matters, such as `DE-BY`.";
    DateNotCovered, "date_not_covered", 422, "The date lies outside the years for which calendars are kept", "Check the date; calendars cover 2018 to 2040.";
    AskIncomplete, "ask_incomplete", 422, "What is asked is incomplete or contradicts itself", "Read `errors` for the fields and correct them.";
}

#[cfg(test)]
mod tests {
    use super::Code;
    use std::collections::BTreeSet;

    #[test]
    fn words_are_unique_snake_case_and_parse_back() {
        let mut seen = BTreeSet::new();
        for code in Code::ALL {
            let word = code.as_str();
            assert!(seen.insert(word), "{word} stands twice");
            assert!(word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'), "{word}");
            assert_eq!(word.parse::<Code>(), Ok(*code));
            assert!((400..600).contains(&code.status()), "{word}");
            assert!(!code.title().ends_with('.') && code.remedy().ends_with('.'), "{word}");
        }
    }
}
