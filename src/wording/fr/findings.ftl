# Les manquements. La valeur est dite avec ses dates et ses nombres ; `.title` tient en quelques mots.

finding-silent_first_deadline = Ni réponse ni prolongation valable ne sont parvenues jusqu’au { WEEKDAY($due) } { DATE($due) }, dernier jour du délai.
    .title = Ni réponse ni prolongation valable dans le premier délai

finding-silent_final_deadline = Aucune réponse n’est parvenue jusqu’au { WEEKDAY($due) } { DATE($due) }, dernier jour du délai prolongé.
    .title = Pas de réponse à la fin du délai prolongé

finding-late = La réponse est arrivée le { DATE($on) }, soit { $days_late ->
        [one] { $days_late } jour
       *[other] { $days_late } jours
    } après le { DATE($due) }, dernier jour du délai.
    .title = La réponse est arrivée après l’échéance

finding-refusal_late = Le refus est arrivé le { DATE($on) }, soit { $days_late ->
        [one] { $days_late } jour
       *[other] { $days_late } jours
    } après le { DATE($due) }, dernier jour pour refuser. Aucune prolongation ne déplace ce jour.
    .title = Le refus est arrivé après le premier délai

finding-extension_late = La prolongation a été annoncée le { DATE($on) }, après le { DATE($due) }, dernier jour pour le faire. Elle est sans effet.
    .title = La prolongation a été annoncée après le premier délai

finding-extension_without_reasons = La prolongation annoncée le { DATE($on) } n’est pas motivée. Elle est sans effet.
    .title = La prolongation a été annoncée sans motifs

finding-extension_repeated = Le { DATE($on) }, une seconde prolongation a été annoncée, alors que le délai ne peut être prolongé qu’une fois.
    .title = Une seconde prolongation a été annoncée

finding-extension_too_long = Le { DATE($on) }, une prolongation de { $months } mois a été annoncée. Le règlement en permet deux au plus.
    .title = Une prolongation de plus de deux mois a été annoncée

finding-extension_ground_invalid = La prolongation du { DATE($on) } repose uniquement sur l’effort requis ou sur la taille de l’organisme. Cela ne suffit pas à justifier une prolongation.
    .title = Les motifs invoqués ne suffisent pas à justifier une prolongation

finding-question_not_prompt = Le responsable du traitement a posé sa question le { DATE($on) }. Pour être rapide, elle aurait dû être posée au plus tard le { DATE($due) }.
    .title = Le responsable du traitement a posé sa question trop tard pour suspendre le délai

finding-disproportionate_identity_demand = Le { DATE($on) }, le responsable du traitement a demandé une preuve d’identité disproportionnée, faute de doute exprimé ou alors que l’identité était déjà établie.
    .title = Le responsable du traitement a demandé plus de preuves d’identité que nécessaire

finding-scope_question_without_need = Le { DATE($on) }, le responsable du traitement a demandé de préciser la demande sans indiquer qu’il traite une grande quantité de données, ou pour un droit autre que l’accès.
    .title = Le responsable du traitement a demandé de restreindre la demande sans traiter une grande quantité de données

finding-no_reasons = Le refus total ou partiel du { DATE($on) } n’indique pas le motif de chaque partie refusée.
    .title = Le refus n’est pas motivé

finding-no_complaint_information = Le refus du { DATE($on) } ne mentionne pas la possibilité d’introduire une réclamation auprès d’une autorité de contrôle.
    .title = Le refus ne mentionne pas la possibilité d’une réclamation auprès d’une autorité

finding-no_court_information = Le refus du { DATE($on) } ne mentionne pas la possibilité de former un recours juridictionnel.
    .title = Le refus ne mentionne pas le recours juridictionnel

finding-abuse_not_shown = Le { DATE($on) }, le responsable du traitement a qualifié la demande de manifestement infondée ou excessive sans donner de faits. C’est à lui qu’incombe la charge de la preuve.
    .title = La demande est dite infondée ou excessive sans preuve

