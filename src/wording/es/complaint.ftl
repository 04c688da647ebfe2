# El expediente de reclamación: texto principal, anexos, registro de pruebas.

complaint-page = Página { $page } de { $pages }
complaint-title = { $law ->
    [fadp] Denuncia
   *[gdpr] Reclamación
}
complaint-basis = { $law ->
    [uk_gdpr] con arreglo al artículo 165 de la Ley de protección de datos de 2018 del Reino Unido (Data Protection Act 2018) y al artículo 80, apartado 1, del Reglamento general de protección de datos del Reino Unido
    [fadp] con arreglo al artículo 49, apartado 1, de la Ley federal suiza de protección de datos
   *[gdpr] con arreglo a los artículos 77 y 80, apartado 1, del Reglamento (UE) 2016/679 (Reglamento general de protección de datos)
}
complaint-named = { $law ->
    [fadp] Denuncia { $reference } contra { $controller }
   *[gdpr] Reclamación { $reference } contra { $controller }
}
complaint-version = { $version ->
    [full] Versión íntegra. Contiene partes confidenciales y datos personales.
   *[non_confidential] Versión sin las partes confidenciales. Lo que se ha suprimido está señalado en su lugar, con el motivo.
}
complaint-to = A
complaint-by = { $law ->
    [fadp] Formulada por
   *[gdpr] Presentada por
}
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
complaint-summary-who = { $law ->
    [uk_gdpr] { $organisation } presenta esta reclamación contra { $controller } en nombre de { $people ->
            [one] una persona interesada que le ha otorgado mandato
           *[other] { COUNT($people) } personas interesadas que le han otorgado mandato
        } con arreglo al artículo 80, apartado 1, del Reglamento general de protección de datos del Reino Unido (RGPD del Reino Unido) y al artículo 187 de la Ley de protección de datos de 2018 (Data Protection Act 2018, DPA 2018). Se refiere a { $requests ->
            [one] una solicitud con la que se ejercieron
           *[other] { COUNT($requests) } solicitudes con las que se ejercieron
        } derechos de los artículos 15 a 22D del RGPD del Reino Unido.
    [fadp] { $organisation } formula esta denuncia contra { $controller } en nombre de { $people ->
            [one] una persona interesada que le ha otorgado poder para ello
           *[other] { COUNT($people) } personas interesadas que le han otorgado poder para ello
        } con arreglo al artículo 49, apartado 1, de la Ley federal suiza de protección de datos (LPD suiza). Se refiere a { $requests ->
            [one] una solicitud con la que se ejercieron
           *[other] { COUNT($requests) } solicitudes con las que se ejercieron
        } derechos de los artículos 21, 25, 28, 30 y 32 de la LPD suiza.
   *[gdpr] { $organisation } presenta esta reclamación contra { $controller } en nombre de { $people ->
            [one] una persona interesada que le ha otorgado mandato
           *[other] { COUNT($people) } personas interesadas que le han otorgado mandato
        } con arreglo al artículo 80, apartado 1, del Reglamento general de protección de datos (RGPD). Se refiere a { $requests ->
            [one] una solicitud con la que se ejercieron
           *[other] { COUNT($requests) } solicitudes con las que se ejercieron
        } derechos de los artículos 15 a 22 del RGPD.
}
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

