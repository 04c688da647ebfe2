//! Signatures of messages, judged by us and by the public libraries of Standard Webhooks for Python, JavaScript and Rust: the same
//! verdict about each of thousands of changed messages. Where there is another, it is of a kind that is explained below.

mod cases;
#[path = "../../support/guide_tools.rs"]
mod guide_tools;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use recourse::crypto::webhook::{Headers, VerifyingKey, verify};
use recourse::ports::machine_now;
use reqwest::header::{HeaderMap, HeaderValue};
use serde_json::json;

use cases::{Chance, KINDS, Message, SECRET, TOLERANCE};

/// Messages of each kind.
const OF_EACH: usize = 150;

/// What the messages are drawn from: the number of the fault that this looks for (CVE-2024-21491).
const SEED: u64 = 202_421_491;

/// When those libraries judge that can be told the time.
const NOW: i64 = 1_649_367_553;

/// Kinds of which a library may judge otherwise than we do, and why. The list may only shrink: what no message shows any more is to be
/// taken off it.
const EXPLAINED: &[(&str, &str, &str)] = &[
    (
        "python",
        "id_with_full_stop",
        "the specification forbids it, since the signed bytes can then be cut in two ways; only we refuse it",
    ),
    ("javascript", "id_with_full_stop", "as Python"),
    ("rust", "id_with_full_stop", "as Python"),
    ("python", "id_too_long", "it has no bound for ids; ours is 255 characters"),
    ("javascript", "id_too_long", "as Python"),
    ("rust", "id_too_long", "as Python"),
    (
        "python",
        "timestamp_written_otherwise",
        "it reads a number with a fraction and signs its whole part; we take what a sender writes",
    ),
    ("javascript", "timestamp_written_otherwise", "it reads the digits in front and passes over the rest"),
    ("rust", "timestamp_written_otherwise", "it takes a sign and zeros in front"),
    ("python", "body_is_no_text", "it reads a body as UTF-8 and fails; we sign bytes"),
    ("javascript", "body_is_no_text", "it replaces what is not UTF-8 and signs the replacement; we sign bytes"),
    ("rust", "body_is_no_text", "it refuses a body that is not UTF-8; we sign bytes"),
    ("python", "signature_too_long", "its base64 ends at the padding and passes over what follows"),
    ("python", "signature_changed", "its base64 passes over bits that mean nothing: several texts are one signature"),
    ("python", "signature_with_foreign_characters", "its base64 passes over characters that are none of its alphabet"),
    ("javascript", "entry_with_a_third_part", "it looks at the first two parts of an entry"),
    (
        "python",
        "list_with_a_broken_entry",
        "an entry that is none ends its reading with an error; we pass over it, as the specification says",
    ),
    ("python", "list_too_long", "it has no bound for lists; ours is 20 entries"),
    ("javascript", "list_too_long", "as Python"),
    ("rust", "list_too_long", "as Python"),
];

fn ours(message: &Message, now: i64) -> bool {
    let keys = [VerifyingKey::parse(SECRET).expect("a secret")];
    let Message { id, timestamp, signature, body } = message;
    let now = Timestamp::from_second(now).expect("a time");
    let tolerance = u32::try_from(TOLERANCE).expect("a small number");
    verify(&keys, Headers { id, timestamp, signature }, body, now, tolerance).is_ok()
}

/// Every message, with its kind.
fn all(now: i64) -> Vec<(&'static str, Message)> {
    let mut chance = Chance(SEED);
    KINDS
        .iter()
        .flat_map(|kind| (0..OF_EACH).map(|_| (kind.name, (kind.make)(&mut chance, now))).collect::<Vec<_>>())
        .collect()
}

/// What has been compared: which explanations were needed, and what is not explained.
#[derive(Default)]
struct Comparison {
    shown: BTreeSet<(&'static str, &'static str)>,
    unexplained: Vec<String>,
}

impl Comparison {
    fn take(&mut self, library: &'static str, kind: &'static str, message: &Message, ours: bool, theirs: bool) {
        if ours == theirs {
            return;
        }
        if EXPLAINED.iter().any(|(of, about, _)| (*of, *about) == (library, kind)) {
            self.shown.insert((library, kind));
        } else {
            self.unexplained
                .push(format!("{library} {}: {kind}: {message:?}", if theirs { "accepts" } else { "refuses" }));
        }
    }

