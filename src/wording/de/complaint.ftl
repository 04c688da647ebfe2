# Die Beschwerdeakte: Haupttext, Anlagen, Beweismittelverzeichnis.

complaint-page = Seite { $page } von { $pages }
complaint-title = Beschwerde
complaint-basis = nach Art. 77 und Art. 80 Abs. 1 der Verordnung (EU) 2016/679 (Datenschutz-Grundverordnung)
complaint-named = Beschwerde { $reference } gegen { $controller }
complaint-version = { $version ->
    [full] Vollständige Fassung. Sie enthält vertrauliche Teile und personenbezogene Daten.
   *[non_confidential] Fassung ohne vertrauliche Teile. Was entfernt wurde, ist an seiner Stelle mit dem Grund gekennzeichnet.
}
complaint-to = An
complaint-by = Eingelegt von
complaint-for = Im Namen von
complaint-against = Gegen
complaint-reference = Aktenzeichen
complaint-date = Datum
complaint-persons = { $people ->
    [one] einer betroffenen Person
   *[other] { COUNT($people) } betroffenen Personen
}
complaint-contents = Inhalt

complaint-summary = Zusammenfassung
complaint-summary-who = { $organisation } legt diese Beschwerde gegen { $controller } im Namen von { $people ->
        [one] einer betroffenen Person ein, die dazu
       *[other] { COUNT($people) } betroffenen Personen ein, die dazu
    } nach Art. 80 Abs. 1 der Datenschutz-Grundverordnung (DSGVO) Auftrag gegeben { $people ->
        [one] hat
       *[other] haben
    }. Gegenstand { $requests ->
        [one] ist ein Antrag
       *[other] sind { COUNT($requests) } Anträge
    } auf Ausübung von Rechten nach Art. 15 bis 22 DSGVO.
complaint-summary-points = { $points ->
    [one] Gerügt wird ein Verstoß. Er ist unten mit der Vorschrift, der Zahl der betroffenen Personen und den Daten dargestellt.
   *[other] Gerügt werden { $points } Verstöße. Sie sind unten mit den Vorschriften, der Zahl der betroffenen Personen und den Daten dargestellt.
}
complaint-summary-annexes = Dieser Haupttext ist bewusst kurz und nennt keine betroffene Person. Identität, Mandat, Anträge, Fristen und Antworten jeder Person stehen in drei Anlagen unter einem Zeichen wie { $example }.

complaint-parties = Beteiligte
complaint-represented = Vertretene betroffene Personen
complaint-represented-text = { $people ->
    [one] Die vertretene betroffene Person heißt in dieser Akte { $first }. Name und Kontaktdaten stehen in Anlage { $first }-1.
   *[other] Die { COUNT($people) } vertretenen betroffenen Personen heißen in dieser Akte { $first } bis { $last }. Name und Kontaktdaten stehen jeweils in der ersten Anlage der Person.
}
complaint-minors = { $count ->
    [one] Eine Person handelt durch einen Elternteil, Vormund oder anderen gesetzlichen Vertreter; ihre erste Anlage weist darauf hin.
   *[other] { COUNT($count) } Personen handeln durch einen Elternteil, Vormund oder anderen gesetzlichen Vertreter; die erste Anlage weist jeweils darauf hin.
}
complaint-organisation = Vertretende Organisation
complaint-controller = Verantwortlicher
complaint-authority = Aufsichtsbehörde
complaint-name = Name
complaint-seat = Niedergelassen in
complaint-place = Ort
complaint-address = Anschrift
complaint-contacts = Kontakt
complaint-website = Internetseite

