use proptest::prelude::*;

use super::{Competence, Establishment, MissingFact, NoLead, ReasonKind, Routing, Sector, Situation, propose};
use crate::domain::authority::Directory;
use crate::domain::code::Code;
use crate::domain::place::{EEA, Place};

fn place(text: &str) -> Place {
    text.parse().unwrap()
}

fn living(residence: &str) -> Situation {
    Situation { residence: Some(place(residence)), ..Situation::default() }
}

fn against(mut situation: Situation, seat: &str, sector: Option<Sector>) -> Situation {
    situation.controller = Some(Establishment { place: place(seat), sector });
    situation
}

fn route(situation: &Situation) -> Routing {
    propose(situation, &Directory::bundled()).unwrap()
}

/// Ids, with `?` behind those that are only possible.
fn ids(routing: &Routing) -> Vec<String> {
    let told = |competence| if competence == Competence::Possible { "?" } else { "" };
    routing.proposals.iter().map(|one| format!("{}{}", one.authority, told(one.competence))).collect()
}

fn lead(routing: &Routing) -> Result<&str, NoLead> {
    routing.lead.as_ref().map(|lead| lead.authority.as_str()).ok_or_else(|| routing.no_lead.expect("why there is none"))
}

#[test]
fn three_places_lead_to_three_authorities_and_equal_ones_to_one() {
    let mut situation = Situation {
        residence: Some(place("FR-67")),
        work: Some(place("DE-BW")),
        infringement: Some(place("LU")),
        controller: None,
    };
    let routing = route(&situation);
    assert_eq!(ids(&routing), ["fr-cnil", "de-bw-lfdi", "lu-cnpd"], "in the order of Article 77");
    assert_eq!(lead(&routing), Err(NoLead::EstablishmentUnknown));
    situation.work = situation.residence;
    situation.infringement = Some(place("FR"));
    let routing = route(&situation);
    assert_eq!(ids(&routing), ["fr-cnil"]);
    let kinds: Vec<_> = routing.proposals[0].reasons.iter().map(|reason| reason.kind).collect();
    assert_eq!(kinds, [ReasonKind::Residence, ReasonKind::Work, ReasonKind::Infringement]);
}

#[test]
fn the_main_establishment_gives_the_presumed_lead_authority() {
    use Sector::{Broadcaster, Federal, Private, Public, Telecoms};
    for (residence, seat, sector, expected) in [
        ("FR", "IE", Some(Private), Ok("ie-dpc")),
        ("FR", "IE", None, Ok("ie-dpc")),
        ("FR", "DE-BY", Some(Private), Ok("de-by-baylda")),
        ("FR", "DE-HH", None, Ok("de-hh-hmbbfdi")),
        ("FR", "DE", Some(Telecoms), Ok("de-bfdi")),
        ("FR", "DE", Some(Private), Err(NoLead::Unclear)),
        ("FR", "DE-BY", None, Err(NoLead::Unclear)),
        ("FR", "ES-CT", Some(Private), Ok("es-aepd")),
        ("FR", "FR", Some(Private), Err(NoLead::NotCrossBorder)),
        ("FR", "IE", Some(Public), Err(NoLead::PublicBody)),
        ("FR", "IE", Some(Federal), Err(NoLead::PublicBody)),
        ("FR", "DE-BY", Some(Broadcaster), Err(NoLead::SpecialSupervision)),
        ("FR", "US", Some(Private), Err(NoLead::OutsideEea)),
        ("FR", "GB", None, Err(NoLead::OutsideEea)),
        ("US", "FR", None, Err(NoLead::NotCrossBorder)),
    ] {
        let routing = route(&against(living(residence), seat, sector));
        assert_eq!(lead(&routing), expected, "{residence} {seat} {sector:?}");
        if let Some(lead) = &routing.lead {
            assert_eq!(lead.reasons[0].kind, ReasonKind::MainEstablishment);
        }
    }
    let routing = route(&against(living("FR"), "DE-BY", None));
    assert_eq!(routing.missing, [MissingFact::ControllerSector], "what would make it clear");
}