complaint-standing = { $law ->
    [uk_gdpr] Legitimación con arreglo al artículo 80, apartado 1, del RGPD del Reino Unido y al artículo 187 de la DPA 2018
    [fadp] Poderes otorgados por las personas representadas
   *[gdpr] Legitimación con arreglo al artículo 80, apartado 1, del RGPD
}
complaint-standing-text = { $law ->
    [uk_gdpr] { $organisation } cumple las condiciones del artículo 187, apartados 3 y 4, de la DPA 2018, al que remite el artículo 80, apartado 1, del RGPD del Reino Unido, como acreditan los documentos siguientes.
    [fadp] { $organisation } actúa en virtud de los poderes que le han otorgado las personas representadas y no invoca legitimación propia: la LPD suiza no contiene ninguna disposición por la que una entidad reclame en nombre de otros. La autoridad abre una investigación de oficio o previa denuncia (artículo 49, apartado 1, de la LPD suiza). Los documentos siguientes muestran qué entidad formula la denuncia.
   *[gdpr] { $organisation } cumple las cuatro condiciones del artículo 80, apartado 1, del RGPD, como acreditan los documentos siguientes.
}
complaint-condition = { $law ->
    [fadp] Característica
   *[gdpr] Condición
}
complaint-evidence = Documento
complaint-dated = Fecha
complaint-test = { $test ->
    [not_for_profit] Entidad, organización o asociación sin ánimo de lucro
    [properly_constituted] { $law ->
        [uk_gdpr] Constituida correctamente y vinculada por sus estatutos o por una norma
        [fadp] Constituida correctamente con arreglo al Derecho de su sede
       *[gdpr] Correctamente constituida con arreglo al Derecho de un Estado miembro
    }
    [public_interest_aims] Objetivos estatutarios de interés público
   *[active_in_data_protection] Activa en la protección de los derechos y libertades de los interesados
}
complaint-valid-until = válido hasta el { DATE($date) }
complaint-no-evidence = sin registrar
complaint-constituted = Constituida con arreglo al Derecho de
complaint-national-basis = Disposición nacional invocada
complaint-mandates-text = { $law ->
    [fadp] Cada persona representada ha otorgado a la organización poder para esta denuncia. Se describe en el primer anexo de la persona, con la huella del documento.
   *[gdpr] Cada persona representada ha otorgado a la organización un mandato para esta reclamación. Se describe en el primer anexo de la persona, con la huella del documento.
}

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
complaint-clocks = { $law ->
    [uk_gdpr] Los plazos se han calculado con arreglo a los artículos 12, apartado 3, y 12A del RGPD del Reino Unido, según el calendario del lugar del responsable, con la versión { $rules } de las reglas y los calendarios { $calendars }. El segundo anexo de cada persona explica cada paso.
    [fadp] Los plazos se han calculado con arreglo al artículo 25, apartado 7, de la LPD suiza y al artículo 18 de la Ordenanza de protección de datos (OPDo suiza), con la versión { $rules } de las reglas y los calendarios { $calendars }. Cuando la LPD suiza no fija un plazo propio para un derecho, se ha aplicado el del derecho de acceso. El segundo anexo de cada persona explica cada paso.
   *[gdpr] Los plazos se han calculado con arreglo al artículo 12, apartado 3, del RGPD y al Reglamento (CEE, Euratom) n.º 1182/71, con la versión { $rules } de las reglas y los calendarios { $calendars }. El segundo anexo de cada persona explica cada paso.
}

complaint-infringements = Infracciones alegadas
complaint-infringement = Infracción
complaint-number = N.º
complaint-first-last = Primera y última fecha
complaint-rule-severity = regla { $rule } · gravedad { $severity } de 5
complaint-points-text = Cada línea corresponde a un tipo de infracción. Las constataciones en que se basa figuran en el tercer anexo de cada persona, con sus fechas y cifras.
complaint-no-provision = Ninguna disposición de este Derecho

