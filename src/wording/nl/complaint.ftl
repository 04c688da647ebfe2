# Het klachtdossier: hoofdtekst, bijlagen, register van bewijsstukken.

complaint-page = Pagina { $page } van { $pages }
complaint-title = { $law ->
    [fadp] Melding
   *[gdpr] Klacht
}
complaint-basis = { $law ->
    [uk_gdpr] op grond van artikel 165 van de Data Protection Act 2018 en artikel 80, lid 1, van de Britse algemene verordening gegevensbescherming
    [fadp] op grond van artikel 49, lid 1, van de Zwitserse federale wet inzake gegevensbescherming
   *[gdpr] op grond van de artikelen 77 en 80, lid 1, van Verordening (EU) 2016/679 (algemene verordening gegevensbescherming)
}
complaint-named = { $law ->
    [fadp] Melding { $reference } over { $controller }
   *[gdpr] Klacht { $reference } tegen { $controller }
}
complaint-version = { $version ->
    [full] Volledige versie. Deze bevat vertrouwelijke delen en persoonsgegevens.
   *[non_confidential] Versie zonder vertrouwelijke delen. Wat is weggelaten, is ter plaatse aangegeven, met de reden.
}
complaint-to = Aan
complaint-by = { $law ->
    [fadp] Gedaan door
   *[gdpr] Ingediend door
}
complaint-for = Namens
complaint-against = Tegen
complaint-reference = Kenmerk
complaint-date = Datum
complaint-persons = { $people ->
    [one] { COUNT($people) } betrokkene
   *[other] { COUNT($people) } betrokkenen
}
complaint-contents = Inhoud

complaint-summary = Samenvatting
complaint-summary-who = { $law ->
    [uk_gdpr] { $organisation } dient deze klacht tegen { $controller } in namens { $people ->
            [one] één betrokkene die daartoe machtiging heeft verleend
           *[other] { COUNT($people) } betrokkenen die daartoe machtiging hebben verleend
        } op grond van artikel 80, lid 1, van de Britse algemene verordening gegevensbescherming (Britse AVG) en artikel 187 van de Data Protection Act 2018 (DPA 2018). De klacht betreft { $requests ->
            [one] één verzoek waarmee
           *[other] { COUNT($requests) } verzoeken waarmee
        } rechten uit de artikelen 15 tot en met 22D Britse AVG zijn uitgeoefend.
    [fadp] { $organisation } doet deze melding over { $controller } namens { $people ->
            [one] één betrokkene die daartoe volmacht heeft gegeven
           *[other] { COUNT($people) } betrokkenen die daartoe volmacht hebben gegeven
        } op grond van artikel 49, lid 1, van de Zwitserse federale wet inzake gegevensbescherming (Zwitserse FADP). De melding betreft { $requests ->
            [one] één verzoek waarmee
           *[other] { COUNT($requests) } verzoeken waarmee
        } rechten uit de artikelen 21, 25, 28, 30 en 32 Zwitserse FADP zijn uitgeoefend.
   *[gdpr] { $organisation } dient deze klacht tegen { $controller } in namens { $people ->
            [one] één betrokkene die daartoe machtiging heeft verleend
           *[other] { COUNT($people) } betrokkenen die daartoe machtiging hebben verleend
        } op grond van artikel 80, lid 1, van de algemene verordening gegevensbescherming (AVG). De klacht betreft { $requests ->
            [one] één verzoek waarmee
           *[other] { COUNT($requests) } verzoeken waarmee
        } rechten uit de artikelen 15 tot en met 22 AVG zijn uitgeoefend.
}
complaint-summary-points = { $points ->
    [one] Er wordt één inbreuk gesteld. Zij is hieronder uiteengezet met de bepaling, het aantal betrokken personen en de data.
   *[other] Er worden { $points } inbreuken gesteld. Zij zijn hieronder uiteengezet met de bepalingen, het aantal betrokken personen en de data.
}
complaint-summary-annexes = Deze hoofdtekst is bewust kort en noemt geen betrokkene. Identiteit, machtiging, verzoeken, termijnen en antwoorden van iedere persoon staan in drie bijlagen onder een kenmerk zoals { $example }.

