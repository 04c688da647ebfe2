# Dni. Zdania używają ich przez DATE($day) i WEEKDAY($day). Miesiące stoją w dopełniaczu, dni tygodnia w mianowniku.
# Data kończy się skrótem „r.”, więc zdanie nie może kończyć się datą.

month = { $month ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
}
weekday = { $weekday ->
    [1] poniedziałek
    [2] wtorek
    [3] środa
    [4] czwartek
    [5] piątek
    [6] sobota
   *[7] niedziela
}
date = { $day } { month } { $year } r.
