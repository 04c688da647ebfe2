# Le dossier de réclamation : texte principal, annexes, registre des pièces.

complaint-page = Page { $page } sur { $pages }
complaint-title = { $law ->
    [fadp] Dénonciation
   *[gdpr] Réclamation
}
complaint-basis = { $law ->
    [uk_gdpr] au titre de la section 165 de la loi britannique de 2018 sur la protection des données (Data Protection Act 2018) et de l’article 80, paragraphe 1, du règlement général sur la protection des données britannique
    [fadp] au titre de l’article 49, alinéa 1, de la loi fédérale suisse sur la protection des données
   *[gdpr] au titre des articles 77 et 80, paragraphe 1, du règlement (UE) 2016/679 (règlement général sur la protection des données)
}
complaint-named = { $law ->
    [fadp] Dénonciation { $reference } visant { $controller }
   *[gdpr] Réclamation { $reference } contre { $controller }
}
complaint-version = { $version ->
    [full] Version intégrale. Elle contient des parties confidentielles et des données à caractère personnel.
   *[non_confidential] Version sans les parties confidentielles. Ce qui a été retiré est signalé à sa place, avec le motif.
}
complaint-to = À l’attention de
complaint-by = { $law ->
    [fadp] Déposée par
   *[gdpr] Introduite par
}
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
complaint-summary-who = { $law ->
    [uk_gdpr] { $organisation } introduit la présente réclamation contre { $controller } au nom de { $people ->
            [one] la personne concernée qui l’a mandatée
           *[other] { COUNT($people) } personnes concernées qui l’ont mandatée
        } au titre de l’article 80, paragraphe 1, du règlement général sur la protection des données britannique (RGPD britannique) et de la section 187 de la loi britannique de 2018 sur la protection des données (Data Protection Act 2018, DPA 2018). Elle porte sur { $requests ->
            [one] une demande par laquelle ont été exercés
           *[other] { COUNT($requests) } demandes par lesquelles ont été exercés
        } des droits prévus aux articles 15 à 22D du RGPD britannique.
    [fadp] { $organisation } dépose la présente dénonciation visant { $controller } au nom de { $people ->
            [one] la personne concernée qui lui en a donné le pouvoir
           *[other] { COUNT($people) } personnes concernées qui lui en ont donné le pouvoir
        } au titre de l’article 49, alinéa 1, de la loi fédérale suisse sur la protection des données (LPD). Elle porte sur { $requests ->
            [one] une demande par laquelle ont été exercés
           *[other] { COUNT($requests) } demandes par lesquelles ont été exercés
        } des droits prévus aux articles 21, 25, 28, 30 et 32 de la LPD.
   *[gdpr] { $organisation } introduit la présente réclamation contre { $controller } au nom de { $people ->
            [one] la personne concernée qui l’a mandatée
           *[other] { COUNT($people) } personnes concernées qui l’ont mandatée
        } au titre de l’article 80, paragraphe 1, du règlement général sur la protection des données (RGPD). Elle porte sur { $requests ->
            [one] une demande par laquelle ont été exercés
           *[other] { COUNT($requests) } demandes par lesquelles ont été exercés
        } des droits prévus aux articles 15 à 22 du RGPD.
}
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

