//! The command line as a client, run as a person would, against a running service.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::bundles::Scene;
use crate::complaints::{make_eligible, silence};
use crate::support::{Caller, Process};
use crate::{on_both, on_each_database};

/// A person's terminal: the binary, a folder of settings of its own, and a secret that is never an argument.
struct Terminal<'a> {
    folder: &'a Path,
    secret: String,
}

impl Terminal<'_> {
    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_recourse"));
        command.env("XDG_CONFIG_HOME", self.folder).env("RECOURSE_CLIENT_SECRET", &self.secret);
        command.env("no_proxy", "127.0.0.1").args(arguments).output().expect("the binary runs")
    }

    /// What a command prints that must end with this code.
    #[track_caller]
    fn ends(&self, code: i32, arguments: &[&str]) -> (String, String) {
        let output = self.run(arguments);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (out, err) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
        (out, err)
    }

    fn file(&self, name: &str, content: &str) -> String {
        let path = self.folder.join(name);
        std::fs::write(&path, content).expect("a folder to write to");
        path.display().to_string()
    }
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap_or_else(|| panic!("{field} of {value}"))
}

/// An organisation with a campaign against one controller. Gives its client's id and secret, and the campaign.
async fn scene(process: &Process, operator: &Caller) -> (String, String, String) {
    let organisation =
        operator.post("/v1/organisations", json!({ "name": "Union", "country": "FR", "language": "fr" })).await;
    let organisation = organisation.expect_status(201);
    let controller = json!({ "name": "Sample Rides SAS", "place": "FR", "channels": [{ "kind": "feed" }] });
    let controller = operator.post("/v1/controllers", controller).await.expect_status(201);
    let scopes = ["requests:read", "requests:write", "complaints:write", "directory:read", "people:write"];
    let path = format!("/v1/organisations/{}/clients", text(&organisation, "id"));
    let client = operator.post(&path, json!({ "name": "scripts", "scopes": scopes })).await.expect_status(201);
    let (id, secret) = (text(&client, "client_id").to_owned(), text(&client, "client_secret").to_owned());
    let member = process.caller(&id, &secret);
    let campaign = json!({
        "name": "Access", "purpose": "To see what is kept", "language": "fr", "ask": { "right": "access", "copy": true },
        "controllers": [text(&controller, "id")],
    });
    let campaign = member.post("/v1/campaigns", campaign).await.expect_status(201);
    (id, secret, text(&campaign, "id").to_owned())
}

const MANDATE: &str = r#"{"powers": {"request": {"rights": ["access"], "controllers": {"kind": "all"},
    "answer_recipient": "organisation"}, "disclosure_consent": true}, "evidence": {"kind": "signed_paper"}}"#;
const MAPPING: &str = r#"{"columns": {"family_name": "Nom", "email": "Courriel", "mandate.signed_on": "Signé le"}}"#;

