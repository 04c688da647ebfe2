# Akta skargi: tekst główny, załączniki, wykaz dowodów. Data kończy się skrótem „r.”, więc zdanie nie kończy się datą.

complaint-page = Strona { $page } z { $pages }
complaint-title = { $law ->
    [fadp] Zawiadomienie
   *[gdpr] Skarga
}
complaint-basis = { $law ->
    [uk_gdpr] na podstawie art. 165 brytyjskiej ustawy o ochronie danych z 2018 r. (Data Protection Act 2018) i art. 80 ust. 1 brytyjskiego ogólnego rozporządzenia o ochronie danych
    [fadp] na podstawie art. 49 ust. 1 szwajcarskiej ustawy federalnej o ochronie danych
   *[gdpr] na podstawie art. 77 i art. 80 ust. 1 rozporządzenia (UE) 2016/679 (ogólne rozporządzenie o ochronie danych)
}
complaint-named = { $law ->
    [fadp] Zawiadomienie { $reference } dotyczące { $controller }
   *[gdpr] Skarga { $reference } przeciwko { $controller }
}
complaint-version = { $version ->
    [full] Wersja pełna. Zawiera części poufne i dane osobowe.
   *[non_confidential] Wersja bez części poufnych. To, co usunięto, zaznaczono w odpowiednim miejscu wraz z powodem.
}
complaint-to = Do
complaint-by = { $law ->
    [fadp] Składający zawiadomienie
   *[gdpr] Składający skargę
}
complaint-for = W imieniu
complaint-against = Przeciwko
complaint-reference = Sygnatura
complaint-date = Data
complaint-persons = { $people ->
    [one] { COUNT($people) } osoby, której dane dotyczą
   *[other] { COUNT($people) } osób, których dane dotyczą
}
complaint-contents = Spis treści

complaint-summary = Streszczenie
complaint-summary-who = { $law ->
    [uk_gdpr] { $organisation } wnosi niniejszą skargę przeciwko { $controller } w imieniu { $people ->
            [one] osoby, której dane dotyczą i która udzieliła umocowania
           *[other] { COUNT($people) } osób, których dane dotyczą i które udzieliły umocowania
        } na podstawie art. 80 ust. 1 brytyjskiego ogólnego rozporządzenia o ochronie danych (brytyjskiego RODO) i art. 187 brytyjskiej ustawy o ochronie danych z 2018 r. (Data Protection Act 2018, DPA 2018). Skarga dotyczy { $requests ->
            [one] jednego żądania, w którym
           *[other] { COUNT($requests) } żądań, w których
        } wykonano prawa z art. 15–22D brytyjskiego RODO.
    [fadp] { $organisation } składa niniejsze zawiadomienie dotyczące { $controller } w imieniu { $people ->
            [one] osoby, której dane dotyczą i która udzieliła do tego pełnomocnictwa
           *[other] { COUNT($people) } osób, których dane dotyczą i które udzieliły do tego pełnomocnictwa
        } na podstawie art. 49 ust. 1 szwajcarskiej ustawy federalnej o ochronie danych (FADP). Zawiadomienie dotyczy { $requests ->
            [one] jednego żądania, w którym
           *[other] { COUNT($requests) } żądań, w których
        } wykonano prawa z art. 21, 25, 28, 30 i 32 FADP.
   *[gdpr] { $organisation } wnosi niniejszą skargę przeciwko { $controller } w imieniu { $people ->
            [one] osoby, której dane dotyczą i która udzieliła umocowania
           *[other] { COUNT($people) } osób, których dane dotyczą i które udzieliły umocowania
        } na podstawie art. 80 ust. 1 ogólnego rozporządzenia o ochronie danych (RODO). Skarga dotyczy { $requests ->
            [one] jednego żądania, w którym
           *[other] { COUNT($requests) } żądań, w których
        } wykonano prawa z art. 15–22 RODO.
}
complaint-summary-points = { $points ->
    [one] Zarzuca się jedno naruszenie. Przedstawiono je niżej wraz z przepisem, liczbą osób i datami.
    [few] Zarzuca się { $points } naruszenia. Przedstawiono je niżej wraz z przepisami, liczbą osób i datami.
    [many] Zarzuca się { $points } naruszeń. Przedstawiono je niżej wraz z przepisami, liczbą osób i datami.
   *[other] Zarzuca się { $points } naruszenia. Przedstawiono je niżej wraz z przepisami, liczbą osób i datami.
}
complaint-summary-annexes = Tekst główny jest celowo krótki i nie wymienia z nazwiska żadnej osoby. Tożsamość, umocowanie, żądania, terminy i odpowiedzi dotyczące każdej osoby znajdują się w trzech załącznikach, pod oznaczeniem takim jak { $example }.