complaint-standing = { $law ->
    [uk_gdpr] Qualité pour agir au titre de l’article 80, paragraphe 1, du RGPD britannique et de la section 187 de la DPA 2018
    [fadp] Pouvoirs donnés par les personnes représentées
   *[gdpr] Qualité pour agir au titre de l’article 80, paragraphe 1, du RGPD
}
complaint-standing-text = { $law ->
    [uk_gdpr] { $organisation } remplit les conditions de la section 187, paragraphes 3 et 4, de la DPA 2018, à laquelle renvoie l’article 80, paragraphe 1, du RGPD britannique, comme le montrent les pièces suivantes.
    [fadp] { $organisation } agit en vertu des pouvoirs que lui ont donnés les personnes représentées et n’invoque aucune qualité propre : la LPD ne contient pas de disposition permettant à un organisme de se plaindre pour autrui. L’autorité ouvre une enquête d’office ou sur dénonciation (article 49, alinéa 1, de la LPD). Les pièces suivantes montrent quel organisme dénonce les faits.
   *[gdpr] { $organisation } remplit les quatre conditions de l’article 80, paragraphe 1, du RGPD, comme le montrent les pièces suivantes.
}
complaint-condition = { $law ->
    [fadp] Caractéristique
   *[gdpr] Condition
}
complaint-evidence = Pièce
complaint-dated = Date de la pièce
complaint-test = { $test ->
    [not_for_profit] Organisme, organisation ou association à but non lucratif
    [properly_constituted] { $law ->
        [uk_gdpr] Valablement constitué, et lié par ses statuts ou par un acte législatif
        [fadp] Valablement constitué selon le droit de son siège
       *[gdpr] Valablement constitué conformément au droit d’un État membre
    }
    [public_interest_aims] Objectifs statutaires d’intérêt public
   *[active_in_data_protection] Actif dans la protection des droits et libertés des personnes concernées
}
complaint-valid-until = valable jusqu’au { DATE($date) }
complaint-no-evidence = non enregistrée
complaint-constituted = Constitué selon le droit du pays suivant
complaint-national-basis = Disposition nationale invoquée
complaint-mandates-text = { $law ->
    [fadp] Chaque personne représentée a donné pouvoir à l’organisme pour la présente dénonciation. Ce pouvoir est décrit dans la première annexe de la personne, avec l’empreinte du document.
   *[gdpr] Chaque personne représentée a donné mandat à l’organisme pour la présente réclamation. Ce mandat est décrit dans la première annexe de la personne, avec l’empreinte du document.
}

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
complaint-clocks = { $law ->
    [uk_gdpr] Les délais ont été calculés selon les articles 12, paragraphe 3, et 12A du RGPD britannique, d’après le calendrier du lieu où se trouve le responsable du traitement, avec la version { $rules } des règles et les calendriers { $calendars }. La deuxième annexe de chaque personne en explique chaque étape.
    [fadp] Les délais ont été calculés selon l’article 25, alinéa 7, de la LPD et l’article 18 de l’ordonnance sur la protection des données (OPDo), avec la version { $rules } des règles et les calendriers { $calendars }. Lorsque la LPD ne fixe pas de délai propre à un droit, celui du droit d’accès a été retenu. La deuxième annexe de chaque personne en explique chaque étape.
   *[gdpr] Les délais ont été calculés selon l’article 12, paragraphe 3, du RGPD et le règlement (CEE, Euratom) nº 1182/71, avec la version { $rules } des règles et les calendriers { $calendars }. La deuxième annexe de chaque personne en explique chaque étape.
}

complaint-infringements = Manquements allégués
complaint-infringement = Manquement
complaint-number = Nº
complaint-first-last = Première et dernière date
complaint-rule-severity = règle { $rule } · gravité { $severity } sur 5
complaint-points-text = Une ligne correspond à un type de manquement. Les constatations qui le fondent figurent dans la troisième annexe de chaque personne, avec leurs dates et leurs chiffres.
complaint-no-provision = Aucune disposition de ce droit

