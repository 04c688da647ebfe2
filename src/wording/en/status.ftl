# The page on which a person sees what is done in their name. Plain words; titles that say nothing to others (Z-19).

status-title = Overview
status-heading = Where things stand
status-lead = { $organisation } acts for you. Here you see what it asked for you, of whom, and what came back.
status-as-of = As of { DATE($day) }
status-leave = Leave this page
    .hint = Opens an unrelated page at once. To leave no trace, also delete this page from your browser’s history.
status-languages = Language
status-skip = To the content

status-requests = Your requests
status-requests-none = Nothing has been asked for you yet.
status-right = { $right ->
    [access] A copy of your data
    [rectification] Correction of your data
    [erasure] Deletion of your data
    [restriction] Limits on the use of your data
    [portability] Your data in a form you can take elsewhere
    [objection] An end to the use of your data
   *[automated_decision] A human look at an automatic decision
}
status-asked-of = Asked of { $controller }
status-standing = { $standing ->
    [prepared] Being prepared. It has not been sent yet.
    [sent] Sent. Nothing shows yet that it has arrived.
    [running] Under way. The answer is not due yet.
    [waiting] On hold. The other side is waiting for information it asked for.
    [late] Late. The time to answer is over.
    [answered] Answered.
    [settled] Settled.
    [abandoned] Given up.
   *[withdrawn] Taken back.
}
status-next = { $late ->
    [yes] The answer was due by
   *[no] The answer is due by
}
status-day = { WEEKDAY($day) } { DATE($day) }
status-how = How this date is reached
status-silence = { $days ->
    [0] News came today.
    [one] No news for one day.
   *[other] No news for { $days } days.
}
status-history = What has happened
status-line = { $what ->
    [prepared] The request was prepared.
    [sent] The request was sent.
    [received] The request arrived.
    [reminded] A reminder was sent.
    [asked_identity] They asked for proof of who you are.
    [asked_scope] They asked what exactly is wanted.
    [asked_fee] They asked for a fee.
    [supplied] They were given what they asked for.
    [extended] They announced that they need more time.
    [first_passed] The first legal date passed without an answer.
    [final_passed] The legal date passed without an answer.
    [answered] An answer came.
    [answered_full] A full answer came.
    [answered_partial] An answer to a part came.
    [answered_no_data] They answered that they hold no data about you.
    [answered_refused] They refused.
    [answered_cannot_identify] They answered that they cannot tell which data are yours.
    [answered_redirected] They answered that somebody else is responsible.
    [satisfied] The answer was found to be sufficient.
    [unsatisfied] The answer was found to be insufficient.
    [abandoned] The request was given up.
    [withdrawn] The request was taken back.
   *[closed] The request was closed.
}

status-complaints = Complaints
status-complaint = { $told ->
    [lodged] A complaint against { $controller } was lodged with the supervisory authority.
    [acknowledged] The authority has confirmed that it has the complaint against { $controller }.
    [admitted] The authority deals with the complaint against { $controller }.
    [inadmissible] The authority refused the complaint against { $controller } for its form.
    [transmitted] The complaint against { $controller } was sent on to the authority that leads the case.
    [resolution_offered] The authority says that { $controller } has put things right; there are four weeks to object.
    [objected] We objected to closing the complaint against { $controller }.
    [resolved] The complaint against { $controller } was settled.
    [investigated] The authority investigates { $controller }.
    [views_requested] The authority asked for our views on { $controller }.
    [views_submitted] We stated our views on { $controller } to the authority.
    [silent] The authority has said nothing about the complaint against { $controller } for three months; you may go to court.
    [decided] The authority has decided on the complaint against { $controller }.
    [challenged] The decision on { $controller } was taken to court.
    [closed] The complaint against { $controller } is closed.
   *[news] The authority sent news about the complaint against { $controller }.
}

status-mandates = Your mandate
status-mandate-given = You allowed { $organisation } to act for you. You signed on { DATE($signed) }.
status-mandate-powers = { $powers ->
    [both] It covers requests and complaints.
    [complaint] It covers complaints.
   *[request] It covers requests.
}
status-mandate-until = It ends on { DATE($until) }.
status-mandate-answers = { $recipient ->
    [person] Answers go to you alone.
   *[organisation] { $organisation } receives the answers for you.
}
status-mandate-revoked = You took it back on { DATE($day) }.
status-mandate-expired = It ended on { DATE($day) }.
status-mandate-none = No mandate is recorded.
status-take-back = Take back this mandate

status-confirm = Take back your mandate?
status-confirm-effect = { $organisation } may then do nothing more in your name. You need give no reason.
status-confirm-requests = { $count ->
    [0] No open request rests on it.
    [one] One open request ends with it:
   *[other] { $count } open requests end with it:
}
status-confirm-others = You can give a new mandate at any time. What others owe you by law, they still owe you.
status-confirm-yes = Yes, take it back
status-confirm-no = No, go back

status-done = Your mandate is taken back
status-done-effect = { $organisation } may do nothing more under it. The requests that rest on it end, and those who have received them are told.
status-done-running = { $count ->
    [0] Nothing else is running for you.
    [one] One request is still running under another mandate:
   *[other] { $count } requests are still running under other mandates:
}
status-done-back = Back to the overview

status-contact = Who to talk to
status-contact-text = Questions, or not content with how you are treated? Talk to { $organisation }.
status-contact-email = E-mail
status-contact-website = Website
status-contact-none = Use the address that { $organisation } has given you.

status-own-data = Your data at { $organisation }
status-own-data-text = You have the same rights towards { $organisation } as towards everybody else. You can have a copy of all it keeps about you, have it corrected or deleted, or take it elsewhere. Ask for it; the answer is due within one month, free of charge.

status-gone-title = Overview
status-gone = There is nothing here
status-gone-text = This link leads nowhere, or not any more. Ask whoever gave it to you for a new one.
