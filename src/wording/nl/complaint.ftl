# Het klachtdossier: hoofdtekst, bijlagen, register van bewijsstukken.

complaint-page = Pagina { $page } van { $pages }
complaint-title = Klacht
complaint-basis = op grond van de artikelen 77 en 80, lid 1, van Verordening (EU) 2016/679 (algemene verordening gegevensbescherming)
complaint-named = Klacht { $reference } tegen { $controller }
complaint-version = { $version ->
    [full] Volledige versie. Deze bevat vertrouwelijke delen en persoonsgegevens.
   *[non_confidential] Versie zonder vertrouwelijke delen. Wat is weggelaten, is ter plaatse aangegeven, met de reden.
}
complaint-to = Aan
complaint-by = Ingediend door
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
complaint-summary-who = { $organisation } dient deze klacht tegen { $controller } in namens { $people ->
        [one] één betrokkene die daartoe machtiging heeft verleend
       *[other] { COUNT($people) } betrokkenen die daartoe machtiging hebben verleend
    } op grond van artikel 80, lid 1, van de algemene verordening gegevensbescherming (AVG). De klacht betreft { $requests ->
        [one] één verzoek waarmee
       *[other] { COUNT($requests) } verzoeken waarmee
    } rechten uit de artikelen 15 tot en met 22 AVG zijn uitgeoefend.
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

complaint-standing = Bevoegdheid op grond van artikel 80, lid 1, AVG
complaint-standing-text = { $organisation } voldoet aan de vier voorwaarden van artikel 80, lid 1, AVG, zoals blijkt uit de volgende stukken.
complaint-condition = Voorwaarde
complaint-evidence = Bewijsstuk
complaint-dated = Datum
complaint-test = { $test ->
    [not_for_profit] Orgaan, organisatie of vereniging zonder winstoogmerk
    [properly_constituted] Op geldige wijze volgens het recht van een lidstaat opgericht
    [public_interest_aims] Statutaire doelstellingen van openbaar belang
   *[active_in_data_protection] Actief op het gebied van de bescherming van de rechten en vrijheden van betrokkenen
}
complaint-valid-until = geldig tot en met { DATE($date) }
complaint-no-evidence = niet vastgelegd
complaint-constituted = Opgericht naar het recht van
complaint-national-basis = Nationale bepaling waarop een beroep wordt gedaan
complaint-mandates-text = Iedere vertegenwoordigde persoon heeft de organisatie voor deze klacht gemachtigd. De machtiging is beschreven in de eerste bijlage van de persoon, met de hash van het document.

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
complaint-clocks = De termijnen zijn berekend volgens artikel 12, lid 3, AVG en Verordening (EEG, Euratom) nr. 1182/71, met versie { $rules } van de regels en de kalenders { $calendars }. De tweede bijlage van iedere persoon licht elke stap toe.

complaint-infringements = Gestelde inbreuken
complaint-infringement = Inbreuk
complaint-number = Nr.
complaint-first-last = Eerste en laatste datum
complaint-rule-severity = regel { $rule } · ernst { $severity } van 5
complaint-points-text = Eén regel staat voor één soort inbreuk. De bevindingen waarop deze berust, staan met data en aantallen in de derde bijlage van iedere persoon.

complaint-law = Recht
complaint-duty = { $duty ->
    [time] Volgens artikel 12, lid 3, AVG verstrekt de verwerkingsverantwoordelijke de betrokkene onverwijld en in ieder geval binnen een maand na ontvangst informatie over het gevolg dat aan het verzoek is gegeven. Die termijn kan eenmaal met ten hoogste twee maanden worden verlengd wanneer de complexiteit en het aantal van de verzoeken dat vergen; de betrokkene wordt binnen de eerste maand van de verlenging en de redenen daarvan in kennis gesteld.
    [refusal] Volgens artikel 12, lid 4, AVG deelt de verwerkingsverantwoordelijke die geen gevolg geeft aan het verzoek, de betrokkene binnen een maand de redenen mee, en informeert hij hem over de mogelijkheid om een klacht in te dienen bij een toezichthoudende autoriteit en beroep bij de rechter in te stellen.
    [identity] Volgens artikel 12, leden 2 en 6, AVG mag de verwerkingsverantwoordelijke alleen om aanvullende informatie vragen bij redenen om te twijfelen aan de identiteit, en alleen om wat nodig is; volgens de artikelen 11, lid 2, en 12, lid 2, moet hij aantonen dat hij de betrokkene niet kan identificeren. Vragen dienen niet om tijd te winnen.
    [abuse] Volgens artikel 12, lid 5, AVG is de uitoefening van deze rechten kosteloos. Het is aan de verwerkingsverantwoordelijke om aan te tonen dat een verzoek kennelijk ongegrond of buitensporig is.
    [content] Volgens de artikelen 15 tot en met 22 AVG moet het antwoord bevatten wat is gevraagd, in de vorm die de verordening voorschrijft. Wat wordt achtergehouden, moet worden genoemd, met de grond die dat toelaat.
    [recipients] Volgens artikel 19 AVG stelt de verwerkingsverantwoordelijke iedere ontvanger in kennis van elke rectificatie, wissing of beperking, tenzij dit onmogelijk blijkt of onevenredig veel inspanning vergt.
   *[sanction] Op inbreuken op de artikelen 12 tot en met 22 AVG staan de administratieve geldboeten van artikel 83, lid 5, onder b), AVG.
}