finding-ground_not_available = Le refus du { DATE($on) } repose sur un motif que la loi ne prévoit pas pour ce droit.
    .title = Le motif invoqué n’existe pas pour ce droit

finding-absolute_right_refused = Le { DATE($on) }, le responsable du traitement a refusé une opposition à la prospection, alors qu’aucun motif ne peut y être opposé.
    .title = Une opposition à la prospection a été refusée

finding-safeguards_refused = Le { DATE($on) }, le responsable du traitement a refusé les garanties contre une décision automatisée en invoquant un contrat ou un consentement. C’est précisément dans ces cas que la personne peut obtenir une intervention humaine, exprimer son point de vue et contester la décision.
    .title = Une intervention humaine due a été refusée

finding-identification_not_demonstrated = Le { DATE($on) }, le responsable du traitement a déclaré ne pas pouvoir identifier la personne, sans le démontrer.
    .title = Le responsable du traitement ne démontre pas qu’il ne peut pas identifier la personne

finding-items_missing = La réponse du { DATE($on) } ne couvre pas tout ce qui a été demandé et n’en donne pas la raison.
    .title = Il manque dans la réponse un élément demandé

finding-copy_missing = La réponse du { DATE($on) } énumère ce qu’elle fournit ; la copie des données, qui avait été demandée, n’y figure pas.
    .title = Une copie demandée n’a pas été fournie

finding-paper_instead_of_electronic = La réponse du { DATE($on) } est venue sur papier, alors qu’une forme électronique d’usage courant avait été demandée.
    .title = La réponse est venue sur papier alors qu’une forme électronique était demandée

finding-format_not_portable = Les données remises le { DATE($on) } ne sont pas dans un format structuré, couramment utilisé et lisible par machine.
    .title = Le fichier n’est pas structuré, couramment utilisé et lisible par machine

finding-recipients_not_told = Le { DATE($on) }, le responsable du traitement a déclaré ne pas avoir informé les destinataires des données de ce qui a été fait.
    .title = Le responsable du traitement dit ne pas avoir informé les destinataires

finding-fee_demanded = Le { DATE($on) }, le responsable du traitement a exigé des frais, alors que l’exercice du droit est gratuit.
    .title = Des frais ont été exigés

finding-fee_without_reasons = Les frais exigés le { DATE($on) } ne s’appuient sur aucune démonstration du caractère manifestement infondé ou excessif de la demande.
    .title = Des frais ont été exigés sans démontrer que la demande est infondée ou excessive

finding-fee_without_warning = Avant les frais exigés le { DATE($on) }, la personne n’a pas été avertie et n’a pas pu retirer sa demande au lieu de payer.
    .title = Des frais ont été exigés sans laisser la possibilité de retirer la demande

finding-redaction_called_full = La réponse du { DATE($on) } se dit complète, alors que de larges parties en ont été occultées. C’est un refus partiel, et elle n’en donne pas les motifs.
    .title = Une réponse largement occultée est présentée comme complète

finding-public_data_not_followed = Le { DATE($on) }, le responsable du traitement a déclaré ne pas avoir informé les autres responsables qui traitent les données qu’il avait rendues publiques de la demande de les effacer.
    .title = Les autres responsables n’ont pas été informés de l’effacement de données publiques

finding-direct_transfer_refused = Le { DATE($on) }, le responsable du traitement a refusé de transmettre directement les données à l’autre responsable désigné, sans dire que cela est techniquement impossible.
    .title = Une transmission directe des données a été refusée

finding-answer_contested = Le { DATE($on) }, il a été constaté que la réponse ne donne pas ce qui a été demandé.
    .title = La réponse a été jugée ne pas donner ce qui a été demandé

finding-complaint_not_acknowledged = La réclamation adressée au responsable du traitement n’a pas fait l’objet d’un accusé de réception au plus tard le { WEEKDAY($due) } { DATE($due) }, dernier des 30 jours prévus.
    .title = Une réclamation auprès du responsable du traitement est restée sans accusé de réception
