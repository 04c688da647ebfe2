# Il fascicolo del reclamo: testo principale, allegati, registro delle prove.

complaint-page = Pagina { $page } di { $pages }
complaint-title = Reclamo
complaint-basis = ai sensi degli articoli 77 e 80, paragrafo 1, del regolamento (UE) 2016/679 (regolamento generale sulla protezione dei dati)
complaint-named = Reclamo { $reference } contro { $controller }
complaint-version = { $version ->
    [full] Versione integrale. Contiene parti riservate e dati personali.
   *[non_confidential] Versione senza le parti riservate. Ciò che è stato omesso è segnalato al suo posto, con il motivo.
}
complaint-to = A
complaint-by = Proposto da
complaint-for = Per conto di
complaint-against = Contro
complaint-reference = Riferimento
complaint-date = Data
complaint-persons = { $people ->
    [one] { COUNT($people) } persona interessata
   *[other] { COUNT($people) } persone interessate
}
complaint-contents = Indice

complaint-summary = Sintesi
complaint-summary-who = { $organisation } propone il presente reclamo contro { $controller } per conto di { $people ->
        [one] una persona interessata che le ha conferito mandato
       *[other] { COUNT($people) } persone interessate che le hanno conferito mandato
    } ai sensi dell’articolo 80, paragrafo 1, del regolamento generale sulla protezione dei dati (GDPR). Il reclamo riguarda { $requests ->
        [one] una richiesta con cui sono stati esercitati
       *[other] { COUNT($requests) } richieste con cui sono stati esercitati
    } i diritti di cui agli articoli da 15 a 22 del GDPR.
complaint-summary-points = { $points ->
    [one] Si contesta una violazione. È esposta più avanti con la disposizione, il numero delle persone coinvolte e le date.
   *[other] Si contestano { $points } violazioni. Sono esposte più avanti con le disposizioni, il numero delle persone coinvolte e le date.
}
complaint-summary-annexes = Il testo principale è breve e non nomina alcuna persona interessata. Identità, mandato, richieste, termini e risposte di ciascuna sono in tre allegati, sotto un riferimento come { $example }.

complaint-parties = Parti
complaint-represented = Persone interessate rappresentate
complaint-represented-text = { $people ->
    [one] La persona interessata rappresentata è indicata nel fascicolo con il riferimento { $first }. Nome e recapiti sono nell’allegato { $first }-1.
   *[other] Le { COUNT($people) } persone interessate rappresentate sono indicate nel fascicolo con i riferimenti da { $first } a { $last }. Nome e recapiti di ciascuna sono nel suo primo allegato.
}
complaint-minors = { $count ->
    [one] Una persona agisce tramite un genitore, un tutore o un altro rappresentante legale; il suo primo allegato lo indica.
   *[other] { COUNT($count) } persone agiscono tramite un genitore, un tutore o un altro rappresentante legale; il primo allegato di ciascuna lo indica.
}
complaint-organisation = Organizzazione che le rappresenta
complaint-controller = Titolare del trattamento
complaint-authority = Autorità di controllo
complaint-name = Nome
complaint-seat = Stabilito in
complaint-place = Luogo
complaint-address = Indirizzo
complaint-contacts = Recapiti
complaint-website = Sito web

complaint-standing = Legittimazione ai sensi dell’articolo 80, paragrafo 1, del GDPR
complaint-standing-text = { $organisation } soddisfa le quattro condizioni dell’articolo 80, paragrafo 1, del GDPR, come risulta dai documenti seguenti.
complaint-condition = Condizione
complaint-evidence = Documento
complaint-dated = Data
complaint-test = { $test ->
    [not_for_profit] Organismo, organizzazione o associazione senza scopo di lucro
    [properly_constituted] Debitamente costituito secondo il diritto di uno Stato membro
    [public_interest_aims] Obiettivi statutari di pubblico interesse
   *[active_in_data_protection] Attivo nella protezione dei diritti e delle libertà degli interessati
}
complaint-valid-until = valido fino al { DATE($date) }
complaint-no-evidence = non registrato
complaint-constituted = Costituito secondo il diritto di
complaint-national-basis = Disposizione nazionale invocata
complaint-mandates-text = Ogni persona rappresentata ha conferito all’organizzazione un mandato per il presente reclamo. È descritto nel primo allegato della persona, con l’impronta del documento.

complaint-competence = Competenza dell’autorità
complaint-presumed-lead = Lo stabilimento principale del titolare indica come autorità di controllo capofila: { $authority } (articolo 56, paragrafo 1, del GDPR).

