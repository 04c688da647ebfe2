# Terminy. `short-…` to jedno zdanie; `step-…` ma nazwę i pola kroku.
# Formy liczby: one – 1, few – 2 do 4, many – 5 i więcej, other – ułamki.

months = { $months ->
    [one] jeden miesiąc
    [2] dwa miesiące
    [3] trzy miesiące
    [few] { $months } miesiące
    [many] { $months } miesięcy
   *[other] { $months } miesiąca
}

short-due = Żądanie otrzymano w dniu { DATE($received) }: odpowiedzi należy udzielić najpóźniej w dniu { DATE($due) } ({ WEEKDAY($due) }), { months } po otrzymaniu żądania{ $extended ->
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
short-suspended = Żądanie otrzymano w dniu { DATE($received) }: od { DATE($since) } bieg terminu jest zawieszony, ponieważ administrator czeka na informacje.
short-none = Żądanie otrzymano w dniu { DATE($received) }: nie można podać terminu.

step-received = Żądanie dotarło do administratora ({ PLACE($place) }) w dniu { DATE($date) } ({ WEEKDAY($date) }). Dowodem jest { $proof ->
    [controller_acknowledgement] potwierdzenie otrzymania wydane przez administratora
    [registered_delivery] doręczenie przesyłki poleconej
    [delivery_confirmation] potwierdzenie doręczenia
    [controller_statement] późniejsze oświadczenie lub działanie administratora
   *[presumption] domniemanie wynikające z wysłania żądania
}. Tego dnia nie wlicza się do terminu.
step-months_added = { $clamped ->
    [yes] Okres ({ months }) liczony od { DATE($from) } kończy się w dniu { DATE($to) } ({ WEEKDAY($to) }), ostatnim dniu miesiąca, w którym takiej daty nie ma.
   *[no] Okres ({ months }) liczony od { DATE($from) } kończy się w dniu { DATE($to) } ({ WEEKDAY($to) }).
}
step-suspension_counted = { $kind ->
    [identity] W dniu { DATE($asked_on) } administrator zażądał potwierdzenia tożsamości, a w dniu { DATE($supplied_on) } je otrzymał. Czasu pomiędzy tymi datami nie wlicza się do terminu.
   *[scope] W dniu { DATE($asked_on) } administrator poprosił o sprecyzowanie żądania, a w dniu { DATE($supplied_on) } otrzymał odpowiedź. Czasu pomiędzy tymi datami nie wlicza się do terminu.
}
step-suspension_not_counted = { $kind ->
    [identity] W dniu { DATE($asked_on) } administrator zażądał potwierdzenia tożsamości.
   *[scope] W dniu { DATE($asked_on) } administrator poprosił o sprecyzowanie żądania.
} { $why ->
    [not_prompt] Nie wstrzymuje to biegu terminu, ponieważ nie zwrócił się o to niezwłocznie.
   *[contested] Nie wstrzymuje to biegu terminu, ponieważ zawieszenie jest kwestionowane.
}
step-days_added = Do daty { DATE($from) } dolicza się { $days ->
    [one] jeden dzień zawieszenia
    [few] { $days } dni zawieszenia
    [many] { $days } dni zawieszenia
   *[other] { $days } dnia zawieszenia
}, co daje { DATE($to) } ({ WEEKDAY($to) }).
step-rolled = Dzień { DATE($from) } ({ WEEKDAY($from) }) nie jest dniem roboczym, więc termin upływa w najbliższym dniu roboczym: { DATE($to) } ({ WEEKDAY($to) }). Dni pominięte: { $over }.
step-working_day = Dzień { DATE($date) } ({ WEEKDAY($date) }) jest dniem roboczym, więc termin upływa w tym dniu.
step-extension_counted = W dniu { DATE($notified_on) } administrator poinformował, w terminie i z podaniem przyczyn, o przedłużeniu terminu { $months ->
    [one] o jeden miesiąc
    [2] o dwa miesiące
    [few] o { $months } miesiące
    [many] o { $months } miesięcy
   *[other] o { $months } miesiąca
}. Cały termin biegnie od otrzymania żądania.
step-extension_not_counted = { $defect ->
    [extension_late] Przedłużenie terminu ogłoszone w dniu { DATE($notified_on) } jest bezskuteczne, ponieważ nastąpiło po upływie pierwszego terminu.
    [extension_without_reasons] Przedłużenie terminu ogłoszone w dniu { DATE($notified_on) } jest bezskuteczne, ponieważ nie podano przyczyn.
    [extension_repeated] Przedłużenie terminu ogłoszone w dniu { DATE($notified_on) } jest bezskuteczne, ponieważ termin można przedłużyć tylko raz.
   *[other] Przedłużenie terminu ogłoszone w dniu { DATE($notified_on) } jest bezskuteczne, ponieważ nie spełnia wymogów.
}
step-suspended = { $kind ->
    [identity] W dniu { DATE($since) } administrator zażądał potwierdzenia tożsamości i nadal na nie czeka. Dopóki go nie otrzyma, termin nie jest określony.
   *[scope] W dniu { DATE($since) } administrator poprosił o sprecyzowanie żądania i nadal czeka na odpowiedź. Dopóki jej nie otrzyma, termin nie jest określony.
}
step-in_doubt = { $region_unknown ->
    [yes] Termin upływa najwcześniej { DATE($earliest) }, a najpóźniej { DATE($latest) }, ponieważ dni wolne zależą od regionu, który nie jest znany.
   *[no] Termin upływa najwcześniej { DATE($earliest) }, a najpóźniej { DATE($latest) }, ponieważ jeden z dni wolnych jest niepewny.
} Przed upływem późniejszej daty nikomu nie zarzuca się opóźnienia.
step-no_calendar = Dla tego miejsca ({ PLACE($place) }) nie jest prowadzony kalendarz dni ustawowo wolnych od pracy. Uwzględniono tylko soboty i niedziele; rzeczywisty termin może być późniejszy.
step-expires = Termin upływa z końcem dnia { DATE($due) } ({ WEEKDAY($due) }), o północy czasu lokalnego ({ $zone }).

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
