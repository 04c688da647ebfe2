//! How the sample controller treats a request: a pure function of a seed and the request's id.

/// The ways in which controllers answer, good and bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Behaviour {
    /// Answers within the first month.
    AnswersInTime,
    /// Answers after the first month, without having said why.
    AnswersLate,
    /// Extends within the first month and with reasons, and answers within the extension.
    Extends,
    /// Refuses within the first month, with reasons and the remedies.
    RefusesWithReasons,
    /// Refuses within the first month, without a word why.
    RefusesWithoutReasons,
    /// Asks who the person is, and answers when told.
    AsksIdentity,
    /// Takes the request and never says a word.
    Silent,
}

impl Behaviour {
    /// Every behaviour, in the order in which [`Script::with_weights`] takes them.
    pub const ALL: [Self; 7] = [
        Self::AnswersInTime,
        Self::AnswersLate,
        Self::Extends,
        Self::RefusesWithReasons,
        Self::RefusesWithoutReasons,
        Self::AsksIdentity,
        Self::Silent,
    ];
}

/// What the controller says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// That the request has arrived.
    Acknowledge,
    /// That it needs up to two months more, and why.
    Extend,
    /// Who the person is, please.
    AskIdentity,
    /// All that was asked for.
    Answer,
    /// No, why, and where to complain.
    RefuseWithReasons,
    /// No.
    RefuseWithoutReasons,
}

/// From when the days of a step count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// From the day the request was received.
    Received,
    /// From the day the information asked for was supplied. Without it the step never comes.
    Informed,
}

/// One thing the controller will say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Step {
    /// From when its days count.
    pub from: When,
    /// How many days later.
    pub days: u16,
    /// What it says.
    pub act: Act,
}

/// The script of one sample controller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Script {
    seed: u64,
    weights: [u16; Behaviour::ALL.len()],
}

impl Script {
    /// A controller as controllers are: most answer in time, each other way is seen too.
    pub const fn new(seed: u64) -> Self {
        Self::with_weights(seed, [55, 8, 12, 6, 4, 5, 10])
    }

    /// A controller that treats every request alike.
    pub fn always(behaviour: Behaviour) -> Self {
        Self::with_weights(0, Behaviour::ALL.map(|other| u16::from(other == behaviour)))
    }

    /// A controller with these shares of the behaviours, in the order of [`Behaviour::ALL`]. All zero means silent.
    pub const fn with_weights(seed: u64, weights: [u16; Behaviour::ALL.len()]) -> Self {
        Self { seed, weights }
    }

    /// How it treats this request; the same whenever it is asked.
    pub fn behaviour(&self, request_id: &str) -> Behaviour {
        let total: u64 = self.weights.iter().map(|weight| u64::from(*weight)).sum();
        let Some(mut drawn) = self.draw(request_id, 0).checked_rem(total) else { return Behaviour::Silent };
        for (behaviour, weight) in Behaviour::ALL.into_iter().zip(self.weights) {
            match drawn.checked_sub(u64::from(weight)) {
                Some(rest) => drawn = rest,
                None => return behaviour,
            }
        }
        Behaviour::Silent
    }

    /// What it will say about this request, in order. The days keep clear of the end of the first month (28 to 31 days, and a
    /// few more for a weekend or holiday) and of the third, so that each behaviour is what its name says in any calendar.
    pub fn steps(&self, request_id: &str) -> Vec<Step> {
        let day = |round: u64, from: u16, to: u16| -> u16 {
            let span = u64::from(to - from) + 1;
            from + u16::try_from(self.draw(request_id, round) % span).unwrap_or(0)
        };
        let received = |days, act| Step { from: When::Received, days, act };
        match self.behaviour(request_id) {
            Behaviour::AnswersInTime => vec![received(day(1, 0, 25), Act::Answer)],
            Behaviour::AnswersLate => vec![received(day(1, 40, 85), Act::Answer)],
            Behaviour::Extends => vec![
                received(0, Act::Acknowledge),
                received(day(1, 10, 25), Act::Extend),
                received(day(2, 45, 80), Act::Answer),
            ],
            Behaviour::RefusesWithReasons => vec![received(day(1, 5, 25), Act::RefuseWithReasons)],
            Behaviour::RefusesWithoutReasons => vec![received(day(1, 5, 25), Act::RefuseWithoutReasons)],
            Behaviour::AsksIdentity => vec![
                received(day(1, 1, 10), Act::AskIdentity),
                Step { from: When::Informed, days: day(2, 1, 12), act: Act::Answer },
            ],
            Behaviour::Silent => Vec::new(),
        }
    }

