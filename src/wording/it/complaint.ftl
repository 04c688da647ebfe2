# Il fascicolo del reclamo: testo principale, allegati, registro delle prove.

complaint-page = Pagina { $page } di { $pages }
complaint-title = { $law ->
    [fadp] Denuncia
   *[gdpr] Reclamo
}
complaint-basis = { $law ->
    [uk_gdpr] ai sensi dell’articolo 165 della legge britannica del 2018 sulla protezione dei dati (Data Protection Act 2018) e dell’articolo 80, paragrafo 1, del regolamento generale sulla protezione dei dati britannico
    [fadp] ai sensi dell’articolo 49, capoverso 1, della legge federale svizzera sulla protezione dei dati
   *[gdpr] ai sensi degli articoli 77 e 80, paragrafo 1, del regolamento (UE) 2016/679 (regolamento generale sulla protezione dei dati)
}
complaint-named = { $law ->
    [fadp] Denuncia { $reference } contro { $controller }
   *[gdpr] Reclamo { $reference } contro { $controller }
}
complaint-version = { $version ->
    [full] Versione integrale. Contiene parti riservate e dati personali.
   *[non_confidential] Versione senza le parti riservate. Ciò che è stato omesso è segnalato al suo posto, con il motivo.
}
complaint-to = A
complaint-by = { $law ->
    [fadp] Presentata da
   *[gdpr] Proposto da
}
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
complaint-summary-who = { $law ->
    [uk_gdpr] { $organisation } propone il presente reclamo contro { $controller } per conto di { $people ->
            [one] una persona interessata che le ha conferito mandato
           *[other] { COUNT($people) } persone interessate che le hanno conferito mandato
        } ai sensi dell’articolo 80, paragrafo 1, del regolamento generale sulla protezione dei dati britannico (GDPR britannico) e dell’articolo 187 della legge britannica del 2018 sulla protezione dei dati (Data Protection Act 2018, DPA 2018). Il reclamo riguarda { $requests ->
            [one] una richiesta con cui sono stati esercitati
           *[other] { COUNT($requests) } richieste con cui sono stati esercitati
        } i diritti di cui agli articoli da 15 a 22D del GDPR britannico.
    [fadp] { $organisation } presenta la presente denuncia contro { $controller } per conto di { $people ->
            [one] una persona interessata che le ha conferito il potere di farlo
           *[other] { COUNT($people) } persone interessate che le hanno conferito il potere di farlo
        } ai sensi dell’articolo 49, capoverso 1, della legge federale svizzera sulla protezione dei dati (LPD svizzera). La denuncia riguarda { $requests ->
            [one] una richiesta con cui sono stati esercitati
           *[other] { COUNT($requests) } richieste con cui sono stati esercitati
        } i diritti di cui agli articoli 21, 25, 28, 30 e 32 della LPD svizzera.
   *[gdpr] { $organisation } propone il presente reclamo contro { $controller } per conto di { $people ->
            [one] una persona interessata che le ha conferito mandato
           *[other] { COUNT($people) } persone interessate che le hanno conferito mandato
        } ai sensi dell’articolo 80, paragrafo 1, del regolamento generale sulla protezione dei dati (GDPR). Il reclamo riguarda { $requests ->
            [one] una richiesta con cui sono stati esercitati
           *[other] { COUNT($requests) } richieste con cui sono stati esercitati
        } i diritti di cui agli articoli da 15 a 22 del GDPR.
}
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

