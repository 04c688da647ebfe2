//! The table of hostile URLs through the real client: none is looked up, none is dialled, and none is reached by a detour.

use std::net::{Ipv6Addr, SocketAddr};

use tokio::net::TcpListener;

use super::guard::{Scripted, client};
use super::post;
use super::server::Server;
use crate::domain::egress::{ADDRESS_CASES, EgressPolicy};
use crate::outbound::failure::Failure;

/// URL, refusal, and why it is in the table.
fn hostile() -> Vec<(String, String, String)> {
    serde_json::from_str(include_str!("../../domain/egress/policy/hostile.json")).unwrap()
}

/// A server on loopback, in both families where the machine has both, and the port on which it listens.
async fn canary() -> (Server, Option<TcpListener>, u16) {
    let server = Server::answering("200 OK", &[]).await;
    let port = server.address.port();
    let sixth = TcpListener::bind(SocketAddr::new(Ipv6Addr::LOCALHOST.into(), port)).await.ok();
    (server, sixth, port)
}

/// Whether nobody has come by IPv6.
async fn is_untouched(listener: Option<TcpListener>) -> bool {
    let Some(listener) = listener else { return true };
    tokio::time::timeout(std::time::Duration::from_millis(50), listener.accept()).await.is_err()
}

#[tokio::test]
async fn no_hostile_url_is_looked_up_or_dialled() {
    let (server, sixth, port) = canary().await;
    let names = Scripted::new(&[&["127.0.0.1"]]);
    let client = client(EgressPolicy::strict().with_ports([port]), &names);
    let table = hostile();
    assert!(table.iter().filter(|(url, ..)| url.contains("{port}")).count() >= 70, "many lead to the canary");
    for (url, refusal, why) in table {
        let failure = post(&client, &url.replace("{port}", &port.to_string())).await.result.unwrap_err();
        let Failure::RefusedUrl(told) = failure else { panic!("{url} ({why}): {failure:?}") };
        assert_eq!(format!("{told:?}"), refusal, "{url} ({why})");
    }
    assert!(names.asked().is_empty());
    assert_eq!(server.connections(), 0);
    assert!(is_untouched(sixth).await);
}

#[tokio::test]
async fn no_redirect_to_a_hostile_url_is_followed() {
    let (server, sixth, port) = canary().await;
    let client = super::client();
    let written = |url: &String| url.bytes().all(|byte| byte.is_ascii_graphic());
    for (at, (url, ..)) in hostile().into_iter().filter(|(url, ..)| written(url)).enumerate() {
        let status = ["301 Moved", "302 Found", "303 See Other", "307 Again", "308 For Good"][at % 5];
        let url = url.replace("{port}", &port.to_string());
        let misleading = Server::answering(status, &[("location", &url)]).await;
        let failure = post(&client, &misleading.url()).await.result.unwrap_err();
        assert!(matches!(failure, Failure::Redirect { .. }), "{url}: {failure:?}");
    }
    assert_eq!(server.connections(), 0);
    assert!(is_untouched(sixth).await);
}

#[tokio::test]
async fn no_name_leads_to_a_special_address_alone_or_among_its_records() {
    let mut refused = 0;
    for (address, kind) in ADDRESS_CASES {
        let Some(kind) = kind else { continue };
        // The second look is as good as the first: a name may answer in peace once and never again.
        for records in [&[*address][..], &[*address, "10.0.0.1", "::1"]] {
            let names = Scripted::new(&[records]);
            let strict = client(EgressPolicy::strict(), &names);
            let failure = post(&strict, "https://receiver.example/in").await.result.unwrap_err();
            assert_eq!(failure, Failure::RefusedAddress(*kind), "{records:?}");
            refused += 1;
        }
    }
    assert!(refused >= 150, "{refused}");
}

#[tokio::test]
async fn a_name_that_rebinds_between_the_judgement_of_its_url_and_the_dial_is_refused_at_the_dial() {
    let (server, _, port) = canary().await;
    // What was looked up when the address was entered does not count; what is dialled is judged.
    let names = Scripted::new(&[&["127.0.0.1"], &["169.254.169.254"], &["10.0.0.1", "fd00::1"], &["::ffff:127.0.0.1"]]);
    let policy = EgressPolicy::strict().with_ports([port]);
    let url = format!("https://rebinding.example:{port}/in");
    assert!(policy.check_url(&url).is_ok(), "nothing is wrong with the URL");
    let client = client(policy, &names);
    for _ in 0..4 {
        let failure = post(&client, &url).await.result.unwrap_err();
        assert!(matches!(failure, Failure::RefusedAddress(_)), "{failure:?}");
    }
    assert_eq!((names.asked().len(), server.connections()), (4, 0));
}