complaint-parties = Partijen
complaint-represented = Vertegenwoordigde betrokkenen
complaint-represented-text = { $people ->
    [one] De vertegenwoordigde betrokkene heet in dit dossier { $first }. Naam en contactgegevens staan in bijlage { $first }-1.
   *[other] De { COUNT($people) } vertegenwoordigde betrokkenen heten in dit dossier { $first } tot en met { $last }. Naam en contactgegevens van ieder staan in de eerste bijlage van die persoon.
}
complaint-minors = { $count ->
    [one] Eén persoon handelt via een ouder, voogd of andere wettelijke vertegenwoordiger; diens eerste bijlage vermeldt dit.
   *[other] { COUNT($count) } personen handelen via een ouder, voogd of andere wettelijke vertegenwoordiger; de eerste bijlage van ieder vermeldt dit.
}
complaint-organisation = Organisatie die hen vertegenwoordigt
complaint-controller = Verwerkingsverantwoordelijke
complaint-authority = Toezichthoudende autoriteit
complaint-name = Naam
complaint-seat = Gevestigd in
complaint-place = Plaats
complaint-address = Adres
complaint-contacts = Contact
complaint-website = Website

complaint-standing = { $law ->
    [uk_gdpr] Bevoegdheid op grond van artikel 80, lid 1, Britse AVG en artikel 187 DPA 2018
    [fadp] Volmachten van de vertegenwoordigde personen
   *[gdpr] Bevoegdheid op grond van artikel 80, lid 1, AVG
}
complaint-standing-text = { $law ->
    [uk_gdpr] { $organisation } voldoet aan de voorwaarden van artikel 187, leden 3 en 4, DPA 2018, waarnaar artikel 80, lid 1, Britse AVG verwijst, zoals blijkt uit de volgende stukken.
    [fadp] { $organisation } handelt krachtens de volmachten van de vertegenwoordigde personen en maakt geen aanspraak op een eigen bevoegdheid: de Zwitserse FADP kent geen bepaling op grond waarvan een organisatie voor anderen klaagt. De autoriteit opent een onderzoek ambtshalve of na een melding (artikel 49, lid 1, Zwitserse FADP). Uit de volgende stukken blijkt welke organisatie de melding doet.
   *[gdpr] { $organisation } voldoet aan de vier voorwaarden van artikel 80, lid 1, AVG, zoals blijkt uit de volgende stukken.
}
complaint-condition = { $law ->
    [fadp] Eigenschap
   *[gdpr] Voorwaarde
}
complaint-evidence = Bewijsstuk
complaint-dated = Datum
complaint-test = { $test ->
    [not_for_profit] Orgaan, organisatie of vereniging zonder winstoogmerk
    [properly_constituted] { $law ->
        [uk_gdpr] Op geldige wijze opgericht en gebonden door haar statuten of een wettelijk voorschrift
        [fadp] Op geldige wijze volgens het recht van haar zetel opgericht
       *[gdpr] Op geldige wijze volgens het recht van een lidstaat opgericht
    }
    [public_interest_aims] Statutaire doelstellingen van openbaar belang
   *[active_in_data_protection] Actief op het gebied van de bescherming van de rechten en vrijheden van betrokkenen
}
complaint-valid-until = geldig tot en met { DATE($date) }
complaint-no-evidence = niet vastgelegd
complaint-constituted = Opgericht naar het recht van
complaint-national-basis = Nationale bepaling waarop een beroep wordt gedaan
complaint-mandates-text = { $law ->
    [fadp] Iedere vertegenwoordigde persoon heeft de organisatie voor deze melding volmacht gegeven. De volmacht is beschreven in de eerste bijlage van de persoon, met de hash van het document.
   *[gdpr] Iedere vertegenwoordigde persoon heeft de organisatie voor deze klacht gemachtigd. De machtiging is beschreven in de eerste bijlage van de persoon, met de hash van het document.
}

complaint-competence = Bevoegdheid van de autoriteit
complaint-presumed-lead = Gelet op de hoofdvestiging van de verwerkingsverantwoordelijke is als leidende toezichthoudende autoriteit te beschouwen: { $authority } (artikel 56, lid 1, AVG).

