//! Which authorities of one state are competent: by place, and in Germany, Spain and Switzerland by what the controller is.

use super::{Competence, Directory, MissingFact, ReasonKind, Sector, Situation};
use crate::domain::authority::{Authority, BodyKind};
use crate::domain::place::Place;

/// An authority that may be competent, and the national rule behind it with the place that it rests on.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'d> {
    pub authority: &'d Authority,
    pub competence: Competence,
    pub why: Option<(ReasonKind, Place)>,
}

/// The authorities at a place. `without` is what to name as missing when the subdivision of the place would decide.
pub fn at<'d>(
    place: Place,
    without: MissingFact,
    situation: &Situation,
    directory: &'d Directory,
    missing: &mut Vec<MissingFact>,
) -> Vec<Candidate<'d>> {
    let mut state = State { place, situation, directory, missing, found: Vec::new() };
    match place.country() {
        "DE" => state.germany(without),
        "ES" => state.spain(),
        "CH" => state.switzerland(),
        _ => state.take(place, BodyKind::National, Competence::Competent, None),
    }
    state.found
}

struct State<'d, 's> {
    place: Place,
    situation: &'s Situation,
    directory: &'d Directory,
    missing: &'s mut Vec<MissingFact>,
    found: Vec<Candidate<'d>>,
}

impl State<'_, '_> {
    /// Takes the authorities of a kind at a place, once each.
    fn take(&mut self, place: Place, kind: BodyKind, competence: Competence, why: Option<ReasonKind>) {
        for authority in self.directory.of_kind(place, kind) {
            if !self.found.iter().any(|known| known.authority.id == authority.id) {
                self.found.push(Candidate { authority, competence, why: why.map(|kind| (kind, place)) });
            }
        }
    }

    /// The controller's place and sector, when it is established in this state.
    fn controller_here(&self) -> Option<(Place, Option<Sector>)> {
        let controller = self.situation.controller.filter(|one| one.place.country() == self.place.country())?;
        Some((controller.place, controller.sector))
    }

    /// N-DE. A controller established in Germany leads to its authority; that of the Land where the person is takes a complaint
    /// about a private one too, and passes it on. Where the controller is elsewhere, the Land of the place decides.
    fn germany(&mut self, without: MissingFact) {
        let Some((seat, sector)) = self.controller_here() else {
            let sector = self.situation.controller.and_then(|controller| controller.sector);
            return match sector {
                // From abroad, a controller that is no body of the state is supervised like any private one.
                Some(Sector::Public | Sector::Federal) | None => {
                    self.land(self.place, None, Competence::Competent, None, without)
                }
                Some(_) => {
                    self.land(self.place, Some(BodyKind::LandPrivateSector), Competence::Competent, None, without)
                }
            };
        };
        let of_seat = MissingFact::ControllerSubdivision;
        let (private, public) = (Some(BodyKind::LandPrivateSector), Some(BodyKind::LandPublicSector));
        match sector {
            Some(Sector::Private) => {
                self.land(seat, private, Competence::Competent, Some(ReasonKind::PrivateController), of_seat);
                if self.place.subdivision().is_some() {
                    self.land(self.place, private, Competence::Possible, Some(ReasonKind::PassesOn), without);
                }
            }
            Some(Sector::Public) => {
                self.land(seat, public, Competence::Competent, Some(ReasonKind::PublicBody), of_seat);
            }
            Some(Sector::Federal) => self.federal(ReasonKind::FederalBody),
            Some(Sector::Telecoms) => self.federal(ReasonKind::Telecoms),
            Some(Sector::Postal) => self.federal(ReasonKind::Postal),
            Some(Sector::Church) => {
                self.special(seat, BodyKind::Church, ReasonKind::Church);
                self.land(seat, private, Competence::Possible, Some(ReasonKind::Church), of_seat);
            }
            Some(Sector::Broadcaster) => {
                self.special(seat, BodyKind::Broadcaster, ReasonKind::Broadcaster);
                self.land(seat, public, Competence::Possible, Some(ReasonKind::Broadcaster), of_seat);
            }
            None => {
                self.missing.push(MissingFact::ControllerSector);
                self.land(seat, None, Competence::Possible, Some(ReasonKind::SectorUnknown), of_seat);
            }
        }
    }

