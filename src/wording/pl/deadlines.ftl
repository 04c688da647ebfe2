# Terminy. `short-…` to jedno zdanie; `step-…` ma nazwę i pola kroku.
# Formy liczby: one – 1, few – 2 do 4, many – 5 i więcej, other – ułamki.

term = { $unit ->
    [hours] { $count } { $count ->
        [one] godzina
        [few] godziny
        [many] godzin
       *[other] godziny
    }
    [days] { $count } { $count ->
        [one] dzień
        [few] dni
        [many] dni
       *[other] dnia
    }
    [working_days] { $count } { $count ->
        [one] dzień roboczy
        [few] dni robocze
        [many] dni roboczych
       *[other] dnia roboczego
    }
    [weeks] { $count } { $count ->
        [one] tydzień
        [few] tygodnie
        [many] tygodni
       *[other] tygodnia
    }
   *[months] { $count ->
        [one] jeden miesiąc
        [2] dwa miesiące
        [3] trzy miesiące
        [few] { $count } miesiące
        [many] { $count } miesięcy
       *[other] { $count } miesiąca
    }
}

short-due = Żądanie otrzymano w dniu { DATE($received) }: odpowiedzi należy udzielić najpóźniej w dniu { DATE($due) } ({ WEEKDAY($due) }), { term } po otrzymaniu żądania{ $extended ->
    [yes] , na podstawie skutecznego przedłużenia terminu
   *[no] {""}
}{ $suspended_days ->
    [0] {""}
    [one] , z uwzględnieniem jednego dnia zawieszenia
    [few] , z uwzględnieniem { $suspended_days } dni zawieszenia
    [many] , z uwzględnieniem { $suspended_days } dni zawieszenia
   *[other] , z uwzględnieniem { $suspended_days } dnia zawieszenia
}{ $moved ->
    [yes] , z przesunięciem na najbliższy dzień roboczy
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(być może już { DATE($earliest) })
   *[no] {""}
}.
short-act = { $regime ->
    [sa_information] Informacja organu o postępach lub wyniku rozpatrzenia skargi
    [sa_inadmissible] Uznanie skargi za niedopuszczalną
    [sa_transmit] Przekazanie skargi wiodącemu organowi nadzorczemu
    [sa_competence] Potwierdzenie właściwości przez wiodący organ nadzorczy
    [sa_objection] Sprzeciw wobec wczesnego rozstrzygnięcia
    [sa_resolution] Odnotowanie wczesnego rozstrzygnięcia
    [ccpa_confirmation] Potwierdzenie żądania
    [breach_72h] Zgłoszenie naruszenia
    [uk_complaint] Potwierdzenie otrzymania skargi przez administratora
    [nl_petition] Wniosek do sądu
   *[sa_draft_decision] Projekt decyzji wiodącego organu nadzorczego
}: najpóźniej w dniu { DATE($due) } ({ WEEKDAY($due) }); okres od dnia { DATE($received) }: { term }{ $extended ->
    [yes] , na podstawie skutecznego przedłużenia terminu
   *[no] {""}
}{ $moved ->
    [yes] , z przesunięciem na najbliższy dzień roboczy
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(być może już { DATE($earliest) })
   *[no] {""}
}.
short-suspended = Żądanie otrzymano w dniu { DATE($received) }: od { DATE($since) } bieg terminu jest zawieszony, ponieważ administrator czeka na informacje.
short-none = Żądanie otrzymano w dniu { DATE($received) }: nie można podać terminu.