    /// A number that depends on the seed, the id and the round, and on nothing else: FNV-1a to read the id, then the finaliser of
    /// splitmix64 so that neighbouring ids fall apart. Not for secrets.
    fn draw(&self, request_id: &str, round: u64) -> u64 {
        let read = request_id
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let mut mixed =
            read ^ self.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ round.wrapping_mul(0xd1b5_4a32_d192_ed03);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Act, Behaviour, Script, When};

    fn ids() -> impl Iterator<Item = String> {
        (0..3_000).map(|n| format!("req_{n:026}"))
    }

    #[test]
    fn the_same_request_is_always_treated_alike() {
        let (one, other) = (Script::new(1), Script::new(2));
        let mut differ = 0;
        for id in ids() {
            assert_eq!(one.steps(&id), Script::new(1).steps(&id));
            differ += usize::from(one.steps(&id) != other.steps(&id));
        }
        assert!(differ > 1_000, "another seed is another controller: {differ}");
    }

    #[test]
    fn each_behaviour_has_about_its_share() {
        let weights = [55, 8, 12, 6, 4, 5, 10];
        let mut counts = BTreeMap::new();
        for id in ids() {
            *counts.entry(Script::with_weights(7, weights).behaviour(&id)).or_insert(0_i32) += 1;
        }
        for (behaviour, weight) in Behaviour::ALL.into_iter().zip(weights) {
            let expected = i32::from(weight) * 30;
            let count = counts[&behaviour];
            assert!((count - expected).abs() < expected / 3, "{behaviour:?}: {count}, expected about {expected}");
        }
    }

    #[test]
    fn a_controller_can_have_one_habit() {
        for behaviour in Behaviour::ALL {
            assert!(ids().all(|id| Script::always(behaviour).behaviour(&id) == behaviour), "{behaviour:?}");
        }
        assert_eq!(Script::with_weights(1, [0; 7]).behaviour("req_1"), Behaviour::Silent);
    }

    #[test]
    fn the_steps_are_what_the_behaviour_says() {
        for id in ids() {
            let script = Script::new(3);
            let steps = script.steps(&id);
            let acts: Vec<Act> = steps.iter().map(|step| step.act).collect();
            assert!(steps.windows(2).all(|pair| pair[0].days <= pair[1].days || pair[1].from == When::Informed));
            let last = steps.last().map(|step| step.days);
            match script.behaviour(&id) {
                Behaviour::AnswersInTime => assert!(acts == [Act::Answer] && last <= Some(25)),
                Behaviour::AnswersLate => assert!(acts == [Act::Answer] && last >= Some(40)),
                Behaviour::Extends => {
                    assert_eq!(acts, [Act::Acknowledge, Act::Extend, Act::Answer]);
                    assert!(steps[1].days <= 25 && (45..=80).contains(&steps[2].days));
                }
                Behaviour::RefusesWithReasons => assert_eq!(acts, [Act::RefuseWithReasons]),
                Behaviour::RefusesWithoutReasons => assert_eq!(acts, [Act::RefuseWithoutReasons]),
                Behaviour::AsksIdentity => {
                    assert_eq!(acts, [Act::AskIdentity, Act::Answer]);
                    assert_eq!(steps[1].from, When::Informed);
                }
                Behaviour::Silent => assert!(acts.is_empty()),
            }
        }
    }
}
