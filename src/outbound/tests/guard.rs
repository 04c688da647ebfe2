//! The wall: what must not be called is not even connected to, which the listeners count.

use std::collections::VecDeque;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures::future::BoxFuture;

use super::server::{Manner, Server, answer};
use super::{QUICK, post};
use crate::domain::egress::Special;
use crate::domain::egress::{EgressPolicy, UrlRefusal};
use crate::outbound::client::{Client, Limits};
use crate::outbound::failure::{About, Failure, Phase};
use crate::outbound::resolver::LookUp;

/// Answers each question with the next of its scripted answers, and counts the questions.
#[derive(Default)]
pub struct Scripted {
    answers: Mutex<VecDeque<Vec<IpAddr>>>,
    asked: Mutex<Vec<String>>,
}

impl Scripted {
    pub fn new(answers: &[&[&str]]) -> Arc<Self> {
        let answers = answers.iter().map(|list| list.iter().map(|text| text.parse().unwrap()).collect()).collect();
        Arc::new(Self { answers: Mutex::new(answers), asked: Mutex::default() })
    }

    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

impl LookUp for Scripted {
    fn look_up(&self, name: &str) -> BoxFuture<'static, io::Result<Vec<IpAddr>>> {
        self.asked.lock().unwrap().push(name.to_owned());
        let answer = self.answers.lock().unwrap().pop_front();
        Box::pin(async move { answer.ok_or_else(|| io::Error::other("no such name")) })
    }
}

/// Never answers.
struct Stuck;

impl LookUp for Stuck {
    fn look_up(&self, _: &str) -> BoxFuture<'static, io::Result<Vec<IpAddr>>> {
        Box::pin(std::future::pending())
    }
}

fn loopback_policy() -> EgressPolicy {
    EgressPolicy::strict().dangerously_allow_loopback_http()
}

pub fn client(policy: EgressPolicy, look_up: &Arc<Scripted>) -> Client {
    let look_up: Arc<dyn LookUp> = Arc::<Scripted>::clone(look_up);
    Client::with_look_up(policy, Limits::default(), look_up).unwrap()
}