complaint-facts = Feiten
complaint-prior-requests = Ieder recht is eerst uitgeoefend met een verzoek aan de verwerkingsverantwoordelijke. De verzoeken zijn beschreven in de tweede bijlage van iedere persoon, met het bewijs van ontvangst.
complaint-right = Recht
complaint-provision = Bepaling
complaint-requests = Verzoeken
complaint-people = Personen
complaint-right-name = { $right ->
    [access] Inzage
    [rectification] Rectificatie
    [erasure] Gegevenswissing
    [restriction] Beperking van de verwerking
    [portability] Overdraagbaarheid van gegevens
    [objection] Bezwaar
   *[automated_decision] Herbeoordeling van een geautomatiseerd besluit
}
complaint-total = Totaal
complaint-standing-on = Op { DATE($date) } is de stand van de verzoeken als volgt.
complaint-received-between = Ontvangen door de verwerkingsverantwoordelijke
complaint-span = { DATE($first) } tot en met { DATE($last) }
complaint-unanswered = Zonder enig antwoord
complaint-refused = Geheel of gedeeltelijk geweigerd
complaint-answered-late = Na de termijn beantwoord
complaint-clocks = { $law ->
    [uk_gdpr] De termijnen zijn berekend volgens de artikelen 12, lid 3, en 12A Britse AVG, naar de kalender van de plaats van de verwerkingsverantwoordelijke, met versie { $rules } van de regels en de kalenders { $calendars }. De tweede bijlage van iedere persoon licht elke stap toe.
    [fadp] De termijnen zijn berekend volgens artikel 25, lid 7, Zwitserse FADP en artikel 18 van de verordening gegevensbescherming (Zwitserse DPO), met versie { $rules } van de regels en de kalenders { $calendars }. Waar de Zwitserse FADP voor een recht geen eigen termijn stelt, is die van het recht van inzage gebruikt. De tweede bijlage van iedere persoon licht elke stap toe.
   *[gdpr] De termijnen zijn berekend volgens artikel 12, lid 3, AVG en Verordening (EEG, Euratom) nr. 1182/71, met versie { $rules } van de regels en de kalenders { $calendars }. De tweede bijlage van iedere persoon licht elke stap toe.
}

complaint-infringements = Gestelde inbreuken
complaint-infringement = Inbreuk
complaint-number = Nr.
complaint-first-last = Eerste en laatste datum
complaint-rule-severity = regel { $rule } · ernst { $severity } van 5
complaint-points-text = Eén regel staat voor één soort inbreuk. De bevindingen waarop deze berust, staan met data en aantallen in de derde bijlage van iedere persoon.
complaint-no-provision = Geen bepaling van dit recht

