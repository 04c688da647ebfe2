# The complaint file: main text, annexes, register of evidence.

complaint-page = Page { $page } of { $pages }
complaint-title = { $law ->
    [fadp] Report
   *[gdpr] Complaint
}
complaint-basis = { $law ->
    [uk_gdpr] under section 165 of the Data Protection Act 2018 and Article 80(1) of the UK General Data Protection Regulation
    [fadp] under Article 49(1) of the Swiss Federal Act on Data Protection
   *[gdpr] under Articles 77 and 80(1) of Regulation (EU) 2016/679 (General Data Protection Regulation)
}
complaint-named = { $law ->
    [fadp] Report { $reference } on { $controller }
   *[gdpr] Complaint { $reference } against { $controller }
}
complaint-version = { $version ->
    [full] Full version. It contains confidential parts and personal data.
   *[non_confidential] Version without confidential parts. What was taken out is marked at its place, with the reason.
}
complaint-to = To
complaint-by = { $law ->
    [fadp] Made by
   *[gdpr] Lodged by
}
complaint-for = On behalf of
complaint-against = Against
complaint-reference = Reference
complaint-date = Date
complaint-persons = { $people ->
    [one] { COUNT($people) } data subject
   *[other] { COUNT($people) } data subjects
}
complaint-contents = Contents

complaint-summary = Summary
complaint-summary-who = { $law ->
    [uk_gdpr] { $organisation } lodges this complaint against { $controller } on behalf of { $people ->
            [one] one data subject who has mandated it
           *[other] { COUNT($people) } data subjects who have mandated it
        } under Article 80(1) of the UK General Data Protection Regulation (UK GDPR) and section 187 of the Data Protection Act 2018 (DPA 2018). It concerns { $requests ->
            [one] one request by which rights
           *[other] { COUNT($requests) } requests by which rights
        } under Articles 15 to 22D UK GDPR were exercised.
    [fadp] { $organisation } makes this report on { $controller } on behalf of { $people ->
            [one] one data subject who has empowered it to do so
           *[other] { COUNT($people) } data subjects who have empowered it to do so
        } under Article 49(1) of the Swiss Federal Act on Data Protection (FADP). It concerns { $requests ->
            [one] one request by which rights
           *[other] { COUNT($requests) } requests by which rights
        } under Articles 21, 25, 28, 30 and 32 FADP were exercised.
   *[gdpr] { $organisation } lodges this complaint against { $controller } on behalf of { $people ->
            [one] one data subject who has mandated it
           *[other] { COUNT($people) } data subjects who have mandated it
        } under Article 80(1) of the General Data Protection Regulation (GDPR). It concerns { $requests ->
            [one] one request by which rights
           *[other] { COUNT($requests) } requests by which rights
        } under Articles 15 to 22 GDPR were exercised.
}
complaint-summary-points = { $points ->
    [one] One infringement is alleged. It is set out below with the provision, the number of persons concerned and the dates.
   *[other] { $points } infringements are alleged. They are set out below with the provisions, the number of persons concerned and the dates.
}
complaint-summary-annexes = This main text is kept short and names no data subject. Identity, mandate, requests, time limits and answers of each person are in three annexes under a reference such as { $example }.

complaint-parties = Parties
complaint-represented = Data subjects represented
complaint-represented-text = { $people ->
    [one] The data subject represented is called { $first } in this file. Name and contact details are in Annex { $first }-1.
   *[other] The { COUNT($people) } data subjects represented are called { $first } to { $last } in this file. The name and contact details of each are in the first annex of that person.
}
complaint-minors = { $count ->
    [one] One person acts through a parent, guardian or other legal representative; this is stated in that person’s first annex.
   *[other] { COUNT($count) } persons act through a parent, guardian or other legal representative; this is stated in the first annex of each.
}
complaint-organisation = Organisation representing them
complaint-controller = Controller
complaint-authority = Supervisory authority
complaint-name = Name
complaint-seat = Established in
complaint-place = Place
complaint-address = Address
complaint-contacts = Contact
complaint-website = Website

