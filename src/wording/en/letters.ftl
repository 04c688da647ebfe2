# What letters are filled with: words of closed lists as they stand in a list or after a colon, and the labels of a letter.

access-item-confirmation = confirmation as to whether personal data concerning the data subject are processed
access-item-data = the personal data themselves
access-item-purposes = the purposes of the processing (Article 15(1)(a))
access-item-categories = the categories of personal data concerned (Article 15(1)(b))
access-item-recipients = the recipients or categories of recipients (Article 15(1)(c))
access-item-named_recipients = each recipient by name (Article 15(1)(c); Court of Justice, C-154/21)
access-item-storage_period = the period of storage, or the criteria that determine it (Article 15(1)(d))
access-item-rights = the existence of the rights to rectification, erasure, restriction and objection (Article 15(1)(e))
access-item-right_to_complain = the right to lodge a complaint with a supervisory authority (Article 15(1)(f))
access-item-source = any available information as to the source of the data (Article 15(1)(g))
access-item-automated_decisions = the existence of automated decision-making, including profiling, with meaningful information about the logic involved and the consequences (Article 15(1)(h))
access-item-transfer_safeguards = the appropriate safeguards for transfers to third countries (Article 15(2))

access-format-electronic = in a commonly used electronic form that can be downloaded
access-format-paper = on paper
access-format-machine_readable = in a structured, machine-readable file

portable-format-json = JSON
portable-format-csv = CSV
portable-format-xml = XML

erasure-ground-no_longer_needed = the data are no longer necessary for the purposes for which they were collected or otherwise processed (Article 17(1)(a))
erasure-ground-consent_withdrawn = consent has been withdrawn and there is no other legal ground for the processing (Article 17(1)(b))
erasure-ground-objection = the data subject objects to the processing under Article 21 (Article 17(1)(c))
erasure-ground-unlawful = the data have been processed unlawfully (Article 17(1)(d))
erasure-ground-legal_obligation = the data have to be erased for compliance with a legal obligation (Article 17(1)(e))
erasure-ground-child_service = the data were collected in relation to an information society service offered to a child (Article 17(1)(f))

restriction-ground-accuracy_contested = the accuracy of the data is contested, for the time needed to verify it (Article 18(1)(a))
restriction-ground-unlawful = the processing is unlawful and the data subject asks for restriction instead of erasure (Article 18(1)(b))
restriction-ground-needed_for_claims = the controller no longer needs the data, but the data subject needs them for legal claims (Article 18(1)(c))
restriction-ground-objection_pending = an objection under Article 21(1) is pending (Article 18(1)(d))

decision-wish-human_review = that a human being reviews the decision
decision-wish-express_view = that the data subject’s point of view is heard
decision-wish-contest = that the decision, which is contested, is reconsidered

identity-name = Name
identity-email = E-mail address
identity-birth_date = Date of birth
identity-address = Postal address
identity-phone = Telephone number
identity-customer_number = Customer number
identity-other = Other particulars

right-access = right of access
right-rectification = right to rectification
right-erasure = right to erasure
right-restriction = right to restriction of processing
right-portability = right to data portability
right-objection = right to object
right-automated_decision = right not to be subject to automated decisions

letter-reference = Our reference
letter-mandate = Mandate
letter-verification = To be verified at
# %1 is the number of the page, %2 that of the last.
letter-page = Page %1 of %2
# %1 is what something is, %2 its value.
letter-line = %1: %2
letter-details = Details of this letter
mandate-of = { $id } of { DATE($day) }
