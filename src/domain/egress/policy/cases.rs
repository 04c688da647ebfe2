//! The table of URLs: every notation of an address, every part of a URL that could carry a surprise (`hostile.json`, which the tests
//! of the client and of the API go through too), and controls that pass.

use super::{EgressPolicy, OpeningRefused, URL_BYTES_MAX, UrlRefusal};
use crate::domain::egress::{Special, SpecialName};

const PASS: &[(&str, &str)] = &[
    ("https://example.org/", "https://example.org/"),
    ("https://example.org", "https://example.org/"),
    ("https://example.org:443/in?x=1", "https://example.org/in?x=1"),
    ("HTTPS://EXAMPLE.org/In", "https://example.org/In"),
    ("https://8.8.8.8/hook", "https://8.8.8.8/hook"),
    ("https://134744072/", "https://8.8.8.8/"),
    ("https://0x08080808/", "https://8.8.8.8/"),
    ("https://010.010.010.010/", "https://8.8.8.8/"),
    ("https://[2606:4700:4700::1111]/", "https://[2606:4700:4700::1111]/"),
    ("https://datenschutz.müller.example/", "https://datenschutz.xn--mller-kva.example/"),
    ("https://παράδειγμα.example/", "https://xn--hxajbheg2az3al.example/"),
    ("https://a_b.example/", "https://a_b.example/"),
    ("https://localhost.example/", "https://localhost.example/"),
    ("https://internal.example/", "https://internal.example/"),
    ("https://local.example.org/", "https://local.example.org/"),
    ("https://127.0.0.1.example/", "https://127.0.0.1.example/"),
    ("https://example.org/@127.0.0.1/", "https://example.org/@127.0.0.1/"),
    ("https://example.org?@127.0.0.1", "https://example.org/?@127.0.0.1"),
];

/// URLs that are refused, why by the policy and why they are here. `{port}` stands for any port that is listed: at a place of this
/// machine others let a server listen there and count who comes.
const HOSTILE: &str = include_str!("hostile.json");

fn hostile() -> Vec<(String, String, String)> {
    serde_json::from_str(HOSTILE).expect("a table of three columns")
}

#[test]
fn the_strict_policy_passes_public_https() {
    for (text, normal) in PASS {
        let passed = EgressPolicy::strict().check_url(text);
        assert_eq!(passed.as_ref().map(|d| d.as_url().as_str()), Ok(*normal), "{text}");
    }
}

