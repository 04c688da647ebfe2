//! Addresses of receivers, and blocks of addresses as operators write them.

use std::net::IpAddr;

use recourse::domain::egress::{Cidr, EgressPolicy, URL_BYTES_MAX, UrlRefusal, special};
use url::Host;

use super::{Target, choice, texts};

pub const TARGET: Target = Target { name: "urls", max_bytes: 2_100, seeds, run };

fn run(input: &[u8]) {
    let (choice, rest) = choice(input);
    let Ok(text) = std::str::from_utf8(rest) else { return };
    match choice % 4 {
        3 => block(text),
        0 => url(text),
        // A host in its place, so that a search spends its time there.
        1 => url(&format!("https://{text}/hook")),
        _ => url(&format!("https://{text}")),
    }
}

fn url(text: &str) {
    let strict = EgressPolicy::strict();
    let open = EgressPolicy::strict().dangerously_allow_loopback_http();
    let accepted = match strict.check_url(text) {
        Ok(accepted) => accepted,
        Err(refusal) => {
            assert!(!refusal.to_string().is_empty(), "a refusal has a reason");
            assert_eq!(refusal == UrlRefusal::TooLong, text.len() > URL_BYTES_MAX);
            if let Ok(here) = open.check_url(text) {
                let here = here.as_url().host_str().unwrap_or_default().trim_matches(['[', ']']);
                let loopback = here.parse().is_ok_and(|address: IpAddr| address.is_loopback());
                assert!(loopback || here == "localhost" || here.ends_with(".localhost"), "{here} is not this machine");
            }
            return;
        }
    };
    let url = accepted.as_url();
    assert!(url.scheme() == "https" && url.port_or_known_default() == Some(443));
    assert!(url.username().is_empty() && url.password().is_none());
    assert!(!text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\'));
    match url.host().expect("a receiver has a host") {
        Host::Ipv4(address) => assert_eq!(special(address.into()), None, "{address}"),
        Host::Ipv6(address) => assert_eq!(special(address.into()), None, "{address}"),
        Host::Domain(name) => {
            assert!(name.is_ascii() && name.len() <= 253 && !name.ends_with('.'), "{name}");
            assert!(name.parse::<IpAddr>().is_err(), "{name} is an address");
            assert!(name != "localhost" && !name.ends_with(".localhost"), "{name}");
        }
    }
    assert!(open.check_url(text).is_ok_and(|again| again == accepted), "more is never less");
    let normal = url.as_str();
    if normal.len() <= URL_BYTES_MAX {
        assert_eq!(strict.check_url(normal).as_ref(), Ok(&accepted), "the normal form is accepted and the same");
    }
}

fn block(text: &str) {
    let Ok(block) = text.parse::<Cidr>() else { return };
    let printed = String::from(block);
    assert_eq!(printed.parse(), Ok(block), "{printed}");
    let network: IpAddr = printed.split('/').next().and_then(|address| address.parse().ok()).expect("an address");
    assert!(block.contains(network) && block.prefix() <= if network.is_ipv4() { 32 } else { 128 });
    // Whatever is listed, a block never opens this machine.
    let Ok(policy) = EgressPolicy::strict().with_opened([block]) else { return };
    for shut in ["127.0.0.1", "::1", "169.254.169.254", "0.0.0.0", "224.0.0.1"] {
        let address: IpAddr = shut.parse().expect("an address");
        assert!(policy.check_address("receiver.example", address).is_err(), "{text} opens {shut}");
    }
    if let Ok(()) = policy.check_address("receiver.example", network) {
        assert!(special(network).is_none_or(|kind| kind.may_be_opened()));
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = texts(
        &[0],
        &[
            "https://controller.example/hook?a=b#c",
            "http://localhost:8080/",
            "https://user:word@controller.example/",
            "ftp://x/",
        ],
    );
    let hosts = [
        "controller.example",
        "93.184.216.34",
        "0x7f.1",
        "017700000001",
        "2130706433",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2606:2800:220:1:248:1893:25c8:1946]",
        "bücher.example",
        "１２７.0.0.1",
        "①②⑦.0.0.1",
        "127。0。0。1",
        "a.localhost",
        "xn--bcher-kva.example:443",
        "controller.example.",
        "%31%32%37.0.0.1",
    ];
    seeds.extend(texts(&[1], &hosts));
    seeds.extend(texts(&[3], &["10.0.0.0/8", "fc00::/7", "192.168.1.1", "::ffff:0:0/96"]));
    seeds
}
