# Le dossier de réclamation : texte principal, annexes, registre des pièces.

complaint-page = Page { $page } sur { $pages }
complaint-title = Réclamation
complaint-basis = au titre des articles 77 et 80, paragraphe 1, du règlement (UE) 2016/679 (règlement général sur la protection des données)
complaint-named = Réclamation { $reference } contre { $controller }
complaint-version = { $version ->
    [full] Version intégrale. Elle contient des parties confidentielles et des données à caractère personnel.
   *[non_confidential] Version sans les parties confidentielles. Ce qui a été retiré est signalé à sa place, avec le motif.
}
complaint-to = À l’attention de
complaint-by = Introduite par
complaint-for = Au nom de
complaint-against = Contre
complaint-reference = Référence
complaint-date = Date
complaint-persons = { $people ->
    [one] { COUNT($people) } personne concernée
   *[other] { COUNT($people) } personnes concernées
}
complaint-contents = Sommaire

complaint-summary = Résumé
complaint-summary-who = { $organisation } introduit la présente réclamation contre { $controller } au nom de { $people ->
        [one] la personne concernée qui l’a mandatée
       *[other] { COUNT($people) } personnes concernées qui l’ont mandatée
    } au titre de l’article 80, paragraphe 1, du règlement général sur la protection des données (RGPD). Elle porte sur { $requests ->
        [one] une demande par laquelle ont été exercés
       *[other] { COUNT($requests) } demandes par lesquelles ont été exercés
    } des droits prévus aux articles 15 à 22 du RGPD.
complaint-summary-points = { $points ->
    [one] Un manquement est allégué. Il est exposé ci-après avec la disposition en cause, le nombre de personnes touchées et les dates.
   *[other] { $points } manquements sont allégués. Ils sont exposés ci-après avec les dispositions en cause, le nombre de personnes touchées et les dates.
}
complaint-summary-annexes = Ce texte principal est volontairement court et ne nomme aucune personne concernée. L’identité, le mandat, les demandes, les délais et les réponses de chacune figurent dans trois annexes, sous une référence telle que { $example }.

complaint-parties = Parties
complaint-represented = Personnes concernées représentées
complaint-represented-text = { $people ->
    [one] La personne concernée représentée est désignée dans ce dossier par la référence { $first }. Son nom et ses coordonnées figurent dans l’annexe { $first }-1.
   *[other] Les { COUNT($people) } personnes concernées représentées sont désignées dans ce dossier par les références { $first } à { $last }. Le nom et les coordonnées de chacune figurent dans sa première annexe.
}
complaint-minors = { $count ->
    [one] Une personne agit par l’intermédiaire d’un parent, d’un tuteur ou d’un autre représentant légal ; sa première annexe le mentionne.
   *[other] { COUNT($count) } personnes agissent par l’intermédiaire d’un parent, d’un tuteur ou d’un autre représentant légal ; la première annexe de chacune le mentionne.
}
complaint-organisation = Organisme qui les représente
complaint-controller = Responsable du traitement
complaint-authority = Autorité de contrôle
complaint-name = Nom
complaint-seat = Établi dans le pays suivant
complaint-place = Lieu
complaint-address = Adresse
complaint-contacts = Coordonnées
complaint-website = Site internet

complaint-standing = Qualité pour agir au titre de l’article 80, paragraphe 1, du RGPD
complaint-standing-text = { $organisation } remplit les quatre conditions de l’article 80, paragraphe 1, du RGPD, comme le montrent les pièces suivantes.
complaint-condition = Condition
complaint-evidence = Pièce
complaint-dated = Date de la pièce
complaint-test = { $test ->
    [not_for_profit] Organisme, organisation ou association à but non lucratif
    [properly_constituted] Valablement constitué conformément au droit d’un État membre
    [public_interest_aims] Objectifs statutaires d’intérêt public
   *[active_in_data_protection] Actif dans la protection des droits et libertés des personnes concernées
}
complaint-valid-until = valable jusqu’au { DATE($date) }
complaint-no-evidence = non enregistrée
complaint-constituted = Constitué selon le droit du pays suivant
complaint-national-basis = Disposition nationale invoquée
complaint-mandates-text = Chaque personne représentée a donné mandat à l’organisme pour la présente réclamation. Ce mandat est décrit dans la première annexe de la personne, avec l’empreinte du document.

complaint-competence = Compétence de l’autorité
complaint-presumed-lead = L’établissement principal du responsable du traitement désigne comme autorité de contrôle chef de file : { $authority } (article 56, paragraphe 1, du RGPD).

