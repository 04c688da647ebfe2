# Deadlines. `short-…` is the one sentence; `step-…` has the name and the fields of a step.

# How long the period is, and by how much it was extended.
months = { $months ->
    [1] one month
    [2] two months
    [3] three months
   *[other] { $months } months
}
Months = { $months ->
    [1] One month
    [2] Two months
    [3] Three months
   *[other] { $months } months
}

short-due = Received on { DATE($received) }: an answer is due by { WEEKDAY($due) } { DATE($due) }, { months } after receipt{ $extended ->
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
short-suspended = Received on { DATE($received) }: the clock has stood since { DATE($since) }, because the controller is waiting for information.
short-none = Received on { DATE($received) }: no date can be given.

step-received = The request reached the controller ({ PLACE($place) }) on { WEEKDAY($date) } { DATE($date) }, as shown by { $proof ->
    [controller_acknowledgement] the controller's acknowledgement
    [registered_delivery] registered delivery
    [delivery_confirmation] a confirmation of delivery
    [controller_statement] what the controller said or did later
   *[presumption] a presumption from its dispatch
}. That day is not counted.
step-months_added = { $clamped ->
    [yes] { Months } from { DATE($from) } ends on { WEEKDAY($to) } { DATE($to) }, the last day of a month that has no such date.
   *[no] { Months } from { DATE($from) } ends on { WEEKDAY($to) } { DATE($to) }.
}
step-suspension_counted = { $kind ->
    [identity] The controller asked for proof of identity on { DATE($asked_on) } and had its answer on { DATE($supplied_on) }. The time between does not count.
   *[scope] The controller asked what exactly is wanted on { DATE($asked_on) } and had its answer on { DATE($supplied_on) }. The time between does not count.
}
step-suspension_not_counted = { $kind ->
    [identity] The controller asked for proof of identity on { DATE($asked_on) }.
   *[scope] The controller asked what exactly is wanted on { DATE($asked_on) }.
} { $why ->
    [not_prompt] This does not stop the clock, because it did not ask promptly.
   *[contested] This does not stop the clock, because the suspension is contested.
}
step-days_added = { $days ->
    [one] One day of suspension is added to { DATE($from) }, which gives { WEEKDAY($to) } { DATE($to) }.
   *[other] { $days } days of suspension are added to { DATE($from) }, which gives { WEEKDAY($to) } { DATE($to) }.
}
step-rolled = { WEEKDAY($from) } { DATE($from) } is not a working day, so the period ends on the next one, { WEEKDAY($to) } { DATE($to) }. Days passed over: { $over }.
step-working_day = { WEEKDAY($date) } { DATE($date) } is a working day, so the period ends then.
step-extension_counted = On { DATE($notified_on) } the controller announced, in time and with reasons, that it needs { $months ->
    [1] one more month
    [2] two more months
   *[other] { $months } more months
}. The whole period runs from receipt.
step-extension_not_counted = { $defect ->
    [extension_late] The extension announced on { DATE($notified_on) } has no effect, because it came after the first deadline.
    [extension_without_reasons] The extension announced on { DATE($notified_on) } has no effect, because it gives no reasons.
    [extension_repeated] The extension announced on { DATE($notified_on) } has no effect, because the period can be extended only once.
   *[other] The extension announced on { DATE($notified_on) } has no effect, because it is not valid.
}
step-suspended = { $kind ->
    [identity] The controller asked for proof of identity on { DATE($since) } and is still waiting. Until it has its answer there is no deadline.
   *[scope] The controller asked what exactly is wanted on { DATE($since) } and is still waiting. Until it has its answer there is no deadline.
}
step-in_doubt = { $region_unknown ->
    [yes] The period ends on { DATE($earliest) } at the earliest and on { DATE($latest) } at the latest, because holidays depend on the region, which is not known.
   *[no] The period ends on { DATE($earliest) } at the earliest and on { DATE($latest) } at the latest, because a holiday is in doubt.
} Nobody is called late before the later date has passed.
step-no_calendar = No calendar of public holidays is kept for this place ({ PLACE($place) }). Only weekends were taken into account, and the true date may be later.
step-expires = The period runs out at midnight at the end of { WEEKDAY($due) } { DATE($due) }, local time ({ $zone }).

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