complaint-parties = Strony
complaint-represented = Reprezentowane osoby
complaint-represented-text = { $people ->
    [one] Reprezentowana osoba jest w aktach oznaczona jako { $first }. Jej imię, nazwisko i dane kontaktowe znajdują się w załączniku { $first }-1.
   *[other] Reprezentowane osoby (łącznie { COUNT($people) }) są w aktach oznaczone od { $first } do { $last }. Imię, nazwisko i dane kontaktowe każdej z nich znajdują się w jej pierwszym załączniku.
}
complaint-minors = { $count ->
    [one] Jedna osoba działa przez rodzica, opiekuna lub innego przedstawiciela ustawowego; wskazano to w jej pierwszym załączniku.
    [few] { COUNT($count) } osoby działają przez rodzica, opiekuna lub innego przedstawiciela ustawowego; wskazano to w pierwszym załączniku każdej z nich.
    [many] { COUNT($count) } osób działa przez rodzica, opiekuna lub innego przedstawiciela ustawowego; wskazano to w pierwszym załączniku każdej z nich.
   *[other] { COUNT($count) } osoby działają przez rodzica, opiekuna lub innego przedstawiciela ustawowego; wskazano to w pierwszym załączniku każdej z nich.
}
complaint-organisation = Organizacja, która je reprezentuje
complaint-controller = Administrator
complaint-authority = Organ nadzorczy
complaint-name = Nazwa
complaint-seat = Siedziba w kraju
complaint-place = Miejsce
complaint-address = Adres
complaint-contacts = Kontakt
complaint-website = Strona internetowa

complaint-standing = { $law ->
    [uk_gdpr] Legitymacja na podstawie art. 80 ust. 1 brytyjskiego RODO i art. 187 DPA 2018
    [fadp] Pełnomocnictwa reprezentowanych osób
   *[gdpr] Legitymacja na podstawie art. 80 ust. 1 RODO
}
complaint-standing-text = { $law ->
    [uk_gdpr] { $organisation } spełnia warunki z art. 187 ust. 3 i 4 DPA 2018, do którego odsyła art. 80 ust. 1 brytyjskiego RODO, co potwierdzają następujące dokumenty.
    [fadp] { $organisation } działa na podstawie pełnomocnictw reprezentowanych osób i nie powołuje się na własną legitymację: FADP nie zawiera przepisu, na podstawie którego podmiot wnosi skargę za innych. Organ wszczyna postępowanie z urzędu albo wskutek zawiadomienia (art. 49 ust. 1 FADP). Następujące dokumenty wskazują, jaki podmiot składa zawiadomienie.
   *[gdpr] { $organisation } spełnia cztery warunki z art. 80 ust. 1 RODO, co potwierdzają następujące dokumenty.
}
complaint-condition = { $law ->
    [fadp] Cecha
   *[gdpr] Warunek
}
complaint-evidence = Dokument
complaint-dated = Z dnia
complaint-test = { $test ->
    [not_for_profit] Podmiot, organizacja lub zrzeszenie, które nie mają charakteru zarobkowego
    [properly_constituted] { $law ->
        [uk_gdpr] Należycie ustanowiony i związany statutem lub aktem prawnym
        [fadp] Należycie ustanowiony zgodnie z prawem swojej siedziby
       *[gdpr] Należycie ustanowiony zgodnie z prawem państwa członkowskiego
    }
    [public_interest_aims] Cele statutowe leżące w interesie publicznym
   *[active_in_data_protection] Działalność w dziedzinie ochrony praw i wolności osób, których dane dotyczą
}
complaint-valid-until = ważny do { DATE($date) }
complaint-no-evidence = nie odnotowano
complaint-constituted = Ustanowiona zgodnie z prawem kraju
complaint-national-basis = Powołany przepis krajowy
complaint-mandates-text = { $law ->
    [fadp] Każda reprezentowana osoba udzieliła organizacji pełnomocnictwa do złożenia tego zawiadomienia. Opisano je w pierwszym załączniku tej osoby, wraz ze skrótem dokumentu.
   *[gdpr] Każda reprezentowana osoba umocowała organizację do wniesienia tej skargi. Umocowanie opisano w pierwszym załączniku tej osoby, wraz ze skrótem dokumentu.
}

