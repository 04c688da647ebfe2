//! Checkpoints: the size and the root of a log at a moment, as they are signed (C2SP tlog-checkpoint).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use entity::id::OrganisationId;
use jiff::Timestamp;

use super::hash::Hash;

/// What the fourth line begins with.
const TIME: &str = "time ";

/// What a checkpoint says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log; also the name of the key.
    pub origin: String,
    /// How many entries it has.
    pub size: u64,
    /// Its root.
    pub root: Hash,
    /// When that was so.
    pub at: Timestamp,
}

/// The name of an organisation's log: the address of the service without its scheme, and the organisation.
pub fn origin(base_url: &str, organisation: OrganisationId) -> String {
    let host = base_url.split_once("://").map_or(base_url, |(_, host)| host);
    // Neither may stand in the name of a key.
    format!("{host}{PATH}{organisation}").replace('+', "%2B").replace(' ', "%20")
}

/// What stands between the address of a service and the organisation.
const PATH: &str = "/audit/";

/// Whose log has this name. The address of the service before it may have been another one when something was signed.
pub(super) fn owner(origin: &str) -> Option<OrganisationId> {
    origin.rsplit_once(PATH)?.1.parse().ok()
}

impl Checkpoint {
    /// Whose log it is of; none when it is no log of such a service.
    pub fn owner(&self) -> Option<OrganisationId> {
        owner(&self.origin)
    }

    /// Its text, which is signed.
    pub fn text(&self) -> String {
        let root = STANDARD.encode(self.root.0);
        format!("{}\n{}\n{root}\n{TIME}{}\n", self.origin, self.size, self.at)
    }

    /// Reads a text as [`Checkpoint::text`] writes it; any other is none.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let checkpoint = Self {
            origin: lines.next()?.to_owned(),
            size: lines.next()?.parse().ok()?,
            root: Hash::read(&STANDARD.decode(lines.next()?).ok()?)?,
            at: lines.next()?.strip_prefix(TIME)?.parse().ok()?,
        };
        (checkpoint.text() == text).then_some(checkpoint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkpoint_is_read_as_it_is_written_and_in_no_other_way() {
        let origin = origin("https://recourse.example/app", OrganisationId(uuid::Uuid::nil()));
        assert_eq!(origin, "recourse.example/app/audit/org_00000000000000000000000000000000");
        assert_eq!(owner(&origin), Some(OrganisationId(uuid::Uuid::nil())));
        assert_eq!(owner("recourse.example/audit/else"), None);
        let at = "2026-11-26T09:05:03.5Z".parse().unwrap();
        let checkpoint = Checkpoint { origin, size: 12, root: Hash::of_nothing(), at };
        let text = checkpoint.text();
        assert_eq!(text.lines().count(), 4);
        assert_eq!(Checkpoint::read(&text), Some(checkpoint));
        for other in [text.trim_end().to_owned(), format!("{text}more\n"), text.replace("\n12\n", "\n012\n")] {
            assert_eq!(Checkpoint::read(&other), None, "{other:?}");
        }
    }
}
