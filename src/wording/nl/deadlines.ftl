# Termijnen. `short-…` is de ene zin; `step-…` draagt de naam en de velden van een stap.

months = { $months ->
    [1] één maand
    [2] twee maanden
    [3] drie maanden
   *[other] { $months } maanden
}
Months = { $months ->
    [1] Eén maand
    [2] Twee maanden
    [3] Drie maanden
   *[other] { $months } maanden
}

short-due = Ontvangen op { DATE($received) }: het antwoord moet uiterlijk op { WEEKDAY($due) } { DATE($due) } worden gegeven, { months } na ontvangst{ $extended ->
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
short-suspended = Ontvangen op { DATE($received) }: de termijn staat stil sinds { DATE($since) }, omdat de verwerkingsverantwoordelijke op informatie wacht.
short-none = Ontvangen op { DATE($received) }: er kan geen datum worden gegeven.

step-received = Het verzoek heeft de verwerkingsverantwoordelijke ({ PLACE($place) }) bereikt op { WEEKDAY($date) } { DATE($date) }. Dat blijkt uit { $proof ->
    [controller_acknowledgement] de ontvangstbevestiging van de verwerkingsverantwoordelijke
    [registered_delivery] de aangetekende bezorging
    [delivery_confirmation] een bevestiging van de bezorging
    [controller_statement] wat de verwerkingsverantwoordelijke later heeft gezegd of gedaan
   *[presumption] een vermoeden op grond van de verzending
}. Die dag telt niet mee.
step-months_added = { $clamped ->
    [yes] { Months } vanaf { DATE($from) }: de termijn eindigt op { WEEKDAY($to) } { DATE($to) }, de laatste dag van een maand waarin die datum niet bestaat.
   *[no] { Months } vanaf { DATE($from) }: de termijn eindigt op { WEEKDAY($to) } { DATE($to) }.
}
step-suspension_counted = { $kind ->
    [identity] De verwerkingsverantwoordelijke heeft op { DATE($asked_on) } om een bewijs van identiteit gevraagd en het op { DATE($supplied_on) } ontvangen. De tijd daartussen telt niet mee.
   *[scope] De verwerkingsverantwoordelijke heeft op { DATE($asked_on) } gevraagd het verzoek te preciseren en op { DATE($supplied_on) } antwoord ontvangen. De tijd daartussen telt niet mee.
}
step-suspension_not_counted = { $kind ->
    [identity] De verwerkingsverantwoordelijke heeft op { DATE($asked_on) } om een bewijs van identiteit gevraagd.
   *[scope] De verwerkingsverantwoordelijke heeft op { DATE($asked_on) } gevraagd het verzoek te preciseren.
} { $why ->
    [not_prompt] De termijn loopt door, omdat die vraag niet tijdig is gesteld.
   *[contested] De termijn loopt door, omdat de opschorting wordt betwist.
}
step-days_added = { $days ->
    [one] Bij { DATE($from) } komt één dag opschorting; dat is { WEEKDAY($to) } { DATE($to) }.
   *[other] Bij { DATE($from) } komen { $days } dagen opschorting; dat is { WEEKDAY($to) } { DATE($to) }.
}
step-rolled = De termijn zou eindigen op { WEEKDAY($from) } { DATE($from) }, maar dat is geen werkdag. Hij eindigt daarom op de eerstvolgende werkdag, { WEEKDAY($to) } { DATE($to) }. Overgeslagen dagen: { $over }.
step-working_day = De termijn eindigt op { WEEKDAY($date) } { DATE($date) }; dat is een werkdag.
step-extension_counted = Op { DATE($notified_on) } heeft de verwerkingsverantwoordelijke op tijd en met opgave van redenen meegedeeld dat hij de termijn { $months ->
    [1] met één maand
    [2] met twee maanden
   *[other] met { $months } maanden
} verlengt. De hele termijn loopt vanaf de ontvangst.
step-extension_not_counted = { $defect ->
    [extension_late] De op { DATE($notified_on) } meegedeelde verlenging heeft geen gevolg, omdat zij na afloop van de eerste termijn is meegedeeld.
    [extension_without_reasons] De op { DATE($notified_on) } meegedeelde verlenging heeft geen gevolg, omdat zij niet is gemotiveerd.
    [extension_repeated] De op { DATE($notified_on) } meegedeelde verlenging heeft geen gevolg, omdat de termijn maar één keer kan worden verlengd.
   *[other] De op { DATE($notified_on) } meegedeelde verlenging heeft geen gevolg, omdat zij niet geldig is.
}
step-suspended = { $kind ->
    [identity] De verwerkingsverantwoordelijke heeft op { DATE($since) } om een bewijs van identiteit gevraagd en wacht daar nog op. Zolang hij het niet heeft, is er geen einddatum.
   *[scope] De verwerkingsverantwoordelijke heeft op { DATE($since) } gevraagd het verzoek te preciseren en wacht nog op antwoord. Zolang hij dat niet heeft, is er geen einddatum.
}
step-in_doubt = { $region_unknown ->
    [yes] De termijn eindigt op zijn vroegst op { DATE($earliest) } en op zijn laatst op { DATE($latest) }, omdat de feestdagen afhangen van de regio, die niet bekend is.
   *[no] De termijn eindigt op zijn vroegst op { DATE($earliest) } en op zijn laatst op { DATE($latest) }, omdat een feestdag onzeker is.
} Niemand wordt te laat genoemd voordat de laatste van die data voorbij is.
step-no_calendar = Voor deze plaats ({ PLACE($place) }) wordt geen kalender van feestdagen bijgehouden. Alleen weekends zijn meegerekend; de werkelijke datum kan later zijn.
step-expires = De termijn verstrijkt op { WEEKDAY($due) } { DATE($due) } om 24.00 uur plaatselijke tijd ({ $zone }).

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