complaint-facts = Faits
complaint-prior-requests = Chaque droit a d’abord été exercé par une demande adressée au responsable du traitement. Les demandes sont décrites dans la deuxième annexe de chaque personne, avec la preuve de leur réception.
complaint-right = Droit
complaint-provision = Disposition
complaint-requests = Demandes
complaint-people = Personnes
complaint-right-name = { $right ->
    [access] Accès
    [rectification] Rectification
    [erasure] Effacement
    [restriction] Limitation du traitement
    [portability] Portabilité des données
    [objection] Opposition
   *[automated_decision] Réexamen d’une décision automatisée
}
complaint-total = Total
complaint-standing-on = Au { DATE($date) }, l’état des demandes est le suivant.
complaint-received-between = Reçues par le responsable du traitement
complaint-span = du { DATE($first) } au { DATE($last) }
complaint-unanswered = Sans aucune réponse
complaint-refused = Refusées, en tout ou en partie
complaint-answered-late = Réponses hors délai
complaint-clocks = Les délais ont été calculés selon l’article 12, paragraphe 3, du RGPD et le règlement (CEE, Euratom) nº 1182/71, avec la version { $rules } des règles et les calendriers { $calendars }. La deuxième annexe de chaque personne en explique chaque étape.

complaint-infringements = Manquements allégués
complaint-infringement = Manquement
complaint-number = Nº
complaint-first-last = Première et dernière date
complaint-rule-severity = règle { $rule } · gravité { $severity } sur 5
complaint-points-text = Une ligne correspond à un type de manquement. Les constatations qui le fondent figurent dans la troisième annexe de chaque personne, avec leurs dates et leurs chiffres.

complaint-law = En droit
complaint-duty = { $duty ->
    [time] Selon l’article 12, paragraphe 3, du RGPD, le responsable du traitement informe la personne concernée des mesures prises à la suite d’une demande dans les meilleurs délais et au plus tard un mois à compter de la réception. Ce délai peut être prolongé une fois, de deux mois au plus, compte tenu de la complexité et du nombre de demandes ; la personne concernée doit être informée de la prolongation et de ses motifs dans le premier mois.
    [refusal] Selon l’article 12, paragraphe 4, du RGPD, le responsable du traitement qui ne donne pas suite à la demande en indique les motifs à la personne concernée dans le délai d’un mois, et l’informe de la possibilité d’introduire une réclamation auprès d’une autorité de contrôle et de former un recours juridictionnel.
    [identity] Selon l’article 12, paragraphes 2 et 6, du RGPD, le responsable du traitement ne peut demander d’informations supplémentaires que s’il a des doutes raisonnables quant à l’identité, et seulement celles qui sont nécessaires ; selon les articles 11, paragraphe 2, et 12, paragraphe 2, il lui incombe de démontrer qu’il n’est pas en mesure d’identifier la personne. Les questions ne servent pas à gagner du temps.
    [abuse] Selon l’article 12, paragraphe 5, du RGPD, l’exercice de ces droits est gratuit. Il incombe au responsable du traitement de démontrer le caractère manifestement infondé ou excessif d’une demande.
    [content] Selon les articles 15 à 22 du RGPD, la réponse doit contenir ce qui a été demandé, sous la forme que prévoit le règlement. Ce qui est retenu doit être indiqué, avec le motif qui le permet.
    [recipients] Selon l’article 19 du RGPD, le responsable du traitement notifie à chaque destinataire toute rectification, tout effacement ou toute limitation, à moins que cela ne se révèle impossible ou n’exige des efforts disproportionnés.
   *[sanction] Les manquements aux articles 12 à 22 du RGPD sont passibles des amendes administratives prévues à l’article 83, paragraphe 5, point b), du RGPD.
}

complaint-remedies = Ce qui est demandé à l’autorité
complaint-remedies-text = Au nom des personnes représentées, l’organisme demande à l’autorité :
complaint-remedy = { $remedy ->
    [investigate] de traiter la présente réclamation et d’en examiner l’objet (article 57, paragraphe 1, point f), du RGPD) ;
    [establish] de constater que les dispositions citées plus haut ont été méconnues ;
    [comply] d’ordonner au responsable du traitement de satisfaire aux demandes (article 58, paragraphe 2, point c), du RGPD) ;
    [operations] d’ordonner au responsable du traitement de mettre en conformité le traitement des demandes dans un délai déterminé (article 58, paragraphe 2, point d), du RGPD) ;
    [sanction] d’envisager un rappel à l’ordre ou une amende administrative (article 58, paragraphe 2, points b) et i), et article 83 du RGPD) ;
   *[inform] d’informer l’organisme de l’état d’avancement et de l’issue dans un délai de trois mois (article 77, paragraphe 2, et article 78, paragraphe 2, du RGPD).
}

