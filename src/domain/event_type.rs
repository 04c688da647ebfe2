//! The words of events that organisations and controllers can follow. The list grows; readers skip words they do not know.

text_enum! {
    /// What happened.
    pub enum EventType {
        /// A request is ready to be sent.
        RequestReady = "request.ready",
        /// It was sent.
        RequestSent = "request.sent",
        /// It has reached the controller; the clock runs (D-2).
        RequestReceived = "request.received",
        /// A better proof of receipt has come (D-12).
        RequestReceiptImproved = "request.receipt_improved",
        /// The controller asks who the person is (S-1).
        RequestIdentityAsked = "request.identity_asked",
        /// The controller asks what is meant (S-2).
        RequestScopeAsked = "request.scope_asked",
        /// What the controller asked for was supplied (S-3).
        RequestInformationSupplied = "request.information_supplied",
        /// The clock stands (S-6).
        RequestSuspended = "request.suspended",
        /// The clock runs again.
        RequestResumed = "request.resumed",
        /// The period was validly extended (E-1).
        RequestExtended = "request.extended",
        /// An extension was announced that has no effect (E-5).
        RequestExtensionInvalid = "request.extension_invalid",
        /// The controller demands a fee.
        RequestFeeDemanded = "request.fee_demanded",
        /// The controller refused, wholly.
        RequestRefused = "request.refused",
        /// The controller answered, in full or in part, or holds nothing.
        RequestAnswered = "request.answered",
        /// The controller cannot identify the person.
        RequestNotIdentified = "request.not_identified",
        /// The addressee names another controller.
        RequestRedirected = "request.redirected",
        /// An answer came after the request was withdrawn; it stays sealed (M-9).
        RequestAnswerSealed = "request.answer_sealed",
        /// Another message of the controller.
        RequestMessageReceived = "request.message_received",
        /// The controller was reminded.
        RequestReminded = "request.reminded",
        /// The answer was judged by the person or the organisation.
        RequestAssessed = "request.assessed",
        /// A suspension was accepted.
        RequestSuspensionAccepted = "request.suspension_accepted",
        /// A suspension was contested.
        RequestSuspensionContested = "request.suspension_contested",
        /// The request is done.
        RequestClosed = "request.closed",
        /// The request was withdrawn (M-11).
        RequestWithdrawn = "request.withdrawn",
        /// A legal date has changed, with its cause (D-15).
        DeadlineChanged = "deadline.changed",
        /// The first deadline has passed without an answer.
        DeadlineFirstPassed = "deadline.first_passed",
        /// The final deadline has passed without an answer.
        DeadlineFinalPassed = "deadline.final_passed",
        /// An infringement point was found.
        FindingRecorded = "finding.recorded",
        /// An infringement point does not hold any more, because better facts are known.
        FindingRetracted = "finding.retracted",
    }
}
