# Provisions, as they are cited in legal writing.

citation = { $form ->
    [article] { $act } Art. { $number }
    [paragraph] { $act } Art. { $number }({ $paragraph })
    [point] { $act } Art. { $number }({ $point })
    [paragraph-point] { $act } Art. { $number }({ $paragraph })({ $point })
    [range] { $act } Arts { $number } to { $last }
    [recital] { $act } recital { $number }
   *[section] { $act } s. { $number }
}

act-gdpr = GDPR
act-reg-1182-71 = Reg. 1182/71
act-reg-2025-2518 = Reg. 2025/2518
act-uk-gdpr = UK GDPR
act-dpa-2018 = DPA 2018
act-fadp = FADP
act-dpo = DPO
act-ccpa = CCPA Regulations
act-lgpd = LGPD
act-uavg = UAVG
act-decree-2019-536 = Decree 2019-536
act-bdsg = BDSG
