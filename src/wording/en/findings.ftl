# Findings. The value is told with dates and numbers; `.title` is a few words.

finding-silent_first_deadline = Neither an answer nor a valid extension came by { WEEKDAY($due) } { DATE($due) }, the last day of the period.
    .title = No answer and no valid extension by the first deadline

finding-silent_final_deadline = No answer came by { WEEKDAY($due) } { DATE($due) }, the last day of the extended period.
    .title = No answer by the end of the extended period

finding-late = The answer came on { DATE($on) }, { $days_late ->
        [one] one day
       *[other] { $days_late } days
    } after { DATE($due) }, its last day.
    .title = The answer came after its deadline

finding-refusal_late = The refusal came on { DATE($on) }, { $days_late ->
        [one] one day
       *[other] { $days_late } days
    } after { DATE($due) }, the last day to refuse. No extension moves that day.
    .title = The refusal came after the first deadline

finding-extension_late = The extension was announced on { DATE($on) }, after { DATE($due) }, the last day to do so. It has no effect.
    .title = The extension was announced after the first deadline

finding-extension_without_reasons = The extension announced on { DATE($on) } gives no reasons. It has no effect.
    .title = The extension was announced without reasons

finding-extension_repeated = On { DATE($on) } a second extension was announced, although the period can be extended only once.
    .title = A second extension was announced

finding-extension_too_long = On { DATE($on) } an extension by { $months } months was announced. The law allows two at most.
    .title = An extension of more than two months was announced

finding-extension_ground_invalid = The extension of { DATE($on) } rests on effort or on the size of the organisation alone. Neither allows an extension by itself.
    .title = The grounds given do not allow an extension by themselves

finding-question_not_prompt = The controller asked back on { DATE($on) }. A prompt question would have come by { DATE($due) }.
    .title = The controller asked back too late to stop the clock

finding-disproportionate_identity_demand = On { DATE($on) } the controller asked for proof of identity that is out of proportion, because there is no stated doubt or identity has already been shown.
    .title = The controller asked for more proof of identity than it needs

finding-scope_question_without_need = On { DATE($on) } the controller asked to narrow the request without saying that it processes a large quantity of data, or about a right other than access.
    .title = The controller asked to narrow the request without processing a large quantity of data

finding-no_reasons = The refusal of { DATE($on) }, whole or in part, does not say why each part is refused.
    .title = The refusal gives no reasons

finding-no_complaint_information = The refusal of { DATE($on) } does not mention the possibility of lodging a complaint with a supervisory authority.
    .title = The refusal does not mention the right to complain to an authority

finding-no_court_information = The refusal of { DATE($on) } does not mention the possibility of seeking a judicial remedy.
    .title = The refusal does not mention the right to a court remedy

finding-abuse_not_shown = On { DATE($on) } the controller called the request manifestly unfounded or excessive and gave no facts for it. The burden of proof is on the controller.
    .title = The request is called unfounded or excessive without proof

finding-ground_not_available = The refusal of { DATE($on) } rests on a ground that the law does not know for this right.
    .title = The ground named does not exist for this right

finding-absolute_right_refused = On { DATE($on) } the controller refused an objection to direct marketing, although nothing can be set against it.
    .title = An objection to marketing was refused

finding-safeguards_refused = On { DATE($on) } the controller refused safeguards against an automated decision because of a contract or a consent. Human intervention, one’s own view and a challenge are due in just these cases.
    .title = A human review was refused although it is due

finding-identification_not_demonstrated = On { DATE($on) } the controller said that it cannot identify the person, without demonstrating it.
    .title = The controller does not show that it cannot identify the person

finding-items_missing = The answer of { DATE($on) } does not cover everything that was asked for, and does not say why.
    .title = Something that was asked for is missing from the answer

finding-copy_missing = The answer of { DATE($on) } lists what it gives, and a copy of the data, which was asked for, is not among it.
    .title = A copy was asked for and not given

finding-paper_instead_of_electronic = The answer of { DATE($on) } came on paper, although a commonly used electronic form was asked for.
    .title = The answer came on paper although an electronic form was asked for

finding-format_not_portable = The data given on { DATE($on) } are not in a structured, commonly used and machine-readable format.
    .title = The file is not structured, commonly used and machine-readable

finding-recipients_not_told = On { DATE($on) } the controller said that it did not tell the recipients of the data what was done.
    .title = The controller says that it did not tell the recipients

finding-fee_demanded = On { DATE($on) } the controller demanded a fee, although exercising the right is free of charge.
    .title = A fee was demanded

finding-fee_without_reasons = The demand for a fee of { DATE($on) } does not show that the request is manifestly unfounded or excessive.
    .title = A fee was demanded without showing that the request is unfounded or excessive

finding-fee_without_warning = With the fee demanded on { DATE($on) }, the person was not told beforehand and could not withdraw the request instead of paying.
    .title = A fee was demanded without leaving the person the choice to withdraw

finding-redaction_called_full = The answer of { DATE($on) } calls itself complete, although large parts of it have been made illegible. That is a partial refusal, and it gives no reasons.
    .title = A heavily redacted answer is called complete

finding-public_data_not_followed = On { DATE($on) } the controller said that it did not tell the other controllers which process the data it had made public that their erasure was requested.
    .title = Other controllers were not told of the erasure of public data

finding-direct_transfer_refused = On { DATE($on) } the controller refused to send the data directly to the other controller that was named, without saying that it is not feasible.
    .title = A direct transfer of the data was refused

finding-answer_contested = On { DATE($on) } the answer was judged not to give what was asked for.
    .title = The answer was found not to give what was asked for

finding-complaint_not_acknowledged = The complaint made to the controller was not acknowledged by { WEEKDAY($due) } { DATE($due) }, the last of the 30 days for it.
    .title = A complaint to the controller was not acknowledged in time
