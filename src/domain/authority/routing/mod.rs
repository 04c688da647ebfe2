//! Which authorities a complaint may go to, with reasons, and which of them presumably leads (C-1).
//!
//! A person may complain where they live, work, or where the infringement took place; the authority of the controller's state is
//! added when none of these lies under the same law. Within Germany and Spain the authority follows from the controller (N-DE,
//! N-ES; [`national`]). The United Kingdom and Switzerland are legal orders of their own. What is not known is named as missing
//! and never guessed; where nothing at all follows, that is a problem.

mod national;
mod reason;

pub use crate::domain::legal_order::LegalOrder;
pub use reason::{Reason, ReasonKind};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Directory;
use crate::domain::code::Code;
use crate::domain::place::Place;
use crate::domain::problem::{FieldProblem, Problem};
use national::Candidate;

text_enum! {
    /// What kind of body a controller is, as far as it decides which authority supervises it.
    pub enum Sector {
        /// A private controller.
        Private = "private",
        /// A public body of a Land, a region, a canton or a commune.
        Public = "public",
        /// A public body of the federation or the central state.
        Federal = "federal",
        /// A provider of telecommunications, for those services.
        Telecoms = "telecoms",
        /// A provider of postal services, for those services.
        Postal = "postal",
        /// A church or religious association.
        Church = "church",
        /// A public broadcaster.
        Broadcaster = "broadcaster",
    }
}

text_enum! {
    /// How sure it is that an authority may take the complaint up.
    pub enum Competence {
        /// It is competent by what is known.
        Competent = "competent",
        /// It may be competent, or passes the complaint on to whoever is.
        Possible = "possible",
    }
}

text_enum! {
    /// What would make the proposals surer.
    pub enum MissingFact {
        /// In which subdivision the person lives.
        ResidenceSubdivision = "residence_subdivision",
        /// In which subdivision the person works.
        WorkSubdivision = "work_subdivision",
        /// In which subdivision the infringement took place.
        InfringementSubdivision = "infringement_subdivision",
        /// In which subdivision the controller is established.
        ControllerSubdivision = "controller_subdivision",
        /// What kind of body the controller is.
        ControllerSector = "controller_sector",
    }
}

text_enum! {
    /// Why no lead authority is presumed.
    pub enum NoLead {
        /// The controller's main establishment is not known.
        EstablishmentUnknown = "establishment_unknown",
        /// The controller has its main establishment outside of the European Economic Area.
        OutsideEea = "outside_eea",
        /// The controller is a public body, which its own authority alone supervises (Article 55(2)).
        PublicBody = "public_body",
        /// The controller is supervised by an authority of its own kind.
        SpecialSupervision = "special_supervision",
        /// Person and controller are in the same state, as far as is known.
        NotCrossBorder = "not_cross_border",
        /// The authority at the main establishment does not follow from what is known.
        Unclear = "unclear",
    }
}

/// Where a controller is established, and what kind of body it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Establishment {
    /// Its main establishment; in Germany and Spain with the subdivision, which decides there.
    pub place: Place,
    /// What kind of body it is; in Germany it decides which authority is competent.
    pub sector: Option<Sector>,
}

/// What is known for choosing an authority.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// Where the person lives.
    pub residence: Option<Place>,
    /// Where the person works.
    pub work: Option<Place>,
    /// Where the infringement took place.
    pub infringement: Option<Place>,
    /// The controller.
    pub controller: Option<Establishment>,
}

/// An authority that is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its id.
    pub authority: String,
    /// The law under which it would act.
    pub order: LegalOrder,
    /// How sure it is.
    pub competence: Competence,
    /// Why it is proposed.
    pub reasons: Vec<Reason>,
}

/// What follows from a situation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Routing {
    /// The authorities, competent ones first; never empty.
    pub proposals: Vec<Proposal>,
    /// The presumed lead authority of a cross-border case (Article 56).
    pub lead: Option<Proposal>,
    /// Why there is none.
    pub no_lead: Option<NoLead>,
    /// What would make the proposals surer.
    pub missing: Vec<MissingFact>,
}

impl Situation {
    /// The person's places, each with what it is.
    fn places(&self) -> impl Iterator<Item = (ReasonKind, Place)> {
        let named = [
            (ReasonKind::Residence, self.residence),
            (ReasonKind::Work, self.work),
            (ReasonKind::Infringement, self.infringement),
        ];
        named.into_iter().filter_map(|(kind, place)| Some((kind, place?)))
    }
}

impl MissingFact {
    /// Where the answer belongs in a [`Situation`].
    pub const fn pointer(self) -> &'static str {
        match self {
            Self::ResidenceSubdivision => "/residence",
            Self::WorkSubdivision => "/work",
            Self::InfringementSubdivision => "/infringement",
            Self::ControllerSubdivision => "/controller/place",
            Self::ControllerSector => "/controller/sector",
        }
    }

    const fn of_place(kind: ReasonKind) -> Self {
        match kind {
            ReasonKind::Residence => Self::ResidenceSubdivision,
            ReasonKind::Work => Self::WorkSubdivision,
            ReasonKind::Infringement => Self::InfringementSubdivision,
            _ => Self::ControllerSubdivision,
        }
    }
}

