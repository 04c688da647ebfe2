# Deadlines. `short-…` is the one sentence; `step-…` has the name and the fields of a step.

# How long the period is, and by how much it was extended.
term = { $unit ->
    [hours] { $count } hours
    [days] { $count } days
    [working_days] { $count } working days
    [weeks] { $count } weeks
   *[months] { $count ->
        [1] one month
        [2] two months
        [3] three months
       *[other] { $count } months
    }
}
Term = { $unit ->
    [hours] { $count } hours
    [days] { $count } days
    [working_days] { $count } working days
    [weeks] { $count } weeks
   *[months] { $count ->
        [1] One month
        [2] Two months
        [3] Three months
       *[other] { $count } months
    }
}

short-due = Received on { DATE($received) }: an answer is due by { WEEKDAY($due) } { DATE($due) }, { term } after receipt{ $extended ->
    [yes] {" "}under a valid extension
   *[no] {""}
}{ $suspended_days ->
    [0] {""}
    [one] , with one day of suspension
   *[other] , with { $suspended_days } days of suspension
}{ $moved ->
    [yes] , moved to the next working day
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(possibly already by { DATE($earliest) })
   *[no] {""}
}.
short-act = { $regime ->
    [sa_information] News of the complaint from the authority is
    [sa_inadmissible] A declaration that the complaint is inadmissible is
    [sa_transmit] Transmission of the complaint to the lead authority is
    [sa_competence] Confirmation of its competence by the lead authority is
    [sa_objection] An objection to the early resolution is
    [sa_resolution] The record of the early resolution is
    [ccpa_confirmation] Confirmation of the request is
    [breach_72h] Notification of the breach is
    [uk_complaint] Acknowledgement of the complaint by the controller is
    [nl_petition] A petition to the court is
   *[sa_draft_decision] The draft decision of the lead authority is
} due by { WEEKDAY($due) } { DATE($due) }, { term } after { DATE($received) }{ $extended ->
    [yes] {" "}with a valid extension
   *[no] {""}
}{ $moved ->
    [yes] , moved to the next working day
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(possibly already by { DATE($earliest) })
   *[no] {""}
}.
short-suspended = Received on { DATE($received) }: the clock has stood since { DATE($since) }, because the controller is waiting for information.
short-none = Received on { DATE($received) }: no date can be given.

