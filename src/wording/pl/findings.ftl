# Ustalenia. Wartość podaje daty i liczby; `.title` to kilka słów.

finding-silent_first_deadline = Do dnia { DATE($due) } ({ WEEKDAY($due) }), ostatniego dnia terminu, nie nadeszła odpowiedź ani skuteczne przedłużenie terminu.
    .title = Brak odpowiedzi i skutecznego przedłużenia w pierwszym terminie

finding-silent_final_deadline = Do dnia { DATE($due) } ({ WEEKDAY($due) }), ostatniego dnia przedłużonego terminu, nie nadeszła odpowiedź.
    .title = Brak odpowiedzi do końca przedłużonego terminu

finding-late = Odpowiedź nadeszła w dniu { DATE($on) }, { $days_late ->
        [one] jeden dzień
        [few] { $days_late } dni
        [many] { $days_late } dni
       *[other] { $days_late } dnia
    } po ostatnim dniu terminu, którym był { DATE($due) } ({ WEEKDAY($due) }).
    .title = Odpowiedź nadeszła po terminie

finding-refusal_late = Odmowa nadeszła w dniu { DATE($on) }, { $days_late ->
        [one] jeden dzień
        [few] { $days_late } dni
        [many] { $days_late } dni
       *[other] { $days_late } dnia
    } po ostatnim dniu na odmowę, którym był { DATE($due) } ({ WEEKDAY($due) }). Przedłużenie terminu go nie przesuwa.
    .title = Odmowa nadeszła po pierwszym terminie

finding-extension_late = O przedłużeniu poinformowano w dniu { DATE($on) }, po ostatnim dniu, w którym było to możliwe ({ DATE($due) }). Jest ono bezskuteczne.
    .title = Przedłużenie ogłoszono po pierwszym terminie

finding-extension_without_reasons = W informacji o przedłużeniu z dnia { DATE($on) } nie podano przyczyn. Przedłużenie jest bezskuteczne.
    .title = Przedłużenie ogłoszono bez podania przyczyn

finding-extension_repeated = W dniu { DATE($on) } poinformowano o drugim przedłużeniu, choć termin można przedłużyć tylko raz.
    .title = Ogłoszono drugie przedłużenie

finding-extension_too_long = W dniu { DATE($on) } poinformowano o przedłużeniu o { $months ->
        [one] jeden miesiąc
        [few] { $months } miesiące
        [many] { $months } miesięcy
       *[other] { $months } miesiąca
    }. Dopuszczalne są najwyżej dwa.
    .title = Ogłoszono przedłużenie o więcej niż dwa miesiące

finding-extension_ground_invalid = Przedłużenie z dnia { DATE($on) } opiera się wyłącznie na nakładzie pracy lub wielkości organizacji. To samo w sobie nie uzasadnia przedłużenia.
    .title = Podane przyczyny same nie uzasadniają przedłużenia

finding-question_not_prompt = Administrator zwrócił się z pytaniem dopiero w dniu { DATE($on) }, a niezwłoczne pytanie nadeszłoby najpóźniej w dniu { DATE($due) }, w ciągu pięciu dni roboczych.
    .title = Administrator zapytał zbyt późno, by wstrzymać bieg terminu

finding-disproportionate_identity_demand = W dniu { DATE($on) } administrator zażądał nieproporcjonalnego potwierdzenia tożsamości, choć nie wskazał wątpliwości lub tożsamość była już ustalona.
    .title = Administrator zażądał więcej dowodów tożsamości, niż potrzebuje

finding-scope_question_without_need = W dniu { DATE($on) } administrator poprosił o sprecyzowanie żądania, nie wskazując, że przetwarza duże ilości danych, albo w odniesieniu do innego prawa niż prawo dostępu.
    .title = Administrator poprosił o zawężenie żądania, choć nie przetwarza dużych ilości danych

finding-no_reasons = Całkowita lub częściowa odmowa z dnia { DATE($on) } nie podaje powodów dla każdej odmówionej części.
    .title = Odmowa nie zawiera uzasadnienia

finding-no_complaint_information = Odmowa z dnia { DATE($on) } nie informuje o możliwości wniesienia skargi do organu nadzorczego.
    .title = Odmowa nie wspomina o prawie do skargi do organu nadzorczego

finding-no_court_information = Odmowa z dnia { DATE($on) } nie informuje o możliwości skorzystania ze środków ochrony prawnej przed sądem.
    .title = Odmowa nie wspomina o środku ochrony prawnej przed sądem