complaint-law = Recht
complaint-duty = { $duty ->
    [time] { $law ->
        [uk_gdpr] Volgens de artikelen 12, lid 3, en 12A Britse AVG verstrekt de verwerkingsverantwoordelijke de betrokkene onverwijld informatie over het gevolg dat aan het verzoek is gegeven, en in ieder geval binnen een maand na de laatste van drie gebeurtenissen: de ontvangst van het verzoek, die van de informatie die is gevraagd om de identiteit te bevestigen, de betaling van een verschuldigde vergoeding. Die termijn kan met twee maanden worden verlengd wanneer de complexiteit of het aantal van de verzoeken van de betrokkene dat vergt; de betrokkene wordt binnen de eerste maand van de verlenging en de redenen daarvan in kennis gesteld. De ontvangst van een klacht bij de verwerkingsverantwoordelijke wordt binnen 30 dagen bevestigd (artikel 164A DPA 2018).
        [fadp] Volgens artikel 25, lid 7, Zwitserse FADP wordt de informatie in de regel binnen 30 dagen na het verzoek verstrekt. Als dat niet mogelijk is, deelt de verwerkingsverantwoordelijke dat mee, en binnen welke termijn zij volgt (artikel 18, lid 2, Zwitserse DPO).
       *[gdpr] Volgens artikel 12, lid 3, AVG verstrekt de verwerkingsverantwoordelijke de betrokkene onverwijld en in ieder geval binnen een maand na ontvangst informatie over het gevolg dat aan het verzoek is gegeven. Die termijn kan eenmaal met ten hoogste twee maanden worden verlengd wanneer de complexiteit en het aantal van de verzoeken dat vergen; de betrokkene wordt binnen de eerste maand van de verlenging en de redenen daarvan in kennis gesteld.
    }
    [refusal] { $law ->
        [uk_gdpr] Volgens artikel 12, lid 4, Britse AVG deelt de verwerkingsverantwoordelijke die geen gevolg geeft aan het verzoek, de betrokkene onverwijld de redenen mee, en informeert hij hem over de mogelijkheid om een klacht in te dienen bij hemzelf en bij de autoriteit (artikelen 164A en 165 DPA 2018) en beroep bij de rechter in te stellen.
        [fadp] Volgens artikel 26, lid 4, Zwitserse FADP vermeldt de verwerkingsverantwoordelijke waarom hij de informatie weigert, beperkt of uitstelt; hij doet dat binnen de termijn voor het verstrekken ervan (artikel 18, lid 3, Zwitserse DPO).
       *[gdpr] Volgens artikel 12, lid 4, AVG deelt de verwerkingsverantwoordelijke die geen gevolg geeft aan het verzoek, de betrokkene binnen een maand de redenen mee, en informeert hij hem over de mogelijkheid om een klacht in te dienen bij een toezichthoudende autoriteit en beroep bij de rechter in te stellen.
    }
    [identity] { $law ->
        [uk_gdpr] Volgens artikel 12, leden 2 en 6, Britse AVG mag de verwerkingsverantwoordelijke alleen om aanvullende informatie vragen bij redenen om te twijfelen aan de identiteit, en alleen om wat nodig is; volgens de artikelen 11, lid 2, en 12, lid 2, moet hij aantonen dat hij de betrokkene niet kan identificeren. Vragen dienen niet om tijd te winnen.
        [fadp] Volgens artikel 16, lid 5, Zwitserse DPO neemt de verwerkingsverantwoordelijke passende maatregelen om de betrokkene te identificeren, die moet meewerken. Wat hij vraagt, moet evenredig zijn (artikel 6, lid 2, Zwitserse FADP). Vragen dienen niet om tijd te winnen.
       *[gdpr] Volgens artikel 12, leden 2 en 6, AVG mag de verwerkingsverantwoordelijke alleen om aanvullende informatie vragen bij redenen om te twijfelen aan de identiteit, en alleen om wat nodig is; volgens de artikelen 11, lid 2, en 12, lid 2, moet hij aantonen dat hij de betrokkene niet kan identificeren. Vragen dienen niet om tijd te winnen.
    }
    [abuse] { $law ->
        [uk_gdpr] Volgens artikel 12, lid 5, Britse AVG is de uitoefening van deze rechten kosteloos. Het is aan de verwerkingsverantwoordelijke om aan te tonen dat een verzoek kennelijk ongegrond of buitensporig is.
        [fadp] Volgens artikel 25, lid 6, Zwitserse FADP is de informatie kosteloos. Een bijdrage in de kosten kan alleen bij onevenredige inspanning worden gevraagd en wordt vooraf meegedeeld (artikel 19 Zwitserse DPO). Een verzoek kan alleen volgens artikel 26, lid 1, onder c), Zwitserse FADP als kennelijk ongegrond of querulant worden geweigerd.
       *[gdpr] Volgens artikel 12, lid 5, AVG is de uitoefening van deze rechten kosteloos. Het is aan de verwerkingsverantwoordelijke om aan te tonen dat een verzoek kennelijk ongegrond of buitensporig is.
    }
    [content] { $law ->
        [uk_gdpr] Volgens de artikelen 15 tot en met 22D Britse AVG moet het antwoord bevatten wat is gevraagd, in de vorm die de wet voorschrijft. Wat wordt achtergehouden, moet worden genoemd, met de grond die dat toelaat.
        [fadp] Volgens de artikelen 21, 25, 28, 30 en 32 Zwitserse FADP moet het antwoord geven wat is gevraagd, in de vorm die de wet voorschrijft. Wat wordt achtergehouden, moet worden genoemd, met de grond die dat toelaat (voor de informatie: artikel 26 Zwitserse FADP).
       *[gdpr] Volgens de artikelen 15 tot en met 22 AVG moet het antwoord bevatten wat is gevraagd, in de vorm die de verordening voorschrijft. Wat wordt achtergehouden, moet worden genoemd, met de grond die dat toelaat.
    }
    [recipients] { $law ->
        [uk_gdpr] Volgens artikel 19 Britse AVG stelt de verwerkingsverantwoordelijke iedere ontvanger in kennis van elke rectificatie, wissing of beperking, tenzij dit onmogelijk blijkt of onevenredig veel inspanning vergt.
        [fadp] Volgens artikel 32, lid 4, Zwitserse FADP kan worden verlangd dat een rectificatie, een wissing of het verbod van een verwerking aan derden wordt meegedeeld.
       *[gdpr] Volgens artikel 19 AVG stelt de verwerkingsverantwoordelijke iedere ontvanger in kennis van elke rectificatie, wissing of beperking, tenzij dit onmogelijk blijkt of onevenredig veel inspanning vergt.
    }
   *[sanction] { $law ->
        [uk_gdpr] Inbreuken op de artikelen 12 tot en met 22D Britse AVG kunnen met een boete worden bestraft (artikel 83, lid 5, onder b), Britse AVG; artikelen 155 en 157 DPA 2018).
        [fadp] Bij schending van bepalingen inzake gegevensbescherming kan de autoriteit de maatregelen van artikel 51 Zwitserse FADP gelasten. Boetes legt zij niet op: strafbare feiten volgens de artikelen 60 tot en met 63 Zwitserse FADP worden door de kantons vervolgd (artikel 65 Zwitserse FADP).
       *[gdpr] Op inbreuken op de artikelen 12 tot en met 22 AVG staan de administratieve geldboeten van artikel 83, lid 5, onder b), AVG.
    }
}

