//! The counts at the end, made from three sides: what callers are told, what is stored, what controllers received.

use std::collections::{BTreeMap, BTreeSet};

use crate::killer::{Killed, unfinished};
use crate::support::union::{Addressee, text};
use crate::support::{Inspector, Patient, TestDatabase};
use crate::{PEOPLE, Round};

/// What callers are told: the requests of each person, by person.
pub type Outcomes = BTreeMap<String, BTreeSet<String>>;

/// Reads what became of each line: every line is there once and was filed with every controller.
pub async fn outcomes(member: &Patient, rounds: &[Round]) -> Outcomes {
    let mut people = Outcomes::new();
    for round in rounds {
        let lines = member.get_lines(&format!("/v1/batches/{}/outcome", round.batch)).await;
        let numbers: Vec<u64> = lines.iter().map(|line| line["line"].as_u64().expect("a number")).collect();
        let expected: Vec<u64> = (2..PEOPLE as u64 + 2).collect();
        assert_eq!(numbers, expected, "each line of {} has one outcome", round.batch);
        for line in &lines {
            assert_eq!(line["outcome"], "filed", "{line}");
            let requests = line["request_ids"].as_array().expect("ids").iter();
            let requests = requests.map(|id| digits(id.as_str().expect("an id"))).collect();
            let twice = people.insert(digits(&text(line, "data_subject_id")), requests);
            assert!(twice.is_none(), "a person stands on one line: {line}");
        }
    }
    people
}

fn digits(id: &str) -> String {
    id.split_once('_').expect("an id with a prefix").1.to_owned()
}

/// Holds everything against everything. Gives the figures in one sentence.
pub async fn check(
    database: &TestDatabase,
    controllers: &[Addressee],
    rounds: &[Round],
    people: &Outcomes,
    killed: &Killed,
) -> String {
    let mut inspector = Inspector::open(database).await;
    let requests = filed(&mut inspector, controllers, rounds, people).await;
    let (messages, duplicates) = received(&mut inspector, controllers, &requests).await;

    assert_eq!(inspector.dangling().await, Vec::<String>::new(), "rows refer to what is not there");

    let open = unfinished(&mut inspector).await;
    let unexplained: Vec<_> = open.difference(&killed.in_flight).collect();
    assert!(unexplained.is_empty(), "attempts without an end that no kill explains: {unexplained:?}");
    let in_flight = killed.in_flight.len() as u64;
    assert!(duplicates <= in_flight, "{duplicates} messages came again, {in_flight} were in flight at the kills");
    let slowest = killed.restarts.iter().max().map_or(0, std::time::Duration::as_millis);
    format!(
        "{} kills: {} requests in {} uploads, {messages} messages, {duplicates} came again of {in_flight} in flight at the kills; \
         slowest restart {slowest} ms",
        killed.restarts.len(),
        requests.len(),
        rounds.len(),
    )
}

/// A stored request: its controller and its message.
type Requests = BTreeMap<String, (String, String)>;

/// Filing: each accepted line once, with each controller once, and with a timeline without gaps.
async fn filed(inspector: &mut Inspector, controllers: &[Addressee], rounds: &[Round], people: &Outcomes) -> Requests {
    let sql = format!(
        "SELECT {}, {}, {}, {} FROM request",
        inspector.id("id"),
        inspector.id("data_subject_id"),
        inspector.id("controller_id"),
        inspector.id("dispatch_id")
    );
    let mut requests = Requests::new();
    let mut pairs = BTreeSet::new();
    let mut by_person = Outcomes::new();
    for row in inspector.texts(&sql).await {
        let [id, person, controller, dispatch] = <[String; 4]>::try_from(row).expect("four columns");
        by_person.entry(person.clone()).or_default().insert(id.clone());
        assert!(pairs.insert((person, controller.clone())), "a person is filed for once with each controller");
        requests.insert(id, (controller, dispatch));
    }
    assert_eq!(&by_person, people, "what is stored is what callers are told");
    assert_eq!(people.len(), rounds.len() * PEOPLE, "every accepted line is one person");
    assert_eq!(requests.len(), people.len() * controllers.len(), "every person, every controller");
    for (table, expected) in [
        ("data_subject", people.len()),
        ("subject_key", people.len()),
        ("mandate", people.len()),
        ("batch", rounds.len()),
        ("campaign", rounds.len()),
        ("controller", controllers.len()),
        ("task", 0),
    ] {
        let found = inspector.number(&format!("SELECT count(*) FROM {table}")).await;
        assert_eq!(usize::try_from(found).ok(), Some(expected), "rows of {table}");
    }
    let gaps = "SELECT count(*) FROM request r WHERE r.event_seq <> (SELECT count(*) FROM event e \
                WHERE e.organisation_id = r.organisation_id AND e.request_id = r.id) OR r.event_seq <> (SELECT max(e.seq) \
                FROM event e WHERE e.organisation_id = r.organisation_id AND e.request_id = r.id)";
    assert_eq!(inspector.number(gaps).await, 0, "timelines with a gap or a repetition");
    requests
}

/// Delivery: each request's message arrived, under one id, with one body.
async fn received(inspector: &mut Inspector, controllers: &[Addressee], requests: &Requests) -> (u64, u64) {
    let (mut messages, mut duplicates) = (0, 0);
    for controller in controllers {
        let report = controller.inbox.report();
        assert_eq!((report.changed, report.unverified, report.malformed), (0, 0, 0), "{report:?}");
        messages += report.messages;
        duplicates += report.duplicates;
        let mut told = BTreeSet::new();
        for message in controller.inbox.take_new() {
            // A bundle is fetched by its own id, a single message names its request.
            if let Some(request) = message.data["request_id"].as_str() {
                assert!(told.insert(digits(request)), "{request} is told of by two messages");
                assert_eq!(digits(&message.id), requests[&digits(request)].1, "the message that carries {request}");
            }
        }
        let own: Vec<_> = requests.iter().filter(|(_, (id, _))| *id == digits(&controller.id)).collect();
        for (request, (_, dispatch)) in &own {
            assert!(controller.inbox.has_seen(&format!("dlv_{dispatch}")), "the message of {request} never arrived");
        }
        assert!(told.is_empty() || told.len() == own.len(), "{} of {} requests were told of", told.len(), own.len());
    }
    let sent = inspector.number("SELECT count(*) FROM delivery").await;
    assert_eq!(u64::try_from(sent).ok(), Some(messages), "as many messages arrived as were made");
    (messages, duplicates)
}