step-received = Żądanie dotarło do administratora ({ PLACE($place) }) w dniu { DATE($date) } ({ WEEKDAY($date) }).{ $proof ->
    [none] {""}
    [controller_acknowledgement] {" "}Dowodem jest potwierdzenie otrzymania wydane przez administratora.
    [registered_delivery] {" "}Dowodem jest doręczenie przesyłki poleconej.
    [delivery_confirmation] {" "}Dowodem jest potwierdzenie doręczenia.
    [controller_statement] {" "}Dowodem jest późniejsze oświadczenie lub działanie administratora.
   *[presumption] {" "}Dowodem jest domniemanie wynikające z wysłania żądania.
} Tego dnia nie wlicza się do terminu.
step-started = W dniu { DATE($date) } ({ WEEKDAY($date) }; { PLACE($place) }) { $event ->
    [complaint_lodged] skargę wniesiono do organu
    [complaint_transmitted] domniemany wiodący organ nadzorczy otrzymał skargę
    [resolution_told] skarżącego poinformowano, że naruszenie ustało
    [objection_time_over] termin na sprzeciw upłynął bez sprzeciwu
    [competence_confirmed] potwierdzono właściwość wiodącego organu nadzorczego
    [breach_known] administrator stwierdził naruszenie
    [controller_complaint] do administratora dotarła skarga
   *[controller_answered] administrator odpowiedział
}. { $event ->
    [breach_known] Godziny liczy się od tej chwili.
   *[other] Tego dnia nie wlicza się do terminu.
}
step-lodging_assumed = Te przepisy stosuje się do skarg wniesionych od dnia { DATE($from) } włącznie. Nie podano, kiedy wniesiono tę skargę; przyjęto, że nie wcześniej.
step-start_moved = { $kind ->
    [fee] Administrator zażądał opłaty, którą uiszczono w dniu { DATE($to) } ({ WEEKDAY($to) }).
   *[identity] Administrator zażądał potwierdzenia tożsamości i otrzymał je w dniu { DATE($to) } ({ WEEKDAY($to) }).
} Termin rozpoczyna się dopiero tego dnia.
step-counted = { $clamped ->
    [yes] Okres ({ term }) liczony od { DATE($from) } kończy się w dniu { DATE($to) } ({ WEEKDAY($to) }), ostatnim dniu miesiąca, w którym takiej daty nie ma.
   *[no] Okres ({ term }) liczony od { DATE($from) } kończy się w dniu { DATE($to) } ({ WEEKDAY($to) }).
}
step-suspension_counted = { $kind ->
    [identity] W dniu { DATE($asked_on) } administrator zażądał potwierdzenia tożsamości, a w dniu { DATE($supplied_on) } je otrzymał.
   *[scope] W dniu { DATE($asked_on) } administrator poprosił o sprecyzowanie żądania, a w dniu { DATE($supplied_on) } otrzymał odpowiedź.
} { $both_days ->
    [yes] Czasu pomiędzy tymi datami, łącznie z oboma dniami, nie wlicza się do terminu.
   *[no] Czasu pomiędzy tymi datami nie wlicza się do terminu.
}
step-suspension_not_counted = { $kind ->
    [fee] W dniu { DATE($asked_on) } administrator zażądał opłaty.
    [identity] W dniu { DATE($asked_on) } administrator zażądał potwierdzenia tożsamości.
   *[scope] W dniu { DATE($asked_on) } administrator poprosił o sprecyzowanie żądania.
} { $why ->
    [not_prompt] Nie wstrzymuje to biegu terminu, ponieważ nie zwrócił się o to niezwłocznie.
    [access_only] Nie wstrzymuje to biegu terminu, ponieważ to prawo przewiduje to tylko dla żądań dostępu.
    [never_stops] Nie wstrzymuje to biegu terminu, ponieważ to prawo nie zna zawieszenia.
   *[contested] Nie wstrzymuje to biegu terminu, ponieważ zawieszenie jest kwestionowane.
}
step-days_added = Do daty { DATE($from) } dolicza się { $days ->
    [one] jeden dzień zawieszenia
    [few] { $days } dni zawieszenia
    [many] { $days } dni zawieszenia
   *[other] { $days } dnia zawieszenia
}, co daje { DATE($to) } ({ WEEKDAY($to) }).{ $overlap ->
    [yes] {" "}Dni objęte dwoma zawieszeniami liczy się raz.
   *[no] {""}
}
step-rolled = Dzień { DATE($from) } ({ WEEKDAY($from) }) nie jest dniem roboczym, więc termin upływa w najbliższym dniu roboczym: { DATE($to) } ({ WEEKDAY($to) }). Dni pominięte: { $over }.
step-working_day = Dzień { DATE($date) } ({ WEEKDAY($date) }) jest dniem roboczym, więc termin upływa w tym dniu.
step-not_rolled = Według tego prawa termin upływa w dniu { DATE($date) } ({ WEEKDAY($date) }), bez względu na to, czy jest to dzień roboczy.
step-extension_counted = { $by_notice ->
    [yes] W dniu { DATE($notified_on) } administrator poinformował, w terminie i z podaniem przyczyn, o przedłużeniu terminu { $unit ->
        [days] o { $count } dni
       *[months] { $count ->
            [one] o jeden miesiąc
            [2] o dwa miesiące
            [few] o { $count } miesiące
            [many] o { $count } miesięcy
           *[other] o { $count } miesiąca
        }
    }. Cały termin biegnie od otrzymania żądania.
   *[no] W dniu { DATE($notified_on) } termin przedłużono o { term }. Cały termin biegnie od jego początku.
}
step-extension_not_counted = { $defect ->
    [extension_late] Przedłużenie terminu ogłoszone w dniu { DATE($notified_on) } jest bezskuteczne, ponieważ nastąpiło po upływie pierwszego terminu.
    [extension_without_reasons] Przedłużenie terminu ogłoszone w dniu { DATE($notified_on) } jest bezskuteczne, ponieważ nie podano przyczyn.
    [extension_repeated] Przedłużenie terminu ogłoszone w dniu { DATE($notified_on) } jest bezskuteczne, ponieważ termin można przedłużyć tylko raz.
   *[other] Przedłużenie terminu ogłoszone w dniu { DATE($notified_on) } jest bezskuteczne, ponieważ nie spełnia wymogów.
}
step-suspended = { $kind ->
    [fee] W dniu { DATE($since) } administrator zażądał opłaty, która nie została jeszcze uiszczona. Do tego czasu termin nie jest określony.
    [identity] W dniu { DATE($since) } administrator zażądał potwierdzenia tożsamości i nadal na nie czeka. Dopóki go nie otrzyma, termin nie jest określony.
   *[scope] W dniu { DATE($since) } administrator poprosił o sprecyzowanie żądania i nadal czeka na odpowiedź. Dopóki jej nie otrzyma, termin nie jest określony.
}
step-in_doubt = { $region_unknown ->
    [yes] Termin upływa najwcześniej { DATE($earliest) }, a najpóźniej { DATE($latest) }, ponieważ dni wolne zależą od regionu, który nie jest znany.
   *[no] Termin upływa najwcześniej { DATE($earliest) }, a najpóźniej { DATE($latest) }, ponieważ jeden z dni wolnych jest niepewny.
} Przed upływem późniejszej daty nikomu nie zarzuca się opóźnienia.
step-no_calendar = Dla tego miejsca ({ PLACE($place) }) nie jest prowadzony kalendarz dni ustawowo wolnych od pracy. Uwzględniono tylko soboty i niedziele; rzeczywisty termin może być późniejszy.
step-strict_reading = Według ścisłej wykładni prawa termin upływa już w dniu { DATE($date) } ({ WEEKDAY($date) }). Przypomnienia liczy się od tego dnia; przed upływem drugiej daty nikomu nie zarzuca się opóźnienia.
step-expires = Termin upływa z końcem dnia { DATE($due) } ({ WEEKDAY($due) }), o północy czasu lokalnego ({ $zone }).
step-expires_at = Termin upływa w dniu { DATE($due) } ({ WEEKDAY($due) }) o godzinie { $time } czasu lokalnego ({ $zone }).
step-silence_rejects = Jeżeli organ będzie do tego czasu milczał, jego milczenie oznacza odrzucenie skargi ({ PLACE($place) }), które można zaskarżyć do sądu.

# One more of the days passed over.
days-off = { $before }; { $day }
day-off = { DATE($date) } ({ WEEKDAY($date) }){ $why ->
    [holiday] { $named ->
        [yes] , { $name }
       *[no] , dzień ustawowo wolny od pracy
    }
   *[other] {""}
}{ $uncertain ->
    [yes] {" "}– niepewny
   *[no] {""}
}
