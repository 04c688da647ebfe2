//! The table of addresses: each block with its first, its last and a telling inner address, and the public neighbours on both
//! sides as controls.

use std::net::IpAddr;

use super::{IPV4, IPV6, Special, special};
use crate::domain::egress::Cidr;

/// `None` stands for an ordinary public address.
pub(crate) const CASES: &[(&str, Option<Special>)] = &[
    // Public, well known.
    ("1.1.1.1", None),
    ("8.8.8.8", None),
    ("9.9.9.9", None),
    ("93.184.216.34", None),
    ("185.199.108.153", None),
    ("2606:4700:4700::1111", None),
    ("2001:4860:4860::8888", None),
    ("2a00:1450:4007:80e::200e", None),
    // 0.0.0.0/8
    ("0.0.0.0", Some(Special::Unspecified)),
    ("0.0.0.1", Some(Special::Unspecified)),
    ("0.255.255.255", Some(Special::Unspecified)),
    ("1.0.0.0", None),
    // 10.0.0.0/8
    ("9.255.255.255", None),
    ("10.0.0.0", Some(Special::Private)),
    ("10.0.0.1", Some(Special::Private)),
    ("10.255.255.255", Some(Special::Private)),
    ("11.0.0.0", None),
    // 100.64.0.0/10, with a cloud's metadata service inside
    ("100.63.255.255", None),
    ("100.64.0.0", Some(Special::CarrierNat)),
    ("100.100.100.200", Some(Special::CarrierNat)),
    ("100.127.255.255", Some(Special::CarrierNat)),
    ("100.128.0.0", None),
    // 127.0.0.0/8
    ("126.255.255.255", None),
    ("127.0.0.0", Some(Special::Loopback)),
    ("127.0.0.1", Some(Special::Loopback)),
    ("127.1.2.3", Some(Special::Loopback)),
    ("127.255.255.255", Some(Special::Loopback)),
    ("128.0.0.0", None),
    // One platform address amid public ones
    ("168.63.129.15", None),
    ("168.63.129.16", Some(Special::Platform)),
    ("168.63.129.17", None),
    // 169.254.0.0/16
    ("169.253.255.255", None),
    ("169.254.0.0", Some(Special::LinkLocal)),
    ("169.254.169.254", Some(Special::LinkLocal)),
    ("169.254.170.2", Some(Special::LinkLocal)),
    ("169.254.255.255", Some(Special::LinkLocal)),
    ("169.255.0.0", None),
    // 172.16.0.0/12
    ("172.15.255.255", None),
    ("172.16.0.0", Some(Special::Private)),
    ("172.17.0.1", Some(Special::Private)),
    ("172.31.255.255", Some(Special::Private)),
    ("172.32.0.0", None),
    // 192.0.0.0/24
    ("191.255.255.255", None),
    ("192.0.0.0", Some(Special::Protocol)),
    ("192.0.0.192", Some(Special::Protocol)),
    ("192.0.0.255", Some(Special::Protocol)),
    ("192.0.1.0", None),
    // 192.0.2.0/24
    ("192.0.1.255", None),
    ("192.0.2.0", Some(Special::Documentation)),
    ("192.0.2.255", Some(Special::Documentation)),
    ("192.0.3.0", None),
    // 192.31.196.0/24
    ("192.31.195.255", None),
    ("192.31.196.0", Some(Special::Infrastructure)),
    ("192.31.196.255", Some(Special::Infrastructure)),
    ("192.31.197.0", None),
    // 192.52.193.0/24
    ("192.52.192.255", None),
    ("192.52.193.0", Some(Special::Infrastructure)),
    ("192.52.193.255", Some(Special::Infrastructure)),
    ("192.52.194.0", None),
    // 192.88.99.0/24
    ("192.88.98.255", None),
    ("192.88.99.0", Some(Special::Infrastructure)),
    ("192.88.99.1", Some(Special::Infrastructure)),
    ("192.88.99.255", Some(Special::Infrastructure)),
    ("192.88.100.0", None),
    // 192.168.0.0/16
    ("192.167.255.255", None),
    ("192.168.0.0", Some(Special::Private)),
    ("192.168.1.1", Some(Special::Private)),
    ("192.168.255.255", Some(Special::Private)),
    ("192.169.0.0", None),
    // 192.175.48.0/24
    ("192.175.47.255", None),
    ("192.175.48.0", Some(Special::Infrastructure)),
    ("192.175.48.255", Some(Special::Infrastructure)),
    ("192.175.49.0", None),
    // 198.18.0.0/15
    ("198.17.255.255", None),
    ("198.18.0.0", Some(Special::Benchmark)),
    ("198.19.255.255", Some(Special::Benchmark)),
    ("198.20.0.0", None),
    // 198.51.100.0/24
    ("198.51.99.255", None),
    ("198.51.100.0", Some(Special::Documentation)),
    ("198.51.100.255", Some(Special::Documentation)),
    ("198.51.101.0", None),
    // 203.0.113.0/24
    ("203.0.112.255", None),
    ("203.0.113.0", Some(Special::Documentation)),
    ("203.0.113.255", Some(Special::Documentation)),
    ("203.0.114.0", None),
    // 224.0.0.0/4, 240.0.0.0/4, 255.255.255.255/32: no public address follows
    ("223.255.255.255", None),
    ("224.0.0.0", Some(Special::Multicast)),
    ("224.0.0.251", Some(Special::Multicast)),
    ("239.255.255.255", Some(Special::Multicast)),
    ("240.0.0.0", Some(Special::Reserved)),
    ("255.255.255.254", Some(Special::Reserved)),
    ("255.255.255.255", Some(Special::Broadcast)),
    // ::/96 and what lies in it
    ("::", Some(Special::Unspecified)),
    ("::1", Some(Special::Loopback)),
    ("::2", Some(Special::Ipv4Compatible)),
    ("::127.0.0.1", Some(Special::Ipv4Compatible)),
    ("::8.8.8.8", Some(Special::Ipv4Compatible)),
    ("::255.255.255.255", Some(Special::Ipv4Compatible)),
    ("::1:0:0", Some(Special::Reserved)),
    // ::ffff:0:0/96, also with a public address inside
    ("::fffe:ffff:ffff", Some(Special::Reserved)),
    ("::ffff:127.0.0.1", Some(Special::Ipv4Mapped)),
    ("::ffff:10.0.0.1", Some(Special::Ipv4Mapped)),
    ("::ffff:169.254.169.254", Some(Special::Ipv4Mapped)),
    ("::ffff:8.8.8.8", Some(Special::Ipv4Mapped)),
    ("::ffff:0:127.0.0.1", Some(Special::Ipv4Translated)),
    ("::ffff:0:8.8.8.8", Some(Special::Ipv4Translated)),
    ("::1:0:0:0:0", Some(Special::Reserved)),
    // NAT64, also with a public address inside
    ("64:ff9a:ffff::", Some(Special::Reserved)),
    ("64:ff9b::7f00:1", Some(Special::Nat64)),
    ("64:ff9b::a9fe:a9fe", Some(Special::Nat64)),
    ("64:ff9b::808:808", Some(Special::Nat64)),
    ("64:ff9b::1:0:0", Some(Special::Reserved)),
    ("64:ff9b:1::", Some(Special::Nat64)),
    ("64:ff9b:1:ffff:ffff:ffff:808:808", Some(Special::Nat64)),
    ("64:ff9b:2::", Some(Special::Reserved)),
    // Discard only
    ("100::", Some(Special::Discard)),
    ("100::ffff:ffff:ffff:ffff", Some(Special::Discard)),
    ("100:0:0:1::", Some(Special::Reserved)),
    ("1fff:ffff::", Some(Special::Reserved)),
    // 2000::/3: public but for the listed blocks
    ("2000::", None),
    ("2000:ffff::", None),
    ("2001::", Some(Special::Teredo)),
    ("2001:0:7f00:1::", Some(Special::Teredo)),
    ("2001:0:4136:e378:8000:63bf:3fff:fdd2", Some(Special::Teredo)),
    ("2001:1::1", Some(Special::Protocol)),
    ("2001:2::", Some(Special::Benchmark)),
    ("2001:2:0:ffff::1", Some(Special::Benchmark)),
    ("2001:2:1::", Some(Special::Protocol)),
    ("2001:4:112::1", Some(Special::Protocol)),
    ("2001:10::1", Some(Special::Protocol)),
    ("2001:20::1", Some(Special::Protocol)),
    ("2001:1ff:ffff::", Some(Special::Protocol)),
    ("2001:200::", None),
    ("2001:db7:ffff::", None),
    ("2001:db8::", Some(Special::Documentation)),
    ("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", Some(Special::Documentation)),
    ("2001:db9::", None),
    ("2001:ffff:ffff::", None),
    ("2002::", Some(Special::SixToFour)),
    ("2002:7f00:1::", Some(Special::SixToFour)),
    ("2002:a9fe:a9fe::1", Some(Special::SixToFour)),
    ("2002:808:808::1", Some(Special::SixToFour)),
    ("2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", Some(Special::SixToFour)),
    ("2003::", None),
    ("2620:4f:7fff::", None),
    ("2620:4f:8000::", Some(Special::Infrastructure)),
    ("2620:4f:8000:ffff::1", Some(Special::Infrastructure)),
    ("2620:4f:8001::", None),
    ("3ffd:ffff::", None),
    ("3ffe::", Some(Special::Reserved)),
    ("3ffe:ffff::1", Some(Special::Reserved)),
    ("3fff::", Some(Special::Documentation)),
    ("3fff:fff:ffff::", Some(Special::Documentation)),
    ("3fff:1000::", None),
    ("3fff:ffff:ffff::", None),
    // Above 2000::/3
    ("4000::", Some(Special::Reserved)),
    ("5eff:ffff::", Some(Special::Reserved)),
    ("5f00::", Some(Special::SegmentRouting)),
    ("5f00:ffff::1", Some(Special::SegmentRouting)),
    ("5f01::", Some(Special::Reserved)),
    ("fbff:ffff::", Some(Special::Reserved)),
    ("fc00::", Some(Special::UniqueLocal)),
    ("fd00:ec2::254", Some(Special::UniqueLocal)),
    ("fdff:ffff:ffff::", Some(Special::UniqueLocal)),
    ("fe00::", Some(Special::Reserved)),
    ("fe7f:ffff::", Some(Special::Reserved)),
    ("fe80::", Some(Special::LinkLocal)),
    ("fe80::1", Some(Special::LinkLocal)),
    ("febf:ffff::", Some(Special::LinkLocal)),
    ("fec0::", Some(Special::SiteLocal)),
    ("feff:ffff::", Some(Special::SiteLocal)),
    ("ff00::", Some(Special::Multicast)),
    ("ff02::2", Some(Special::Multicast)),
    ("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", Some(Special::Multicast)),
];

