//! Which IP addresses are the public Internet, and which are something else.
//!
//! A receiver gives us an address to call. If that address were our own database, a cloud's metadata service or a printer of
//! the operator, our call would do its bidding with our rights. So only ordinary public addresses pass.
//!
//! For IPv4 the special blocks are listed and the rest is public. For IPv6 it is the other way round: only `2000::/3` is given
//! out for public use, so everything outside is refused, listed or not, and the special blocks inside are listed. Addresses
//! that carry an IPv4 address inside (mapped, compatible, translated, NAT64, 6to4, Teredo) are refused even when the inner
//! address is public: no public service is reached that way, and what the network makes of them is not ours to know.

use std::net::IpAddr;

use super::cidr::Cidr;

#[cfg(test)]
pub(crate) mod cases;

/// Why an address is not the public Internet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Special {
    /// `0.0.0.0/8`, `::`: this host, this network.
    Unspecified,
    /// RFC 1918.
    Private,
    /// `100.64.0.0/10`, behind a carrier's address translation.
    CarrierNat,
    /// `127.0.0.0/8`, `::1`.
    Loopback,
    /// `169.254.0.0/16`, `fe80::/10`: this wire. Where clouds keep their metadata service.
    LinkLocal,
    /// A cloud's platform service that sits on a public address.
    Platform,
    /// Given to protocols by the IETF: `192.0.0.0/24`, `2001::/23`.
    Protocol,
    /// For examples in texts.
    Documentation,
    /// Anycast for 6to4 relays, AS112 sinks and multicast tunnels: infrastructure, nobody's server.
    Infrastructure,
    /// For measuring networks.
    Benchmark,
    /// Many at once.
    Multicast,
    /// Everyone on this wire.
    Broadcast,
    /// Reserved or given back, by nobody in use.
    Reserved,
    /// `::ffff:0:0/96`.
    Ipv4Mapped,
    /// `::/96`.
    Ipv4Compatible,
    /// `::ffff:0:0:0/96`.
    Ipv4Translated,
    /// `64:ff9b::/96`, `64:ff9b:1::/48`.
    Nat64,
    /// `2002::/16`.
    SixToFour,
    /// `2001::/32`.
    Teredo,
    /// `100::/64`, the black hole.
    Discard,
    /// `fc00::/7`, the private addresses of IPv6.
    UniqueLocal,
    /// `fec0::/10`, the private addresses of early IPv6.
    SiteLocal,
    /// `5f00::/16`, segment routing.
    SegmentRouting,
    /// Refused by the operator's own list.
    Listed,
}

impl Special {
    /// A word for logs and metrics.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unspecified => "unspecified",
            Self::Private => "private",
            Self::CarrierNat => "carrier_nat",
            Self::Loopback => "loopback",
            Self::LinkLocal => "link_local",
            Self::Platform => "platform",
            Self::Protocol => "protocol",
            Self::Documentation => "documentation",
            Self::Infrastructure => "infrastructure",
            Self::Benchmark => "benchmark",
            Self::Multicast => "multicast",
            Self::Broadcast => "broadcast",
            Self::Reserved => "reserved",
            Self::Ipv4Mapped => "ipv4_mapped",
            Self::Ipv4Compatible => "ipv4_compatible",
            Self::Ipv4Translated => "ipv4_translated",
            Self::Nat64 => "nat64",
            Self::SixToFour => "6to4",
            Self::Teredo => "teredo",
            Self::Discard => "discard",
            Self::UniqueLocal => "unique_local",
            Self::SiteLocal => "site_local",
            Self::SegmentRouting => "segment_routing",
            Self::Listed => "listed",
        }
    }

    /// Whether an operator may open a block of this kind for receivers in its own network. The other kinds have no receivers.
    pub const fn may_be_opened(self) -> bool {
        matches!(self, Self::Private | Self::CarrierNat | Self::UniqueLocal)
    }
}

