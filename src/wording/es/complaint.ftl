# El expediente de reclamación: texto principal, anexos, registro de pruebas.

complaint-page = Página { $page } de { $pages }
complaint-title = Reclamación
complaint-basis = con arreglo a los artículos 77 y 80, apartado 1, del Reglamento (UE) 2016/679 (Reglamento general de protección de datos)
complaint-named = Reclamación { $reference } contra { $controller }
complaint-version = { $version ->
    [full] Versión íntegra. Contiene partes confidenciales y datos personales.
   *[non_confidential] Versión sin las partes confidenciales. Lo que se ha suprimido está señalado en su lugar, con el motivo.
}
complaint-to = A
complaint-by = Presentada por
complaint-for = En nombre de
complaint-against = Contra
complaint-reference = Referencia
complaint-date = Fecha
complaint-persons = { $people ->
    [one] { COUNT($people) } persona interesada
   *[other] { COUNT($people) } personas interesadas
}
complaint-contents = Índice

complaint-summary = Resumen
complaint-summary-who = { $organisation } presenta esta reclamación contra { $controller } en nombre de { $people ->
        [one] una persona interesada que le ha otorgado mandato
       *[other] { COUNT($people) } personas interesadas que le han otorgado mandato
    } con arreglo al artículo 80, apartado 1, del Reglamento general de protección de datos (RGPD). Se refiere a { $requests ->
        [one] una solicitud con la que se ejercieron
       *[other] { COUNT($requests) } solicitudes con las que se ejercieron
    } derechos de los artículos 15 a 22 del RGPD.
complaint-summary-points = { $points ->
    [one] Se alega una infracción. Se expone más adelante con la disposición, el número de personas afectadas y las fechas.
   *[other] Se alegan { $points } infracciones. Se exponen más adelante con las disposiciones, el número de personas afectadas y las fechas.
}
complaint-summary-annexes = Este texto principal es breve y no nombra a ninguna persona interesada. La identidad, el mandato, las solicitudes, los plazos y las respuestas de cada una figuran en tres anexos, bajo una referencia como { $example }.

complaint-parties = Partes
complaint-represented = Personas interesadas representadas
complaint-represented-text = { $people ->
    [one] La persona interesada representada se designa en este expediente como { $first }. Su nombre y sus datos de contacto figuran en el anexo { $first }-1.
   *[other] Las { COUNT($people) } personas interesadas representadas se designan en este expediente como { $first } a { $last }. El nombre y los datos de contacto de cada una figuran en su primer anexo.
}
complaint-minors = { $count ->
    [one] Una persona actúa por medio de su padre, madre, tutor u otro representante legal; su primer anexo lo indica.
   *[other] { COUNT($count) } personas actúan por medio de su padre, madre, tutor u otro representante legal; el primer anexo de cada una lo indica.
}
complaint-organisation = Organización que las representa
complaint-controller = Responsable del tratamiento
complaint-authority = Autoridad de control
complaint-name = Nombre
complaint-seat = Establecido en
complaint-place = Lugar
complaint-address = Dirección
complaint-contacts = Contacto
complaint-website = Sitio web

complaint-standing = Legitimación con arreglo al artículo 80, apartado 1, del RGPD
complaint-standing-text = { $organisation } cumple las cuatro condiciones del artículo 80, apartado 1, del RGPD, como acreditan los documentos siguientes.
complaint-condition = Condición
complaint-evidence = Documento
complaint-dated = Fecha
complaint-test = { $test ->
    [not_for_profit] Entidad, organización o asociación sin ánimo de lucro
    [properly_constituted] Correctamente constituida con arreglo al Derecho de un Estado miembro
    [public_interest_aims] Objetivos estatutarios de interés público
   *[active_in_data_protection] Activa en la protección de los derechos y libertades de los interesados
}
complaint-valid-until = válido hasta el { DATE($date) }
complaint-no-evidence = sin registrar
complaint-constituted = Constituida con arreglo al Derecho de
complaint-national-basis = Disposición nacional invocada
complaint-mandates-text = Cada persona representada ha otorgado a la organización un mandato para esta reclamación. Se describe en el primer anexo de la persona, con la huella del documento.

complaint-competence = Competencia de la autoridad
complaint-presumed-lead = El establecimiento principal del responsable indica como autoridad de control principal: { $authority } (artículo 56, apartado 1, del RGPD).

