# La pagina in cui una persona vede che cosa si fa in suo nome. Parole semplici; titoli che non dicono nulla ad altri (Z-19).

status-title = Panoramica
status-heading = A che punto siamo
status-lead = { $organisation } agisce per Lei. Qui vede che cosa è stato chiesto per Lei, a chi, e che cosa è stato risposto.
status-as-of = Situazione al { DATE($day) }
status-leave = Lasciare questa pagina
    .hint = Apre subito una pagina che non c’entra. Per non lasciare tracce, cancelli questa pagina anche dalla cronologia del browser.
status-languages = Lingua
status-skip = Vai al contenuto

status-requests = Le Sue richieste
status-requests-none = Per Lei non è stato ancora chiesto nulla.
status-right = { $right ->
    [access] Una copia dei Suoi dati
    [rectification] La correzione dei Suoi dati
    [erasure] La cancellazione dei Suoi dati
    [restriction] Limiti all’uso dei Suoi dati
    [portability] I Suoi dati in una forma che può portare altrove
    [objection] La fine dell’uso dei Suoi dati
   *[automated_decision] Il riesame umano di una decisione automatica
}
status-asked-of = Chiesto a { $controller }
status-standing = { $standing ->
    [prepared] In preparazione. Non è stata ancora inviata.
    [sent] Inviata. Nulla mostra ancora che sia arrivata.
    [running] In corso. Per la risposta c’è ancora tempo.
    [waiting] In sospeso. L’altra parte attende un’informazione che ha chiesto.
    [late] In ritardo. Il tempo per rispondere è scaduto.
    [answered] È arrivata una risposta.
    [settled] Conclusa.
    [abandoned] Abbandonata.
   *[withdrawn] Ritirata.
}
status-next = { $late ->
    [yes] La risposta era dovuta entro
   *[no] La risposta è dovuta entro
}
status-day = { WEEKDAY($day) } { DATE($day) }
status-how = Come si calcola questa data
status-silence = { $days ->
    [0] Oggi ci sono state notizie.
    [one] Nessuna notizia da un giorno.
   *[other] Nessuna notizia da { $days } giorni.
}
status-history = Che cosa è successo
status-line = { $what ->
    [prepared] La richiesta è stata preparata.
    [sent] La richiesta è stata inviata.
    [received] La richiesta è arrivata.
    [reminded] È stato inviato un sollecito.
    [asked_identity] È stata chiesta una prova della Sua identità.
    [asked_scope] È stato chiesto che cosa si vuole esattamente.
    [asked_fee] È stato chiesto un pagamento.
    [supplied] È stato dato quanto era stato chiesto.
    [extended] È stato annunciato che serve più tempo.
    [first_passed] La prima data di legge è passata senza risposta.
    [final_passed] La data di legge è passata senza risposta.
    [answered] È arrivata una risposta.
    [answered_full] È arrivata una risposta completa.
    [answered_partial] È arrivata una risposta parziale.
    [answered_no_data] Hanno risposto di non avere dati su di Lei.
    [answered_refused] È arrivato un rifiuto.
    [answered_cannot_identify] Hanno risposto di non poter capire quali dati siano i Suoi.
    [answered_redirected] Hanno risposto che il titolare è un altro.
    [satisfied] La risposta è stata giudicata sufficiente.
    [unsatisfied] La risposta è stata giudicata insufficiente.
    [abandoned] La richiesta è stata abbandonata.
    [withdrawn] La richiesta è stata ritirata.
   *[closed] La richiesta è stata chiusa.
}

status-complaints = Reclami
status-complaint = { $told ->
    [lodged] È stato presentato un reclamo contro { $controller } all’autorità di controllo.
    [acknowledged] L’autorità ha confermato di avere il reclamo contro { $controller }.
    [admitted] L’autorità esamina il reclamo contro { $controller }.
    [inadmissible] L’autorità ha respinto il reclamo contro { $controller } per motivi di forma.
    [transmitted] Il reclamo contro { $controller } è stato trasmesso all’autorità capofila.
    [resolution_offered] L’autorità comunica che { $controller } ha posto rimedio; restano quattro settimane per opporsi.
    [objected] Ci siamo opposti alla chiusura del reclamo contro { $controller }.
    [resolved] Il reclamo contro { $controller } è stato composto.
    [investigated] L’autorità indaga su { $controller }.
    [views_requested] L’autorità ci ha chiesto osservazioni su { $controller }.
    [views_submitted] Abbiamo inviato all’autorità le nostre osservazioni su { $controller }.
    [silent] L’autorità non dice nulla da tre mesi sul reclamo contro { $controller }; può rivolgersi al giudice.
    [decided] L’autorità ha deciso sul reclamo contro { $controller }.
    [challenged] La decisione su { $controller } è stata portata davanti al giudice.
    [closed] Il reclamo contro { $controller } è chiuso.
   *[news] L’autorità ha dato notizie sul reclamo contro { $controller }.
}

status-mandates = Il Suo mandato
status-mandate-given = Lei ha permesso a { $organisation } di agire per Lei. Ha firmato il { DATE($signed) }.
status-mandate-powers = { $powers ->
    [both] Vale per richieste e reclami.
    [complaint] Vale per i reclami.
   *[request] Vale per le richieste.
}
status-mandate-until = Termina il { DATE($until) }.
status-mandate-answers = { $recipient ->
    [person] Le risposte arrivano soltanto a Lei.
   *[organisation] { $organisation } riceve le risposte per Lei.
}
status-mandate-revoked = Lei lo ha revocato il { DATE($day) }.
status-mandate-expired = È terminato il { DATE($day) }.
status-mandate-none = Non è registrato alcun mandato.
status-take-back = Revocare questo mandato

status-confirm = Revocare il Suo mandato?
status-confirm-effect = { $organisation } non potrà più fare nulla in Suo nome. Non deve dare alcun motivo.
status-confirm-requests = { $count ->
    [0] Nessuna richiesta aperta si basa su di esso.
    [one] Una richiesta aperta termina con esso:
   *[other] { $count } richieste aperte terminano con esso:
}
status-confirm-others = Può dare un nuovo mandato in qualsiasi momento. Ciò che altri Le devono per legge, continuano a doverlo.
status-confirm-yes = Sì, revocarlo
status-confirm-no = No, tornare indietro

status-done = Il Suo mandato è revocato
status-done-effect = { $organisation } non può più fare nulla in base ad esso. Le richieste che si basano su di esso terminano, e chi le ha ricevute ne è informato.
status-done-running = { $count ->
    [0] Per Lei non è in corso altro.
    [one] Una richiesta è ancora in corso in base a un altro mandato:
   *[other] { $count } richieste sono ancora in corso in base ad altri mandati:
}
status-done-back = Tornare alla panoramica

status-contact = A chi rivolgersi
status-contact-text = Ha domande, o non è d’accordo con come viene trattato il Suo caso? Si rivolga a { $organisation }.
status-contact-email = E-mail
status-contact-website = Sito web
status-contact-none = Usi l’indirizzo che { $organisation } Le ha dato.

status-own-data = I Suoi dati presso { $organisation }
status-own-data-text = Verso { $organisation } ha gli stessi diritti che verso tutti gli altri. Può avere una copia di tutto ciò che è conservato su di Lei, farlo correggere o cancellare, o portarlo altrove. Basta chiederlo; la risposta è dovuta entro un mese, gratuitamente.

status-gone-title = Panoramica
status-gone = Qui non c’è nulla
status-gone-text = Questo link non porta da nessuna parte, o non più. Ne chieda uno nuovo a chi glielo ha dato.
