//! What the law misses in a response. Whether it comes in time is for the request's clock to say.

use jiff::civil::Date;

use super::{
    AnswerFormat, AskedElement, Context, DirectTransfer, FeeGround, OtherControllersTold, RecipientsTold,
    RefusalGround, Response, Withheld,
};
use crate::domain::ask::{AccessFormat, AccessItem, Ask, ObjectionAgainst};
use crate::domain::finding::{Finding, FindingCode};
use crate::domain::right::Right;

impl Response {
    /// The infringement points in the message itself, as findings of a day.
    pub fn findings(&self, context: Context<'_>, on: Date) -> Vec<Finding> {
        self.defects(context).into_iter().map(|code| Finding::new(code, on)).collect()
    }

    /// The infringement points in the message itself.
    pub fn defects(&self, context: Context<'_>) -> Vec<FindingCode> {
        let right = context.ask.right();
        let mut found = Vec::new();
        match self {
            Self::Full {
                provided,
                format,
                recipients_told,
                other_controllers_told,
                direct_transfer,
                heavily_redacted,
                ..
            } => {
                content(context.ask, provided, &[], *format, *recipients_told, &mut found);
                onward(context.ask, *other_controllers_told, *direct_transfer, &mut found);
                if *heavily_redacted {
                    found.push(FindingCode::RedactionCalledFull);
                }
            }
            Self::Partial {
                provided,
                withheld,
                format,
                recipients_told,
                other_controllers_told,
                direct_transfer,
                mentions_complaint,
                mentions_court_remedy,
                ..
            } => {
                content(context.ask, provided, withheld, *format, *recipients_told, &mut found);
                onward(context.ask, *other_controllers_told, *direct_transfer, &mut found);
                // What is not named cannot be reasoned either.
                let reasoned = !withheld.is_empty() && withheld.iter().all(|part| is_said(&part.reasons));
                remedies(reasoned, *mentions_complaint, *mentions_court_remedy, &mut found);
                if withheld.iter().any(|part| is_abuse(part.ground) && !is_said(&part.reasons)) {
                    found.push(FindingCode::AbuseNotShown);
                }
                if withheld.iter().any(|part| !can_limit(part.ground, right)) {
                    found.push(FindingCode::GroundNotAvailable);
                }
            }
            Self::Refused { ground, reasons, mentions_complaint, mentions_court_remedy, .. } => {
                remedies(is_said(reasons), *mentions_complaint, *mentions_court_remedy, &mut found);
                ground_of_refusal(context.ask, *ground, is_said(reasons), &mut found);
            }
            Self::CannotIdentify { demonstration, .. } => {
                if !is_said(demonstration) {
                    found.push(FindingCode::IdentificationNotDemonstrated);
                }
            }
            Self::FeeDemand { ground, may_withdraw, reasons, .. } => {
                fee(right, *ground, is_said(reasons), *may_withdraw, &mut found);
            }
            Self::IdentityQuestion { asks_for, doubts, .. } => {
                let intrusive = asks_for.iter().any(|element| element.is_intrusive());
                let proof_of_mandate = asks_for.contains(&AskedElement::MandateProof);
                let needless = context.identity_verified || !is_said(doubts);
                if intrusive && needless || proof_of_mandate && asks_for.len() == 1 {
                    found.push(FindingCode::DisproportionateIdentityDemand);
                }
            }
            Self::ScopeQuestion { large_quantity, .. } => {
                if right != Right::Access || !large_quantity {
                    found.push(FindingCode::ScopeQuestionWithoutNeed);
                }
            }
            Self::NoData { .. }
            | Self::Redirected { .. }
            | Self::Extension { .. }
            | Self::Acknowledgement { .. }
            | Self::Other { .. } => {}
        }
        found
    }
}

/// Whether a text says anything.
pub fn is_said(text: &Option<String>) -> bool {
    text.as_ref().is_some_and(|text| !text.trim().is_empty())
}

/// What an answer that gives something must give.
fn content(
    ask: &Ask,
    provided: &[AccessItem],
    withheld: &[Withheld],
    format: Option<AnswerFormat>,
    recipients_told: Option<RecipientsTold>,
    found: &mut Vec<FindingCode>,
) {
    if let Ask::Access { items, format: wanted, copy } = ask {
        // A controller that lists what it gives can be held to the list; what it withholds it has named.
        let is_held = !provided.is_empty() && withheld.is_empty();
        if is_held && !asked(items).iter().all(|item| is_covered(*item, provided)) {
            found.push(FindingCode::ItemsMissing);
        }
        if is_held && *copy && !provided.contains(&AccessItem::Data) {
            found.push(FindingCode::CopyMissing);
        }
        let is_electronic = matches!(wanted, Some(AccessFormat::Electronic | AccessFormat::MachineReadable));
        if is_electronic && format == Some(AnswerFormat::Paper) {
            found.push(FindingCode::PaperInsteadOfElectronic);
        }
    }
    if ask.right() == Right::Portability && format.is_some_and(AnswerFormat::is_not_portable) {
        found.push(FindingCode::FormatNotPortable);
    }
    if ask.right().binds_recipients() && recipients_told == Some(RecipientsTold::NotTold) {
        found.push(FindingCode::RecipientsNotTold);
    }
}