complaint-competence = Właściwość organu
complaint-presumed-lead = Główna jednostka organizacyjna administratora wskazuje jako wiodący organ nadzorczy: { $authority } (art. 56 ust. 1 RODO).

complaint-facts = Stan faktyczny
complaint-prior-requests = Każde z praw wykonano najpierw przez żądanie skierowane do administratora. Żądania opisano w drugim załączniku każdej osoby, wraz z dowodem otrzymania.
complaint-right = Prawo
complaint-provision = Przepis
complaint-requests = Żądania
complaint-people = Osoby
complaint-right-name = { $right ->
    [access] Dostęp do danych
    [rectification] Sprostowanie danych
    [erasure] Usunięcie danych
    [restriction] Ograniczenie przetwarzania
    [portability] Przenoszenie danych
    [objection] Sprzeciw
   *[automated_decision] Ponowna ocena zautomatyzowanej decyzji
}
complaint-total = Razem
complaint-standing-on = Na dzień { DATE($date) } stan żądań jest następujący.
complaint-received-between = Otrzymane przez administratora
complaint-span = od { DATE($first) } do { DATE($last) }
complaint-unanswered = Bez żadnej odpowiedzi
complaint-refused = Odmowa, całkowita lub częściowa
complaint-answered-late = Odpowiedź po terminie
complaint-clocks = { $law ->
    [uk_gdpr] Terminy obliczono zgodnie z art. 12 ust. 3 i art. 12A brytyjskiego RODO, według kalendarza miejsca administratora, wersji { $rules } reguł i kalendarzy { $calendars }. Drugi załącznik każdej osoby wyjaśnia każdy krok.
    [fadp] Terminy obliczono zgodnie z art. 25 ust. 7 FADP i art. 18 szwajcarskiego rozporządzenia o ochronie danych (DPO), według wersji { $rules } reguł i kalendarzy { $calendars }. Gdy FADP nie określa dla danego prawa własnego terminu, zastosowano termin prawa dostępu. Drugi załącznik każdej osoby wyjaśnia każdy krok.
   *[gdpr] Terminy obliczono zgodnie z art. 12 ust. 3 RODO i rozporządzeniem (EWG, Euratom) nr 1182/71, według wersji { $rules } reguł i kalendarzy { $calendars }. Drugi załącznik każdej osoby wyjaśnia każdy krok.
}

complaint-infringements = Zarzucane naruszenia
complaint-infringement = Naruszenie
complaint-number = Nr
complaint-first-last = Pierwsza i ostatnia data
complaint-rule-severity = reguła { $rule } · waga { $severity } z 5
complaint-points-text = Jeden wiersz oznacza jeden rodzaj naruszenia. Ustalenia, na których się opiera, znajdują się w trzecim załączniku każdej osoby, wraz z datami i liczbami.
complaint-no-provision = Brak przepisu tego prawa

