# Die Seite, auf der eine Person sieht, was in ihrem Namen geschieht. Einfache Worte; Titel, die anderen nichts sagen (Z-19).

status-title = Übersicht
status-heading = So steht es
status-lead = { $organisation } handelt für Sie. Hier sehen Sie, was für Sie verlangt wurde, von wem, und was zurückkam.
status-as-of = Stand: { DATE($day) }
status-leave = Seite verlassen
    .hint = Öffnet sofort eine Seite, die damit nichts zu tun hat. Um keine Spur zu hinterlassen, löschen Sie diese Seite auch aus dem Verlauf Ihres Browsers.
status-languages = Sprache
status-skip = Zum Inhalt

status-requests = Ihre Anträge
status-requests-none = Für Sie wurde noch nichts verlangt.
status-right = { $right ->
    [access] Eine Kopie Ihrer Daten
    [rectification] Berichtigung Ihrer Daten
    [erasure] Löschung Ihrer Daten
    [restriction] Einschränkung der Nutzung Ihrer Daten
    [portability] Ihre Daten zum Mitnehmen
    [objection] Ein Ende der Nutzung Ihrer Daten
   *[automated_decision] Ein menschlicher Blick auf eine automatische Entscheidung
}
status-asked-of = Verlangt von { $controller }
status-standing = { $standing ->
    [prepared] In Vorbereitung. Der Antrag ist noch nicht abgeschickt.
    [sent] Abgeschickt. Noch zeigt nichts, dass er angekommen ist.
    [running] In Arbeit. Die Antwort ist noch nicht fällig.
    [waiting] Angehalten. Die Gegenseite wartet auf eine Auskunft, die sie verlangt hat.
    [late] Verspätet. Die Zeit für die Antwort ist vorbei.
    [answered] Beantwortet.
    [settled] Erledigt.
    [abandoned] Aufgegeben.
   *[withdrawn] Zurückgenommen.
}
status-next = { $late ->
    [yes] Die Antwort war fällig bis
   *[no] Die Antwort ist fällig bis
}
status-day = { WEEKDAY($day) }, { DATE($day) }
status-how = Wie dieser Tag berechnet ist
status-silence = { $days ->
    [0] Heute kam eine Nachricht.
    [one] Seit einem Tag keine Nachricht.
   *[other] Seit { $days } Tagen keine Nachricht.
}
status-history = Was geschehen ist
status-line = { $what ->
    [prepared] Der Antrag wurde vorbereitet.
    [sent] Der Antrag wurde abgeschickt.
    [received] Der Antrag ist angekommen.
    [reminded] Es wurde erinnert.
    [asked_identity] Es wurde ein Nachweis verlangt, wer Sie sind.
    [asked_scope] Es wurde gefragt, was genau gewünscht ist.
    [asked_fee] Es wurde eine Gebühr verlangt.
    [supplied] Das Verlangte wurde mitgeteilt.
    [extended] Es wurde mitgeteilt, dass mehr Zeit gebraucht wird.
    [first_passed] Die erste gesetzliche Frist verstrich ohne Antwort.
    [final_passed] Die gesetzliche Frist verstrich ohne Antwort.
    [answered] Es kam eine Antwort.
    [answered_full] Es kam eine vollständige Antwort.
    [answered_partial] Es kam eine Antwort auf einen Teil.
    [answered_no_data] Es kam die Antwort, dass keine Daten über Sie vorhanden sind.
    [answered_refused] Es kam eine Ablehnung.
    [answered_cannot_identify] Es kam die Antwort, dass unklar ist, welche Daten Ihre sind.
    [answered_redirected] Es kam die Antwort, dass jemand anderes verantwortlich ist.
    [satisfied] Die Antwort wurde als ausreichend beurteilt.
    [unsatisfied] Die Antwort wurde als unzureichend beurteilt.
    [abandoned] Der Antrag wurde aufgegeben.
    [withdrawn] Der Antrag wurde zurückgenommen.
   *[closed] Der Antrag wurde abgeschlossen.
}