complaint-law = Fundamentos de Derecho
complaint-duty = { $duty ->
    [time] { $law ->
        [uk_gdpr] Según los artículos 12, apartado 3, y 12A del RGPD del Reino Unido, el responsable facilita al interesado información sobre las actuaciones realizadas sin dilación indebida y, a más tardar, en el plazo de un mes a partir del último de tres hechos: la recepción de la solicitud, la de la información pedida para confirmar la identidad, el pago de una tasa debida. Ese plazo puede prorrogarse otros dos meses si lo exige la complejidad o el número de solicitudes del interesado; la prórroga y sus motivos deben comunicarse dentro del primer mes. De una reclamación presentada al responsable se acusa recibo en el plazo de 30 días (artículo 164A de la DPA 2018).
        [fadp] Según el artículo 25, apartado 7, de la LPD suiza, la información se facilita, por regla general, en los 30 días siguientes a la solicitud. Si no es posible, el responsable lo comunica e indica en qué plazo la facilitará (artículo 18, apartado 2, de la OPDo suiza).
       *[gdpr] Según el artículo 12, apartado 3, del RGPD, el responsable facilita al interesado información sobre las actuaciones realizadas sin dilación indebida y, a más tardar, en el plazo de un mes a partir de la recepción de la solicitud. Ese plazo puede prorrogarse una vez, otros dos meses como máximo, si lo exigen la complejidad y el número de solicitudes; la prórroga y sus motivos deben comunicarse dentro del primer mes.
    }
    [refusal] { $law ->
        [uk_gdpr] Según el artículo 12, apartado 4, del RGPD del Reino Unido, el responsable que no da curso a la solicitud informa al interesado, sin dilación, de las razones y de la posibilidad de presentar una reclamación ante él y ante la autoridad (artículos 164A y 165 de la DPA 2018) y de ejercitar acciones judiciales.
        [fadp] Según el artículo 26, apartado 4, de la LPD suiza, el responsable indica por qué deniega, limita o aplaza la información; lo hace dentro del plazo para facilitarla (artículo 18, apartado 3, de la OPDo suiza).
       *[gdpr] Según el artículo 12, apartado 4, del RGPD, el responsable que no da curso a la solicitud informa al interesado, en el plazo de un mes, de las razones y de la posibilidad de presentar una reclamación ante una autoridad de control y de ejercitar acciones judiciales.
    }
    [identity] { $law ->
        [uk_gdpr] Según el artículo 12, apartados 2 y 6, del RGPD del Reino Unido, el responsable solo puede pedir información adicional si tiene dudas razonables sobre la identidad, y solo la necesaria; según los artículos 11, apartado 2, y 12, apartado 2, le corresponde demostrar que no puede identificar al interesado. Las preguntas no sirven para ganar tiempo.
        [fadp] Según el artículo 16, apartado 5, de la OPDo suiza, el responsable adopta medidas adecuadas para identificar al interesado, que debe colaborar. Lo que pida debe ser proporcionado (artículo 6, apartado 2, de la LPD suiza). Las preguntas no sirven para ganar tiempo.
       *[gdpr] Según el artículo 12, apartados 2 y 6, del RGPD, el responsable solo puede pedir información adicional si tiene dudas razonables sobre la identidad, y solo la necesaria; según los artículos 11, apartado 2, y 12, apartado 2, le corresponde demostrar que no puede identificar al interesado. Las preguntas no sirven para ganar tiempo.
    }
    [abuse] { $law ->
        [uk_gdpr] Según el artículo 12, apartado 5, del RGPD del Reino Unido, el ejercicio de estos derechos es gratuito. El responsable soporta la carga de demostrar el carácter manifiestamente infundado o excesivo de la solicitud.
        [fadp] Según el artículo 25, apartado 6, de la LPD suiza, la información es gratuita. Solo puede pedirse una participación en los costes si el esfuerzo es desproporcionado, y se anuncia de antemano (artículo 19 de la OPDo suiza). Una solicitud solo puede denegarse por manifiestamente infundada o abusiva según el artículo 26, apartado 1, letra c), de la LPD suiza.
       *[gdpr] Según el artículo 12, apartado 5, del RGPD, el ejercicio de estos derechos es gratuito. El responsable soporta la carga de demostrar el carácter manifiestamente infundado o excesivo de la solicitud.
    }
    [content] { $law ->
        [uk_gdpr] Según los artículos 15 a 22D del RGPD del Reino Unido, la respuesta debe contener lo solicitado, en la forma prevista. Lo que no se facilita debe indicarse, con el motivo que lo permite.
        [fadp] Según los artículos 21, 25, 28, 30 y 32 de la LPD suiza, la respuesta debe dar lo solicitado, en la forma prevista. Lo que no se facilita debe indicarse, con el motivo que lo permite (en cuanto a la información, artículo 26 de la LPD suiza).
       *[gdpr] Según los artículos 15 a 22 del RGPD, la respuesta debe contener lo solicitado, en la forma prevista. Lo que no se facilita debe indicarse, con el motivo que lo permite.
    }
    [recipients] { $law ->
        [uk_gdpr] Según el artículo 19 del RGPD del Reino Unido, el responsable comunica toda rectificación, supresión o limitación a cada destinatario, salvo que sea imposible o exija un esfuerzo desproporcionado.
        [fadp] Según el artículo 32, apartado 4, de la LPD suiza, puede pedirse que una rectificación, una supresión o la prohibición de un tratamiento se comunique a terceros.
       *[gdpr] Según el artículo 19 del RGPD, el responsable comunica toda rectificación, supresión o limitación a cada destinatario, salvo que sea imposible o exija un esfuerzo desproporcionado.
    }
   *[sanction] { $law ->
        [uk_gdpr] Las infracciones de los artículos 12 a 22D del RGPD del Reino Unido pueden sancionarse con una multa (artículo 83, apartado 5, letra b), del RGPD del Reino Unido; artículos 155 y 157 de la DPA 2018).
        [fadp] Si se han vulnerado disposiciones de protección de datos, la autoridad puede ordenar las medidas del artículo 51 de la LPD suiza. No impone multas: los delitos de los artículos 60 a 63 de la LPD suiza los persiguen los cantones (artículo 65 de la LPD suiza).
       *[gdpr] Las infracciones de los artículos 12 a 22 del RGPD pueden sancionarse con las multas administrativas del artículo 83, apartado 5, letra b), del RGPD.
    }
}

