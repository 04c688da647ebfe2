# La página en la que una persona ve qué se hace en su nombre. Palabras sencillas; títulos que no dicen nada a otros (Z-19).

status-title = Resumen
status-heading = Cómo está todo
status-lead = { $organisation } actúa por usted. Aquí ve qué se ha pedido por usted, a quién y qué se ha respondido.
status-as-of = A fecha de { DATE($day) }
status-leave = Salir de esta página
    .hint = Abre enseguida una página que no tiene relación. Para no dejar rastro, borre también esta página del historial del navegador.
status-languages = Idioma
status-skip = Ir al contenido

status-requests = Sus solicitudes
status-requests-none = Todavía no se ha pedido nada por usted.
status-right = { $right ->
    [access] Una copia de sus datos
    [rectification] La corrección de sus datos
    [erasure] La supresión de sus datos
    [restriction] La limitación del uso de sus datos
    [portability] Sus datos en un formato que puede llevarse
    [objection] El fin del uso de sus datos
   *[automated_decision] La revisión humana de una decisión automática
}
status-asked-of = Pedido a { $controller }
status-standing = { $standing ->
    [prepared] En preparación. Todavía no se ha enviado.
    [sent] Enviada. Todavía nada muestra que haya llegado.
    [running] En curso. Todavía hay plazo para responder.
    [waiting] En espera. La otra parte espera una información que ha pedido.
    [late] Con retraso. El plazo para responder ha terminado.
    [answered] Respondida.
    [settled] Terminada.
    [abandoned] Abandonada.
   *[withdrawn] Retirada.
}
status-next = { $late ->
    [yes] La respuesta debía llegar a más tardar el
   *[no] La respuesta debe llegar a más tardar el
}
status-day = { WEEKDAY($day) } { DATE($day) }
status-how = Cómo se calcula esta fecha
status-silence = { $days ->
    [0] Hoy ha habido noticias.
    [one] Un día sin noticias.
   *[other] { $days } días sin noticias.
}
status-history = Qué ha pasado
status-line = { $what ->
    [prepared] Se preparó la solicitud.
    [sent] Se envió la solicitud.
    [received] La solicitud llegó.
    [reminded] Se envió un recordatorio.
    [asked_identity] Pidieron una prueba de quién es usted.
    [asked_scope] Preguntaron qué se quiere exactamente.
    [asked_fee] Pidieron un pago.
    [supplied] Se les dio lo que habían pedido.
    [extended] Anunciaron que necesitan más tiempo.
    [first_passed] La primera fecha legal pasó sin respuesta.
    [final_passed] La fecha legal pasó sin respuesta.
    [answered] Llegó una respuesta.
    [answered_full] Llegó una respuesta completa.
    [answered_partial] Llegó una respuesta parcial.
    [answered_no_data] Respondieron que no tienen datos sobre usted.
    [answered_refused] Se negaron.
    [answered_cannot_identify] Respondieron que no pueden saber qué datos son suyos.
    [answered_redirected] Respondieron que el responsable es otro.
    [satisfied] La respuesta se consideró suficiente.
    [unsatisfied] La respuesta se consideró insuficiente.
    [abandoned] La solicitud se abandonó.
    [withdrawn] La solicitud se retiró.
   *[closed] La solicitud se cerró.
}

status-complaints = Reclamaciones
status-complaint = { $told ->
    [lodged] Se ha presentado una reclamación contra { $controller } ante la autoridad de control.
    [acknowledged] La autoridad ha confirmado que tiene la reclamación contra { $controller }.
    [admitted] La autoridad tramita la reclamación contra { $controller }.
    [inadmissible] La autoridad ha inadmitido la reclamación contra { $controller } por su forma.
    [transmitted] La reclamación contra { $controller } se ha enviado a la autoridad principal.
    [resolution_offered] La autoridad indica que { $controller } ha corregido la situación; quedan cuatro semanas para oponerse.
    [objected] Nos hemos opuesto a que se cierre la reclamación contra { $controller }.
    [resolved] La reclamación contra { $controller } se ha resuelto de forma amistosa.
    [investigated] La autoridad investiga a { $controller }.
    [views_requested] La autoridad nos ha pedido alegaciones sobre { $controller }.
    [views_submitted] Hemos enviado a la autoridad nuestras alegaciones sobre { $controller }.
    [silent] La autoridad no ha dicho nada de la reclamación contra { $controller } en tres meses; puede acudir a los tribunales.
    [decided] La autoridad ha decidido sobre la reclamación contra { $controller }.
    [challenged] La decisión sobre { $controller } se ha llevado a los tribunales.
    [closed] La reclamación contra { $controller } está cerrada.
   *[news] La autoridad ha dado noticias de la reclamación contra { $controller }.
}

status-mandates = Su mandato
status-mandate-given = Usted permitió a { $organisation } actuar en su nombre. Firmó el { DATE($signed) }.
status-mandate-powers = { $powers ->
    [both] Abarca solicitudes y reclamaciones.
    [complaint] Abarca reclamaciones.
   *[request] Abarca solicitudes.
}
status-mandate-until = Termina el { DATE($until) }.
status-mandate-answers = { $recipient ->
    [person] Las respuestas le llegan solo a usted.
   *[organisation] { $organisation } recibe las respuestas por usted.
}
status-mandate-revoked = Usted lo retiró el { DATE($day) }.
status-mandate-expired = Terminó el { DATE($day) }.
status-mandate-none = No hay ningún mandato registrado.
status-take-back = Retirar este mandato

status-confirm = ¿Retirar su mandato?
status-confirm-effect = { $organisation } ya no podrá hacer nada más en su nombre. No tiene que dar ningún motivo.
status-confirm-requests = { $count ->
    [0] Ninguna solicitud abierta depende de él.
    [one] Una solicitud abierta termina con él:
   *[other] { $count } solicitudes abiertas terminan con él:
}
status-confirm-others = Puede dar un mandato nuevo en cualquier momento. Lo que otros le deben por ley, se lo siguen debiendo.
status-confirm-yes = Sí, retirarlo
status-confirm-no = No, volver

status-done = Su mandato está retirado
status-done-effect = { $organisation } ya no puede hacer nada en virtud de él. Las solicitudes que dependen de él terminan, y se avisa a quienes las recibieron.
status-done-running = { $count ->
    [0] No hay nada más en curso por usted.
    [one] Una solicitud sigue en curso en virtud de otro mandato:
   *[other] { $count } solicitudes siguen en curso en virtud de otros mandatos:
}
status-done-back = Volver al resumen

status-contact = Con quién hablar
status-contact-text = ¿Tiene preguntas, o no le parece bien cómo le tratan? Hable con { $organisation }.
status-contact-email = Correo electrónico
status-contact-website = Sitio web
status-contact-none = Use la dirección que { $organisation } le ha dado.

status-own-data = Sus datos en { $organisation }
status-own-data-text = Frente a { $organisation } tiene los mismos derechos que frente a todos los demás. Puede tener una copia de todo lo que se guarda sobre usted, hacer que se corrija o se suprima, o llevárselo a otro lugar. Basta con pedirlo; la respuesta debe llegar en un mes, sin coste.

status-gone-title = Resumen
status-gone = Aquí no hay nada
status-gone-text = Este enlace no lleva a ninguna parte, o ya no. Pida uno nuevo a quien se lo dio.