impl std::fmt::Display for Special {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The first block that holds the address names its kind, so narrow blocks stand before wide ones.
const IPV4: &[(Cidr, Special)] = &[
    (Cidr::v4([0, 0, 0, 0], 8), Special::Unspecified),
    (Cidr::v4([10, 0, 0, 0], 8), Special::Private),
    (Cidr::v4([100, 64, 0, 0], 10), Special::CarrierNat),
    (Cidr::v4([127, 0, 0, 0], 8), Special::Loopback),
    (Cidr::v4([168, 63, 129, 16], 32), Special::Platform),
    (Cidr::v4([169, 254, 0, 0], 16), Special::LinkLocal),
    (Cidr::v4([172, 16, 0, 0], 12), Special::Private),
    (Cidr::v4([192, 0, 0, 0], 24), Special::Protocol),
    (Cidr::v4([192, 0, 2, 0], 24), Special::Documentation),
    (Cidr::v4([192, 31, 196, 0], 24), Special::Infrastructure),
    (Cidr::v4([192, 52, 193, 0], 24), Special::Infrastructure),
    (Cidr::v4([192, 88, 99, 0], 24), Special::Infrastructure),
    (Cidr::v4([192, 168, 0, 0], 16), Special::Private),
    (Cidr::v4([192, 175, 48, 0], 24), Special::Infrastructure),
    (Cidr::v4([198, 18, 0, 0], 15), Special::Benchmark),
    (Cidr::v4([198, 51, 100, 0], 24), Special::Documentation),
    (Cidr::v4([203, 0, 113, 0], 24), Special::Documentation),
    (Cidr::v4([224, 0, 0, 0], 4), Special::Multicast),
    (Cidr::v4([255, 255, 255, 255], 32), Special::Broadcast),
    (Cidr::v4([240, 0, 0, 0], 4), Special::Reserved),
];

const IPV6: &[(Cidr, Special)] = &[
    // Outside 2000::/3: named where they have a name.
    (Cidr::v6_low([0, 0, 0, 0], 128), Special::Unspecified),
    (Cidr::v6_low([0, 0, 0, 1], 128), Special::Loopback),
    (Cidr::v6_low([0, 0xffff, 0, 0], 96), Special::Ipv4Mapped),
    (Cidr::v6_low([0xffff, 0, 0, 0], 96), Special::Ipv4Translated),
    (Cidr::v6_low([0, 0, 0, 0], 96), Special::Ipv4Compatible),
    (Cidr::v6([0x64, 0xff9b, 0, 0], 96), Special::Nat64),
    (Cidr::v6([0x64, 0xff9b, 1, 0], 48), Special::Nat64),
    (Cidr::v6([0x100, 0, 0, 0], 64), Special::Discard),
    (Cidr::v6([0x5f00, 0, 0, 0], 16), Special::SegmentRouting),
    (Cidr::v6([0xfc00, 0, 0, 0], 7), Special::UniqueLocal),
    (Cidr::v6([0xfe80, 0, 0, 0], 10), Special::LinkLocal),
    (Cidr::v6([0xfec0, 0, 0, 0], 10), Special::SiteLocal),
    (Cidr::v6([0xff00, 0, 0, 0], 8), Special::Multicast),
    // Inside 2000::/3.
    (Cidr::v6([0x2001, 0, 0, 0], 32), Special::Teredo),
    (Cidr::v6([0x2001, 2, 0, 0], 48), Special::Benchmark),
    (Cidr::v6([0x2001, 0, 0, 0], 23), Special::Protocol),
    (Cidr::v6([0x2001, 0xdb8, 0, 0], 32), Special::Documentation),
    (Cidr::v6([0x2002, 0, 0, 0], 16), Special::SixToFour),
    (Cidr::v6([0x2620, 0x4f, 0x8000, 0], 48), Special::Infrastructure),
    (Cidr::v6([0x3ffe, 0, 0, 0], 16), Special::Reserved),
    (Cidr::v6([0x3fff, 0, 0, 0], 20), Special::Documentation),
];

/// The part of IPv6 that is given out for public use.
const IPV6_PUBLIC: Cidr = Cidr::v6([0x2000, 0, 0, 0], 3);

/// What makes this address special, or `None` when it is an ordinary public one.
pub fn special(address: IpAddr) -> Option<Special> {
    let blocks = if address.is_ipv4() { IPV4 } else { IPV6 };
    let listed = blocks.iter().find(|(block, _)| block.contains(address)).map(|(_, kind)| *kind);
    listed.or_else(|| (address.is_ipv6() && !IPV6_PUBLIC.contains(address)).then_some(Special::Reserved))
}
