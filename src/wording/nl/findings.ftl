# Bevindingen. De waarde noemt data en getallen; `.title` is kort.

finding-silent_first_deadline = Uiterlijk op { WEEKDAY($due) } { DATE($due) }, de laatste dag van de termijn, is er geen antwoord en geen geldige verlenging gekomen.
    .title = Geen antwoord en geen geldige verlenging binnen de eerste termijn

finding-silent_final_deadline = Uiterlijk op { WEEKDAY($due) } { DATE($due) }, de laatste dag van de verlengde termijn, is er geen antwoord gekomen.
    .title = Geen antwoord aan het einde van de verlengde termijn

finding-late = Het antwoord kwam op { DATE($on) }, { $days_late ->
        [one] één dag
       *[other] { $days_late } dagen
    } na { DATE($due) }, de laatste dag van de termijn.
    .title = Het antwoord kwam na afloop van de termijn

finding-refusal_late = De weigering kwam op { DATE($on) }, { $days_late ->
        [one] één dag
       *[other] { $days_late } dagen
    } na { DATE($due) }, de laatste dag om te weigeren. Geen verlenging verschuift die dag.
    .title = De weigering kwam na afloop van de eerste termijn

finding-extension_late = De verlenging is op { DATE($on) } meegedeeld, na { DATE($due) }, de laatste dag daarvoor. Zij heeft geen gevolg.
    .title = De verlenging is na de eerste termijn meegedeeld

finding-extension_without_reasons = De op { DATE($on) } meegedeelde verlenging is niet gemotiveerd. Zij heeft geen gevolg.
    .title = De verlenging is zonder redenen meegedeeld

finding-extension_repeated = Op { DATE($on) } is een tweede verlenging meegedeeld, hoewel de termijn maar één keer kan worden verlengd.
    .title = Er is een tweede verlenging meegedeeld

finding-extension_too_long = Op { DATE($on) } is een verlenging met { $months } maanden meegedeeld. Ten hoogste twee zijn toegestaan.
    .title = Er is een verlenging van meer dan twee maanden meegedeeld

finding-extension_ground_invalid = De verlenging van { DATE($on) } berust alleen op de moeite of op de omvang van de organisatie. Dat rechtvaardigt op zich geen verlenging.
    .title = De genoemde gronden rechtvaardigen op zich geen verlenging

finding-question_not_prompt = De verwerkingsverantwoordelijke vroeg op { DATE($on) } terug. Een tijdige vraag was uiterlijk op { DATE($due) } gekomen.
    .title = De verwerkingsverantwoordelijke vroeg te laat terug om de termijn te laten stilstaan

finding-disproportionate_identity_demand = Op { DATE($on) } vroeg de verwerkingsverantwoordelijke om een onevenredig bewijs van identiteit, zonder twijfel te noemen of terwijl de identiteit al vaststond.
    .title = De verwerkingsverantwoordelijke vroeg meer bewijs van identiteit dan nodig

finding-scope_question_without_need = Op { DATE($on) } vroeg de verwerkingsverantwoordelijke het verzoek te preciseren zonder te zeggen dat hij een grote hoeveelheid gegevens verwerkt, of bij een ander recht dan inzage.
    .title = De verwerkingsverantwoordelijke vroeg het verzoek te beperken zonder een grote hoeveelheid gegevens te verwerken

finding-no_reasons = De gehele of gedeeltelijke weigering van { DATE($on) } vermeldt niet voor elk deel de redenen.
    .title = De weigering is niet gemotiveerd

finding-no_complaint_information = De weigering van { DATE($on) } noemt niet de mogelijkheid om een klacht in te dienen bij een toezichthoudende autoriteit.
    .title = De weigering noemt het recht om een klacht in te dienen niet

finding-no_court_information = De weigering van { DATE($on) } noemt niet de mogelijkheid om beroep bij de rechter in te stellen.
    .title = De weigering noemt het beroep bij de rechter niet

finding-abuse_not_shown = Op { DATE($on) } noemde de verwerkingsverantwoordelijke het verzoek kennelijk ongegrond of buitensporig zonder feiten te geven. De bewijslast ligt bij hem.
    .title = Het verzoek wordt zonder bewijs ongegrond of buitensporig genoemd

finding-ground_not_available = De weigering van { DATE($on) } berust op een grond die de wet voor dit recht niet kent.
    .title = De genoemde grond bestaat niet voor dit recht

