# Feststellungen. Der Wert nennt Daten und Zahlen; `.title` ist kurz.

finding-silent_first_deadline = Bis { WEEKDAY($due) }, den { DATE($due) }, den letzten Tag der Frist, kam weder eine Antwort noch eine wirksame Verlängerung.
    .title = Weder Antwort noch wirksame Verlängerung innerhalb der ersten Frist

finding-silent_final_deadline = Bis { WEEKDAY($due) }, den { DATE($due) }, den letzten Tag der verlängerten Frist, kam keine Antwort.
    .title = Keine Antwort bis zum Ende der verlängerten Frist

finding-late = Die Antwort kam am { DATE($on) }, { $days_late ->
        [one] einen Tag
       *[other] { $days_late } Tage
    } nach dem letzten Tag der Frist, dem { DATE($due) }.
    .title = Die Antwort kam nach Ablauf der Frist

finding-refusal_late = Die Ablehnung kam am { DATE($on) }, { $days_late ->
        [one] einen Tag
       *[other] { $days_late } Tage
    } nach dem { DATE($due) }, dem letzten Tag für eine Ablehnung. Eine Verlängerung verschiebt diesen Tag nicht.
    .title = Die Ablehnung kam nach Ablauf der ersten Frist

finding-extension_late = Die Verlängerung wurde am { DATE($on) } mitgeteilt, nach dem { DATE($due) }, dem letzten Tag dafür. Sie ist wirkungslos.
    .title = Die Verlängerung wurde nach Ablauf der ersten Frist mitgeteilt

finding-extension_without_reasons = Die am { DATE($on) } mitgeteilte Verlängerung nennt keine Gründe. Sie ist wirkungslos.
    .title = Die Verlängerung wurde ohne Gründe mitgeteilt

finding-extension_repeated = Am { DATE($on) } wurde eine zweite Verlängerung mitgeteilt, obwohl die Frist nur einmal verlängert werden kann.
    .title = Eine zweite Verlängerung wurde mitgeteilt

finding-extension_too_long = Am { DATE($on) } wurde eine Verlängerung um { $months } Monate mitgeteilt. Zulässig sind höchstens zwei.
    .title = Eine Verlängerung um mehr als zwei Monate wurde mitgeteilt

finding-extension_ground_invalid = Die Verlängerung vom { DATE($on) } stützt sich allein auf den Aufwand oder die Größe der Organisation. Das reicht für eine Verlängerung nicht aus.
    .title = Die genannten Gründe tragen für sich allein keine Verlängerung

finding-question_not_prompt = Der Verantwortliche hat am { DATE($on) } nachgefragt. Unverzüglich wäre eine Nachfrage bis zum { DATE($due) } gewesen.
    .title = Der Verantwortliche hat zu spät nachgefragt, um die Frist auszusetzen

finding-disproportionate_identity_demand = Am { DATE($on) } hat der Verantwortliche einen unverhältnismäßigen Identitätsnachweis verlangt, obwohl er keine Zweifel nannte oder die Identität bereits nachgewiesen war.
    .title = Der Verantwortliche hat mehr Identitätsnachweise verlangt als nötig

finding-scope_question_without_need = Am { DATE($on) } bat der Verantwortliche um Präzisierung, ohne anzugeben, dass er eine große Menge von Daten verarbeitet, oder bei einem anderen Recht als der Auskunft.
    .title = Der Verantwortliche bat um Eingrenzung, ohne eine große Menge von Daten zu verarbeiten

finding-no_reasons = Die vollständige oder teilweise Ablehnung vom { DATE($on) } nennt nicht für jeden Teil die Gründe.
    .title = Die Ablehnung ist nicht begründet

finding-no_complaint_information = Die Ablehnung vom { DATE($on) } weist nicht auf die Möglichkeit hin, bei einer Aufsichtsbehörde Beschwerde einzulegen.
    .title = Die Ablehnung nennt das Recht auf Beschwerde bei einer Aufsichtsbehörde nicht

finding-no_court_information = Die Ablehnung vom { DATE($on) } weist nicht auf die Möglichkeit hin, einen gerichtlichen Rechtsbehelf einzulegen.
    .title = Die Ablehnung nennt den gerichtlichen Rechtsbehelf nicht

finding-abuse_not_shown = Am { DATE($on) } hat der Verantwortliche den Antrag als offenkundig unbegründet oder exzessiv bezeichnet, ohne Tatsachen zu nennen. Die Beweislast trägt der Verantwortliche.
    .title = Der Antrag wird ohne Nachweis als unbegründet oder exzessiv bezeichnet

