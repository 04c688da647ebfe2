//! A block of IP addresses, such as `10.0.0.0/8`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// All addresses that share their first `prefix` bits with `network`. A block of one family holds no address of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cidr {
    network: IpAddr,
    prefix: u8,
}

/// Why a text is not a block of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CidrError {
    /// Neither `address` nor `address/length`.
    #[error("not an IP address or a block such as 10.0.0.0/8")]
    Form,
    /// The length exceeds 32 or 128 bits.
    #[error("the prefix length is longer than the address")]
    Length,
    /// Bits are set after the prefix; probably another length was meant.
    #[error("bits are set after the prefix")]
    HostBits,
}

impl Cidr {
    /// A block of IPv4 addresses. The caller writes a constant, so its form is held by a test and not checked here.
    pub(super) const fn v4(network: [u8; 4], prefix: u8) -> Self {
        let [a, b, c, d] = network;
        Self { network: IpAddr::V4(Ipv4Addr::new(a, b, c, d)), prefix }
    }

    /// A block of IPv6 addresses, from the first four groups of its network; the rest are zero.
    pub(super) const fn v6(network: [u16; 4], prefix: u8) -> Self {
        let [a, b, c, d] = network;
        Self { network: IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0)), prefix }
    }

    /// A block of IPv6 addresses below `::/32`, from the last four groups of its network.
    pub(super) const fn v6_low(network: [u16; 4], prefix: u8) -> Self {
        let [e, f, g, h] = network;
        Self { network: IpAddr::V6(Ipv6Addr::new(0, 0, 0, 0, e, f, g, h)), prefix }
    }

    /// How many leading bits are fixed.
    pub fn prefix(&self) -> u8 {
        self.prefix
    }

    /// Whether the block holds this address, taken as it is: an IPv4 address inside IPv6 is an IPv6 address here.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.network, address) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                let differing = network.to_bits() ^ address.to_bits();
                differing.checked_shr(32 - u32::from(self.prefix)).unwrap_or(0) == 0
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => {
                let differing = network.to_bits() ^ address.to_bits();
                differing.checked_shr(128 - u32::from(self.prefix)).unwrap_or(0) == 0
            }
            _ => false,
        }
    }

    /// Whether no bit is set after the prefix.
    fn is_canonical(&self) -> bool {
        match self.network {
            IpAddr::V4(network) => network.to_bits().checked_shl(u32::from(self.prefix)).unwrap_or(0) == 0,
            IpAddr::V6(network) => network.to_bits().checked_shl(u32::from(self.prefix)).unwrap_or(0) == 0,
        }
    }
}

impl FromStr for Cidr {
    type Err = CidrError;

    /// Reads `address/length`, or an address alone as a block of one.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => (address, Some(length)),
            None => (text, None),
        };
        let network: IpAddr = address.parse().map_err(|_| CidrError::Form)?;
        let longest = if network.is_ipv4() { 32 } else { 128 };
        let prefix = match length {
            None => longest,
            Some(bits) if (1..=3).contains(&bits.len()) && bits.bytes().all(|b| b.is_ascii_digit()) => {
                bits.parse::<u8>().map_err(|_| CidrError::Length)?
            }
            Some(_) => return Err(CidrError::Form),
        };
        if prefix > longest {
            return Err(CidrError::Length);
        }
        let block = Self { network, prefix };
        if block.is_canonical() { Ok(block) } else { Err(CidrError::HostBits) }
    }
}

impl TryFrom<String> for Cidr {
    type Error = CidrError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<IpAddr> for Cidr {
    /// The block of this address alone.
    fn from(address: IpAddr) -> Self {
        Self { network: address, prefix: if address.is_ipv4() { 32 } else { 128 } }
    }
}

impl From<Cidr> for String {
    fn from(block: Cidr) -> Self {
        block.to_string()
    }
}

impl std::fmt::Display for Cidr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.network, self.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cidr, CidrError};

    #[test]
    fn reads_and_prints_blocks() {
        for text in ["10.0.0.0/8", "0.0.0.0/0", "192.0.2.7/32", "fc00::/7", "::/0", "::1/128"] {
            assert_eq!(text.parse::<Cidr>().unwrap().to_string(), text);
        }
        assert_eq!("192.0.2.7".parse::<Cidr>().unwrap().to_string(), "192.0.2.7/32");
        assert_eq!("::1".parse::<Cidr>().unwrap().to_string(), "::1/128");
    }

    #[test]
    fn refuses_what_is_not_a_block() {
        let cases = [
            ("", CidrError::Form),
            ("10.0.0.0/", CidrError::Form),
            ("10.0.0.0/+8", CidrError::Form),
            ("10.0.0.0/8/8", CidrError::Form),
            ("10.0.0/8", CidrError::Form),
            ("010.0.0.0/8", CidrError::Form),
            ("example.org/8", CidrError::Form),
            ("10.0.0.0/33", CidrError::Length),
            ("10.0.0.0/999", CidrError::Length),
            ("fc00::/129", CidrError::Length),
            ("10.0.0.1/8", CidrError::HostBits),
            ("fc00::1/7", CidrError::HostBits),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<Cidr>(), Err(expected), "{text}");
        }
    }

    #[test]
    fn holds_its_first_and_last_address_and_neither_neighbour() {
        let cases = [
            ("10.0.0.0/8", "10.0.0.0", "10.255.255.255", "9.255.255.255", "11.0.0.0"),
            ("192.0.2.7/32", "192.0.2.7", "192.0.2.7", "192.0.2.6", "192.0.2.8"),
            ("fe80::/10", "fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "fe7f:ffff::", "fec0::"),
        ];
        for (block, first, last, before, after) in cases {
            let block: Cidr = block.parse().unwrap();
            assert!(block.contains(first.parse().unwrap()) && block.contains(last.parse().unwrap()), "{block}");
            assert!(!block.contains(before.parse().unwrap()) && !block.contains(after.parse().unwrap()), "{block}");
        }
        let everything: Cidr = "0.0.0.0/0".parse().unwrap();
        assert!(everything.contains("203.0.113.9".parse().unwrap()));
        assert!(!everything.contains("2001:db8::1".parse().unwrap()), "the families are apart");
    }
}
