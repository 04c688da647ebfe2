//! The guides of `/docs`: every line that a reader pastes is pasted, what they show is printed, and their receivers answer.
//!
//! A guide goes on from the first one. So each is followed alone behind it, as by a reader who needs just that, and all in their order
//! in one terminal, as by a reader who needs them all.

use std::path::Path;
use std::time::Duration;

use recourse::ports::{Clock, OffsetClock};
use serde_json::Value;

use crate::on_each_database;
use crate::pasted::{self, ELSEWHERE, Terminal, WRITTEN_ADDRESS};
use crate::support::{Inspector, Process, TestDatabase, free_port, guide_tools};

const FIRST: &str = "first-request";
const OF_RECEIVERS: &str = "controller";
/// The address of the receivers, as it is written.
const WRITTEN_RECEIVER: &str = "127.0.0.1:9000";
/// Most lines with something on them that a receiver may have: some thirty.
const RECEIVER_LINES: usize = 40;

/// The guides by name, the first one first and the others in the order of their names.
fn guides() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guides");
    let files = std::fs::read_dir(folder).expect("the guides").map(|file| file.expect("a file").path());
    let name = |file: &Path| file.file_stem().expect("a name").to_string_lossy().into_owned();
    let mut guides: Vec<(String, String)> =
        files.map(|file| (name(&file), std::fs::read_to_string(&file).expect("a guide"))).collect();
    guides.sort_by_key(|(name, _)| (name != FIRST, name.clone()));
    assert!(guides.len() >= 8 && guides[0].0 == FIRST, "{guides:?}");
    guides
}

fn guide(name: &str) -> String {
    guides().into_iter().find(|(known, _)| known == name).expect("there is such a guide").1
}

/// A running service, and a folder for its readers.
async fn stage(database: &TestDatabase) -> (Process, tempfile::TempDir) {
    let mut process = Process::new(database);
    process.start().await;
    (process, pasted::folder())
}