complaint-law = Podstawa prawna
complaint-duty = { $duty ->
    [time] { $law ->
        [uk_gdpr] Zgodnie z art. 12 ust. 3 i art. 12A brytyjskiego RODO administrator bez zbędnej zwłoki udziela osobie, której dane dotyczą, informacji o działaniach podjętych w związku z żądaniem, a w każdym razie w terminie miesiąca od ostatniego z trzech zdarzeń: otrzymania żądania, otrzymania informacji potrzebnych do potwierdzenia tożsamości, uiszczenia należnej opłaty. Termin ten można przedłużyć o dwa miesiące, gdy wymaga tego skomplikowany charakter lub liczba żądań tej osoby; o przedłużeniu i jego przyczynach należy poinformować w ciągu pierwszego miesiąca. Otrzymanie skargi wniesionej do administratora potwierdza się w terminie 30 dni (art. 164A DPA 2018).
        [fadp] Zgodnie z art. 25 ust. 7 FADP informacji udziela się z reguły w terminie 30 dni od żądania. Jeżeli nie jest to możliwe, administrator o tym informuje i wskazuje, w jakim terminie ich udzieli (art. 18 ust. 2 DPO).
       *[gdpr] Zgodnie z art. 12 ust. 3 RODO administrator bez zbędnej zwłoki, a w każdym razie w terminie miesiąca od otrzymania żądania, udziela osobie, której dane dotyczą, informacji o działaniach podjętych w związku z żądaniem. Termin ten można przedłużyć raz, najwyżej o dwa miesiące, z uwagi na skomplikowany charakter żądania lub liczbę żądań; o przedłużeniu i jego przyczynach należy poinformować w ciągu pierwszego miesiąca.
    }
    [refusal] { $law ->
        [uk_gdpr] Zgodnie z art. 12 ust. 4 brytyjskiego RODO administrator, który nie podejmuje działań, niezwłocznie informuje osobę, której dane dotyczą, o powodach oraz o możliwości wniesienia skargi do niego i do organu (art. 164A i 165 DPA 2018) i skorzystania ze środków ochrony prawnej przed sądem.
        [fadp] Zgodnie z art. 26 ust. 4 FADP administrator podaje, dlaczego odmawia informacji, ogranicza ją lub odracza; czyni to w terminie przewidzianym na jej udzielenie (art. 18 ust. 3 DPO).
       *[gdpr] Zgodnie z art. 12 ust. 4 RODO administrator, który nie podejmuje działań, w terminie miesiąca informuje osobę, której dane dotyczą, o powodach oraz o możliwości wniesienia skargi do organu nadzorczego i skorzystania ze środków ochrony prawnej przed sądem.
    }
    [identity] { $law ->
        [uk_gdpr] Zgodnie z art. 12 ust. 2 i 6 brytyjskiego RODO administrator może żądać dodatkowych informacji tylko wtedy, gdy ma uzasadnione wątpliwości co do tożsamości, i tylko niezbędnych; zgodnie z art. 11 ust. 2 i art. 12 ust. 2 to on wykazuje, że nie może zidentyfikować osoby. Pytania nie służą zyskaniu na czasie.
        [fadp] Zgodnie z art. 16 ust. 5 DPO administrator podejmuje odpowiednie środki w celu identyfikacji osoby, której dane dotyczą, a osoba ta ma obowiązek współdziałania. To, czego żąda, musi być proporcjonalne (art. 6 ust. 2 FADP). Pytania nie służą zyskaniu na czasie.
       *[gdpr] Zgodnie z art. 12 ust. 2 i 6 RODO administrator może żądać dodatkowych informacji tylko wtedy, gdy ma uzasadnione wątpliwości co do tożsamości, i tylko niezbędnych; zgodnie z art. 11 ust. 2 i art. 12 ust. 2 to on wykazuje, że nie może zidentyfikować osoby. Pytania nie służą zyskaniu na czasie.
    }
    [abuse] { $law ->
        [uk_gdpr] Zgodnie z art. 12 ust. 5 brytyjskiego RODO wykonywanie tych praw jest wolne od opłat. Obowiązek wykazania, że żądanie jest ewidentnie nieuzasadnione lub nadmierne, spoczywa na administratorze.
        [fadp] Zgodnie z art. 25 ust. 6 FADP informacja jest bezpłatna. Udziału w kosztach można żądać tylko przy niewspółmiernym nakładzie pracy, po uprzedzeniu o jego wysokości (art. 19 DPO). Jako oczywiście bezzasadne lub pieniackie żądanie można odrzucić tylko na podstawie art. 26 ust. 1 lit. c FADP.
       *[gdpr] Zgodnie z art. 12 ust. 5 RODO wykonywanie tych praw jest wolne od opłat. Obowiązek wykazania, że żądanie jest ewidentnie nieuzasadnione lub nadmierne, spoczywa na administratorze.
    }
    [content] { $law ->
        [uk_gdpr] Zgodnie z art. 15–22D brytyjskiego RODO odpowiedź musi zawierać to, czego zażądano, w przewidzianej formie. To, czego nie przekazano, należy wskazać wraz z podstawą, która na to pozwala.
        [fadp] Zgodnie z art. 21, 25, 28, 30 i 32 FADP odpowiedź musi dawać to, czego zażądano, w przewidzianej formie. To, czego nie przekazano, należy wskazać wraz z podstawą, która na to pozwala (co do informacji: art. 26 FADP).
       *[gdpr] Zgodnie z art. 15–22 RODO odpowiedź musi zawierać to, czego zażądano, w przewidzianej formie. To, czego nie przekazano, należy wskazać wraz z podstawą, która na to pozwala.
    }
    [recipients] { $law ->
        [uk_gdpr] Zgodnie z art. 19 brytyjskiego RODO administrator informuje każdego odbiorcę o sprostowaniu, usunięciu lub ograniczeniu przetwarzania, chyba że okaże się to niemożliwe lub będzie wymagać niewspółmiernie dużego wysiłku.
        [fadp] Zgodnie z art. 32 ust. 4 FADP można żądać, aby o sprostowaniu, usunięciu lub zakazie przetwarzania powiadomiono osoby trzecie.
       *[gdpr] Zgodnie z art. 19 RODO administrator informuje każdego odbiorcę o sprostowaniu, usunięciu lub ograniczeniu przetwarzania, chyba że okaże się to niemożliwe lub będzie wymagać niewspółmiernie dużego wysiłku.
    }
   *[sanction] { $law ->
        [uk_gdpr] Naruszenia art. 12–22D brytyjskiego RODO podlegają karze pieniężnej (art. 83 ust. 5 lit. b brytyjskiego RODO; art. 155 i 157 DPA 2018).
        [fadp] Jeżeli naruszono przepisy o ochronie danych, organ może zarządzić środki z art. 51 FADP. Nie nakłada grzywien: czyny karalne z art. 60–63 FADP ścigają kantony (art. 65 FADP).
       *[gdpr] Naruszenia art. 12–22 RODO podlegają administracyjnym karom pieniężnym z art. 83 ust. 5 lit. b RODO.
    }
}

