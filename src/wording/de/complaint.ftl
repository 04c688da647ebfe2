# Die Beschwerdeakte: Haupttext, Anlagen, Beweismittelverzeichnis.

complaint-page = Seite { $page } von { $pages }
complaint-title = { $law ->
    [fadp] Anzeige
   *[gdpr] Beschwerde
}
complaint-basis = { $law ->
    [uk_gdpr] nach § 165 des Data Protection Act 2018 und Art. 80 Abs. 1 der Datenschutz-Grundverordnung des Vereinigten Königreichs
    [fadp] nach Art. 49 Abs. 1 des schweizerischen Bundesgesetzes über den Datenschutz
   *[gdpr] nach Art. 77 und Art. 80 Abs. 1 der Verordnung (EU) 2016/679 (Datenschutz-Grundverordnung)
}
complaint-named = { $law ->
    [fadp] Anzeige { $reference } gegen { $controller }
   *[gdpr] Beschwerde { $reference } gegen { $controller }
}
complaint-version = { $version ->
    [full] Vollständige Fassung. Sie enthält vertrauliche Teile und personenbezogene Daten.
   *[non_confidential] Fassung ohne vertrauliche Teile. Was entfernt wurde, ist an seiner Stelle mit dem Grund gekennzeichnet.
}
complaint-to = An
complaint-by = { $law ->
    [fadp] Erstattet von
   *[gdpr] Eingelegt von
}
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
complaint-summary-who = { $law ->
    [uk_gdpr] { $organisation } legt diese Beschwerde gegen { $controller } im Namen von { $people ->
            [one] einer betroffenen Person ein, die dazu
           *[other] { COUNT($people) } betroffenen Personen ein, die dazu
        } nach Art. 80 Abs. 1 der Datenschutz-Grundverordnung des Vereinigten Königreichs (UK-DSGVO) und § 187 des Data Protection Act 2018 (DPA 2018) Auftrag gegeben { $people ->
            [one] hat
           *[other] haben
        }. Gegenstand { $requests ->
            [one] ist ein Antrag
           *[other] sind { COUNT($requests) } Anträge
        } auf Ausübung von Rechten nach Art. 15 bis 22D UK-DSGVO.
    [fadp] { $organisation } erstattet nach Art. 49 Abs. 1 des schweizerischen Bundesgesetzes über den Datenschutz (DSG) diese Anzeige gegen { $controller } im Namen von { $people ->
            [one] einer betroffenen Person, die dazu Vollmacht erteilt hat
           *[other] { COUNT($people) } betroffenen Personen, die dazu Vollmacht erteilt haben
        }. Gegenstand { $requests ->
            [one] ist ein Gesuch
           *[other] sind { COUNT($requests) } Gesuche
        } auf Ausübung von Rechten nach Art. 21, 25, 28, 30 und 32 DSG.
   *[gdpr] { $organisation } legt diese Beschwerde gegen { $controller } im Namen von { $people ->
            [one] einer betroffenen Person ein, die dazu
           *[other] { COUNT($people) } betroffenen Personen ein, die dazu
        } nach Art. 80 Abs. 1 der Datenschutz-Grundverordnung (DSGVO) Auftrag gegeben { $people ->
            [one] hat
           *[other] haben
        }. Gegenstand { $requests ->
            [one] ist ein Antrag
           *[other] sind { COUNT($requests) } Anträge
        } auf Ausübung von Rechten nach Art. 15 bis 22 DSGVO.
}
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

