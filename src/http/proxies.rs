//! From which address a call comes, when it comes through proxies.
//!
//! Anybody can write any address into a header. What counts is therefore what a proxy of the operator added: headers are read only
//! when the peer is one, from the right, where each proxy appends whom it saw, and up to the first address that is no such proxy.

use std::net::{IpAddr, SocketAddr};

use actix_web::http::header::{FORWARDED, HeaderMap, HeaderName, X_FORWARDED_FOR};

use crate::config::ProxyHeader;
use crate::domain::egress::Cidr;

/// Elements of the header that are looked at; more proxies in a row are not the operator's.
const MOST_HOPS: usize = 16;

/// The proxies that are believed.
#[derive(Debug, Clone, Default)]
pub struct Proxies {
    /// Where they are; nobody is believed when empty.
    pub networks: Vec<Cidr>,
    /// Into which header they write.
    pub header: ProxyHeader,
}

impl Proxies {
    /// The address of whoever calls: the peer's, or what the proxies say when the peer is one of them. What cannot be read ends the
    /// search, so that the proxy that passed it on is counted.
    pub fn caller(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut caller = peer.to_canonical();
        if !self.believes(caller) {
            return caller;
        }
        let name: HeaderName = match self.header {
            ProxyHeader::XForwardedFor => X_FORWARDED_FOR,
            ProxyHeader::Forwarded => FORWARDED,
        };
        // Several headers of one name are one list in their order (RFC 9110, 5.3).
        let lines: Vec<&str> = headers.get_all(name).map(|value| value.to_str().unwrap_or_default()).collect();
        let elements = lines.iter().rev().flat_map(|line| elements(line).into_iter().rev());
        for element in elements.take(MOST_HOPS) {
            let address = match self.header {
                ProxyHeader::XForwardedFor => address(element),
                ProxyHeader::Forwarded => seen(element).and_then(address),
            };
            let Some(address) = address else { return caller };
            caller = address;
            if !self.believes(caller) {
                return caller;
            }
        }
        caller
    }

    fn believes(&self, address: IpAddr) -> bool {
        self.networks.iter().any(|network| network.contains(address))
    }
}

/// The elements of a list. A comma between quotation marks separates nothing.
fn elements(line: &str) -> Vec<&str> {
    let mut quoted = false;
    line.split(|sign: char| {
        quoted ^= sign == '"';
        sign == ',' && !quoted
    })
    .map(str::trim)
    .collect()
}

/// Whom a proxy saw, of an element of `Forwarded` (RFC 7239): `for=192.0.2.60;proto=https`.
fn seen(element: &str) -> Option<&str> {
    let mut pairs = element.split(';').filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.find(|(name, _)| name.eq_ignore_ascii_case("for"))?;
    Some(value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value))
}

