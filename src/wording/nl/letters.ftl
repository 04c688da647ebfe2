# What letters are filled with: words of closed lists as they stand in a list or after a colon, and the labels of a letter.

access-item-confirmation = bevestiging of er gegevens over de betrokkene worden verwerkt
access-item-data = de persoonsgegevens zelf
access-item-purposes = de verwerkingsdoeleinden (artikel 15, lid 1, onder a))
access-item-categories = de betrokken categorieën van persoonsgegevens (artikel 15, lid 1, onder b))
access-item-recipients = de ontvangers of categorieën van ontvangers (artikel 15, lid 1, onder c))
access-item-named_recipients = iedere ontvanger met naam (artikel 15, lid 1, onder c); Hof van Justitie, C-154/21)
access-item-storage_period = de bewaartermijn of de criteria om die te bepalen (artikel 15, lid 1, onder d))
access-item-rights = het bestaan van de rechten op rectificatie, wissing, beperking en bezwaar (artikel 15, lid 1, onder e))
access-item-right_to_complain = het recht om een klacht in te dienen bij een toezichthoudende autoriteit (artikel 15, lid 1, onder f))
access-item-source = alle beschikbare informatie over de bron van de gegevens (artikel 15, lid 1, onder g))
access-item-automated_decisions = het bestaan van geautomatiseerde besluitvorming, met inbegrip van profilering, met nuttige informatie over de onderliggende logica en de gevolgen (artikel 15, lid 1, onder h))
access-item-transfer_safeguards = de passende waarborgen bij doorgifte aan derde landen (artikel 15, lid 2)

access-format-electronic = in een gangbare elektronische vorm die kan worden gedownload
access-format-paper = op papier
access-format-machine_readable = in een gestructureerd, machineleesbaar bestand

portable-format-json = JSON
portable-format-csv = CSV
portable-format-xml = XML

erasure-ground-no_longer_needed = de gegevens zijn niet langer nodig voor de doeleinden waarvoor zij zijn verzameld of anderszins verwerkt (artikel 17, lid 1, onder a))
erasure-ground-consent_withdrawn = de toestemming is ingetrokken en er is geen andere rechtsgrond voor de verwerking (artikel 17, lid 1, onder b))
erasure-ground-objection = de betrokkene maakt op grond van artikel 21 bezwaar tegen de verwerking (artikel 17, lid 1, onder c))
erasure-ground-unlawful = de gegevens zijn onrechtmatig verwerkt (artikel 17, lid 1, onder d))
erasure-ground-legal_obligation = de gegevens moeten worden gewist om te voldoen aan een wettelijke verplichting (artikel 17, lid 1, onder e))
erasure-ground-child_service = de gegevens zijn verzameld in verband met een dienst van de informatiemaatschappij die aan een kind is aangeboden (artikel 17, lid 1, onder f))

restriction-ground-accuracy_contested = de juistheid van de gegevens wordt betwist, gedurende de periode die nodig is om die te controleren (artikel 18, lid 1, onder a))
restriction-ground-unlawful = de verwerking is onrechtmatig en de betrokkene verzoekt om beperking in plaats van wissing (artikel 18, lid 1, onder b))
restriction-ground-needed_for_claims = de verwerkingsverantwoordelijke heeft de gegevens niet meer nodig, maar de betrokkene wel voor een rechtsvordering (artikel 18, lid 1, onder c))
restriction-ground-objection_pending = op een bezwaar op grond van artikel 21, lid 1, is nog niet beslist (artikel 18, lid 1, onder d))

decision-wish-human_review = dat een mens het besluit opnieuw beoordeelt
decision-wish-express_view = dat het standpunt van de betrokkene wordt gehoord
decision-wish-contest = dat het besluit, dat wordt aangevochten, wordt heroverwogen

identity-name = Naam
identity-email = E-mailadres
identity-birth_date = Geboortedatum
identity-address = Postadres
identity-phone = Telefoonnummer
identity-customer_number = Klantnummer
identity-other = Overige gegevens

right-access = recht van inzage
right-rectification = recht op rectificatie
right-erasure = recht op gegevenswissing
right-restriction = recht op beperking van de verwerking
right-portability = recht op overdraagbaarheid van gegevens
right-objection = recht van bezwaar
right-automated_decision = recht om niet aan geautomatiseerde besluiten te worden onderworpen

letter-reference = Ons kenmerk
letter-mandate = Volmacht
letter-verification = Te controleren op
# %1 is the number of the page, %2 that of the last.
letter-page = Pagina %1 van %2
# %1 is what something is, %2 its value.
letter-line = %1: %2
letter-details = Gegevens van deze brief
mandate-of = { $id } van { DATE($day) }