complaint-remedies = Wat de autoriteit wordt gevraagd
complaint-remedies-text = Namens de vertegenwoordigde personen verzoekt de organisatie de autoriteit:
complaint-remedy = { $remedy ->
    [investigate] { $law ->
        [uk_gdpr] naar aanleiding van deze klacht passende stappen te nemen en de inhoud ervan te onderzoeken (artikel 165, leden 4 en 5, DPA 2018);
        [fadp] naar aanleiding van deze melding een onderzoek te openen (artikel 49, lid 1, Zwitserse FADP);
       *[gdpr] deze klacht te behandelen en de inhoud ervan te onderzoeken (artikel 57, lid 1, onder f), AVG);
    }
    [establish] vast te stellen dat op de genoemde bepalingen inbreuk is gemaakt;
    [comply] { $law ->
        [uk_gdpr] de verwerkingsverantwoordelijke te gelasten de verzoeken in te willigen (artikel 58, lid 2, onder c), Britse AVG; artikel 149 DPA 2018);
        [fadp] de verwerkingsverantwoordelijke te gelasten de verzoeken in te willigen, in het bijzonder de gevraagde informatie te verstrekken (artikel 51, leden 1 en 3, onder g), Zwitserse FADP);
       *[gdpr] de verwerkingsverantwoordelijke te gelasten de verzoeken in te willigen (artikel 58, lid 2, onder c), AVG);
    }
    [operations] { $law ->
        [uk_gdpr] de verwerkingsverantwoordelijke te gelasten de behandeling van verzoeken binnen een bepaalde termijn in overeenstemming met de wet te brengen (artikel 58, lid 2, onder d), Britse AVG; artikel 149 DPA 2018);
        [fadp] te gelasten dat verwerkingen in strijd met bepalingen inzake gegevensbescherming worden aangepast, onderbroken of beëindigd en dat de gegevens worden gewist (artikel 51, lid 1, Zwitserse FADP);
       *[gdpr] de verwerkingsverantwoordelijke te gelasten de behandeling van verzoeken binnen een bepaalde termijn in overeenstemming met de verordening te brengen (artikel 58, lid 2, onder d), AVG);
    }
    [sanction] { $law ->
        [uk_gdpr] een berisping of een boete te overwegen (artikel 58, lid 2, onder b) en i), Britse AVG; artikel 155 DPA 2018);
        [fadp] te overwegen bij de vervolgende instantie aangifte te doen van wat een strafbaar feit volgens de artikelen 60 tot en met 63 Zwitserse FADP lijkt (artikel 65, lid 2, Zwitserse FADP);
       *[gdpr] een berisping of een administratieve geldboete te overwegen (artikel 58, lid 2, onder b) en i), en artikel 83 AVG);
    }
   *[inform] { $law ->
        [uk_gdpr] de organisatie binnen drie maanden te informeren over de voortgang en het resultaat (artikelen 165 en 166 DPA 2018).
        [fadp] de organisatie, voor de vertegenwoordigde personen, te informeren over de genomen stappen en het resultaat van een onderzoek (artikel 49, lid 4, Zwitserse FADP).
       *[gdpr] de organisatie binnen drie maanden te informeren over de voortgang en het resultaat (artikel 77, lid 2, en artikel 78, lid 2, AVG).
    }
}

