//! What is linked may be linked: the table in `deny.toml`, held against what each crate states. `cargo deny` looks further, into
//! the texts of licences; it is a tool that not everybody has.

use std::collections::BTreeSet;
use std::process::Command;

use figment::Figment;
use figment::providers::{Format, Toml};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::hold;

/// A part of `deny.toml`.
fn table<T: DeserializeOwned>(name: &str) -> T {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/deny.toml");
    Figment::from(Toml::file_exact(file)).extract_inner(name).unwrap_or_else(|error| panic!("deny.toml: {error}"))
}

#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

/// A crate that is built here, as `cargo tree` tells of it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Crate {
    name: String,
    version: String,
    /// Where it comes from, when not from the registry.
    from: Option<String>,
    licence: String,
}

/// Every crate that is built here, of ours and of others.
fn crates() -> BTreeSet<Crate> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    let what = ["tree", "--workspace", "--edges", "normal,build,dev", "--prefix", "none", "--format", "{p}|{l}"];
    command.args(what).args(["--locked", "--offline"]);
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text").lines().filter(|line| !line.is_empty()).map(read).collect()
}

/// Reads `name v1.2.3 (source)|LICENCE`; `(*)` marks what was told before.
fn read(line: &str) -> Crate {
    let (package, licence) = line.split_once('|').unwrap_or_else(|| panic!("a crate and its licence: {line}"));
    let mut words = package.split_whitespace();
    let [name, version] = [words.next(), words.next()].map(|word| word.expect("a name and a version").to_owned());
    let from = words.find(|word| *word != "(proc-macro)").map(|word| word.trim_matches(['(', ')']).to_owned());
    Crate { name, version, from, licence: licence.trim_end_matches(" (*)").to_owned() }
}

/// Whether a licence expression (SPDX, or with the slash of old) can be met with these licences.
fn is_met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ").replace(" WITH ", "+WITH+");
    let mut words = spaced.split_whitespace().peekable();
    let met = any(&mut words, allowed);
    met && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    let mut met = all(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        met |= all(words, allowed);
    }
    met
}

fn all(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    let mut met = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words, allowed);
    }
    met
}

fn one(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    match words.next() {
        Some("(") => {
            let met = any(words, allowed);
            words.next_if_eq(&")").is_some() && met
        }
        Some(licence) => allowed.contains(&licence.replace("+WITH+", " WITH ")),
        None => false,
    }
}

#[test]
fn licence_expressions_are_understood() {
    let allowed: BTreeSet<String> = ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).into();
    for met in [
        "MIT",
        "GPL-3.0 OR MIT",
        "Apache-2.0/MIT",
        "MIT AND (GPL-3.0 OR ISC)",
        "Apache-2.0 WITH LLVM-exception AND ISC",
    ] {
        assert!(is_met(met, &allowed), "{met}");
    }
    for not in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT", "Apache-2.0", "MIT ISC", "GPL-3.0 OR (MIT AND BSL-1.0)"] {
        assert!(!is_met(not, &allowed), "{not}");
    }
}

#[test]
fn every_crate_may_be_linked() {
    let allowed: BTreeSet<String> = table::<Vec<String>>("licenses.allow").into_iter().collect();
    let exceptions: Vec<Exception> = table("licenses.exceptions");
    let bans: Vec<Ban> = table("bans.deny");
    let (mut broken, mut seen) = (Vec::new(), 0);
    for Crate { name, version, from, licence } in crates() {
        if from.as_ref().is_some_and(|from| from.starts_with(env!("CARGO_MANIFEST_DIR"))) {
            continue;
        }
        let named = format!("{name} {version}");
        let mut allowed = allowed.clone();
        allowed.extend(exceptions.iter().filter(|one| one.name == name).flat_map(|one| one.allow.clone()));
        if !is_met(&licence, &allowed) {
            broken.push(format!("{named} is under `{licence}`"));
        }
        broken.extend(from.map(|from| format!("{named} comes from {from}")));
        // Bans of single versions are for the tool.
        broken.extend(bans.iter().filter(|ban| ban.name == name).map(|ban| format!("{named}: {}", ban.reason)));
        seen += 1;
    }
    assert!(seen > 200, "the crates are found");
    hold(
        "What is linked is under a licence of `deny.toml`, from the registry, and not banned.",
        "Choose another crate, or allow the licence there after reading it.",
        &broken,
    );
}