complaint-facts = Hechos
complaint-prior-requests = Cada derecho se ejerció primero mediante una solicitud dirigida al responsable. Las solicitudes se describen en el segundo anexo de cada persona, con la prueba de su recepción.
complaint-right = Derecho
complaint-provision = Disposición
complaint-requests = Solicitudes
complaint-people = Personas
complaint-right-name = { $right ->
    [access] Acceso
    [rectification] Rectificación
    [erasure] Supresión
    [restriction] Limitación del tratamiento
    [portability] Portabilidad de los datos
    [objection] Oposición
   *[automated_decision] Revisión de una decisión automatizada
}
complaint-total = Total
complaint-standing-on = A { DATE($date) }, el estado de las solicitudes es el siguiente.
complaint-received-between = Recibidas por el responsable
complaint-span = del { DATE($first) } al { DATE($last) }
complaint-unanswered = Sin respuesta alguna
complaint-refused = Denegadas, total o parcialmente
complaint-answered-late = Respondidas fuera de plazo
complaint-clocks = Los plazos se han calculado con arreglo al artículo 12, apartado 3, del RGPD y al Reglamento (CEE, Euratom) n.º 1182/71, con la versión { $rules } de las reglas y los calendarios { $calendars }. El segundo anexo de cada persona explica cada paso.

complaint-infringements = Infracciones alegadas
complaint-infringement = Infracción
complaint-number = N.º
complaint-first-last = Primera y última fecha
complaint-rule-severity = regla { $rule } · gravedad { $severity } de 5
complaint-points-text = Cada línea corresponde a un tipo de infracción. Las constataciones en que se basa figuran en el tercer anexo de cada persona, con sus fechas y cifras.

complaint-law = Fundamentos de Derecho
complaint-duty = { $duty ->
    [time] Según el artículo 12, apartado 3, del RGPD, el responsable facilita al interesado información sobre las actuaciones realizadas sin dilación indebida y, a más tardar, en el plazo de un mes a partir de la recepción de la solicitud. Ese plazo puede prorrogarse una vez, otros dos meses como máximo, si lo exigen la complejidad y el número de solicitudes; la prórroga y sus motivos deben comunicarse dentro del primer mes.
    [refusal] Según el artículo 12, apartado 4, del RGPD, el responsable que no da curso a la solicitud informa al interesado, en el plazo de un mes, de las razones y de la posibilidad de presentar una reclamación ante una autoridad de control y de ejercitar acciones judiciales.
    [identity] Según el artículo 12, apartados 2 y 6, del RGPD, el responsable solo puede pedir información adicional si tiene dudas razonables sobre la identidad, y solo la necesaria; según los artículos 11, apartado 2, y 12, apartado 2, le corresponde demostrar que no puede identificar al interesado. Las preguntas no sirven para ganar tiempo.
    [abuse] Según el artículo 12, apartado 5, del RGPD, el ejercicio de estos derechos es gratuito. El responsable soporta la carga de demostrar el carácter manifiestamente infundado o excesivo de la solicitud.
    [content] Según los artículos 15 a 22 del RGPD, la respuesta debe contener lo solicitado, en la forma prevista. Lo que no se facilita debe indicarse, con el motivo que lo permite.
    [recipients] Según el artículo 19 del RGPD, el responsable comunica toda rectificación, supresión o limitación a cada destinatario, salvo que sea imposible o exija un esfuerzo desproporcionado.
   *[sanction] Las infracciones de los artículos 12 a 22 del RGPD pueden sancionarse con las multas administrativas del artículo 83, apartado 5, letra b), del RGPD.
}

complaint-remedies = Lo que se solicita a la autoridad
complaint-remedies-text = En nombre de las personas representadas, la organización solicita a la autoridad:
complaint-remedy = { $remedy ->
    [investigate] que tramite esta reclamación e investigue su objeto (artículo 57, apartado 1, letra f), del RGPD);
    [establish] que declare la infracción de las disposiciones citadas;
    [comply] que ordene al responsable que atienda las solicitudes (artículo 58, apartado 2, letra c), del RGPD);
    [operations] que ordene al responsable que ajuste la tramitación de las solicitudes al Reglamento en un plazo determinado (artículo 58, apartado 2, letra d), del RGPD);
    [sanction] que considere un apercibimiento o una multa administrativa (artículo 58, apartado 2, letras b) e i), y artículo 83 del RGPD);
   *[inform] que informe a la organización del curso y del resultado en el plazo de tres meses (artículos 77, apartado 2, y 78, apartado 2, del RGPD).
}