complaint-standing = { $law ->
    [uk_gdpr] Beschwerdebefugnis nach Art. 80 Abs. 1 UK-DSGVO und § 187 DPA 2018
    [fadp] Vollmachten der vertretenen Personen
   *[gdpr] Beschwerdebefugnis nach Art. 80 Abs. 1 DSGVO
}
complaint-standing-text = { $law ->
    [uk_gdpr] { $organisation } erfüllt die Voraussetzungen des § 187(3) und (4) DPA 2018, auf den Art. 80 Abs. 1 UK-DSGVO verweist, wie die folgenden Nachweise zeigen.
    [fadp] { $organisation } handelt aufgrund der Vollmachten der vertretenen Personen und macht keine eigene Befugnis geltend: Das DSG kennt keine Vorschrift, nach der sich eine Organisation für andere beschwert. Die Aufsichtsbehörde eröffnet eine Untersuchung von Amtes wegen oder auf Anzeige hin (Art. 49 Abs. 1 DSG). Die folgenden Nachweise zeigen, wer Anzeige erstattet.
   *[gdpr] { $organisation } erfüllt die vier Voraussetzungen des Art. 80 Abs. 1 DSGVO, wie die folgenden Nachweise zeigen.
}
complaint-condition = { $law ->
    [fadp] Eigenschaft
   *[gdpr] Voraussetzung
}
complaint-evidence = Nachweis
complaint-dated = Vom
complaint-test = { $test ->
    [not_for_profit] Einrichtung, Organisation oder Vereinigung ohne Gewinnerzielungsabsicht
    [properly_constituted] { $law ->
        [uk_gdpr] Ordnungsgemäß gegründet und durch Satzung oder Gesetz gebunden
        [fadp] Ordnungsgemäß nach dem Recht ihres Sitzes gegründet
       *[gdpr] Ordnungsgemäß nach dem Recht eines Mitgliedstaats gegründet
    }
    [public_interest_aims] Satzungsmäßige Ziele im öffentlichen Interesse
   *[active_in_data_protection] Tätig im Bereich des Schutzes der Rechte und Freiheiten betroffener Personen
}
complaint-valid-until = gültig bis { DATE($date) }
complaint-no-evidence = nicht hinterlegt
complaint-constituted = Gegründet nach dem Recht von
complaint-national-basis = Herangezogene nationale Vorschrift
complaint-mandates-text = { $law ->
    [fadp] Jede vertretene Person hat der Organisation für diese Anzeige eine Vollmacht erteilt. Sie ist in der ersten Anlage der Person beschrieben, mit dem Hashwert des Dokuments.
   *[gdpr] Jede vertretene Person hat der Organisation für diese Beschwerde ein Mandat erteilt. Es ist in der ersten Anlage der Person beschrieben, mit dem Hashwert des Dokuments.
}

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
complaint-clocks = { $law ->
    [uk_gdpr] Die Fristen wurden nach Art. 12 Abs. 3 und Art. 12A UK-DSGVO und nach dem Kalender des Ortes des Verantwortlichen berechnet, mit Fassung { $rules } der Regeln und den Kalendern { $calendars }. Die zweite Anlage jeder Person erläutert jeden Schritt.
    [fadp] Die Fristen wurden nach Art. 25 Abs. 7 DSG und Art. 18 der Datenschutzverordnung (DSV) berechnet, mit Fassung { $rules } der Regeln und den Kalendern { $calendars }. Wo das DSG für ein Recht keine eigene Frist setzt, wurde die des Auskunftsrechts verwendet. Die zweite Anlage jeder Person erläutert jeden Schritt.
   *[gdpr] Die Fristen wurden nach Art. 12 Abs. 3 DSGVO und der Verordnung (EWG, Euratom) Nr. 1182/71 berechnet, mit Fassung { $rules } der Regeln und den Kalendern { $calendars }. Die zweite Anlage jeder Person erläutert jeden Schritt.
}

complaint-infringements = Gerügte Verstöße
complaint-infringement = Verstoß
complaint-number = Nr.
complaint-first-last = Erster und letzter Tag
complaint-rule-severity = Regel { $rule } · Schwere { $severity } von 5
complaint-points-text = Eine Zeile steht für eine Art von Verstoß. Die Feststellungen dahinter stehen mit Daten und Zahlen in der dritten Anlage jeder Person.
complaint-no-provision = Keine Vorschrift dieses Rechts