complaint-remedies = Wat de autoriteit wordt gevraagd
complaint-remedies-text = Namens de vertegenwoordigde personen verzoekt de organisatie de autoriteit:
complaint-remedy = { $remedy ->
    [investigate] deze klacht te behandelen en de inhoud ervan te onderzoeken (artikel 57, lid 1, onder f), AVG);
    [establish] vast te stellen dat op de genoemde bepalingen inbreuk is gemaakt;
    [comply] de verwerkingsverantwoordelijke te gelasten de verzoeken in te willigen (artikel 58, lid 2, onder c), AVG);
    [operations] de verwerkingsverantwoordelijke te gelasten de behandeling van verzoeken binnen een bepaalde termijn in overeenstemming met de verordening te brengen (artikel 58, lid 2, onder d), AVG);
    [sanction] een berisping of een administratieve geldboete te overwegen (artikel 58, lid 2, onder b) en i), en artikel 83 AVG);
   *[inform] de organisatie binnen drie maanden te informeren over de voortgang en het resultaat (artikel 77, lid 2, en artikel 78, lid 2, AVG).
}

complaint-completeness = Volledigheid
complaint-completeness-text = Artikel 4, lid 1, van Verordening (EU) 2025/2518 somt op wat een klacht moet bevatten om ontvankelijk te zijn. Dat alles staat in dit dossier.
complaint-requirement = Vereiste
complaint-where = Waar
complaint-complete-for = Volledig voor
complaint-slot = { $slot ->
    [complainant] Naam en contactgegevens van de klager
    [representative] Naam, contactgegevens en geldige oprichting van de organisatie
    [mandate] Bewijs van de machtiging
    [controller] Gegevens die de verwerkingsverantwoordelijke helpen identificeren
   *[infringement] Beschrijving van de gestelde inbreuk
}
complaint-slot-place = { $slot ->
    [complainant] Eerste bijlage van iedere persoon
    [representative] Hoofdtekst, partijen en bevoegdheid
    [mandate] Eerste bijlage van iedere persoon
    [controller] Hoofdtekst, partijen
   *[infringement] Hoofdtekst, feiten en gestelde inbreuken; tweede en derde bijlage
}
complaint-national = Nationale vormvereisten

complaint-confidential = Vertrouwelijke delen
complaint-confidential-full = De volgende delen zijn vertrouwelijk. Een tweede versie van dit dossier zonder die delen is bijgevoegd (artikel 25, lid 3, van Verordening (EU) 2025/2518).
complaint-confidential-removed = De volgende delen zijn uit deze versie weggelaten. Zij staan in de volledige versie, die bij de autoriteit berust (artikel 25, lid 3, van Verordening (EU) 2025/2518).
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

complaint-annexes-of = Bijlagen { $person } bij klacht { $reference }
complaint-annex-title = Bijlage { $person }-{ $annex }: { $annex ->
    [1] machtiging en identiteit
    [2] verzoeken, ontvangst en termijnen
   *[3] antwoorden, stilzwijgen en bevindingen
}
complaint-identity = Betrokkene
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
    [complaint] klacht bij een toezichthoudende autoriteit (artikel 77 AVG)
    [action_against_authority] beroep tegen een toezichthoudende autoriteit (artikel 78 AVG)
    [action_against_controller] vordering tegen een verwerkingsverantwoordelijke of verwerker (artikel 79 AVG)
   *[compensation] schadevergoeding (artikel 82 AVG), voor zover het nationale recht dat toelaat
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
complaint-register-text = Alle bestanden van deze klacht die bewijsstuk of bijlage zijn, met het aantal pagina’s en de hash. Een bestand is het genoemde als de SHA-256-hash dezelfde is.
complaint-size = Bytes
