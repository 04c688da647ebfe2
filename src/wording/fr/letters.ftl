# What letters are filled with: words of closed lists as they stand in a list or after a colon, and the labels of a letter.

access-item-confirmation = la confirmation que des données concernant cette personne sont ou ne sont pas traitées
access-item-data = les données à caractère personnel elles-mêmes
access-item-purposes = les finalités du traitement (article 15, paragraphe 1, point a))
access-item-categories = les catégories de données à caractère personnel concernées (article 15, paragraphe 1, point b))
access-item-recipients = les destinataires ou catégories de destinataires (article 15, paragraphe 1, point c))
access-item-named_recipients = chaque destinataire, nommément (article 15, paragraphe 1, point c) ; Cour de justice, C-154/21)
access-item-storage_period = la durée de conservation ou les critères qui la déterminent (article 15, paragraphe 1, point d))
access-item-rights = l’existence des droits de rectification, d’effacement, de limitation et d’opposition (article 15, paragraphe 1, point e))
access-item-right_to_complain = le droit d’introduire une réclamation auprès d’une autorité de contrôle (article 15, paragraphe 1, point f))
access-item-source = toute information disponible quant à la source des données (article 15, paragraphe 1, point g))
access-item-automated_decisions = l’existence d’une prise de décision automatisée, y compris un profilage, avec des informations utiles sur la logique sous-jacente et les conséquences (article 15, paragraphe 1, point h))
access-item-transfer_safeguards = les garanties appropriées en cas de transfert vers un pays tiers (article 15, paragraphe 2)

access-format-electronic = sous une forme électronique d’usage courant, téléchargeable
access-format-paper = sur papier
access-format-machine_readable = dans un fichier structuré et lisible par machine

portable-format-json = JSON
portable-format-csv = CSV
portable-format-xml = XML

erasure-ground-no_longer_needed = les données ne sont plus nécessaires au regard des finalités pour lesquelles elles ont été collectées ou traitées (article 17, paragraphe 1, point a))
erasure-ground-consent_withdrawn = le consentement a été retiré et il n’existe pas d’autre fondement juridique au traitement (article 17, paragraphe 1, point b))
erasure-ground-objection = la personne concernée s’oppose au traitement en vertu de l’article 21 (article 17, paragraphe 1, point c))
erasure-ground-unlawful = les données ont fait l’objet d’un traitement illicite (article 17, paragraphe 1, point d))
erasure-ground-legal_obligation = les données doivent être effacées pour respecter une obligation légale (article 17, paragraphe 1, point e))
erasure-ground-child_service = les données ont été collectées dans le cadre de l’offre de services de la société de l’information à un enfant (article 17, paragraphe 1, point f))

restriction-ground-accuracy_contested = l’exactitude des données est contestée, pendant la durée nécessaire à sa vérification (article 18, paragraphe 1, point a))
restriction-ground-unlawful = le traitement est illicite et la personne concernée demande la limitation au lieu de l’effacement (article 18, paragraphe 1, point b))
restriction-ground-needed_for_claims = le responsable du traitement n’a plus besoin des données, mais elles sont nécessaires à la personne concernée pour la constatation, l’exercice ou la défense de droits en justice (article 18, paragraphe 1, point c))
restriction-ground-objection_pending = une opposition au titre de l’article 21, paragraphe 1, est en cours d’examen (article 18, paragraphe 1, point d))

decision-wish-human_review = qu’une personne physique réexamine la décision
decision-wish-express_view = que le point de vue de la personne concernée soit entendu
decision-wish-contest = que la décision, qui est contestée, soit reconsidérée

identity-name = Nom
identity-email = Adresse électronique
identity-birth_date = Date de naissance
identity-address = Adresse postale
identity-phone = Numéro de téléphone
identity-customer_number = Numéro de client
identity-other = Autres éléments

right-access = droit d’accès
right-rectification = droit de rectification
right-erasure = droit à l’effacement
right-restriction = droit à la limitation du traitement
right-portability = droit à la portabilité des données
right-objection = droit d’opposition
right-automated_decision = droit de ne pas faire l’objet d’une décision automatisée

letter-reference = Notre référence
letter-mandate = Mandat
letter-verification = Vérifiable à l’adresse
# %1 is the number of the page, %2 that of the last.
letter-page = Page %1 sur %2
# %1 is what something is, %2 its value.
letter-line = %1 : %2
letter-details = Références du présent courrier
mandate-of = { $id } du { DATE($day) }