complaint-standing = { $law ->
    [uk_gdpr] Legittimazione ai sensi dell’articolo 80, paragrafo 1, del GDPR britannico e dell’articolo 187 della DPA 2018
    [fadp] Poteri conferiti dalle persone rappresentate
   *[gdpr] Legittimazione ai sensi dell’articolo 80, paragrafo 1, del GDPR
}
complaint-standing-text = { $law ->
    [uk_gdpr] { $organisation } soddisfa le condizioni dell’articolo 187, paragrafi 3 e 4, della DPA 2018, cui rinvia l’articolo 80, paragrafo 1, del GDPR britannico, come risulta dai documenti seguenti.
    [fadp] { $organisation } agisce in virtù dei poteri conferiti dalle persone rappresentate e non fa valere una legittimazione propria: la LPD svizzera non contiene alcuna disposizione in base alla quale un ente reclami per altri. L’autorità apre un’inchiesta d’ufficio o su denuncia (articolo 49, capoverso 1, della LPD svizzera). Dai documenti seguenti risulta quale ente presenta la denuncia.
   *[gdpr] { $organisation } soddisfa le quattro condizioni dell’articolo 80, paragrafo 1, del GDPR, come risulta dai documenti seguenti.
}
complaint-condition = { $law ->
    [fadp] Caratteristica
   *[gdpr] Condizione
}
complaint-evidence = Documento
complaint-dated = Data
complaint-test = { $test ->
    [not_for_profit] Organismo, organizzazione o associazione senza scopo di lucro
    [properly_constituted] { $law ->
        [uk_gdpr] Debitamente costituito e vincolato dallo statuto o da un atto legislativo
        [fadp] Debitamente costituito secondo il diritto della sua sede
       *[gdpr] Debitamente costituito secondo il diritto di uno Stato membro
    }
    [public_interest_aims] Obiettivi statutari di pubblico interesse
   *[active_in_data_protection] Attivo nella protezione dei diritti e delle libertà degli interessati
}
complaint-valid-until = valido fino al { DATE($date) }
complaint-no-evidence = non registrato
complaint-constituted = Costituito secondo il diritto di
complaint-national-basis = Disposizione nazionale invocata
complaint-mandates-text = { $law ->
    [fadp] Ogni persona rappresentata ha conferito all’organizzazione il potere per la presente denuncia. È descritto nel primo allegato della persona, con l’impronta del documento.
   *[gdpr] Ogni persona rappresentata ha conferito all’organizzazione un mandato per il presente reclamo. È descritto nel primo allegato della persona, con l’impronta del documento.
}

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
complaint-clocks = { $law ->
    [uk_gdpr] I termini sono stati calcolati secondo gli articoli 12, paragrafo 3, e 12A del GDPR britannico, in base al calendario del luogo del titolare, con la versione { $rules } delle regole e i calendari { $calendars }. Il secondo allegato di ciascuna persona ne spiega ogni passaggio.
    [fadp] I termini sono stati calcolati secondo l’articolo 25, capoverso 7, della LPD svizzera e l’articolo 18 dell’ordinanza sulla protezione dei dati (OPDa svizzera), con la versione { $rules } delle regole e i calendari { $calendars }. Dove la LPD svizzera non fissa un termine proprio per un diritto, si è applicato quello del diritto d’accesso. Il secondo allegato di ciascuna persona ne spiega ogni passaggio.
   *[gdpr] I termini sono stati calcolati secondo l’articolo 12, paragrafo 3, del GDPR e il regolamento (CEE, Euratom) n. 1182/71, con la versione { $rules } delle regole e i calendari { $calendars }. Il secondo allegato di ciascuna persona ne spiega ogni passaggio.
}

complaint-infringements = Violazioni contestate
complaint-infringement = Violazione
complaint-number = N.
complaint-first-last = Prima e ultima data
complaint-rule-severity = regola { $rule } · gravità { $severity } su 5
complaint-points-text = Ogni riga corrisponde a un tipo di violazione. Le constatazioni su cui si fonda sono nel terzo allegato di ciascuna persona, con date e numeri.
complaint-no-provision = Nessuna disposizione di questo diritto

