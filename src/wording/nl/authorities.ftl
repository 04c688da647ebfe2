# Waarom een toezichthoudende autoriteit voor een klacht wordt voorgesteld.

reason-residence = De persoon woont hier: { PLACE($place) }.
reason-work = De persoon werkt hier: { PLACE($place) }.
reason-infringement = De inbreuk vond hier plaats: { PLACE($place) }.
reason-establishment = De verwerkingsverantwoordelijke is hier gevestigd: { PLACE($place) }. De persoon heeft geen plaats waar hetzelfde recht geldt.
reason-main_establishment = De verwerkingsverantwoordelijke heeft hier haar hoofdvestiging: { PLACE($place) }. In een grensoverschrijdende zaak is de autoriteit daar vermoedelijk leidend.
reason-private_controller = In Duitsland valt een private verwerkingsverantwoordelijke onder de autoriteit van de deelstaat waar zij gevestigd is ({ PLACE($place) }).
reason-public_body = In Duitsland valt een overheidsinstantie van een deelstaat onder de autoriteit van die deelstaat ({ PLACE($place) }).
reason-federal_body = In Duitsland houdt de federale commissaris toezicht op overheidsinstanties van de federatie.
reason-telecoms = In Duitsland houdt de federale commissaris toezicht op telecommunicatiediensten.
reason-postal = In Duitsland houdt de federale commissaris toezicht op postdiensten.
reason-church = In Duitsland kunnen kerken en religieuze verenigingen een eigen autoriteit hebben ({ PLACE($place) }). Ontbreekt die, dan is de autoriteit van de deelstaat bevoegd.
reason-broadcaster = In Duitsland kunnen publieke omroepen een eigen autoriteit hebben ({ PLACE($place) }). Waarop die geen toezicht houdt, valt onder de autoriteit van de deelstaat.
reason-sector_unknown = In Duitsland hangt het ervan af wat voor instantie de verwerkingsverantwoordelijke is, en dat is niet bekend ({ PLACE($place) }).
reason-passes_on = De autoriteit van deze deelstaat ({ PLACE($place) }) neemt de klacht aan en geeft haar door aan de bevoegde autoriteit.
reason-regional_public_body = In Spanje heeft deze regio voor delen van haar overheidssector een eigen autoriteit ({ PLACE($place) }).
reason-beside_region = In Spanje is de nationale autoriteit bevoegd, tenzij die van een regio het is.
reason-cantonal_body = In Zwitserland vallen instanties van kantons en gemeenten onder de autoriteiten van de kantons. Voor alle andere is de federale autoriteit bevoegd.
reason-own_legal_order = Deze staat ({ PLACE($place) }) heeft een eigen gegevensbeschermingsrecht en een eigen autoriteit.

no-lead-establishment_unknown = Er wordt geen leidende autoriteit vermoed, omdat de hoofdvestiging van de verwerkingsverantwoordelijke niet bekend is.
no-lead-outside_eea = Er wordt geen leidende autoriteit vermoed, omdat de verwerkingsverantwoordelijke haar hoofdvestiging buiten de Europese Economische Ruimte heeft.
no-lead-public_body = Voor overheidsinstanties is er geen leidende autoriteit: alleen hun eigen autoriteit is bevoegd.
no-lead-special_supervision = Er wordt geen leidende autoriteit vermoed, omdat de verwerkingsverantwoordelijke een bijzondere autoriteit kan hebben.
no-lead-not_cross_border = Er is geen leidende autoriteit, omdat de zaak voor zover bekend niet grensoverschrijdend is.
no-lead-unclear = Uit wat bekend is, kan niet worden afgeleid wat de leidende autoriteit is.

missing-residence_subdivision = Noem het deel van het land waar de persoon woont: daarvan hangt af welke autoriteit bevoegd is.
missing-work_subdivision = Noem het deel van het land waar de persoon werkt: daarvan hangt af welke autoriteit bevoegd is.
missing-infringement_subdivision = Noem het deel van het land waar de inbreuk plaatsvond: daarvan hangt af welke autoriteit bevoegd is.
missing-controller_subdivision = Noem het deel van het land waar de verwerkingsverantwoordelijke gevestigd is: daarvan hangt af welke autoriteit bevoegd is.
missing-controller_sector = Zeg wat voor instantie de verwerkingsverantwoordelijke is: privaat, publiek, federaal of bijzonder. Daarvan hangt af welke autoriteit bevoegd is.
