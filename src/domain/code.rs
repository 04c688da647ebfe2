//! The one table of problem codes (RFC 9457): stable words that programs decide on.
//!
//! A code never changes its meaning. Its status is what HTTP answers when it is the main problem of a call; the same codes
//! stand in the outcome of a line of a batch, where no status applies.

/// Declares the table, by subject: variant, stable word, HTTP status, title, remedy.
macro_rules! codes {
    ($( [$subject:literal] $( $variant:ident, $word:literal, $status:literal, $title:literal, $remedy:literal; )+ )+) => {
        /// A stable problem code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $( $( #[doc = $title] $variant ),+ ),+ }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[ $( $( Self::$variant ),+ ),+ ];

            /// The subjects of the table, each with its codes.
            pub const BY_SUBJECT: &'static [(&'static str, &'static [Self])] = &[ $( ($subject, &[ $( Self::$variant ),+ ]) ),+ ];

            /// The stable word sent to callers.
            pub const fn as_str(self) -> &'static str { match self { $( $( Self::$variant => $word ),+ ),+ } }

            /// HTTP status when this code is the main problem of a call.
            pub const fn status(self) -> u16 { match self { $( $( Self::$variant => $status ),+ ),+ } }

            /// Short text for people, the same for each occurrence.
            pub const fn title(self) -> &'static str { match self { $( $( Self::$variant => $title ),+ ),+ } }

            /// What the caller can do about it.
            pub const fn remedy(self) -> &'static str { match self { $( $( Self::$variant => $remedy ),+ ),+ } }
        }

        impl std::str::FromStr for Code {
            type Err = crate::domain::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text { $( $( $word => Ok(Self::$variant), )+ )+ _ => Err(crate::domain::UnknownWord { list: "Code" }) }
            }
        }
    };
}

