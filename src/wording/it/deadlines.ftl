# I termini. `short-…` è la frase unica; `step-…` porta il nome e i campi di un passaggio.
# Davanti a una data sta il giorno della settimana o «in data», perché l’articolo dipenderebbe dal numero (il 5, l’8).

term = { $unit ->
    [hours] { $count } ore
    [days] { $count } giorni
    [working_days] { $count } giorni lavorativi
    [weeks] { $count } settimane
   *[months] { $count ->
        [1] un mese
        [2] due mesi
        [3] tre mesi
       *[other] { $count } mesi
    }
}
Term = { $unit ->
    [hours] { $count } ore
    [days] { $count } giorni
    [working_days] { $count } giorni lavorativi
    [weeks] { $count } settimane
   *[months] { $count ->
        [1] Un mese
        [2] Due mesi
        [3] Tre mesi
       *[other] { $count } mesi
    }
}

short-due = Richiesta ricevuta in data { DATE($received) }: il riscontro è dovuto entro { WEEKDAY($due) } { DATE($due) }, { term } dopo il ricevimento{ $extended ->
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
short-act = { $regime ->
    [sa_information] Informazione dell’autorità sullo stato o sull’esito del reclamo
    [sa_inadmissible] Dichiarazione di inammissibilità del reclamo
    [sa_transmit] Trasmissione del reclamo all’autorità capofila
    [sa_competence] Conferma della propria competenza da parte dell’autorità capofila
    [sa_objection] Opposizione alla definizione anticipata
    [sa_resolution] Presa d’atto della definizione anticipata
    [ccpa_confirmation] Conferma della richiesta
    [breach_72h] Notifica della violazione dei dati
    [uk_complaint] Conferma della ricezione del reclamo da parte del titolare del trattamento
    [nl_petition] Ricorso al giudice
   *[sa_draft_decision] Progetto di decisione dell’autorità capofila
}: entro { WEEKDAY($due) } { DATE($due) }, { term } dopo la data del { DATE($received) }{ $extended ->
    [yes] {" "}in virtù di una proroga valida
   *[no] {""}
}{ $moved ->
    [yes] , con differimento al primo giorno lavorativo successivo
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(forse già in data { DATE($earliest) })
   *[no] {""}
}.
short-suspended = Richiesta ricevuta in data { DATE($received) }: il termine è sospeso da { WEEKDAY($since) } { DATE($since) }, perché il titolare del trattamento attende informazioni.
short-none = Richiesta ricevuta in data { DATE($received) }: non è possibile indicare una data.

step-received = La richiesta è pervenuta al titolare del trattamento ({ PLACE($place) }) { WEEKDAY($date) } { DATE($date) }.{ $proof ->
    [none] {""}
    [controller_acknowledgement] {" "}Lo dimostra la conferma di ricevimento del titolare del trattamento.
    [registered_delivery] {" "}Lo dimostra la consegna per raccomandata.
    [delivery_confirmation] {" "}Lo dimostra una conferma di consegna.
    [controller_statement] {" "}Lo dimostra quanto detto o fatto in seguito dal titolare del trattamento.
   *[presumption] {" "}Lo dimostra una presunzione fondata sull’invio.
} Quel giorno non si conta.
step-started = In data { DATE($date) }, { WEEKDAY($date) } ({ PLACE($place) }), { $event ->
    [complaint_lodged] il reclamo è stato proposto all’autorità
    [complaint_transmitted] la presunta autorità capofila ha ricevuto il reclamo
    [resolution_told] al reclamante è stato comunicato che la violazione è cessata
    [objection_time_over] il termine per opporsi è scaduto senza opposizione
    [competence_confirmed] la competenza dell’autorità capofila è stata confermata
    [breach_known] il titolare del trattamento è venuto a conoscenza della violazione
    [controller_complaint] un reclamo è pervenuto al titolare del trattamento
   *[controller_answered] il titolare del trattamento ha risposto
}. { $event ->
    [breach_known] Le ore si contano da quel momento.
   *[other] Quel giorno non si conta.
}
step-lodging_assumed = Queste regole valgono per i reclami proposti a partire da { WEEKDAY($from) } { DATE($from) }. Non è stato indicato quando questo è stato proposto; si suppone che non sia stato prima.
step-start_moved = { $kind ->
    [fee] Il titolare del trattamento ha chiesto il pagamento di un contributo, avvenuto { WEEKDAY($to) } { DATE($to) }.
   *[identity] Il titolare del trattamento ha chiesto una prova d’identità e l’ha ricevuta { WEEKDAY($to) } { DATE($to) }.
} Il termine comincia solo quel giorno.
step-counted = { $clamped ->
    [yes] { Term } da { WEEKDAY($from) } { DATE($from) }: il termine scade { WEEKDAY($to) } { DATE($to) }, ultimo giorno di un mese in cui quella data non esiste.
   *[no] { Term } da { WEEKDAY($from) } { DATE($from) }: il termine scade { WEEKDAY($to) } { DATE($to) }.
}
step-suspension_counted = { $kind ->
    [identity] Il titolare del trattamento ha chiesto una prova d’identità in data { DATE($asked_on) } e l’ha ricevuta in data { DATE($supplied_on) }.
   *[scope] Il titolare del trattamento ha chiesto di precisare la richiesta in data { DATE($asked_on) } e ha ricevuto risposta in data { DATE($supplied_on) }.
} { $both_days ->
    [yes] Il tempo tra questi due giorni, entrambi compresi, non si conta.
   *[no] Il tempo intermedio non si conta.
}
step-suspension_not_counted = { $kind ->
    [fee] Il titolare del trattamento ha chiesto il pagamento di un contributo in data { DATE($asked_on) }.
    [identity] Il titolare del trattamento ha chiesto una prova d’identità in data { DATE($asked_on) }.
   *[scope] Il titolare del trattamento ha chiesto di precisare la richiesta in data { DATE($asked_on) }.
} { $why ->
    [not_prompt] Il termine non è sospeso, perché la domanda non è stata posta con tempestività.
    [access_only] Il termine non è sospeso, perché questo diritto lo prevede solo per le richieste di accesso.
    [never_stops] Il termine non è sospeso, perché questo diritto non conosce sospensioni.
   *[contested] Il termine non è sospeso, perché la sospensione è contestata.
}
step-days_added = { $days ->
    [one] Alla data del { DATE($from) } si aggiunge un giorno di sospensione: si arriva a { WEEKDAY($to) } { DATE($to) }.
   *[other] Alla data del { DATE($from) } si aggiungono { $days } giorni di sospensione: si arriva a { WEEKDAY($to) } { DATE($to) }.
}{ $overlap ->
    [yes] {" "}I giorni compresi in due sospensioni si contano una sola volta.
   *[no] {""}
}
step-rolled = Il termine scadrebbe { WEEKDAY($from) } { DATE($from) }, che non è un giorno lavorativo; scade quindi il primo giorno lavorativo successivo, { WEEKDAY($to) } { DATE($to) }. Giorni non lavorativi: { $over }.
step-working_day = Il termine scade { WEEKDAY($date) } { DATE($date) }, che è un giorno lavorativo.
step-not_rolled = Secondo questo diritto il termine scade { WEEKDAY($date) } { DATE($date) }, che sia o no un giorno lavorativo.
step-extension_counted = { $by_notice ->
    [yes] In data { DATE($notified_on) } il titolare del trattamento ha comunicato, in tempo e con i motivi, una proroga { $unit ->
        [days] di { $count } giorni
       *[months] { $count ->
            [1] di un mese
            [2] di due mesi
           *[other] di { $count } mesi
        }
    }. Il termine complessivo decorre dal ricevimento.
   *[no] In data { DATE($notified_on) } il termine è stato prorogato di { term }. Il termine complessivo decorre dal suo inizio.
}
step-extension_not_counted = { $defect ->
    [extension_late] La proroga comunicata in data { DATE($notified_on) } è priva di effetto, perché è stata comunicata dopo la scadenza del primo termine.
    [extension_without_reasons] La proroga comunicata in data { DATE($notified_on) } è priva di effetto, perché non è motivata.
    [extension_repeated] La proroga comunicata in data { DATE($notified_on) } è priva di effetto, perché il termine può essere prorogato una sola volta.
   *[other] La proroga comunicata in data { DATE($notified_on) } è priva di effetto, perché non è valida.
}
step-suspended = { $kind ->
    [fee] Il titolare del trattamento ha chiesto il pagamento di un contributo in data { DATE($since) } e lo attende ancora. Finché non lo riceve non c’è scadenza.
    [identity] Il titolare del trattamento ha chiesto una prova d’identità in data { DATE($since) } e la attende ancora. Finché non la riceve non c’è scadenza.
   *[scope] Il titolare del trattamento ha chiesto di precisare la richiesta in data { DATE($since) } e attende ancora risposta. Finché non la riceve non c’è scadenza.
}
step-in_doubt = { $region_unknown ->
    [yes] Il termine scade al più presto { WEEKDAY($earliest) } { DATE($earliest) } e al più tardi { WEEKDAY($latest) } { DATE($latest) }, perché i giorni festivi dipendono dalla regione, che non è nota.
   *[no] Il termine scade al più presto { WEEKDAY($earliest) } { DATE($earliest) } e al più tardi { WEEKDAY($latest) } { DATE($latest) }, perché un giorno festivo è incerto.
} Nessun ritardo è contestato prima della seconda data.
step-no_calendar = Per questo luogo ({ PLACE($place) }) non è disponibile un calendario dei giorni festivi. Si è tenuto conto solo dei fine settimana; la data effettiva può essere successiva.
step-strict_reading = Secondo una lettura rigorosa della legge il termine scade già { WEEKDAY($date) } { DATE($date) }. I promemoria partono da quel giorno; nessun ritardo è contestato prima dell’altra data.
step-expires = Il termine scade alle ore 24 di { WEEKDAY($due) } { DATE($due) }, ora locale ({ $zone }).
step-expires_at = Il termine scade { WEEKDAY($due) } { DATE($due) } alle ore { $time }, ora locale ({ $zone }).
step-silence_rejects = Se l’autorità tace fino ad allora, il suo silenzio vale come rigetto del reclamo ({ PLACE($place) }), contro il quale si può agire in giudizio.

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