complaint-law = Rechtliche Würdigung
complaint-duty = { $duty ->
    [time] { $law ->
        [uk_gdpr] Nach Art. 12 Abs. 3 und Art. 12A UK-DSGVO unterrichtet der Verantwortliche die betroffene Person unverzüglich über die ergriffenen Maßnahmen, spätestens innerhalb eines Monats nach dem letzten von drei Ereignissen: dem Eingang des Antrags, dem Eingang der zur Bestätigung der Identität verlangten Angaben, der Zahlung einer geschuldeten Gebühr. Die Frist kann um zwei Monate verlängert werden, wenn Komplexität oder Anzahl der Anträge der betroffenen Person es erfordern; über die Verlängerung und ihre Gründe ist die betroffene Person innerhalb des ersten Monats zu unterrichten. Eine Beschwerde beim Verantwortlichen ist innerhalb von 30 Tagen zu bestätigen (§ 164A DPA 2018).
        [fadp] Nach Art. 25 Abs. 7 DSG wird die Auskunft in der Regel innerhalb von 30 Tagen erteilt. Ist das nicht möglich, so teilt der Verantwortliche dies mit und nennt die Frist, in der die Auskunft erfolgt (Art. 18 Abs. 2 DSV).
       *[gdpr] Nach Art. 12 Abs. 3 DSGVO unterrichtet der Verantwortliche die betroffene Person unverzüglich, spätestens innerhalb eines Monats nach Eingang des Antrags, über die ergriffenen Maßnahmen. Die Frist kann einmal um höchstens zwei Monate verlängert werden, wenn Komplexität und Anzahl der Anträge es erfordern; über die Verlängerung und ihre Gründe ist die betroffene Person innerhalb des ersten Monats zu unterrichten.
    }
    [refusal] { $law ->
        [uk_gdpr] Nach Art. 12 Abs. 4 UK-DSGVO unterrichtet der Verantwortliche, der nicht tätig wird, die betroffene Person ohne Verzögerung über die Gründe und über die Möglichkeit, bei ihm und bei der Aufsichtsbehörde Beschwerde (§§ 164A und 165 DPA 2018) oder einen gerichtlichen Rechtsbehelf einzulegen.
        [fadp] Nach Art. 26 Abs. 4 DSG gibt der Verantwortliche an, weshalb er die Auskunft verweigert, einschränkt oder aufschiebt; er tut dies innerhalb der Frist für die Auskunft (Art. 18 Abs. 3 DSV).
       *[gdpr] Nach Art. 12 Abs. 4 DSGVO unterrichtet der Verantwortliche, der nicht tätig wird, die betroffene Person innerhalb eines Monats über die Gründe und über die Möglichkeit, bei einer Aufsichtsbehörde Beschwerde oder einen gerichtlichen Rechtsbehelf einzulegen.
    }
    [identity] { $law ->
        [uk_gdpr] Nach Art. 12 Abs. 2 und 6 UK-DSGVO darf der Verantwortliche zusätzliche Informationen nur bei begründeten Zweifeln an der Identität verlangen, und nur, was erforderlich ist; nach Art. 11 Abs. 2 und Art. 12 Abs. 2 muss er nachweisen, dass er die betroffene Person nicht identifizieren kann. Rückfragen dienen nicht dazu, Zeit zu gewinnen.
        [fadp] Nach Art. 16 Abs. 5 DSV trifft der Verantwortliche angemessene Maßnahmen, um die betroffene Person zu identifizieren; diese ist zur Mitwirkung verpflichtet. Was er verlangt, muss verhältnismäßig sein (Art. 6 Abs. 2 DSG). Rückfragen dienen nicht dazu, Zeit zu gewinnen.
       *[gdpr] Nach Art. 12 Abs. 2 und 6 DSGVO darf der Verantwortliche zusätzliche Informationen nur bei begründeten Zweifeln an der Identität verlangen, und nur, was erforderlich ist; nach Art. 11 Abs. 2 und Art. 12 Abs. 2 muss er nachweisen, dass er die betroffene Person nicht identifizieren kann. Rückfragen dienen nicht dazu, Zeit zu gewinnen.
    }
    [abuse] { $law ->
        [uk_gdpr] Nach Art. 12 Abs. 5 UK-DSGVO ist die Ausübung dieser Rechte unentgeltlich. Dass ein Antrag offenkundig unbegründet oder exzessiv ist, hat der Verantwortliche nachzuweisen.
        [fadp] Nach Art. 25 Abs. 6 DSG ist die Auskunft kostenlos. Eine Beteiligung an den Kosten kann nur bei unverhältnismäßigem Aufwand verlangt werden und ist vorher mitzuteilen (Art. 19 DSV). Als offensichtlich unbegründet oder querulatorisch kann ein Gesuch nur nach Art. 26 Abs. 1 Bst. c DSG abgelehnt werden.
       *[gdpr] Nach Art. 12 Abs. 5 DSGVO ist die Ausübung dieser Rechte unentgeltlich. Dass ein Antrag offenkundig unbegründet oder exzessiv ist, hat der Verantwortliche nachzuweisen.
    }
    [content] { $law ->
        [uk_gdpr] Nach Art. 15 bis 22D UK-DSGVO muss die Antwort enthalten, was verlangt wurde, in der Form, die das Gesetz vorsieht. Was zurückgehalten wird, ist zu benennen, mit dem Grund, der es erlaubt.
        [fadp] Nach Art. 21, 25, 28, 30 und 32 DSG muss die Antwort geben, was verlangt wurde, in der Form, die das Gesetz vorsieht. Was zurückgehalten wird, ist zu benennen, mit dem Grund, der es erlaubt (bei der Auskunft: Art. 26 DSG).
       *[gdpr] Nach Art. 15 bis 22 DSGVO muss die Antwort enthalten, was verlangt wurde, in der Form, die das Gesetz vorsieht. Was zurückgehalten wird, ist zu benennen, mit dem Grund, der es erlaubt.
    }
    [recipients] { $law ->
        [uk_gdpr] Nach Art. 19 UK-DSGVO teilt der Verantwortliche jede Berichtigung, Löschung oder Einschränkung allen Empfängern mit, es sei denn, dies erweist sich als unmöglich oder ist mit einem unverhältnismäßigen Aufwand verbunden.
        [fadp] Nach Art. 32 Abs. 4 DSG kann verlangt werden, dass eine Berichtigung, eine Löschung oder das Verbot einer Bearbeitung Dritten mitgeteilt wird.
       *[gdpr] Nach Art. 19 DSGVO teilt der Verantwortliche jede Berichtigung, Löschung oder Einschränkung allen Empfängern mit, es sei denn, dies erweist sich als unmöglich oder ist mit einem unverhältnismäßigen Aufwand verbunden.
    }
   *[sanction] { $law ->
        [uk_gdpr] Verstöße gegen Art. 12 bis 22D UK-DSGVO können mit einem Bußgeldbescheid geahndet werden (Art. 83 Abs. 5 Buchst. b UK-DSGVO; §§ 155 und 157 DPA 2018).
        [fadp] Sind Datenschutzvorschriften verletzt, so kann die Aufsichtsbehörde Maßnahmen nach Art. 51 DSG verfügen. Bußen spricht sie nicht aus: Straftaten nach Art. 60 bis 63 DSG verfolgen die Kantone (Art. 65 DSG).
       *[gdpr] Verstöße gegen Art. 12 bis 22 DSGVO sind mit den Geldbußen des Art. 83 Abs. 5 Buchst. b DSGVO bedroht.
    }
}