complaint-standing = { $law ->
    [uk_gdpr] Standing under Article 80(1) UK GDPR and section 187 DPA 2018
    [fadp] Powers given by the persons represented
   *[gdpr] Standing under Article 80(1) GDPR
}
complaint-standing-text = { $law ->
    [uk_gdpr] { $organisation } meets the conditions of section 187(3) and (4) DPA 2018, to which Article 80(1) UK GDPR refers, as the following evidence shows.
    [fadp] { $organisation } acts by the powers that the persons represented have given it and claims no standing of its own: the FADP has no provision by which a body complains for others. The authority opens an investigation of its own motion or on a report (Article 49(1) FADP). The following evidence shows what kind of body is reporting.
   *[gdpr] { $organisation } meets the four conditions of Article 80(1) GDPR, as the following evidence shows.
}
complaint-condition = { $law ->
    [fadp] Characteristic
   *[gdpr] Condition
}
complaint-evidence = Evidence
complaint-dated = Dated
complaint-test = { $test ->
    [not_for_profit] Not-for-profit body, organisation or association
    [properly_constituted] { $law ->
        [uk_gdpr] Properly constituted, and bound by its constitution or an enactment
        [fadp] Properly constituted under the law of its seat
       *[gdpr] Properly constituted under the law of a Member State
    }
    [public_interest_aims] Statutory objectives in the public interest
   *[active_in_data_protection] Active in the protection of data subjects’ rights and freedoms
}
complaint-valid-until = valid until { DATE($date) }
complaint-no-evidence = not recorded
complaint-constituted = Constituted under the law of
complaint-national-basis = National provision relied on
complaint-mandates-text = { $law ->
    [fadp] Each person represented has given the organisation the power to make this report. It is described in the first annex of that person, with the hash of the document.
   *[gdpr] Each person represented has given the organisation a mandate for this complaint. It is described in the first annex of that person, with the hash of the document.
}

complaint-competence = Competence of the authority
complaint-presumed-lead = The main establishment of the controller points to { $authority } as lead supervisory authority (Article 56(1) GDPR).

complaint-facts = Facts
complaint-prior-requests = Each right was first exercised by a request to the controller. The requests are described in the second annex of each person, with the proof of receipt.
complaint-right = Right
complaint-provision = Provision
complaint-requests = Requests
complaint-people = Persons
complaint-right-name = { $right ->
    [access] Access
    [rectification] Rectification
    [erasure] Erasure
    [restriction] Restriction of processing
    [portability] Data portability
    [objection] Objection
   *[automated_decision] Review of an automated decision
}
complaint-total = Total
complaint-standing-on = As of { DATE($date) }, the requests stand as follows.
complaint-received-between = Received by the controller
complaint-span = { DATE($first) } to { DATE($last) }
complaint-unanswered = Without any answer
complaint-refused = Refused, wholly or in part
complaint-answered-late = Answered after the time limit
complaint-clocks = { $law ->
    [uk_gdpr] Time limits were computed under Articles 12(3) and 12A UK GDPR, by the calendar of the place where the controller is, with version { $rules } of the rules and the calendars { $calendars }. The second annex of each person explains every step.
    [fadp] Time limits were computed under Article 25(7) FADP and Article 18 of the Data Protection Ordinance (DPO), with version { $rules } of the rules and the calendars { $calendars }. Where the FADP sets no period of its own for a right, that of access was used. The second annex of each person explains every step.
   *[gdpr] Time limits were computed under Article 12(3) GDPR and Regulation (EEC, Euratom) No 1182/71, with version { $rules } of the rules and the calendars { $calendars }. The second annex of each person explains every step.
}

complaint-infringements = Alleged infringements
complaint-infringement = Infringement
complaint-number = No.
complaint-first-last = First and last date
complaint-rule-severity = rule { $rule } · gravity { $severity } of 5
complaint-points-text = One line stands for one kind of infringement. The findings behind it are listed in the third annex of each person, with their dates and figures.
complaint-no-provision = No provision of this law

