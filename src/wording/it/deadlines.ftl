# I termini. `short-…` è la frase unica; `step-…` porta il nome e i campi di un passaggio.
# Davanti a una data sta il giorno della settimana o «in data», perché l’articolo dipenderebbe dal numero (il 5, l’8).

months = { $months ->
    [1] un mese
    [2] due mesi
    [3] tre mesi
   *[other] { $months } mesi
}
Months = { $months ->
    [1] Un mese
    [2] Due mesi
    [3] Tre mesi
   *[other] { $months } mesi
}

short-due = Richiesta ricevuta in data { DATE($received) }: il riscontro è dovuto entro { WEEKDAY($due) } { DATE($due) }, { months } dopo il ricevimento{ $extended ->
    [yes] {" "}in virtù di una proroga valida
   *[no] {""}
}{ $suspended_days ->
    [0] {""}
    [one] , tenuto conto di un giorno di sospensione
   *[other] , tenuto conto di { $suspended_days } giorni di sospensione
}{ $moved ->
    [yes] , con differimento al primo giorno lavorativo successivo
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(forse già in data { DATE($earliest) })
   *[no] {""}
}.
short-suspended = Richiesta ricevuta in data { DATE($received) }: il termine è sospeso da { WEEKDAY($since) } { DATE($since) }, perché il titolare del trattamento attende informazioni.
short-none = Richiesta ricevuta in data { DATE($received) }: non è possibile indicare una data.

step-received = La richiesta è pervenuta al titolare del trattamento ({ PLACE($place) }) { WEEKDAY($date) } { DATE($date) }. Lo dimostra { $proof ->
    [controller_acknowledgement] la conferma di ricevimento del titolare del trattamento
    [registered_delivery] la consegna per raccomandata
    [delivery_confirmation] una conferma di consegna
    [controller_statement] quanto detto o fatto in seguito dal titolare del trattamento
   *[presumption] una presunzione fondata sull’invio
}. Quel giorno non si conta.
step-months_added = { $clamped ->
    [yes] { Months } da { WEEKDAY($from) } { DATE($from) }: il termine scade { WEEKDAY($to) } { DATE($to) }, ultimo giorno di un mese in cui quella data non esiste.
   *[no] { Months } da { WEEKDAY($from) } { DATE($from) }: il termine scade { WEEKDAY($to) } { DATE($to) }.
}
step-suspension_counted = { $kind ->
    [identity] Il titolare del trattamento ha chiesto una prova d’identità in data { DATE($asked_on) } e l’ha ricevuta in data { DATE($supplied_on) }. Il tempo intermedio non si conta.
   *[scope] Il titolare del trattamento ha chiesto di precisare la richiesta in data { DATE($asked_on) } e ha ricevuto risposta in data { DATE($supplied_on) }. Il tempo intermedio non si conta.
}
step-suspension_not_counted = { $kind ->
    [identity] Il titolare del trattamento ha chiesto una prova d’identità in data { DATE($asked_on) }.
   *[scope] Il titolare del trattamento ha chiesto di precisare la richiesta in data { DATE($asked_on) }.
} { $why ->
    [not_prompt] Il termine non è sospeso, perché la domanda non è stata posta con tempestività.
   *[contested] Il termine non è sospeso, perché la sospensione è contestata.
}
step-days_added = { $days ->
    [one] Alla data del { DATE($from) } si aggiunge un giorno di sospensione: si arriva a { WEEKDAY($to) } { DATE($to) }.
   *[other] Alla data del { DATE($from) } si aggiungono { $days } giorni di sospensione: si arriva a { WEEKDAY($to) } { DATE($to) }.
}
step-rolled = Il termine scadrebbe { WEEKDAY($from) } { DATE($from) }, che non è un giorno lavorativo; scade quindi il primo giorno lavorativo successivo, { WEEKDAY($to) } { DATE($to) }. Giorni non lavorativi: { $over }.
step-working_day = Il termine scade { WEEKDAY($date) } { DATE($date) }, che è un giorno lavorativo.
step-extension_counted = In data { DATE($notified_on) } il titolare del trattamento ha comunicato, in tempo e con i motivi, una proroga { $months ->
    [1] di un mese
    [2] di due mesi
   *[other] di { $months } mesi
}. Il termine complessivo decorre dal ricevimento.
step-extension_not_counted = { $defect ->
    [extension_late] La proroga comunicata in data { DATE($notified_on) } è priva di effetto, perché è stata comunicata dopo la scadenza del primo termine.
    [extension_without_reasons] La proroga comunicata in data { DATE($notified_on) } è priva di effetto, perché non è motivata.
    [extension_repeated] La proroga comunicata in data { DATE($notified_on) } è priva di effetto, perché il termine può essere prorogato una sola volta.
   *[other] La proroga comunicata in data { DATE($notified_on) } è priva di effetto, perché non è valida.
}
step-suspended = { $kind ->
    [identity] Il titolare del trattamento ha chiesto una prova d’identità in data { DATE($since) } e la attende ancora. Finché non la riceve non c’è scadenza.
   *[scope] Il titolare del trattamento ha chiesto di precisare la richiesta in data { DATE($since) } e attende ancora risposta. Finché non la riceve non c’è scadenza.
}
step-in_doubt = { $region_unknown ->
    [yes] Il termine scade al più presto { WEEKDAY($earliest) } { DATE($earliest) } e al più tardi { WEEKDAY($latest) } { DATE($latest) }, perché i giorni festivi dipendono dalla regione, che non è nota.
   *[no] Il termine scade al più presto { WEEKDAY($earliest) } { DATE($earliest) } e al più tardi { WEEKDAY($latest) } { DATE($latest) }, perché un giorno festivo è incerto.
} Nessun ritardo è contestato prima della seconda data.
step-no_calendar = Per questo luogo ({ PLACE($place) }) non è disponibile un calendario dei giorni festivi. Si è tenuto conto solo dei fine settimana; la data effettiva può essere successiva.
step-expires = Il termine scade alle ore 24 di { WEEKDAY($due) } { DATE($due) }, ora locale ({ $zone }).

# One more of the days passed over.
days-off = { $before }; { $day }
day-off = { WEEKDAY($date) } { DATE($date) }{ $why ->
    [holiday] { $named ->
        [yes] , { $name }
       *[no] , giorno festivo
    }
   *[other] {""}
}{ $uncertain ->
    [yes] {" "}(incerto)
   *[no] {""}
}