complaint-completeness = { $law ->
    [fadp] Volledigheid van de melding
   *[gdpr] Volledigheid
}
complaint-completeness-text = { $law ->
    [uk_gdpr] Dit dossier bevat wat de autoriteit nodig heeft om de klacht te onderzoeken: wie klaagt, met wiens machtiging, tegen wie en waarover.
    [fadp] Dit dossier bevat wat de autoriteit nodig heeft om de melding te onderzoeken: wie meldt, met wiens volmacht, over wie en waarover.
   *[gdpr] Artikel 4, lid 1, van Verordening (EU) 2025/2518 somt op wat een klacht moet bevatten om ontvankelijk te zijn. Dat alles staat in dit dossier.
}
complaint-requirement = Vereiste
complaint-where = Waar
complaint-complete-for = Volledig voor
complaint-slot = { $slot ->
    [complainant] { $law ->
        [fadp] Naam en contactgegevens van de persoon namens wie wordt gemeld
       *[gdpr] Naam en contactgegevens van de klager
    }
    [representative] Naam, contactgegevens en geldige oprichting van de organisatie
    [mandate] Bewijs van de machtiging
    [controller] Gegevens die de verwerkingsverantwoordelijke helpen identificeren
   *[infringement] Beschrijving van de gestelde inbreuk
}
complaint-slot-place = { $slot ->
    [complainant] Eerste bijlage van iedere persoon
    [representative] { $law ->
        [fadp] Hoofdtekst, partijen en volmachten
       *[gdpr] Hoofdtekst, partijen en bevoegdheid
    }
    [mandate] Eerste bijlage van iedere persoon
    [controller] Hoofdtekst, partijen
   *[infringement] Hoofdtekst, feiten en gestelde inbreuken; tweede en derde bijlage
}
complaint-national = Nationale vormvereisten
complaint-national-language = Dit dossier is geschreven in een taal die de autoriteit aanvaardt.

complaint-confidential = Vertrouwelijke delen
complaint-confidential-full = { $law ->
    [uk_gdpr] De volgende delen zijn vertrouwelijk. Een tweede versie van dit dossier zonder die delen is bijgevoegd.
    [fadp] De volgende delen zijn vertrouwelijk. Een tweede versie van dit dossier zonder die delen is bijgevoegd.
   *[gdpr] De volgende delen zijn vertrouwelijk. Een tweede versie van dit dossier zonder die delen is bijgevoegd (artikel 25, lid 3, van Verordening (EU) 2025/2518).
}
complaint-confidential-removed = { $law ->
    [uk_gdpr] De volgende delen zijn uit deze versie weggelaten. Zij staan in de volledige versie, die bij de autoriteit berust.
    [fadp] De volgende delen zijn uit deze versie weggelaten. Zij staan in de volledige versie, die bij de autoriteit berust.
   *[gdpr] De volgende delen zijn uit deze versie weggelaten. Zij staan in de volledige versie, die bij de autoriteit berust (artikel 25, lid 3, van Verordening (EU) 2025/2518).
}
complaint-part = Deel
complaint-reason = Reden
complaint-part-persons = Namen, contactgegevens en kenmerken van de betrokkenen, inhoud van hun verzoeken en van de antwoorden, machtigingsdocumenten (bijlagen)
complaint-reason-persons = Persoonsgegevens die niet nodig zijn om op de verwijten te antwoorden
complaint-passage = Passage { $number } van ‘{ $section }’

complaint-annexes = Bijlagen
complaint-annexes-text = Bij iedere persoon horen drie bijlagen in één bestand, genummerd met het kenmerk van de persoon. Het register van bewijsstukken noemt elk bestand met het aantal pagina’s en de SHA-256-hash.
complaint-annex = Bijlage
complaint-content = Inhoud
complaint-annex-content = { $annex ->
    [1] Machtiging en identiteit
    [2] Verzoeken, ontvangst en termijnen
   *[3] Antwoorden, stilzwijgen en bevindingen
}
complaint-register-volumes = { $volumes ->
    [one] Register van bewijsstukken, één deel
   *[other] Register van bewijsstukken, { $volumes } delen
}
complaint-machine-readable = Dezelfde feiten in machineleesbare vorm (JSON)
complaint-manifest = Ondertekende lijst van alle bestanden met hun hashes

