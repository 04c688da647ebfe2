# Le disposizioni, come si citano nei testi giuridici.

citation = { $form ->
    [article] art. { $number } { $act }
    [paragraph] art. { $number }, par. { $paragraph }, { $act }
    [point] art. { $number }, lett. { $point }), { $act }
    [paragraph-point] art. { $number }, par. { $paragraph }, lett. { $point }), { $act }
    [range] artt. { $number }-{ $last } { $act }
    [recital] considerando { $number } { $act }
   *[section] art. { $number } { $act }
}

act-gdpr = GDPR
act-reg-1182-71 = reg. 1182/71
act-reg-2025-2518 = reg. 2025/2518
act-uk-gdpr = GDPR britannico
act-dpa-2018 = DPA 2018
act-fadp = LPD svizzera
act-dpo = OPDa svizzera
act-ccpa = regolamento CCPA
act-lgpd = LGPD
act-uavg = UAVG
act-decree-2019-536 = decreto 2019-536
act-bdsg = BDSG