complaint-standing = Beschwerdebefugnis nach Art. 80 Abs. 1 DSGVO
complaint-standing-text = { $organisation } erfüllt die vier Voraussetzungen des Art. 80 Abs. 1 DSGVO, wie die folgenden Nachweise zeigen.
complaint-condition = Voraussetzung
complaint-evidence = Nachweis
complaint-dated = Vom
complaint-test = { $test ->
    [not_for_profit] Einrichtung, Organisation oder Vereinigung ohne Gewinnerzielungsabsicht
    [properly_constituted] Ordnungsgemäß nach dem Recht eines Mitgliedstaats gegründet
    [public_interest_aims] Satzungsmäßige Ziele im öffentlichen Interesse
   *[active_in_data_protection] Tätig im Bereich des Schutzes der Rechte und Freiheiten betroffener Personen
}
complaint-valid-until = gültig bis { DATE($date) }
complaint-no-evidence = nicht hinterlegt
complaint-constituted = Gegründet nach dem Recht von
complaint-national-basis = Herangezogene nationale Vorschrift
complaint-mandates-text = Jede vertretene Person hat der Organisation für diese Beschwerde ein Mandat erteilt. Es ist in der ersten Anlage der Person beschrieben, mit dem Hashwert des Dokuments.

complaint-competence = Zuständigkeit der Behörde
complaint-presumed-lead = Nach der Hauptniederlassung des Verantwortlichen ist als federführende Aufsichtsbehörde anzusehen: { $authority } (Art. 56 Abs. 1 DSGVO).

complaint-facts = Sachverhalt
complaint-prior-requests = Jedes Recht wurde zunächst durch einen Antrag beim Verantwortlichen ausgeübt. Die Anträge sind in der zweiten Anlage jeder Person beschrieben, mit dem Nachweis des Zugangs.
complaint-right = Recht
complaint-provision = Vorschrift
complaint-requests = Anträge
complaint-people = Personen
complaint-right-name = { $right ->
    [access] Auskunft
    [rectification] Berichtigung
    [erasure] Löschung
    [restriction] Einschränkung der Verarbeitung
    [portability] Datenübertragbarkeit
    [objection] Widerspruch
   *[automated_decision] Überprüfung einer automatisierten Entscheidung
}
complaint-total = Summe
complaint-standing-on = Am { DATE($date) } ist der Stand der Anträge wie folgt.
complaint-received-between = Beim Verantwortlichen eingegangen
complaint-span = { DATE($first) } bis { DATE($last) }
complaint-unanswered = Ohne jede Antwort
complaint-refused = Ganz oder teilweise abgelehnt
complaint-answered-late = Nach Ablauf der Frist beantwortet
complaint-clocks = Die Fristen wurden nach Art. 12 Abs. 3 DSGVO und der Verordnung (EWG, Euratom) Nr. 1182/71 berechnet, mit Fassung { $rules } der Regeln und den Kalendern { $calendars }. Die zweite Anlage jeder Person erläutert jeden Schritt.

complaint-infringements = Gerügte Verstöße
complaint-infringement = Verstoß
complaint-number = Nr.
complaint-first-last = Erster und letzter Tag
complaint-rule-severity = Regel { $rule } · Schwere { $severity } von 5
complaint-points-text = Eine Zeile steht für eine Art von Verstoß. Die Feststellungen dahinter stehen mit Daten und Zahlen in der dritten Anlage jeder Person.

complaint-law = Rechtliche Würdigung
complaint-duty = { $duty ->
    [time] Nach Art. 12 Abs. 3 DSGVO unterrichtet der Verantwortliche die betroffene Person unverzüglich, spätestens innerhalb eines Monats nach Eingang des Antrags, über die ergriffenen Maßnahmen. Die Frist kann einmal um höchstens zwei Monate verlängert werden, wenn Komplexität und Anzahl der Anträge es erfordern; über die Verlängerung und ihre Gründe ist die betroffene Person innerhalb des ersten Monats zu unterrichten.
    [refusal] Nach Art. 12 Abs. 4 DSGVO unterrichtet der Verantwortliche, der nicht tätig wird, die betroffene Person innerhalb eines Monats über die Gründe und über die Möglichkeit, bei einer Aufsichtsbehörde Beschwerde oder einen gerichtlichen Rechtsbehelf einzulegen.
    [identity] Nach Art. 12 Abs. 2 und 6 DSGVO darf der Verantwortliche zusätzliche Informationen nur bei begründeten Zweifeln an der Identität verlangen, und nur, was erforderlich ist; nach Art. 11 Abs. 2 und Art. 12 Abs. 2 muss er nachweisen, dass er die betroffene Person nicht identifizieren kann. Rückfragen dienen nicht dazu, Zeit zu gewinnen.
    [abuse] Nach Art. 12 Abs. 5 DSGVO ist die Ausübung dieser Rechte unentgeltlich. Dass ein Antrag offenkundig unbegründet oder exzessiv ist, hat der Verantwortliche nachzuweisen.
    [content] Nach Art. 15 bis 22 DSGVO muss die Antwort enthalten, was verlangt wurde, in der Form, die das Gesetz vorsieht. Was zurückgehalten wird, ist zu benennen, mit dem Grund, der es erlaubt.
    [recipients] Nach Art. 19 DSGVO teilt der Verantwortliche jede Berichtigung, Löschung oder Einschränkung allen Empfängern mit, es sei denn, dies erweist sich als unmöglich oder ist mit einem unverhältnismäßigen Aufwand verbunden.
   *[sanction] Verstöße gegen Art. 12 bis 22 DSGVO sind mit den Geldbußen des Art. 83 Abs. 5 Buchst. b DSGVO bedroht.
}

