# Strona, na której osoba widzi, co dzieje się w jej imieniu. Proste słowa; tytuły, które innym nic nie mówią (Z-19).

status-title = Przegląd
status-heading = Jak wygląda sytuacja
status-lead = { $organisation } działa w Pani/Pana imieniu. Tu widać, o co wystąpiono, do kogo i co odpowiedziano.
status-as-of = Stan na dzień { DATE($day) }
status-leave = Opuść tę stronę
    .hint = Otwiera od razu niezwiązaną stronę. Aby nie zostawić śladu, proszę usunąć tę stronę także z historii przeglądarki.
status-languages = Język
status-skip = Przejdź do treści

status-requests = Pani/Pana wnioski
status-requests-none = Jeszcze o nic nie wystąpiono.
status-right = { $right ->
    [access] Kopia danych
    [rectification] Poprawienie danych
    [erasure] Usunięcie danych
    [restriction] Ograniczenie wykorzystania danych
    [portability] Dane w postaci, którą można zabrać
    [objection] Koniec wykorzystania danych
   *[automated_decision] Sprawdzenie automatycznej decyzji przez człowieka
}
status-asked-of = Adresat: { $controller }
status-standing = { $standing ->
    [prepared] W przygotowaniu. Wniosek nie został jeszcze wysłany.
    [sent] Wysłany. Nic jeszcze nie wskazuje, że dotarł.
    [running] W toku. Na odpowiedź jest jeszcze czas.
    [waiting] Wstrzymany. Druga strona czeka na informacje, o które prosiła.
    [late] Po terminie. Czas na odpowiedź minął.
    [answered] Nadeszła odpowiedź.
    [settled] Załatwiony.
    [abandoned] Zaniechany.
   *[withdrawn] Wycofany.
}
status-next = { $late ->
    [yes] Termin odpowiedzi minął
   *[no] Termin odpowiedzi
}
status-day = { WEEKDAY($day) }, { DATE($day) }
status-how = Jak obliczono tę datę
status-silence = { $days ->
    [0] Dziś nadeszła wiadomość.
    [one] Od jednego dnia brak wiadomości.
   *[other] Od { $days } dni brak wiadomości.
}
status-history = Co się wydarzyło
status-line = { $what ->
    [prepared] Wniosek przygotowano.
    [sent] Wniosek wysłano.
    [received] Wniosek dotarł.
    [reminded] Wysłano przypomnienie.
    [asked_identity] Poproszono o potwierdzenie tożsamości.
    [asked_scope] Zapytano, o co dokładnie chodzi.
    [asked_fee] Zażądano opłaty.
    [supplied] Przekazano to, o co proszono.
    [extended] Zapowiedziano, że potrzeba więcej czasu.
    [first_passed] Pierwszy termin ustawowy minął bez odpowiedzi.
    [final_passed] Termin ustawowy minął bez odpowiedzi.
    [answered] Nadeszła odpowiedź.
    [answered_full] Nadeszła pełna odpowiedź.
    [answered_partial] Nadeszła odpowiedź częściowa.
    [answered_no_data] Odpowiedziano, że nie ma żadnych danych.
    [answered_refused] Nadeszła odmowa.
    [answered_cannot_identify] Odpowiedziano, że nie da się ustalić, czyje są dane.
    [answered_redirected] Odpowiedziano, że odpowiada za to kto inny.
    [satisfied] Odpowiedź uznano za wystarczającą.
    [unsatisfied] Odpowiedź uznano za niewystarczającą.
    [abandoned] Wniosku zaniechano.
    [withdrawn] Wniosek wycofano.
   *[closed] Wniosek zamknięto.
}

