//! Python and Node with the public libraries that receivers of the guides use.

use std::path::Path;
use std::process::Command;

/// Settings of the environment under which they are found. None where they cannot be had, which `scripts/test` says.
pub fn guide_tools() -> Option<Vec<(String, String)>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/guide-tools");
    let output = Command::new(script).output().expect("bash runs");
    if output.status.code() == Some(3) {
        return None;
    }
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let settings = String::from_utf8(output.stdout).expect("text");
    let lines = settings.lines().filter_map(|line| line.split_once('='));
    Some(lines.map(|(name, value)| (name.into(), value.into())).collect())
}
