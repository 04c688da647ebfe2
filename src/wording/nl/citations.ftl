# Bepalingen, zoals ze in juridische teksten worden aangehaald.

citation = { $form ->
    [article] artikel { $number } { $act }
    [paragraph] artikel { $number }, lid { $paragraph }, { $act }
    [point] artikel { $number }, onder { $point }), { $act }
    [paragraph-point] artikel { $number }, lid { $paragraph }, onder { $point }), { $act }
    [range] artikelen { $number } tot en met { $last } { $act }
    [recital] overweging { $number } { $act }
   *[section] artikel { $number } { $act }
}

act-gdpr = AVG
act-reg-1182-71 = Verordening 1182/71
act-reg-2025-2518 = Verordening 2025/2518
act-uk-gdpr = Britse AVG
act-dpa-2018 = DPA 2018
act-fadp = Zwitserse FADP
act-dpo = Zwitserse DPO
act-ccpa = CCPA Regulations
act-lgpd = LGPD
act-uavg = UAVG
act-decree-2019-536 = Decreet 2019-536
act-bdsg = BDSG