finding-absolute_right_refused = Op { DATE($on) } heeft de verwerkingsverantwoordelijke een bezwaar tegen direct marketing geweigerd, hoewel daar niets tegen kan worden ingebracht.
    .title = Een bezwaar tegen direct marketing is geweigerd

finding-safeguards_refused = Op { DATE($on) } weigerde de verwerkingsverantwoordelijke waarborgen tegen een geautomatiseerd besluit met een beroep op een overeenkomst of toestemming. Juist dan bestaat recht op menselijke tussenkomst, op het kenbaar maken van het eigen standpunt en op aanvechting van het besluit.
    .title = Een verschuldigde menselijke tussenkomst is geweigerd

finding-identification_not_demonstrated = Op { DATE($on) } zei de verwerkingsverantwoordelijke dat hij de persoon niet kan identificeren, zonder dat aan te tonen.
    .title = De verwerkingsverantwoordelijke toont niet aan dat hij de persoon niet kan identificeren

finding-items_missing = Het antwoord van { DATE($on) } bevat niet alles wat is gevraagd, en zegt niet waarom.
    .title = In het antwoord ontbreekt iets dat is gevraagd

finding-copy_missing = Het antwoord van { DATE($on) } somt op wat het geeft, en de gevraagde kopie van de gegevens hoort daar niet bij.
    .title = Er is om een kopie gevraagd en die is niet gegeven

finding-paper_instead_of_electronic = Het antwoord van { DATE($on) } kwam op papier, terwijl om een gangbare elektronische vorm was gevraagd.
    .title = Het antwoord kwam op papier terwijl om een elektronische vorm was gevraagd

finding-format_not_portable = De op { DATE($on) } verstrekte gegevens staan niet in een gestructureerde, gangbare en machineleesbare vorm.
    .title = Het bestand is niet gestructureerd, gangbaar en machineleesbaar

finding-recipients_not_told = Op { DATE($on) } zei de verwerkingsverantwoordelijke dat hij de ontvangers van de gegevens niet in kennis heeft gesteld.
    .title = De verwerkingsverantwoordelijke zegt de ontvangers niet in kennis te hebben gesteld

finding-fee_demanded = Op { DATE($on) } vroeg de verwerkingsverantwoordelijke een vergoeding, hoewel de uitoefening van het recht kosteloos is.
    .title = Er is een vergoeding gevraagd

finding-fee_without_reasons = De op { DATE($on) } gevraagde vergoeding gaat niet gepaard met een bewijs dat het verzoek kennelijk ongegrond of buitensporig is.
    .title = Er is een vergoeding gevraagd zonder aan te tonen dat het verzoek ongegrond of buitensporig is

finding-fee_without_warning = Vóór de op { DATE($on) } gevraagde vergoeding is de betrokkene niet gewaarschuwd en kon hij het verzoek niet intrekken in plaats van te betalen.
    .title = Er is een vergoeding gevraagd zonder de keuze het verzoek in te trekken

finding-redaction_called_full = Het antwoord van { DATE($on) } noemt zich volledig, hoewel grote delen ervan onleesbaar zijn gemaakt. Dat is een gedeeltelijke weigering, en redenen worden niet gegeven.
    .title = Een grotendeels zwartgelakt antwoord noemt zich volledig

finding-public_data_not_followed = Op { DATE($on) } verklaarde de verwerkingsverantwoordelijke dat hij de andere verwerkingsverantwoordelijken die de door hem openbaar gemaakte gegevens verwerken, niet van het verzoek om wissing op de hoogte heeft gesteld.
    .title = Andere verwerkingsverantwoordelijken zijn niet op de hoogte gesteld van de wissing van openbare gegevens

finding-direct_transfer_refused = Op { DATE($on) } weigerde de verwerkingsverantwoordelijke de gegevens rechtstreeks door te zenden aan de genoemde andere verwerkingsverantwoordelijke, zonder te zeggen dat dit technisch niet mogelijk is.
    .title = Een rechtstreekse doorzending van de gegevens is geweigerd

finding-answer_contested = Op { DATE($on) } is geoordeeld dat het antwoord niet geeft wat was gevraagd.
    .title = Het antwoord geeft volgens het oordeel niet wat was gevraagd

finding-complaint_not_acknowledged = De ontvangst van de klacht bij de verwerkingsverantwoordelijke is niet uiterlijk op { WEEKDAY($due) } { DATE($due) }, de laatste van de 30 dagen daarvoor, bevestigd.
    .title = De ontvangst van een klacht bij de verwerkingsverantwoordelijke is niet op tijd bevestigd