complaint-law = En droit
complaint-duty = { $duty ->
    [time] { $law ->
        [uk_gdpr] Selon les articles 12, paragraphe 3, et 12A du RGPD britannique, le responsable du traitement informe la personne concernée des mesures prises à la suite d’une demande dans les meilleurs délais et au plus tard un mois à compter du dernier de trois événements : la réception de la demande, celle des informations demandées pour confirmer l’identité, le paiement de frais dus. Ce délai peut être prolongé de deux mois lorsque la complexité ou le nombre des demandes de la personne concernée l’exige ; celle-ci doit être informée de la prolongation et de ses motifs dans le premier mois. Il est accusé réception dans les 30 jours d’une réclamation adressée au responsable du traitement (section 164A de la DPA 2018).
        [fadp] Selon l’article 25, alinéa 7, de la LPD, les renseignements sont en règle générale fournis dans les 30 jours suivant la demande. Si cela n’est pas possible, le responsable du traitement l’indique, ainsi que le délai dans lequel ils seront fournis (article 18, alinéa 2, de l’OPDo).
       *[gdpr] Selon l’article 12, paragraphe 3, du RGPD, le responsable du traitement informe la personne concernée des mesures prises à la suite d’une demande dans les meilleurs délais et au plus tard un mois à compter de la réception. Ce délai peut être prolongé une fois, de deux mois au plus, compte tenu de la complexité et du nombre de demandes ; la personne concernée doit être informée de la prolongation et de ses motifs dans le premier mois.
    }
    [refusal] { $law ->
        [uk_gdpr] Selon l’article 12, paragraphe 4, du RGPD britannique, le responsable du traitement qui ne donne pas suite à la demande en indique sans tarder les motifs à la personne concernée, et l’informe de la possibilité d’introduire une réclamation auprès de lui et auprès de l’autorité (sections 164A et 165 de la DPA 2018) et de former un recours juridictionnel.
        [fadp] Selon l’article 26, alinéa 4, de la LPD, le responsable du traitement indique le motif pour lequel il refuse, restreint ou diffère la communication des renseignements ; il le fait dans le délai prévu pour les fournir (article 18, alinéa 3, de l’OPDo).
       *[gdpr] Selon l’article 12, paragraphe 4, du RGPD, le responsable du traitement qui ne donne pas suite à la demande en indique les motifs à la personne concernée dans le délai d’un mois, et l’informe de la possibilité d’introduire une réclamation auprès d’une autorité de contrôle et de former un recours juridictionnel.
    }
    [identity] { $law ->
        [uk_gdpr] Selon l’article 12, paragraphes 2 et 6, du RGPD britannique, le responsable du traitement ne peut demander d’informations supplémentaires que s’il a des doutes raisonnables quant à l’identité, et seulement celles qui sont nécessaires ; selon les articles 11, paragraphe 2, et 12, paragraphe 2, il lui incombe de démontrer qu’il n’est pas en mesure d’identifier la personne. Les questions ne servent pas à gagner du temps.
        [fadp] Selon l’article 16, alinéa 5, de l’OPDo, le responsable du traitement prend des mesures raisonnables pour identifier la personne concernée, qui est tenue de collaborer. Ce qu’il demande doit être proportionné (article 6, alinéa 2, de la LPD). Les questions ne servent pas à gagner du temps.
       *[gdpr] Selon l’article 12, paragraphes 2 et 6, du RGPD, le responsable du traitement ne peut demander d’informations supplémentaires que s’il a des doutes raisonnables quant à l’identité, et seulement celles qui sont nécessaires ; selon les articles 11, paragraphe 2, et 12, paragraphe 2, il lui incombe de démontrer qu’il n’est pas en mesure d’identifier la personne. Les questions ne servent pas à gagner du temps.
    }
    [abuse] { $law ->
        [uk_gdpr] Selon l’article 12, paragraphe 5, du RGPD britannique, l’exercice de ces droits est gratuit. Il incombe au responsable du traitement de démontrer le caractère manifestement infondé ou excessif d’une demande.
        [fadp] Selon l’article 25, alinéa 6, de la LPD, les renseignements sont gratuits. Une participation aux frais ne peut être demandée que si l’effort est disproportionné, et elle est annoncée au préalable (article 19 de l’OPDo). Une demande ne peut être refusée comme manifestement infondée ou procédurière que selon l’article 26, alinéa 1, lettre c, de la LPD.
       *[gdpr] Selon l’article 12, paragraphe 5, du RGPD, l’exercice de ces droits est gratuit. Il incombe au responsable du traitement de démontrer le caractère manifestement infondé ou excessif d’une demande.
    }
    [content] { $law ->
        [uk_gdpr] Selon les articles 15 à 22D du RGPD britannique, la réponse doit contenir ce qui a été demandé, sous la forme que prévoit la loi. Ce qui est retenu doit être indiqué, avec le motif qui le permet.
        [fadp] Selon les articles 21, 25, 28, 30 et 32 de la LPD, la réponse doit donner ce qui a été demandé, sous la forme que prévoit la loi. Ce qui est retenu doit être indiqué, avec le motif qui le permet (pour les renseignements : article 26 de la LPD).
       *[gdpr] Selon les articles 15 à 22 du RGPD, la réponse doit contenir ce qui a été demandé, sous la forme que prévoit le règlement. Ce qui est retenu doit être indiqué, avec le motif qui le permet.
    }
    [recipients] { $law ->
        [uk_gdpr] Selon l’article 19 du RGPD britannique, le responsable du traitement notifie à chaque destinataire toute rectification, tout effacement ou toute limitation, à moins que cela ne se révèle impossible ou n’exige des efforts disproportionnés.
        [fadp] Selon l’article 32, alinéa 4, de la LPD, il peut être demandé que la rectification, l’effacement ou l’interdiction du traitement soit communiqué à des tiers.
       *[gdpr] Selon l’article 19 du RGPD, le responsable du traitement notifie à chaque destinataire toute rectification, tout effacement ou toute limitation, à moins que cela ne se révèle impossible ou n’exige des efforts disproportionnés.
    }
   *[sanction] { $law ->
        [uk_gdpr] Les manquements aux articles 12 à 22D du RGPD britannique sont passibles d’une sanction pécuniaire (article 83, paragraphe 5, point b), du RGPD britannique ; sections 155 et 157 de la DPA 2018).
        [fadp] En cas de violation des dispositions de protection des données, l’autorité peut ordonner les mesures de l’article 51 de la LPD. Elle n’inflige pas d’amende : les infractions visées aux articles 60 à 63 de la LPD sont poursuivies par les cantons (article 65 de la LPD).
       *[gdpr] Les manquements aux articles 12 à 22 du RGPD sont passibles des amendes administratives prévues à l’article 83, paragraphe 5, point b), du RGPD.
    }
}