complaint-law = Law
complaint-duty = { $duty ->
    [time] { $law ->
        [uk_gdpr] Under Articles 12(3) and 12A UK GDPR the controller informs the data subject of the action taken on a request without undue delay and at the latest within one month, counted from the latest of three events: receipt of the request, receipt of the information asked for to confirm identity, payment of a fee that is due. That period may be extended by two further months where the complexity or number of the data subject’s requests makes it necessary; the data subject must be told of the extension and its reasons within the first month. A complaint made to the controller is acknowledged within 30 days (section 164A DPA 2018).
        [fadp] Under Article 25(7) FADP information is, as a rule, provided within 30 days of the request. Where that is not possible, the controller says so, and says by when the information will be provided (Article 18(2) DPO).
       *[gdpr] Under Article 12(3) GDPR the controller informs the data subject of the action taken on a request without undue delay and at the latest within one month of receipt. That period may be extended once by up to two months where the complexity and number of the requests make it necessary; the data subject must be told of the extension and its reasons within the first month.
    }
    [refusal] { $law ->
        [uk_gdpr] Under Article 12(4) UK GDPR a controller that takes no action informs the data subject without delay of the reasons, and of the possibility of complaining to the controller and to the Commissioner (sections 164A and 165 DPA 2018) and of seeking a judicial remedy.
        [fadp] Under Article 26(4) FADP the controller states why it refuses, restricts or defers the information; it does so within the time set for providing it (Article 18(3) DPO).
       *[gdpr] Under Article 12(4) GDPR a controller that takes no action informs the data subject within one month of the reasons, and of the possibility of lodging a complaint with a supervisory authority and of seeking a judicial remedy.
    }
    [identity] { $law ->
        [uk_gdpr] Under Article 12(2) and (6) UK GDPR the controller may ask for additional information only where it has reasonable doubts about identity, and no more than is necessary; under Articles 11(2) and 12(2) it must demonstrate that it cannot identify the data subject. Questions do not serve to gain time.
        [fadp] Under Article 16(5) DPO the controller takes reasonable measures to identify the data subject, who must cooperate. What it asks for must be proportionate (Article 6(2) FADP). Questions do not serve to gain time.
       *[gdpr] Under Article 12(2) and (6) GDPR the controller may ask for additional information only where it has reasonable doubts about identity, and no more than is necessary; under Articles 11(2) and 12(2) it must demonstrate that it cannot identify the data subject. Questions do not serve to gain time.
    }
    [abuse] { $law ->
        [uk_gdpr] Under Article 12(5) UK GDPR the exercise of these rights is free of charge. The controller bears the burden of showing that a request is manifestly unfounded or excessive.
        [fadp] Under Article 25(6) FADP information is free of charge. A share of the costs may be asked for only where the effort is disproportionate, and is announced beforehand (Article 19 DPO). Only under Article 26(1)(c) FADP may a request be refused as manifestly unfounded or vexatious.
       *[gdpr] Under Article 12(5) GDPR the exercise of these rights is free of charge. The controller bears the burden of showing that a request is manifestly unfounded or excessive.
    }
    [content] { $law ->
        [uk_gdpr] Under Articles 15 to 22D UK GDPR the answer must contain what was asked for, in the form that the law provides. What is withheld must be named, with the ground that allows it.
        [fadp] Under Articles 21, 25, 28, 30 and 32 FADP the answer must give what was asked for, in the form that the law provides. What is withheld must be named, with the ground that allows it (for information: Article 26 FADP).
       *[gdpr] Under Articles 15 to 22 GDPR the answer must contain what was asked for, in the form that the law provides. What is withheld must be named, with the ground that allows it.
    }
    [recipients] { $law ->
        [uk_gdpr] Under Article 19 UK GDPR the controller communicates any rectification, erasure or restriction to each recipient, unless this proves impossible or involves disproportionate effort.
        [fadp] Under Article 32(4) FADP it can be demanded that a rectification, an erasure or a ban on processing be communicated to third parties.
       *[gdpr] Under Article 19 GDPR the controller communicates any rectification, erasure or restriction to each recipient, unless this proves impossible or involves disproportionate effort.
    }
   *[sanction] { $law ->
        [uk_gdpr] Infringements of Articles 12 to 22D UK GDPR can be met with a penalty notice (Article 83(5)(b) UK GDPR; sections 155 and 157 DPA 2018).
        [fadp] Where data protection provisions have been violated, the authority may order measures under Article 51 FADP. It imposes no fines: offences under Articles 60 to 63 FADP are prosecuted by the cantons (Article 65 FADP).
       *[gdpr] Infringements of Articles 12 to 22 GDPR are subject to the administrative fines of Article 83(5)(b) GDPR.
    }
}

