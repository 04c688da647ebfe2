# What letters are filled with: words of closed lists as they stand in a list or after a colon, and the labels of a letter.

access-item-confirmation = la conferma che sia o meno in corso un trattamento di dati che riguardano l’interessato
access-item-data = i dati personali stessi
access-item-purposes = le finalità del trattamento (articolo 15, paragrafo 1, lettera a))
access-item-categories = le categorie di dati personali in questione (articolo 15, paragrafo 1, lettera b))
access-item-recipients = i destinatari o le categorie di destinatari (articolo 15, paragrafo 1, lettera c))
access-item-named_recipients = ciascun destinatario, indicato per nome (articolo 15, paragrafo 1, lettera c); Corte di giustizia, C-154/21)
access-item-storage_period = il periodo di conservazione o i criteri che lo determinano (articolo 15, paragrafo 1, lettera d))
access-item-rights = l’esistenza dei diritti di rettifica, cancellazione, limitazione e opposizione (articolo 15, paragrafo 1, lettera e))
access-item-right_to_complain = il diritto di proporre reclamo a un’autorità di controllo (articolo 15, paragrafo 1, lettera f))
access-item-source = tutte le informazioni disponibili sull’origine dei dati (articolo 15, paragrafo 1, lettera g))
access-item-automated_decisions = l’esistenza di un processo decisionale automatizzato, compresa la profilazione, con informazioni significative sulla logica utilizzata e sulle conseguenze (articolo 15, paragrafo 1, lettera h))
access-item-transfer_safeguards = le garanzie adeguate per i trasferimenti verso paesi terzi (articolo 15, paragrafo 2)

access-format-electronic = in un formato elettronico di uso comune e scaricabile
access-format-paper = su carta
access-format-machine_readable = in un file strutturato e leggibile da dispositivo automatico

portable-format-json = JSON
portable-format-csv = CSV
portable-format-xml = XML

erasure-ground-no_longer_needed = i dati non sono più necessari rispetto alle finalità per le quali sono stati raccolti o altrimenti trattati (articolo 17, paragrafo 1, lettera a))
erasure-ground-consent_withdrawn = il consenso è stato revocato e non sussiste altro fondamento giuridico per il trattamento (articolo 17, paragrafo 1, lettera b))
erasure-ground-objection = l’interessato si oppone al trattamento ai sensi dell’articolo 21 (articolo 17, paragrafo 1, lettera c))
erasure-ground-unlawful = i dati sono stati trattati illecitamente (articolo 17, paragrafo 1, lettera d))
erasure-ground-legal_obligation = i dati devono essere cancellati per adempiere un obbligo legale (articolo 17, paragrafo 1, lettera e))
erasure-ground-child_service = i dati sono stati raccolti relativamente all’offerta di servizi della società dell’informazione a un minore (articolo 17, paragrafo 1, lettera f))

restriction-ground-accuracy_contested = è contestata l’esattezza dei dati, per il periodo necessario a verificarla (articolo 18, paragrafo 1, lettera a))
restriction-ground-unlawful = il trattamento è illecito e l’interessato chiede la limitazione anziché la cancellazione (articolo 18, paragrafo 1, lettera b))
restriction-ground-needed_for_claims = il titolare non ha più bisogno dei dati, ma essi sono necessari all’interessato per l’accertamento, l’esercizio o la difesa di un diritto in sede giudiziaria (articolo 18, paragrafo 1, lettera c))
restriction-ground-objection_pending = è pendente un’opposizione ai sensi dell’articolo 21, paragrafo 1 (articolo 18, paragrafo 1, lettera d))

decision-wish-human_review = che una persona fisica riesamini la decisione
decision-wish-express_view = che sia ascoltata l’opinione dell’interessato
decision-wish-contest = che la decisione, che viene contestata, sia riconsiderata

identity-name = Nome
identity-email = Indirizzo e-mail
identity-birth_date = Data di nascita
identity-address = Indirizzo postale
identity-phone = Numero di telefono
identity-customer_number = Numero cliente
identity-other = Altri elementi

right-access = diritto di accesso
right-rectification = diritto di rettifica
right-erasure = diritto alla cancellazione
right-restriction = diritto di limitazione di trattamento
right-portability = diritto alla portabilità dei dati
right-objection = diritto di opposizione
right-automated_decision = diritto di non essere sottoposto a decisioni automatizzate

letter-reference = Nostro riferimento
letter-mandate = Mandato
letter-verification = Verificabile all’indirizzo
# %1 is the number of the page, %2 that of the last.
letter-page = Pagina %1 di %2
# %1 is what something is, %2 its value.
letter-line = %1: %2
letter-details = Riferimenti della presente
mandate-of = { $id }, datato { DATE($day) }