complaint-facts = Fatti
complaint-prior-requests = Ogni diritto è stato dapprima esercitato con una richiesta al titolare. Le richieste sono descritte nel secondo allegato di ciascuna persona, con la prova della ricezione.
complaint-right = Diritto
complaint-provision = Disposizione
complaint-requests = Richieste
complaint-people = Persone
complaint-right-name = { $right ->
    [access] Accesso
    [rectification] Rettifica
    [erasure] Cancellazione
    [restriction] Limitazione di trattamento
    [portability] Portabilità dei dati
    [objection] Opposizione
   *[automated_decision] Riesame di una decisione automatizzata
}
complaint-total = Totale
complaint-standing-on = Alla data del { DATE($date) } lo stato delle richieste è il seguente.
complaint-received-between = Ricevute dal titolare
complaint-span = dal { DATE($first) } al { DATE($last) }
complaint-unanswered = Senza alcuna risposta
complaint-refused = Respinte, in tutto o in parte
complaint-answered-late = Con risposta oltre il termine
complaint-clocks = I termini sono stati calcolati secondo l’articolo 12, paragrafo 3, del GDPR e il regolamento (CEE, Euratom) n. 1182/71, con la versione { $rules } delle regole e i calendari { $calendars }. Il secondo allegato di ciascuna persona ne spiega ogni passaggio.

complaint-infringements = Violazioni contestate
complaint-infringement = Violazione
complaint-number = N.
complaint-first-last = Prima e ultima data
complaint-rule-severity = regola { $rule } · gravità { $severity } su 5
complaint-points-text = Ogni riga corrisponde a un tipo di violazione. Le constatazioni su cui si fonda sono nel terzo allegato di ciascuna persona, con date e numeri.

complaint-law = Diritto
complaint-duty = { $duty ->
    [time] Ai sensi dell’articolo 12, paragrafo 3, del GDPR, il titolare fornisce all’interessato le informazioni sull’azione intrapresa senza ingiustificato ritardo e al più tardi entro un mese dal ricevimento della richiesta. Il termine può essere prorogato una volta, di due mesi al massimo, tenuto conto della complessità e del numero delle richieste; della proroga e dei suoi motivi l’interessato va informato entro il primo mese.
    [refusal] Ai sensi dell’articolo 12, paragrafo 4, del GDPR, il titolare che non ottempera alla richiesta informa l’interessato entro un mese dei motivi, della possibilità di proporre reclamo a un’autorità di controllo e di proporre ricorso giurisdizionale.
    [identity] Ai sensi dell’articolo 12, paragrafi 2 e 6, del GDPR, il titolare può chiedere ulteriori informazioni solo se nutre ragionevoli dubbi sull’identità, e solo quelle necessarie; ai sensi degli articoli 11, paragrafo 2, e 12, paragrafo 2, deve dimostrare di non essere in grado di identificare l’interessato. Le domande non servono a guadagnare tempo.
    [abuse] Ai sensi dell’articolo 12, paragrafo 5, del GDPR, l’esercizio di questi diritti è gratuito. Incombe al titolare l’onere di dimostrare il carattere manifestamente infondato o eccessivo della richiesta.
    [content] Ai sensi degli articoli da 15 a 22 del GDPR, la risposta deve contenere ciò che è stato chiesto, nella forma prevista. Ciò che non è fornito va indicato, con il motivo che lo consente.
    [recipients] Ai sensi dell’articolo 19 del GDPR, il titolare comunica a ciascun destinatario le rettifiche, le cancellazioni e le limitazioni, salvo che ciò si riveli impossibile o implichi uno sforzo sproporzionato.
   *[sanction] Le violazioni degli articoli da 12 a 22 del GDPR sono soggette alle sanzioni amministrative pecuniarie di cui all’articolo 83, paragrafo 5, lettera b), del GDPR.
}

complaint-remedies = Che cosa si chiede all’autorità
complaint-remedies-text = Per conto delle persone rappresentate, l’organizzazione chiede all’autorità:
complaint-remedy = { $remedy ->
    [investigate] di trattare il presente reclamo e di svolgere le opportune indagini (articolo 57, paragrafo 1, lettera f), del GDPR);
    [establish] di accertare la violazione delle disposizioni sopra indicate;
    [comply] di ingiungere al titolare di soddisfare le richieste (articolo 58, paragrafo 2, lettera c), del GDPR);
    [operations] di ingiungere al titolare di conformare la gestione delle richieste entro un determinato termine (articolo 58, paragrafo 2, lettera d), del GDPR);
    [sanction] di valutare un ammonimento o una sanzione amministrativa pecuniaria (articolo 58, paragrafo 2, lettere b) e i), e articolo 83 del GDPR);
   *[inform] di informare l’organizzazione dello stato e dell’esito entro tre mesi (articolo 77, paragrafo 2, e articolo 78, paragrafo 2, del GDPR).
}

