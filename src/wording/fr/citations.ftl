# Les dispositions, telles qu’on les cite dans un texte juridique.

citation = { $form ->
    [article] { $act }, art. { $number }
    [paragraph] { $act }, art. { $number }, par. { $paragraph }
    [point] { $act }, art. { $number }, point { $point })
    [paragraph-point] { $act }, art. { $number }, par. { $paragraph }, point { $point })
    [range] { $act }, art. { $number } à { $last }
    [recital] { $act }, considérant { $number }
   *[section] { $act }, section { $number }
}

act-gdpr = RGPD
act-reg-1182-71 = règlement nº 1182/71
act-reg-2025-2518 = règlement 2025/2518
act-uk-gdpr = RGPD britannique
act-dpa-2018 = DPA 2018
act-fadp = LPD
act-dpo = OPDo
act-ccpa = règlement CCPA
act-lgpd = LGPD
act-uavg = UAVG
act-decree-2019-536 = décret nº 2019-536
act-bdsg = BDSG