step-received = The request reached the controller ({ PLACE($place) }) on { WEEKDAY($date) } { DATE($date) }{ $proof ->
    [none] {""}
    [controller_acknowledgement] , as shown by the controller's acknowledgement
    [registered_delivery] , as shown by registered delivery
    [delivery_confirmation] , as shown by a confirmation of delivery
    [controller_statement] , as shown by what the controller said or did later
   *[presumption] , as shown by a presumption from its dispatch
}. That day is not counted.
step-started = { $event ->
    [complaint_lodged] The complaint was lodged with the authority
    [complaint_transmitted] The presumed lead authority received the complaint
    [resolution_told] The complainant was told that the infringement has ended
    [objection_time_over] The time to object ended without an objection
    [competence_confirmed] The competence of the lead authority was confirmed
    [breach_known] The controller became aware of the breach
    [controller_complaint] A complaint reached the controller
   *[controller_answered] The controller answered
} on { WEEKDAY($date) } { DATE($date) } ({ PLACE($place) }). { $event ->
    [breach_known] The hours are counted from that moment.
   *[other] That day is not counted.
}
step-lodging_assumed = These rules hold for complaints lodged on or after { DATE($from) }. When this one was lodged was not stated; it is taken to have been lodged by then or later.
step-start_moved = { $kind ->
    [fee] The controller asked for a fee, which was paid on { WEEKDAY($to) } { DATE($to) }.
   *[identity] The controller asked for proof of identity and had it on { WEEKDAY($to) } { DATE($to) }.
} The period begins only on that day.
step-counted = { $clamped ->
    [yes] { Term } from { DATE($from) } ends on { WEEKDAY($to) } { DATE($to) }, the last day of a month that has no such date.
   *[no] { Term } from { DATE($from) } ends on { WEEKDAY($to) } { DATE($to) }.
}
step-suspension_counted = { $kind ->
    [identity] The controller asked for proof of identity on { DATE($asked_on) } and had its answer on { DATE($supplied_on) }.
   *[scope] The controller asked what exactly is wanted on { DATE($asked_on) } and had its answer on { DATE($supplied_on) }.
} { $both_days ->
    [yes] The time from the first of these days to the second, both included, does not count.
   *[no] The time between does not count.
}
step-suspension_not_counted = { $kind ->
    [fee] The controller asked for a fee on { DATE($asked_on) }.
    [identity] The controller asked for proof of identity on { DATE($asked_on) }.
   *[scope] The controller asked what exactly is wanted on { DATE($asked_on) }.
} { $why ->
    [not_prompt] This does not stop the clock, because it did not ask promptly.
    [access_only] This does not stop the clock, because under this law that is so for access requests only.
    [never_stops] This does not stop the clock, because under this law nothing does.
   *[contested] This does not stop the clock, because the suspension is contested.
}
step-days_added = { $days ->
    [one] One day of suspension is added to { DATE($from) }, which gives { WEEKDAY($to) } { DATE($to) }.
   *[other] { $days } days of suspension are added to { DATE($from) }, which gives { WEEKDAY($to) } { DATE($to) }.
}{ $overlap ->
    [yes] {" "}Days in two suspensions count once.
   *[no] {""}
}
step-rolled = { WEEKDAY($from) } { DATE($from) } is not a working day, so the period ends on the next one, { WEEKDAY($to) } { DATE($to) }. Days passed over: { $over }.
step-working_day = { WEEKDAY($date) } { DATE($date) } is a working day, so the period ends then.
step-not_rolled = Under this law the period ends on { WEEKDAY($date) } { DATE($date) }, whether or not that is a working day.
step-extension_counted = { $by_notice ->
    [yes] On { DATE($notified_on) } the controller announced, in time and with reasons, that it needs { $unit ->
        [days] { $count } more days
       *[months] { $count ->
            [1] one more month
            [2] two more months
           *[other] { $count } more months
        }
    }. The whole period runs from receipt.
   *[no] On { DATE($notified_on) } the period was extended by { term }. The whole period runs from its beginning.
}
step-extension_not_counted = { $defect ->
    [extension_late] The extension announced on { DATE($notified_on) } has no effect, because it came after the first deadline.
    [extension_without_reasons] The extension announced on { DATE($notified_on) } has no effect, because it gives no reasons.
    [extension_repeated] The extension announced on { DATE($notified_on) } has no effect, because the period can be extended only once.
   *[other] The extension announced on { DATE($notified_on) } has no effect, because it is not valid.
}
step-suspended = { $kind ->
    [fee] The controller asked for a fee on { DATE($since) }, which is not paid yet. Until it is paid there is no deadline.
    [identity] The controller asked for proof of identity on { DATE($since) } and is still waiting. Until it has its answer there is no deadline.
   *[scope] The controller asked what exactly is wanted on { DATE($since) } and is still waiting. Until it has its answer there is no deadline.
}
step-in_doubt = { $region_unknown ->
    [yes] The period ends on { DATE($earliest) } at the earliest and on { DATE($latest) } at the latest, because holidays depend on the region, which is not known.
   *[no] The period ends on { DATE($earliest) } at the earliest and on { DATE($latest) } at the latest, because a holiday is in doubt.
} Nobody is called late before the later date has passed.
step-no_calendar = No calendar of public holidays is kept for this place ({ PLACE($place) }). Only weekends were taken into account, and the true date may be later.
step-strict_reading = On a strict reading of the law the period ends on { WEEKDAY($date) } { DATE($date) } already. Reminders count from that day, but nobody is called late before the other has passed.
step-expires = The period runs out at midnight at the end of { WEEKDAY($due) } { DATE($due) }, local time ({ $zone }).
step-expires_at = The period runs out on { WEEKDAY($due) } { DATE($due) } at { $time }, local time ({ $zone }).
step-silence_rejects = If the authority stays silent until then, its silence is a rejection of the complaint ({ PLACE($place) }), which can be challenged in court.

# One more of the days passed over.
days-off = { $before }; { $day }
day-off = { WEEKDAY($date) } { DATE($date) }{ $why ->
    [holiday] { $named ->
        [yes] , { $name }
       *[no] , a public holiday
    }
   *[other] {""}
}{ $uncertain ->
    [yes] {" "}(in doubt)
   *[no] {""}
}
