# Fristen. `short-…` ist der eine Satz; `step-…` trägt Namen und Felder eines Schritts.

months = { $months ->
    [1] einen Monat
    [2] zwei Monate
    [3] drei Monate
   *[other] { $months } Monate
}
Months = { $months ->
    [1] Ein Monat
    [2] Zwei Monate
    [3] Drei Monate
   *[other] { $months } Monate
}

short-due = Eingegangen am { DATE($received) }: Die Antwort ist spätestens am { WEEKDAY($due) }, dem { DATE($due) }, fällig, { months } nach Eingang{ $extended ->
    [yes] {" "}aufgrund einer wirksamen Fristverlängerung
   *[no] {""}
}{ $suspended_days ->
    [0] {""}
    [one] , unter Berücksichtigung eines Tages der Aussetzung
   *[other] , unter Berücksichtigung von { $suspended_days } Tagen der Aussetzung
}{ $moved ->
    [yes] , verschoben auf den nächsten Arbeitstag
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(möglicherweise schon am { DATE($earliest) })
   *[no] {""}
}.
short-suspended = Eingegangen am { DATE($received) }: Die Frist ist seit dem { DATE($since) } ausgesetzt, weil der Verantwortliche auf Informationen wartet.
short-none = Eingegangen am { DATE($received) }: Es lässt sich kein Datum angeben.

step-received = Der Antrag ist dem Verantwortlichen ({ PLACE($place) }) am { WEEKDAY($date) }, dem { DATE($date) }, zugegangen. Das ergibt sich aus { $proof ->
    [controller_acknowledgement] der Eingangsbestätigung des Verantwortlichen
    [registered_delivery] der Zustellung per Einschreiben
    [delivery_confirmation] einer Zustellbestätigung
    [controller_statement] späteren Angaben oder Handlungen des Verantwortlichen
   *[presumption] einer Vermutung aufgrund der Absendung
}. Dieser Tag wird nicht mitgerechnet.
step-months_added = { $clamped ->
    [yes] { Months } ab dem { DATE($from) }: Die Frist endet am { WEEKDAY($to) }, dem { DATE($to) }, dem letzten Tag eines Monats, in dem es den entsprechenden Tag nicht gibt.
   *[no] { Months } ab dem { DATE($from) }: Die Frist endet am { WEEKDAY($to) }, dem { DATE($to) }.
}
step-suspension_counted = { $kind ->
    [identity] Der Verantwortliche hat am { DATE($asked_on) } einen Identitätsnachweis verlangt und ihn am { DATE($supplied_on) } erhalten. Die Zeit dazwischen zählt nicht.
   *[scope] Der Verantwortliche hat am { DATE($asked_on) } um Präzisierung des Antrags gebeten und die Antwort am { DATE($supplied_on) } erhalten. Die Zeit dazwischen zählt nicht.
}
step-suspension_not_counted = { $kind ->
    [identity] Der Verantwortliche hat am { DATE($asked_on) } einen Identitätsnachweis verlangt.
   *[scope] Der Verantwortliche hat am { DATE($asked_on) } um Präzisierung des Antrags gebeten.
} { $why ->
    [not_prompt] Die Frist läuft weiter, weil er nicht unverzüglich nachgefragt hat.
   *[contested] Die Frist läuft weiter, weil der Aussetzung widersprochen wird.
}
step-days_added = { $days ->
    [one] Zum { DATE($from) } kommt ein Tag der Aussetzung hinzu; das ergibt { WEEKDAY($to) }, den { DATE($to) }.
   *[other] Zum { DATE($from) } kommen { $days } Tage der Aussetzung hinzu; das ergibt { WEEKDAY($to) }, den { DATE($to) }.
}
step-rolled = { WEEKDAY($from) }, der { DATE($from) }, ist kein Arbeitstag. Die Frist endet daher am nächsten Arbeitstag, dem { DATE($to) } ({ WEEKDAY($to) }). Übergangene Tage: { $over }.
step-working_day = { WEEKDAY($date) }, der { DATE($date) }, ist ein Arbeitstag. Die Frist endet daher an diesem Tag.
step-extension_counted = Am { DATE($notified_on) } hat der Verantwortliche rechtzeitig und mit Begründung mitgeteilt, dass er die Frist { $months ->
    [1] um einen Monat
    [2] um zwei Monate
   *[other] um { $months } Monate
} verlängert. Die gesamte Frist läuft ab Eingang.
step-extension_not_counted = { $defect ->
    [extension_late] Die am { DATE($notified_on) } mitgeteilte Verlängerung ist wirkungslos, weil sie erst nach Ablauf der ersten Frist mitgeteilt wurde.
    [extension_without_reasons] Die am { DATE($notified_on) } mitgeteilte Verlängerung ist wirkungslos, weil sie nicht begründet ist.
    [extension_repeated] Die am { DATE($notified_on) } mitgeteilte Verlängerung ist wirkungslos, weil die Frist nur einmal verlängert werden kann.
   *[other] Die am { DATE($notified_on) } mitgeteilte Verlängerung ist wirkungslos, weil sie nicht den Anforderungen genügt.
}
step-suspended = { $kind ->
    [identity] Der Verantwortliche hat am { DATE($since) } einen Identitätsnachweis verlangt und wartet noch darauf. Bis er ihn erhält, gibt es kein Fristende.
   *[scope] Der Verantwortliche hat am { DATE($since) } um Präzisierung des Antrags gebeten und wartet noch auf die Antwort. Bis er sie erhält, gibt es kein Fristende.
}
step-in_doubt = { $region_unknown ->
    [yes] Die Frist endet frühestens am { DATE($earliest) } und spätestens am { DATE($latest) }, weil die Feiertage von der Region abhängen und diese nicht bekannt ist.
   *[no] Die Frist endet frühestens am { DATE($earliest) } und spätestens am { DATE($latest) }, weil ein Feiertag nicht sicher ist.
} Vor Ablauf des späteren Datums wird niemandem Verspätung vorgehalten.
step-no_calendar = Für diesen Ort ({ PLACE($place) }) wird kein Feiertagskalender geführt. Nur Wochenenden wurden berücksichtigt; das wirkliche Datum kann später liegen.
step-expires = Die Frist läuft am { WEEKDAY($due) }, dem { DATE($due) }, um 24 Uhr Ortszeit ab ({ $zone }).

# One more of the days passed over.
days-off = { $before }; { $day }
day-off = { WEEKDAY($date) }, { DATE($date) }{ $why ->
    [holiday] { $named ->
        [yes] , { $name }
       *[no] , gesetzlicher Feiertag
    }
   *[other] {""}
}{ $uncertain ->
    [yes] {" "}(nicht sicher)
   *[no] {""}
}
