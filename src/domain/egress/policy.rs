//! Where we may call: the rules for a receiver's address, before any name is looked up and again when it is dialled.
//!
//! A URL is judged twice. [`EgressPolicy::check_url`] judges what can be seen in the text; it serves the one who registers an
//! endpoint and the client before each call. [`EgressPolicy::check_address`] judges each address a name resolves to, inside the
//! resolver of the connector (`outbound::resolver`), so that what is checked is what is dialled and a name that changes its
//! address between two looks gains nothing.

use std::net::IpAddr;

use url::{Host, Url};

use super::address::{Special, special};
use super::cidr::Cidr;
use super::names::{SpecialName, special_name};

/// Longest URL of a receiver, in bytes.
pub const URL_BYTES_MAX: usize = 2_048;

/// The shortest prefix an operator may open. `fc00::/7` is the widest private block there is.
const OPENED_PREFIX_MIN: u8 = 7;

/// What receivers may be called.
///
/// As made by [`EgressPolicy::strict`]: `https` alone, port 443 alone, public addresses alone. Everything else is opened by name.
#[derive(Debug, Clone)]
pub struct EgressPolicy {
    ports: Vec<u16>,
    opened: Vec<Cidr>,
    refused: Vec<Cidr>,
    loopback_http: bool,
}

/// Why a URL is not one we call. Each is about the URL alone, and the same whenever it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum UrlRefusal {
    /// Longer than [`URL_BYTES_MAX`].
    #[error("the URL is longer than 2048 bytes")]
    TooLong,
    /// Spaces, line breaks, control characters, backslashes: what parsers drop, move or read each in its own way.
    #[error("the URL holds a space, a control character or a backslash")]
    Characters,
    /// No URL by the WHATWG rules; an empty host and an impossible number for an address are among the causes.
    #[error("this is not a URL")]
    NotAUrl,
    /// Anything but `https`.
    #[error("only https is called")]
    Scheme,
    /// A user name or password before the host.
    #[error("the URL carries a user name or password; deliveries are signed instead")]
    Credentials,
    /// The name breaks the lengths of DNS or has an empty part, for example a dot at its end.
    #[error("the host is not a complete name of DNS, written without a dot at its end")]
    Name,
    /// A name that no receiver on the public internet has.
    #[error("the host's name is of no receiver on the public internet: it is {0}")]
    SpecialName(SpecialName),
    /// A port that is not on the list.
    #[error("this port is not called")]
    Port,
    /// A literal address, in whatever notation, that is not public, or a name that by its meaning is one.
    #[error("the host is an address that is not public ({0})")]
    Address(Special),
}

/// Why a block of addresses cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpeningRefused {
    /// So wide that it would take the wall down.
    #[error("the block {0} is wider than any private network")]
    TooWide(Cidr),
}

/// A URL that the policy lets pass. Only the policy makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination(Url);

impl Destination {
    /// The URL in its normal form: lower-case host, punycode, addresses in their usual notation.
    pub fn as_url(&self) -> &Url {
        &self.0
    }
}

impl EgressPolicy {
    /// Only `https` on port 443 to public addresses.
    pub fn strict() -> Self {
        Self { ports: vec![443], opened: Vec::new(), refused: Vec::new(), loopback_http: false }
    }

    /// Adds ports to 443.
    pub fn with_ports(mut self, ports: impl IntoIterator<Item = u16>) -> Self {
        self.ports.extend(ports);
        self
    }

    /// Opens blocks of the operator's own network to receivers. Only kinds that can hold receivers open, see
    /// [`Special::may_be_opened`]; loopback, the wire and the metadata service inside it stay shut whatever is listed. With any of
    /// them the names that private networks give themselves are called too, if they lead there.
    pub fn with_opened(mut self, blocks: impl IntoIterator<Item = Cidr>) -> Result<Self, OpeningRefused> {
        for block in blocks {
            if block.prefix() < OPENED_PREFIX_MIN {
                return Err(OpeningRefused::TooWide(block));
            }
            self.opened.push(block);
        }
        Ok(self)
    }

    /// Shuts blocks that are public: the service's own addresses, for example. They outdo every opening.
    pub fn with_refused(mut self, blocks: impl IntoIterator<Item = Cidr>) -> Self {
        self.refused.extend(blocks);
        self
    }

    /// Lets receivers live on this machine, over plain `http` and on any port: for the demo and for tests.
    ///
    /// On a server this hands every service that listens on loopback to whoever may register an endpoint. Other addresses stay
    /// as strict as before, and so do names other than `localhost` and those below it.
    pub fn dangerously_allow_loopback_http(mut self) -> Self {
        self.loopback_http = true;
        self
    }

    /// Judges a receiver's URL as it is written, without looking up its name.
    pub fn check_url(&self, text: &str) -> Result<Destination, UrlRefusal> {
        if text.len() > URL_BYTES_MAX {
            return Err(UrlRefusal::TooLong);
        }
        if text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
            return Err(UrlRefusal::Characters);
        }
        let url = Url::parse(text).map_err(|_| UrlRefusal::NotAUrl)?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(UrlRefusal::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(UrlRefusal::Credentials);
        }
        let here = match url.host().ok_or(UrlRefusal::NotAUrl)? {
            Host::Ipv4(address) => self.check_literal(IpAddr::V4(address))?,
            Host::Ipv6(address) => self.check_literal(IpAddr::V6(address))?,
            Host::Domain(name) => self.check_name(name)?,
        };
        if url.scheme() != "https" && !here {
            return Err(UrlRefusal::Scheme);
        }
        let port = url.port_or_known_default().ok_or(UrlRefusal::Port)?;
        if !here && !self.ports.contains(&port) {
            return Err(UrlRefusal::Port);
        }
        Ok(Destination(url))
    }

    /// Judges one address that `name` resolved to.
    pub fn check_address(&self, name: &str, address: IpAddr) -> Result<(), Special> {
        if self.refused.iter().any(|block| block.contains(address)) {
            return Err(Special::Listed);
        }
        match special(address) {
            None => Ok(()),
            Some(Special::Loopback) if self.loopback_http && means_this_machine(name) => Ok(()),
            Some(kind) if kind.may_be_opened() && self.opened.iter().any(|block| block.contains(address)) => Ok(()),
            Some(kind) => Err(kind),
        }
    }

    /// Passes a literal address, and says whether it is this machine.
    fn check_literal(&self, address: IpAddr) -> Result<bool, UrlRefusal> {
        self.check_address("localhost", address).map_err(UrlRefusal::Address)?;
        Ok(special(address) == Some(Special::Loopback))
    }

    /// Passes a name, and says whether it means this machine.
    fn check_name(&self, name: &str) -> Result<bool, UrlRefusal> {
        let complete = name.len() <= 253 && name.split('.').all(|label| (1..=63).contains(&label.len()));
        if !complete {
            return Err(UrlRefusal::Name);
        }
        let here = means_this_machine(name);
        if here && !self.loopback_http {
            return Err(UrlRefusal::Address(Special::Loopback));
        }
        match special_name(name) {
            Some(_) if here => Ok(true),
            // What it leads to is judged when it is dialled.
            Some(SpecialName::Private) if !self.opened.is_empty() => Ok(false),
            Some(kind) => Err(UrlRefusal::SpecialName(kind)),
            None => Ok(here),
        }
    }
}

/// Names that mean this machine wherever they are asked (RFC 6761, 6.3).
fn means_this_machine(name: &str) -> bool {
    name == "localhost" || name.ends_with(".localhost")
}

#[cfg(test)]
mod cases;