complaint-law = Diritto
complaint-duty = { $duty ->
    [time] { $law ->
        [uk_gdpr] Ai sensi degli articoli 12, paragrafo 3, e 12A del GDPR britannico, il titolare fornisce all’interessato le informazioni sull’azione intrapresa senza ingiustificato ritardo e al più tardi entro un mese dall’ultimo di tre eventi: il ricevimento della richiesta, quello delle informazioni chieste per confermare l’identità, il pagamento di un contributo dovuto. Il termine può essere prorogato di due mesi se lo richiede la complessità o il numero delle richieste dell’interessato; della proroga e dei suoi motivi l’interessato va informato entro il primo mese. La ricezione di un reclamo presentato al titolare è confermata entro 30 giorni (articolo 164A della DPA 2018).
        [fadp] Ai sensi dell’articolo 25, capoverso 7, della LPD svizzera, le informazioni sono di norma fornite entro 30 giorni dalla richiesta. Se ciò non è possibile, il titolare lo comunica e indica entro quando le fornirà (articolo 18, capoverso 2, dell’OPDa svizzera).
       *[gdpr] Ai sensi dell’articolo 12, paragrafo 3, del GDPR, il titolare fornisce all’interessato le informazioni sull’azione intrapresa senza ingiustificato ritardo e al più tardi entro un mese dal ricevimento della richiesta. Il termine può essere prorogato una volta, di due mesi al massimo, tenuto conto della complessità e del numero delle richieste; della proroga e dei suoi motivi l’interessato va informato entro il primo mese.
    }
    [refusal] { $law ->
        [uk_gdpr] Ai sensi dell’articolo 12, paragrafo 4, del GDPR britannico, il titolare che non ottempera alla richiesta informa senza ritardo l’interessato dei motivi, della possibilità di proporre reclamo a lui stesso e all’autorità (articoli 164A e 165 della DPA 2018) e di proporre ricorso giurisdizionale.
        [fadp] Ai sensi dell’articolo 26, capoverso 4, della LPD svizzera, il titolare indica perché rifiuta, limita o differisce l’informazione; lo fa entro il termine per fornirla (articolo 18, capoverso 3, dell’OPDa svizzera).
       *[gdpr] Ai sensi dell’articolo 12, paragrafo 4, del GDPR, il titolare che non ottempera alla richiesta informa l’interessato entro un mese dei motivi, della possibilità di proporre reclamo a un’autorità di controllo e di proporre ricorso giurisdizionale.
    }
    [identity] { $law ->
        [uk_gdpr] Ai sensi dell’articolo 12, paragrafi 2 e 6, del GDPR britannico, il titolare può chiedere ulteriori informazioni solo se nutre ragionevoli dubbi sull’identità, e solo quelle necessarie; ai sensi degli articoli 11, paragrafo 2, e 12, paragrafo 2, deve dimostrare di non essere in grado di identificare l’interessato. Le domande non servono a guadagnare tempo.
        [fadp] Ai sensi dell’articolo 16, capoverso 5, dell’OPDa svizzera, il titolare adotta misure adeguate per identificare l’interessato, che è tenuto a collaborare. Ciò che chiede deve essere proporzionato (articolo 6, capoverso 2, della LPD svizzera). Le domande non servono a guadagnare tempo.
       *[gdpr] Ai sensi dell’articolo 12, paragrafi 2 e 6, del GDPR, il titolare può chiedere ulteriori informazioni solo se nutre ragionevoli dubbi sull’identità, e solo quelle necessarie; ai sensi degli articoli 11, paragrafo 2, e 12, paragrafo 2, deve dimostrare di non essere in grado di identificare l’interessato. Le domande non servono a guadagnare tempo.
    }
    [abuse] { $law ->
        [uk_gdpr] Ai sensi dell’articolo 12, paragrafo 5, del GDPR britannico, l’esercizio di questi diritti è gratuito. Incombe al titolare l’onere di dimostrare il carattere manifestamente infondato o eccessivo della richiesta.
        [fadp] Ai sensi dell’articolo 25, capoverso 6, della LPD svizzera, le informazioni sono gratuite. Una partecipazione alle spese può essere chiesta solo se l’onere è sproporzionato, ed è comunicata in anticipo (articolo 19 dell’OPDa svizzera). Una richiesta può essere rifiutata come manifestamente infondata o querulomane solo ai sensi dell’articolo 26, capoverso 1, lettera c, della LPD svizzera.
       *[gdpr] Ai sensi dell’articolo 12, paragrafo 5, del GDPR, l’esercizio di questi diritti è gratuito. Incombe al titolare l’onere di dimostrare il carattere manifestamente infondato o eccessivo della richiesta.
    }
    [content] { $law ->
        [uk_gdpr] Ai sensi degli articoli da 15 a 22D del GDPR britannico, la risposta deve contenere ciò che è stato chiesto, nella forma prevista. Ciò che non è fornito va indicato, con il motivo che lo consente.
        [fadp] Ai sensi degli articoli 21, 25, 28, 30 e 32 della LPD svizzera, la risposta deve dare ciò che è stato chiesto, nella forma prevista. Ciò che non è fornito va indicato, con il motivo che lo consente (per le informazioni: articolo 26 della LPD svizzera).
       *[gdpr] Ai sensi degli articoli da 15 a 22 del GDPR, la risposta deve contenere ciò che è stato chiesto, nella forma prevista. Ciò che non è fornito va indicato, con il motivo che lo consente.
    }
    [recipients] { $law ->
        [uk_gdpr] Ai sensi dell’articolo 19 del GDPR britannico, il titolare comunica a ciascun destinatario le rettifiche, le cancellazioni e le limitazioni, salvo che ciò si riveli impossibile o implichi uno sforzo sproporzionato.
        [fadp] Ai sensi dell’articolo 32, capoverso 4, della LPD svizzera, si può chiedere che una rettifica, una cancellazione o il divieto di un trattamento siano comunicati a terzi.
       *[gdpr] Ai sensi dell’articolo 19 del GDPR, il titolare comunica a ciascun destinatario le rettifiche, le cancellazioni e le limitazioni, salvo che ciò si riveli impossibile o implichi uno sforzo sproporzionato.
    }
   *[sanction] { $law ->
        [uk_gdpr] Le violazioni degli articoli da 12 a 22D del GDPR britannico possono essere punite con una sanzione pecuniaria (articolo 83, paragrafo 5, lettera b), del GDPR britannico; articoli 155 e 157 della DPA 2018).
        [fadp] Se sono state violate disposizioni sulla protezione dei dati, l’autorità può ordinare i provvedimenti dell’articolo 51 della LPD svizzera. Non infligge multe: i reati di cui agli articoli da 60 a 63 della LPD svizzera sono perseguiti dai Cantoni (articolo 65 della LPD svizzera).
       *[gdpr] Le violazioni degli articoli da 12 a 22 del GDPR sono soggette alle sanzioni amministrative pecuniarie di cui all’articolo 83, paragrafo 5, lettera b), del GDPR.
    }
}

