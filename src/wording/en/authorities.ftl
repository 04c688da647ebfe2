# Why a supervisory authority is proposed for a complaint.

reason-residence = The person lives here: { PLACE($place) }.
reason-work = The person works here: { PLACE($place) }.
reason-infringement = The infringement took place here: { PLACE($place) }.
reason-establishment = The controller is established here: { PLACE($place) }. The person has no place under the same law.
reason-main_establishment = The controller has its main establishment here: { PLACE($place) }. In a case that crosses a border, the authority there presumably leads.
reason-private_controller = In Germany a private controller is supervised by the authority of the Land where it is established ({ PLACE($place) }).
reason-public_body = In Germany a public body of a Land is supervised by the authority of that Land ({ PLACE($place) }).
reason-federal_body = In Germany the federal commissioner supervises public bodies of the federation.
reason-telecoms = In Germany the federal commissioner supervises telecommunications services.
reason-postal = In Germany the federal commissioner supervises postal services.
reason-church = In Germany churches and religious associations may have an authority of their own ({ PLACE($place) }). Where there is no such authority, that of the Land is competent.
reason-broadcaster = In Germany public broadcasters may have an authority of their own ({ PLACE($place) }). What it does not supervise, the authority of the Land does.
reason-sector_unknown = In Germany it depends on what kind of body the controller is, which is not known ({ PLACE($place) }).
reason-passes_on = The authority of this Land ({ PLACE($place) }) takes the complaint, and passes it on to the one that is competent.
reason-regional_public_body = In Spain this region has an authority of its own for parts of its public sector ({ PLACE($place) }).
reason-beside_region = In Spain the national authority is competent unless the authority of a region is.
reason-cantonal_body = In Switzerland bodies of cantons and communes are supervised by authorities of the cantons. The federal authority is competent for all others.
reason-own_legal_order = This state ({ PLACE($place) }) has data protection law of its own, with an authority of its own.

no-lead-establishment_unknown = No lead authority is presumed, because the controller’s main establishment is not known.
no-lead-outside_eea = No lead authority is presumed, because the controller has its main establishment outside of the European Economic Area.
no-lead-public_body = There is no lead authority for public bodies: their own authority alone is competent.
no-lead-special_supervision = No lead authority is presumed, because the controller may have an authority of its own kind.
no-lead-not_cross_border = There is no lead authority, because as far as is known the case does not cross a border.
no-lead-unclear = The lead authority cannot be told from what is known.

missing-residence_subdivision = Name the part of the country in which the person lives: it decides which authority is competent.
missing-work_subdivision = Name the part of the country in which the person works: it decides which authority is competent.
missing-infringement_subdivision = Name the part of the country in which the infringement took place: it decides which authority is competent.
missing-controller_subdivision = Name the part of the country in which the controller is established: it decides which authority is competent.
missing-controller_sector = Say what kind of body the controller is: private, public, federal, or a special one. It decides which authority is competent.