complaint-completeness = Completezza
complaint-completeness-text = L’articolo 4, paragrafo 1, del regolamento (UE) 2025/2518 elenca ciò che un reclamo deve contenere per essere ammissibile. Tutto ciò è contenuto nel presente fascicolo.
complaint-requirement = Requisito
complaint-where = Dove
complaint-complete-for = Completo per
complaint-slot = { $slot ->
    [complainant] Nome e recapiti della persona che propone il reclamo
    [representative] Nome, recapiti e regolare costituzione dell’organizzazione
    [mandate] Prova del mandato
    [controller] Elementi utili a identificare il titolare
   *[infringement] Descrizione della violazione contestata
}
complaint-slot-place = { $slot ->
    [complainant] Primo allegato di ciascuna persona
    [representative] Testo principale, parti e legittimazione
    [mandate] Primo allegato di ciascuna persona
    [controller] Testo principale, parti
   *[infringement] Testo principale, fatti e violazioni contestate; secondo e terzo allegato
}
complaint-national = Formalità nazionali

complaint-confidential = Parti riservate
complaint-confidential-full = Le parti seguenti sono riservate. Una seconda versione del fascicolo senza di esse lo accompagna (articolo 25, paragrafo 3, del regolamento (UE) 2025/2518).
complaint-confidential-removed = Le parti seguenti sono state omesse da questa versione. Sono nella versione integrale, in possesso dell’autorità (articolo 25, paragrafo 3, del regolamento (UE) 2025/2518).
complaint-part = Parte
complaint-reason = Motivo
complaint-part-persons = Nomi, recapiti e identificativi degli interessati, contenuto delle richieste e delle risposte, documenti dei mandati (allegati)
complaint-reason-persons = Dati personali non necessari per rispondere agli addebiti
complaint-passage = Passo { $number } di «{ $section }»

complaint-annexes = Allegati
complaint-annexes-text = Ogni persona ha tre allegati in un solo file, numerati con il riferimento della persona. Il registro delle prove elenca ogni file con il numero di pagine e l’impronta SHA-256.
complaint-annex = Allegato
complaint-content = Contenuto
complaint-annex-content = { $annex ->
    [1] Mandato e identità
    [2] Richieste, ricezione e termini
   *[3] Risposte, silenzio e constatazioni
}
complaint-register-volumes = { $volumes ->
    [one] Registro delle prove, un volume
   *[other] Registro delle prove, { $volumes } volumi
}
complaint-machine-readable = Gli stessi fatti in forma leggibile da dispositivo automatico (JSON)
complaint-manifest = Elenco firmato di tutti i file con le loro impronte

complaint-signed = { $town }, { DATE($date) }
complaint-signed-on = { DATE($date) }
complaint-signed-for = Per { $organisation }

complaint-annexes-of = Allegati { $person } al reclamo { $reference }
complaint-annex-title = Allegato { $person }-{ $annex }: { $annex ->
    [1] mandato e identità
    [2] richieste, ricezione e termini
   *[3] risposte, silenzio e constatazioni
}
complaint-identity = Persona interessata
complaint-contact = { $kind ->
    [address] Indirizzo postale
    [email] E-mail
   *[phone] Telefono
}
complaint-identifier = { $element ->
    [name] Nome noto al titolare
    [email] E-mail nota al titolare
    [birth_date] Data di nascita
    [address] Indirizzo noto al titolare
    [phone] Telefono noto al titolare
    [customer_number] Numero cliente
   *[other] Altro identificativo
}
complaint-identifiers = Nota al titolare tramite
complaint-mandate = Mandato
complaint-credential = Credenziale verificabile
complaint-signed-date = Firmato il
complaint-valid-from = Valido dal
complaint-valid-to = Valido fino al
complaint-no-end = senza scadenza
complaint-rights-granted = Diritti compresi
complaint-acts-granted = Atti compresi
complaint-act = { $act ->
    [complaint] reclamo a un’autorità di controllo (articolo 77 del GDPR)
    [action_against_authority] ricorso contro un’autorità di controllo (articolo 78 del GDPR)
    [action_against_controller] ricorso contro un titolare o un responsabile del trattamento (articolo 79 del GDPR)
   *[compensation] risarcimento (articolo 82 del GDPR), se il diritto nazionale lo consente
}
complaint-scope = Ambito e scopo
complaint-given-as = Forma del conferimento
complaint-evidence-kind = { $kind ->
    [signed_paper] Documento cartaceo firmato a mano, scansionato
    [qualified_signature] Firma elettronica qualificata
    [electronic_signature] Firma elettronica avanzata o semplice
    [authenticated_acceptance] Accettazione dopo accesso al servizio dell’organizzazione
    [membership_record] Registrato dall’organizzazione all’iscrizione
   *[legal_representative] Conferito da un rappresentante legale
}
complaint-document = Documento
complaint-hash = SHA-256
complaint-by-representative = Il mandato è stato conferito da un genitore, un tutore o un altro rappresentante legale di questa persona.

