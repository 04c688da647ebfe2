//! One way to reach a controller, with what is needed to use it.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use url::{Host, Url};
use utoipa::ToSchema;

use super::contact;
use crate::domain::simulation::Behaviour;

/// How many requests one bundle message names when the controller has not said.
pub const WEBHOOK_BUNDLE_DEFAULT: u32 = 1_000;
/// The most requests one bundle message may name.
pub const WEBHOOK_BUNDLE_MAX: u32 = 10_000;

/// Most lines of a postal address.
const ADDRESS_LINES_MAX: usize = 10;
/// Longest line of a postal address, in characters.
const ADDRESS_LINE_MAX: usize = 200;

text_enum! {
    /// The kinds of ways to reach a controller.
    pub enum ChannelKind {
        /// A signed message to an address of the controller's own service.
        Webhook = "webhook",
        /// Nothing is sent: the controller fetches what is addressed to it.
        Feed = "feed",
        /// An e-mail.
        Email = "email",
        /// A form on the controller's site, filled in by a person.
        Portal = "portal",
        /// A letter.
        Post = "post",
        /// Nothing is sent: a controller of a sandbox, played by the service.
        Simulated = "simulated",
    }
}

impl ChannelKind {
    /// Whether a person has to deliver what goes this way.
    pub const fn is_by_hand(self) -> bool {
        matches!(self, Self::Email | Self::Portal | Self::Post)
    }
}

text_enum! {
    /// How many requests a webhook message names.
    pub enum WebhookMode {
        /// One message for each request.
        Single = "single",
        /// One message for many requests, with the address where the pages of their ids are read.
        Bundle = "bundle",
    }
}

/// One way to reach a controller.
///
/// No channel gives the controller more time than another (rule R-1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Channel {
    /// A signed message (Standard Webhooks) to an address of the controller's own service.
    Webhook {
        /// Where messages are posted. `https`, except on the machine itself.
        #[schema(max_length = 2048, example = "https://privacy.example.org/hooks/requests")]
        url: String,
        /// One message for each request, or one for many.
        #[serde(default = "single")]
        mode: WebhookMode,
        /// The most requests one message may name when `mode` is `bundle`.
        #[serde(default = "bundle_default")]
        #[schema(minimum = 1, maximum = 10_000, default = 1_000)]
        max_bundle: u32,
    },
    /// Nothing is sent: the controller fetches what is addressed to it.
    Feed {},
    /// An e-mail, one for each request.
    Email {
        /// The address, which may be internationalised.
        #[schema(max_length = 254, example = "privacy@example.org")]
        address: String,
    },
    /// A form on the controller's site, filled in by a person.
    Portal {
        /// The address of the form.
        #[schema(max_length = 2048, example = "https://www.example.org/privacy/form")]
        url: String,
    },
    /// A letter.
    Post {
        /// The postal address below the controller's name, the country last.
        #[schema(min_items = 2, max_items = 10, example = json!(["12 rue de l'Exemple", "75002 Paris", "France"]))]
        address_lines: Vec<String>,
    },
    /// Nothing is sent: the service plays the controller. In sandboxes alone, where every channel is of this kind.
    Simulated {
        /// How it treats requests.
        behaviour: Behaviour,
    },
}

fn single() -> WebhookMode {
    WebhookMode::Single
}

fn bundle_default() -> u32 {
    WEBHOOK_BUNDLE_DEFAULT
}

/// What is wrong with a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ChannelProblem {
    /// Not an address of the web, or one with a user, a password or a fragment in it.
    #[error("the webhook's address is not a usable web address")]
    WebhookUrl,
    /// Without transport security, to another machine.
    #[error("the webhook's address must begin with https")]
    WebhookUrlNotSecure,
    /// The bundle size is out of bounds.
    #[error("a bundle names 1 to {WEBHOOK_BUNDLE_MAX} requests")]
    BundleSize,
    /// Not an e-mail address.
    #[error("not an e-mail address")]
    EmailAddress,
    /// Not an address of the web.
    #[error("the form's address is not a usable web address")]
    PortalUrl,
    /// No postal address: too few or too many lines, or a line that is empty, too long or not plain text.
    #[error("a postal address has 2 to {ADDRESS_LINES_MAX} lines of plain text, the country last")]
    PostalAddress,
}

impl ChannelProblem {
    /// The field of the channel that is at fault, as a JSON pointer.
    pub const fn pointer(self) -> &'static str {
        match self {
            Self::WebhookUrl | Self::WebhookUrlNotSecure | Self::PortalUrl => "/url",
            Self::BundleSize => "/max_bundle",
            Self::EmailAddress => "/address",
            Self::PostalAddress => "/address_lines",
        }
    }
}

impl Channel {
    /// The kind of this channel.
    pub const fn kind(&self) -> ChannelKind {
        match self {
            Self::Webhook { .. } => ChannelKind::Webhook,
            Self::Feed {} => ChannelKind::Feed,
            Self::Email { .. } => ChannelKind::Email,
            Self::Portal { .. } => ChannelKind::Portal,
            Self::Post { .. } => ChannelKind::Post,
            Self::Simulated { .. } => ChannelKind::Simulated,
        }
    }

    /// How many requests one message of this channel may name. Only webhook bundles name more than one: those who open
    /// e-mails, forms and letters read one person each.
    pub const fn requests_per_message(&self) -> u32 {
        match self {
            Self::Webhook { mode: WebhookMode::Bundle, max_bundle, .. } => *max_bundle,
            _ => 1,
        }
    }