complaint-remedies = What the authority is asked to do
complaint-remedies-text = On behalf of the persons represented, the organisation asks the authority:
complaint-remedy = { $remedy ->
    [investigate] { $law ->
        [uk_gdpr] to take appropriate steps to respond to this complaint and to investigate its subject matter (section 165(4) and (5) DPA 2018);
        [fadp] to open an investigation on this report (Article 49(1) FADP);
       *[gdpr] to handle this complaint and to investigate its subject matter (Article 57(1)(f) GDPR);
    }
    [establish] to find that the provisions named above were infringed;
    [comply] { $law ->
        [uk_gdpr] to order the controller to comply with the requests (Article 58(2)(c) UK GDPR; section 149 DPA 2018);
        [fadp] to order the controller to comply with the requests, in particular to provide the information requested (Article 51(1) and (3)(g) FADP);
       *[gdpr] to order the controller to comply with the requests (Article 58(2)(c) GDPR);
    }
    [operations] { $law ->
        [uk_gdpr] to order the controller to bring its handling of requests into compliance within a specified period (Article 58(2)(d) UK GDPR; section 149 DPA 2018);
        [fadp] to order that processing which violates data protection provisions be modified, suspended or terminated, and the data deleted (Article 51(1) FADP);
       *[gdpr] to order the controller to bring its handling of requests into compliance within a specified period (Article 58(2)(d) GDPR);
    }
    [sanction] { $law ->
        [uk_gdpr] to consider a penalty notice or a reprimand (Article 58(2)(b) and (i) UK GDPR; section 155 DPA 2018);
        [fadp] to consider reporting to the prosecuting authority what appears to be an offence under Articles 60 to 63 FADP (Article 65(2) FADP);
       *[gdpr] to consider an administrative fine or a reprimand (Articles 58(2)(b) and (i) and 83 GDPR);
    }
   *[inform] { $law ->
        [uk_gdpr] to inform the organisation of progress and outcome within three months (sections 165 and 166 DPA 2018).
        [fadp] to inform the organisation, for the persons represented, of the steps taken and of the outcome of an investigation (Article 49(4) FADP).
       *[gdpr] to inform the organisation of progress and outcome within three months (Articles 77(2) and 78(2) GDPR).
    }
}

complaint-completeness = { $law ->
    [fadp] Completeness of the report
   *[gdpr] Completeness
}
complaint-completeness-text = { $law ->
    [uk_gdpr] This file contains what lets the authority examine the complaint: who complains, by whose mandate, against whom, and of what.
    [fadp] This file contains what lets the authority examine the report: who reports, by whose power, about whom, and what.
   *[gdpr] Article 4(1) of Regulation (EU) 2025/2518 lists what a complaint must contain to be admissible. All of it is in this file.
}
complaint-requirement = Requirement
complaint-where = Where
complaint-complete-for = Complete for
complaint-slot = { $slot ->
    [complainant] { $law ->
        [fadp] Name and contact details of the person for whom the report is made
       *[gdpr] Name and contact details of the person complaining
    }
    [representative] Name, contact details and proper constitution of the organisation
    [mandate] Proof of the mandate
    [controller] What helps to identify the controller
   *[infringement] Description of the alleged infringement
}
complaint-slot-place = { $slot ->
    [complainant] First annex of each person
    [representative] { $law ->
        [fadp] Main text, Parties and Powers
       *[gdpr] Main text, Parties and Standing
    }
    [mandate] First annex of each person
    [controller] Main text, Parties
   *[infringement] Main text, Facts and Alleged infringements; second and third annexes
}
complaint-national = National formalities
complaint-national-language = This file is written in a language that the authority accepts.