    fn federal(&mut self, why: ReasonKind) {
        self.take(self.place.without_subdivision(), BodyKind::Federal, Competence::Competent, Some(why));
    }

    /// Authorities of churches or broadcasters: those of the Land, or without a Land those that are not limited to one.
    fn special(&mut self, seat: Place, kind: BodyKind, why: ReasonKind) {
        self.take(seat, kind, Competence::Possible, Some(why));
        if seat.subdivision().is_none() {
            self.found.retain(|one| one.authority.kind != kind || one.authority.regions.is_empty());
        }
    }

    /// The authority of a Land. Where the Land has two, `half` says which; when even that is not known, both are possible.
    fn land(
        &mut self,
        place: Place,
        half: Option<BodyKind>,
        competence: Competence,
        why: Option<ReasonKind>,
        without: MissingFact,
    ) {
        if place.subdivision().is_none() {
            self.missing.push(without);
            return;
        }
        self.take(place, BodyKind::Land, competence, why);
        match half {
            Some(half) => self.take(place, half, competence, why),
            None if self.directory.of_kind(place, BodyKind::Land).is_empty() => {
                self.missing.push(MissingFact::ControllerSector);
                for half in [BodyKind::LandPrivateSector, BodyKind::LandPublicSector] {
                    self.take(place, half, Competence::Possible, Some(ReasonKind::SectorUnknown));
                }
            }
            None => {}
        }
    }

    /// N-ES. Public bodies of a region that has an authority are supervised by it, as far as the law of the region goes.
    fn spain(&mut self) {
        let national = |state: &mut Self, competence, why| {
            state.take(state.place.without_subdivision(), BodyKind::National, competence, why);
        };
        let Some((seat, sector)) =
            self.controller_here().filter(|(_, sector)| matches!(sector, Some(Sector::Public) | None))
        else {
            return national(self, Competence::Competent, None);
        };
        let regional = self.directory.of_kind(seat, BodyKind::RegionalPublicSector);
        if seat.subdivision().is_some() && regional.is_empty() {
            return national(self, Competence::Competent, None);
        }
        if seat.subdivision().is_none() {
            self.missing.push(MissingFact::ControllerSubdivision);
        }
        match sector {
            Some(_) if seat.subdivision().is_some() => {
                self.take(
                    seat,
                    BodyKind::RegionalPublicSector,
                    Competence::Competent,
                    Some(ReasonKind::RegionalPublicBody),
                );
                national(self, Competence::Possible, Some(ReasonKind::BesideRegion));
            }
            Some(_) => national(self, Competence::Possible, Some(ReasonKind::BesideRegion)),
            None => {
                self.missing.push(MissingFact::ControllerSector);
                national(self, Competence::Possible, Some(ReasonKind::BesideRegion));
                if seat.subdivision().is_some() {
                    self.take(
                        seat,
                        BodyKind::RegionalPublicSector,
                        Competence::Possible,
                        Some(ReasonKind::RegionalPublicBody),
                    );
                }
            }
        }
    }

    /// The federal commissioner supervises private controllers and federal bodies; bodies of cantons and communes have others.
    fn switzerland(&mut self) {
        let (competence, why) = match self.controller_here() {
            Some((_, Some(Sector::Public))) => (Competence::Possible, Some(ReasonKind::CantonalBody)),
            Some((_, None)) => {
                self.missing.push(MissingFact::ControllerSector);
                (Competence::Possible, Some(ReasonKind::CantonalBody))
            }
            _ => (Competence::Competent, None),
        };
        self.take(self.place.without_subdivision(), BodyKind::National, competence, why);
    }
}