    /// Whether the channel can be used as it is written.
    ///
    /// Says nothing about what stands behind an address: that is checked when it is dialled.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), ChannelProblem> {
        match self {
            Self::Webhook { url, max_bundle, .. } => {
                check_webhook_url(url)?;
                require((1..=WEBHOOK_BUNDLE_MAX).contains(max_bundle), ChannelProblem::BundleSize)
            }
            Self::Feed {} | Self::Simulated { .. } => Ok(()),
            Self::Email { address } => require(contact::is_email(address), ChannelProblem::EmailAddress),
            Self::Portal { url } => require(contact::web_address(url).is_some(), ChannelProblem::PortalUrl),
            Self::Post { address_lines } => require(is_postal_address(address_lines), ChannelProblem::PostalAddress),
        }
    }
}

fn require(holds: bool, problem: ChannelProblem) -> Result<(), ChannelProblem> {
    if holds { Ok(()) } else { Err(problem) }
}

fn check_webhook_url(text: &str) -> Result<(), ChannelProblem> {
    let url = contact::web_address(text).ok_or(ChannelProblem::WebhookUrl)?;
    require(url.fragment().is_none(), ChannelProblem::WebhookUrl)?;
    require(url.scheme() == "https" || is_loopback(&url), ChannelProblem::WebhookUrlNotSecure)
}

/// Whether an address names this machine. Such an address may go without transport security, since nothing leaves the
/// machine; whether it may be dialled at all is the sender's decision.
fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

fn is_postal_address(lines: &[String]) -> bool {
    (2..=ADDRESS_LINES_MAX).contains(&lines.len())
        && lines.iter().all(|line| {
            !line.trim().is_empty() && line.chars().count() <= ADDRESS_LINE_MAX && !line.chars().any(char::is_control)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn webhook(url: &str) -> Channel {
        Channel::Webhook { url: url.into(), mode: WebhookMode::Single, max_bundle: WEBHOOK_BUNDLE_DEFAULT }
    }

    #[test]
    fn a_channel_is_tagged_by_its_kind_and_fills_in_defaults() {
        let channel: Channel = serde_json::from_str(r#"{"kind":"webhook","url":"https://a.example/h"}"#).unwrap();
        assert_eq!(channel, webhook("https://a.example/h"));
        assert_eq!(serde_json::to_value(Channel::Feed {}).unwrap(), serde_json::json!({"kind": "feed"}));
        assert_eq!(serde_json::from_str::<Channel>(r#"{"kind":"feed"}"#).unwrap(), Channel::Feed {});
        let simulated = Channel::Simulated { behaviour: Behaviour::AsksIdentity };
        let written = serde_json::json!({"kind": "simulated", "behaviour": "asks_identity"});
        assert_eq!(serde_json::to_value(simulated).unwrap(), written);
        for kind in ChannelKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
    }

    #[test]
    fn unknown_kinds_and_fields_are_not_read() {
        for text in [
            r#"{"kind":"fax","number":"1"}"#,
            r#"{"kind":"email","address":"a@b.example","cc":"c@d.example"}"#,
            r#"{"kind":"feed","url":"https://a.example"}"#,
            r#"{"address":"a@b.example"}"#,
        ] {
            assert!(serde_json::from_str::<Channel>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_webhook_needs_a_secure_address_except_on_this_machine() {
        for url in ["https://a.example/h", "http://127.0.0.1:8080/h", "http://[::1]/h", "http://localhost:1/h"] {
            assert_eq!(webhook(url).check(), Ok(()), "{url}");
        }
        for url in ["http://a.example/h", "http://10.0.0.1/h", "http://localhost.example/h"] {
            assert_eq!(webhook(url).check(), Err(ChannelProblem::WebhookUrlNotSecure), "{url}");
        }
        for url in ["", "a.example/h", "ftp://a.example", "https://u:p@a.example", "https://a.example/#x"] {
            assert_eq!(webhook(url).check(), Err(ChannelProblem::WebhookUrl), "{url}");
        }
    }

    #[test]
    fn bundles_have_bounds() {
        let bundle =
            |max_bundle| Channel::Webhook { url: "https://a.example".into(), mode: WebhookMode::Bundle, max_bundle };
        assert_eq!(bundle(0).check(), Err(ChannelProblem::BundleSize));
        assert_eq!(bundle(1).check(), Ok(()));
        assert_eq!(bundle(WEBHOOK_BUNDLE_MAX).check(), Ok(()));
        assert_eq!(bundle(WEBHOOK_BUNDLE_MAX + 1).check(), Err(ChannelProblem::BundleSize));
        assert_eq!(bundle(7).requests_per_message(), 7);
        assert_eq!(webhook("https://a.example").requests_per_message(), 1);
        assert_eq!(Channel::Email { address: "a@b.example".into() }.requests_per_message(), 1);
    }

    #[test]
    fn a_letter_needs_two_to_ten_plain_lines() {
        let post =
            |lines: Vec<&str>| Channel::Post { address_lines: lines.into_iter().map(Into::into).collect() }.check();
        assert_eq!(post(vec!["1 Street", "Country"]), Ok(()));
        let long = "x".repeat(ADDRESS_LINE_MAX + 1);
        for lines in [vec![], vec!["Country"], vec!["1", " "], vec!["1", "a\nb"], vec!["1", &long], vec!["x"; 11]] {
            assert_eq!(post(lines), Err(ChannelProblem::PostalAddress));
        }
    }

    #[test]
    fn a_mail_and_a_form_need_their_addresses() {
        assert_eq!(Channel::Email { address: "nobody".into() }.check(), Err(ChannelProblem::EmailAddress));
        assert_eq!(Channel::Portal { url: "mailto:a@b.example".into() }.check(), Err(ChannelProblem::PortalUrl));
        assert_eq!(Channel::Portal { url: "http://a.example/form#x".into() }.check(), Ok(()));
        assert_eq!(ChannelProblem::PortalUrl.pointer(), "/url");
    }
}