complaint-confidential = Confidential parts
complaint-confidential-full = { $law ->
    [uk_gdpr] The following parts are confidential. A second version of this file without them accompanies it.
    [fadp] The following parts are confidential. A second version of this file without them accompanies it.
   *[gdpr] The following parts are confidential. A second version of this file without them accompanies it (Article 25(3) of Regulation (EU) 2025/2518).
}
complaint-confidential-removed = { $law ->
    [uk_gdpr] The following parts were taken out of this version. They are in the full version, which the authority holds.
    [fadp] The following parts were taken out of this version. They are in the full version, which the authority holds.
   *[gdpr] The following parts were taken out of this version. They are in the full version, which the authority holds (Article 25(3) of Regulation (EU) 2025/2518).
}
complaint-part = Part
complaint-reason = Reason
complaint-part-persons = Names, contact details and identifiers of the data subjects, the content of their requests and of the answers, and their mandate documents (annexes)
complaint-reason-persons = Personal data that are not needed to answer the allegations
complaint-passage = Passage { $number } of “{ $section }”

complaint-annexes = Annexes
complaint-annexes-text = Each person has three annexes in one file, numbered by the person’s reference. The register of evidence lists every file with its pages and its SHA-256 hash.
complaint-annex = Annex
complaint-content = Content
complaint-annex-content = { $annex ->
    [1] Mandate and identity
    [2] Requests, receipts and time limits
   *[3] Answers, silence and findings
}
complaint-register-volumes = { $volumes ->
    [one] Register of evidence, one volume
   *[other] Register of evidence, { $volumes } volumes
}
complaint-machine-readable = The same facts in machine-readable form (JSON)
complaint-manifest = List of all files with their hashes, signed

complaint-signed = { $town }, { DATE($date) }
complaint-signed-on = { DATE($date) }
complaint-signed-for = For { $organisation }

complaint-annexes-of = { $law ->
    [fadp] Annexes { $person } to report { $reference }
   *[gdpr] Annexes { $person } to complaint { $reference }
}
complaint-annex-title = Annex { $person }-{ $annex }: { $annex ->
    [1] Mandate and identity
    [2] Requests, receipts and time limits
   *[3] Answers, silence and findings
}
complaint-identity = Data subject
complaint-person-name = Name
complaint-contact = { $kind ->
    [address] Postal address
    [email] E-mail
   *[phone] Telephone
}
complaint-identifier = { $element ->
    [name] Name known to the controller
    [email] E-mail known to the controller
    [birth_date] Date of birth
    [address] Address known to the controller
    [phone] Telephone known to the controller
    [customer_number] Customer number
   *[other] Other identifier
}
complaint-identifiers = Known to the controller by
complaint-mandate = Mandate
complaint-credential = Credential
complaint-signed-date = Signed on
complaint-valid-from = Valid from
complaint-valid-to = Valid until
complaint-no-end = no end date
complaint-rights-granted = Rights it covers
complaint-acts-granted = Acts it covers
complaint-act = { $act ->
    [complaint] { $law ->
        [uk_gdpr] complaint to the supervisory authority (section 165 DPA 2018)
        [fadp] report to the supervisory authority (Article 49 FADP)
       *[gdpr] complaint to a supervisory authority (Article 77 GDPR)
    }
    [action_against_authority] { $law ->
        [uk_gdpr] action against the supervisory authority (Article 78 UK GDPR; section 166 DPA 2018)
        [fadp] action against a supervisory authority
       *[gdpr] action against a supervisory authority (Article 78 GDPR)
    }
    [action_against_controller] { $law ->
        [uk_gdpr] action against a controller or processor (Article 79 UK GDPR)
        [fadp] action against a controller or processor (Article 32 FADP)
       *[gdpr] action against a controller or processor (Article 79 GDPR)
    }
   *[compensation] { $law ->
        [uk_gdpr] claim for compensation (Article 82 UK GDPR; section 187(1)(b) DPA 2018)
        [fadp] claim for compensation (Article 32(2) FADP)
       *[gdpr] claim for compensation (Article 82 GDPR), where national law allows it
    }
}
complaint-scope = Scope and purpose
complaint-given-as = How it was given
complaint-evidence-kind = { $kind ->
    [signed_paper] Paper signed by hand, scanned
    [qualified_signature] Qualified electronic signature
    [electronic_signature] Advanced or simple electronic signature
    [authenticated_acceptance] Accepted while logged in to the organisation’s service
    [membership_record] Recorded by the organisation at sign-up
   *[legal_representative] Given by a legal representative
}
complaint-document = Document
complaint-hash = SHA-256
complaint-by-representative = The mandate was given by a parent, guardian or other legal representative of this person.

