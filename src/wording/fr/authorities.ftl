# Pourquoi une autorité de contrôle est proposée pour une réclamation.

reason-residence = La personne réside ici : { PLACE($place) }.
reason-work = La personne travaille ici : { PLACE($place) }.
reason-infringement = La violation a eu lieu ici : { PLACE($place) }.
reason-establishment = Le responsable du traitement est établi ici : { PLACE($place) }. La personne n’a aucun lieu qui relève du même droit.
reason-main_establishment = Le responsable du traitement a ici son établissement principal : { PLACE($place) }. Dans une affaire transfrontalière, l’autorité de ce lieu est présumée chef de file.
reason-private_controller = En Allemagne, un responsable privé relève de l’autorité du Land où il est établi ({ PLACE($place) }).
reason-public_body = En Allemagne, un organisme public d’un Land relève de l’autorité de ce Land ({ PLACE($place) }).
reason-federal_body = En Allemagne, le commissaire fédéral contrôle les organismes publics de la fédération.
reason-telecoms = En Allemagne, le commissaire fédéral contrôle les services de télécommunications.
reason-postal = En Allemagne, le commissaire fédéral contrôle les services postaux.
reason-church = En Allemagne, les églises et associations religieuses peuvent avoir leur propre autorité ({ PLACE($place) }). À défaut, l’autorité du Land est compétente.
reason-broadcaster = En Allemagne, les radiodiffuseurs publics peuvent avoir leur propre autorité ({ PLACE($place) }). Ce qu’elle ne contrôle pas relève de l’autorité du Land.
reason-sector_unknown = En Allemagne, cela dépend du type d’organisme qu’est le responsable du traitement, qui n’est pas connu ({ PLACE($place) }).
reason-passes_on = L’autorité de ce Land ({ PLACE($place) }) reçoit la réclamation et la transmet à celle qui est compétente.
reason-regional_public_body = En Espagne, cette région a sa propre autorité pour une partie de son secteur public ({ PLACE($place) }).
reason-beside_region = En Espagne, l’autorité nationale est compétente, sauf si l’autorité d’une région l’est.
reason-cantonal_body = En Suisse, les organismes des cantons et des communes relèvent des autorités cantonales. L’autorité fédérale est compétente pour tous les autres.
reason-own_legal_order = Cet État ({ PLACE($place) }) a son propre droit de la protection des données et sa propre autorité.

no-lead-establishment_unknown = Aucune autorité chef de file n’est présumée, car l’établissement principal du responsable du traitement n’est pas connu.
no-lead-outside_eea = Aucune autorité chef de file n’est présumée, car le responsable du traitement a son établissement principal hors de l’Espace économique européen.
no-lead-public_body = Il n’y a pas d’autorité chef de file pour les organismes publics : seule leur propre autorité est compétente.
no-lead-special_supervision = Aucune autorité chef de file n’est présumée, car le responsable du traitement peut relever d’une autorité particulière.
no-lead-not_cross_border = Il n’y a pas d’autorité chef de file, car, d’après ce qui est connu, l’affaire n’est pas transfrontalière.
no-lead-unclear = Ce qui est connu ne permet pas de dire quelle est l’autorité chef de file.

missing-residence_subdivision = Indiquez la région où réside la personne : elle détermine l’autorité compétente.
missing-work_subdivision = Indiquez la région où travaille la personne : elle détermine l’autorité compétente.
missing-infringement_subdivision = Indiquez la région où la violation a eu lieu : elle détermine l’autorité compétente.
missing-controller_subdivision = Indiquez la région où le responsable du traitement est établi : elle détermine l’autorité compétente.
missing-controller_sector = Indiquez quel type d’organisme est le responsable du traitement : privé, public, fédéral ou particulier. Cela détermine l’autorité compétente.
