# Perché un’autorità di controllo è proposta per un reclamo.

reason-residence = La persona risiede qui: { PLACE($place) }.
reason-work = La persona lavora qui: { PLACE($place) }.
reason-infringement = La violazione è avvenuta qui: { PLACE($place) }.
reason-establishment = Il titolare è stabilito qui: { PLACE($place) }. La persona non ha alcun luogo soggetto allo stesso diritto.
reason-main_establishment = Il titolare ha qui il suo stabilimento principale: { PLACE($place) }. In un caso transfrontaliero si presume che l’autorità di quel luogo sia la capofila.
reason-private_controller = In Germania un titolare privato è soggetto all’autorità del Land in cui è stabilito ({ PLACE($place) }).
reason-public_body = In Germania un ente pubblico di un Land è soggetto all’autorità di quel Land ({ PLACE($place) }).
reason-federal_body = In Germania il commissario federale vigila sugli enti pubblici della federazione.
reason-telecoms = In Germania il commissario federale vigila sui servizi di telecomunicazione.
reason-postal = In Germania il commissario federale vigila sui servizi postali.
reason-church = In Germania le chiese e le associazioni religiose possono avere un’autorità propria ({ PLACE($place) }). Se manca, è competente l’autorità del Land.
reason-broadcaster = In Germania le emittenti pubbliche possono avere un’autorità propria ({ PLACE($place) }). Su ciò che essa non vigila è competente l’autorità del Land.
reason-sector_unknown = In Germania dipende da che tipo di ente sia il titolare, che non è noto ({ PLACE($place) }).
reason-passes_on = L’autorità di questo Land ({ PLACE($place) }) riceve il reclamo e lo trasmette a quella competente.
reason-regional_public_body = In Spagna questa comunità ha un’autorità propria per parte del suo settore pubblico ({ PLACE($place) }).
reason-beside_region = In Spagna è competente l’autorità nazionale, salvo che lo sia quella di una comunità.
reason-cantonal_body = In Svizzera gli organi dei cantoni e dei comuni sono soggetti alle autorità cantonali. L’autorità federale è competente per tutti gli altri.
reason-own_legal_order = Questo Stato ({ PLACE($place) }) ha un proprio diritto della protezione dei dati e una propria autorità.

no-lead-establishment_unknown = Non si presume alcuna autorità capofila, perché lo stabilimento principale del titolare non è noto.
no-lead-outside_eea = Non si presume alcuna autorità capofila, perché il titolare ha lo stabilimento principale fuori dello Spazio economico europeo.
no-lead-public_body = Per gli enti pubblici non c’è un’autorità capofila: è competente soltanto la loro autorità.
no-lead-special_supervision = Non si presume alcuna autorità capofila, perché il titolare può avere un’autorità speciale.
no-lead-not_cross_border = Non c’è un’autorità capofila, perché, per quanto è noto, il caso non è transfrontaliero.
no-lead-unclear = Da quanto è noto non si può dire quale sia l’autorità capofila.

missing-residence_subdivision = Indicare la regione in cui la persona risiede: da essa dipende quale autorità è competente.
missing-work_subdivision = Indicare la regione in cui la persona lavora: da essa dipende quale autorità è competente.
missing-infringement_subdivision = Indicare la regione in cui è avvenuta la violazione: da essa dipende quale autorità è competente.
missing-controller_subdivision = Indicare la regione in cui il titolare è stabilito: da essa dipende quale autorità è competente.
missing-controller_sector = Indicare che tipo di ente è il titolare: privato, pubblico, federale o speciale. Da ciò dipende quale autorità è competente.