/// What is owed towards other controllers: those that process data which had been made public (17(2)), and the one that should
/// receive the data directly (20(2)). Only a controller that says so itself is held to it.
fn onward(
    ask: &Ask,
    told: Option<OtherControllersTold>,
    transfer: Option<DirectTransfer>,
    found: &mut Vec<FindingCode>,
) {
    match ask {
        Ask::Erasure { .. } if told == Some(OtherControllersTold::NotTold) => {
            found.push(FindingCode::PublicDataNotFollowed);
        }
        Ask::Portability { direct_transfer_to: Some(_), .. } if transfer == Some(DirectTransfer::Refused) => {
            found.push(FindingCode::DirectTransferRefused);
        }
        _ => {}
    }
}

/// The items that were asked for; all when none is named, recipients by name only when that was asked.
fn asked(items: &[AccessItem]) -> Vec<AccessItem> {
    if !items.is_empty() {
        return items.to_vec();
    }
    AccessItem::ALL.iter().copied().filter(|item| *item != AccessItem::NamedRecipients).collect()
}

fn is_covered(item: AccessItem, provided: &[AccessItem]) -> bool {
    match item {
        // Whoever gives data has confirmed that there are some.
        AccessItem::Confirmation => true,
        AccessItem::Recipients => {
            provided.contains(&AccessItem::Recipients) || provided.contains(&AccessItem::NamedRecipients)
        }
        item => provided.contains(&item),
    }
}

fn remedies(reasoned: bool, complaint: bool, court: bool, found: &mut Vec<FindingCode>) {
    for (said, code) in [
        (reasoned, FindingCode::NoReasons),
        (complaint, FindingCode::NoComplaintInformation),
        (court, FindingCode::NoCourtInformation),
    ] {
        if !said {
            found.push(code);
        }
    }
}

/// What is wrong with the ground of a refusal, beyond that it has to be told.
fn ground_of_refusal(ask: &Ask, ground: RefusalGround, reasoned: bool, found: &mut Vec<FindingCode>) {
    if is_abuse(ground) && !reasoned {
        found.push(FindingCode::AbuseNotShown);
    }
    if is_absolute(ask) {
        found.push(FindingCode::AbsoluteRightRefused);
    } else if !can_refuse(ground, ask.right()) {
        found.push(FindingCode::GroundNotAvailable);
    } else if is_safeguarded(ground) {
        found.push(FindingCode::SafeguardsRefused);
    }
}

/// What is wrong with the demand for a fee.
fn fee(right: Right, ground: FeeGround, reasoned: bool, may_withdraw: Option<bool>, found: &mut Vec<FindingCode>) {
    // Only access gives copies, and only a further one may be charged for without more.
    if ground != FeeGround::FurtherCopy || right != Right::Access {
        found.push(FindingCode::FeeDemanded);
        let is_abuse = matches!(ground, FeeGround::ManifestlyUnfounded | FeeGround::Excessive);
        if !is_abuse || !reasoned {
            found.push(FindingCode::FeeWithoutReasons);
        }
    }
    if may_withdraw == Some(false) {
        found.push(FindingCode::FeeWithoutWarning);
    }
}

/// Whether a ground says that the request is an abuse, of which the burden is on the controller.
const fn is_abuse(ground: RefusalGround) -> bool {
    matches!(ground, RefusalGround::ManifestlyUnfounded | RefusalGround::Excessive)
}

/// Whether a ground allows an automated decision, but only with the safeguards that are asked for (Article 22(3)).
const fn is_safeguarded(ground: RefusalGround) -> bool {
    matches!(ground, RefusalGround::NecessaryForContract | RefusalGround::ExplicitConsent)
}

/// Objecting to marketing needs no ground and can be refused on none (Article 21(2) and (3)).
fn is_absolute(ask: &Ask) -> bool {
    matches!(ask, Ask::Objection { against: ObjectionAgainst::Marketing, .. })
}

/// Whether a ground can refuse a right as a whole (the table of rule section 3).
fn can_refuse(ground: RefusalGround, right: Right) -> bool {
    use RefusalGround as G;
    match ground {
        G::ManifestlyUnfounded | G::Excessive | G::LegalRestriction | G::MandateNotAccepted | G::Other => true,
        // Rights of others limit the copy, never access as such (15(4)).
        G::RightsOfOthers | G::PublicTask => right == Right::Portability,
        G::DataAccurate => right == Right::Rectification,
        G::FreedomOfExpression | G::LegalObligation | G::PublicHealth => right == Right::Erasure,
        G::ArchivingOrResearch | G::LegalClaims => matches!(right, Right::Erasure | Right::Objection),
        G::CompellingGrounds => right == Right::Objection,
        G::ConditionsNotMet => !matches!(right, Right::Access | Right::Rectification),
        G::NecessaryForContract | G::AuthorisedByLaw | G::ExplicitConsent => right == Right::AutomatedDecision,
    }
}

/// Whether a ground can limit what is given.
fn can_limit(ground: RefusalGround, right: Right) -> bool {
    can_refuse(ground, right) || ground == RefusalGround::RightsOfOthers && right == Right::Access
}
