//! When the last backup was made, where a folder of backups is configured.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use crate::backup::folder::{KEYS_FILE, archives};
use crate::ports::machine_now;

use super::Check;

const NAME: &str = "backups";
/// Older than this somebody should look: what is made each night has failed twice.
const OLD: SignedDuration = SignedDuration::from_hours(50);

pub(super) fn look(folder: &Path) -> Check {
    if !folder.exists() {
        return Check::warn(NAME, format!("{} is not there yet; `recourse backup` makes it", folder.display()));
    }
    match archives(folder) {
        Err(error) => Check::fail(NAME, error.to_string()),
        Ok(archives) => judge(folder, archives.last().map(|(made_at, _)| *made_at), archives.len(), machine_now()),
    }
}

fn judge(folder: &Path, last: Option<Timestamp>, count: usize, now: Timestamp) -> Check {
    let shown = folder.display();
    let Some(last) = last else {
        return Check::warn(NAME, format!("no backup in {shown} yet; run `recourse backup`, and then each day"));
    };
    if !folder.join(KEYS_FILE).exists() {
        let text = format!(
            "{shown} has {count} archives and no {KEYS_FILE}, without which they are of no use; run `recourse backup`"
        );
        return Check::fail(NAME, text);
    }
    let hours = now.duration_since(last).as_hours();
    let text = format!("{count} archives in {shown}, the last one made {hours} hours ago");
    if now.duration_since(last) > OLD {
        Check::warn(NAME, format!("{text}; see why `recourse backup` does not run"))
    } else {
        Check::ok(NAME, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::folder::archive_name;
    use crate::cli::doctor::Level;

    #[test]
    fn old_missing_and_useless_backups_are_told() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path();
        assert_eq!(look(&folder.join("none")).level, Level::Warn);
        assert_eq!(look(folder).level, Level::Warn);
        let made = Timestamp::from_second(1_790_000_000).unwrap();
        std::fs::write(folder.join(archive_name(made)), "").unwrap();
        assert_eq!(look(folder).level, Level::Fail, "the archive is of no use");
        std::fs::write(folder.join(KEYS_FILE), "").unwrap();
        let after = |hours| judge(folder, Some(made), 1, made + SignedDuration::from_hours(hours));
        assert_eq!((after(49).level, after(51).level), (Level::Ok, Level::Warn));
        assert!(after(49).text.contains("made 49 hours ago"), "{}", after(49).text);
    }
}
