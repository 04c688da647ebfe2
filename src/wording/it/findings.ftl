# Le violazioni. Il valore è detto con date e numeri; `.title` sono poche parole.

finding-silent_first_deadline = Entro { WEEKDAY($due) } { DATE($due) }, ultimo giorno del termine, non è pervenuto né un riscontro né una proroga valida.
    .title = Né riscontro né proroga valida entro il primo termine

finding-silent_final_deadline = Entro { WEEKDAY($due) } { DATE($due) }, ultimo giorno del termine prorogato, non è pervenuto alcun riscontro.
    .title = Nessun riscontro entro la fine del termine prorogato

finding-late = Il riscontro è arrivato in data { DATE($on) }, { $days_late ->
        [one] un giorno
       *[other] { $days_late } giorni
    } dopo l’ultimo giorno del termine, { WEEKDAY($due) } { DATE($due) }.
    .title = Il riscontro è arrivato oltre il termine

finding-refusal_late = Il rifiuto è arrivato in data { DATE($on) }, { $days_late ->
        [one] un giorno
       *[other] { $days_late } giorni
    } dopo l’ultimo giorno utile per rifiutare, { WEEKDAY($due) } { DATE($due) }. Nessuna proroga sposta quel giorno.
    .title = Il rifiuto è arrivato dopo il primo termine

finding-extension_late = La proroga è stata comunicata in data { DATE($on) }, dopo l’ultimo giorno utile, { WEEKDAY($due) } { DATE($due) }. È priva di effetto.
    .title = La proroga è stata comunicata dopo il primo termine

finding-extension_without_reasons = La proroga comunicata in data { DATE($on) } non è motivata. È priva di effetto.
    .title = La proroga è stata comunicata senza motivi

finding-extension_repeated = In data { DATE($on) } è stata comunicata una seconda proroga, benché il termine possa essere prorogato una sola volta.
    .title = È stata comunicata una seconda proroga

finding-extension_too_long = In data { DATE($on) } è stata comunicata una proroga di { $months } mesi. Il regolamento ne consente al massimo due.
    .title = È stata comunicata una proroga di più di due mesi

finding-extension_ground_invalid = La proroga comunicata in data { DATE($on) } si fonda solo sull’impegno richiesto o sulle dimensioni dell’organizzazione. Ciò non basta a giustificarla.
    .title = I motivi indicati non bastano a giustificare una proroga

finding-question_not_prompt = Il titolare del trattamento ha posto la domanda in data { DATE($on) }. Una domanda tempestiva sarebbe arrivata entro { WEEKDAY($due) } { DATE($due) }.
    .title = Il titolare ha chiesto chiarimenti troppo tardi per sospendere il termine

finding-disproportionate_identity_demand = In data { DATE($on) } il titolare del trattamento ha chiesto una prova d’identità sproporzionata, senza esprimere dubbi o quando l’identità era già accertata.
    .title = Il titolare ha chiesto più prove d’identità del necessario

finding-scope_question_without_need = In data { DATE($on) } il titolare del trattamento ha chiesto di precisare la richiesta senza indicare che tratta una notevole quantità di dati, o per un diritto diverso dall’accesso.
    .title = Il titolare ha chiesto di restringere la richiesta senza trattare una notevole quantità di dati

finding-no_reasons = Il rifiuto totale o parziale comunicato in data { DATE($on) } non indica i motivi di ciascuna parte rifiutata.
    .title = Il rifiuto non è motivato

finding-no_complaint_information = Il rifiuto comunicato in data { DATE($on) } non menziona la possibilità di proporre reclamo a un’autorità di controllo.
    .title = Il rifiuto non menziona il reclamo a un’autorità di controllo

finding-no_court_information = Il rifiuto comunicato in data { DATE($on) } non menziona la possibilità di proporre ricorso giurisdizionale.
    .title = Il rifiuto non menziona il ricorso giurisdizionale

finding-abuse_not_shown = In data { DATE($on) } il titolare del trattamento ha definito la richiesta manifestamente infondata o eccessiva senza indicare fatti. L’onere della prova incombe al titolare.
    .title = La richiesta è definita infondata o eccessiva senza prove