#[test]
fn the_strict_policy_refuses_each_for_its_own_reason() {
    let table = hostile();
    assert!(table.len() >= 250, "{} cases", table.len());
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, refusal, why)| {
            let verdict = EgressPolicy::strict().check_url(&text.replace("{port}", "443"));
            let told = verdict.as_ref().map_err(|refusal| format!("{refusal:?}"));
            (told != Err(refusal.clone())).then(|| format!("{text} ({why}): {told:?} and not {refusal}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_overlong_url_is_refused_at_its_bound() {
    let head = "https://example.org/";
    let longest = format!("{head}{}", "a".repeat(URL_BYTES_MAX - head.len()));
    assert!(EgressPolicy::strict().check_url(&longest).is_ok());
    assert_eq!(EgressPolicy::strict().check_url(&format!("{longest}a")), Err(UrlRefusal::TooLong));
}

#[test]
fn the_longest_label_and_name_pass() {
    let label = "a".repeat(63);
    let name = format!("{label}.{label}.{label}.{}", "a".repeat(61));
    assert_eq!(name.len(), 253);
    assert!(EgressPolicy::strict().check_url(&format!("https://{name}/")).is_ok());
    assert_eq!(EgressPolicy::strict().check_url(&format!("https://{name}a/")), Err(UrlRefusal::Name));
}

#[test]
fn loopback_opens_only_by_the_dangerous_name_and_only_itself() {
    let policy = EgressPolicy::strict().dangerously_allow_loopback_http();
    for text in [
        "http://127.0.0.1:8080/in",
        "http://[::1]:8080/in",
        "http://localhost:8080/in",
        "http://sample.localhost:8080/in",
        "https://127.0.0.1:8080/in",
    ] {
        assert!(policy.check_url(text).is_ok(), "{text}");
    }
    for (text, refusal) in [
        ("http://example.org/", UrlRefusal::Scheme),
        ("http://8.8.8.8/", UrlRefusal::Scheme),
        ("https://example.org:8080/", UrlRefusal::Port),
        ("http://10.0.0.1/", UrlRefusal::Address(Special::Private)),
        ("http://169.254.169.254/", UrlRefusal::Address(Special::LinkLocal)),
        ("http://0.0.0.0:8080/", UrlRefusal::Address(Special::Unspecified)),
        ("http://[::ffff:127.0.0.1]:8080/", UrlRefusal::Address(Special::Ipv4Mapped)),
        ("http://user@127.0.0.1:8080/", UrlRefusal::Credentials),
        ("ftp://127.0.0.1/", UrlRefusal::Scheme),
        ("http://intranet:8080/", UrlRefusal::SpecialName(SpecialName::Private)),
        ("https://localhost.localdomain/", UrlRefusal::SpecialName(SpecialName::Private)),
    ] {
        assert_eq!(policy.check_url(text), Err(refusal), "{text}");
    }
    let loopback = "127.0.0.1".parse().unwrap();
    assert_eq!(policy.check_address("localhost", loopback), Ok(()));
    assert_eq!(policy.check_address("a.localhost", loopback), Ok(()));
    assert_eq!(policy.check_address("evil.example", loopback), Err(Special::Loopback));
    assert_eq!(policy.check_address("notlocalhost", loopback), Err(Special::Loopback));
}

#[test]
fn further_ports_open_one_by_one() {
    let policy = EgressPolicy::strict().with_ports([8443]);
    assert!(policy.check_url("https://example.org:8443/").is_ok());
    assert!(policy.check_url("https://example.org/").is_ok());
    assert_eq!(policy.check_url("https://example.org:8444/"), Err(UrlRefusal::Port));
}

#[test]
fn a_block_opens_where_receivers_can_live_and_nowhere_else() {
    let open = |block: &str| EgressPolicy::strict().with_opened([block.parse().unwrap()]);
    let policy = open("10.20.0.0/16").unwrap();
    assert!(policy.check_url("https://10.20.0.1/").is_ok());
    assert_eq!(policy.check_url("http://10.20.0.1/"), Err(UrlRefusal::Scheme));
    assert_eq!(policy.check_url("https://10.20.0.1:8080/"), Err(UrlRefusal::Port));
    assert_eq!(policy.check_url("https://10.21.0.1/"), Err(UrlRefusal::Address(Special::Private)));
    assert_eq!(policy.check_address("intranet", "10.20.0.1".parse().unwrap()), Ok(()));
    assert!(policy.check_url("https://hook.internal/").is_ok() && policy.check_url("https://intranet/").is_ok());
    assert_eq!(policy.check_url("https://a.onion/"), Err(UrlRefusal::SpecialName(SpecialName::Nowhere)));
    assert_eq!(policy.check_url("https://localhost/"), Err(UrlRefusal::Address(Special::Loopback)));
    assert!(open("fd00:1::/32").unwrap().check_url("https://[fd00:1::7]/").is_ok());

    for (block, url, kind) in [
        ("127.0.0.0/8", "https://127.0.0.1/", Special::Loopback),
        ("169.254.0.0/16", "https://169.254.169.254/", Special::LinkLocal),
        ("168.63.129.16/32", "https://168.63.129.16/", Special::Platform),
        ("224.0.0.0/8", "https://224.0.0.251/", Special::Multicast),
    ] {
        assert_eq!(open(block).unwrap().check_url(url), Err(UrlRefusal::Address(kind)), "{block}");
    }
    for block in ["0.0.0.0/0", "::/0", "0.0.0.0/6"] {
        assert_eq!(open(block).unwrap_err(), OpeningRefused::TooWide(block.parse().unwrap()));
    }
}

#[test]
fn a_refused_block_outdoes_what_is_public_or_opened() {
    let policy = EgressPolicy::strict()
        .with_opened(["10.0.0.0/8".parse().unwrap()])
        .unwrap()
        .with_refused(["8.8.8.8".parse().unwrap(), "10.0.0.5".parse().unwrap()]);
    assert_eq!(policy.check_url("https://8.8.8.8/"), Err(UrlRefusal::Address(Special::Listed)));
    assert_eq!(policy.check_url("https://10.0.0.5/"), Err(UrlRefusal::Address(Special::Listed)));
    assert!(policy.check_url("https://8.8.4.4/").is_ok() && policy.check_url("https://10.0.0.6/").is_ok());
}