codes! {
    ["The call itself"]
    MalformedJson, "malformed_json", 400, "The body is not the JSON expected", "Send one JSON object that matches the documented schema.";
    InvalidField, "invalid_field", 422, "A field has a value that is not accepted", "Read `errors` for the fields and correct them.";
    InvalidParameter, "invalid_parameter", 400, "A parameter of the address has a value that is not accepted", "Correct the named parameter.";
    BodyTooLarge, "body_too_large", 413, "The body is larger than this operation accepts", "Send less in one call; bulk data belongs in a batch.";
    BodyTooSlow, "body_too_slow", 408, "The body came too slowly", "Send the whole body again without long pauses, with the same Idempotency-Key where there was one.";
    UnsupportedMediaType, "unsupported_media_type", 415, "The content type is not accepted here", "Use the content type documented for this operation.";
    NotFound, "not_found", 404, "There is no such thing, or it is not yours to see", "Check the id and the account used.";
    MethodNotAllowed, "method_not_allowed", 405, "This address does not take that method", "See the documentation for the methods of this address.";
    VersionConflict, "version_conflict", 412, "The record has changed since you read it", "Read it again and repeat with its new ETag.";
    RateLimited, "rate_limited", 429, "Too many calls", "Wait for the time named in `Retry-After`.";
    TooManyStreams, "too_many_streams", 429, "The client has as many streams of events open as it may", "End one of them first, or read the batch from time to time.";
    LimitReached, "limit_reached", 409, "There are as many of these as there can be", "Remove what is no longer used, or use what is there; `/docs/limits` lists every limit.";
    Internal, "internal", 500, "Something failed on our side", "Repeat with the same Idempotency-Key; tell the operator the trace id if it persists.";
    Unavailable, "unavailable", 503, "The service cannot take this now", "Wait for the time named in `Retry-After` and repeat with the same Idempotency-Key.";

    ["Idempotency"]
    IdempotencyKeyMissing, "idempotency_key_missing", 400, "This operation needs an Idempotency-Key", "Send a fresh unique key, and the same key when you repeat the call.";
    IdempotencyKeyInvalid, "idempotency_key_invalid", 400, "The Idempotency-Key is not accepted", "Send a quoted string of 1 to 255 printable ASCII characters.";
    IdempotencyKeyReused, "idempotency_key_reused", 422, "This Idempotency-Key was used with another call", "Use a new key for a new call.";
    IdempotencyInFlight, "idempotency_in_flight", 409, "The first call with this Idempotency-Key is still running", "Wait a moment and repeat.";

    ["Access"]
    Unauthenticated, "unauthenticated", 401, "A valid access token is needed", "Get a token from `/oauth/token`.";
    InvalidClient, "invalid_client", 401, "The client is unknown, revoked, or does not prove who it is", "Check the client id, and its secret or the key its assertion is signed with.";
    InsufficientScope, "insufficient_scope", 403, "The token lacks a scope this operation needs", "Ask for a token with the documented scope.";
    PrivateKeySent, "private_key_sent", 422, "A private key was sent where a public one belongs", "Take the key as disclosed: make a fresh pair and send its public half alone.";
    CredentialNotUsable, "credential_not_usable", 422, "A public key cannot be used", "Send an Ed25519 or P-256 public key for signatures as a JWK.";
    TooManyCredentials, "too_many_credentials", 409, "The client has as many credentials as it can have", "End one that is not used any more, then add the new one.";
    LastCredential, "last_credential", 409, "It is the client's last credential without an end", "Add another one first, or revoke the client.";
    ClientRevoked, "client_revoked", 409, "The client is revoked", "Make another client; a revoked one does not come back.";
    InvalidScope, "invalid_scope", 400, "A scope asked for is unknown or not granted to the client", "Ask for scopes the client holds, or for none to get all of them.";
    UnsupportedGrant, "unsupported_grant", 400, "The grant type is not supported", "Use `grant_type=client_credentials`.";
    NotEligible, "not_eligible", 403, "The organisation has not shown that it passes the tests of Article 80(1)", "Record evidence for all four tests (rule M-2). Requests can be filed without it (rule M-5).";

    ["The audit record"]
    AuditEntryWaiting, "audit_entry_waiting", 409, "The entry is not in the log of that size yet", "Repeat in some seconds, or name a larger size.";
    AuditEntryAltered, "audit_entry_altered", 409, "The stored entry is not the one that was taken into the log", "Tell the operator to run `recourse audit verify`, and keep the checkpoints you have.";

    ["Sandboxes"]
    SandboxOnly, "sandbox_only", 403, "Only a sandbox has this", "Use a client of an organisation that was registered as a sandbox.";
    NotInSandbox, "not_in_sandbox", 403, "Nothing leaves a sandbox", "Use simulated controllers and read the events from the feed, or a live organisation.";

    ["Mandates"]
    MandateMissing, "mandate_missing", 403, "There is no mandate for this person", "Record a mandate of the data subject first.";
    MandateNotYetValid, "mandate_not_yet_valid", 403, "The mandate is not yet valid", "Wait for its first day, or record another mandate.";
    MandateExpired, "mandate_expired", 403, "The mandate has expired", "Record a new mandate of the data subject.";
    MandateRevoked, "mandate_revoked", 403, "The data subject has revoked the mandate", "Nothing more can be done under it, nor under an older one; only a mandate signed later is a new one.";
    MandateRightNotCovered, "mandate_right_not_covered", 403, "The mandate does not cover this right", "Record a mandate that names this right.";
    MandateControllerNotCovered, "mandate_controller_not_covered", 403, "The mandate does not cover this controller", "Record a mandate that names this controller or its category.";
    MandateActNotCovered, "mandate_act_not_covered", 403, "The mandate does not cover this act", "Record a mandate with the power this act needs (rules M-1, M-3, M-7).";
    MandateDisclosureMissing, "mandate_disclosure_missing", 403, "The person has not agreed that sending reveals the organisation", "Ask the data subject to agree (rule P-3) and record it in the mandate.";

    ["People"]
    DataSubjectExists, "data_subject_exists", 409, "This person is recorded already", "Use the record named in the detail, or give the two people different external references.";
    DataSubjectErased, "data_subject_erased", 409, "The data of this person were erased", "Nothing can be read or changed any more; record the person anew if needed.";
    SubjectHasOpenRequests, "subject_has_open_requests", 409, "The person has open requests", "Withdraw them, or revoke the person's mandates, and erase then.";
    MandateInvalid, "mandate_invalid", 422, "The mandate is incomplete or contradicts itself", "Read the detail; a mandate names a power, its rights and controllers, and days in their order (rule M-6).";
    ControllerUnknown, "controller_unknown", 422, "A controller named is not in the directory", "Look the controller up in the directory and use its id.";
    CredentialInvalid, "credential_invalid", 422, "The credential is not one of this service for you", "Send the credential exactly as it came with the request, with a client of the controller it is for.";

    ["The directory of controllers"]
    SlugTaken, "slug_taken", 409, "Another entry of the directory has this slug", "Choose another slug, or leave it out to get one.";
    EntryNotYours, "entry_not_yours", 403, "The entry is shared, and kept by the operator", "Ask the operator to change it, or make an entry of your own.";

    ["Batches"]
    BatchWrongState, "batch_wrong_state", 409, "The batch cannot do this in its present state", "Read the batch for its state.";
    UploadInterrupted, "upload_interrupted", 400, "The upload broke off", "Send the whole content again; what came before is dropped.";
    UploadSuperseded, "upload_superseded", 409, "Another upload into the same batch has taken over", "Let one upload run to its end.";

    ["Campaigns"]
    CampaignNotOpen, "campaign_not_open", 409, "The campaign takes nothing new in its present state", "Set its state to `active` first.";
    CampaignWrongState, "campaign_wrong_state", 409, "The campaign cannot do this in its present state", "A closed campaign stays closed; make another one.";

    ["Pairs of person and controller"]
    UnknownController, "unknown_controller", 422, "The controller is not in the directory, or not among those of the campaign", "Check the id or short name.";
    ControllerRetired, "controller_retired", 422, "The controller is no longer in use in the directory", "Read the entry: `redirect_to` names the one that took its place, if any.";
    ControllerWithoutChannel, "controller_without_channel", 422, "There is no way to reach the controller", "Add a channel to its entry, or keep a private entry with one.";
    IdentityElementMissing, "identity_element_missing", 422, "The controller needs something to find the person that is not known here", "Add the element named in `field` to the person (rule B-7).";
    RecentRequest, "recent_request", 409, "The same request was made less than three months ago", "It is filed nevertheless; make sure that it is not excessive (rule B-4).";

    ["Deliveries"]
    DeliveryWrongState, "delivery_wrong_state", 409, "The message cannot do this in its present state", "Read the delivery for its state; only what was delivered or given up is sent again.";

    ["Requests"]
    SelectionTooLarge, "selection_too_large", 422, "More requests are meant than one call can take", "Narrow the filter and call several times.";
    IllegalTransition, "illegal_transition", 409, "This cannot happen to the request in its present state", "Read the request; the detail names its state and what was tried.";
    AlreadyAnswered, "already_answered", 409, "The request has been answered already", "Send a correction only if the first answer was partial, a refusal, or was found unsatisfactory.";
    DeadlineNotPassed, "deadline_not_passed", 409, "The deadline has not passed yet", "Wait until the instant named in `overdue_from`.";
    HumanDecisionNeeded, "human_decision_needed", 403, "Only a person may decide this", "Repeat it as a user of the organisation.";
    AuthorNotAllowed, "author_not_allowed", 403, "This is not for you to say about the request", "The other party, or the organisation, must do it.";
    DuplicateRequest, "duplicate_request", 409, "The same request is open already", "Follow the open request; sending again is a reminder and keeps its clock (rules B-4, R-3).";
    PlaceUnknown, "place_unknown", 422, "The place is not one of the known countries and subdivisions", "Send a country such as `FR`, with a subdivision where it matters, such as `DE-BY`.";
    DateNotCovered, "date_not_covered", 422, "The date lies outside the years for which calendars are kept", "Check the date; calendars cover 2018 to 2040.";
    ImpossibleDate, "impossible_date", 422, "The dates contradict each other", "Check the date: nothing is received before it is sent, asked before it is received, or answered before it is asked.";
    ExtensionImpossible, "extension_impossible", 422, "This period cannot be extended so", "Leave the extension out, or state one that the law of this regime allows.";
    SuspensionImpossible, "suspension_impossible", 422, "Nothing of the kind stops this period", "Leave the suspension out; under this law time runs on.";
    MomentNeeded, "moment_needed", 422, "A period in hours is counted from a moment", "Send the moment with its offset, such as `2026-03-28T10:00:00+01:00`, not only the day.";
    LawNotInForce, "law_not_in_force", 422, "These rules do not hold for a complaint lodged so early", "Nothing is due under them; the rules on cross-border complaints hold for those lodged from 2 April 2027 (rule C-20).";
    LawOfOtherPlace, "law_of_other_place", 422, "The law of this regime does not hold at that place", "Send a place where it holds, or another regime.";
    CalendarMissing, "calendar_missing", 404, "No calendar of public holidays is kept for this place", "Only weekends are known there; ask for a state of the EEA, the United Kingdom or Switzerland.";
    TooManyMessages, "too_many_messages", 409, "More has happened to this request than is kept", "Settle it with a person; a request keeps at most 50 messages of a kind.";
    AskIncomplete, "ask_incomplete", 422, "What is asked is incomplete or contradicts itself", "Read `errors` for the fields and correct them.";

    ["Complaints"]
    ComplaintWrongState, "complaint_wrong_state", 409, "This cannot happen to the complaint in its present state", "Read the complaint; `possible_steps` names what can.";
    ComplaintNobody, "complaint_nobody", 422, "Nobody who is meant can take part in the complaint", "Read the detail: each is left out by a rule; record complaint powers (rule M-1), or choose requests that show an infringement.";
    ComplaintMixedControllers, "complaint_mixed_controllers", 422, "The requests are to several controllers", "A complaint is against one controller; narrow the selection.";
    ComplaintIncomplete, "complaint_incomplete", 409, "Something is missing that the authority may ask for", "Read `missing` of the complaint and of its people (rule C-3), and supply it.";
    ComplaintFilesNotReady, "complaint_files_not_ready", 409, "The complaint has no files, or has changed since they were made", "Build them, and wait until `files.state` is `ready`.";
    StepNotYours, "step_not_yours", 403, "This step of a complaint is for the other side to take", "An authority tells what becomes of the complaint; lodging, objecting, stating views, challenging and closing are the organisation's.";
    AuthorityNotConnected, "authority_not_connected", 409, "The authority has no client of this service", "Lodge the complaint by its form, by e-mail, by post or by hand, and record how; or have the operator make a client for the authority.";

    ["Supervisory authorities"]
    AuthorityUnknown, "authority_unknown", 422, "No supervisory authority of this name, or none follows from what is known", "Choose one of `GET /v1/supervisory-authorities`; or name a place in the EEA, the United Kingdom or Switzerland; in Germany with its Land, and what kind of body the controller is (rules C-1, N-DE).";

    ["Letters"]
    TemplateInvalid, "template_invalid", 422, "The template of the letter has mistakes", "Read `errors` for each mistake with its line and column, and the documentation of letters for the variables; `/v1/letter-templates:check` tells the same without keeping anything.";
    LetterOtherLaw, "letter_other_law", 422, "The letters of the house rest on the GDPR, and another law holds for this controller", "Keep a template of your own for this letter and language; `right.article` and `deadline.article` cite the law that holds.";
    LetterUnprintable, "letter_unprintable", 422, "The letter holds characters that no font here has", "Ask for the letter as `html` or `text`, which hold every character.";

    ["Answers of controllers"]
    SecretsOverlap, "secrets_overlap", 409, "As many secrets are valid side by side as can be", "Wait until one has ended, or end all others with an overlap of 0.";
    SignatureInvalid, "signature_invalid", 401, "The message is not signed by a key of this sender", "Sign the raw body with a registered key as Standard Webhooks describes, and send each header once.";
    SignatureTooOld, "signature_too_old", 401, "The message was signed too long ago or in the future", "Sign each attempt anew with the present time, and check the clock.";
    AttachmentUnknown, "attachment_unknown", 422, "A file named is not one that waits for an answer to this request", "Upload the file for this request first, and name it in one answer.";
    FileTypeRefused, "file_type_refused", 415, "Files of this type are not accepted", "Send PDF, ZIP, JSON, CSV, plain text, PNG or JPEG, without active content.";
    BulkTooLong, "bulk_too_long", 422, "The upload has more lines than one call accepts", "Send what follows this line in another call; the lines before it have their outcome.";

    ["Uploads of people: the whole"]
    UploadEmpty, "upload_empty", 422, "The upload has no line with a person", "Send at least one line after the heading.";
    HeaderMalformed, "header_malformed", 422, "The heading cannot be read", "Send the names of the columns as the first line, in the encoding and with the separator stated.";
    ColumnMissing, "column_missing", 422, "A column named by the mapping is not in the upload", "Correct the mapping or the heading; nothing was read.";
    ColumnDuplicate, "column_duplicate", 422, "A heading named by the mapping stands over several columns", "Name the column by its number in `positions`.";
    MappingInvalid, "mapping_invalid", 422, "The mapping of columns cannot be used", "Map each field once, to a heading or to a column number from 1.";

    ["Uploads of people: one line"]
    LineMalformed, "line_malformed", 422, "The line is not JSON", "Send one complete JSON object on each line.";
    LineShapeInvalid, "line_shape_invalid", 422, "The line is JSON but not a person as documented", "Use only the documented fields, each once, with the documented types.";
    LineTooLong, "line_too_long", 422, "The line is longer than 64 KiB", "Shorten the line, or look for a line break that is missing.";
    FieldCount, "field_count", 422, "The line has another number of columns than the heading", "Look for a separator too many or too few, or put the value between quotation marks.";
    QuotesUnbalanced, "quotes_unbalanced", 422, "A quotation mark is not closed, or text follows a closing one", "Close each quotation mark, and double those inside a value.";
    BadEncoding, "bad_encoding", 422, "The line has bytes that mean nothing in the encoding of the upload", "State the right `encoding`, or save the file as UTF-8.";
    NulByte, "nul_byte", 422, "The line has a NUL character", "Remove it; the file may be damaged.";
    DuplicateInBatch, "duplicate_in_batch", 422, "The same person stands on an earlier line of this upload", "Keep one line per person.";

    ["Values of people"]
    ValueMissing, "value_missing", 422, "A needed value is missing", "Give the value.";
    ValueTooLong, "value_too_long", 422, "A value is longer than accepted", "Shorten it to the documented length.";
    ValueInvalid, "value_invalid", 422, "A value has characters that are not accepted", "Remove control characters, and use the documented form.";
    WordUnknown, "word_unknown", 422, "A value is not one of the words accepted here", "Use `yes` or `no`, or the documented names of rights.";
    EmailInvalid, "email_invalid", 422, "An e-mail address is not well formed", "Correct the address.";
    DateInvalid, "date_invalid", 422, "A value is not a day of the calendar with a year of four digits", "Write the date as `YYYY-MM-DD`, or in the order stated.";
    DateAmbiguous, "date_ambiguous", 422, "A date can be two days, and nothing in the upload tells which", "State `date_order`, or write dates as `YYYY-MM-DD`.";
    DateInFuture, "date_in_future", 422, "A date of birth lies in the future", "Correct the date.";
    DatesReversed, "dates_reversed", 422, "A period ends before it begins", "Correct one of the two dates.";
    CountryUnknown, "country_unknown", 422, "A value is not a country", "Use the two letters of ISO 3166-1, for example `FR`.";
    LanguageInvalid, "language_invalid", 422, "A value is not a language tag", "Use a tag of BCP 47, for example `fr` or `de-AT`.";
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