complaint-completeness = Integridad de la reclamación
complaint-completeness-text = El artículo 4, apartado 1, del Reglamento (UE) 2025/2518 enumera lo que debe contener una reclamación para ser admisible. Todo ello figura en este expediente.
complaint-requirement = Requisito
complaint-where = Dónde
complaint-complete-for = Completo para
complaint-slot = { $slot ->
    [complainant] Nombre y datos de contacto de la persona reclamante
    [representative] Nombre, datos de contacto y correcta constitución de la organización
    [mandate] Prueba del mandato
    [controller] Datos que ayudan a identificar al responsable
   *[infringement] Descripción de la infracción alegada
}
complaint-slot-place = { $slot ->
    [complainant] Primer anexo de cada persona
    [representative] Texto principal, partes y legitimación
    [mandate] Primer anexo de cada persona
    [controller] Texto principal, partes
   *[infringement] Texto principal, hechos e infracciones alegadas; segundo y tercer anexo
}
complaint-national = Formalidades nacionales

complaint-confidential = Partes confidenciales
complaint-confidential-full = Las partes siguientes son confidenciales. Una segunda versión de este expediente sin ellas lo acompaña (artículo 25, apartado 3, del Reglamento (UE) 2025/2518).
complaint-confidential-removed = Las partes siguientes se han suprimido de esta versión. Figuran en la versión íntegra, que obra en poder de la autoridad (artículo 25, apartado 3, del Reglamento (UE) 2025/2518).
complaint-part = Parte
complaint-reason = Motivo
complaint-part-persons = Nombres, datos de contacto e identificadores de los interesados, contenido de sus solicitudes y de las respuestas, documentos de los mandatos (anexos)
complaint-reason-persons = Datos personales que no son necesarios para responder a las alegaciones
complaint-passage = Pasaje { $number } de «{ $section }»

complaint-annexes = Anexos
complaint-annexes-text = Cada persona tiene tres anexos en un solo archivo, numerados con la referencia de la persona. El registro de pruebas enumera todos los archivos con sus páginas y su huella SHA-256.
complaint-annex = Anexo
complaint-content = Contenido
complaint-annex-content = { $annex ->
    [1] Mandato e identidad
    [2] Solicitudes, recepción y plazos
   *[3] Respuestas, silencio y constataciones
}
complaint-register-volumes = { $volumes ->
    [one] Registro de pruebas, un volumen
   *[other] Registro de pruebas, { $volumes } volúmenes
}
complaint-machine-readable = Los mismos hechos en formato legible por máquina (JSON)
complaint-manifest = Lista firmada de todos los archivos con sus huellas

complaint-signed = { $town }, { DATE($date) }
complaint-signed-on = { DATE($date) }
complaint-signed-for = Por { $organisation }

complaint-annexes-of = Anexos { $person } a la reclamación { $reference }
complaint-annex-title = Anexo { $person }-{ $annex }: { $annex ->
    [1] mandato e identidad
    [2] solicitudes, recepción y plazos
   *[3] respuestas, silencio y constataciones
}
complaint-identity = Persona interesada
complaint-contact = { $kind ->
    [address] Dirección postal
    [email] Correo electrónico
   *[phone] Teléfono
}
complaint-identifier = { $element ->
    [name] Nombre conocido por el responsable
    [email] Correo electrónico conocido por el responsable
    [birth_date] Fecha de nacimiento
    [address] Dirección conocida por el responsable
    [phone] Teléfono conocido por el responsable
    [customer_number] Número de cliente
   *[other] Otro identificador
}
complaint-identifiers = Conocida por el responsable por
complaint-mandate = Mandato
complaint-credential = Credencial verificable
complaint-signed-date = Firmado el
complaint-valid-from = Válido desde el
complaint-valid-to = Válido hasta el
complaint-no-end = sin fecha de fin
complaint-rights-granted = Derechos que comprende
complaint-acts-granted = Actos que comprende
complaint-act = { $act ->
    [complaint] reclamación ante una autoridad de control (artículo 77 del RGPD)
    [action_against_authority] acción contra una autoridad de control (artículo 78 del RGPD)
    [action_against_controller] acción contra un responsable o encargado del tratamiento (artículo 79 del RGPD)
   *[compensation] indemnización (artículo 82 del RGPD), si el Derecho nacional lo permite
}
complaint-scope = Alcance y finalidad
complaint-given-as = Forma de otorgamiento
complaint-evidence-kind = { $kind ->
    [signed_paper] Documento en papel firmado a mano, escaneado
    [qualified_signature] Firma electrónica cualificada
    [electronic_signature] Firma electrónica avanzada o simple
    [authenticated_acceptance] Aceptación con sesión iniciada en el servicio de la organización
    [membership_record] Registrado por la organización en el alta
   *[legal_representative] Otorgado por un representante legal
}
complaint-document = Documento
complaint-hash = SHA-256
complaint-by-representative = El mandato fue otorgado por el padre, la madre, el tutor u otro representante legal de esta persona.