complaint-remedies = Anträge an die Aufsichtsbehörde
complaint-remedies-text = Im Namen der vertretenen Personen beantragt die Organisation,
complaint-remedy = { $remedy ->
    [investigate] { $law ->
        [uk_gdpr] geeignete Schritte auf diese Beschwerde zu unternehmen und ihren Gegenstand zu untersuchen (§ 165(4) und (5) DPA 2018);
        [fadp] auf diese Anzeige hin eine Untersuchung zu eröffnen (Art. 49 Abs. 1 DSG);
       *[gdpr] sich mit dieser Beschwerde zu befassen und ihren Gegenstand zu untersuchen (Art. 57 Abs. 1 Buchst. f DSGVO);
    }
    [establish] festzustellen, dass gegen die oben genannten Vorschriften verstoßen wurde;
    [comply] { $law ->
        [uk_gdpr] den Verantwortlichen anzuweisen, den Anträgen zu entsprechen (Art. 58 Abs. 2 Buchst. c UK-DSGVO; § 149 DPA 2018);
        [fadp] den Verantwortlichen anzuweisen, den Gesuchen zu entsprechen, insbesondere die verlangten Auskünfte zu erteilen (Art. 51 Abs. 1 und 3 Bst. g DSG);
       *[gdpr] den Verantwortlichen anzuweisen, den Anträgen zu entsprechen (Art. 58 Abs. 2 Buchst. c DSGVO);
    }
    [operations] { $law ->
        [uk_gdpr] den Verantwortlichen anzuweisen, die Bearbeitung von Anträgen innerhalb einer bestimmten Frist in Einklang mit dem Gesetz zu bringen (Art. 58 Abs. 2 Buchst. d UK-DSGVO; § 149 DPA 2018);
        [fadp] anzuordnen, dass Bearbeitungen, die gegen Datenschutzvorschriften verstoßen, angepasst, unterbrochen oder abgebrochen und die Daten gelöscht werden (Art. 51 Abs. 1 DSG);
       *[gdpr] den Verantwortlichen anzuweisen, die Bearbeitung von Anträgen innerhalb einer bestimmten Frist in Einklang mit der Verordnung zu bringen (Art. 58 Abs. 2 Buchst. d DSGVO);
    }
    [sanction] { $law ->
        [uk_gdpr] eine Verwarnung oder einen Bußgeldbescheid zu prüfen (Art. 58 Abs. 2 Buchst. b und i UK-DSGVO; § 155 DPA 2018);
        [fadp] zu prüfen, ob bei der Strafverfolgungsbehörde anzuzeigen ist, was als Straftat nach Art. 60 bis 63 DSG erscheint (Art. 65 Abs. 2 DSG);
       *[gdpr] eine Verwarnung oder eine Geldbuße zu prüfen (Art. 58 Abs. 2 Buchst. b und i, Art. 83 DSGVO);
    }
   *[inform] { $law ->
        [uk_gdpr] die Organisation innerhalb von drei Monaten über Stand und Ergebnis zu unterrichten (§§ 165 und 166 DPA 2018).
        [fadp] die Organisation für die vertretenen Personen über die unternommenen Schritte und das Ergebnis einer Untersuchung zu informieren (Art. 49 Abs. 4 DSG).
       *[gdpr] die Organisation innerhalb von drei Monaten über Stand und Ergebnis zu unterrichten (Art. 77 Abs. 2, Art. 78 Abs. 2 DSGVO).
    }
}

