//! The table of URLs: every notation of an address, every part of a URL that could carry a surprise, and controls that pass.

use super::{EgressPolicy, OpeningRefused, URL_BYTES_MAX, UrlRefusal};
use crate::domain::egress::Special;

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
    ("https://127.0.0.1.example/", "https://127.0.0.1.example/"),
    ("https://example.org/@127.0.0.1/", "https://example.org/@127.0.0.1/"),
    ("https://example.org?@127.0.0.1", "https://example.org/?@127.0.0.1"),
];

const REFUSED: &[(&str, UrlRefusal)] = &[
    // Not URLs, or without a host
    ("", UrlRefusal::NotAUrl),
    ("example.org", UrlRefusal::NotAUrl),
    ("//example.org/", UrlRefusal::NotAUrl),
    ("https://", UrlRefusal::NotAUrl),
    ("https:///", UrlRefusal::NotAUrl),
    ("https://?x", UrlRefusal::NotAUrl),
    ("https://:443/", UrlRefusal::NotAUrl),
    ("https://example.org:65536/", UrlRefusal::NotAUrl),
    ("https://example.org:https/", UrlRefusal::NotAUrl),
    ("https://[::1", UrlRefusal::NotAUrl),
    ("https://[fe80::1%25eth0]/", UrlRefusal::NotAUrl),
    ("https://256.0.0.1/", UrlRefusal::NotAUrl),
    ("https://1.2.3.4.5/", UrlRefusal::NotAUrl),
    ("https://4294967296/", UrlRefusal::NotAUrl),
    ("https://0x100000000/", UrlRefusal::NotAUrl),
    ("https://exa<mple.org/", UrlRefusal::NotAUrl),
    ("https://xn--a/", UrlRefusal::NotAUrl),
    // Schemes
    ("http://example.org/", UrlRefusal::Scheme),
    ("http://8.8.8.8/", UrlRefusal::Scheme),
    ("ftp://example.org/", UrlRefusal::Scheme),
    ("file:///etc/passwd", UrlRefusal::Scheme),
    ("gopher://example.org/", UrlRefusal::Scheme),
    ("javascript:alert(1)", UrlRefusal::Scheme),
    ("data:text/plain,x", UrlRefusal::Scheme),
    ("unix:/run/x.sock", UrlRefusal::Scheme),
    ("wss://example.org/", UrlRefusal::Scheme),
    // Credentials, also those that only look like a host
    ("https://user@example.org/", UrlRefusal::Credentials),
    ("https://user:secret@example.org/", UrlRefusal::Credentials),
    ("https://:secret@example.org/", UrlRefusal::Credentials),
    ("https://example.org@127.0.0.1/", UrlRefusal::Credentials),
    ("https://example.org%40127.0.0.1@10.0.0.1/", UrlRefusal::Credentials),
    // Spaces, control characters, backslashes
    ("https://example.org/ a", UrlRefusal::Characters),
    (" https://example.org/", UrlRefusal::Characters),
    ("https://exam\nple.org/", UrlRefusal::Characters),
    ("https://example.org/\r\nX-Header: 1", UrlRefusal::Characters),
    ("https://127.0.\t0.1/", UrlRefusal::Characters),
    ("https://example.org/\u{0}", UrlRefusal::Characters),
    ("https://example.org/\u{a0}", UrlRefusal::Characters),
    ("https://example.org/\u{2028}", UrlRefusal::Characters),
    ("https:\\\\127.0.0.1\\", UrlRefusal::Characters),
    ("https://example.org\\@127.0.0.1/", UrlRefusal::Characters),
    ("https://127.0.0.1\\@example.org/", UrlRefusal::Characters),
    // Ports
    ("https://example.org:80/", UrlRefusal::Port),
    ("https://example.org:8443/", UrlRefusal::Port),
    ("https://example.org:22/", UrlRefusal::Port),
    ("https://example.org:0/", UrlRefusal::Port),
    ("https://8.8.8.8:25/", UrlRefusal::Port),
    // Names
    ("https://example.org./", UrlRefusal::Name),
    ("https://localhost./", UrlRefusal::Name),
    ("https://example..org/", UrlRefusal::Name),
    ("https://.example.org/", UrlRefusal::Name),
    ("https://a234567890123456789012345678901234567890123456789012345678901234.example/", UrlRefusal::Name),
    // This machine by name
    ("https://localhost/", UrlRefusal::Address(Special::Loopback)),
    ("https://LOCALHOST/", UrlRefusal::Address(Special::Loopback)),
    ("https://api.localhost/", UrlRefusal::Address(Special::Loopback)),
    ("https://ｌｏｃａｌｈｏｓｔ/", UrlRefusal::Address(Special::Loopback)),
    ("https://loc%61lhost/", UrlRefusal::Address(Special::Loopback)),
    // Literal addresses, IPv4 in every notation
    ("https://127.0.0.1/", UrlRefusal::Address(Special::Loopback)),
    ("https://127.0.0.1./", UrlRefusal::Address(Special::Loopback)),
    ("https://127.1/", UrlRefusal::Address(Special::Loopback)),
    ("https://127.0.1/", UrlRefusal::Address(Special::Loopback)),
    ("https://2130706433/", UrlRefusal::Address(Special::Loopback)),
    ("https://017700000001/", UrlRefusal::Address(Special::Loopback)),
    ("https://0x7f000001/", UrlRefusal::Address(Special::Loopback)),
    ("https://0x7f.0.0.1/", UrlRefusal::Address(Special::Loopback)),
    ("https://0x7F.1/", UrlRefusal::Address(Special::Loopback)),
    ("https://0177.0.0.01/", UrlRefusal::Address(Special::Loopback)),
    ("https://%31%32%37.0.0.1/", UrlRefusal::Address(Special::Loopback)),
    ("https://①②⑦.⓪.⓪.①/", UrlRefusal::Address(Special::Loopback)),
    ("https://１２７。０。０。１/", UrlRefusal::Address(Special::Loopback)),
    ("https:127.0.0.1/", UrlRefusal::Address(Special::Loopback)),
    ("https:////127.0.0.1/", UrlRefusal::Address(Special::Loopback)),
    ("https://127.0.0.1#@example.org/", UrlRefusal::Address(Special::Loopback)),
    ("https://0/", UrlRefusal::Address(Special::Unspecified)),
    ("https://0.0.0.0/", UrlRefusal::Address(Special::Unspecified)),
    ("https://10.0.0.1/", UrlRefusal::Address(Special::Private)),
    ("https://012.0.0.1/", UrlRefusal::Address(Special::Private)),
    ("https://192.168.257/", UrlRefusal::Address(Special::Private)),
    ("https://169.254.169.254/latest/meta-data/", UrlRefusal::Address(Special::LinkLocal)),
    ("https://2852039166/", UrlRefusal::Address(Special::LinkLocal)),
    ("https://0xA9FEA9FE/", UrlRefusal::Address(Special::LinkLocal)),
    ("https://0251.0376.0251.0376/", UrlRefusal::Address(Special::LinkLocal)),
    ("https://100.100.100.200/", UrlRefusal::Address(Special::CarrierNat)),
    ("https://168.63.129.16/", UrlRefusal::Address(Special::Platform)),
    ("https://255.255.255.255/", UrlRefusal::Address(Special::Broadcast)),
    ("https://4294967295/", UrlRefusal::Address(Special::Broadcast)),
    // Literal addresses, IPv6
    ("https://[::]/", UrlRefusal::Address(Special::Unspecified)),
    ("https://[::1]/", UrlRefusal::Address(Special::Loopback)),
    ("https://[0:0:0:0:0:0:0:1]/", UrlRefusal::Address(Special::Loopback)),
    ("https://[::ffff:127.0.0.1]/", UrlRefusal::Address(Special::Ipv4Mapped)),
    ("https://[::ffff:7f00:1]/", UrlRefusal::Address(Special::Ipv4Mapped)),
    ("https://[::ffff:a9fe:a9fe]/", UrlRefusal::Address(Special::Ipv4Mapped)),
    ("https://[::127.0.0.1]/", UrlRefusal::Address(Special::Ipv4Compatible)),
    ("https://[64:ff9b::169.254.169.254]/", UrlRefusal::Address(Special::Nat64)),
    ("https://[2002:a9fe:a9fe::1]/", UrlRefusal::Address(Special::SixToFour)),
    ("https://[2001:0:4136:e378::1]/", UrlRefusal::Address(Special::Teredo)),
    ("https://[fd00:ec2::254]/", UrlRefusal::Address(Special::UniqueLocal)),
    ("https://[fe80::1]/", UrlRefusal::Address(Special::LinkLocal)),
    ("https://[ff02::1]/", UrlRefusal::Address(Special::Multicast)),
];

#[test]
fn the_strict_policy_passes_public_https() {
    for (text, normal) in PASS {
        let passed = EgressPolicy::strict().check_url(text);
        assert_eq!(passed.as_ref().map(|d| d.as_url().as_str()), Ok(*normal), "{text}");
    }
}

#[test]
fn the_strict_policy_refuses_each_for_its_own_reason() {
    for (text, refusal) in REFUSED {
        assert_eq!(EgressPolicy::strict().check_url(text), Err(*refusal), "{text}");
    }
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