/// N-DE.
#[test]
fn within_germany_the_controller_decides() {
    use Sector::{Broadcaster, Church, Federal, Postal, Private, Public, Telecoms};
    let cases: [(&str, &str, Option<Sector>, &[&str]); 18] = [
        ("DE", "DE-HH", Some(Private), &["de-hh-hmbbfdi"]),
        ("DE-BE", "DE-HH", Some(Private), &["de-hh-hmbbfdi", "de-be-blnbdi?"]),
        ("DE-BE", "DE", Some(Private), &["de-be-blnbdi?"]),
        ("DE-BY", "DE-BY", Some(Private), &["de-by-baylda"]),
        ("DE-BY", "DE-BY", Some(Public), &["de-by-baylfd"]),
        ("DE-BY", "DE-BY", None, &["de-by-baylda?", "de-by-baylfd?"]),
        ("DE-BE", "DE-HE", Some(Public), &["de-he-hbdi"]),
        ("DE-BE", "DE-HE", None, &["de-he-hbdi?"]),
        ("DE", "DE", Some(Federal), &["de-bfdi"]),
        ("DE-BE", "DE-NW", Some(Telecoms), &["de-bfdi"]),
        ("DE-BE", "DE-NW", Some(Postal), &["de-bfdi"]),
        ("DE-BY", "DE-BY", Some(Church), &["de-catholic-bavaria?", "de-ekd?", "de-by-baylda?"]),
        ("DE", "DE", Some(Church), &["de-ekd?"]),
        ("DE-BY", "DE-BY", Some(Broadcaster), &["de-deutsche-welle?", "de-rundfunk?", "de-by-baylfd?"]),
        ("DE-BY", "IE", Some(Private), &["de-by-baylda"]),
        ("DE-BY", "IE", None, &["de-by-baylda?", "de-by-baylfd?"]),
        ("DE-SN", "IE", None, &["de-sn-sdtb"]),
        ("DE-MV", "DE-MV", Some(Church), &["de-catholic-east?", "de-catholic-north?", "de-ekd?", "de-mv-lfdi?"]),
    ];
    for (residence, seat, sector, expected) in cases {
        let routing = route(&against(living(residence), seat, sector));
        assert_eq!(ids(&routing), expected, "{residence} {seat} {sector:?}");
    }
    let routing = route(&against(living("DE-BE"), "DE-HH", Some(Private)));
    let why: Vec<_> = routing.proposals.iter().map(|one| one.reasons.last().expect("a reason").kind).collect();
    assert_eq!(why, [ReasonKind::PrivateController, ReasonKind::PassesOn]);
    assert_eq!(route(&against(living("DE-BE"), "DE", Some(Private))).missing, [MissingFact::ControllerSubdivision]);
}

/// N-ES.
#[test]
fn regions_of_spain_supervise_their_public_bodies() {
    let cases: [(&str, Option<Sector>, &[&str]); 8] = [
        ("ES-CT", Some(Sector::Public), &["es-ct-apdcat", "es-aepd?"]),
        ("ES-PV", Some(Sector::Public), &["es-pv-avpd", "es-aepd?"]),
        ("ES-AN", Some(Sector::Public), &["es-an-ctpda", "es-aepd?"]),
        ("ES-MD", Some(Sector::Public), &["es-aepd"]),
        ("ES", Some(Sector::Public), &["es-aepd?"]),
        ("ES-CT", Some(Sector::Private), &["es-aepd"]),
        ("ES-CT", None, &["es-aepd?", "es-ct-apdcat?"]),
        ("FR", None, &["es-aepd"]),
    ];
    for (seat, sector, expected) in cases {
        assert_eq!(ids(&route(&against(living("ES"), seat, sector))), expected, "{seat} {sector:?}");
    }
    assert_eq!(ids(&route(&living("ES-CT"))), ["es-aepd"]);
}

#[test]
fn the_united_kingdom_and_switzerland_are_orders_of_their_own() {
    let routing = route(&against(living("GB-SCT"), "FR", None));
    assert_eq!(ids(&routing), ["gb-ico", "fr-cnil"], "the law of the controller's state holds beside");
    let kinds: Vec<_> = routing.proposals[0].reasons.iter().map(|reason| reason.kind).collect();
    assert_eq!(kinds, [ReasonKind::Residence, ReasonKind::OwnLegalOrder]);
    assert_eq!(routing.proposals[1].reasons[0].kind, ReasonKind::Establishment);
    assert_eq!(lead(&routing), Err(NoLead::NotCrossBorder));
    assert_eq!(ids(&route(&against(living("FR"), "GB", None))), ["fr-cnil", "gb-ico"]);
    assert_eq!(ids(&route(&against(living("FR"), "IE", None))), ["fr-cnil"], "one law: no second authority");
    for (sector, expected) in [
        (Some(Sector::Private), "ch-edoeb"),
        (Some(Sector::Federal), "ch-edoeb"),
        (Some(Sector::Public), "ch-edoeb?"),
        (None, "ch-edoeb?"),
    ] {
        assert_eq!(ids(&route(&against(living("CH-ZH"), "CH-ZH", sector))), [expected], "{sector:?}");
    }
}