finding-abuse_not_shown = W dniu { DATE($on) } administrator uznał żądanie za ewidentnie nieuzasadnione lub nadmierne, nie podając faktów. Ciężar dowodu spoczywa na administratorze.
    .title = Żądanie nazwano nieuzasadnionym lub nadmiernym bez dowodu

finding-ground_not_available = Odmowa z dnia { DATE($on) } opiera się na podstawie, której prawo w tym przypadku nie przewiduje.
    .title = Podana podstawa nie istnieje przy tym prawie

finding-absolute_right_refused = W dniu { DATE($on) } administrator odmówił uwzględnienia sprzeciwu wobec marketingu bezpośredniego, choć nie można mu niczego przeciwstawić.
    .title = Odmówiono uwzględnienia sprzeciwu wobec marketingu

finding-safeguards_refused = W dniu { DATE($on) } administrator odmówił zabezpieczeń przed zautomatyzowaną decyzją, powołując się na umowę lub zgodę. Właśnie w takich przypadkach przysługuje interwencja człowieka, wyrażenie własnego stanowiska i zakwestionowanie decyzji.
    .title = Odmówiono należnej interwencji człowieka

finding-identification_not_demonstrated = W dniu { DATE($on) } administrator oświadczył, że nie może zidentyfikować osoby, lecz tego nie wykazał.
    .title = Administrator nie wykazał, że nie może zidentyfikować osoby

finding-items_missing = Odpowiedź z dnia { DATE($on) } nie obejmuje wszystkiego, o co się zwrócono, i nie wyjaśnia dlaczego.
    .title = W odpowiedzi brakuje czegoś, o co się zwrócono

finding-copy_missing = Odpowiedź z dnia { DATE($on) } wylicza, co zawiera, a kopii danych, której zażądano, w niej nie ma.
    .title = Zażądano kopii danych, lecz jej nie dostarczono

finding-paper_instead_of_electronic = Odpowiedź z dnia { DATE($on) } nadeszła na papierze, choć proszono o powszechnie stosowaną formę elektroniczną.
    .title = Odpowiedź nadeszła na papierze, choć proszono o formę elektroniczną

finding-format_not_portable = Dane przekazane w dniu { DATE($on) } nie są w ustrukturyzowanym, powszechnie używanym formacie nadającym się do odczytu maszynowego.
    .title = Plik nie ma ustrukturyzowanego, powszechnie używanego formatu do odczytu maszynowego

finding-recipients_not_told = W dniu { DATE($on) } administrator oświadczył, że nie poinformował odbiorców danych o tym, co zrobiono.
    .title = Administrator oświadczył, że nie poinformował odbiorców

finding-fee_demanded = W dniu { DATE($on) } administrator zażądał opłaty, choć wykonywanie prawa jest wolne od opłat.
    .title = Zażądano opłaty

finding-fee_without_reasons = Żądając opłaty w dniu { DATE($on) }, administrator nie wykazał, że żądanie jest ewidentnie nieuzasadnione lub nadmierne.
    .title = Zażądano opłaty, nie wykazując, że żądanie jest nieuzasadnione lub nadmierne

finding-fee_without_warning = Przed żądaniem opłaty z dnia { DATE($on) } osoba nie została uprzedzona i nie mogła wycofać żądania zamiast płacić.
    .title = Zażądano opłaty, nie dając możliwości wycofania żądania

finding-redaction_called_full = Odpowiedź z { DATE($on) } przedstawiono jako pełną, choć znaczną jej część uczyniono nieczytelną. Jest to częściowa odmowa, a jej powodów nie podano.
    .title = Odpowiedź w znacznej części zaczernioną przedstawiono jako pełną

finding-public_data_not_followed = Dnia { DATE($on) } administrator oświadczył, że nie poinformował innych administratorów przetwarzających dane, które upublicznił, o żądaniu ich usunięcia.
    .title = Innych administratorów nie poinformowano o usunięciu danych upublicznionych

finding-direct_transfer_refused = Dnia { DATE($on) } administrator odmówił przesłania danych bezpośrednio innemu wskazanemu administratorowi, nie twierdząc, że jest to technicznie niemożliwe.
    .title = Odmówiono bezpośredniego przesłania danych

finding-answer_contested = Dnia { DATE($on) } uznano, że odpowiedź nie daje tego, czego żądano.
    .title = Uznano, że odpowiedź nie daje tego, czego żądano

finding-complaint_not_acknowledged = Skargi wniesionej do administratora nie potwierdzono do dnia { DATE($due) } ({ WEEKDAY($due) }), ostatniego z 30 dni na to.
    .title = Skargi do administratora nie potwierdzono w terminie
