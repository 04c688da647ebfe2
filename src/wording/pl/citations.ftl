# Przepisy, tak jak przywołuje się je w pismach prawniczych.

citation = { $form ->
    [article] art. { $number } { $act }
    [paragraph] art. { $number } ust. { $paragraph } { $act }
    [point] art. { $number } lit. { $point } { $act }
    [paragraph-point] art. { $number } ust. { $paragraph } lit. { $point } { $act }
    [range] art. { $number }–{ $last } { $act }
    [recital] motyw { $number } { $act }
   *[section] art. { $number } { $act }
}

act-gdpr = RODO
act-reg-1182-71 = rozporządzenia 1182/71
act-reg-2025-2518 = rozporządzenia 2025/2518
act-uk-gdpr = brytyjskiego RODO
act-dpa-2018 = DPA 2018
act-fadp = szwajcarskiej ustawy o ochronie danych (FADP)
act-dpo = szwajcarskiego rozporządzenia o ochronie danych (DPO)
act-ccpa = przepisów wykonawczych do CCPA
act-lgpd = LGPD
act-uavg = UAVG
act-decree-2019-536 = dekretu 2019-536
act-bdsg = BDSG