complaint-remedies = Anträge an die Aufsichtsbehörde
complaint-remedies-text = Im Namen der vertretenen Personen beantragt die Organisation,
complaint-remedy = { $remedy ->
    [investigate] sich mit dieser Beschwerde zu befassen und ihren Gegenstand zu untersuchen (Art. 57 Abs. 1 Buchst. f DSGVO);
    [establish] festzustellen, dass gegen die oben genannten Vorschriften verstoßen wurde;
    [comply] den Verantwortlichen anzuweisen, den Anträgen zu entsprechen (Art. 58 Abs. 2 Buchst. c DSGVO);
    [operations] den Verantwortlichen anzuweisen, die Bearbeitung von Anträgen innerhalb einer bestimmten Frist in Einklang mit der Verordnung zu bringen (Art. 58 Abs. 2 Buchst. d DSGVO);
    [sanction] eine Verwarnung oder eine Geldbuße zu prüfen (Art. 58 Abs. 2 Buchst. b und i, Art. 83 DSGVO);
   *[inform] die Organisation innerhalb von drei Monaten über Stand und Ergebnis zu unterrichten (Art. 77 Abs. 2, Art. 78 Abs. 2 DSGVO).
}

complaint-completeness = Vollständigkeit
complaint-completeness-text = Art. 4 Abs. 1 der Verordnung (EU) 2025/2518 zählt auf, was eine zulässige Beschwerde enthalten muss. All das ist in dieser Akte enthalten.
complaint-requirement = Anforderung
complaint-where = Fundstelle
complaint-complete-for = Vollständig für
complaint-slot = { $slot ->
    [complainant] Name und Kontaktdaten der beschwerdeführenden Person
    [representative] Name, Kontaktdaten und ordnungsgemäße Gründung der Organisation
    [mandate] Nachweis des Mandats
    [controller] Angaben, die den Verantwortlichen erkennen lassen
   *[infringement] Beschreibung des gerügten Verstoßes
}
complaint-slot-place = { $slot ->
    [complainant] Erste Anlage jeder Person
    [representative] Haupttext, Beteiligte und Beschwerdebefugnis
    [mandate] Erste Anlage jeder Person
    [controller] Haupttext, Beteiligte
   *[infringement] Haupttext, Sachverhalt und gerügte Verstöße; zweite und dritte Anlage
}
complaint-national = Nationale Förmlichkeiten

complaint-confidential = Vertrauliche Teile
complaint-confidential-full = Die folgenden Teile sind vertraulich. Eine zweite Fassung dieser Akte ohne sie liegt bei (Art. 25 Abs. 3 der Verordnung (EU) 2025/2518).
complaint-confidential-removed = Die folgenden Teile wurden aus dieser Fassung entfernt. Sie stehen in der vollständigen Fassung, die der Aufsichtsbehörde vorliegt (Art. 25 Abs. 3 der Verordnung (EU) 2025/2518).
complaint-part = Teil
complaint-reason = Grund
complaint-part-persons = Namen, Kontaktdaten und Kennungen der betroffenen Personen, Inhalt ihrer Anträge und der Antworten, Mandatsdokumente (Anlagen)
complaint-reason-persons = Personenbezogene Daten, die zur Erwiderung auf die Vorwürfe nicht benötigt werden
complaint-passage = Absatz { $number } in „{ $section }“

