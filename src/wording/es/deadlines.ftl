# Los plazos. `short-…` es la frase única; `step-…` lleva el nombre y los campos de un paso.

term = { $unit ->
    [hours] { $count } horas
    [days] { $count } días
    [working_days] { $count } días hábiles
    [weeks] { $count } semanas
   *[months] { $count ->
        [1] un mes
        [2] dos meses
        [3] tres meses
       *[other] { $count } meses
    }
}
Term = { $unit ->
    [hours] { $count } horas
    [days] { $count } días
    [working_days] { $count } días hábiles
    [weeks] { $count } semanas
   *[months] { $count ->
        [1] Un mes
        [2] Dos meses
        [3] Tres meses
       *[other] { $count } meses
    }
}

short-due = Solicitud recibida el { DATE($received) }: la respuesta debe darse a más tardar el { WEEKDAY($due) } { DATE($due) }, { term } después de la recepción{ $extended ->
    [yes] {" "}en virtud de una prórroga válida
   *[no] {""}
}{ $suspended_days ->
    [0] {""}
    [one] , teniendo en cuenta un día de suspensión
   *[other] , teniendo en cuenta { $suspended_days } días de suspensión
}{ $moved ->
    [yes] , con traslado al primer día hábil siguiente
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(quizá ya el { DATE($earliest) })
   *[no] {""}
}.
short-act = { $regime ->
    [sa_information] Información de la autoridad sobre el curso o el resultado de la reclamación
    [sa_inadmissible] Declaración de inadmisibilidad de la reclamación
    [sa_transmit] Transmisión de la reclamación a la autoridad principal
    [sa_competence] Confirmación de su competencia por la autoridad principal
    [sa_objection] Oposición a la resolución temprana
    [sa_resolution] Constancia de la resolución temprana
    [ccpa_confirmation] Confirmación de la solicitud
    [breach_72h] Notificación de la violación de la seguridad
    [uk_complaint] Acuse de recibo de la reclamación por el responsable del tratamiento
    [nl_petition] Demanda ante el tribunal
   *[sa_draft_decision] Proyecto de decisión de la autoridad principal
}: a más tardar el { WEEKDAY($due) } { DATE($due) }, { term } después del { DATE($received) }{ $extended ->
    [yes] {" "}en virtud de una prórroga válida
   *[no] {""}
}{ $moved ->
    [yes] , con traslado al primer día hábil siguiente
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(quizá ya el { DATE($earliest) })
   *[no] {""}
}.
short-suspended = Solicitud recibida el { DATE($received) }: el plazo está suspendido desde el { DATE($since) }, porque el responsable del tratamiento espera información.
short-none = Solicitud recibida el { DATE($received) }: no es posible dar una fecha.