complaint-request = { $right ->
    [access] Richiesta di accesso
    [rectification] Richiesta di rettifica
    [erasure] Richiesta di cancellazione
    [restriction] Richiesta di limitazione di trattamento
    [portability] Richiesta di portabilità dei dati
    [objection] Opposizione al trattamento
   *[automated_decision] Richiesta di riesame di una decisione automatizzata
}, { $reference }
complaint-filed = Registrata il
complaint-sent = Inviata il
complaint-not-sent = non inviata
complaint-received = Ricevuta il
complaint-not-received = nessuna ricezione registrata
complaint-receipt = Prova della ricezione
complaint-receipt-kind = { $kind ->
    [controller_acknowledgement] Conferma di ricezione del titolare
    [registered_delivery] Raccomandata o recapito elettronico certificato qualificato
    [delivery_confirmation] Conferma di consegna di un server o di un portale
    [controller_statement] Successiva dichiarazione o condotta del titolare
   *[presumption] Presunzione basata sull’invio
}
complaint-asked = Che cosa è stato chiesto
complaint-deadline = Termine
complaint-no-deadline = Per questa richiesta non decorre alcun termine.
complaint-step = Passaggio
complaint-rule = Regola
complaint-editions = Calcolato con le regole { $rules } e il calendario { $calendar }. Le regole sono quelle della specifica giuridica di Recourse, che indica la fonte di ciascuna.

complaint-answers = Risposte
complaint-silence = Alla data del { DATE($date) }, giorno del presente fascicolo, il titolare non aveva inviato nulla su questa richiesta.
complaint-response = { $kind ->
    [full] Risposta completa
    [partial] Risposta parziale
    [refused] Rifiuto
    [no_data] Risposta che non sono detenuti dati
    [cannot_identify] Dichiarazione che la persona non può essere identificata
    [redirected] Rinvio a un altro titolare
    [fee_demand] Richiesta di un contributo spese
    [extension] Avviso di proroga
    [identity_question] Domanda sull’identità
    [scope_question] Domanda sull’ambito
    [acknowledgement] Conferma di ricezione
   *[other] Altro messaggio
} del { DATE($on) }
complaint-via = Canale
complaint-via-name = { $via ->
    [callback] Messaggio firmato del sistema del titolare
    [api] Inserimento del titolare nell’interfaccia
    [bulk] Invio cumulativo di risposte del titolare
   *[manual] Lettera, e-mail o telefono, annotato dall’organizzazione
}
complaint-late = { $days ->
    [one] Un giorno dopo la scadenza
   *[other] { $days } giorni dopo la scadenza
}
complaint-lateness = Ritardo
complaint-says = Contenuto
complaint-files = File
complaint-file = File
complaint-pages = Pagine
complaint-findings = Constatazioni
complaint-no-findings = Per questa richiesta non è stata constatata alcuna violazione.

complaint-withheld = { $what ->
    [name] Nome omesso
    [contacts] Recapiti omessi
    [identifiers] Identificativi omessi
    [credential] Credenziale omessa
    [mandate_scope] Ambito del mandato omesso
    [mandate_document] Documento del mandato omesso
    [asked] Contenuto della richiesta omesso
    [response_content] Contenuto della risposta omesso
    [files] File omessi
   *[other] Parte omessa
}: dati personali non necessari per rispondere agli addebiti
complaint-marked = Riservato: { $reason }
complaint-withheld-because = Passo omesso perché riservato: { $reason }

complaint-register = Registro delle prove
complaint-volume = Volume { $volume } di { $volumes }
complaint-register-text = Tutti i file di questo reclamo che sono prove o allegati, con il numero di pagine e l’impronta. Un file è quello elencato se la sua impronta SHA-256 è la stessa.
complaint-size = Byte
