# What letters are filled with: words of closed lists as they stand in a list or after a colon, and the labels of a letter.

access-item-confirmation = potwierdzenie, czy przetwarzane są dane osobowe dotyczące tej osoby
access-item-data = same dane osobowe
access-item-purposes = cele przetwarzania (art. 15 ust. 1 lit. a)
access-item-categories = kategorie odnośnych danych osobowych (art. 15 ust. 1 lit. b)
access-item-recipients = odbiorców lub kategorie odbiorców (art. 15 ust. 1 lit. c)
access-item-named_recipients = każdego odbiorcę z nazwy (art. 15 ust. 1 lit. c; Trybunał Sprawiedliwości, C-154/21)
access-item-storage_period = okres przechowywania lub kryteria jego ustalania (art. 15 ust. 1 lit. d)
access-item-rights = informację o prawie do sprostowania, usunięcia, ograniczenia przetwarzania i sprzeciwu (art. 15 ust. 1 lit. e)
access-item-right_to_complain = informację o prawie wniesienia skargi do organu nadzorczego (art. 15 ust. 1 lit. f)
access-item-source = wszelkie dostępne informacje o źródle danych (art. 15 ust. 1 lit. g)
access-item-automated_decisions = informację o zautomatyzowanym podejmowaniu decyzji, w tym o profilowaniu, oraz istotne informacje o zasadach ich podejmowania i o konsekwencjach (art. 15 ust. 1 lit. h)
access-item-transfer_safeguards = odpowiednie zabezpieczenia przy przekazywaniu danych do państw trzecich (art. 15 ust. 2)

access-format-electronic = w powszechnie stosowanej formie elektronicznej, możliwej do pobrania
access-format-paper = na papierze
access-format-machine_readable = w ustrukturyzowanym pliku nadającym się do odczytu maszynowego

portable-format-json = JSON
portable-format-csv = CSV
portable-format-xml = XML

erasure-ground-no_longer_needed = dane nie są już niezbędne do celów, w których zostały zebrane lub w inny sposób przetwarzane (art. 17 ust. 1 lit. a)
erasure-ground-consent_withdrawn = zgoda została cofnięta i nie ma innej podstawy prawnej przetwarzania (art. 17 ust. 1 lit. b)
erasure-ground-objection = osoba, której dane dotyczą, wnosi sprzeciw na mocy art. 21 (art. 17 ust. 1 lit. c)
erasure-ground-unlawful = dane były przetwarzane niezgodnie z prawem (art. 17 ust. 1 lit. d)
erasure-ground-legal_obligation = dane muszą zostać usunięte w celu wywiązania się z obowiązku prawnego (art. 17 ust. 1 lit. e)
erasure-ground-child_service = dane zostały zebrane w związku z oferowaniem dziecku usług społeczeństwa informacyjnego (art. 17 ust. 1 lit. f)

restriction-ground-accuracy_contested = kwestionuje się prawidłowość danych, na okres pozwalający ją sprawdzić (art. 18 ust. 1 lit. a)
restriction-ground-unlawful = przetwarzanie jest niezgodne z prawem, a osoba, której dane dotyczą, żąda ograniczenia zamiast usunięcia (art. 18 ust. 1 lit. b)
restriction-ground-needed_for_claims = administrator nie potrzebuje już danych, ale są one potrzebne osobie, której dotyczą, do ustalenia, dochodzenia lub obrony roszczeń (art. 18 ust. 1 lit. c)
restriction-ground-objection_pending = sprzeciw na mocy art. 21 ust. 1 nie został jeszcze rozpatrzony (art. 18 ust. 1 lit. d)

decision-wish-human_review = aby człowiek ponownie rozpatrzył decyzję
decision-wish-express_view = aby wysłuchano stanowiska osoby, której dane dotyczą
decision-wish-contest = aby zweryfikowano decyzję, która jest kwestionowana

identity-name = Imię i nazwisko
identity-email = Adres e-mail
identity-birth_date = Data urodzenia
identity-address = Adres pocztowy
identity-phone = Numer telefonu
identity-customer_number = Numer klienta
identity-other = Inne dane

right-access = prawo dostępu do danych
right-rectification = prawo do sprostowania danych
right-erasure = prawo do usunięcia danych
right-restriction = prawo do ograniczenia przetwarzania
right-portability = prawo do przenoszenia danych
right-objection = prawo do sprzeciwu
right-automated_decision = prawo do niepodlegania zautomatyzowanym decyzjom

letter-reference = Nasz znak
letter-mandate = Pełnomocnictwo
letter-verification = Do sprawdzenia pod adresem
# %1 is the number of the page, %2 that of the last.
letter-page = Strona %1 z %2
# %1 is what something is, %2 its value.
letter-line = %1: %2
letter-details = Dane niniejszego pisma
mandate-of = { $id } z dnia { DATE($day) }