complaint-request = { $right ->
    [access] Solicitud de acceso
    [rectification] Solicitud de rectificación
    [erasure] Solicitud de supresión
    [restriction] Solicitud de limitación del tratamiento
    [portability] Solicitud de portabilidad de los datos
    [objection] Oposición al tratamiento
   *[automated_decision] Solicitud de revisión de una decisión automatizada
}, { $reference }
complaint-filed = Registrada el
complaint-sent = Enviada el
complaint-not-sent = no enviada
complaint-received = Recibida el
complaint-not-received = sin recepción registrada
complaint-receipt = Prueba de la recepción
complaint-receipt-kind = { $kind ->
    [controller_acknowledgement] Acuse de recibo del responsable
    [registered_delivery] Correo certificado o entrega electrónica certificada cualificada
    [delivery_confirmation] Confirmación de entrega de un servidor o portal
    [controller_statement] Declaración o acto posterior del responsable
   *[presumption] Presunción basada en el envío
}
complaint-asked = Qué se solicitó
complaint-deadline = Plazo
complaint-no-deadline = No corre ningún plazo para esta solicitud.
complaint-step = Paso
complaint-rule = Regla
complaint-editions = Calculado con las reglas { $rules } y el calendario { $calendar }. Las reglas son las de la especificación jurídica de Recourse, que indica la fuente de cada una.

complaint-answers = Respuestas
complaint-silence = A { DATE($date) }, día de este expediente, el responsable no había enviado nada sobre esta solicitud.
complaint-response = { $kind ->
    [full] Respuesta completa
    [partial] Respuesta parcial
    [refused] Denegación
    [no_data] Respuesta de que no se conservan datos
    [cannot_identify] Declaración de que no se puede identificar a la persona
    [redirected] Remisión a otro responsable
    [fee_demand] Exigencia de un canon
    [extension] Aviso de prórroga
    [identity_question] Pregunta sobre la identidad
    [scope_question] Pregunta sobre el alcance
    [acknowledgement] Acuse de recibo
   *[other] Otro mensaje
} de { DATE($on) }
complaint-via = Vía
complaint-via-name = { $via ->
    [callback] Mensaje firmado del sistema del responsable
    [api] Registro del responsable en la interfaz
    [bulk] Envío conjunto de respuestas del responsable
   *[manual] Carta, correo electrónico o teléfono, registrado por la organización
}
complaint-late = { $days ->
    [one] Un día después del plazo
   *[other] { $days } días después del plazo
}
complaint-lateness = Retraso
complaint-says = Contenido
complaint-files = Archivos
complaint-file = Archivo
complaint-pages = Páginas
complaint-findings = Constataciones
complaint-no-findings = No se ha constatado ninguna infracción en esta solicitud.

complaint-withheld = { $what ->
    [name] Nombre suprimido
    [contacts] Datos de contacto suprimidos
    [identifiers] Identificadores suprimidos
    [credential] Credencial suprimida
    [mandate_scope] Alcance del mandato suprimido
    [mandate_document] Documento del mandato suprimido
    [asked] Contenido de la solicitud suprimido
    [response_content] Contenido de la respuesta suprimido
    [files] Archivos suprimidos
   *[other] Parte suprimida
}: datos personales que no son necesarios para responder a las alegaciones
complaint-marked = Confidencial: { $reason }
complaint-withheld-because = Pasaje suprimido por confidencial: { $reason }

complaint-register = Registro de pruebas
complaint-volume = Volumen { $volume } de { $volumes }
complaint-register-text = Todos los archivos de esta reclamación que son pruebas o anexos, con sus páginas y su huella. Un archivo es el enumerado si su huella SHA-256 es la misma.
complaint-size = Bytes