complaint-remedies = Lo que se solicita a la autoridad
complaint-remedies-text = En nombre de las personas representadas, la organización solicita a la autoridad:
complaint-remedy = { $remedy ->
    [investigate] { $law ->
        [uk_gdpr] que dé a esta reclamación el curso adecuado e investigue su objeto (artículo 165, apartados 4 y 5, de la DPA 2018);
        [fadp] que abra una investigación a raíz de esta denuncia (artículo 49, apartado 1, de la LPD suiza);
       *[gdpr] que tramite esta reclamación e investigue su objeto (artículo 57, apartado 1, letra f), del RGPD);
    }
    [establish] que declare la infracción de las disposiciones citadas;
    [comply] { $law ->
        [uk_gdpr] que ordene al responsable que atienda las solicitudes (artículo 58, apartado 2, letra c), del RGPD del Reino Unido; artículo 149 de la DPA 2018);
        [fadp] que ordene al responsable que atienda las solicitudes y, en particular, que facilite la información solicitada (artículo 51, apartados 1 y 3, letra g), de la LPD suiza);
       *[gdpr] que ordene al responsable que atienda las solicitudes (artículo 58, apartado 2, letra c), del RGPD);
    }
    [operations] { $law ->
        [uk_gdpr] que ordene al responsable que ajuste la tramitación de las solicitudes a la ley en un plazo determinado (artículo 58, apartado 2, letra d), del RGPD del Reino Unido; artículo 149 de la DPA 2018);
        [fadp] que ordene modificar, suspender o cesar los tratamientos que vulneren disposiciones de protección de datos, y suprimir los datos (artículo 51, apartado 1, de la LPD suiza);
       *[gdpr] que ordene al responsable que ajuste la tramitación de las solicitudes al Reglamento en un plazo determinado (artículo 58, apartado 2, letra d), del RGPD);
    }
    [sanction] { $law ->
        [uk_gdpr] que considere un apercibimiento o una multa (artículo 58, apartado 2, letras b) e i), del RGPD del Reino Unido; artículo 155 de la DPA 2018);
        [fadp] que considere denunciar ante la autoridad penal lo que parezca un delito de los artículos 60 a 63 de la LPD suiza (artículo 65, apartado 2, de la LPD suiza);
       *[gdpr] que considere un apercibimiento o una multa administrativa (artículo 58, apartado 2, letras b) e i), y artículo 83 del RGPD);
    }
   *[inform] { $law ->
        [uk_gdpr] que informe a la organización del curso y del resultado en el plazo de tres meses (artículos 165 y 166 de la DPA 2018).
        [fadp] que informe a la organización, para las personas representadas, de las actuaciones emprendidas y del resultado de una investigación (artículo 49, apartado 4, de la LPD suiza).
       *[gdpr] que informe a la organización del curso y del resultado en el plazo de tres meses (artículos 77, apartado 2, y 78, apartado 2, del RGPD).
    }
}