complaint-annexes = Anlagen
complaint-annexes-text = Zu jeder Person gehören drei Anlagen in einer Datei, nummeriert nach dem Zeichen der Person. Das Beweismittelverzeichnis nennt jede Datei mit Seitenzahl und SHA-256-Hashwert.
complaint-annex = Anlage
complaint-content = Inhalt
complaint-annex-content = { $annex ->
    [1] Mandat und Identität
    [2] Anträge, Zugang und Fristen
   *[3] Antworten, Schweigen und Feststellungen
}
complaint-register-volumes = { $volumes ->
    [one] Beweismittelverzeichnis, ein Band
   *[other] Beweismittelverzeichnis, { $volumes } Bände
}
complaint-machine-readable = Dieselben Tatsachen in maschinenlesbarer Form (JSON)
complaint-manifest = Signiertes Verzeichnis aller Dateien mit ihren Hashwerten

complaint-signed = { $town }, den { DATE($date) }
complaint-signed-on = { DATE($date) }
complaint-signed-for = Für { $organisation }

complaint-annexes-of = Anlagen { $person } zur Beschwerde { $reference }
complaint-annex-title = Anlage { $person }-{ $annex }: { $annex ->
    [1] Mandat und Identität
    [2] Anträge, Zugang und Fristen
   *[3] Antworten, Schweigen und Feststellungen
}
complaint-identity = Betroffene Person
complaint-contact = { $kind ->
    [address] Postanschrift
    [email] E-Mail
   *[phone] Telefon
}
complaint-identifier = { $element ->
    [name] Beim Verantwortlichen bekannter Name
    [email] Beim Verantwortlichen bekannte E-Mail-Adresse
    [birth_date] Geburtsdatum
    [address] Beim Verantwortlichen bekannte Anschrift
    [phone] Beim Verantwortlichen bekannte Telefonnummer
    [customer_number] Kundennummer
   *[other] Andere Kennung
}
complaint-identifiers = Dem Verantwortlichen bekannt durch
complaint-mandate = Mandat
complaint-credential = Prüfbarer Nachweis
complaint-signed-date = Unterzeichnet am
complaint-valid-from = Gültig ab
complaint-valid-to = Gültig bis
complaint-no-end = unbefristet
complaint-rights-granted = Erfasste Rechte
complaint-acts-granted = Erfasste Handlungen
complaint-act = { $act ->
    [complaint] Beschwerde bei einer Aufsichtsbehörde (Art. 77 DSGVO)
    [action_against_authority] Rechtsbehelf gegen eine Aufsichtsbehörde (Art. 78 DSGVO)
    [action_against_controller] Rechtsbehelf gegen Verantwortliche oder Auftragsverarbeiter (Art. 79 DSGVO)
   *[compensation] Schadenersatz (Art. 82 DSGVO), soweit das nationale Recht es zulässt
}
complaint-scope = Umfang und Zweck
complaint-given-as = Form der Erteilung
complaint-evidence-kind = { $kind ->
    [signed_paper] Handschriftlich unterzeichnetes Papier, eingescannt
    [qualified_signature] Qualifizierte elektronische Signatur
    [electronic_signature] Fortgeschrittene oder einfache elektronische Signatur
    [authenticated_acceptance] Zustimmung nach Anmeldung beim Dienst der Organisation
    [membership_record] Von der Organisation beim Beitritt festgehalten
   *[legal_representative] Durch einen gesetzlichen Vertreter erteilt
}
complaint-document = Dokument
complaint-hash = SHA-256
complaint-by-representative = Das Mandat wurde von einem Elternteil, Vormund oder anderen gesetzlichen Vertreter dieser Person erteilt.