complaint-remedies = Ce qui est demandé à l’autorité
complaint-remedies-text = Au nom des personnes représentées, l’organisme demande à l’autorité :
complaint-remedy = { $remedy ->
    [investigate] { $law ->
        [uk_gdpr] de donner à la présente réclamation les suites appropriées et d’en examiner l’objet (section 165, paragraphes 4 et 5, de la DPA 2018) ;
        [fadp] d’ouvrir une enquête à la suite de la présente dénonciation (article 49, alinéa 1, de la LPD) ;
       *[gdpr] de traiter la présente réclamation et d’en examiner l’objet (article 57, paragraphe 1, point f), du RGPD) ;
    }
    [establish] de constater que les dispositions citées plus haut ont été méconnues ;
    [comply] { $law ->
        [uk_gdpr] d’ordonner au responsable du traitement de satisfaire aux demandes (article 58, paragraphe 2, point c), du RGPD britannique ; section 149 de la DPA 2018) ;
        [fadp] d’ordonner au responsable du traitement de satisfaire aux demandes, notamment de fournir les renseignements demandés (article 51, alinéas 1 et 3, lettre g, de la LPD) ;
       *[gdpr] d’ordonner au responsable du traitement de satisfaire aux demandes (article 58, paragraphe 2, point c), du RGPD) ;
    }
    [operations] { $law ->
        [uk_gdpr] d’ordonner au responsable du traitement de mettre en conformité le traitement des demandes dans un délai déterminé (article 58, paragraphe 2, point d), du RGPD britannique ; section 149 de la DPA 2018) ;
        [fadp] d’ordonner la modification, la suspension ou la cessation des traitements contraires aux dispositions de protection des données, et l’effacement des données (article 51, alinéa 1, de la LPD) ;
       *[gdpr] d’ordonner au responsable du traitement de mettre en conformité le traitement des demandes dans un délai déterminé (article 58, paragraphe 2, point d), du RGPD) ;
    }
    [sanction] { $law ->
        [uk_gdpr] d’envisager un rappel à l’ordre ou une sanction pécuniaire (article 58, paragraphe 2, points b) et i), du RGPD britannique ; section 155 de la DPA 2018) ;
        [fadp] d’envisager de dénoncer à l’autorité de poursuite pénale ce qui paraît constituer une infraction visée aux articles 60 à 63 de la LPD (article 65, alinéa 2, de la LPD) ;
       *[gdpr] d’envisager un rappel à l’ordre ou une amende administrative (article 58, paragraphe 2, points b) et i), et article 83 du RGPD) ;
    }
   *[inform] { $law ->
        [uk_gdpr] d’informer l’organisme de l’état d’avancement et de l’issue dans un délai de trois mois (sections 165 et 166 de la DPA 2018).
        [fadp] d’informer l’organisme, pour les personnes représentées, des démarches entreprises et du résultat d’une enquête (article 49, alinéa 4, de la LPD).
       *[gdpr] d’informer l’organisme de l’état d’avancement et de l’issue dans un délai de trois mois (article 77, paragraphe 2, et article 78, paragraphe 2, du RGPD).
    }
}

