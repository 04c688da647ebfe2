# Las infracciones. El valor se dice con sus fechas y números; `.title` son pocas palabras.

finding-silent_first_deadline = Hasta el { WEEKDAY($due) } { DATE($due) }, último día del plazo, no llegó ni respuesta ni prórroga válida.
    .title = Ni respuesta ni prórroga válida en el primer plazo

finding-silent_final_deadline = Hasta el { WEEKDAY($due) } { DATE($due) }, último día del plazo prorrogado, no llegó respuesta.
    .title = Sin respuesta al final del plazo prorrogado

finding-late = La respuesta llegó el { DATE($on) }, { $days_late ->
        [one] un día
       *[other] { $days_late } días
    } después del { DATE($due) }, último día del plazo.
    .title = La respuesta llegó fuera de plazo

finding-refusal_late = La negativa llegó el { DATE($on) }, { $days_late ->
        [one] un día
       *[other] { $days_late } días
    } después del { DATE($due) }, último día para denegar. Ninguna prórroga mueve ese día.
    .title = La negativa llegó después del primer plazo

finding-extension_late = La prórroga se comunicó el { DATE($on) }, después del { DATE($due) }, último día para hacerlo. No surte efecto.
    .title = La prórroga se comunicó después del primer plazo

finding-extension_without_reasons = La prórroga comunicada el { DATE($on) } no está motivada. No surte efecto.
    .title = La prórroga se comunicó sin motivos

finding-extension_repeated = El { DATE($on) } se comunicó una segunda prórroga, aunque el plazo solo puede prorrogarse una vez.
    .title = Se comunicó una segunda prórroga

finding-extension_too_long = El { DATE($on) } se comunicó una prórroga de { $months } meses. El Reglamento permite dos como máximo.
    .title = Se comunicó una prórroga de más de dos meses

finding-extension_ground_invalid = La prórroga del { DATE($on) } se basa solo en el esfuerzo o en el tamaño de la organización. Eso no basta para prorrogar el plazo.
    .title = Los motivos alegados no bastan para una prórroga

finding-question_not_prompt = El responsable del tratamiento preguntó el { DATE($on) }. Una pregunta formulada con prontitud habría llegado a más tardar el { DATE($due) }.
    .title = El responsable preguntó demasiado tarde para suspender el plazo

finding-disproportionate_identity_demand = El { DATE($on) } el responsable del tratamiento pidió una prueba de identidad desproporcionada, sin expresar dudas o cuando la identidad ya estaba acreditada.
    .title = El responsable pidió más pruebas de identidad de las necesarias

finding-scope_question_without_need = El { DATE($on) } el responsable del tratamiento pidió precisar la solicitud sin indicar que trata una gran cantidad de datos, o respecto de un derecho distinto del acceso.
    .title = El responsable pidió acotar la solicitud sin tratar una gran cantidad de datos

finding-no_reasons = La negativa total o parcial del { DATE($on) } no indica el motivo de cada parte denegada.
    .title = La negativa no está motivada

finding-no_complaint_information = La negativa del { DATE($on) } no menciona la posibilidad de presentar una reclamación ante una autoridad de control.
    .title = La negativa no menciona el derecho a reclamar ante una autoridad de control

finding-no_court_information = La negativa del { DATE($on) } no menciona la posibilidad de ejercitar acciones judiciales.
    .title = La negativa no menciona las acciones judiciales

finding-abuse_not_shown = El { DATE($on) } el responsable del tratamiento calificó la solicitud de manifiestamente infundada o excesiva sin aportar hechos. La carga de la prueba es suya.
    .title = Se califica la solicitud de infundada o excesiva sin pruebas

finding-ground_not_available = La negativa del { DATE($on) } se basa en un motivo que la ley no prevé para este derecho.
    .title = El motivo alegado no existe para este derecho

finding-absolute_right_refused = El { DATE($on) } el responsable del tratamiento denegó una oposición a la mercadotecnia directa, aunque no cabe oponerle ningún motivo.
    .title = Se denegó una oposición a la mercadotecnia directa

finding-safeguards_refused = El { DATE($on) } el responsable del tratamiento denegó las garantías frente a una decisión automatizada alegando un contrato o un consentimiento. Justo en esos casos hay derecho a la intervención humana, a expresar el punto de vista propio y a impugnar la decisión.
    .title = Se denegó una intervención humana debida

finding-identification_not_demonstrated = El { DATE($on) } el responsable del tratamiento dijo que no puede identificar a la persona, sin demostrarlo.
    .title = El responsable no demuestra que no puede identificar a la persona

finding-items_missing = La respuesta del { DATE($on) } no abarca todo lo que se pidió y no explica por qué.
    .title = Falta en la respuesta algo que se pidió

finding-copy_missing = La respuesta del { DATE($on) } enumera lo que facilita, y no incluye la copia de los datos que se pidió.
    .title = Se pidió una copia y no se facilitó

finding-paper_instead_of_electronic = La respuesta del { DATE($on) } llegó en papel, aunque se había pedido un formato electrónico de uso común.
    .title = La respuesta llegó en papel aunque se pidió un formato electrónico

finding-format_not_portable = Los datos entregados el { DATE($on) } no están en un formato estructurado, de uso común y lectura mecánica.
    .title = El archivo no es estructurado, de uso común y de lectura mecánica

finding-recipients_not_told = El { DATE($on) } el responsable del tratamiento dijo que no comunicó a los destinatarios de los datos lo que se hizo.
    .title = El responsable dice que no informó a los destinatarios

finding-fee_demanded = El { DATE($on) } el responsable del tratamiento exigió un canon, aunque el ejercicio del derecho es gratuito.
    .title = Se exigió un pago

finding-fee_without_reasons = La exigencia de un canon del { DATE($on) } no demuestra que la solicitud sea manifiestamente infundada o excesiva.
    .title = Se exigió un pago sin demostrar que la solicitud es infundada o excesiva

finding-fee_without_warning = Antes del canon exigido el { DATE($on) }, la persona no fue advertida ni pudo retirar la solicitud en lugar de pagar.
    .title = Se exigió un pago sin permitir retirar la solicitud

finding-redaction_called_full = La respuesta del { DATE($on) } se presenta como completa, aunque gran parte de ella se ha hecho ilegible. Es una denegación parcial, y no expone sus motivos.
    .title = Una respuesta muy censurada se presenta como completa

finding-public_data_not_followed = El { DATE($on) } el responsable declaró que no informó a los demás responsables que tratan los datos que había hecho públicos de que se había solicitado su supresión.
    .title = No se informó a otros responsables de la supresión de datos públicos

finding-direct_transfer_refused = El { DATE($on) } el responsable se negó a transmitir los datos directamente al otro responsable indicado, sin decir que ello no sea técnicamente posible.
    .title = Se denegó una transmisión directa de los datos

finding-answer_contested = El { DATE($on) } se consideró que la respuesta no da lo que se había pedido.
    .title = Se consideró que la respuesta no da lo que se había pedido

finding-complaint_not_acknowledged = No se acusó recibo de la reclamación presentada al responsable a más tardar el { WEEKDAY($due) } { DATE($due) }, el último de los 30 días previstos.
    .title = No se acusó recibo a tiempo de una reclamación al responsable