finding-ground_not_available = Die Ablehnung vom { DATE($on) } stützt sich auf einen Grund, den das Gesetz bei diesem Recht nicht vorsieht.
    .title = Der genannte Grund besteht bei diesem Recht nicht

finding-absolute_right_refused = Am { DATE($on) } hat der Verantwortliche einen Widerspruch gegen Direktwerbung abgelehnt, obwohl ihm nichts entgegengehalten werden kann.
    .title = Ein Widerspruch gegen Direktwerbung wurde abgelehnt

finding-safeguards_refused = Am { DATE($on) } hat der Verantwortliche Schutzmaßnahmen gegen eine automatisierte Entscheidung mit Hinweis auf einen Vertrag oder eine Einwilligung abgelehnt. Gerade dann besteht das Recht auf das Eingreifen einer Person, auf Darlegung des eigenen Standpunkts und auf Anfechtung der Entscheidung.
    .title = Eine geschuldete Überprüfung durch einen Menschen wurde abgelehnt

finding-identification_not_demonstrated = Am { DATE($on) } hat der Verantwortliche erklärt, die Person nicht identifizieren zu können, ohne das glaubhaft zu machen.
    .title = Der Verantwortliche weist nicht nach, dass er die Person nicht identifizieren kann

finding-items_missing = Die Antwort vom { DATE($on) } enthält nicht alles, was verlangt wurde, und nennt dafür keinen Grund.
    .title = In der Antwort fehlt etwas, das verlangt wurde

finding-copy_missing = Die Antwort vom { DATE($on) } zählt auf, was sie enthält; die verlangte Kopie der Daten ist nicht dabei.
    .title = Eine verlangte Kopie wurde nicht zur Verfügung gestellt

finding-paper_instead_of_electronic = Die Antwort vom { DATE($on) } kam auf Papier, obwohl ein gängiges elektronisches Format verlangt war.
    .title = Die Antwort kam auf Papier, obwohl eine elektronische Form verlangt war

finding-format_not_portable = Die am { DATE($on) } übermittelten Daten liegen nicht in einem strukturierten, gängigen und maschinenlesbaren Format vor.
    .title = Die Datei ist nicht strukturiert, gängig und maschinenlesbar

finding-recipients_not_told = Am { DATE($on) } hat der Verantwortliche angegeben, die Empfänger der Daten nicht unterrichtet zu haben.
    .title = Der Verantwortliche hat die Empfänger nach eigener Angabe nicht unterrichtet

finding-fee_demanded = Am { DATE($on) } hat der Verantwortliche ein Entgelt verlangt, obwohl die Ausübung des Rechts unentgeltlich ist.
    .title = Es wurde ein Entgelt verlangt

finding-fee_without_reasons = Die Entgeltforderung vom { DATE($on) } weist nicht nach, dass der Antrag offenkundig unbegründet oder exzessiv ist.
    .title = Ein Entgelt wurde verlangt, ohne nachzuweisen, dass der Antrag unbegründet oder exzessiv ist

finding-fee_without_warning = Vor der Entgeltforderung vom { DATE($on) } wurde die Person nicht gewarnt und konnte den Antrag nicht zurückziehen, statt zu zahlen.
    .title = Ein Entgelt wurde verlangt, ohne eine Rücknahme des Antrags zu ermöglichen

finding-redaction_called_full = Die Antwort vom { DATE($on) } gibt sich als vollständig aus, obwohl große Teile unkenntlich gemacht sind. Das ist eine teilweise Ablehnung, und Gründe nennt sie nicht.
    .title = Eine weitgehend geschwärzte Antwort gibt sich als vollständig aus

finding-public_data_not_followed = Am { DATE($on) } erklärte der Verantwortliche, dass er die anderen Verantwortlichen, die die von ihm veröffentlichten Daten verarbeiten, nicht über das Verlangen nach Löschung informiert hat.
    .title = Andere Verantwortliche wurden über die Löschung veröffentlichter Daten nicht informiert

finding-direct_transfer_refused = Am { DATE($on) } lehnte der Verantwortliche ab, die Daten direkt an den genannten anderen Verantwortlichen zu übermitteln, ohne zu sagen, dass dies technisch nicht machbar ist.
    .title = Eine direkte Übermittlung der Daten wurde abgelehnt

finding-answer_contested = Am { DATE($on) } wurde festgestellt, dass die Antwort nicht gibt, was verlangt wurde.
    .title = Die Antwort gibt nach Prüfung nicht, was verlangt wurde

finding-complaint_not_acknowledged = Die Beschwerde beim Verantwortlichen wurde bis { WEEKDAY($due) }, den { DATE($due) }, den letzten der 30 Tage dafür, nicht bestätigt.
    .title = Eine Beschwerde beim Verantwortlichen wurde nicht rechtzeitig bestätigt
