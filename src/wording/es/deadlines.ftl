# Los plazos. `short-…` es la frase única; `step-…` lleva el nombre y los campos de un paso.

months = { $months ->
    [1] un mes
    [2] dos meses
    [3] tres meses
   *[other] { $months } meses
}
Months = { $months ->
    [1] Un mes
    [2] Dos meses
    [3] Tres meses
   *[other] { $months } meses
}

short-due = Solicitud recibida el { DATE($received) }: la respuesta debe darse a más tardar el { WEEKDAY($due) } { DATE($due) }, { months } después de la recepción{ $extended ->
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
short-suspended = Solicitud recibida el { DATE($received) }: el plazo está suspendido desde el { DATE($since) }, porque el responsable del tratamiento espera información.
short-none = Solicitud recibida el { DATE($received) }: no es posible dar una fecha.

step-received = La solicitud llegó al responsable del tratamiento ({ PLACE($place) }) el { WEEKDAY($date) } { DATE($date) }, como demuestra { $proof ->
    [controller_acknowledgement] el acuse de recibo del responsable del tratamiento
    [registered_delivery] la entrega certificada
    [delivery_confirmation] una confirmación de entrega
    [controller_statement] lo que el responsable del tratamiento dijo o hizo después
   *[presumption] una presunción basada en su envío
}. Ese día no se cuenta.
step-months_added = { $clamped ->
    [yes] { Months } a partir del { DATE($from) }: el plazo termina el { WEEKDAY($to) } { DATE($to) }, último día de un mes en el que no existe esa fecha.
   *[no] { Months } a partir del { DATE($from) }: el plazo termina el { WEEKDAY($to) } { DATE($to) }.
}
step-suspension_counted = { $kind ->
    [identity] El responsable del tratamiento pidió una prueba de identidad el { DATE($asked_on) } y la recibió el { DATE($supplied_on) }. El tiempo intermedio no se cuenta.
   *[scope] El responsable del tratamiento pidió que se precisara la solicitud el { DATE($asked_on) } y recibió la respuesta el { DATE($supplied_on) }. El tiempo intermedio no se cuenta.
}
step-suspension_not_counted = { $kind ->
    [identity] El responsable del tratamiento pidió una prueba de identidad el { DATE($asked_on) }.
   *[scope] El responsable del tratamiento pidió que se precisara la solicitud el { DATE($asked_on) }.
} { $why ->
    [not_prompt] Esto no suspende el plazo, porque no lo pidió con prontitud.
   *[contested] Esto no suspende el plazo, porque la suspensión se impugna.
}
step-days_added = { $days ->
    [one] Al { DATE($from) } se suma un día de suspensión, lo que da el { WEEKDAY($to) } { DATE($to) }.
   *[other] Al { DATE($from) } se suman { $days } días de suspensión, lo que da el { WEEKDAY($to) } { DATE($to) }.
}
step-rolled = El { WEEKDAY($from) } { DATE($from) } no es día hábil, por lo que el plazo termina el primer día hábil siguiente, el { WEEKDAY($to) } { DATE($to) }. Días inhábiles: { $over }.
step-working_day = El { WEEKDAY($date) } { DATE($date) } es día hábil, por lo que el plazo termina ese día.
step-extension_counted = El { DATE($notified_on) } el responsable del tratamiento comunicó, a tiempo y de forma motivada, que prorroga el plazo { $months ->
    [1] un mes
    [2] dos meses
   *[other] { $months } meses
}. El plazo total corre desde la recepción.
step-extension_not_counted = { $defect ->
    [extension_late] La prórroga comunicada el { DATE($notified_on) } no surte efecto, porque se comunicó después de vencer el primer plazo.
    [extension_without_reasons] La prórroga comunicada el { DATE($notified_on) } no surte efecto, porque no está motivada.
    [extension_repeated] La prórroga comunicada el { DATE($notified_on) } no surte efecto, porque el plazo solo puede prorrogarse una vez.
   *[other] La prórroga comunicada el { DATE($notified_on) } no surte efecto, porque no es válida.
}
step-suspended = { $kind ->
    [identity] El responsable del tratamiento pidió una prueba de identidad el { DATE($since) } y aún la espera. Mientras no la reciba, no hay fecha límite.
   *[scope] El responsable del tratamiento pidió que se precisara la solicitud el { DATE($since) } y aún espera la respuesta. Mientras no la reciba, no hay fecha límite.
}
step-in_doubt = { $region_unknown ->
    [yes] El plazo termina como muy pronto el { DATE($earliest) } y como muy tarde el { DATE($latest) }, porque los festivos dependen de la región, que no se conoce.
   *[no] El plazo termina como muy pronto el { DATE($earliest) } y como muy tarde el { DATE($latest) }, porque hay duda sobre un festivo.
} No se imputa retraso a nadie antes de que pase la segunda fecha.
step-no_calendar = No se lleva ningún calendario de festivos de este lugar ({ PLACE($place) }). Solo se han tenido en cuenta los fines de semana, y la fecha real puede ser posterior.
step-expires = El plazo vence el { WEEKDAY($due) } { DATE($due) } a las 24:00, hora local ({ $zone }).

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
