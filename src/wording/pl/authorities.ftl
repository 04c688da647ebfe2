# Dlaczego organ nadzorczy jest proponowany dla skargi.

reason-residence = Osoba mieszka tutaj: { PLACE($place) }.
reason-work = Osoba pracuje tutaj: { PLACE($place) }.
reason-infringement = Naruszenie nastąpiło tutaj: { PLACE($place) }.
reason-establishment = Administrator ma siedzibę tutaj: { PLACE($place) }. Osoba nie ma żadnego miejsca podlegającego temu samemu prawu.
reason-main_establishment = Administrator ma tutaj główną jednostkę organizacyjną: { PLACE($place) }. W sprawie transgranicznej tamtejszy organ jest przypuszczalnie organem wiodącym.
reason-private_controller = W Niemczech administrator prywatny podlega organowi kraju związkowego, w którym ma siedzibę ({ PLACE($place) }).
reason-public_body = W Niemczech podmiot publiczny kraju związkowego podlega organowi tego kraju ({ PLACE($place) }).
reason-federal_body = W Niemczech podmioty publiczne federacji nadzoruje komisarz federalny.
reason-telecoms = W Niemczech usługi telekomunikacyjne nadzoruje komisarz federalny.
reason-postal = W Niemczech usługi pocztowe nadzoruje komisarz federalny.
reason-church = W Niemczech kościoły i związki wyznaniowe mogą mieć własny organ ({ PLACE($place) }). Jeżeli go nie ma, właściwy jest organ kraju związkowego.
reason-broadcaster = W Niemczech nadawcy publiczni mogą mieć własny organ ({ PLACE($place) }). To, czego on nie nadzoruje, nadzoruje organ kraju związkowego.
reason-sector_unknown = W Niemczech zależy to od tego, jakim podmiotem jest administrator, a to nie jest znane ({ PLACE($place) }).
reason-passes_on = Organ tego kraju związkowego ({ PLACE($place) }) przyjmuje skargę i przekazuje ją organowi właściwemu.
reason-regional_public_body = W Hiszpanii ten region ma własny organ dla części swojego sektora publicznego ({ PLACE($place) }).
reason-beside_region = W Hiszpanii właściwy jest organ krajowy, chyba że właściwy jest organ regionu.
reason-cantonal_body = W Szwajcarii podmioty kantonów i gmin podlegają organom kantonalnym. Organ federalny jest właściwy dla wszystkich pozostałych.
reason-own_legal_order = To państwo ({ PLACE($place) }) ma własne prawo ochrony danych i własny organ.

no-lead-establishment_unknown = Nie zakłada się organu wiodącego, ponieważ główna jednostka organizacyjna administratora nie jest znana.
no-lead-outside_eea = Nie zakłada się organu wiodącego, ponieważ administrator ma główną jednostkę organizacyjną poza Europejskim Obszarem Gospodarczym.
no-lead-public_body = Dla podmiotów publicznych nie ma organu wiodącego: właściwy jest wyłącznie ich własny organ.
no-lead-special_supervision = Nie zakłada się organu wiodącego, ponieważ administrator może podlegać organowi szczególnemu.
no-lead-not_cross_border = Nie ma organu wiodącego, ponieważ według tego, co wiadomo, sprawa nie jest transgraniczna.
no-lead-unclear = Z tego, co wiadomo, nie da się wskazać organu wiodącego.

missing-residence_subdivision = Należy podać część kraju, w której osoba mieszka: od niej zależy, który organ jest właściwy.
missing-work_subdivision = Należy podać część kraju, w której osoba pracuje: od niej zależy, który organ jest właściwy.
missing-infringement_subdivision = Należy podać część kraju, w której nastąpiło naruszenie: od niej zależy, który organ jest właściwy.
missing-controller_subdivision = Należy podać część kraju, w której administrator ma siedzibę: od niej zależy, który organ jest właściwy.
missing-controller_sector = Należy podać, jakim podmiotem jest administrator: prywatnym, publicznym, federalnym czy szczególnym. Od tego zależy, który organ jest właściwy.
