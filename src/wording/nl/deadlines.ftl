# Termijnen. `short-…` is de ene zin; `step-…` draagt de naam en de velden van een stap.

term = { $unit ->
    [hours] { $count } uur
    [days] { $count } dagen
    [working_days] { $count } werkdagen
    [weeks] { $count } weken
   *[months] { $count ->
        [1] één maand
        [2] twee maanden
        [3] drie maanden
       *[other] { $count } maanden
    }
}
Term = { $unit ->
    [hours] { $count } uur
    [days] { $count } dagen
    [working_days] { $count } werkdagen
    [weeks] { $count } weken
   *[months] { $count ->
        [1] Eén maand
        [2] Twee maanden
        [3] Drie maanden
       *[other] { $count } maanden
    }
}

short-due = Ontvangen op { DATE($received) }: het antwoord moet uiterlijk op { WEEKDAY($due) } { DATE($due) } worden gegeven, { term } na ontvangst{ $extended ->
    [yes] {" "}op grond van een geldige verlenging
   *[no] {""}
}{ $suspended_days ->
    [0] {""}
    [one] , rekening houdend met één dag opschorting
   *[other] , rekening houdend met { $suspended_days } dagen opschorting
}{ $moved ->
    [yes] , verschoven naar de eerstvolgende werkdag
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(mogelijk al op { DATE($earliest) })
   *[no] {""}
}.
short-act = { $regime ->
    [sa_information] Bericht van de autoriteit over voortgang of uitkomst van de klacht
    [sa_inadmissible] Verklaring dat de klacht niet-ontvankelijk is
    [sa_transmit] Doorzending van de klacht aan de leidende autoriteit
    [sa_competence] Bevestiging van haar bevoegdheid door de leidende autoriteit
    [sa_objection] Bezwaar tegen de vroegtijdige afdoening
    [sa_resolution] Vaststelling van de vroegtijdige afdoening
    [ccpa_confirmation] Bevestiging van het verzoek
    [breach_72h] Melding van de inbreuk
    [uk_complaint] Ontvangstbevestiging van de klacht door de verwerkingsverantwoordelijke
    [nl_petition] Verzoekschrift aan de rechter
   *[sa_draft_decision] Ontwerpbesluit van de leidende autoriteit
}: uiterlijk op { WEEKDAY($due) } { DATE($due) }, { term } na { DATE($received) }{ $extended ->
    [yes] {" "}op grond van een geldige verlenging
   *[no] {""}
}{ $moved ->
    [yes] , verschoven naar de eerstvolgende werkdag
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(mogelijk al op { DATE($earliest) })
   *[no] {""}
}.
short-suspended = Ontvangen op { DATE($received) }: de termijn staat stil sinds { DATE($since) }, omdat de verwerkingsverantwoordelijke op informatie wacht.
short-none = Ontvangen op { DATE($received) }: er kan geen datum worden gegeven.

