# Warum eine Aufsichtsbehörde für eine Beschwerde vorgeschlagen wird.

reason-residence = Die Person wohnt hier: { PLACE($place) }.
reason-work = Die Person arbeitet hier: { PLACE($place) }.
reason-infringement = Der Verstoß geschah hier: { PLACE($place) }.
reason-establishment = Der Verantwortliche ist hier niedergelassen: { PLACE($place) }. Die Person hat keinen Ort, an dem dasselbe Recht gilt.
reason-main_establishment = Der Verantwortliche hat hier seine Hauptniederlassung: { PLACE($place) }. In einem grenzüberschreitenden Fall ist die dortige Behörde vermutlich federführend.
reason-private_controller = In Deutschland ist für private Stellen die Behörde des Landes zuständig, in dem sie niedergelassen sind ({ PLACE($place) }).
reason-public_body = In Deutschland ist für öffentliche Stellen eines Landes die Behörde dieses Landes zuständig ({ PLACE($place) }).
reason-federal_body = In Deutschland beaufsichtigt die Bundesbeauftragte die öffentlichen Stellen des Bundes.
reason-telecoms = In Deutschland beaufsichtigt die Bundesbeauftragte die Telekommunikationsdienste.
reason-postal = In Deutschland beaufsichtigt die Bundesbeauftragte die Postdienste.
reason-church = In Deutschland können Kirchen und religiöse Vereinigungen eine eigene Aufsicht haben ({ PLACE($place) }). Fehlt sie, ist die Behörde des Landes zuständig.
reason-broadcaster = In Deutschland können öffentlich-rechtliche Rundfunkanstalten eine eigene Aufsicht haben ({ PLACE($place) }). Was sie nicht beaufsichtigt, beaufsichtigt die Behörde des Landes.
reason-sector_unknown = In Deutschland kommt es darauf an, was für eine Stelle der Verantwortliche ist; das ist nicht bekannt ({ PLACE($place) }).
reason-passes_on = Die Behörde dieses Landes ({ PLACE($place) }) nimmt die Beschwerde an und gibt sie an die zuständige weiter.
reason-regional_public_body = In Spanien hat diese Region für Teile ihres öffentlichen Bereichs eine eigene Behörde ({ PLACE($place) }).
reason-beside_region = In Spanien ist die nationale Behörde zuständig, soweit nicht die einer Region zuständig ist.
reason-cantonal_body = In der Schweiz beaufsichtigen kantonale Behörden die Stellen der Kantone und Gemeinden. Für alle anderen ist die eidgenössische Behörde zuständig.
reason-own_legal_order = Dieser Staat ({ PLACE($place) }) hat ein eigenes Datenschutzrecht und eine eigene Behörde.

no-lead-establishment_unknown = Eine federführende Behörde wird nicht vermutet, weil die Hauptniederlassung des Verantwortlichen nicht bekannt ist.
no-lead-outside_eea = Eine federführende Behörde wird nicht vermutet, weil die Hauptniederlassung des Verantwortlichen außerhalb des Europäischen Wirtschaftsraums liegt.
no-lead-public_body = Für öffentliche Stellen gibt es keine federführende Behörde: Zuständig ist allein ihre eigene.
no-lead-special_supervision = Eine federführende Behörde wird nicht vermutet, weil der Verantwortliche eine besondere Aufsicht haben kann.
no-lead-not_cross_border = Es gibt keine federführende Behörde, weil der Fall, soweit bekannt, nicht grenzüberschreitend ist.
no-lead-unclear = Welche Behörde federführend ist, lässt sich aus dem Bekannten nicht sagen.

missing-residence_subdivision = Nennen Sie das Land oder die Region, in der die Person wohnt: Davon hängt ab, welche Behörde zuständig ist.
missing-work_subdivision = Nennen Sie das Land oder die Region, in der die Person arbeitet: Davon hängt ab, welche Behörde zuständig ist.
missing-infringement_subdivision = Nennen Sie das Land oder die Region, in der der Verstoß geschah: Davon hängt ab, welche Behörde zuständig ist.
missing-controller_subdivision = Nennen Sie das Land oder die Region, in der der Verantwortliche niedergelassen ist: Davon hängt ab, welche Behörde zuständig ist.
missing-controller_sector = Sagen Sie, was für eine Stelle der Verantwortliche ist: privat, öffentlich, des Bundes oder eine besondere. Davon hängt ab, welche Behörde zuständig ist.