complaint-completeness = Complétude
complaint-completeness-text = L’article 4, paragraphe 1, du règlement (UE) 2025/2518 énumère ce que doit contenir une réclamation pour être recevable. Tout cela figure dans le présent dossier.
complaint-requirement = Exigence
complaint-where = Emplacement
complaint-complete-for = Complet pour
complaint-slot = { $slot ->
    [complainant] Nom et coordonnées de la personne qui introduit la réclamation
    [representative] Nom, coordonnées et constitution valable de l’organisme
    [mandate] Preuve du mandat
    [controller] Éléments permettant d’identifier le responsable du traitement
   *[infringement] Description du manquement allégué
}
complaint-slot-place = { $slot ->
    [complainant] Première annexe de chaque personne
    [representative] Texte principal, parties et qualité pour agir
    [mandate] Première annexe de chaque personne
    [controller] Texte principal, parties
   *[infringement] Texte principal, faits et manquements allégués ; deuxième et troisième annexes
}
complaint-national = Formalités nationales

complaint-confidential = Parties confidentielles
complaint-confidential-full = Les parties suivantes sont confidentielles. Une seconde version du dossier, sans ces parties, l’accompagne (article 25, paragraphe 3, du règlement (UE) 2025/2518).
complaint-confidential-removed = Les parties suivantes ont été retirées de la présente version. Elles figurent dans la version intégrale, que détient l’autorité (article 25, paragraphe 3, du règlement (UE) 2025/2518).
complaint-part = Partie
complaint-reason = Motif
complaint-part-persons = Noms, coordonnées et identifiants des personnes concernées, contenu de leurs demandes et des réponses, documents des mandats (annexes)
complaint-reason-persons = Données à caractère personnel qui ne sont pas nécessaires pour répondre aux griefs
complaint-passage = Passage { $number } de la partie « { $section } »

complaint-annexes = Annexes
complaint-annexes-text = Chaque personne a trois annexes réunies en un fichier et numérotées d’après sa référence. Le registre des pièces énumère tous les fichiers avec leur nombre de pages et leur empreinte SHA-256.
complaint-annex = Annexe
complaint-content = Contenu
complaint-annex-content = { $annex ->
    [1] Mandat et identité
    [2] Demandes, réceptions et délais
   *[3] Réponses, silence et constatations
}
complaint-register-volumes = { $volumes ->
    [one] Registre des pièces, un volume
   *[other] Registre des pièces, { $volumes } volumes
}
complaint-machine-readable = Les mêmes faits sous une forme lisible par machine (JSON)
complaint-manifest = Liste signée de tous les fichiers avec leurs empreintes

complaint-signed = { $town }, le { DATE($date) }
complaint-signed-on = Le { DATE($date) }
complaint-signed-for = Pour { $organisation }

complaint-annexes-of = Annexes { $person } à la réclamation { $reference }
complaint-annex-title = Annexe { $person }-{ $annex } : { $annex ->
    [1] mandat et identité
    [2] demandes, réceptions et délais
   *[3] réponses, silence et constatations
}
complaint-identity = Personne concernée
complaint-contact = { $kind ->
    [address] Adresse postale
    [email] Adresse électronique
   *[phone] Téléphone
}
complaint-identifier = { $element ->
    [name] Nom connu du responsable du traitement
    [email] Adresse électronique connue du responsable du traitement
    [birth_date] Date de naissance
    [address] Adresse connue du responsable du traitement
    [phone] Téléphone connu du responsable du traitement
    [customer_number] Numéro de client
   *[other] Autre identifiant
}
complaint-identifiers = Connue du responsable du traitement par
complaint-mandate = Mandat
complaint-credential = Justificatif vérifiable
complaint-signed-date = Signé le
complaint-valid-from = Valable à partir du
complaint-valid-to = Valable jusqu’au
complaint-no-end = sans date de fin
complaint-rights-granted = Droits couverts
complaint-acts-granted = Actes couverts
complaint-act = { $act ->
    [complaint] réclamation auprès d’une autorité de contrôle (article 77 du RGPD)
    [action_against_authority] recours contre une autorité de contrôle (article 78 du RGPD)
    [action_against_controller] recours contre un responsable du traitement ou un sous-traitant (article 79 du RGPD)
   *[compensation] demande de réparation (article 82 du RGPD), lorsque le droit national le permet
}
complaint-scope = Portée et objet
complaint-given-as = Donné sous la forme suivante
complaint-evidence-kind = { $kind ->
    [signed_paper] Document papier signé à la main, numérisé
    [qualified_signature] Signature électronique qualifiée
    [electronic_signature] Signature électronique avancée ou simple
    [authenticated_acceptance] Acceptation dans l’espace personnel du service de l’organisme
    [membership_record] Enregistrement par l’organisme lors de l’inscription
   *[legal_representative] Donné par un représentant légal
}
complaint-document = Document
complaint-hash = SHA-256
complaint-by-representative = Le mandat a été donné par un parent, un tuteur ou un autre représentant légal de cette personne.