step-received = La solicitud llegó al responsable del tratamiento ({ PLACE($place) }) el { WEEKDAY($date) } { DATE($date) }{ $proof ->
    [none] {""}
    [controller_acknowledgement] , como demuestra el acuse de recibo del responsable del tratamiento
    [registered_delivery] , como demuestra la entrega certificada
    [delivery_confirmation] , como demuestra una confirmación de entrega
    [controller_statement] , como demuestra lo que el responsable del tratamiento dijo o hizo después
   *[presumption] , como demuestra una presunción basada en su envío
}. Ese día no se cuenta.
step-started = El { WEEKDAY($date) } { DATE($date) } ({ PLACE($place) }) { $event ->
    [complaint_lodged] se presentó la reclamación ante la autoridad
    [complaint_transmitted] la presunta autoridad principal recibió la reclamación
    [resolution_told] se comunicó al reclamante que la infracción había cesado
    [objection_time_over] terminó sin oposición el plazo para oponerse
    [competence_confirmed] se confirmó la competencia de la autoridad principal
    [breach_known] el responsable del tratamiento tuvo constancia de la violación
    [controller_complaint] una reclamación llegó al responsable del tratamiento
   *[controller_answered] el responsable del tratamiento respondió
}. { $event ->
    [breach_known] Las horas se cuentan desde ese momento.
   *[other] Ese día no se cuenta.
}
step-lodging_assumed = Estas reglas se aplican a las reclamaciones presentadas a partir del { DATE($from) }. No se indicó cuándo se presentó esta; se supone que no fue antes.
step-start_moved = { $kind ->
    [fee] El responsable del tratamiento pidió el pago de un canon, que se hizo el { WEEKDAY($to) } { DATE($to) }.
   *[identity] El responsable del tratamiento pidió una prueba de identidad y la recibió el { WEEKDAY($to) } { DATE($to) }.
} El plazo no empieza hasta ese día.
step-counted = { $clamped ->
    [yes] { Term } a partir del { DATE($from) }: el plazo termina el { WEEKDAY($to) } { DATE($to) }, último día de un mes en el que no existe esa fecha.
   *[no] { Term } a partir del { DATE($from) }: el plazo termina el { WEEKDAY($to) } { DATE($to) }.
}
step-suspension_counted = { $kind ->
    [identity] El responsable del tratamiento pidió una prueba de identidad el { DATE($asked_on) } y la recibió el { DATE($supplied_on) }.
   *[scope] El responsable del tratamiento pidió que se precisara la solicitud el { DATE($asked_on) } y recibió la respuesta el { DATE($supplied_on) }.
} { $both_days ->
    [yes] El tiempo entre esos dos días, ambos incluidos, no se cuenta.
   *[no] El tiempo intermedio no se cuenta.
}
step-suspension_not_counted = { $kind ->
    [fee] El responsable del tratamiento pidió el pago de un canon el { DATE($asked_on) }.
    [identity] El responsable del tratamiento pidió una prueba de identidad el { DATE($asked_on) }.
   *[scope] El responsable del tratamiento pidió que se precisara la solicitud el { DATE($asked_on) }.
} { $why ->
    [not_prompt] Esto no suspende el plazo, porque no lo pidió con prontitud.
    [access_only] Esto no suspende el plazo, porque este derecho solo lo prevé para las solicitudes de acceso.
    [never_stops] Esto no suspende el plazo, porque este derecho no conoce la suspensión.
   *[contested] Esto no suspende el plazo, porque la suspensión se impugna.
}
step-days_added = { $days ->
    [one] Al { DATE($from) } se suma un día de suspensión, lo que da el { WEEKDAY($to) } { DATE($to) }.
   *[other] Al { DATE($from) } se suman { $days } días de suspensión, lo que da el { WEEKDAY($to) } { DATE($to) }.
}{ $overlap ->
    [yes] {" "}Los días comprendidos en dos suspensiones se cuentan una sola vez.
   *[no] {""}
}
step-rolled = El { WEEKDAY($from) } { DATE($from) } no es día hábil, por lo que el plazo termina el primer día hábil siguiente, el { WEEKDAY($to) } { DATE($to) }. Días inhábiles: { $over }.
step-working_day = El { WEEKDAY($date) } { DATE($date) } es día hábil, por lo que el plazo termina ese día.
step-not_rolled = Según este derecho, el plazo termina el { WEEKDAY($date) } { DATE($date) }, sea o no día hábil.
step-extension_counted = { $by_notice ->
    [yes] El { DATE($notified_on) } el responsable del tratamiento comunicó, a tiempo y de forma motivada, que prorroga el plazo { $unit ->
        [days] { $count } días
       *[months] { $count ->
            [1] un mes
            [2] dos meses
           *[other] { $count } meses
        }
    }. El plazo total corre desde la recepción.
   *[no] El { DATE($notified_on) } se prorrogó el plazo { term }. El plazo total corre desde su inicio.
}
step-extension_not_counted = { $defect ->
    [extension_late] La prórroga comunicada el { DATE($notified_on) } no surte efecto, porque se comunicó después de vencer el primer plazo.
    [extension_without_reasons] La prórroga comunicada el { DATE($notified_on) } no surte efecto, porque no está motivada.
    [extension_repeated] La prórroga comunicada el { DATE($notified_on) } no surte efecto, porque el plazo solo puede prorrogarse una vez.
   *[other] La prórroga comunicada el { DATE($notified_on) } no surte efecto, porque no es válida.
}
step-suspended = { $kind ->
    [fee] El responsable del tratamiento pidió el pago de un canon el { DATE($since) } y aún lo espera. Mientras no lo reciba, no hay fecha límite.
    [identity] El responsable del tratamiento pidió una prueba de identidad el { DATE($since) } y aún la espera. Mientras no la reciba, no hay fecha límite.
   *[scope] El responsable del tratamiento pidió que se precisara la solicitud el { DATE($since) } y aún espera la respuesta. Mientras no la reciba, no hay fecha límite.
}
step-in_doubt = { $region_unknown ->
    [yes] El plazo termina como muy pronto el { DATE($earliest) } y como muy tarde el { DATE($latest) }, porque los festivos dependen de la región, que no se conoce.
   *[no] El plazo termina como muy pronto el { DATE($earliest) } y como muy tarde el { DATE($latest) }, porque hay duda sobre un festivo.
} No se imputa retraso a nadie antes de que pase la segunda fecha.
step-no_calendar = No se lleva ningún calendario de festivos de este lugar ({ PLACE($place) }). Solo se han tenido en cuenta los fines de semana, y la fecha real puede ser posterior.
step-strict_reading = Según una lectura estricta de la ley, el plazo termina ya el { WEEKDAY($date) } { DATE($date) }. Los recordatorios parten de ese día; a nadie se le reprocha un retraso antes de la otra fecha.
step-expires = El plazo vence el { WEEKDAY($due) } { DATE($due) } a las 24:00, hora local ({ $zone }).
step-expires_at = El plazo vence el { WEEKDAY($due) } { DATE($due) } a las { $time }, hora local ({ $zone }).
step-silence_rejects = Si la autoridad guarda silencio hasta entonces, la reclamación se entiende desestimada ({ PLACE($place) }), lo que puede recurrirse ante los tribunales.

# One more of the days passed over.
days-off = { $before }; { $day }
day-off = { WEEKDAY($date) } { DATE($date) }{ $why ->
    [holiday] { $named ->
        [yes] , { $name }
       *[no] , día festivo
    }
   *[other] {""}
}{ $uncertain ->
    [yes] {" "}(dudoso)
   *[no] {""}
}