complaint-signed = { $town }, { DATE($date) }
complaint-signed-on = { DATE($date) }
complaint-signed-for = Voor { $organisation }

complaint-annexes-of = { $law ->
    [fadp] Bijlagen { $person } bij melding { $reference }
   *[gdpr] Bijlagen { $person } bij klacht { $reference }
}
complaint-annex-title = Bijlage { $person }-{ $annex }: { $annex ->
    [1] machtiging en identiteit
    [2] verzoeken, ontvangst en termijnen
   *[3] antwoorden, stilzwijgen en bevindingen
}
complaint-identity = Betrokkene
complaint-person-name = Naam
complaint-contact = { $kind ->
    [address] Postadres
    [email] E-mail
   *[phone] Telefoon
}
complaint-identifier = { $element ->
    [name] Bij de verwerkingsverantwoordelijke bekende naam
    [email] Bij de verwerkingsverantwoordelijke bekend e-mailadres
    [birth_date] Geboortedatum
    [address] Bij de verwerkingsverantwoordelijke bekend adres
    [phone] Bij de verwerkingsverantwoordelijke bekend telefoonnummer
    [customer_number] Klantnummer
   *[other] Ander kenmerk
}
complaint-identifiers = Bij de verwerkingsverantwoordelijke bekend door
complaint-mandate = Machtiging
complaint-credential = Controleerbaar bewijs
complaint-signed-date = Ondertekend op
complaint-valid-from = Geldig vanaf
complaint-valid-to = Geldig tot en met
complaint-no-end = zonder einddatum
complaint-rights-granted = Rechten die eronder vallen
complaint-acts-granted = Handelingen die eronder vallen
complaint-act = { $act ->
    [complaint] { $law ->
        [uk_gdpr] klacht bij de toezichthoudende autoriteit (artikel 165 DPA 2018)
        [fadp] melding bij de toezichthoudende autoriteit (artikel 49 Zwitserse FADP)
       *[gdpr] klacht bij een toezichthoudende autoriteit (artikel 77 AVG)
    }
    [action_against_authority] { $law ->
        [uk_gdpr] beroep tegen de toezichthoudende autoriteit (artikel 78 Britse AVG; artikel 166 DPA 2018)
        [fadp] beroep tegen een toezichthoudende autoriteit
       *[gdpr] beroep tegen een toezichthoudende autoriteit (artikel 78 AVG)
    }
    [action_against_controller] { $law ->
        [uk_gdpr] vordering tegen een verwerkingsverantwoordelijke of verwerker (artikel 79 Britse AVG)
        [fadp] vordering tegen een verwerkingsverantwoordelijke of verwerker (artikel 32 Zwitserse FADP)
       *[gdpr] vordering tegen een verwerkingsverantwoordelijke of verwerker (artikel 79 AVG)
    }
   *[compensation] { $law ->
        [uk_gdpr] schadevergoeding (artikel 82 Britse AVG; artikel 187, lid 1, onder b), DPA 2018)
        [fadp] schadevergoeding (artikel 32, lid 2, Zwitserse FADP)
       *[gdpr] schadevergoeding (artikel 82 AVG), voor zover het nationale recht dat toelaat
    }
}
complaint-scope = Omvang en doel
complaint-given-as = Wijze van verlening
complaint-evidence-kind = { $kind ->
    [signed_paper] Met de hand ondertekend papier, gescand
    [qualified_signature] Gekwalificeerde elektronische handtekening
    [electronic_signature] Geavanceerde of gewone elektronische handtekening
    [authenticated_acceptance] Aanvaard na inloggen bij de dienst van de organisatie
    [membership_record] Door de organisatie vastgelegd bij aanmelding
   *[legal_representative] Verleend door een wettelijke vertegenwoordiger
}
complaint-document = Document
complaint-hash = SHA-256
complaint-by-representative = De machtiging is verleend door een ouder, voogd of andere wettelijke vertegenwoordiger van deze persoon.