/// An address with or without a port: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let parsed = bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()));
    parsed.map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    fn proxies(header: ProxyHeader) -> Proxies {
        let networks = ["10.0.0.0/8", "2001:db8:ffff::/48"].map(|text| text.parse().expect("a network"));
        Proxies { networks: networks.into(), header }
    }

    fn caller(proxies: &Proxies, peer: &str, lines: &[&str]) -> String {
        let name = match proxies.header {
            ProxyHeader::XForwardedFor => X_FORWARDED_FOR,
            ProxyHeader::Forwarded => FORWARDED,
        };
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(name.clone(), HeaderValue::from_bytes(line.as_bytes()).expect("a value"));
        }
        proxies.caller(peer.parse().expect("an address"), &headers).to_string()
    }

    #[test]
    fn nobody_is_believed_by_default_and_no_stranger_ever() {
        assert_eq!(caller(&Proxies::default(), "10.0.0.1", &["192.0.2.1"]), "10.0.0.1");
        for header in [ProxyHeader::XForwardedFor, ProxyHeader::Forwarded] {
            assert_eq!(caller(&proxies(header), "192.0.2.9", &["192.0.2.1", "for=192.0.2.1"]), "192.0.2.9");
            assert_eq!(caller(&proxies(header), "10.0.0.1", &[]), "10.0.0.1");
        }
    }

    #[test]
    fn the_rightmost_address_that_is_no_proxy_of_ours_counts() {
        let ours = proxies(ProxyHeader::XForwardedFor);
        for (lines, expected) in [
            (&["192.0.2.1"][..], "192.0.2.1"),
            // What the caller wrote itself stands to the left of what the first proxy saw.
            (&["198.51.100.7, 192.0.2.1"], "192.0.2.1"),
            (&["10.9.9.9, 192.0.2.1"], "192.0.2.1"),
            (&["198.51.100.7", "192.0.2.1"], "192.0.2.1"),
            (&["198.51.100.7, 192.0.2.1, 10.0.0.2"], "192.0.2.1"),
            (&["198.51.100.7, 192.0.2.1 ,\t10.0.0.2,2001:db8:ffff::3"], "192.0.2.1"),
            (&["192.0.2.1:443"], "192.0.2.1"),
            (&["2001:db8::1"], "2001:db8::1"),
            (&["[2001:db8::1]:443"], "2001:db8::1"),
            (&["[2001:db8::1]"], "2001:db8::1"),
            (&["::ffff:192.0.2.1"], "192.0.2.1"),
            (&["10.0.0.3, 10.0.0.2"], "10.0.0.3"),
            (&["::ffff:10.0.0.2"], "10.0.0.2"),
        ] {
            assert_eq!(caller(&ours, "10.0.0.1", lines), expected, "{lines:?}");
        }
        assert_eq!(caller(&ours, "::ffff:10.0.0.1", &["192.0.2.1"]), "192.0.2.1");
    }

    #[test]
    fn what_cannot_be_read_counts_for_the_proxy_that_passed_it_on() {
        let ours = proxies(ProxyHeader::XForwardedFor);
        for line in
            ["", "unknown", "_hidden", "192.0.2.1, nonsense", "192.0.2.1,", "192.0.2.1.5", "1", "[192.0.2.1", "é", "\""]
        {
            assert_eq!(caller(&ours, "10.0.0.1", &[line]), "10.0.0.1", "{line}");
        }
        assert_eq!(caller(&ours, "10.0.0.1", &["192.0.2.1, nonsense, 10.0.0.2"]), "10.0.0.2");
        // A header of nothing but proxies is not gone through for ever.
        let long = vec!["10.0.0.2"; 5_000].join(",");
        assert_eq!(caller(&ours, "10.0.0.1", &[&format!("192.0.2.1,{long}")]), "10.0.0.2");
    }

    #[test]
    fn the_standard_header_is_read_with_its_quotes_and_parameters() {
        let ours = proxies(ProxyHeader::Forwarded);
        for (line, expected) in [
            ("for=192.0.2.60;proto=http;by=203.0.113.43", "192.0.2.60"),
            ("for=198.51.100.7, FOR=192.0.2.60", "192.0.2.60"),
            ("For=\"[2001:db8:cafe::17]:4711\"", "2001:db8:cafe::17"),
            ("proto=https; for=\"192.0.2.60:80\"", "192.0.2.60"),
            ("for=\"198.51.100.7, for=203.0.113.1\", for=192.0.2.60", "192.0.2.60"),
            ("for=192.0.2.60, for=10.0.0.2", "192.0.2.60"),
            ("for=192.0.2.60, for=unknown", "10.0.0.1"),
            ("for=192.0.2.60, by=10.0.0.2", "10.0.0.1"),
            ("for=192.0.2.60, for=\"_secret", "10.0.0.1"),
        ] {
            assert_eq!(caller(&ours, "10.0.0.1", &[line]), expected, "{line}");
        }
        // The other header is not read: the proxy may pass on what a caller wrote there.
        let mut headers = HeaderMap::new();
        headers.append(X_FORWARDED_FOR, HeaderValue::from_static("192.0.2.1"));
        assert_eq!(ours.caller(IpAddr::from([10, 0, 0, 1]), &headers).to_string(), "10.0.0.1");
    }
}
