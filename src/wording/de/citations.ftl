# Vorschriften, wie sie in Rechtstexten zitiert werden.

citation = { $form ->
    [article] Art. { $number } { $act }
    [paragraph] Art. { $number } Abs. { $paragraph } { $act }
    [point] Art. { $number } Buchst. { $point } { $act }
    [paragraph-point] Art. { $number } Abs. { $paragraph } Buchst. { $point } { $act }
    [range] Art. { $number } bis { $last } { $act }
    [recital] Erwägungsgrund { $number } { $act }
   *[section] § { $number } { $act }
}

act-gdpr = DSGVO
act-reg-1182-71 = VO 1182/71
act-reg-2025-2518 = VO 2025/2518
act-uk-gdpr = UK-DSGVO
act-dpa-2018 = DPA 2018
act-fadp = DSG
act-dpo = DSV
act-ccpa = CCPA Regulations
act-lgpd = LGPD
act-uavg = UAVG
act-decree-2019-536 = Dekret 2019-536
act-bdsg = BDSG