/// Proposes the authorities for a complaint (C-1).
///
/// # Errors
/// `authority_unknown` when no authority follows from what is known, with the fields that would help.
pub fn propose(situation: &Situation, directory: &Directory) -> Result<Routing, Problem> {
    let mut found = Found::default();
    for (kind, place) in situation.places() {
        found.add(kind, place, situation, directory);
    }
    if let Some(controller) = situation.controller {
        let order = LegalOrder::of(controller.place);
        if !situation.places().any(|(_, place)| LegalOrder::of(place) == order) {
            found.add(ReasonKind::Establishment, controller.place, situation, directory);
        }
    }
    let (lead, no_lead) = match lead(situation, directory, &mut found.missing) {
        Ok(lead) => (Some(lead), None),
        Err(why) => (None, Some(why)),
    };
    let Found { mut proposals, mut missing } = found;
    missing.sort_unstable();
    missing.dedup();
    if proposals.is_empty() {
        return Err(unknown(&missing));
    }
    proposals.sort_by_key(|proposal| proposal.competence);
    Ok(Routing { proposals, lead, no_lead, missing })
}

#[derive(Default)]
struct Found {
    proposals: Vec<Proposal>,
    missing: Vec<MissingFact>,
}

impl Found {
    /// Adds the authorities that one place leads to. One that another place has led to already gets a further reason.
    fn add(&mut self, kind: ReasonKind, place: Place, situation: &Situation, directory: &Directory) {
        let Some(order) = LegalOrder::of(place) else { return };
        let candidates = national::at(place, MissingFact::of_place(kind), situation, directory, &mut self.missing);
        for candidate in candidates {
            let proposal = proposal(order, kind, place, candidate);
            let known = self.proposals.iter_mut().find(|known| known.authority == proposal.authority);
            match known {
                None => self.proposals.push(proposal),
                Some(known) => {
                    known.competence = known.competence.min(proposal.competence);
                    for reason in proposal.reasons {
                        if !known.reasons.contains(&reason) {
                            known.reasons.push(reason);
                        }
                    }
                }
            }
        }
    }
}

fn proposal(order: LegalOrder, kind: ReasonKind, place: Place, candidate: Candidate<'_>) -> Proposal {
    let Candidate { authority, competence, why } = candidate;
    let mut reasons = vec![Reason { kind, place, order }];
    reasons.extend(why.map(|(kind, place)| Reason { kind, place, order }));
    if order != LegalOrder::Gdpr {
        reasons.push(Reason { kind: ReasonKind::OwnLegalOrder, place: authority.country, order });
    }
    Proposal { authority: authority.id.clone(), order, competence, reasons }
}

/// The presumed lead authority: that of the main establishment, when the case crosses a border (Article 56(1)).
fn lead(situation: &Situation, directory: &Directory, missing: &mut Vec<MissingFact>) -> Result<Proposal, NoLead> {
    let controller = situation.controller.ok_or(NoLead::EstablishmentUnknown)?;
    let home = controller.place;
    if !home.is_in_eea() {
        return Err(NoLead::OutsideEea);
    }
    match controller.sector {
        Some(Sector::Public | Sector::Federal) => return Err(NoLead::PublicBody),
        Some(Sector::Church | Sector::Broadcaster) => return Err(NoLead::SpecialSupervision),
        _ => {}
    }
    let abroad = |place: Place| place.is_in_eea() && place.country() != home.country();
    if !situation.places().any(|(_, place)| abroad(place)) {
        return Err(NoLead::NotCrossBorder);
    }
    let candidates = national::at(home, MissingFact::ControllerSubdivision, situation, directory, missing);
    let mut candidates = candidates.into_iter();
    match (candidates.next(), candidates.next()) {
        (Some(only), None) => Ok(proposal(LegalOrder::Gdpr, ReasonKind::MainEstablishment, home, only)),
        _ => Err(NoLead::Unclear),
    }
}

fn unknown(missing: &[MissingFact]) -> Problem {
    let field = |missing: &MissingFact| FieldProblem {
        pointer: missing.pointer().to_owned(),
        code: Code::AuthorityUnknown,
        message: match missing {
            MissingFact::ControllerSector => "Say what kind of body the controller is.".to_owned(),
            _ => "Name the subdivision too, such as `DE-BY`: it decides which authority is competent.".to_owned(),
        },
    };
    let detail = match missing {
        [] => "None of the places lies where a supervisory authority is kept.",
        _ => "What is known leaves it open which authority is competent.",
    };
    Problem { fields: missing.iter().map(field).collect(), ..Problem::with_detail(Code::AuthorityUnknown, detail) }
}

#[cfg(test)]
mod tests;