finding-ground_not_available = Il rifiuto comunicato in data { DATE($on) } si fonda su un motivo che la legge non prevede per questo diritto.
    .title = Il motivo indicato non esiste per questo diritto

finding-absolute_right_refused = In data { DATE($on) } il titolare del trattamento ha rifiutato un’opposizione al marketing diretto, alla quale nulla può essere opposto.
    .title = È stata rifiutata un’opposizione al marketing diretto

finding-safeguards_refused = In data { DATE($on) } il titolare del trattamento ha rifiutato le garanzie contro una decisione automatizzata richiamando un contratto o un consenso. Proprio in questi casi spettano l’intervento umano, l’espressione della propria opinione e la contestazione della decisione.
    .title = È stato rifiutato un intervento umano dovuto

finding-identification_not_demonstrated = In data { DATE($on) } il titolare del trattamento ha dichiarato di non poter identificare la persona, senza dimostrarlo.
    .title = Il titolare non dimostra di non poter identificare la persona

finding-items_missing = Il riscontro pervenuto in data { DATE($on) } non comprende tutto ciò che era stato chiesto e non ne spiega il motivo.
    .title = Nel riscontro manca qualcosa che era stato chiesto

finding-copy_missing = Il riscontro pervenuto in data { DATE($on) } elenca ciò che fornisce e non comprende la copia dei dati, che era stata chiesta.
    .title = È stata chiesta una copia e non è stata fornita

finding-paper_instead_of_electronic = Il riscontro pervenuto in data { DATE($on) } è su carta, benché fosse stato chiesto un formato elettronico di uso comune.
    .title = Il riscontro è arrivato su carta benché fosse chiesto un formato elettronico

finding-format_not_portable = I dati forniti in data { DATE($on) } non sono in un formato strutturato, di uso comune e leggibile da dispositivo automatico.
    .title = Il file non è strutturato, di uso comune e leggibile da dispositivo automatico

finding-recipients_not_told = In data { DATE($on) } il titolare del trattamento ha dichiarato di non aver comunicato ai destinatari dei dati quanto è stato fatto.
    .title = Il titolare dice di non avere informato i destinatari

finding-fee_demanded = In data { DATE($on) } il titolare del trattamento ha chiesto un contributo spese, benché l’esercizio del diritto sia gratuito.
    .title = È stato chiesto un contributo spese

finding-fee_without_reasons = La richiesta di un contributo spese comunicata in data { DATE($on) } non dimostra che la richiesta sia manifestamente infondata o eccessiva.
    .title = È stato chiesto un contributo senza dimostrare che la richiesta è infondata o eccessiva

finding-fee_without_warning = Prima del contributo chiesto in data { DATE($on) }, l’interessato non è stato avvertito e non ha potuto ritirare la richiesta invece di pagare.
    .title = È stato chiesto un contributo senza permettere di ritirare la richiesta

finding-redaction_called_full = La risposta del { DATE($on) } si presenta come completa, benché ampie parti siano state rese illeggibili. È un rifiuto parziale, e non ne indica i motivi.
    .title = Una risposta ampiamente oscurata si presenta come completa

finding-public_data_not_followed = Il { DATE($on) } il titolare del trattamento ha dichiarato di non aver informato della richiesta di cancellazione gli altri titolari che trattano i dati da esso resi pubblici.
    .title = Altri titolari non sono stati informati della cancellazione di dati pubblici

finding-direct_transfer_refused = Il { DATE($on) } il titolare del trattamento ha rifiutato di trasmettere i dati direttamente all’altro titolare indicato, senza affermare che ciò non è tecnicamente fattibile.
    .title = Una trasmissione diretta dei dati è stata rifiutata

finding-answer_contested = Il { DATE($on) } è stato constatato che la risposta non dà ciò che era stato chiesto.
    .title = La risposta è stata giudicata non conforme a quanto chiesto

finding-complaint_not_acknowledged = Del reclamo presentato al titolare del trattamento non è stata confermata la ricezione entro { WEEKDAY($due) } { DATE($due) }, ultimo dei 30 giorni previsti.
    .title = La ricezione di un reclamo al titolare non è stata confermata in tempo
