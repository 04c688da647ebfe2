//! How people and machines are addressed: e-mail addresses, telephone numbers, references, the addresses that proxies tell, and
//! how long a receiver asks us to wait.

use std::net::IpAddr;
use std::sync::LazyLock;
use std::time::Duration;

use actix_web::http::header::{FORWARDED, HeaderMap, HeaderValue, X_FORWARDED_FOR};
use jiff::Timestamp;
use recourse::config::ProxyHeader;
use recourse::crypto::blind::{email, phone, reference};
use recourse::http::proxies::Proxies;
use recourse::outbound::retry_after::{WAIT_MAX, retry_after};

use super::{Target, choice, texts};

pub const TARGET: Target = Target { name: "contacts", max_bytes: 512, seeds, run };

fn run(input: &[u8]) {
    let (choice, rest) = choice(input);
    match choice % 5 {
        0 => in_text(rest, mail),
        1 => in_text(rest, number),
        2 => in_text(rest, numbered),
        3 => proxied(choice, rest),
        _ => waits(rest),
    }
}

fn in_text(input: &[u8], read: fn(&str)) {
    if let Ok(text) = std::str::from_utf8(input) {
        read(text);
    }
}

fn mail(text: &str) {
    let Some(normal) = email(text) else { return };
    assert_eq!(email(&normal).as_ref(), Some(&normal), "the form is stable");
    let (local, domain) = normal.rsplit_once('@').expect("an address");
    assert!(!local.is_empty() && !domain.is_empty() && domain.is_ascii() && !domain.ends_with('.'));
    assert!(!normal.contains(|c: char| c.is_whitespace() || c.is_control()), "no line of a header ends in it");
    assert!(normal.len() <= 40 * text.len().max(1), "and it is bounded");
}

fn number(text: &str) {
    for country in [None, Some("FR"), Some("HU"), Some("IT"), Some("QQ")] {
        let Some(normal) = phone(text, country) else { continue };
        let digits = normal.strip_prefix('+').unwrap_or(&normal);
        assert!((5..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()), "{normal}");
    }
}

fn numbered(text: &str) {
    let Some(normal) = reference(text) else { return };
    assert_eq!(reference(&normal).as_ref(), Some(&normal), "the form is stable");
    assert!(!normal.is_empty() && !normal.contains("  ") && normal.trim() == normal);
}

/// Two proxies of the operator; the rest of the world is not believed.
static BELIEVED: LazyLock<[Proxies; 2]> = LazyLock::new(|| {
    [ProxyHeader::XForwardedFor, ProxyHeader::Forwarded].map(|header| {
        let networks = ["10.0.0.0/8", "2001:db8:ffff::/48"].map(|text| text.parse().expect("a block"));
        Proxies { networks: networks.into(), header }
    })
});

fn proxied(choice: u8, input: &[u8]) {
    let mut headers = HeaderMap::new();
    for line in input.split(|byte| *byte == b'\n') {
        let Ok(value) = HeaderValue::from_bytes(line) else { return };
        headers.append(X_FORWARDED_FOR, value.clone());
        headers.append(FORWARDED, value);
    }
    let proxies = &BELIEVED[usize::from(choice / 5 % 2)];
    let stranger: IpAddr = "192.0.2.7".parse().expect("an address");
    assert_eq!(proxies.caller(stranger, &headers), stranger, "a stranger says nothing of others");
    let caller = proxies.caller("10.0.0.1".parse().expect("an address"), &headers);
    assert_eq!(caller, caller.to_canonical(), "one caller has one address");
}

fn waits(input: &[u8]) {
    let now = Timestamp::from_second(1_800_000_000).expect("a time");
    let wait = retry_after(input, now);
    assert!(wait.is_none_or(|wait| wait <= WAIT_MAX));
    if let Ok(seconds) = std::str::from_utf8(input).unwrap_or_default().parse::<u32>()
        && input.first() != Some(&b'+')
    {
        assert_eq!(wait, Some(Duration::from_secs(seconds.into()).min(WAIT_MAX)));
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = texts(
        &[0],
        &["Ada.Lovelace@Example.ORG", "jörg@müller.de", "ＡＤＡ＠ｅｘａｍｐｌｅ．ｏｒｇ", "\"a@b\"@x.org.", "İ@ẞ.de"],
    );
    seeds.extend(texts(&[1], &["+33 (0)6 30 12 34 56", "06-30-12-34-56", "0033 0630123456", "０６３０１２３４５６"]));
    seeds.extend(texts(&[2], &["ab \t 12\u{a0}x", "straße №7", "ΐ ŉ"]));
    let hops = [
        "203.0.113.5, 10.0.0.2",
        "for=\"[2001:db8::1]:80\";proto=https, for=10.0.0.3",
        "::ffff:10.0.0.1,[::1]:1\n10.0.0.9",
    ];
    seeds.extend(texts(&[3, 8], &hops));
    seeds.extend(texts(
        &[4],
        &[
            "120",
            "99999999999999999999",
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ],
    ));
    seeds
}