complaint-completeness = { $law ->
    [fadp] Vollständigkeit der Anzeige
   *[gdpr] Vollständigkeit
}
complaint-completeness-text = { $law ->
    [uk_gdpr] Diese Akte enthält, was die Aufsichtsbehörde zur Prüfung der Beschwerde braucht: wer sich beschwert, mit wessen Mandat, gegen wen und worüber.
    [fadp] Diese Akte enthält, was die Aufsichtsbehörde zur Prüfung der Anzeige braucht: wer anzeigt, mit wessen Vollmacht, gegen wen und weshalb.
   *[gdpr] Art. 4 Abs. 1 der Verordnung (EU) 2025/2518 zählt auf, was eine zulässige Beschwerde enthalten muss. All das ist in dieser Akte enthalten.
}
complaint-requirement = Anforderung
complaint-where = Fundstelle
complaint-complete-for = Vollständig für
complaint-slot = { $slot ->
    [complainant] { $law ->
        [fadp] Name und Kontaktdaten der Person, für die Anzeige erstattet wird
       *[gdpr] Name und Kontaktdaten der beschwerdeführenden Person
    }
    [representative] Name, Kontaktdaten und ordnungsgemäße Gründung der Organisation
    [mandate] Nachweis des Mandats
    [controller] Angaben, die den Verantwortlichen erkennen lassen
   *[infringement] Beschreibung des gerügten Verstoßes
}
complaint-slot-place = { $slot ->
    [complainant] Erste Anlage jeder Person
    [representative] { $law ->
        [fadp] Haupttext, Beteiligte und Vollmachten
       *[gdpr] Haupttext, Beteiligte und Beschwerdebefugnis
    }
    [mandate] Erste Anlage jeder Person
    [controller] Haupttext, Beteiligte
   *[infringement] Haupttext, Sachverhalt und gerügte Verstöße; zweite und dritte Anlage
}
complaint-national = Nationale Förmlichkeiten
complaint-national-language = Diese Akte ist in einer Sprache verfasst, die die Aufsichtsbehörde annimmt.