#[test]
fn what_is_unknown_is_a_problem_and_no_guess() {
    let refused = |situation: &Situation| {
        let problem = propose(situation, &Directory::bundled()).unwrap_err();
        assert_eq!(problem.code, Code::AuthorityUnknown);
        problem.fields.into_iter().map(|field| field.pointer).collect::<Vec<_>>()
    };
    let none: [&str; 0] = [];
    assert_eq!(refused(&Situation::default()), none);
    assert_eq!(refused(&living("US")), none);
    assert_eq!(refused(&against(living("US"), "BR", None)), none);
    assert_eq!(refused(&living("DE")), ["/residence"]);
    let mut everywhere = living("DE");
    everywhere.work = Some(place("DE"));
    assert_eq!(refused(&everywhere), ["/residence", "/work"]);
    assert_eq!(refused(&against(living("DE"), "DE", Some(Sector::Private))), ["/controller/place"]);
    assert_eq!(refused(&against(living("US"), "DE", None)), ["/controller/place", "/controller/sector"]);
}

#[test]
fn every_state_and_every_land_has_an_answer_that_is_certain() {
    for country in EEA.iter().chain(&["GB", "CH"]).filter(|country| **country != "DE") {
        let routing = route(&living(country));
        let [only] = &routing.proposals[..] else { panic!("{country}: {:?}", ids(&routing)) };
        assert_eq!(only.competence, Competence::Competent, "{country}");
        assert!(only.authority.starts_with(&country.to_lowercase()), "{country}: {}", only.authority);
        assert!(routing.missing.is_empty(), "{country}");
    }
    let lander: Vec<_> = Place::listed().into_iter().filter(|place| place.country() == "DE").collect();
    assert_eq!(lander.len(), 17, "the country and sixteen Länder");
    for land in lander.iter().filter_map(|place| place.subdivision()) {
        for sector in Sector::ALL {
            let routing = route(&against(living("FR"), &format!("DE-{land}"), Some(*sector)));
            assert_eq!(ids(&routing), ["fr-cnil"]);
            let here = route(&against(living("DE"), &format!("DE-{land}"), Some(*sector)));
            let special = matches!(sector, Sector::Church | Sector::Broadcaster);
            assert_eq!(here.proposals[0].competence == Competence::Competent, !special, "{land} {sector}");
            assert!(special || here.proposals.len() == 1, "{land} {sector}: {:?}", ids(&here));
            assert!(here.missing.is_empty(), "{land} {sector}");
        }
    }
}

fn any_place() -> impl Strategy<Value = Option<Place>> {
    proptest::option::of(proptest::sample::select(Place::listed()))
}

fn any_situation() -> impl Strategy<Value = Situation> {
    let sector = proptest::option::of(proptest::sample::select(Sector::ALL.to_vec()));
    let controller = (any_place(), sector).prop_map(|(place, sector)| Some(Establishment { place: place?, sector }));
    (any_place(), any_place(), any_place(), controller)
        .prop_map(|(residence, work, infringement, controller)| Situation { residence, work, infringement, controller })
}

proptest! {
    #[test]
    fn whatever_is_known_the_answer_is_whole(situation in any_situation()) {
        let directory = Directory::bundled();
        match propose(&situation, &directory) {
            Ok(routing) => {
                prop_assert!(!routing.proposals.is_empty());
                prop_assert!(routing.proposals.is_sorted_by_key(|one| one.competence));
                prop_assert_eq!(routing.lead.is_some(), routing.no_lead.is_none());
                for proposal in routing.proposals.iter().chain(&routing.lead) {
                    prop_assert!(directory.find(&proposal.authority).is_some_and(|one| one.is_active()));
                    prop_assert!(!proposal.reasons.is_empty());
                    prop_assert!(proposal.reasons.iter().all(|reason| reason.source().rule.contains('-')));
                }
                let mut once: Vec<_> = routing.proposals.iter().map(|one| &one.authority).collect();
                once.sort_unstable();
                once.dedup();
                prop_assert_eq!(once.len(), routing.proposals.len());
            }
            Err(problem) => {
                prop_assert_eq!(problem.code, Code::AuthorityUnknown);
                // Nothing is refused that names a state whose authority follows from the state alone.
                for place in [situation.residence, situation.work, situation.infringement].into_iter().flatten() {
                    prop_assert!(!place.is_in_eea() || place.country() == "DE");
                    prop_assert!(!["GB", "CH"].contains(&place.country()));
                }
            }
        }
    }

    #[test]
    fn knowing_more_places_never_takes_an_authority_away(situation in any_situation(), work in any_place()) {
        let directory = Directory::bundled();
        let less = Situation { work: None, controller: None, ..situation };
        let more = Situation { work, ..less };
        if let Ok(before) = propose(&less, &directory) {
            let after = propose(&more, &directory).unwrap();
            for proposal in before.proposals {
                prop_assert!(after.proposals.iter().any(|one| one.authority == proposal.authority));
            }
        }
    }
}
