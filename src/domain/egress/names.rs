//! Names that no receiver on the public internet has. The resolver of this machine may know them all the same, from a file, from the
//! network around it or from a program that listens for them, and what it leads to is inside.

/// Why a name is of no receiver on the public internet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpecialName {
    /// It is of a private network, each of which has its own. An operator that opens a block of its network opens these.
    Private,
    /// It names nothing that DNS leads to.
    Nowhere,
}

impl std::fmt::Display for SpecialName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Private => "a private network's own",
            Self::Nowhere => "kept for what is not in DNS",
        })
    }
}

use SpecialName::{Nowhere, Private};

/// Domains, each with all that is below it. The first that fits counts. `example` (RFC 6761, 6.5), of which nothing is ever
/// registered, is not among them: documents and tests write it.
const DOMAINS: &[(&str, SpecialName)] = &[
    // Set aside by ICANN for private networks, 29 July 2024.
    ("internal", Private),
    // Multicast DNS (RFC 6762, 3).
    ("local", Private),
    // What networks have called themselves without asking anybody (RFC 6762, appendix G), and no registry gives out.
    ("intranet", Private),
    ("private", Private),
    ("corp", Private),
    ("home", Private),
    ("lan", Private),
    // What systems put behind a name that has no domain, in the file of hosts behind that of the machine itself.
    ("localdomain", Private),
    // Homes (RFC 8375).
    ("home.arpa", Private),
    // All else there is DNS at work for itself (RFC 3172).
    ("arpa", Nowhere),
    // Tor (RFC 7686).
    ("onion", Nowhere),
    // Other systems of names (RFC 9476).
    ("alt", Nowhere),
    // Tests of DNS, and what is to fail (RFC 6761, 6.2 and 6.4).
    ("test", Nowhere),
    ("invalid", Nowhere),
];

/// What is special about a name in lower case; none of most names. A name of one part is found by whatever the machine's resolver
/// puts behind it, or in its file of hosts: no registry has receivers at its own name (RFC 7085).
pub fn special_name(name: &str) -> Option<SpecialName> {
    let is_in = |domain: &str| name.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let found = DOMAINS.iter().find(|(domain, _)| is_in(domain)).map(|(_, kind)| *kind);
    found.or_else(|| (!name.contains('.')).then_some(Private))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_told_from_names_that_end_like_it() {
        for (name, kind) in [
            ("internal", Some(Private)),
            ("metadata.google.internal", Some(Private)),
            ("printer.local", Some(Private)),
            ("localhost.localdomain", Some(Private)),
            ("nas.home.arpa", Some(Private)),
            ("1.0.0.127.in-addr.arpa", Some(Nowhere)),
            ("a.b.onion", Some(Nowhere)),
            ("intranet", Some(Private)),
            ("com", Some(Private)),
            ("example.org", None),
            ("receiver.example", None),
            ("internal.example.org", None),
            ("notinternal.org", None),
            ("a.mylocal", None),
            ("home.arpa.example.org", None),
            ("my-test.com", None),
        ] {
            assert_eq!(special_name(name), kind, "{name}");
        }
    }

    #[test]
    fn each_domain_stands_once_and_none_is_hidden_by_an_earlier_one() {
        for (at, (domain, kind)) in DOMAINS.iter().enumerate() {
            assert_eq!(special_name(&format!("a.{domain}")), Some(*kind), "{domain}");
            assert!(DOMAINS[..at].iter().all(|(earlier, _)| earlier != domain), "{domain} stands twice");
        }
    }
}
