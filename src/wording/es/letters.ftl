# What letters are filled with: words of closed lists as they stand in a list or after a colon, and the labels of a letter.

access-item-confirmation = la confirmación de si se están tratando o no datos personales de la persona interesada
access-item-data = los propios datos personales
access-item-purposes = los fines del tratamiento (artículo 15.1.a))
access-item-categories = las categorías de datos personales de que se trate (artículo 15.1.b))
access-item-recipients = los destinatarios o las categorías de destinatarios (artículo 15.1.c))
access-item-named_recipients = cada destinatario por su nombre (artículo 15.1.c); Tribunal de Justicia, C-154/21)
access-item-storage_period = el plazo de conservación o los criterios que lo determinan (artículo 15.1.d))
access-item-rights = la existencia de los derechos de rectificación, supresión, limitación y oposición (artículo 15.1.e))
access-item-right_to_complain = el derecho a presentar una reclamación ante una autoridad de control (artículo 15.1.f))
access-item-source = cualquier información disponible sobre el origen de los datos (artículo 15.1.g))
access-item-automated_decisions = la existencia de decisiones automatizadas, incluida la elaboración de perfiles, con información significativa sobre la lógica aplicada y las consecuencias (artículo 15.1.h))
access-item-transfer_safeguards = las garantías adecuadas de las transferencias a terceros países (artículo 15.2)

access-format-electronic = en un formato electrónico de uso común y descargable
access-format-paper = en papel
access-format-machine_readable = en un archivo estructurado y de lectura mecánica

portable-format-json = JSON
portable-format-csv = CSV
portable-format-xml = XML

erasure-ground-no_longer_needed = los datos ya no son necesarios en relación con los fines para los que fueron recogidos o tratados de otro modo (artículo 17.1.a))
erasure-ground-consent_withdrawn = se ha retirado el consentimiento y el tratamiento no se basa en otro fundamento jurídico (artículo 17.1.b))
erasure-ground-objection = la persona interesada se opone al tratamiento con arreglo al artículo 21 (artículo 17.1.c))
erasure-ground-unlawful = los datos han sido tratados ilícitamente (artículo 17.1.d))
erasure-ground-legal_obligation = los datos deben suprimirse para el cumplimiento de una obligación legal (artículo 17.1.e))
erasure-ground-child_service = los datos se obtuvieron en relación con la oferta de servicios de la sociedad de la información a un menor (artículo 17.1.f))

restriction-ground-accuracy_contested = se impugna la exactitud de los datos, durante el plazo que permita verificarla (artículo 18.1.a))
restriction-ground-unlawful = el tratamiento es ilícito y la persona interesada solicita la limitación en lugar de la supresión (artículo 18.1.b))
restriction-ground-needed_for_claims = el responsable ya no necesita los datos, pero la persona interesada los necesita para la formulación, el ejercicio o la defensa de reclamaciones (artículo 18.1.c))
restriction-ground-objection_pending = está pendiente una oposición conforme al artículo 21.1 (artículo 18.1.d))

decision-wish-human_review = que una persona revise la decisión
decision-wish-express_view = que se escuche el punto de vista de la persona interesada
decision-wish-contest = que se reconsidere la decisión, que se impugna

identity-name = Nombre
identity-email = Dirección de correo electrónico
identity-birth_date = Fecha de nacimiento
identity-address = Dirección postal
identity-phone = Número de teléfono
identity-customer_number = Número de cliente
identity-other = Otros datos

right-access = derecho de acceso
right-rectification = derecho de rectificación
right-erasure = derecho de supresión
right-restriction = derecho a la limitación del tratamiento
right-portability = derecho a la portabilidad de los datos
right-objection = derecho de oposición
right-automated_decision = derecho a no ser objeto de decisiones automatizadas

letter-reference = Nuestra referencia
letter-mandate = Mandato
letter-verification = Verificable en
# %1 is the number of the page, %2 that of the last.
letter-page = Página %1 de %2
# %1 is what something is, %2 its value.
letter-line = %1: %2
letter-details = Datos de esta carta
mandate-of = { $id } de { DATE($day) }