#[tokio::test]
async fn the_strict_policy_connects_to_no_loopback_in_any_notation() {
    let server = Server::answering("200 OK", &[]).await;
    let port = server.address.port();
    let strict = Client::new(EgressPolicy::strict().with_ports([port]), Limits::default()).unwrap();
    for host in
        ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"]
    {
        for scheme in ["http", "https"] {
            let failure = post(&strict, &format!("{scheme}://{host}:{port}/in")).await.result.unwrap_err();
            assert!(matches!(failure, Failure::RefusedUrl(_)), "{scheme}://{host}: {failure:?}");
        }
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_name_that_resolves_to_loopback_is_refused_before_a_socket_opens() {
    let server = Server::answering("200 OK", &[]).await;
    let port = server.address.port();
    for address in ["127.0.0.1", "::1", "::ffff:127.0.0.1", "0.0.0.0"] {
        let names = Scripted::new(&[&[address]]);
        let strict = client(EgressPolicy::strict().with_ports([port]), &names);
        let failure = post(&strict, &format!("https://receiver.example:{port}/in")).await.result.unwrap_err();
        assert!(matches!(failure, Failure::RefusedAddress(_)), "{address}: {failure:?}");
        assert_eq!(failure.about(), About::Receiver);
        assert_eq!(names.asked(), ["receiver.example"]);
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn the_machines_own_resolver_is_judged_too() {
    let server = Server::answering("200 OK", &[]).await;
    let open = Client::new(loopback_policy(), Limits::default()).unwrap();
    assert!(post(&open, &server.url_of("localhost")).await.result.is_ok());
    let shut = loopback_policy().with_refused(["127.0.0.0/8".parse().unwrap(), "::1".parse().unwrap()]);
    let shut = Client::new(shut, Limits::default()).unwrap();
    let failure = post(&shut, &server.url_of("localhost")).await.result.unwrap_err();
    assert_eq!(failure, Failure::RefusedAddress(Special::Listed));
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn even_with_loopback_open_other_names_do_not_reach_it() {
    let server = Server::answering("200 OK", &[]).await;
    let port = server.address.port();
    let names = Scripted::new(&[&["127.0.0.1"]]);
    let client = client(loopback_policy().with_ports([port]), &names);
    let failure = post(&client, &format!("https://evil.example:{port}/in")).await.result.unwrap_err();
    assert_eq!(failure, Failure::RefusedAddress(Special::Loopback));
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_name_that_changes_its_address_is_judged_at_each_dial() {
    let server = Server::start(Manner::AnswerAndClose(answer("200 OK", &[("connection", "close")], b""))).await;
    let names = Scripted::new(&[&["127.0.0.1"], &["169.254.169.254"], &["10.0.0.1"]]);
    let client = client(loopback_policy(), &names);
    let url = server.url_of("rebinding.localhost");
    assert!(post(&client, &url).await.result.is_ok());
    assert_eq!(post(&client, &url).await.result, Err(Failure::RefusedAddress(Special::LinkLocal)));
    assert_eq!(post(&client, &url).await.result, Err(Failure::RefusedAddress(Special::Private)));
    assert_eq!((server.connections(), names.asked().len()), (1, 3));
}

#[tokio::test]
async fn of_mixed_records_only_the_allowed_are_dialled() {
    for mixed in [&["10.0.0.1", "127.0.0.1"], &["127.0.0.1", "169.254.169.254"], &["fd00::1", "127.0.0.1"]] {
        let server = Server::answering("200 OK", &[]).await;
        let names = Scripted::new(&[mixed]);
        let client = client(loopback_policy(), &names);
        assert!(post(&client, &server.url_of("mixed.localhost")).await.result.is_ok(), "{mixed:?}");
        assert_eq!(server.connections(), 1);
    }
}

#[tokio::test]
async fn a_name_that_cannot_be_resolved_is_told_apart() {
    let names = Scripted::new(&[&[]]);
    let client = client(EgressPolicy::strict(), &names);
    for _ in ["without a record", "unknown"] {
        let failure = post(&client, "https://receiver.example/in").await.result.unwrap_err();
        assert_eq!((&failure, failure.about()), (&Failure::Dns, About::Path));
    }
    assert_eq!(names.asked().len(), 2);
}

#[tokio::test]
async fn a_resolver_that_never_answers_is_left_in_time() {
    let client = Client::with_look_up(EgressPolicy::strict(), QUICK, Arc::new(Stuck)).unwrap();
    let attempt = post(&client, "https://receiver.example/in").await;
    assert_eq!(attempt.result, Err(Failure::Timeout(Phase::Connect)));
    assert!(attempt.elapsed < QUICK.total + Duration::from_secs(2), "{:?}", attempt.elapsed);
}

#[tokio::test]
async fn what_the_url_alone_forbids_is_not_looked_up() {
    let names = Scripted::new(&[&["8.8.8.8"]]);
    let client = client(EgressPolicy::strict(), &names);
    for (url, refusal) in [
        ("http://receiver.example/in", UrlRefusal::Scheme),
        ("https://receiver.example:8080/in", UrlRefusal::Port),
        ("https://me:secret@receiver.example/in", UrlRefusal::Credentials),
        ("https://receiver.example./in", UrlRefusal::Name),
    ] {
        assert_eq!(post(&client, url).await.result, Err(Failure::RefusedUrl(refusal)));
    }
    assert!(names.asked().is_empty());
}

#[test]
fn a_failure_says_nothing_of_addresses_or_names() {
    let failures = [
        Failure::RefusedUrl(UrlRefusal::Address(Special::Private)),
        Failure::RefusedAddress(Special::LinkLocal),
        Failure::Dns,
        Failure::Connect,
        Failure::Timeout(Phase::Connect),
        Failure::Redirect { status: 302 },
        Failure::Status { status: 500, retry_after: Some(Duration::from_secs(1)) },
    ];
    for failure in failures {
        let told = failure.to_string();
        assert!(!told.contains("127.") && !told.contains("10.") && !told.contains("://"), "{told}");
    }
}