complaint-remedies = Che cosa si chiede all’autorità
complaint-remedies-text = Per conto delle persone rappresentate, l’organizzazione chiede all’autorità:
complaint-remedy = { $remedy ->
    [investigate] { $law ->
        [uk_gdpr] di dare al presente reclamo il seguito adeguato e di indagare sul suo oggetto (articolo 165, paragrafi 4 e 5, della DPA 2018);
        [fadp] di aprire un’inchiesta in seguito alla presente denuncia (articolo 49, capoverso 1, della LPD svizzera);
       *[gdpr] di trattare il presente reclamo e di svolgere le opportune indagini (articolo 57, paragrafo 1, lettera f), del GDPR);
    }
    [establish] di accertare la violazione delle disposizioni sopra indicate;
    [comply] { $law ->
        [uk_gdpr] di ingiungere al titolare di soddisfare le richieste (articolo 58, paragrafo 2, lettera c), del GDPR britannico; articolo 149 della DPA 2018);
        [fadp] di ordinare al titolare di soddisfare le richieste, in particolare di fornire le informazioni richieste (articolo 51, capoversi 1 e 3, lettera g, della LPD svizzera);
       *[gdpr] di ingiungere al titolare di soddisfare le richieste (articolo 58, paragrafo 2, lettera c), del GDPR);
    }
    [operations] { $law ->
        [uk_gdpr] di ingiungere al titolare di conformare la gestione delle richieste entro un determinato termine (articolo 58, paragrafo 2, lettera d), del GDPR britannico; articolo 149 della DPA 2018);
        [fadp] di ordinare che i trattamenti contrari alle disposizioni sulla protezione dei dati siano adeguati, sospesi o cessati e che i dati siano cancellati (articolo 51, capoverso 1, della LPD svizzera);
       *[gdpr] di ingiungere al titolare di conformare la gestione delle richieste entro un determinato termine (articolo 58, paragrafo 2, lettera d), del GDPR);
    }
    [sanction] { $law ->
        [uk_gdpr] di valutare un ammonimento o una sanzione pecuniaria (articolo 58, paragrafo 2, lettere b) e i), del GDPR britannico; articolo 155 della DPA 2018);
        [fadp] di valutare se denunciare all’autorità di perseguimento penale ciò che appare un reato ai sensi degli articoli da 60 a 63 della LPD svizzera (articolo 65, capoverso 2, della LPD svizzera);
       *[gdpr] di valutare un ammonimento o una sanzione amministrativa pecuniaria (articolo 58, paragrafo 2, lettere b) e i), e articolo 83 del GDPR);
    }
   *[inform] { $law ->
        [uk_gdpr] di informare l’organizzazione dello stato e dell’esito entro tre mesi (articoli 165 e 166 della DPA 2018).
        [fadp] di informare l’organizzazione, per le persone rappresentate, dei passi intrapresi e dell’esito di un’inchiesta (articolo 49, capoverso 4, della LPD svizzera).
       *[gdpr] di informare l’organizzazione dello stato e dell’esito entro tre mesi (articolo 77, paragrafo 2, e articolo 78, paragrafo 2, del GDPR).
    }
}

