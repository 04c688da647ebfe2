# La page où une personne voit ce qui est fait en son nom. Des mots simples ; des titres qui ne disent rien aux autres (Z-19).

status-title = Aperçu
status-heading = Où en sont les choses
status-lead = { $organisation } agit pour vous. Vous voyez ici ce qui a été demandé pour vous, à qui, et ce qui a été répondu.
status-as-of = État au { DATE($day) }
status-leave = Quitter cette page
    .hint = Ouvre aussitôt une page sans rapport. Pour ne laisser aucune trace, supprimez aussi cette page de l’historique du navigateur.
status-languages = Langue
status-skip = Aller au contenu

status-requests = Vos demandes
status-requests-none = Rien n’a encore été demandé pour vous.
status-right = { $right ->
    [access] Une copie de vos données
    [rectification] La correction de vos données
    [erasure] La suppression de vos données
    [restriction] La limitation de l’usage de vos données
    [portability] Vos données sous une forme que vous pouvez emporter
    [objection] La fin de l’usage de vos données
   *[automated_decision] L’examen par un humain d’une décision automatique
}
status-asked-of = Demandé à { $controller }
status-standing = { $standing ->
    [prepared] En préparation. La demande n’est pas encore partie.
    [sent] Envoyée. Rien ne montre encore qu’elle est arrivée.
    [running] En cours. La réponse n’est pas encore due.
    [waiting] En attente. L’autre partie attend une information qu’elle a demandée.
    [late] En retard. Le délai de réponse est passé.
    [answered] Une réponse est venue.
    [settled] Terminée.
    [abandoned] Abandonnée.
   *[withdrawn] Retirée.
}
status-next = { $late ->
    [yes] La réponse était due au plus tard le
   *[no] La réponse est due au plus tard le
}
status-day = { WEEKDAY($day) } { DATE($day) }
status-how = Comment cette date est calculée
status-silence = { $days ->
    [0] Des nouvelles sont venues aujourd’hui.
    [one] Sans nouvelles depuis { $days } jour.
   *[other] Sans nouvelles depuis { $days } jours.
}
status-history = Ce qui s’est passé
status-line = { $what ->
    [prepared] La demande a été préparée.
    [sent] La demande a été envoyée.
    [received] La demande est arrivée.
    [reminded] Un rappel a été envoyé.
    [asked_identity] On a demandé une preuve de votre identité.
    [asked_scope] On a demandé ce qui est voulu exactement.
    [asked_fee] On a demandé un paiement.
    [supplied] L’information demandée a été donnée.
    [extended] On a annoncé avoir besoin de plus de temps.
    [first_passed] La première date légale est passée sans réponse.
    [final_passed] La date légale est passée sans réponse.
    [answered] Une réponse est arrivée.
    [answered_full] Une réponse complète est arrivée.
    [answered_partial] Une réponse partielle est arrivée.
    [answered_no_data] On a répondu n’avoir aucune donnée sur vous.
    [answered_refused] La demande a été refusée.
    [answered_cannot_identify] On a répondu ne pas pouvoir dire quelles données sont les vôtres.
    [answered_redirected] On a répondu qu’un autre en est responsable.
    [satisfied] La réponse a été jugée suffisante.
    [unsatisfied] La réponse a été jugée insuffisante.
    [abandoned] La demande a été abandonnée.
    [withdrawn] La demande a été retirée.
   *[closed] La demande a été close.
}

status-complaints = Réclamations
status-complaint = { $told ->
    [lodged] Une réclamation contre { $controller } a été introduite auprès de l’autorité de contrôle.
    [acknowledged] L’autorité a confirmé qu’elle a reçu la réclamation contre { $controller }.
    [admitted] L’autorité traite la réclamation contre { $controller }.
    [inadmissible] L’autorité a rejeté la réclamation contre { $controller } pour une raison de forme.
    [transmitted] La réclamation contre { $controller } a été transmise à l’autorité chef de file.
    [resolution_offered] L’autorité indique que { $controller } a régularisé la situation ; il reste quatre semaines pour s’y opposer.
    [objected] Nous nous sommes opposés à la clôture de la réclamation contre { $controller }.
    [resolved] La réclamation contre { $controller } a été réglée.
    [investigated] L’autorité enquête sur { $controller }.
    [views_requested] L’autorité nous a demandé nos observations sur { $controller }.
    [views_submitted] Nous avons transmis nos observations sur { $controller } à l’autorité.
    [silent] L’autorité ne dit rien de la réclamation contre { $controller } depuis trois mois ; vous pouvez saisir la justice.
    [decided] L’autorité a rendu sa décision sur la réclamation contre { $controller }.
    [challenged] La décision concernant { $controller } est portée devant la justice.
    [closed] La réclamation contre { $controller } est close.
   *[news] L’autorité a donné des nouvelles de la réclamation contre { $controller }.
}

status-mandates = Votre mandat
status-mandate-given = Vous avez permis à { $organisation } d’agir pour vous. Vous avez signé le { DATE($signed) }.
status-mandate-powers = { $powers ->
    [both] Il couvre les demandes et les réclamations.
    [complaint] Il couvre les réclamations.
   *[request] Il couvre les demandes.
}
status-mandate-until = Il prend fin le { DATE($until) }.
status-mandate-answers = { $recipient ->
    [person] Les réponses vont à vous uniquement.
   *[organisation] { $organisation } reçoit les réponses pour vous.
}
status-mandate-revoked = Vous l’avez retiré le { DATE($day) }.
status-mandate-expired = Il a pris fin le { DATE($day) }.
status-mandate-none = Aucun mandat n’est enregistré.
status-take-back = Retirer ce mandat

status-confirm = Retirer votre mandat ?
status-confirm-effect = { $organisation } ne pourra alors plus rien faire en votre nom. Vous n’avez aucune raison à donner.
status-confirm-requests = { $count ->
    [0] Aucune demande ouverte ne repose sur lui.
    [one] Une demande ouverte prend fin avec lui :
   *[other] { $count } demandes ouvertes prennent fin avec lui :
}
status-confirm-others = Vous pouvez donner un nouveau mandat à tout moment. Ce que d’autres vous doivent selon la loi, ils vous le doivent toujours.
status-confirm-yes = Oui, le retirer
status-confirm-no = Non, revenir

status-done = Votre mandat est retiré
status-done-effect = { $organisation } ne peut plus rien faire en vertu de ce mandat. Les demandes qui reposent sur lui prennent fin, et ceux qui les ont reçues en sont informés.
status-done-running = { $count ->
    [0] Rien d’autre n’est en cours pour vous.
    [one] Une demande est encore en cours en vertu d’un autre mandat :
   *[other] { $count } demandes sont encore en cours en vertu d’autres mandats :
}
status-done-back = Revenir à l’aperçu

status-contact = À qui s’adresser
status-contact-text = Une question, ou une réserve sur la façon dont votre affaire est traitée ? Adressez-vous à { $organisation }.
status-contact-email = Courriel
status-contact-website = Site web
status-contact-none = Utilisez l’adresse que { $organisation } vous a donnée.

status-own-data = Vos données chez { $organisation }
status-own-data-text = Vous avez envers { $organisation } les mêmes droits qu’envers tous les autres. Vous pouvez avoir une copie de tout ce qui est conservé sur vous, le faire corriger ou supprimer, ou l’emporter ailleurs. Il suffit de le demander ; la réponse est due en un mois, sans frais.

status-gone-title = Aperçu
status-gone = Il n’y a rien ici
status-gone-text = Ce lien ne mène nulle part, ou plus. Demandez-en un nouveau à qui vous l’a donné.