    fn end(self, libraries: &[&str]) {
        assert!(
            self.unexplained.is_empty(),
            "{} verdicts differ:\n{}",
            self.unexplained.len(),
            self.unexplained.join("\n")
        );
        for (library, kind, why) in EXPLAINED.iter().filter(|(library, ..)| libraries.contains(library)) {
            assert!(
                self.shown.contains(&(*library, *kind)),
                "{library} judges {kind} as we do: take it off the list ({why})"
            );
        }
    }
}

/// Verdicts of a program that is given all messages.
fn verdicts(mut program: Command, messages: &[(&'static str, Message)]) -> Vec<bool> {
    let mut input = Vec::new();
    for (_, Message { id, timestamp, signature, body }) in messages {
        let line = json!({ "id": id, "timestamp": timestamp, "signature": signature, "body": STANDARD.encode(body) });
        writeln!(input, "{line}").expect("memory takes it");
    }
    let mut running = program
        .args([SECRET, &NOW.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut pipe = running.stdin.take().expect("a pipe");
    let writing = std::thread::spawn(move || pipe.write_all(&input));
    let output = running.wait_with_output().expect("it ends");
    writing.join().expect("no panic").expect("it reads to the end");
    assert!(output.status.success(), "{program:?}");
    String::from_utf8(output.stdout).expect("text").lines().map(|line| line == "accepted").collect()
}

#[test]
fn the_libraries_for_python_and_javascript_judge_as_we_do() {
    let Some(settings) = guide_tools::guide_tools() else { return };
    let value =
        |wanted: &str| settings.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone()).expect(wanted);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parsers/verdicts");
    // Packages of pure Python are read where they lie.
    let wheels = std::fs::read_dir(value("PIP_FIND_LINKS")).expect("packages").map(|file| file.expect("a file").path());
    let mut python = Command::new("python3");
    python.arg(folder.join("verify.py")).env("PYTHONPATH", std::env::join_paths(wheels).expect("paths"));
    let mut node = Command::new("node");
    node.arg(folder.join("verify.cjs")).envs(settings.iter().map(|(name, value)| (name, value)));
    let messages = all(NOW);
    assert!(messages.len() >= 3_000, "thousands of messages");
    let mut comparison = Comparison::default();
    for (library, program) in [("python", python), ("javascript", node)] {
        let theirs = verdicts(program, &messages);
        assert_eq!(theirs.len(), messages.len(), "{library} judges every message");
        assert!(theirs.iter().filter(|accepted| **accepted).count() > OF_EACH, "{library} accepts what is genuine");
        for ((kind, message), theirs) in messages.iter().zip(theirs) {
            comparison.take(library, kind, message, ours(message, NOW), theirs);
        }
    }
    comparison.end(&["python", "javascript"]);
}

#[test]
fn the_library_for_rust_judges_as_we_do() {
    let theirs = standardwebhooks::Webhook::new(SECRET).expect("a secret");
    let (mut comparison, mut chance) = (Comparison::default(), Chance(SEED));
    for kind in KINDS {
        for _ in 0..OF_EACH {
            // It reads the clock of the machine: a message counts when both have judged it within one second.
            let (message, now, verdict) = loop {
                let now = machine_now().as_second();
                let message = (kind.make)(&mut chance, now);
                let mut headers = HeaderMap::new();
                for (name, value) in [
                    ("webhook-id", &message.id),
                    ("webhook-timestamp", &message.timestamp),
                    ("webhook-signature", &message.signature),
                ] {
                    headers.insert(name, HeaderValue::from_str(value).expect("a header"));
                }
                let verdict = theirs.verify(&message.body, &headers).is_ok();
                if machine_now().as_second() == now {
                    break (message, now, verdict);
                }
            };
            comparison.take("rust", kind.name, &message, ours(&message, now), verdict);
        }
    }
    comparison.end(&["rust"]);
}

#[test]
fn what_is_genuine_is_accepted_and_what_was_changed_is_not() {
    const ACCEPTED: [&str; 5] =
        ["genuine", "timestamp_at_the_border", "body_is_no_text", "entry_twice", "list_with_one_good_entry"];
    for (kind, message) in all(NOW) {
        let expected = ACCEPTED.contains(&kind) || kind == "list_with_a_broken_entry";
        assert_eq!(ours(&message, NOW), expected, "{kind}: {message:?}");
    }
}
