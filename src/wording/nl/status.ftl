# De pagina waarop iemand ziet wat er in zijn of haar naam gebeurt. Gewone woorden; titels die anderen niets zeggen (Z-19).

status-title = Overzicht
status-heading = Zo staat het ervoor
status-lead = { $organisation } handelt voor u. Hier ziet u wat er voor u is gevraagd, aan wie, en wat er terugkwam.
status-as-of = Stand op { DATE($day) }
status-leave = Deze pagina verlaten
    .hint = Opent meteen een pagina die er niets mee te maken heeft. Wilt u geen spoor achterlaten, wis deze pagina dan ook uit de geschiedenis van uw browser.
status-languages = Taal
status-skip = Naar de inhoud

status-requests = Uw verzoeken
status-requests-none = Er is nog niets voor u gevraagd.
status-right = { $right ->
    [access] Een kopie van uw gegevens
    [rectification] Correctie van uw gegevens
    [erasure] Verwijdering van uw gegevens
    [restriction] Beperking van het gebruik van uw gegevens
    [portability] Uw gegevens om mee te nemen
    [objection] Een einde aan het gebruik van uw gegevens
   *[automated_decision] Een menselijke blik op een automatisch besluit
}
status-asked-of = Gevraagd aan { $controller }
status-standing = { $standing ->
    [prepared] In voorbereiding. Het verzoek is nog niet verstuurd.
    [sent] Verstuurd. Nog blijkt nergens uit dat het is aangekomen.
    [running] Onderweg. Er is nog tijd voor het antwoord.
    [waiting] Aangehouden. De andere partij wacht op informatie waarom zij heeft gevraagd.
    [late] Te laat. De tijd voor het antwoord is voorbij.
    [answered] Beantwoord.
    [settled] Afgehandeld.
    [abandoned] Opgegeven.
   *[withdrawn] Ingetrokken.
}
status-next = { $late ->
    [yes] Het antwoord moest er zijn op
   *[no] Het antwoord moet er zijn op
}
status-day = { WEEKDAY($day) } { DATE($day) }
status-how = Hoe deze datum is berekend
status-silence = { $days ->
    [0] Vandaag was er nieuws.
    [one] Al één dag geen nieuws.
   *[other] Al { $days } dagen geen nieuws.
}
status-history = Wat er is gebeurd
status-line = { $what ->
    [prepared] Het verzoek is voorbereid.
    [sent] Het verzoek is verstuurd.
    [received] Het verzoek is aangekomen.
    [reminded] Er is een herinnering verstuurd.
    [asked_identity] Er is bewijs gevraagd van wie u bent.
    [asked_scope] Er is gevraagd wat precies de bedoeling is.
    [asked_fee] Er is een vergoeding gevraagd.
    [supplied] Het gevraagde is gegeven.
    [extended] Er is gemeld dat er meer tijd nodig is.
    [first_passed] De eerste wettelijke datum ging zonder antwoord voorbij.
    [final_passed] De wettelijke datum ging zonder antwoord voorbij.
    [answered] Er kwam een antwoord.
    [answered_full] Er kwam een volledig antwoord.
    [answered_partial] Er kwam een antwoord op een deel.
    [answered_no_data] Het antwoord was dat er geen gegevens over u zijn.
    [answered_refused] Het verzoek is geweigerd.
    [answered_cannot_identify] Het antwoord was dat onduidelijk is welke gegevens van u zijn.
    [answered_redirected] Het antwoord was dat een ander verantwoordelijk is.
    [satisfied] Het antwoord is voldoende bevonden.
    [unsatisfied] Het antwoord is onvoldoende bevonden.
    [abandoned] Het verzoek is opgegeven.
    [withdrawn] Het verzoek is ingetrokken.
   *[closed] Het verzoek is afgesloten.
}

