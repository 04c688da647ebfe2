# Las disposiciones, tal como se citan en los textos jurídicos.

citation = { $form ->
    [article] art. { $number } { $act }
    [paragraph] art. { $number }.{ $paragraph } { $act }
    [point] art. { $number }, letra { $point }), { $act }
    [paragraph-point] art. { $number }.{ $paragraph }, letra { $point }), { $act }
    [range] arts. { $number } a { $last } { $act }
    [recital] considerando { $number } { $act }
   *[section] art. { $number } { $act }
}

act-gdpr = del RGPD
act-reg-1182-71 = del Reglamento 1182/71
act-reg-2025-2518 = del Reglamento 2025/2518
act-uk-gdpr = del RGPD del Reino Unido
act-dpa-2018 = de la DPA 2018
act-fadp = de la LPD suiza
act-dpo = de la OPDo suiza
act-ccpa = del Reglamento de la CCPA
act-lgpd = de la LGPD
act-uavg = de la UAVG
act-decree-2019-536 = del Decreto 2019-536
act-bdsg = de la BDSG