#[test]
fn every_address_of_the_table_is_told_apart() {
    assert!(CASES.len() >= 120, "{} cases", CASES.len());
    for (text, expected) in CASES {
        let address: IpAddr = text.parse().expect(text);
        assert_eq!(special(address), *expected, "{text}");
    }
}

#[test]
fn every_block_is_met_by_the_table() {
    for (block, kind) in IPV4.iter().chain(IPV6) {
        let met =
            CASES.iter().any(|(text, expected)| *expected == Some(*kind) && block.contains(text.parse().expect(text)));
        assert!(met, "no case for {block}");
    }
}

#[test]
fn every_block_is_written_with_its_own_length() {
    for (block, _) in IPV4.iter().chain(IPV6) {
        assert_eq!(block.to_string().parse::<Cidr>(), Ok(*block), "{block}");
    }
}

#[test]
fn no_private_address_escapes_inside_another() {
    for inner in ["127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.0.1", "8.8.8.8"] {
        let IpAddr::V4(inner) = inner.parse().unwrap() else { unreachable!("an IPv4 address") };
        let [high, low] = [(inner.to_bits() >> 16) as u16, inner.to_bits() as u16];
        let forms = [
            format!("::{high:x}:{low:x}"),
            format!("::ffff:{high:x}:{low:x}"),
            format!("::ffff:0:{high:x}:{low:x}"),
            format!("64:ff9b::{high:x}:{low:x}"),
            format!("64:ff9b:1::{high:x}:{low:x}"),
            format!("2002:{high:x}:{low:x}::1"),
            format!("2001:0:{high:x}:{low:x}::1"),
        ];
        for form in forms {
            assert!(special(form.parse().expect(&form)).is_some(), "{form}");
        }
    }
}