status-complaints = Klachten
status-complaint = { $told ->
    [lodged] Bij de toezichthouder is een klacht tegen { $controller } ingediend.
    [acknowledged] De toezichthouder heeft bevestigd dat de klacht tegen { $controller } is ontvangen.
    [admitted] De toezichthouder behandelt de klacht tegen { $controller }.
    [inadmissible] De toezichthouder heeft de klacht tegen { $controller } om de vorm afgewezen.
    [transmitted] De klacht tegen { $controller } is doorgestuurd naar de leidende toezichthouder.
    [resolution_offered] Volgens de toezichthouder heeft { $controller } het hersteld; er zijn vier weken om bezwaar te maken.
    [objected] We hebben bezwaar gemaakt tegen het afsluiten van de klacht tegen { $controller }.
    [resolved] De klacht tegen { $controller } is geschikt.
    [investigated] De toezichthouder onderzoekt { $controller }.
    [views_requested] De toezichthouder heeft ons om een reactie over { $controller } gevraagd.
    [views_submitted] We hebben de toezichthouder onze reactie over { $controller } gegeven.
    [silent] De toezichthouder heeft drie maanden niets laten horen over de klacht tegen { $controller }; u kunt naar de rechter.
    [decided] De toezichthouder heeft besloten over de klacht tegen { $controller }.
    [challenged] Het besluit over { $controller } is aan de rechter voorgelegd.
    [closed] De klacht tegen { $controller } is gesloten.
   *[news] De toezichthouder heeft iets laten horen over de klacht tegen { $controller }.
}

status-mandates = Uw volmacht
status-mandate-given = U hebt { $organisation } toegestaan voor u te handelen. U hebt getekend op { DATE($signed) }.
status-mandate-powers = { $powers ->
    [both] Ze geldt voor verzoeken en klachten.
    [complaint] Ze geldt voor klachten.
   *[request] Ze geldt voor verzoeken.
}
status-mandate-until = Ze eindigt op { DATE($until) }.
status-mandate-answers = { $recipient ->
    [person] Antwoorden gaan alleen naar u.
   *[organisation] { $organisation } ontvangt de antwoorden voor u.
}
status-mandate-revoked = U hebt haar ingetrokken op { DATE($day) }.
status-mandate-expired = Ze eindigde op { DATE($day) }.
status-mandate-none = Er is geen volmacht vastgelegd.
status-take-back = Deze volmacht intrekken

status-confirm = Uw volmacht intrekken?
status-confirm-effect = { $organisation } mag dan niets meer in uw naam doen. U hoeft geen reden te geven.
status-confirm-requests = { $count ->
    [0] Er berust geen open verzoek op.
    [one] Eén open verzoek eindigt ermee:
   *[other] { $count } open verzoeken eindigen ermee:
}
status-confirm-others = U kunt op elk moment een nieuwe volmacht geven. Wat anderen u volgens de wet verschuldigd zijn, blijven ze u verschuldigd.
status-confirm-yes = Ja, intrekken
status-confirm-no = Nee, terug

status-done = Uw volmacht is ingetrokken
status-done-effect = { $organisation } mag op grond daarvan niets meer doen. De verzoeken die erop berusten eindigen, en wie ze heeft ontvangen, krijgt bericht.
status-done-running = { $count ->
    [0] Verder loopt er niets voor u.
    [one] Eén verzoek loopt nog op grond van een andere volmacht:
   *[other] { $count } verzoeken lopen nog op grond van andere volmachten:
}
status-done-back = Terug naar het overzicht

status-contact = Met wie u kunt praten
status-contact-text = Vragen, of niet tevreden over hoe u wordt behandeld? Praat met { $organisation }.
status-contact-email = E-mail
status-contact-website = Website
status-contact-none = Gebruik het adres dat { $organisation } u heeft gegeven.

status-own-data = Uw gegevens bij { $organisation }
status-own-data-text = Tegenover { $organisation } hebt u dezelfde rechten als tegenover ieder ander. U kunt een kopie krijgen van alles wat over u wordt bewaard, het laten verbeteren of verwijderen, of het meenemen. Vraag erom; het antwoord moet er binnen een maand zijn en kost niets.

status-gone-title = Overzicht
status-gone = Hier is niets
status-gone-text = Deze link leidt nergens heen, of niet meer. Vraag een nieuwe aan wie u hem gaf.
