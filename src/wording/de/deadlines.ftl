# Fristen. `short-…` ist der eine Satz; `step-…` trägt Namen und Felder eines Schritts.

term = { $unit ->
    [hours] { $count } Stunden
    [days] { $count } Tage
    [working_days] { $count } Arbeitstage
    [weeks] { $count } Wochen
   *[months] { $count ->
        [1] einen Monat
        [2] zwei Monate
        [3] drei Monate
       *[other] { $count } Monate
    }
}
Term = { $unit ->
    [hours] { $count } Stunden
    [days] { $count } Tage
    [working_days] { $count } Arbeitstage
    [weeks] { $count } Wochen
   *[months] { $count ->
        [1] Ein Monat
        [2] Zwei Monate
        [3] Drei Monate
       *[other] { $count } Monate
    }
}

short-due = Eingegangen am { DATE($received) }: Die Antwort ist spätestens am { WEEKDAY($due) }, dem { DATE($due) }, fällig, { term } nach Eingang{ $extended ->
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
short-act = { $regime ->
    [sa_information] Nachricht der Behörde über Stand oder Ergebnis der Beschwerde
    [sa_inadmissible] Erklärung, dass die Beschwerde unzulässig ist
    [sa_transmit] Übermittlung der Beschwerde an die federführende Behörde
    [sa_competence] Bestätigung der Zuständigkeit durch die federführende Behörde
    [sa_objection] Einspruch gegen die frühzeitige Beilegung
    [sa_resolution] Feststellung der frühzeitigen Beilegung
    [ccpa_confirmation] Bestätigung des Antrags
    [breach_72h] Meldung der Datenschutzverletzung
    [uk_complaint] Bestätigung der Beschwerde durch den Verantwortlichen
    [nl_petition] Antrag an das Gericht
   *[sa_draft_decision] Beschlussentwurf der federführenden Behörde
}: spätestens am { WEEKDAY($due) }, dem { DATE($due) }, { term } nach dem { DATE($received) }{ $extended ->
    [yes] {" "}aufgrund einer wirksamen Fristverlängerung
   *[no] {""}
}{ $moved ->
    [yes] , verschoben auf den nächsten Arbeitstag
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(möglicherweise schon am { DATE($earliest) })
   *[no] {""}
}.
short-suspended = Eingegangen am { DATE($received) }: Die Frist ist seit dem { DATE($since) } ausgesetzt, weil der Verantwortliche auf Informationen wartet.
short-none = Eingegangen am { DATE($received) }: Es lässt sich kein Datum angeben.

step-received = Der Antrag ist dem Verantwortlichen ({ PLACE($place) }) am { WEEKDAY($date) }, dem { DATE($date) }, zugegangen.{ $proof ->
    [none] {""}
    [controller_acknowledgement] {" "}Das ergibt sich aus der Eingangsbestätigung des Verantwortlichen.
    [registered_delivery] {" "}Das ergibt sich aus der Zustellung per Einschreiben.
    [delivery_confirmation] {" "}Das ergibt sich aus einer Zustellbestätigung.
    [controller_statement] {" "}Das ergibt sich aus späteren Angaben oder Handlungen des Verantwortlichen.
   *[presumption] {" "}Das ergibt sich aus einer Vermutung aufgrund der Absendung.
} Dieser Tag wird nicht mitgerechnet.
step-started = Am { WEEKDAY($date) }, dem { DATE($date) } ({ PLACE($place) }), { $event ->
    [complaint_lodged] wurde die Beschwerde bei der Behörde eingereicht
    [complaint_transmitted] hat die mutmaßlich federführende Behörde die Beschwerde erhalten
    [resolution_told] wurde der Person mitgeteilt, dass der Verstoß beendet ist
    [objection_time_over] ist die Einspruchsfrist ohne Einspruch abgelaufen
    [competence_confirmed] wurde die Zuständigkeit der federführenden Behörde bestätigt
    [breach_known] ist dem Verantwortlichen die Datenschutzverletzung bekannt geworden
    [controller_complaint] ist eine Beschwerde beim Verantwortlichen eingegangen
   *[controller_answered] hat der Verantwortliche geantwortet
}. { $event ->
    [breach_known] Die Stunden werden von diesem Zeitpunkt an gezählt.
   *[other] Dieser Tag wird nicht mitgerechnet.
}
step-lodging_assumed = Diese Regeln gelten für Beschwerden, die ab dem { DATE($from) } eingereicht werden. Wann diese eingereicht wurde, ist nicht angegeben; es wird angenommen, dass es nicht früher war.
step-start_moved = { $kind ->
    [fee] Der Verantwortliche hat ein Entgelt verlangt, das am { WEEKDAY($to) }, dem { DATE($to) }, gezahlt wurde.
   *[identity] Der Verantwortliche hat einen Identitätsnachweis verlangt und ihn am { WEEKDAY($to) }, dem { DATE($to) }, erhalten.
} Die Frist beginnt erst an diesem Tag.
step-counted = { $clamped ->
    [yes] { Term } ab dem { DATE($from) }: Die Frist endet am { WEEKDAY($to) }, dem { DATE($to) }, dem letzten Tag eines Monats, in dem es den entsprechenden Tag nicht gibt.
   *[no] { Term } ab dem { DATE($from) }: Die Frist endet am { WEEKDAY($to) }, dem { DATE($to) }.
}
step-suspension_counted = { $kind ->
    [identity] Der Verantwortliche hat am { DATE($asked_on) } einen Identitätsnachweis verlangt und ihn am { DATE($supplied_on) } erhalten.
   *[scope] Der Verantwortliche hat am { DATE($asked_on) } um Präzisierung des Antrags gebeten und die Antwort am { DATE($supplied_on) } erhalten.
} { $both_days ->
    [yes] Die Zeit vom ersten bis zum zweiten dieser Tage, beide eingeschlossen, zählt nicht.
   *[no] Die Zeit dazwischen zählt nicht.
}
step-suspension_not_counted = { $kind ->
    [fee] Der Verantwortliche hat am { DATE($asked_on) } ein Entgelt verlangt.
    [identity] Der Verantwortliche hat am { DATE($asked_on) } einen Identitätsnachweis verlangt.
   *[scope] Der Verantwortliche hat am { DATE($asked_on) } um Präzisierung des Antrags gebeten.
} { $why ->
    [not_prompt] Die Frist läuft weiter, weil er nicht unverzüglich nachgefragt hat.
    [access_only] Die Frist läuft weiter, weil dieses Recht eine Aussetzung nur bei Auskunftsanträgen kennt.
    [never_stops] Die Frist läuft weiter, weil dieses Recht keine Aussetzung kennt.
   *[contested] Die Frist läuft weiter, weil der Aussetzung widersprochen wird.
}
step-days_added = { $days ->
    [one] Zum { DATE($from) } kommt ein Tag der Aussetzung hinzu; das ergibt { WEEKDAY($to) }, den { DATE($to) }.
   *[other] Zum { DATE($from) } kommen { $days } Tage der Aussetzung hinzu; das ergibt { WEEKDAY($to) }, den { DATE($to) }.
}{ $overlap ->
    [yes] {" "}Tage, die in zwei Aussetzungen liegen, zählen einmal.
   *[no] {""}
}
step-rolled = { WEEKDAY($from) }, der { DATE($from) }, ist kein Arbeitstag. Die Frist endet daher am nächsten Arbeitstag, dem { DATE($to) } ({ WEEKDAY($to) }). Übergangene Tage: { $over }.
step-working_day = { WEEKDAY($date) }, der { DATE($date) }, ist ein Arbeitstag. Die Frist endet daher an diesem Tag.
step-not_rolled = Nach diesem Recht endet die Frist am { WEEKDAY($date) }, dem { DATE($date) }, ob das ein Arbeitstag ist oder nicht.
step-extension_counted = { $by_notice ->
    [yes] Am { DATE($notified_on) } hat der Verantwortliche rechtzeitig und mit Begründung mitgeteilt, dass er die Frist { $unit ->
        [days] um { $count } Tage
       *[months] { $count ->
            [1] um einen Monat
            [2] um zwei Monate
           *[other] um { $count } Monate
        }
    } verlängert. Die gesamte Frist läuft ab Eingang.
   *[no] Am { DATE($notified_on) } wurde die Frist um { term } verlängert. Die gesamte Frist läuft ab ihrem Beginn.
}
step-extension_not_counted = { $defect ->
    [extension_late] Die am { DATE($notified_on) } mitgeteilte Verlängerung ist wirkungslos, weil sie erst nach Ablauf der ersten Frist mitgeteilt wurde.
    [extension_without_reasons] Die am { DATE($notified_on) } mitgeteilte Verlängerung ist wirkungslos, weil sie nicht begründet ist.
    [extension_repeated] Die am { DATE($notified_on) } mitgeteilte Verlängerung ist wirkungslos, weil die Frist nur einmal verlängert werden kann.
   *[other] Die am { DATE($notified_on) } mitgeteilte Verlängerung ist wirkungslos, weil sie nicht den Anforderungen genügt.
}
step-suspended = { $kind ->
    [fee] Der Verantwortliche hat am { DATE($since) } ein Entgelt verlangt, das noch nicht gezahlt ist. Bis dahin gibt es kein Fristende.
    [identity] Der Verantwortliche hat am { DATE($since) } einen Identitätsnachweis verlangt und wartet noch darauf. Bis er ihn erhält, gibt es kein Fristende.
   *[scope] Der Verantwortliche hat am { DATE($since) } um Präzisierung des Antrags gebeten und wartet noch auf die Antwort. Bis er sie erhält, gibt es kein Fristende.
}
step-in_doubt = { $region_unknown ->
    [yes] Die Frist endet frühestens am { DATE($earliest) } und spätestens am { DATE($latest) }, weil die Feiertage von der Region abhängen und diese nicht bekannt ist.
   *[no] Die Frist endet frühestens am { DATE($earliest) } und spätestens am { DATE($latest) }, weil ein Feiertag nicht sicher ist.
} Vor Ablauf des späteren Datums wird niemandem Verspätung vorgehalten.
step-no_calendar = Für diesen Ort ({ PLACE($place) }) wird kein Feiertagskalender geführt. Nur Wochenenden wurden berücksichtigt; das wirkliche Datum kann später liegen.
step-strict_reading = Bei strenger Lesart des Gesetzes endet die Frist schon am { WEEKDAY($date) }, dem { DATE($date) }. Erinnerungen richten sich nach diesem Tag; vor Ablauf des anderen wird niemandem Verspätung vorgehalten.
step-expires = Die Frist läuft am { WEEKDAY($due) }, dem { DATE($due) }, um 24 Uhr Ortszeit ab ({ $zone }).
step-expires_at = Die Frist läuft am { WEEKDAY($due) }, dem { DATE($due) }, um { $time } Uhr Ortszeit ab ({ $zone }).
step-silence_rejects = Schweigt die Behörde bis dahin, gilt die Beschwerde als zurückgewiesen ({ PLACE($place) }); dagegen ist der Rechtsweg offen.

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