complaint-remedies = Wnioski do organu
complaint-remedies-text = W imieniu reprezentowanych osób organizacja wnosi:
complaint-remedy = { $remedy ->
    [investigate] { $law ->
        [uk_gdpr] o podjęcie odpowiednich kroków w sprawie skargi i zbadanie jej przedmiotu (art. 165 ust. 4 i 5 DPA 2018);
        [fadp] o wszczęcie postępowania wskutek tego zawiadomienia (art. 49 ust. 1 FADP);
       *[gdpr] o rozpatrzenie skargi i przeprowadzenie postępowania w jej przedmiocie (art. 57 ust. 1 lit. f RODO);
    }
    [establish] o stwierdzenie naruszenia wskazanych wyżej przepisów;
    [comply] { $law ->
        [uk_gdpr] o nakazanie administratorowi spełnienia żądań (art. 58 ust. 2 lit. c brytyjskiego RODO; art. 149 DPA 2018);
        [fadp] o nakazanie administratorowi spełnienia żądań, w szczególności udzielenia żądanych informacji (art. 51 ust. 1 i ust. 3 lit. g FADP);
       *[gdpr] o nakazanie administratorowi spełnienia żądań (art. 58 ust. 2 lit. c RODO);
    }
    [operations] { $law ->
        [uk_gdpr] o nakazanie administratorowi dostosowania obsługi żądań do przepisów w określonym terminie (art. 58 ust. 2 lit. d brytyjskiego RODO; art. 149 DPA 2018);
        [fadp] o zarządzenie, aby przetwarzanie naruszające przepisy o ochronie danych zmieniono, wstrzymano lub zakończono, a dane usunięto (art. 51 ust. 1 FADP);
       *[gdpr] o nakazanie administratorowi dostosowania obsługi żądań do przepisów rozporządzenia w określonym terminie (art. 58 ust. 2 lit. d RODO);
    }
    [sanction] { $law ->
        [uk_gdpr] o rozważenie upomnienia lub kary pieniężnej (art. 58 ust. 2 lit. b oraz i brytyjskiego RODO; art. 155 DPA 2018);
        [fadp] o rozważenie zawiadomienia organu ścigania o tym, co wydaje się czynem karalnym z art. 60–63 FADP (art. 65 ust. 2 FADP);
       *[gdpr] o rozważenie upomnienia lub administracyjnej kary pieniężnej (art. 58 ust. 2 lit. b oraz i, art. 83 RODO);
    }
   *[inform] { $law ->
        [uk_gdpr] o informowanie organizacji o postępach i wyniku w terminie trzech miesięcy (art. 165 i 166 DPA 2018).
        [fadp] o informowanie organizacji, na rzecz reprezentowanych osób, o podjętych krokach i o wyniku postępowania (art. 49 ust. 4 FADP).
       *[gdpr] o informowanie organizacji o postępach i wyniku w terminie trzech miesięcy (art. 77 ust. 2 i art. 78 ust. 2 RODO).
    }
}

