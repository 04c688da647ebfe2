# Les délais. `short-…` est la phrase unique ; `step-…` porte le nom et les champs d’une étape.

term = { $unit ->
    [hours] { $count } heures
    [days] { $count } jours
    [working_days] { $count } jours ouvrables
    [weeks] { $count } semaines
   *[months] { $count ->
        [1] un mois
        [2] deux mois
        [3] trois mois
       *[other] { $count } mois
    }
}
Term = { $unit ->
    [hours] { $count } heures
    [days] { $count } jours
    [working_days] { $count } jours ouvrables
    [weeks] { $count } semaines
   *[months] { $count ->
        [1] Un mois
        [2] Deux mois
        [3] Trois mois
       *[other] { $count } mois
    }
}

short-due = Demande reçue le { DATE($received) } : la réponse est due au plus tard le { WEEKDAY($due) } { DATE($due) }, soit { term } après la réception{ $extended ->
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
short-act = { $regime ->
    [sa_information] Information de l’autorité sur l’état ou l’issue de la plainte
    [sa_inadmissible] Décision déclarant la plainte irrecevable
    [sa_transmit] Transmission de la plainte à l’autorité chef de file
    [sa_competence] Confirmation de sa compétence par l’autorité chef de file
    [sa_objection] Opposition au règlement rapide de la plainte
    [sa_resolution] Constat du règlement rapide de la plainte
    [ccpa_confirmation] Confirmation de la demande
    [breach_72h] Notification de la violation de données
    [uk_complaint] Accusé de réception de la réclamation par le responsable du traitement
    [nl_petition] Saisine du tribunal
   *[sa_draft_decision] Projet de décision de l’autorité chef de file
} : au plus tard le { WEEKDAY($due) } { DATE($due) }, soit { term } après le { DATE($received) }{ $extended ->
    [yes] {" "}en vertu d’une prolongation valable
   *[no] {""}
}{ $moved ->
    [yes] , le délai étant reporté au premier jour ouvrable suivant
   *[no] {""}
}{ $in_doubt ->
    [yes] {" "}(peut-être dès le { DATE($earliest) })
   *[no] {""}
}.
short-suspended = Demande reçue le { DATE($received) } : le délai est suspendu depuis le { DATE($since) }, car le responsable du traitement attend des informations.
short-none = Demande reçue le { DATE($received) } : aucune date ne peut être donnée.

step-received = La demande est parvenue au responsable du traitement ({ PLACE($place) }) le { WEEKDAY($date) } { DATE($date) }{ $proof ->
    [none] {""}
    [controller_acknowledgement] , comme l’établit l’accusé de réception du responsable du traitement
    [registered_delivery] , comme l’établit la remise en recommandé
    [delivery_confirmation] , comme l’établit une confirmation de remise
    [controller_statement] , comme l’établit ce que le responsable du traitement a dit ou fait ensuite
   *[presumption] , comme l’établit une présomption tirée de son envoi
}. Ce jour n’est pas compté.
step-started = Le { WEEKDAY($date) } { DATE($date) } ({ PLACE($place) }), { $event ->
    [complaint_lodged] la plainte a été introduite auprès de l’autorité
    [complaint_transmitted] l’autorité chef de file présumée a reçu la plainte
    [resolution_told] l’auteur de la plainte a été informé que la violation a pris fin
    [objection_time_over] le délai d’opposition a pris fin sans opposition
    [competence_confirmed] la compétence de l’autorité chef de file a été confirmée
    [breach_known] le responsable du traitement a pris connaissance de la violation
    [controller_complaint] une réclamation est parvenue au responsable du traitement
   *[controller_answered] le responsable du traitement a répondu
}. { $event ->
    [breach_known] Les heures sont comptées à partir de ce moment.
   *[other] Ce jour n’est pas compté.
}
step-lodging_assumed = Ces règles valent pour les plaintes introduites à partir du { DATE($from) }. La date d’introduction de celle-ci n’a pas été indiquée ; elle est supposée ne pas être antérieure.
step-start_moved = { $kind ->
    [fee] Le responsable du traitement a demandé le paiement de frais, qui a eu lieu le { WEEKDAY($to) } { DATE($to) }.
   *[identity] Le responsable du traitement a demandé une preuve d’identité et l’a obtenue le { WEEKDAY($to) } { DATE($to) }.
} Le délai ne commence que ce jour-là.
step-counted = { $clamped ->
    [yes] { Term } à compter du { DATE($from) } : le délai prend fin le { WEEKDAY($to) } { DATE($to) }, dernier jour d’un mois où ce quantième n’existe pas.
   *[no] { Term } à compter du { DATE($from) } : le délai prend fin le { WEEKDAY($to) } { DATE($to) }.
}
step-suspension_counted = { $kind ->
    [identity] Le responsable du traitement a demandé une preuve d’identité le { DATE($asked_on) } et l’a obtenue le { DATE($supplied_on) }.
   *[scope] Le responsable du traitement a demandé de préciser la demande le { DATE($asked_on) } et a obtenu la réponse le { DATE($supplied_on) }.
} { $both_days ->
    [yes] Le temps écoulé entre ces deux jours, l’un et l’autre compris, ne compte pas.
   *[no] Le temps écoulé entre les deux ne compte pas.
}
step-suspension_not_counted = { $kind ->
    [fee] Le responsable du traitement a demandé le paiement de frais le { DATE($asked_on) }.
    [identity] Le responsable du traitement a demandé une preuve d’identité le { DATE($asked_on) }.
   *[scope] Le responsable du traitement a demandé de préciser la demande le { DATE($asked_on) }.
} { $why ->
    [not_prompt] Le délai n’en est pas suspendu, car la question n’a pas été posée rapidement.
    [access_only] Le délai n’en est pas suspendu, car ce droit ne le prévoit que pour les demandes d’accès.
    [never_stops] Le délai n’en est pas suspendu, car ce droit ne connaît aucune suspension.
   *[contested] Le délai n’en est pas suspendu, car la suspension est contestée.
}
step-days_added = { $days ->
    [one] Un jour de suspension s’ajoute au { DATE($from) }, ce qui mène au { WEEKDAY($to) } { DATE($to) }.
   *[other] { $days } jours de suspension s’ajoutent au { DATE($from) }, ce qui mène au { WEEKDAY($to) } { DATE($to) }.
}{ $overlap ->
    [yes] {" "}Les jours compris dans deux suspensions ne comptent qu’une fois.
   *[no] {""}
}
step-rolled = Le { WEEKDAY($from) } { DATE($from) } n’est pas un jour ouvrable ; le délai prend donc fin le premier jour ouvrable suivant, le { WEEKDAY($to) } { DATE($to) }. Jours non ouvrables : { $over }.
step-working_day = Le { WEEKDAY($date) } { DATE($date) } est un jour ouvrable ; le délai prend donc fin ce jour-là.
step-not_rolled = Selon ce droit, le délai prend fin le { WEEKDAY($date) } { DATE($date) }, que ce jour soit ouvrable ou non.
step-extension_counted = { $by_notice ->
    [yes] Le { DATE($notified_on) }, le responsable du traitement a annoncé, en temps utile et en motivant sa décision, qu’il prolonge le délai { $unit ->
        [days] de { $count } jours
       *[months] { $count ->
            [1] d’un mois
            [2] de deux mois
           *[other] de { $count } mois
        }
    }. Le délai total court à compter de la réception.
   *[no] Le { DATE($notified_on) }, le délai a été prolongé ({ term }). Le délai total court à compter de son point de départ.
}
step-extension_not_counted = { $defect ->
    [extension_late] La prolongation annoncée le { DATE($notified_on) } est sans effet, car elle a été annoncée après l’expiration du premier délai.
    [extension_without_reasons] La prolongation annoncée le { DATE($notified_on) } est sans effet, car elle n’est pas motivée.
    [extension_repeated] La prolongation annoncée le { DATE($notified_on) } est sans effet, car le délai ne peut être prolongé qu’une fois.
   *[other] La prolongation annoncée le { DATE($notified_on) } est sans effet, car elle n’est pas valable.
}
step-suspended = { $kind ->
    [fee] Le responsable du traitement a demandé le paiement de frais le { DATE($since) } et l’attend encore. Tant qu’il ne l’a pas reçu, aucune échéance n’est fixée.
    [identity] Le responsable du traitement a demandé une preuve d’identité le { DATE($since) } et l’attend encore. Tant qu’il ne l’a pas reçue, aucune échéance n’est fixée.
   *[scope] Le responsable du traitement a demandé de préciser la demande le { DATE($since) } et attend encore la réponse. Tant qu’il ne l’a pas reçue, aucune échéance n’est fixée.
}
step-in_doubt = { $region_unknown ->
    [yes] Le délai prend fin au plus tôt le { DATE($earliest) } et au plus tard le { DATE($latest) }, car les jours fériés dépendent de la région, qui n’est pas connue.
   *[no] Le délai prend fin au plus tôt le { DATE($earliest) } et au plus tard le { DATE($latest) }, car un jour férié est incertain.
} Aucun retard n’est constaté avant la seconde de ces dates.
step-no_calendar = Aucun calendrier des jours fériés n’est tenu pour ce lieu ({ PLACE($place) }). Seules les fins de semaine ont été prises en compte ; la date réelle peut être plus tardive.
step-strict_reading = Selon une lecture stricte de la loi, le délai prend fin dès le { WEEKDAY($date) } { DATE($date) }. Les rappels partent de ce jour ; aucun retard n’est constaté avant l’autre date.
step-expires = Le délai expire le { WEEKDAY($due) } { DATE($due) } à 24 heures, heure locale ({ $zone }).
step-expires_at = Le délai expire le { WEEKDAY($due) } { DATE($due) } à { $time }, heure locale ({ $zone }).
step-silence_rejects = Si l’autorité garde le silence jusque-là, son silence vaut rejet de la plainte ({ PLACE($place) }) et peut être attaqué en justice.

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