complaint-request = { $right ->
    [access] Verzoek om inzage
    [rectification] Verzoek om rectificatie
    [erasure] Verzoek om gegevenswissing
    [restriction] Verzoek om beperking van de verwerking
    [portability] Verzoek om overdracht van gegevens
    [objection] Bezwaar tegen de verwerking
   *[automated_decision] Verzoek om herbeoordeling van een geautomatiseerd besluit
}, { $reference }
complaint-filed = Vastgelegd op
complaint-sent = Verzonden op
complaint-not-sent = niet verzonden
complaint-received = Ontvangen op
complaint-not-received = geen ontvangst vastgelegd
complaint-receipt = Bewijs van ontvangst
complaint-receipt-kind = { $kind ->
    [controller_acknowledgement] Ontvangstbevestiging van de verwerkingsverantwoordelijke
    [registered_delivery] Aangetekende post of gekwalificeerde elektronische bezorging
    [delivery_confirmation] Afleverbevestiging van een server of portaal
    [controller_statement] Latere verklaring of handeling van de verwerkingsverantwoordelijke
   *[presumption] Vermoeden op grond van de verzending
}
complaint-asked = Wat is gevraagd
complaint-deadline = Termijn
complaint-no-deadline = Voor dit verzoek loopt geen termijn.
complaint-step = Stap
complaint-rule = Regel
complaint-editions = Berekend met regels { $rules } en kalender { $calendar }. De regels zijn die van de juridische specificatie van Recourse, die van elke regel de bron noemt.

complaint-answers = Antwoorden
complaint-silence = Op { DATE($date) }, de dag van dit dossier, had de verwerkingsverantwoordelijke over dit verzoek niets gestuurd.
complaint-response = { $kind ->
    [full] Volledig antwoord
    [partial] Gedeeltelijk antwoord
    [refused] Weigering
    [no_data] Antwoord dat er geen gegevens zijn
    [cannot_identify] Verklaring dat de persoon niet kan worden geïdentificeerd
    [redirected] Verwijzing naar een andere verwerkingsverantwoordelijke
    [fee_demand] Verlangde vergoeding
    [extension] Mededeling van verlenging
    [identity_question] Vraag over de identiteit
    [scope_question] Vraag over de omvang
    [acknowledgement] Ontvangstbevestiging
   *[other] Ander bericht
} van { DATE($on) }
complaint-via = Ontvangen via
complaint-via-name = { $via ->
    [callback] Ondertekend bericht van het systeem van de verwerkingsverantwoordelijke
    [api] Invoer van de verwerkingsverantwoordelijke in de interface
    [bulk] Verzamelantwoord van de verwerkingsverantwoordelijke
   *[manual] Brief, e-mail of telefoon, vastgelegd door de organisatie
}
complaint-late = { $days ->
    [one] Eén dag na de termijn
   *[other] { $days } dagen na de termijn
}
complaint-lateness = Vertraging
complaint-says = Inhoud
complaint-files = Bestanden
complaint-file = Bestand
complaint-pages = Pagina’s
complaint-findings = Bevindingen
complaint-no-findings = Bij dit verzoek is geen inbreuk vastgesteld.

complaint-withheld = { $what ->
    [name] Naam weggelaten
    [contacts] Contactgegevens weggelaten
    [identifiers] Kenmerken weggelaten
    [credential] Bewijs weggelaten
    [mandate_scope] Omvang van de machtiging weggelaten
    [mandate_document] Machtigingsdocument weggelaten
    [asked] Inhoud van het verzoek weggelaten
    [response_content] Inhoud van het antwoord weggelaten
    [files] Bestanden weggelaten
   *[other] Deel weggelaten
}: persoonsgegevens die niet nodig zijn om op de verwijten te antwoorden
complaint-marked = Vertrouwelijk: { $reason }
complaint-withheld-because = Als vertrouwelijk weggelaten: { $reason }

complaint-register = Register van bewijsstukken
complaint-volume = Deel { $volume } van { $volumes }
complaint-register-text = { $law ->
    [fadp] Alle bestanden van deze melding die bewijsstuk of bijlage zijn, met het aantal pagina’s en de hash. Een bestand is het genoemde als de SHA-256-hash dezelfde is.
   *[gdpr] Alle bestanden van deze klacht die bewijsstuk of bijlage zijn, met het aantal pagina’s en de hash. Een bestand is het genoemde als de SHA-256-hash dezelfde is.
}
complaint-size = Bytes