complaint-completeness = { $law ->
    [fadp] Completezza della denuncia
   *[gdpr] Completezza
}
complaint-completeness-text = { $law ->
    [uk_gdpr] Il presente fascicolo contiene ciò che consente all’autorità di esaminare il reclamo: chi reclama, su mandato di chi, contro chi e per che cosa.
    [fadp] Il presente fascicolo contiene ciò che consente all’autorità di esaminare la denuncia: chi denuncia, con i poteri di chi, chi è denunciato e per che cosa.
   *[gdpr] L’articolo 4, paragrafo 1, del regolamento (UE) 2025/2518 elenca ciò che un reclamo deve contenere per essere ammissibile. Tutto ciò è contenuto nel presente fascicolo.
}
complaint-requirement = Requisito
complaint-where = Dove
complaint-complete-for = Completo per
complaint-slot = { $slot ->
    [complainant] { $law ->
        [fadp] Nome e recapiti della persona per conto della quale si presenta la denuncia
       *[gdpr] Nome e recapiti della persona che propone il reclamo
    }
    [representative] Nome, recapiti e regolare costituzione dell’organizzazione
    [mandate] Prova del mandato
    [controller] Elementi utili a identificare il titolare
   *[infringement] Descrizione della violazione contestata
}
complaint-slot-place = { $slot ->
    [complainant] Primo allegato di ciascuna persona
    [representative] { $law ->
        [fadp] Testo principale, parti e poteri
       *[gdpr] Testo principale, parti e legittimazione
    }
    [mandate] Primo allegato di ciascuna persona
    [controller] Testo principale, parti
   *[infringement] Testo principale, fatti e violazioni contestate; secondo e terzo allegato
}
complaint-national = Formalità nazionali
complaint-national-language = Il presente fascicolo è redatto in una lingua che l’autorità accetta.

complaint-confidential = Parti riservate
complaint-confidential-full = { $law ->
    [uk_gdpr] Le parti seguenti sono riservate. Una seconda versione del fascicolo senza di esse lo accompagna.
    [fadp] Le parti seguenti sono riservate. Una seconda versione del fascicolo senza di esse lo accompagna.
   *[gdpr] Le parti seguenti sono riservate. Una seconda versione del fascicolo senza di esse lo accompagna (articolo 25, paragrafo 3, del regolamento (UE) 2025/2518).
}
complaint-confidential-removed = { $law ->
    [uk_gdpr] Le parti seguenti sono state omesse da questa versione. Sono nella versione integrale, in possesso dell’autorità.
    [fadp] Le parti seguenti sono state omesse da questa versione. Sono nella versione integrale, in possesso dell’autorità.
   *[gdpr] Le parti seguenti sono state omesse da questa versione. Sono nella versione integrale, in possesso dell’autorità (articolo 25, paragrafo 3, del regolamento (UE) 2025/2518).
}
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

complaint-annexes-of = { $law ->
    [fadp] Allegati { $person } alla denuncia { $reference }
   *[gdpr] Allegati { $person } al reclamo { $reference }
}
complaint-annex-title = Allegato { $person }-{ $annex }: { $annex ->
    [1] mandato e identità
    [2] richieste, ricezione e termini
   *[3] risposte, silenzio e constatazioni
}
complaint-identity = Persona interessata
complaint-person-name = Nome
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
    [complaint] { $law ->
        [uk_gdpr] reclamo all’autorità di controllo (articolo 165 della DPA 2018)
        [fadp] denuncia all’autorità di controllo (articolo 49 della LPD svizzera)
       *[gdpr] reclamo a un’autorità di controllo (articolo 77 del GDPR)
    }
    [action_against_authority] { $law ->
        [uk_gdpr] ricorso contro l’autorità di controllo (articolo 78 del GDPR britannico; articolo 166 della DPA 2018)
        [fadp] ricorso contro un’autorità di controllo
       *[gdpr] ricorso contro un’autorità di controllo (articolo 78 del GDPR)
    }
    [action_against_controller] { $law ->
        [uk_gdpr] ricorso contro un titolare o un responsabile del trattamento (articolo 79 del GDPR britannico)
        [fadp] azione contro un titolare o un responsabile del trattamento (articolo 32 della LPD svizzera)
       *[gdpr] ricorso contro un titolare o un responsabile del trattamento (articolo 79 del GDPR)
    }
   *[compensation] { $law ->
        [uk_gdpr] risarcimento (articolo 82 del GDPR britannico; articolo 187, paragrafo 1, lettera b), della DPA 2018)
        [fadp] risarcimento (articolo 32, capoverso 2, della LPD svizzera)
       *[gdpr] risarcimento (articolo 82 del GDPR), se il diritto nazionale lo consente
    }
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
complaint-register-text = { $law ->
    [fadp] Tutti i file di questa denuncia che sono prove o allegati, con il numero di pagine e l’impronta. Un file è quello elencato se la sua impronta SHA-256 è la stessa.
   *[gdpr] Tutti i file di questo reclamo che sono prove o allegati, con il numero di pagine e l’impronta. Un file è quello elencato se la sua impronta SHA-256 è la stessa.
}
complaint-size = Byte