on_each_database! {
    async fn each_guide_goes_on_from_the_first(database) {
        let (mut process, folder) = stage(database).await;
        let (address, shell) = (process.address.clone(), || process.in_its_environment("bash"));
        for (name, text) in guides().into_iter().filter(|(name, _)| name != FIRST && name != OF_RECEIVERS) {
            let mut terminal = Terminal::open(shell(), &folder, &[(WRITTEN_ADDRESS, &address)]);
            tokio::task::spawn_blocking(move || {
                terminal.follow(&guide(FIRST), None);
                terminal.follow(&text, None);
            })
            .await
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        assert!(process.stop().await.success());
    }

    async fn all_guides_can_be_followed_in_one_terminal(database) {
        let (mut process, folder) = stage(database).await;
        let shell = process.in_its_environment("bash");
        let mut terminal = Terminal::open(shell, &folder, &[(WRITTEN_ADDRESS, &process.address)]);
        tokio::task::spawn_blocking(move || {
            for (_, text) in guides().into_iter().filter(|(name, _)| name != OF_RECEIVERS) {
                terminal.follow(&text, None);
            }
        })
        .await
        .expect("they can be followed");
        let mut inspector = Inspector::open(database).await;
        // One request each by the first guide and the sandbox's for two controllers, two for paging, three and one from spreadsheets.
        assert_eq!(inspector.number("SELECT count(*) FROM request").await, 9);
        assert_eq!(inspector.number("SELECT count(*) FROM campaign").await, 3, "a repeated call makes nothing");
        assert!(process.stop().await.success());
    }

    async fn the_receiver_in_python_answers(database) {
        receive(database, "python").await;
    }

    async fn the_receiver_in_typescript_answers(database) {
        receive(database, "typescript").await;
    }
}

/// Follows the guide for controllers with the receiver in one language; while it runs, others try to deceive it.
async fn receive(database: &TestDatabase, language: &'static str) {
    let Some(tools) = tokio::task::spawn_blocking(guide_tools).await.expect("tools") else { return };
    let (mut process, folder) = stage(database).await;
    let port = free_port();
    let receiver = format!("127.0.0.1:{port}");
    let mut shell = process.in_its_environment("bash");
    shell.envs(tools).env("PORT", port.to_string());
    let replaced = [(WRITTEN_ADDRESS, process.address.as_str()), (WRITTEN_RECEIVER, receiver.as_str())];
    let mut terminal = Terminal::open(shell, &folder, &replaced);
    let (before, after) = halves();
    let mut terminal = tokio::task::spawn_blocking(move || {
        terminal.follow(&guide(FIRST), None);
        terminal.follow(&before, Some(language));
        if language == "typescript" {
            terminal.paste(
                "\"$GUIDE_TOOLS/node_modules/.bin/tsc\" --noEmit --strict --module nodenext --target es2023 --skipLibCheck \
                 --typeRoots \"$GUIDE_TOOLS/node_modules/@types\" --types node receiver.mts",
            );
        }
        terminal
    })
    .await
    .expect("the receiver starts");
    assert_eq!(deceive(&receiver).await, 401, "an unsigned message is refused");
    let told = tokio::task::spawn_blocking(move || {
        terminal.follow(&after, Some(language));
        terminal.wrong()
    })
    .await
    .expect("the receiver answers");
    let mut inspector = Inspector::open(database).await;
    for (outcome, count) in [("satisfied", 1), ("no_data", 1), ("none", 1)] {
        let found = inspector.number(&format!("SELECT count(*) FROM request WHERE outcome = '{outcome}'")).await;
        assert_eq!(found, count, "{outcome}\n{told}");
    }
    for (attempts, count) in [(1, 1), (2, 0)] {
        let found = inspector.number(&format!("SELECT count(*) FROM delivery WHERE attempts = {attempts}")).await;
        assert_eq!(found, count, "both requests come in one message, which is taken at once\n{told}");
    }
    assert!(process.stop().await.success());
}

/// The guide for controllers, up to where the receiver runs, and from there on.
fn halves() -> (String, String) {
    let text = guide(OF_RECEIVERS);
    let (before, after) = text.split_once("\n## Ask it").expect("the receiver is asked");
    (before.to_owned(), format!("## Ask it{after}"))
}

/// Posts a message with a signature of nobody, as soon as the receiver listens. Gives the status of its answer.
async fn deceive(receiver: &str) -> u16 {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let now = OffsetClock::default().now().as_second();
    for _ in 0..600 {
        let message = client
            .post(format!("http://{receiver}/"))
            .header("webhook-id", "dlv_00000000000000000000000000000000")
            .header("webhook-timestamp", now.to_string())
            .header("webhook-signature", "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
            .body(r#"{"type":"request.filed","data":{}}"#);
        match message.send().await {
            Ok(answer) => return answer.status().as_u16(),
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
    panic!("the receiver does not listen");
}

#[test]
fn receivers_are_short_and_the_words_are_those_of_the_readme() {
    let files: Vec<_> =
        pasted::blocks(&guide(OF_RECEIVERS)).into_iter().filter(|block| block.words.len() == 2).collect();
    let programs: Vec<_> = files.iter().filter(|block| block.words[1].contains('.')).collect();
    assert_eq!(
        programs.iter().map(|block| block.words[1].as_str()).collect::<Vec<_>>(),
        ["receiver.py", "receiver.mts"]
    );
    for program in programs {
        let lines = program.code.lines().filter(|line| !line.trim().is_empty()).count();
        assert!(lines <= RECEIVER_LINES, "{} has {lines} lines", program.words[1]);
    }
    let words = |text: &str| {
        pasted::blocks(text).into_iter().find(|block| block.code.starts_with("RECOURSE=")).map(|block| block.code)
    };
    assert_eq!(words(&guide(FIRST)), words(include_str!("../../README.md")), "one set of words, in both");
}

#[test]
fn what_is_not_pasted_starts_the_service_or_is_shown() {
    for (name, text) in guides() {
        for block in pasted::blocks(&text) {
            match block.words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                ["bash"] | ["bash", "python" | "typescript"] | ["text"] | ["python" | "typescript", _] => {}
                ["json"] => {
                    drop(serde_json::from_str::<Value>(&block.code).unwrap_or_else(|error| panic!("{name}: {error}")))
                }
                ["bash", "elsewhere"] => {
                    assert!(block.code.lines().all(|line| ELSEWHERE.contains(&line)), "{name}: {}", block.code);
                }
                ref other => panic!("{name} has a block {other:?}"),
            }
        }
    }
}