complaint-completeness = { $law ->
    [fadp] Contenu complet de la dénonciation
   *[gdpr] Complétude
}
complaint-completeness-text = { $law ->
    [uk_gdpr] Le présent dossier contient ce qui permet à l’autorité d’examiner la réclamation : qui se plaint, sur mandat de qui, contre qui et de quoi.
    [fadp] Le présent dossier contient ce qui permet à l’autorité d’examiner la dénonciation : qui dénonce, en vertu des pouvoirs de qui, qui est visé et pour quoi.
   *[gdpr] L’article 4, paragraphe 1, du règlement (UE) 2025/2518 énumère ce que doit contenir une réclamation pour être recevable. Tout cela figure dans le présent dossier.
}
complaint-requirement = Exigence
complaint-where = Emplacement
complaint-complete-for = Complet pour
complaint-slot = { $slot ->
    [complainant] { $law ->
        [fadp] Nom et coordonnées de la personne au nom de qui la dénonciation est faite
       *[gdpr] Nom et coordonnées de la personne qui introduit la réclamation
    }
    [representative] Nom, coordonnées et constitution valable de l’organisme
    [mandate] Preuve du mandat
    [controller] Éléments permettant d’identifier le responsable du traitement
   *[infringement] Description du manquement allégué
}
complaint-slot-place = { $slot ->
    [complainant] Première annexe de chaque personne
    [representative] { $law ->
        [fadp] Texte principal, parties et pouvoirs
       *[gdpr] Texte principal, parties et qualité pour agir
    }
    [mandate] Première annexe de chaque personne
    [controller] Texte principal, parties
   *[infringement] Texte principal, faits et manquements allégués ; deuxième et troisième annexes
}
complaint-national = Formalités nationales
complaint-national-language = Le présent dossier est rédigé dans une langue que l’autorité accepte.

complaint-confidential = Parties confidentielles
complaint-confidential-full = { $law ->
    [uk_gdpr] Les parties suivantes sont confidentielles. Une seconde version du dossier, sans ces parties, l’accompagne.
    [fadp] Les parties suivantes sont confidentielles. Une seconde version du dossier, sans ces parties, l’accompagne.
   *[gdpr] Les parties suivantes sont confidentielles. Une seconde version du dossier, sans ces parties, l’accompagne (article 25, paragraphe 3, du règlement (UE) 2025/2518).
}
complaint-confidential-removed = { $law ->
    [uk_gdpr] Les parties suivantes ont été retirées de la présente version. Elles figurent dans la version intégrale, que détient l’autorité.
    [fadp] Les parties suivantes ont été retirées de la présente version. Elles figurent dans la version intégrale, que détient l’autorité.
   *[gdpr] Les parties suivantes ont été retirées de la présente version. Elles figurent dans la version intégrale, que détient l’autorité (article 25, paragraphe 3, du règlement (UE) 2025/2518).
}
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

complaint-annexes-of = { $law ->
    [fadp] Annexes { $person } à la dénonciation { $reference }
   *[gdpr] Annexes { $person } à la réclamation { $reference }
}
complaint-annex-title = Annexe { $person }-{ $annex } : { $annex ->
    [1] mandat et identité
    [2] demandes, réceptions et délais
   *[3] réponses, silence et constatations
}
complaint-identity = Personne concernée
complaint-person-name = Nom
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
    [complaint] { $law ->
        [uk_gdpr] réclamation auprès de l’autorité de contrôle (section 165 de la DPA 2018)
        [fadp] dénonciation à l’autorité de contrôle (article 49 de la LPD)
       *[gdpr] réclamation auprès d’une autorité de contrôle (article 77 du RGPD)
    }
    [action_against_authority] { $law ->
        [uk_gdpr] recours contre l’autorité de contrôle (article 78 du RGPD britannique ; section 166 de la DPA 2018)
        [fadp] recours contre une autorité de contrôle
       *[gdpr] recours contre une autorité de contrôle (article 78 du RGPD)
    }
    [action_against_controller] { $law ->
        [uk_gdpr] recours contre un responsable du traitement ou un sous-traitant (article 79 du RGPD britannique)
        [fadp] action contre un responsable du traitement ou un sous-traitant (article 32 de la LPD)
       *[gdpr] recours contre un responsable du traitement ou un sous-traitant (article 79 du RGPD)
    }
   *[compensation] { $law ->
        [uk_gdpr] demande de réparation (article 82 du RGPD britannique ; section 187, paragraphe 1, point b), de la DPA 2018)
        [fadp] demande de réparation (article 32, alinéa 2, de la LPD)
       *[gdpr] demande de réparation (article 82 du RGPD), lorsque le droit national le permet
    }
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
complaint-register-text = { $law ->
    [fadp] Tous les fichiers de cette dénonciation qui sont des pièces ou des annexes, avec leur nombre de pages et leur empreinte. Un fichier est celui qui est énuméré si son empreinte SHA-256 est la même.
   *[gdpr] Tous les fichiers de cette réclamation qui sont des pièces ou des annexes, avec leur nombre de pages et leur empreinte. Un fichier est celui qui est énuméré si son empreinte SHA-256 est la même.
}
complaint-size = Octets