complaint-request = { $right ->
    [access] Demande d’accès
    [rectification] Demande de rectification
    [erasure] Demande d’effacement
    [restriction] Demande de limitation du traitement
    [portability] Demande de portabilité des données
    [objection] Opposition au traitement
   *[automated_decision] Demande de réexamen d’une décision automatisée
}, { $reference }
complaint-filed = Enregistrée le
complaint-sent = Envoyée le
complaint-not-sent = non envoyée
complaint-received = Reçue le
complaint-not-received = aucune réception enregistrée
complaint-receipt = Preuve de la réception
complaint-receipt-kind = { $kind ->
    [controller_acknowledgement] Accusé de réception du responsable du traitement
    [registered_delivery] Lettre recommandée ou envoi recommandé électronique qualifié
    [delivery_confirmation] Confirmation de remise par un serveur ou un portail
    [controller_statement] Déclaration ou acte ultérieur du responsable du traitement
   *[presumption] Présomption tirée de l’envoi
}
complaint-asked = Ce qui a été demandé
complaint-deadline = Délai
complaint-no-deadline = Aucun délai ne court pour cette demande.
complaint-step = Étape
complaint-rule = Règle
complaint-editions = Calculé avec les règles { $rules } et le calendrier { $calendar }. Les règles sont celles de la spécification juridique de Recourse, qui indique la source de chacune.

complaint-answers = Réponses
complaint-silence = Au { DATE($date) }, jour du présent dossier, le responsable du traitement n’avait rien envoyé au sujet de cette demande.
complaint-response = { $kind ->
    [full] Réponse complète
    [partial] Réponse partielle
    [refused] Refus
    [no_data] Réponse indiquant qu’aucune donnée n’est détenue
    [cannot_identify] Déclaration selon laquelle la personne ne peut être identifiée
    [redirected] Renvoi à un autre responsable du traitement
    [fee_demand] Demande de paiement
    [extension] Avis de prolongation
    [identity_question] Question sur l’identité
    [scope_question] Question sur la portée
    [acknowledgement] Accusé de réception
   *[other] Autre message
} du { DATE($on) }
complaint-via = Voie
complaint-via-name = { $via ->
    [callback] Message signé du système du responsable du traitement
    [api] Saisie du responsable du traitement dans l’interface
    [bulk] Envoi groupé de réponses par le responsable du traitement
   *[manual] Lettre, courriel ou téléphone, consigné par l’organisme
}
complaint-late = { $days ->
    [one] Un jour après l’échéance
   *[other] { $days } jours après l’échéance
}
complaint-lateness = Retard
complaint-says = Contenu
complaint-files = Fichiers
complaint-file = Fichier
complaint-pages = Pages
complaint-findings = Constatations
complaint-no-findings = Aucun manquement n’a été constaté pour cette demande.

complaint-withheld = { $what ->
    [name] Nom retiré
    [contacts] Coordonnées retirées
    [identifiers] Identifiants retirés
    [credential] Justificatif retiré
    [mandate_scope] Portée du mandat retirée
    [mandate_document] Document du mandat retiré
    [asked] Contenu de la demande retiré
    [response_content] Contenu de la réponse retiré
    [files] Fichiers retirés
   *[other] Partie retirée
} : données à caractère personnel qui ne sont pas nécessaires pour répondre aux griefs
complaint-marked = Confidentiel : { $reason }
complaint-withheld-because = Passage retiré car confidentiel : { $reason }

complaint-register = Registre des pièces
complaint-volume = Volume { $volume } sur { $volumes }
complaint-register-text = Tous les fichiers de cette réclamation qui sont des pièces ou des annexes, avec leur nombre de pages et leur empreinte. Un fichier est celui qui est énuméré si son empreinte SHA-256 est la même.
complaint-size = Octets
