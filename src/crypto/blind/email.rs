//! The one form of an e-mail address.

use unicode_normalization::UnicodeNormalization as _;

/// Brings an e-mail address to one form: compatibility characters resolved (NFKC), trimmed, lower case, the domain in its
/// ASCII form (IDNA) without the final dot.
///
/// The part before the `@` is lower-cased too: no provider in use tells `Ada` from `ada`, and people write both. Nothing else
/// in it is touched (no dots removed, no `+tag`), since that differs by provider and would merge different people.
///
/// `None` when it is not of the form `local@domain`. Accepting an address for sending is stricter and not done here.
pub fn email(address: &str) -> Option<String> {
    let folded = lower_nfkc(address);
    let address = folded.trim();
    let (local, domain) = address.rsplit_once('@')?;
    let no_gaps = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c.is_control());
    if !no_gaps(local) || !no_gaps(domain) {
        return None;
    }
    let domain = ascii_domain(domain)?;
    let domain = domain.trim_end_matches('.');
    domain.split('.').all(is_label).then(|| format!("{local}@{domain}"))
}

/// The parser of hosts lets empty labels through, and signs that no name has, after which it would not take its own form.
fn is_label(label: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
    !label.is_empty() && label.bytes().all(plain)
}

/// NFKC and lower case. Lower-casing can undo NFKC (`İ`), so the order is: fold, lower, fold.
fn lower_nfkc(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.nfkc().collect::<String>().to_lowercase().nfkc().collect()
    }
}

fn ascii_domain(domain: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.';
    if domain.bytes().all(plain) {
        return Some(domain.to_owned());
    }
    // The parser of hosts would resolve percent signs and brackets; neither belongs to a domain of an e-mail address.
    if domain.contains(['%', '[', ']']) {
        return None;
    }
    match url::Host::parse(domain).ok()? {
        url::Host::Domain(ascii) => Some(ascii),
        url::Host::Ipv4(_) | url::Host::Ipv6(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn vectors() {
        for (written, normal) in [
            ("ada@example.org", "ada@example.org"),
            ("  Ada.Lovelace@Example.ORG\t", "ada.lovelace@example.org"),
            ("\u{a0}ada@example.org\u{a0}", "ada@example.org"),
            ("ada@example.org.", "ada@example.org"),
            ("ada+news@example.org", "ada+news@example.org"),
            ("ＡＤＡ＠ｅｘａｍｐｌｅ．ｏｒｇ", "ada@example.org"),
            ("jörg@müller.de", "jörg@xn--mller-kva.de"),
            ("jo\u{308}rg@mu\u{308}ller.de", "jörg@xn--mller-kva.de"),
            ("JÖRG@MÜLLER.DE", "jörg@xn--mller-kva.de"),
            ("jörg@XN--MLLER-KVA.de", "jörg@xn--mller-kva.de"),
            ("info@straße.de", "info@xn--strae-oqa.de"),
            ("ﬁona@example.org", "fiona@example.org"),
            ("\"a@b\"@example.org", "\"a@b\"@example.org"),
            ("δοκιμή@παράδειγμα.gr", "δοκιμή@xn--hxajbheg2az3al.gr"),
        ] {
            assert_eq!(email(written).as_deref(), Some(normal), "{written}");
        }
    }

    #[test]
    fn what_is_no_address() {
        for text in [
            "",
            "@",
            "ada",
            "ada@",
            "@example.org",
            "a b@example.org",
            "ada@exa mple.org",
            "ada@a%2eb",
            "ada@[::1]",
            "ada@.",
            "ada@a..b",
            "ada@.example.org",
            "ada@a,b.org",
            "3＠｡，ｰｼ..｡3......",
        ] {
            assert_eq!(email(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_form_is_stable(address in "\\PC{1,12}@\\PC{1,12}") {
            if let Some(normal) = email(&address) {
                prop_assert_eq!(email(&normal), Some(normal.clone()));
            }
        }
    }
}