complaint-completeness = { $law ->
    [fadp] Kompletność zawiadomienia
   *[gdpr] Kompletność
}
complaint-completeness-text = { $law ->
    [uk_gdpr] Akta zawierają to, co pozwala organowi rozpatrzyć skargę: kto się skarży, z czyjego umocowania, na kogo i na co.
    [fadp] Akta zawierają to, co pozwala organowi rozpatrzyć zawiadomienie: kto zawiadamia, z czyjego pełnomocnictwa, o kim i o czym.
   *[gdpr] Art. 4 ust. 1 rozporządzenia (UE) 2025/2518 wymienia, co musi zawierać dopuszczalna skarga. Wszystko to znajduje się w tych aktach.
}
complaint-requirement = Wymóg
complaint-where = Miejsce w aktach
complaint-complete-for = Kompletne dla
complaint-slot = { $slot ->
    [complainant] { $law ->
        [fadp] Imię, nazwisko i dane kontaktowe osoby, w imieniu której złożono zawiadomienie
       *[gdpr] Imię, nazwisko i dane kontaktowe osoby wnoszącej skargę
    }
    [representative] Nazwa, dane kontaktowe i należyte ustanowienie organizacji
    [mandate] Dowód umocowania
    [controller] Informacje pomagające zidentyfikować administratora
   *[infringement] Opis zarzucanego naruszenia
}
complaint-slot-place = { $slot ->
    [complainant] Pierwszy załącznik każdej osoby
    [representative] { $law ->
        [fadp] Tekst główny, strony i pełnomocnictwa
       *[gdpr] Tekst główny, strony i legitymacja
    }
    [mandate] Pierwszy załącznik każdej osoby
    [controller] Tekst główny, strony
   *[infringement] Tekst główny, stan faktyczny i zarzucane naruszenia; drugi i trzeci załącznik
}
complaint-national = Wymogi krajowe
complaint-national-language = Akta sporządzono w języku, który organ przyjmuje.

complaint-confidential = Części poufne
complaint-confidential-full = { $law ->
    [uk_gdpr] Następujące części są poufne. Do akt dołączono drugą wersję bez nich.
    [fadp] Następujące części są poufne. Do akt dołączono drugą wersję bez nich.
   *[gdpr] Następujące części są poufne. Do akt dołączono drugą wersję bez nich (art. 25 ust. 3 rozporządzenia (UE) 2025/2518).
}
complaint-confidential-removed = { $law ->
    [uk_gdpr] Następujące części usunięto z tej wersji. Znajdują się w wersji pełnej, którą dysponuje organ.
    [fadp] Następujące części usunięto z tej wersji. Znajdują się w wersji pełnej, którą dysponuje organ.
   *[gdpr] Następujące części usunięto z tej wersji. Znajdują się w wersji pełnej, którą dysponuje organ (art. 25 ust. 3 rozporządzenia (UE) 2025/2518).
}
complaint-part = Część
complaint-reason = Powód
complaint-part-persons = Imiona i nazwiska, dane kontaktowe i identyfikatory osób, treść ich żądań i odpowiedzi, dokumenty umocowania (załączniki)
complaint-reason-persons = Dane osobowe, które nie są potrzebne do ustosunkowania się do zarzutów
complaint-passage = Fragment { $number } części „{ $section }”

complaint-annexes = Załączniki
complaint-annexes-text = Każda osoba ma trzy załączniki w jednym pliku, numerowane jej oznaczeniem. Wykaz dowodów wymienia każdy plik wraz z liczbą stron i skrótem SHA-256.
complaint-annex = Załącznik
complaint-content = Treść
complaint-annex-content = { $annex ->
    [1] Umocowanie i tożsamość
    [2] Żądania, ich otrzymanie i terminy
   *[3] Odpowiedzi, milczenie i ustalenia
}
complaint-register-volumes = { $volumes ->
    [one] Wykaz dowodów, jeden tom
    [few] Wykaz dowodów, { $volumes } tomy
    [many] Wykaz dowodów, { $volumes } tomów
   *[other] Wykaz dowodów, { $volumes } tomu
}
complaint-machine-readable = Te same fakty w formie nadającej się do odczytu maszynowego (JSON)
complaint-manifest = Podpisana lista wszystkich plików z ich skrótami