complaint-request = { $right ->
    [access] Antrag auf Auskunft
    [rectification] Antrag auf Berichtigung
    [erasure] Antrag auf Löschung
    [restriction] Antrag auf Einschränkung der Verarbeitung
    [portability] Antrag auf Datenübertragung
    [objection] Widerspruch gegen die Verarbeitung
   *[automated_decision] Antrag auf Überprüfung einer automatisierten Entscheidung
}, { $reference }
complaint-filed = Erfasst am
complaint-sent = Versandt am
complaint-not-sent = nicht versandt
complaint-received = Zugegangen am
complaint-not-received = kein Zugang verzeichnet
complaint-receipt = Nachweis des Zugangs
complaint-receipt-kind = { $kind ->
    [controller_acknowledgement] Eingangsbestätigung des Verantwortlichen
    [registered_delivery] Einschreiben oder qualifizierte elektronische Zustellung
    [delivery_confirmation] Zustellbestätigung eines Servers oder Portals
    [controller_statement] Spätere Erklärung oder Handlung des Verantwortlichen
   *[presumption] Vermutung aufgrund der Absendung
}
complaint-asked = Verlangt wurde
complaint-deadline = Frist
complaint-no-deadline = Für diesen Antrag läuft keine Frist.
complaint-step = Schritt
complaint-rule = Regel
complaint-editions = Berechnet mit den Regeln { $rules } und dem Kalender { $calendar }. Die Regeln sind die der Rechtsspezifikation von Recourse, die zu jeder die Quelle nennt.

complaint-answers = Antworten
complaint-silence = Bis zum { DATE($date) }, dem Tag dieser Akte, hat der Verantwortliche zu diesem Antrag nichts übersandt.
complaint-response = { $kind ->
    [full] Vollständige Antwort
    [partial] Teilweise Antwort
    [refused] Ablehnung
    [no_data] Antwort, dass keine Daten vorliegen
    [cannot_identify] Erklärung, die Person nicht identifizieren zu können
    [redirected] Verweis an einen anderen Verantwortlichen
    [fee_demand] Entgeltforderung
    [extension] Mitteilung einer Fristverlängerung
    [identity_question] Rückfrage zur Identität
    [scope_question] Rückfrage zum Umfang
    [acknowledgement] Eingangsbestätigung
   *[other] Andere Nachricht
} vom { DATE($on) }
complaint-via = Eingegangen über
complaint-via-name = { $via ->
    [callback] Signierte Nachricht des Systems des Verantwortlichen
    [api] Eingabe des Verantwortlichen in der Schnittstelle
    [bulk] Sammelantwort des Verantwortlichen
   *[manual] Brief, E-Mail oder Telefon, von der Organisation festgehalten
}
complaint-late = { $days ->
    [one] Einen Tag nach Fristablauf
   *[other] { $days } Tage nach Fristablauf
}
complaint-lateness = Verspätung
complaint-says = Inhalt
complaint-files = Dateien
complaint-file = Datei
complaint-pages = Seiten
complaint-findings = Feststellungen
complaint-no-findings = Bei diesem Antrag wurde kein Verstoß festgestellt.

complaint-withheld = { $what ->
    [name] Name entfernt
    [contacts] Kontaktdaten entfernt
    [identifiers] Kennungen entfernt
    [credential] Nachweis entfernt
    [mandate_scope] Umfang des Mandats entfernt
    [mandate_document] Mandatsdokument entfernt
    [asked] Inhalt des Antrags entfernt
    [response_content] Inhalt der Antwort entfernt
    [files] Dateien entfernt
   *[other] Teil entfernt
}: personenbezogene Daten, die zur Erwiderung auf die Vorwürfe nicht benötigt werden
complaint-marked = Vertraulich: { $reason }
complaint-withheld-because = Als vertraulich entfernt: { $reason }

complaint-register = Beweismittelverzeichnis
complaint-volume = Band { $volume } von { $volumes }
complaint-register-text = Alle Dateien dieser Beschwerde, die Beweismittel oder Anlagen sind, mit Seitenzahl und Hashwert. Eine Datei ist die hier genannte, wenn ihr SHA-256-Hashwert derselbe ist.
complaint-size = Bytes