status-complaints = Skargi
status-complaint = { $told ->
    [lodged] Do organu nadzorczego wniesiono skargę na: { $controller }.
    [acknowledged] Organ potwierdził otrzymanie skargi na: { $controller }.
    [admitted] Organ rozpatruje skargę na: { $controller }.
    [inadmissible] Organ odrzucił z powodów formalnych skargę na: { $controller }.
    [transmitted] Przekazano wiodącemu organowi skargę na: { $controller }.
    [resolution_offered] Organ informuje, że sprawę naprawiono: { $controller }; są cztery tygodnie na sprzeciw.
    [objected] Sprzeciwiliśmy się zamknięciu skargi na: { $controller }.
    [resolved] Zakończono ugodowo skargę na: { $controller }.
    [investigated] Organ prowadzi postępowanie wobec: { $controller }.
    [views_requested] Organ poprosił nas o stanowisko w sprawie: { $controller }.
    [views_submitted] Przekazaliśmy organowi stanowisko w sprawie: { $controller }.
    [silent] Od trzech miesięcy organ milczy w sprawie skargi na: { $controller }; może Pan/Pani pójść do sądu.
    [decided] Organ wydał decyzję w sprawie skargi na: { $controller }.
    [challenged] Do sądu trafiła decyzja w sprawie: { $controller }.
    [closed] Zamknięto skargę na: { $controller }.
   *[news] Organ przekazał wiadomość o skardze na: { $controller }.
}

status-mandates = Pani/Pana pełnomocnictwo
status-mandate-given = Pozwala ono działać w Pani/Pana imieniu: { $organisation }. Data podpisu: { DATE($signed) }
status-mandate-powers = { $powers ->
    [both] Obejmuje wnioski i skargi.
    [complaint] Obejmuje skargi.
   *[request] Obejmuje wnioski.
}
status-mandate-until = Ostatni dzień: { DATE($until) }
status-mandate-answers = { $recipient ->
    [person] Odpowiedzi trafiają tylko do Pani/Pana.
   *[organisation] Odpowiedzi odbiera { $organisation }.
}
status-mandate-revoked = Cofnięto je dnia { DATE($day) }
status-mandate-expired = Wygasło dnia { DATE($day) }
status-mandate-none = Nie zapisano żadnego pełnomocnictwa.
status-take-back = Cofnij to pełnomocnictwo

status-confirm = Cofnąć pełnomocnictwo?
status-confirm-effect = { $organisation } nie będzie już mogła nic robić w Pani/Pana imieniu. Nie trzeba podawać powodu.
status-confirm-requests = { $count ->
    [0] Nie opiera się na nim żaden otwarty wniosek.
    [one] Wraz z nim kończy się jeden otwarty wniosek:
    [few] Wraz z nim kończą się { $count } otwarte wnioski:
   *[many] Wraz z nim kończy się { $count } otwartych wniosków:
}
status-confirm-others = Nowe pełnomocnictwo można dać w każdej chwili. To, co inni są winni według prawa, nadal są winni.
status-confirm-yes = Tak, cofam
status-confirm-no = Nie, wracam

status-done = Pełnomocnictwo zostało cofnięte
status-done-effect = { $organisation } nie może już nic robić na jego podstawie. Wnioski, które się na nim opierają, kończą się, a ich odbiorcy zostają o tym powiadomieni.
status-done-running = { $count ->
    [0] Nic innego się nie toczy.
    [one] Jeden wniosek toczy się nadal na podstawie innego pełnomocnictwa:
    [few] { $count } wnioski toczą się nadal na podstawie innych pełnomocnictw:
   *[many] { $count } wniosków toczy się nadal na podstawie innych pełnomocnictw:
}
status-done-back = Wróć do przeglądu

status-contact = Z kim rozmawiać
status-contact-text = Ma Pani/Pan pytania lub zastrzeżenia do sposobu działania? Proszę zwrócić się do: { $organisation }.
status-contact-email = E-mail
status-contact-website = Strona internetowa
status-contact-none = Proszę użyć adresu, który podała { $organisation }.

status-own-data = Dane przechowywane przez: { $organisation }
status-own-data-text = Wobec organizacji { $organisation } ma Pani/Pan te same prawa co wobec wszystkich innych. Można otrzymać kopię wszystkiego, co jest o Pani/Panu przechowywane, poprawić to, usunąć lub zabrać gdzie indziej. Wystarczy o to poprosić; odpowiedź należy się w ciągu miesiąca, bezpłatnie.

status-gone-title = Przegląd
status-gone = Nic tu nie ma
status-gone-text = Ten link nigdzie nie prowadzi albo już nie prowadzi. Proszę poprosić o nowy tam, skąd pochodzi.