complaint-signed = { $town }, dnia { DATE($date) }
complaint-signed-on = Dnia { DATE($date) }
complaint-signed-for = Za { $organisation }

complaint-annexes-of = { $law ->
    [fadp] Załączniki { $person } do zawiadomienia { $reference }
   *[gdpr] Załączniki { $person } do skargi { $reference }
}
complaint-annex-title = Załącznik { $person }-{ $annex }: { $annex ->
    [1] umocowanie i tożsamość
    [2] żądania, ich otrzymanie i terminy
   *[3] odpowiedzi, milczenie i ustalenia
}
complaint-identity = Osoba, której dane dotyczą
complaint-person-name = Imię i nazwisko
complaint-contact = { $kind ->
    [address] Adres pocztowy
    [email] Adres e-mail
   *[phone] Telefon
}
complaint-identifier = { $element ->
    [name] Nazwisko znane administratorowi
    [email] Adres e-mail znany administratorowi
    [birth_date] Data urodzenia
    [address] Adres znany administratorowi
    [phone] Telefon znany administratorowi
    [customer_number] Numer klienta
   *[other] Inny identyfikator
}
complaint-identifiers = Znana administratorowi jako
complaint-mandate = Umocowanie
complaint-credential = Poświadczenie do weryfikacji
complaint-signed-date = Podpisano dnia
complaint-valid-from = Ważne od
complaint-valid-to = Ważne do
complaint-no-end = bezterminowo
complaint-rights-granted = Objęte prawa
complaint-acts-granted = Objęte czynności
complaint-act = { $act ->
    [complaint] { $law ->
        [uk_gdpr] skarga do organu nadzorczego (art. 165 DPA 2018)
        [fadp] zawiadomienie organu nadzorczego (art. 49 FADP)
       *[gdpr] skarga do organu nadzorczego (art. 77 RODO)
    }
    [action_against_authority] { $law ->
        [uk_gdpr] środek ochrony prawnej przeciwko organowi nadzorczemu (art. 78 brytyjskiego RODO; art. 166 DPA 2018)
        [fadp] środek prawny przeciwko organowi nadzorczemu
       *[gdpr] środek ochrony prawnej przeciwko organowi nadzorczemu (art. 78 RODO)
    }
    [action_against_controller] { $law ->
        [uk_gdpr] środek ochrony prawnej przeciwko administratorowi lub podmiotowi przetwarzającemu (art. 79 brytyjskiego RODO)
        [fadp] powództwo przeciwko administratorowi lub podmiotowi przetwarzającemu (art. 32 FADP)
       *[gdpr] środek ochrony prawnej przeciwko administratorowi lub podmiotowi przetwarzającemu (art. 79 RODO)
    }
   *[compensation] { $law ->
        [uk_gdpr] odszkodowanie (art. 82 brytyjskiego RODO; art. 187 ust. 1 lit. b DPA 2018)
        [fadp] odszkodowanie (art. 32 ust. 2 FADP)
       *[gdpr] odszkodowanie (art. 82 RODO), jeżeli prawo krajowe na to pozwala
    }
}
complaint-scope = Zakres i cel
complaint-given-as = Forma udzielenia
complaint-evidence-kind = { $kind ->
    [signed_paper] Dokument papierowy podpisany odręcznie, zeskanowany
    [qualified_signature] Kwalifikowany podpis elektroniczny
    [electronic_signature] Zaawansowany lub zwykły podpis elektroniczny
    [authenticated_acceptance] Akceptacja po zalogowaniu do usługi organizacji
    [membership_record] Odnotowano przez organizację przy zapisie
   *[legal_representative] Udzielone przez przedstawiciela ustawowego
}
complaint-document = Dokument
complaint-hash = SHA-256
complaint-by-representative = Umocowania udzielił rodzic, opiekun lub inny przedstawiciel ustawowy tej osoby.

