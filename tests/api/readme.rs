//! What the README says can be pasted is pasted, against a running service; what it says is printed is printed.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::on_each_database;
use crate::pasted::{self, ELSEWHERE, Terminal, WRITTEN_ADDRESS, direct, shape};
use crate::support::{Inspector, Process};

const README: &str = include_str!("../../README.md");

/// The indented blocks of a section, by its heading.
fn blocks(heading: &str) -> Vec<String> {
    let blocks = pasted::blocks(README).into_iter().filter(|block| block.heading == heading);
    let blocks: Vec<String> = blocks.map(|block| block.code).collect();
    assert!(!blocks.is_empty(), "the README has a section {heading} with lines to paste");
    blocks
}

/// The walk through the API, section by section. Gives what it printed.
fn walk(terminal: &mut Terminal) -> String {
    let first = blocks("Run it").remove(0);
    assert!(first.lines().all(|line| ELSEWHERE.contains(&line)), "the service is built and started otherwise: {first}");
    assert!(blocks("Run it")[1].contains(WRITTEN_ADDRESS), "the README names the address");
    let mut told = String::new();
    for block in blocks("Run it").into_iter().skip(1).chain(blocks("For an association")) {
        told += &terminal.paste(&block);
    }
    terminal.until("get '/v1/events?kind=request.*' | grep -o '\"id\":\"evt_'", 2);
    told += &terminal.paste(&blocks("For an integration").join("\n"));
    let sandbox = blocks("In a sandbox").join("\n");
    let (before, after) = sandbox.split_once("get '/v1/events").expect("what happened is read");
    told += &terminal.paste(before);
    terminal.until("get '/v1/events?kind=request.answered' | grep -o '\"id\":\"evt_'", 1);
    told += &terminal.paste(&format!("get '/v1/events{after}"));
    let inbox = blocks("For a controller").join("\n");
    let (before, after) = inbox.split_once("get /v1/inbox\n").expect("the inbox is read");
    told += &terminal.paste(before);
    terminal.until("get /v1/inbox | grep -o '\"id\":\"dlv_'", 2);
    told + &terminal.paste(&format!("get /v1/inbox\n{after}"))
}

/// A demonstration that runs until it is asked to stop, and goes with the value.
struct Demo(Child);

impl Demo {
    /// Starts it; gives it with all it printed until it was done.
    fn told() -> (Self, Vec<String>) {
        let mut command = direct(Command::new(env!("CARGO_BIN_EXE_recourse")));
        let mut child =
            command.arg("demo").stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("the binary starts");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let demo = Self(child);
        let mut told = Vec::new();
        for line in lines {
            told.push(line.expect("text"));
            if told.last().is_some_and(|line| line.starts_with("The service goes on running")) {
                return (demo, told);
            }
        }
        panic!("it ended by itself:\n{}", told.join("\n"));
    }

    /// Asks it to stop, as Ctrl-C does. Whether it ended well.
    fn stop(mut self) -> bool {
        let asked = Command::new("kill").args(["-INT", &self.0.id().to_string()]).status().expect("kill runs");
        assert!(asked.success());
        let started = Instant::now();
        while started.elapsed() < Duration::from_secs(60) {
            if let Some(status) = self.0.try_wait().expect("its state") {
                return status.success();
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("it does not stop");
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

on_each_database! {
    async fn every_line_can_be_pasted(database) {
        let mut process = Process::new(database);
        process.start().await;
        let folder = pasted::folder();
        let data = "src/domain/calendar/data";
        std::fs::create_dir_all(folder.path().join(data)).expect("a folder");
        std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(data).join("FR.txt"), folder.path().join(data).join("FR.txt"))
            .expect("a calendar where the README has it");

        let shell = process.in_its_environment("bash");
        let mut terminal = Terminal::open(shell, &folder, &[(WRITTEN_ADDRESS, &process.address)]);
        let (told, wrong) = tokio::task::spawn_blocking(move || (walk(&mut terminal), terminal.wrong())).await.unwrap();
        // What is said beside, by the command that makes the operator's client and by the client for scripts.
        let beside = ["The secret is shown", "You act for", "is remembered in"];
        let is_beside = |line: &str| {
            beside.iter().any(|known| line.contains(known)) || line.starts_with("  curl -u") || line.starts_with("line ")
        };
        let mut wrong_lines = wrong.lines().filter(|line| !is_beside(line));
        assert!(wrong_lines.next().is_none(), "{told}\n{wrong}");

        let answers: Vec<Value> = told.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let with = |name: &str, value: &str| answers.iter().filter(|answer| answer[name] == value).count();
        assert_eq!((with("outcome", "filed"), with("outcome", "refused")), (2, 1), "the lines of the spreadsheet: {told}");
        assert!(told.contains("event: end") && told.contains("\"email_invalid\""), "{told}");
        let lists: Vec<&Vec<Value>> = answers.iter().filter_map(|answer| answer["items"].as_array()).collect();
        assert_eq!(lists.len(), 5, "sent, overdue, events, what happened in the sandbox, inbox: {told}");
        assert!(lists[1].is_empty() && lists[2].len() == 2 && lists[4].len() == 2, "{told}");
        assert!(lists[3].iter().any(|event| event["kind"] == "request.answered" && event["data"]["days_late"] != 0), "{told}");
        let outcome = answers.last().expect("the outcome of an answer");
        assert_eq!((outcome["line"].as_u64(), outcome["taken"]["outcome"].as_str()), (Some(1), Some("no_data")), "{outcome}");
        let mut inspector = Inspector::open(database).await;
        assert_eq!(inspector.number("SELECT count(*) FROM request").await, 4, "the last of them in the sandbox");
        assert_eq!(inspector.number("SELECT count(*) FROM request WHERE outcome = 'no_data'").await, 1);
        assert!(process.stop().await.success());
    }
}

#[test]
fn the_demonstration_prints_what_it_says_and_its_line_works() {
    let [command, shown, ..] = &blocks("Try it")[..] else { panic!("a command and what it prints") };
    assert!(ELSEWHERE.contains(&command.as_str()), "{command}");
    let (demo, told) = Demo::told();
    // The bar is for terminals, and how many dates are next depends on the day.
    let known: Vec<String> = told.iter().map(|line| shape(line)).collect();
    for line in shown.lines().filter(|line| !line.contains("day ") && !line.contains("must be answered by")) {
        assert!(
            known.contains(&shape(line)),
            "the README shows `{line}`, the demonstration says:\n{}",
            told.join("\n")
        );
    }
    let line = told.iter().find(|line| line.trim_start().starts_with("TOKEN=")).expect("a line to paste");
    let mut shell = direct(Command::new("bash"));
    let output = shell.args(["-c", &format!("set -euo pipefail\n{line}")]).output().expect("bash runs");
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && wrong.is_empty(), "{line}\n{wrong}");
    let page: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(page["items"].as_array().map(Vec::len), Some(2), "{page}");
    assert!(page["items"][0]["overdue"] == true && page["next"].is_string(), "{page}");
    assert!(demo.stop(), "asked to stop, it ends well");
}