complaint-completeness = { $law ->
    [fadp] Integridad de la denuncia
   *[gdpr] Integridad de la reclamación
}
complaint-completeness-text = { $law ->
    [uk_gdpr] Este expediente contiene lo que permite a la autoridad examinar la reclamación: quién reclama, con mandato de quién, contra quién y por qué.
    [fadp] Este expediente contiene lo que permite a la autoridad examinar la denuncia: quién denuncia, con poder de quién, a quién y por qué.
   *[gdpr] El artículo 4, apartado 1, del Reglamento (UE) 2025/2518 enumera lo que debe contener una reclamación para ser admisible. Todo ello figura en este expediente.
}
complaint-requirement = Requisito
complaint-where = Dónde
complaint-complete-for = Completo para
complaint-slot = { $slot ->
    [complainant] { $law ->
        [fadp] Nombre y datos de contacto de la persona en cuyo nombre se denuncia
       *[gdpr] Nombre y datos de contacto de la persona reclamante
    }
    [representative] Nombre, datos de contacto y correcta constitución de la organización
    [mandate] Prueba del mandato
    [controller] Datos que ayudan a identificar al responsable
   *[infringement] Descripción de la infracción alegada
}
complaint-slot-place = { $slot ->
    [complainant] Primer anexo de cada persona
    [representative] { $law ->
        [fadp] Texto principal, partes y poderes
       *[gdpr] Texto principal, partes y legitimación
    }
    [mandate] Primer anexo de cada persona
    [controller] Texto principal, partes
   *[infringement] Texto principal, hechos e infracciones alegadas; segundo y tercer anexo
}
complaint-national = Formalidades nacionales
complaint-national-language = Este expediente está redactado en una lengua que la autoridad acepta.

complaint-confidential = Partes confidenciales
complaint-confidential-full = { $law ->
    [uk_gdpr] Las partes siguientes son confidenciales. Una segunda versión de este expediente sin ellas lo acompaña.
    [fadp] Las partes siguientes son confidenciales. Una segunda versión de este expediente sin ellas lo acompaña.
   *[gdpr] Las partes siguientes son confidenciales. Una segunda versión de este expediente sin ellas lo acompaña (artículo 25, apartado 3, del Reglamento (UE) 2025/2518).
}
complaint-confidential-removed = { $law ->
    [uk_gdpr] Las partes siguientes se han suprimido de esta versión. Figuran en la versión íntegra, que obra en poder de la autoridad.
    [fadp] Las partes siguientes se han suprimido de esta versión. Figuran en la versión íntegra, que obra en poder de la autoridad.
   *[gdpr] Las partes siguientes se han suprimido de esta versión. Figuran en la versión íntegra, que obra en poder de la autoridad (artículo 25, apartado 3, del Reglamento (UE) 2025/2518).
}
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

complaint-annexes-of = { $law ->
    [fadp] Anexos { $person } a la denuncia { $reference }
   *[gdpr] Anexos { $person } a la reclamación { $reference }
}
complaint-annex-title = Anexo { $person }-{ $annex }: { $annex ->
    [1] mandato e identidad
    [2] solicitudes, recepción y plazos
   *[3] respuestas, silencio y constataciones
}
complaint-identity = Persona interesada
complaint-person-name = Nombre
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
    [complaint] { $law ->
        [uk_gdpr] reclamación ante la autoridad de control (artículo 165 de la DPA 2018)
        [fadp] denuncia ante la autoridad de control (artículo 49 de la LPD suiza)
       *[gdpr] reclamación ante una autoridad de control (artículo 77 del RGPD)
    }
    [action_against_authority] { $law ->
        [uk_gdpr] acción contra la autoridad de control (artículo 78 del RGPD del Reino Unido; artículo 166 de la DPA 2018)
        [fadp] recurso contra una autoridad de control
       *[gdpr] acción contra una autoridad de control (artículo 78 del RGPD)
    }
    [action_against_controller] { $law ->
        [uk_gdpr] acción contra un responsable o encargado del tratamiento (artículo 79 del RGPD del Reino Unido)
        [fadp] acción contra un responsable o encargado del tratamiento (artículo 32 de la LPD suiza)
       *[gdpr] acción contra un responsable o encargado del tratamiento (artículo 79 del RGPD)
    }
   *[compensation] { $law ->
        [uk_gdpr] indemnización (artículo 82 del RGPD del Reino Unido; artículo 187, apartado 1, letra b), de la DPA 2018)
        [fadp] indemnización (artículo 32, apartado 2, de la LPD suiza)
       *[gdpr] indemnización (artículo 82 del RGPD), si el Derecho nacional lo permite
    }
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
complaint-register-text = { $law ->
    [fadp] Todos los archivos de esta denuncia que son pruebas o anexos, con sus páginas y su huella. Un archivo es el enumerado si su huella SHA-256 es la misma.
   *[gdpr] Todos los archivos de esta reclamación que son pruebas o anexos, con sus páginas y su huella. Un archivo es el enumerado si su huella SHA-256 es la misma.
}
complaint-size = Bytes