complaint-request = { $right ->
    [access] Żądanie dostępu do danych
    [rectification] Żądanie sprostowania danych
    [erasure] Żądanie usunięcia danych
    [restriction] Żądanie ograniczenia przetwarzania
    [portability] Żądanie przeniesienia danych
    [objection] Sprzeciw wobec przetwarzania
   *[automated_decision] Żądanie ponownej oceny zautomatyzowanej decyzji
}, { $reference }
complaint-filed = Zarejestrowano dnia
complaint-sent = Wysłano dnia
complaint-not-sent = nie wysłano
complaint-received = Otrzymano dnia
complaint-not-received = nie odnotowano otrzymania
complaint-receipt = Dowód otrzymania
complaint-receipt-kind = { $kind ->
    [controller_acknowledgement] Potwierdzenie otrzymania przez administratora
    [registered_delivery] Przesyłka polecona lub kwalifikowane rejestrowane doręczenie elektroniczne
    [delivery_confirmation] Potwierdzenie doręczenia przez serwer lub portal
    [controller_statement] Późniejsze oświadczenie lub działanie administratora
   *[presumption] Domniemanie na podstawie wysłania
}
complaint-asked = Czego zażądano
complaint-deadline = Termin
complaint-no-deadline = Dla tego żądania nie biegnie żaden termin.
complaint-step = Krok
complaint-rule = Reguła
complaint-editions = Obliczono według reguł { $rules } i kalendarza { $calendar }. Reguły pochodzą ze specyfikacji prawnej Recourse, która podaje źródło każdej z nich.

complaint-answers = Odpowiedzi
complaint-silence = Do { DATE($date) }, dnia sporządzenia akt, administrator nie przesłał niczego w sprawie tego żądania.
complaint-response = { $kind ->
    [full] Pełna odpowiedź
    [partial] Częściowa odpowiedź
    [refused] Odmowa
    [no_data] Odpowiedź, że danych nie ma
    [cannot_identify] Oświadczenie, że osoby nie można zidentyfikować
    [redirected] Odesłanie do innego administratora
    [fee_demand] Żądanie opłaty
    [extension] Informacja o przedłużeniu terminu
    [identity_question] Pytanie o tożsamość
    [scope_question] Pytanie o zakres
    [acknowledgement] Potwierdzenie otrzymania
   *[other] Inna wiadomość
} z dnia { DATE($on) }
complaint-via = Droga
complaint-via-name = { $via ->
    [callback] Podpisana wiadomość z systemu administratora
    [api] Wpis administratora w interfejsie
    [bulk] Zbiorcze przesłanie odpowiedzi przez administratora
   *[manual] List, e-mail lub telefon, odnotowane przez organizację
}
complaint-late = { $days ->
    [one] Jeden dzień po terminie
    [few] { $days } dni po terminie
    [many] { $days } dni po terminie
   *[other] { $days } dnia po terminie
}
complaint-lateness = Opóźnienie
complaint-says = Treść
complaint-files = Pliki
complaint-file = Plik
complaint-pages = Strony
complaint-findings = Ustalenia
complaint-no-findings = W sprawie tego żądania nie stwierdzono naruszenia.

complaint-withheld = { $what ->
    [name] Usunięto imię i nazwisko
    [contacts] Usunięto dane kontaktowe
    [identifiers] Usunięto identyfikatory
    [credential] Usunięto poświadczenie
    [mandate_scope] Usunięto zakres umocowania
    [mandate_document] Usunięto dokument umocowania
    [asked] Usunięto treść żądania
    [response_content] Usunięto treść odpowiedzi
    [files] Usunięto pliki
   *[other] Usunięto część
}: dane osobowe, które nie są potrzebne do ustosunkowania się do zarzutów
complaint-marked = Poufne: { $reason }
complaint-withheld-because = Usunięto jako poufne: { $reason }

complaint-register = Wykaz dowodów
complaint-volume = Tom { $volume } z { $volumes }
complaint-register-text = { $law ->
    [fadp] Wszystkie pliki tego zawiadomienia, które są dowodami lub załącznikami, z liczbą stron i skrótem. Plik jest tym, który wymieniono, jeżeli jego skrót SHA-256 jest taki sam.
   *[gdpr] Wszystkie pliki tej skargi, które są dowodami lub załącznikami, z liczbą stron i skrótem. Plik jest tym, który wymieniono, jeżeli jego skrót SHA-256 jest taki sam.
}
complaint-size = Bajty