on_each_database! {
    async fn a_script_logs_in_files_a_spreadsheet_and_lists_what_came_of_it(database) {
        let mut process = Process::new(database);
        let (operator, secret) = process.operator_credential();
        process.start().await;
        let (id, secret, campaign) = scene(&process, &process.caller(&operator, &secret)).await;
        let folder = tempfile::tempdir().expect("a folder");
        let terminal = Terminal { folder: folder.path(), secret: secret.clone() };

        // Nobody is remembered yet; a wrong secret is told apart from a service that is not there.
        let (_, told) = terminal.ends(1, &["requests", "list"]);
        assert!(told.contains("recourse login"), "{told}");
        let wrong = Terminal { folder: folder.path(), secret: "rcs_wrong".to_owned() };
        let (_, told) = wrong.ends(5, &["login", "--service", &process.address, "--client-id", &id]);
        assert!(told.contains("invalid_client") && !told.contains("rcs_wrong"), "{told}");
        terminal.ends(3, &["login", "--service", "http://127.0.0.1:9", "--client-id", &id]);

        let (out, err) = terminal.ends(0, &["login", "--service", &process.address, "--client-id", &id]);
        assert!(err.contains("You act for Union.") && !format!("{out}{err}").contains(&secret), "{out}{err}");
        let kept = folder.path().join("recourse/credentials.json");
        let mode = std::fs::metadata(&kept).expect("it is remembered").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "nobody else can read it");

        // A spreadsheet with one line that cannot be filed.
        let members = terminal.file(
            "members.csv",
            "Nom;Courriel;Signé le\nPereira;noel@example.org;17/01/2026\nMartin;no address;19/01/2026\n",
        );
        let (mapping, mandate) = (terminal.file("mapping.json", MAPPING), terminal.file("mandate.json", MANDATE));
        terminal.ends(2, &["batch", "file", &members, "--campaign", &campaign]);
        let filing = ["batch", "file", &members, "--campaign", &campaign, "--mapping", &mapping, "--mandate", &mandate];
        let (out, err) = terminal.ends(6, &filing);
        assert!(out.contains("filed: 2 lines, 1 accepted, 1 refused, 1 requests"), "{out}{err}");
        assert!(err.contains("line 3:") && err.contains("email_invalid") && !err.contains('█'), "{err}");
        let unknown = filing.map(|one| if one == campaign { "cmp_0193d2b4a1c07e3f8b6a5d4c3b2a1908" } else { one });
        let (_, err) = terminal.ends(4, &unknown);
        assert!(err.contains("not_found, 404"), "{err}");

        let (out, _) = terminal.ends(0, &["requests", "list", "--campaign", &campaign, "--output", "json"]);
        let request: Value = serde_json::from_str(&out).expect("one request on one line");
        let (out, _) = terminal.ends(0, &["requests", "list", "--output", "csv"]);
        assert!(out.starts_with("id,right,lifecycle,") && out.contains(text(&request, "id")), "{out}");
        let (out, _) = terminal.ends(0, &["requests", "list", "--overdue", "--output", "table"]);
        assert_eq!(out.lines().count(), 1, "only the heading: nothing is overdue yet");
        let (_, err) = terminal.ends(4, &["requests", "list", "--state", "exploded"]);
        assert!(err.contains("invalid_parameter") && err.contains("state:"), "code and pointer: {err}");

        // Nobody gave a mandate for complaints, and the organisation has not shown that it may make them.
        let (_, err) = terminal.ends(5, &["complaint", "draft", "--language", "fr", "--request", text(&request, "id")]);
        assert!(err.contains("not_eligible"), "{err}");
        terminal.ends(2, &["complaint", "draft", "--language", "fr"]);
        assert!(process.stop().await.success());
    }
}

on_both! {
    async fn a_script_drafts_complaints(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        let requests = silence(app, &scene, 2).await;
        let new = json!({ "name": "scripts", "scopes": ["complaints:write", "complaints:read", "requests:read"] });
        let path = format!("/v1/organisations/{}/clients", scene.organisation);
        let client = app.operator().await.post(&path, new).await.expect_status(201);
        let folder = tempfile::tempdir().expect("a folder");
        let terminal = Terminal { folder: folder.path(), secret: text(&client, "client_secret").to_owned() };
        let ends = |arguments: &[&str]| tokio::task::block_in_place(|| terminal.ends(0, arguments)).0;
        ends(&["login", "--service", &app.address, "--client-id", text(&client, "client_id")]);

        let details = terminal.file("details.json", r#"{"description": [{"text": "Personne n'a r\u00e9pondu."}]}"#);
        let controller = scene.controller.id.as_str();
        let by_controller = ["complaint", "draft", "--language", "fr", "--controller", controller, "--output", "json"];
        let made = ends(&[&by_controller[..], &["--authority", "fr-cnil", "--details", &details]].concat());
        let made: Value = serde_json::from_str(&made).expect("a complaint");
        assert_eq!((&made["state"], &made["people"], &made["authority_id"]), (&json!("draft"), &json!(2), &json!("fr-cnil")));
        assert_eq!(made["description"][0]["text"], "Personne n'a répondu.");

        let by_state = ["complaint", "draft", "--language", "fr", "--overdue", "--state", "received,sent", "--output", "csv"];
        let csv = ends(&by_state);
        let lines: Vec<&str> = csv.lines().collect();
        assert!(lines.len() == 2 && lines[0].starts_with("id,state,controller_id"), "{csv}");
        assert!(lines[1].contains(",draft,") && lines[1].ends_with(",2,0,2"), "{csv}");

        let told = ends(&["complaint", "draft", "--language", "fr", "--request", &requests[0]]);
        assert!(told.contains("is a draft (people: 1, requests: 1)") && told.contains("silent_first_deadline"), "{told}");
        assert!(told.contains("missing for"), "no authority is chosen: {told}");
        let all = scene.member.get("/v1/complaints").await.expect_status(200);
        assert_eq!(all["items"].as_array().expect("a page").len(), 3);
    }
}
