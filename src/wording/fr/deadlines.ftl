# Les délais. `short-…` est la phrase unique ; `step-…` porte le nom et les champs d’une étape.

months = { $months ->
    [1] un mois
    [2] deux mois
    [3] trois mois
   *[other] { $months } mois
}
Months = { $months ->
    [1] Un mois
    [2] Deux mois
    [3] Trois mois
   *[other] { $months } mois
}

short-due = Demande reçue le { DATE($received) } : la réponse est due au plus tard le { WEEKDAY($due) } { DATE($due) }, soit { months } après la réception{ $extended ->
    [yes] {" "}en vertu d’une prolongation valable
   *[no] {""}
}{ $suspended_days ->
    [0] {""}
    [one] , compte tenu d’un jour de suspension
   *[other] , compte tenu de { $suspended_days } jours de suspension
}{ $moved ->
    [yes] , le délai étant reporté au premier jour ouvrable suivant
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(peut-être dès le { DATE($earliest) })
   *[no] {""}
}.
short-suspended = Demande reçue le { DATE($received) } : le délai est suspendu depuis le { DATE($since) }, car le responsable du traitement attend des informations.
short-none = Demande reçue le { DATE($received) } : aucune date ne peut être donnée.

step-received = La demande est parvenue au responsable du traitement ({ PLACE($place) }) le { WEEKDAY($date) } { DATE($date) }, comme l’établit { $proof ->
    [controller_acknowledgement] l’accusé de réception du responsable du traitement
    [registered_delivery] la remise en recommandé
    [delivery_confirmation] une confirmation de remise
    [controller_statement] ce que le responsable du traitement a dit ou fait ensuite
   *[presumption] une présomption tirée de son envoi
}. Ce jour n’est pas compté.
step-months_added = { $clamped ->
    [yes] { Months } à compter du { DATE($from) } : le délai prend fin le { WEEKDAY($to) } { DATE($to) }, dernier jour d’un mois où ce quantième n’existe pas.
   *[no] { Months } à compter du { DATE($from) } : le délai prend fin le { WEEKDAY($to) } { DATE($to) }.
}
step-suspension_counted = { $kind ->
    [identity] Le responsable du traitement a demandé une preuve d’identité le { DATE($asked_on) } et l’a obtenue le { DATE($supplied_on) }. Le temps écoulé entre les deux ne compte pas.
   *[scope] Le responsable du traitement a demandé de préciser la demande le { DATE($asked_on) } et a obtenu la réponse le { DATE($supplied_on) }. Le temps écoulé entre les deux ne compte pas.
}
step-suspension_not_counted = { $kind ->
    [identity] Le responsable du traitement a demandé une preuve d’identité le { DATE($asked_on) }.
   *[scope] Le responsable du traitement a demandé de préciser la demande le { DATE($asked_on) }.
} { $why ->
    [not_prompt] Le délai n’en est pas suspendu, car la question n’a pas été posée rapidement.
   *[contested] Le délai n’en est pas suspendu, car la suspension est contestée.
}
step-days_added = { $days ->
    [one] Un jour de suspension s’ajoute au { DATE($from) }, ce qui mène au { WEEKDAY($to) } { DATE($to) }.
   *[other] { $days } jours de suspension s’ajoutent au { DATE($from) }, ce qui mène au { WEEKDAY($to) } { DATE($to) }.
}
step-rolled = Le { WEEKDAY($from) } { DATE($from) } n’est pas un jour ouvrable ; le délai prend donc fin le premier jour ouvrable suivant, le { WEEKDAY($to) } { DATE($to) }. Jours non ouvrables : { $over }.
step-working_day = Le { WEEKDAY($date) } { DATE($date) } est un jour ouvrable ; le délai prend donc fin ce jour-là.
step-extension_counted = Le { DATE($notified_on) }, le responsable du traitement a annoncé, en temps utile et en motivant sa décision, qu’il prolonge le délai { $months ->
    [1] d’un mois
    [2] de deux mois
   *[other] de { $months } mois
}. Le délai total court à compter de la réception.
step-extension_not_counted = { $defect ->
    [extension_late] La prolongation annoncée le { DATE($notified_on) } est sans effet, car elle a été annoncée après l’expiration du premier délai.
    [extension_without_reasons] La prolongation annoncée le { DATE($notified_on) } est sans effet, car elle n’est pas motivée.
    [extension_repeated] La prolongation annoncée le { DATE($notified_on) } est sans effet, car le délai ne peut être prolongé qu’une fois.
   *[other] La prolongation annoncée le { DATE($notified_on) } est sans effet, car elle n’est pas valable.
}
step-suspended = { $kind ->
    [identity] Le responsable du traitement a demandé une preuve d’identité le { DATE($since) } et l’attend encore. Tant qu’il ne l’a pas reçue, aucune échéance n’est fixée.
   *[scope] Le responsable du traitement a demandé de préciser la demande le { DATE($since) } et attend encore la réponse. Tant qu’il ne l’a pas reçue, aucune échéance n’est fixée.
}
step-in_doubt = { $region_unknown ->
    [yes] Le délai prend fin au plus tôt le { DATE($earliest) } et au plus tard le { DATE($latest) }, car les jours fériés dépendent de la région, qui n’est pas connue.
   *[no] Le délai prend fin au plus tôt le { DATE($earliest) } et au plus tard le { DATE($latest) }, car un jour férié est incertain.
} Aucun retard n’est constaté avant la seconde de ces dates.
step-no_calendar = Aucun calendrier des jours fériés n’est tenu pour ce lieu ({ PLACE($place) }). Seules les fins de semaine ont été prises en compte ; la date réelle peut être plus tardive.
step-expires = Le délai expire le { WEEKDAY($due) } { DATE($due) } à 24 heures, heure locale ({ $zone }).

# One more of the days passed over.
days-off = { $before } ; { $day }
day-off = { WEEKDAY($date) } { DATE($date) }{ $why ->
    [holiday] { $named ->
        [yes] , { $name }
       *[no] , jour férié
    }
   *[other] {""}
}{ $uncertain ->
    [yes] {" "}(incertain)
   *[no] {""}
}