step-received = Het verzoek heeft de verwerkingsverantwoordelijke ({ PLACE($place) }) bereikt op { WEEKDAY($date) } { DATE($date) }.{ $proof ->
    [none] {""}
    [controller_acknowledgement] {" "}Dat blijkt uit de ontvangstbevestiging van de verwerkingsverantwoordelijke.
    [registered_delivery] {" "}Dat blijkt uit de aangetekende bezorging.
    [delivery_confirmation] {" "}Dat blijkt uit een bevestiging van de bezorging.
    [controller_statement] {" "}Dat blijkt uit wat de verwerkingsverantwoordelijke later heeft gezegd of gedaan.
   *[presumption] {" "}Dat blijkt uit een vermoeden op grond van de verzending.
} Die dag telt niet mee.
step-started = Op { WEEKDAY($date) } { DATE($date) } ({ PLACE($place) }) { $event ->
    [complaint_lodged] is de klacht bij de autoriteit ingediend
    [complaint_transmitted] heeft de vermoedelijke leidende autoriteit de klacht ontvangen
    [resolution_told] is de klager meegedeeld dat de inbreuk is beëindigd
    [objection_time_over] is de termijn voor bezwaar zonder bezwaar verstreken
    [competence_confirmed] is de bevoegdheid van de leidende autoriteit bevestigd
    [breach_known] heeft de verwerkingsverantwoordelijke kennis gekregen van de inbreuk
    [controller_complaint] heeft een klacht de verwerkingsverantwoordelijke bereikt
   *[controller_answered] heeft de verwerkingsverantwoordelijke geantwoord
}. { $event ->
    [breach_known] De uren worden vanaf dat moment geteld.
   *[other] Die dag telt niet mee.
}
step-lodging_assumed = Deze regels gelden voor klachten die vanaf { DATE($from) } zijn ingediend. Wanneer deze is ingediend, is niet vermeld; aangenomen wordt dat het niet eerder was.
step-start_moved = { $kind ->
    [fee] De verwerkingsverantwoordelijke heeft om een vergoeding gevraagd, die op { WEEKDAY($to) } { DATE($to) } is betaald.
   *[identity] De verwerkingsverantwoordelijke heeft om een bewijs van identiteit gevraagd en het op { WEEKDAY($to) } { DATE($to) } ontvangen.
} De termijn begint pas op die dag.
step-counted = { $clamped ->
    [yes] { Term } vanaf { DATE($from) }: de termijn eindigt op { WEEKDAY($to) } { DATE($to) }, de laatste dag van een maand waarin die datum niet bestaat.
   *[no] { Term } vanaf { DATE($from) }: de termijn eindigt op { WEEKDAY($to) } { DATE($to) }.
}
step-suspension_counted = { $kind ->
    [identity] De verwerkingsverantwoordelijke heeft op { DATE($asked_on) } om een bewijs van identiteit gevraagd en het op { DATE($supplied_on) } ontvangen.
   *[scope] De verwerkingsverantwoordelijke heeft op { DATE($asked_on) } gevraagd het verzoek te preciseren en op { DATE($supplied_on) } antwoord ontvangen.
} { $both_days ->
    [yes] De tijd tussen die twee dagen, beide inbegrepen, telt niet mee.
   *[no] De tijd daartussen telt niet mee.
}
step-suspension_not_counted = { $kind ->
    [fee] De verwerkingsverantwoordelijke heeft op { DATE($asked_on) } om een vergoeding gevraagd.
    [identity] De verwerkingsverantwoordelijke heeft op { DATE($asked_on) } om een bewijs van identiteit gevraagd.
   *[scope] De verwerkingsverantwoordelijke heeft op { DATE($asked_on) } gevraagd het verzoek te preciseren.
} { $why ->
    [not_prompt] De termijn loopt door, omdat die vraag niet tijdig is gesteld.
    [access_only] De termijn loopt door, omdat dit recht alleen bij verzoeken om inzage opschorting kent.
    [never_stops] De termijn loopt door, omdat dit recht geen opschorting kent.
   *[contested] De termijn loopt door, omdat de opschorting wordt betwist.
}
step-days_added = { $days ->
    [one] Bij { DATE($from) } komt één dag opschorting; dat is { WEEKDAY($to) } { DATE($to) }.
   *[other] Bij { DATE($from) } komen { $days } dagen opschorting; dat is { WEEKDAY($to) } { DATE($to) }.
}{ $overlap ->
    [yes] {" "}Dagen die in twee opschortingen vallen, tellen één keer.
   *[no] {""}
}
step-rolled = De termijn zou eindigen op { WEEKDAY($from) } { DATE($from) }, maar dat is geen werkdag. Hij eindigt daarom op de eerstvolgende werkdag, { WEEKDAY($to) } { DATE($to) }. Overgeslagen dagen: { $over }.
step-working_day = De termijn eindigt op { WEEKDAY($date) } { DATE($date) }; dat is een werkdag.
step-not_rolled = Volgens dit recht eindigt de termijn op { WEEKDAY($date) } { DATE($date) }, of dat nu een werkdag is of niet.
step-extension_counted = { $by_notice ->
    [yes] Op { DATE($notified_on) } heeft de verwerkingsverantwoordelijke op tijd en met opgave van redenen meegedeeld dat hij de termijn { $unit ->
        [days] met { $count } dagen
       *[months] { $count ->
            [1] met één maand
            [2] met twee maanden
           *[other] met { $count } maanden
        }
    } verlengt. De hele termijn loopt vanaf de ontvangst.
   *[no] Op { DATE($notified_on) } is de termijn met { term } verlengd. De hele termijn loopt vanaf het begin ervan.
}
step-extension_not_counted = { $defect ->
    [extension_late] De op { DATE($notified_on) } meegedeelde verlenging heeft geen gevolg, omdat zij na afloop van de eerste termijn is meegedeeld.
    [extension_without_reasons] De op { DATE($notified_on) } meegedeelde verlenging heeft geen gevolg, omdat zij niet is gemotiveerd.
    [extension_repeated] De op { DATE($notified_on) } meegedeelde verlenging heeft geen gevolg, omdat de termijn maar één keer kan worden verlengd.
   *[other] De op { DATE($notified_on) } meegedeelde verlenging heeft geen gevolg, omdat zij niet geldig is.
}
step-suspended = { $kind ->
    [fee] De verwerkingsverantwoordelijke heeft op { DATE($since) } om een vergoeding gevraagd, die nog niet is betaald. Zolang dat niet is gebeurd, is er geen einddatum.
    [identity] De verwerkingsverantwoordelijke heeft op { DATE($since) } om een bewijs van identiteit gevraagd en wacht daar nog op. Zolang hij het niet heeft, is er geen einddatum.
   *[scope] De verwerkingsverantwoordelijke heeft op { DATE($since) } gevraagd het verzoek te preciseren en wacht nog op antwoord. Zolang hij dat niet heeft, is er geen einddatum.
}
step-in_doubt = { $region_unknown ->
    [yes] De termijn eindigt op zijn vroegst op { DATE($earliest) } en op zijn laatst op { DATE($latest) }, omdat de feestdagen afhangen van de regio, die niet bekend is.
   *[no] De termijn eindigt op zijn vroegst op { DATE($earliest) } en op zijn laatst op { DATE($latest) }, omdat een feestdag onzeker is.
} Niemand wordt te laat genoemd voordat de laatste van die data voorbij is.
step-no_calendar = Voor deze plaats ({ PLACE($place) }) wordt geen kalender van feestdagen bijgehouden. Alleen weekends zijn meegerekend; de werkelijke datum kan later zijn.
step-strict_reading = Bij een strikte lezing van de wet eindigt de termijn al op { WEEKDAY($date) } { DATE($date) }. Herinneringen gaan uit van die dag; niemand wordt te laat genoemd voordat de andere voorbij is.
step-expires = De termijn verstrijkt op { WEEKDAY($due) } { DATE($due) } om 24.00 uur plaatselijke tijd ({ $zone }).
step-expires_at = De termijn verstrijkt op { WEEKDAY($due) } { DATE($due) } om { $time } uur plaatselijke tijd ({ $zone }).
step-silence_rejects = Blijft de autoriteit tot dan toe stil, dan geldt dat als afwijzing van de klacht ({ PLACE($place) }), waartegen beroep bij de rechter openstaat.

# One more of the days passed over.
days-off = { $before }; { $day }
day-off = { WEEKDAY($date) } { DATE($date) }{ $why ->
    [holiday] { $named ->
        [yes] , { $name }
       *[no] , feestdag
    }
   *[other] {""}
}{ $uncertain ->
    [yes] {" "}(onzeker)
   *[no] {""}
}
