# What letters are filled with: words of closed lists as they stand in a list or after a colon, and the labels of a letter.

access-item-confirmation = die Bestätigung, ob Daten der betroffenen Person verarbeitet werden
access-item-data = die personenbezogenen Daten selbst
access-item-purposes = die Verarbeitungszwecke (Art. 15 Abs. 1 Buchst. a)
access-item-categories = die Kategorien der verarbeiteten personenbezogenen Daten (Art. 15 Abs. 1 Buchst. b)
access-item-recipients = die Empfänger oder Kategorien von Empfängern (Art. 15 Abs. 1 Buchst. c)
access-item-named_recipients = jeden einzelnen Empfänger mit Namen (Art. 15 Abs. 1 Buchst. c; EuGH, C-154/21)
access-item-storage_period = die Speicherdauer oder die Kriterien für ihre Festlegung (Art. 15 Abs. 1 Buchst. d)
access-item-rights = das Bestehen der Rechte auf Berichtigung, Löschung, Einschränkung und Widerspruch (Art. 15 Abs. 1 Buchst. e)
access-item-right_to_complain = das Beschwerderecht bei einer Aufsichtsbehörde (Art. 15 Abs. 1 Buchst. f)
access-item-source = alle verfügbaren Informationen über die Herkunft der Daten (Art. 15 Abs. 1 Buchst. g)
access-item-automated_decisions = das Bestehen einer automatisierten Entscheidungsfindung einschließlich Profiling mit aussagekräftigen Informationen über die involvierte Logik und die Auswirkungen (Art. 15 Abs. 1 Buchst. h)
access-item-transfer_safeguards = die geeigneten Garantien bei Übermittlung in Drittländer (Art. 15 Abs. 2)

access-format-electronic = in einem gängigen elektronischen Format, das heruntergeladen werden kann
access-format-paper = auf Papier
access-format-machine_readable = in einer strukturierten, maschinenlesbaren Datei

portable-format-json = JSON
portable-format-csv = CSV
portable-format-xml = XML

erasure-ground-no_longer_needed = die Daten sind für die Zwecke, für die sie erhoben oder auf sonstige Weise verarbeitet wurden, nicht mehr notwendig (Art. 17 Abs. 1 Buchst. a)
erasure-ground-consent_withdrawn = die Einwilligung wurde widerrufen, und es fehlt an einer anderweitigen Rechtsgrundlage (Art. 17 Abs. 1 Buchst. b)
erasure-ground-objection = die betroffene Person legt nach Art. 21 Widerspruch gegen die Verarbeitung ein (Art. 17 Abs. 1 Buchst. c)
erasure-ground-unlawful = die Daten wurden unrechtmäßig verarbeitet (Art. 17 Abs. 1 Buchst. d)
erasure-ground-legal_obligation = die Löschung ist zur Erfüllung einer rechtlichen Verpflichtung erforderlich (Art. 17 Abs. 1 Buchst. e)
erasure-ground-child_service = die Daten wurden in Bezug auf einen einem Kind angebotenen Dienst der Informationsgesellschaft erhoben (Art. 17 Abs. 1 Buchst. f)

restriction-ground-accuracy_contested = die Richtigkeit der Daten wird bestritten, und zwar für die Dauer ihrer Überprüfung (Art. 18 Abs. 1 Buchst. a)
restriction-ground-unlawful = die Verarbeitung ist unrechtmäßig, und die betroffene Person verlangt statt der Löschung die Einschränkung (Art. 18 Abs. 1 Buchst. b)
restriction-ground-needed_for_claims = der Verantwortliche benötigt die Daten nicht länger, die betroffene Person jedoch zur Geltendmachung, Ausübung oder Verteidigung von Rechtsansprüchen (Art. 18 Abs. 1 Buchst. c)
restriction-ground-objection_pending = über einen Widerspruch nach Art. 21 Abs. 1 ist noch nicht entschieden (Art. 18 Abs. 1 Buchst. d)

decision-wish-human_review = dass ein Mensch die Entscheidung überprüft
decision-wish-express_view = dass der eigene Standpunkt der betroffenen Person gehört wird
decision-wish-contest = dass die Entscheidung, die angefochten wird, neu getroffen wird

identity-name = Name
identity-email = E-Mail-Adresse
identity-birth_date = Geburtsdatum
identity-address = Anschrift
identity-phone = Telefonnummer
identity-customer_number = Kundennummer
identity-other = Weitere Angaben

right-access = Recht auf Auskunft
right-rectification = Recht auf Berichtigung
right-erasure = Recht auf Löschung
right-restriction = Recht auf Einschränkung der Verarbeitung
right-portability = Recht auf Datenübertragbarkeit
right-objection = Widerspruchsrecht
right-automated_decision = Recht, keiner automatisierten Entscheidung unterworfen zu werden

letter-reference = Unser Zeichen
letter-mandate = Vollmacht
letter-verification = Überprüfbar unter
# %1 is the number of the page, %2 that of the last.
letter-page = Seite %1 von %2
# %1 is what something is, %2 its value.
letter-line = %1: %2
letter-details = Angaben zu diesem Schreiben
mandate-of = { $id } vom { DATE($day) }