complaint-confidential = Vertrauliche Teile
complaint-confidential-full = { $law ->
    [uk_gdpr] Die folgenden Teile sind vertraulich. Eine zweite Fassung dieser Akte ohne sie liegt bei.
    [fadp] Die folgenden Teile sind vertraulich. Eine zweite Fassung dieser Akte ohne sie liegt bei.
   *[gdpr] Die folgenden Teile sind vertraulich. Eine zweite Fassung dieser Akte ohne sie liegt bei (Art. 25 Abs. 3 der Verordnung (EU) 2025/2518).
}
complaint-confidential-removed = { $law ->
    [uk_gdpr] Die folgenden Teile wurden aus dieser Fassung entfernt. Sie stehen in der vollständigen Fassung, die der Aufsichtsbehörde vorliegt.
    [fadp] Die folgenden Teile wurden aus dieser Fassung entfernt. Sie stehen in der vollständigen Fassung, die der Aufsichtsbehörde vorliegt.
   *[gdpr] Die folgenden Teile wurden aus dieser Fassung entfernt. Sie stehen in der vollständigen Fassung, die der Aufsichtsbehörde vorliegt (Art. 25 Abs. 3 der Verordnung (EU) 2025/2518).
}
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

complaint-annexes-of = { $law ->
    [fadp] Anlagen { $person } zur Anzeige { $reference }
   *[gdpr] Anlagen { $person } zur Beschwerde { $reference }
}
complaint-annex-title = Anlage { $person }-{ $annex }: { $annex ->
    [1] Mandat und Identität
    [2] Anträge, Zugang und Fristen
   *[3] Antworten, Schweigen und Feststellungen
}
complaint-identity = Betroffene Person
complaint-person-name = Name
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
    [complaint] { $law ->
        [uk_gdpr] Beschwerde bei der Aufsichtsbehörde (§ 165 DPA 2018)
        [fadp] Anzeige bei der Aufsichtsbehörde (Art. 49 DSG)
       *[gdpr] Beschwerde bei einer Aufsichtsbehörde (Art. 77 DSGVO)
    }
    [action_against_authority] { $law ->
        [uk_gdpr] Rechtsbehelf gegen die Aufsichtsbehörde (Art. 78 UK-DSGVO; § 166 DPA 2018)
        [fadp] Rechtsmittel gegen eine Aufsichtsbehörde
       *[gdpr] Rechtsbehelf gegen eine Aufsichtsbehörde (Art. 78 DSGVO)
    }
    [action_against_controller] { $law ->
        [uk_gdpr] Rechtsbehelf gegen Verantwortliche oder Auftragsverarbeiter (Art. 79 UK-DSGVO)
        [fadp] Klage gegen Verantwortliche oder Auftragsbearbeiter (Art. 32 DSG)
       *[gdpr] Rechtsbehelf gegen Verantwortliche oder Auftragsverarbeiter (Art. 79 DSGVO)
    }
   *[compensation] { $law ->
        [uk_gdpr] Schadenersatz (Art. 82 UK-DSGVO; § 187(1)(b) DPA 2018)
        [fadp] Schadenersatz (Art. 32 Abs. 2 DSG)
       *[gdpr] Schadenersatz (Art. 82 DSGVO), soweit das nationale Recht es zulässt
    }
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
complaint-register-text = { $law ->
    [fadp] Alle Dateien dieser Anzeige, die Beweismittel oder Anlagen sind, mit Seitenzahl und Hashwert. Eine Datei ist die hier genannte, wenn ihr SHA-256-Hashwert derselbe ist.
   *[gdpr] Alle Dateien dieser Beschwerde, die Beweismittel oder Anlagen sind, mit Seitenzahl und Hashwert. Eine Datei ist die hier genannte, wenn ihr SHA-256-Hashwert derselbe ist.
}
complaint-size = Bytes
