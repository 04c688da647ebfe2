# Święta wspólne wielu krajom, według nazwy angielskiej.

holiday-new-years-day = Nowy Rok
holiday-epiphany = Święto Trzech Króli
holiday-maundy-thursday = Wielki Czwartek
holiday-good-friday = Wielki Piątek
holiday-holy-saturday = Wielka Sobota
holiday-easter-sunday = Wielkanoc
holiday-easter-monday = Poniedziałek Wielkanocny
holiday-labour-day = Święto Pracy
holiday-ascension-day = Wniebowstąpienie Pańskie
holiday-whit-sunday = Zielone Świątki
holiday-whit-monday = drugi dzień Zielonych Świątek
holiday-corpus-christi = Boże Ciało
holiday-assumption-day = Wniebowzięcie Najświętszej Maryi Panny
holiday-reformation-day = Święto Reformacji
holiday-all-saints-day = Wszystkich Świętych
holiday-immaculate-conception = Niepokalane Poczęcie Najświętszej Maryi Panny
holiday-christmas-eve = Wigilia Bożego Narodzenia
holiday-christmas-day = Boże Narodzenie
holiday-saint-stephens-day = drugi dzień Bożego Narodzenia
holiday-new-years-eve = sylwester
holiday-second-day-of-christmas = drugi dzień Bożego Narodzenia
holiday-saint-josephs-day = Świętego Józefa
