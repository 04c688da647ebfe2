//! What an entry must look like, whoever writes it.

use std::collections::BTreeSet;

use crate::domain::code::Code;
use crate::domain::controller::{Category, Channel, ChannelKind, IdentityNeed};
use crate::domain::egress::EgressPolicy;
use crate::domain::place::Place;
use crate::domain::problem::{FieldProblem, Problem};
use crate::store::Controller;

use crate::service::failure::Outcome;

/// Most channels of an entry.
const CHANNELS_MAX: usize = 10;
/// Longest slug that is made out of a name.
const SLUG_MAX: usize = 80;

/// What is told about a new entry.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Short stable name; made out of the name when absent.
    pub slug: Option<String>,
    /// Legal name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Place of the establishment that answers (H-1).
    pub place: Option<Place>,
    /// Language to write in.
    pub language: Option<String>,
    /// What it does.
    pub categories: Vec<Category>,
    /// Ways to reach it, the preferred one first.
    pub channels: Vec<Channel>,
    /// What it needs to recognise a person (B-7).
    pub identity_needs: Vec<IdentityNeed>,
    /// Whether it is known to ask everybody for an identity document (M-10).
    pub needs_id_document: bool,
    /// Postal address below the name.
    pub postal_address: Vec<String>,
}

/// Checks what types cannot hold: each channel, where its webhook is (what stands behind a name is checked when it is dialled), one webhook, one feed and one simulation at most, no word twice; and that every channel in a sandbox is simulated and none elsewhere.
pub(super) fn check(entry: &Controller, egress: &EgressPolicy) -> Outcome<()> {
    let mut fields = Vec::new();
    let mut refuse = |pointer: String, message: String| {
        fields.push(FieldProblem { pointer, code: Code::InvalidField, message });
    };
    if entry.channels.len() > CHANNELS_MAX {
        refuse("/channels".to_owned(), format!("At most {CHANNELS_MAX} channels are kept."));
    }
    let mut single = BTreeSet::new();
    for (index, channel) in entry.channels.iter().take(CHANNELS_MAX).enumerate() {
        if let Err(problem) = channel.check() {
            refuse(format!("/channels/{index}{}", problem.pointer()), sentence(&problem));
        } else if let Channel::Webhook { url, .. } = channel
            && let Err(refusal) = egress.check_url(url)
        {
            refuse(format!("/channels/{index}/url"), sentence(&refusal));
        }
        let kind = channel.kind();
        if matches!(kind, ChannelKind::Webhook | ChannelKind::Feed | ChannelKind::Simulated) && !single.insert(kind) {
            refuse(format!("/channels/{index}"), "There is one channel of this kind at most.".to_owned());
        }
    }
    if !entry.postal_address.is_empty()
        && let Err(problem) = (Channel::Post { address_lines: entry.postal_address.clone() }).check()
    {
        refuse("/postal_address".to_owned(), sentence(&problem));
    }
    if entry.categories.iter().collect::<BTreeSet<_>>().len() != entry.categories.len() {
        refuse("/categories".to_owned(), "A category stands twice.".to_owned());
    }
    let plain = |text: &str| !text.trim().is_empty() && !text.chars().any(char::is_control);
    if !plain(&entry.name) {
        refuse("/name".to_owned(), "Must be plain text.".to_owned());
    }
    if !entry.aliases.iter().all(|alias| plain(alias)) {
        refuse("/aliases".to_owned(), "Each must be plain text.".to_owned());
    }
    if !fields.is_empty() {
        return Err(Problem { code: Code::InvalidField, detail: None, fields }.into());
    }
    belongs(entry)
}

/// What keeps sandboxes apart from the rest: simulated controllers are theirs, and they have no others.
fn belongs(entry: &Controller) -> Outcome<()> {
    let sandbox = entry.owner.is_some_and(|owner| owner.is_sandbox());
    let foreign = |channel: &Channel| (channel.kind() == ChannelKind::Simulated) != sandbox;
    let Some(index) = entry.channels.iter().position(foreign) else { return Ok(()) };
    let (code, message) = match sandbox {
        true => (Code::NotInSandbox, "In a sandbox each channel is of the kind `simulated`."),
        false => (Code::SandboxOnly, "Only a sandbox has channels of the kind `simulated`."),
    };
    let field = FieldProblem { pointer: format!("/channels/{index}"), code, message: message.to_owned() };
    Err(Problem { code, detail: None, fields: vec![field] }.into())
}

fn sentence(problem: &dyn std::error::Error) -> String {
    let text = problem.to_string();
    let mut letters = text.chars();
    letters.next().map(|first| format!("{}{}.", first.to_uppercase(), letters.as_str())).unwrap_or_default()
}

/// A slug out of a name: lower-case letters and digits, everything else a hyphen.
pub(super) fn slug_of(name: &str) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().chars() {
        if slug.len() >= SLUG_MAX {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "entry".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::slug_of;

    #[test]
    fn slugs_are_plain_and_never_empty() {
        assert_eq!(slug_of("Müller & Söhne GmbH"), "m-ller-s-hne-gmbh");
        assert_eq!(slug_of("  ACME, Inc. "), "acme-inc");
        assert_eq!(slug_of("Δοκιμή"), "entry");
        assert!(slug_of(&"x".repeat(500)).len() <= 80);
    }
}