status-complaints = Beschwerden
status-complaint = { $told ->
    [lodged] Bei der Aufsichtsbehörde wurde Beschwerde gegen { $controller } eingelegt.
    [acknowledged] Die Behörde hat den Eingang der Beschwerde gegen { $controller } bestätigt.
    [admitted] Die Behörde befasst sich mit der Beschwerde gegen { $controller }.
    [inadmissible] Die Behörde hat die Beschwerde gegen { $controller } aus formalen Gründen abgelehnt.
    [transmitted] Die Beschwerde gegen { $controller } wurde an die federführende Behörde weitergeleitet.
    [resolution_offered] Nach Angabe der Behörde hat { $controller } die Sache behoben; es bleiben vier Wochen für einen Widerspruch.
    [objected] Wir haben der Beendigung der Beschwerde gegen { $controller } widersprochen.
    [resolved] Die Beschwerde gegen { $controller } wurde beigelegt.
    [investigated] Die Behörde untersucht { $controller }.
    [views_requested] Die Behörde hat uns um Stellungnahme zu { $controller } gebeten.
    [views_submitted] Wir haben der Behörde zu { $controller } Stellung genommen.
    [silent] Die Behörde hat sich seit drei Monaten nicht zur Beschwerde gegen { $controller } geäußert; Sie können vor Gericht gehen.
    [decided] Die Behörde hat über die Beschwerde gegen { $controller } entschieden.
    [challenged] Gegen die Entscheidung zu { $controller } wurde geklagt.
    [closed] Die Beschwerde gegen { $controller } ist abgeschlossen.
   *[news] Die Behörde hat sich zur Beschwerde gegen { $controller } gemeldet.
}

status-mandates = Ihre Vollmacht
status-mandate-given = Sie haben { $organisation } erlaubt, für Sie zu handeln. Unterschrieben haben Sie am { DATE($signed) }.
status-mandate-powers = { $powers ->
    [both] Sie gilt für Anträge und Beschwerden.
    [complaint] Sie gilt für Beschwerden.
   *[request] Sie gilt für Anträge.
}
status-mandate-until = Sie endet am { DATE($until) }.
status-mandate-answers = { $recipient ->
    [person] Antworten gehen nur an Sie.
   *[organisation] { $organisation } nimmt die Antworten für Sie entgegen.
}
status-mandate-revoked = Sie haben sie am { DATE($day) } widerrufen.
status-mandate-expired = Sie endete am { DATE($day) }.
status-mandate-none = Es ist keine Vollmacht eingetragen.
status-take-back = Diese Vollmacht widerrufen

status-confirm = Vollmacht widerrufen?
status-confirm-effect = { $organisation } darf dann nichts mehr in Ihrem Namen tun. Einen Grund müssen Sie nicht nennen.
status-confirm-requests = { $count ->
    [0] Kein offener Antrag beruht auf ihr.
    [one] Ein offener Antrag endet mit ihr:
   *[other] { $count } offene Anträge enden mit ihr:
}
status-confirm-others = Sie können jederzeit eine neue Vollmacht geben. Was andere Ihnen nach dem Gesetz schulden, schulden sie Ihnen weiter.
status-confirm-yes = Ja, widerrufen
status-confirm-no = Nein, zurück

status-done = Ihre Vollmacht ist widerrufen
status-done-effect = { $organisation } darf aufgrund dieser Vollmacht nichts mehr tun. Die Anträge, die auf ihr beruhen, enden, und wer sie erhalten hat, erfährt es.
status-done-running = { $count ->
    [0] Sonst läuft nichts für Sie.
    [one] Ein Antrag läuft noch aufgrund einer anderen Vollmacht:
   *[other] { $count } Anträge laufen noch aufgrund anderer Vollmachten:
}
status-done-back = Zurück zur Übersicht

status-contact = An wen Sie sich wenden können
status-contact-text = Fragen, oder nicht zufrieden damit, wie man mit Ihnen umgeht? Wenden Sie sich an { $organisation }.
status-contact-email = E-Mail
status-contact-website = Website
status-contact-none = Nutzen Sie die Adresse, die { $organisation } Ihnen genannt hat.

status-own-data = Ihre Daten bei { $organisation }
status-own-data-text = Gegenüber { $organisation } haben Sie dieselben Rechte wie gegenüber allen anderen. Sie können eine Kopie von allem haben, was über Sie gespeichert ist, es berichtigen oder löschen lassen oder es mitnehmen. Verlangen Sie es einfach; die Antwort ist binnen eines Monats fällig und kostet nichts.

status-gone-title = Übersicht
status-gone = Hier ist nichts
status-gone-text = Dieser Link führt nirgendwohin, oder nicht mehr. Bitten Sie um einen neuen, wo Sie ihn bekommen haben.