complaint-request = { $right ->
    [access] Request for access
    [rectification] Request for rectification
    [erasure] Request for erasure
    [restriction] Request for restriction of processing
    [portability] Request for data portability
    [objection] Objection to processing
   *[automated_decision] Request for review of an automated decision
}, { $reference }
complaint-filed = Filed on
complaint-sent = Sent on
complaint-not-sent = not sent
complaint-received = Received on
complaint-not-received = no receipt recorded
complaint-receipt = Proof of receipt
complaint-receipt-kind = { $kind ->
    [controller_acknowledgement] Acknowledgement of the controller
    [registered_delivery] Registered post or qualified electronic delivery
    [delivery_confirmation] Confirmation of delivery by a server or portal
    [controller_statement] Later statement or act of the controller
   *[presumption] Presumed from the dispatch
}
complaint-asked = What was asked
complaint-deadline = Time limit
complaint-no-deadline = No time limit runs for this request.
complaint-step = Step
complaint-rule = Rule
complaint-editions = Computed with rules { $rules } and calendar { $calendar }. Rules are those of the legal specification of Recourse, which names the source of each.

complaint-answers = Answers
complaint-silence = By { DATE($date) }, the day of this file, the controller had sent nothing about this request.
complaint-response = { $kind ->
    [full] Full answer
    [partial] Partial answer
    [refused] Refusal
    [no_data] Answer that no data are held
    [cannot_identify] Statement that the person cannot be identified
    [redirected] Reference to another controller
    [fee_demand] Demand for a fee
    [extension] Notice of extension
    [identity_question] Question about identity
    [scope_question] Question about the scope
    [acknowledgement] Acknowledgement of receipt
   *[other] Other message
} of { DATE($on) }
complaint-via = Received through
complaint-via-name = { $via ->
    [callback] Signed message of the controller’s system
    [api] The controller’s entry in the interface
    [bulk] The controller’s upload of many answers
   *[manual] Letter, e-mail or telephone, recorded by the organisation
}
complaint-late = { $days ->
    [one] One day after the time limit
   *[other] { $days } days after the time limit
}
complaint-lateness = Lateness
complaint-says = Content
complaint-files = Files
complaint-file = File
complaint-pages = Pages
complaint-findings = Findings
complaint-no-findings = No infringement was found in this request.

complaint-withheld = { $what ->
    [name] Name taken out
    [contacts] Contact details taken out
    [identifiers] Identifiers taken out
    [credential] Credential taken out
    [mandate_scope] Scope of the mandate taken out
    [mandate_document] Mandate document taken out
    [asked] Content of the request taken out
    [response_content] Content of the answer taken out
    [files] Files taken out
   *[other] Part taken out
}: personal data that are not needed to answer the allegations
complaint-marked = Confidential: { $reason }
complaint-withheld-because = Passage taken out as confidential: { $reason }

complaint-register = Register of evidence
complaint-volume = Volume { $volume } of { $volumes }
complaint-register-text = { $law ->
    [fadp] Every file of this report that is evidence or an annex, with its pages and its hash. A file is the same as the one listed if its SHA-256 is the same.
   *[gdpr] Every file of this complaint that is evidence or an annex, with its pages and its hash. A file is the same as the one listed if its SHA-256 is the same.
}
complaint-size = Bytes
