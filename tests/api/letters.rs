//! Letters about requests, and the templates of organisations for them.

use std::io::Write;
use std::process::{Command, Stdio};

use entity::id::RequestId;
use reqwest::Method;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::{self, Fixture};
use crate::support::{App, Caller, Reply, says};

const TEMPLATE: &str = "# About {{ request.id }}\n\n{% include \"opening\" %}\n\nOur own wording for {{ controller.name }}.\n\n\
                        {% include \"particulars\" %}\n\n{% include \"closing\" %}\n";

fn path(request: RequestId, kind: &str) -> String {
    format!("/v1/requests/{request}/letters/{kind}")
}

async fn letter(caller: &Caller, request: RequestId, kind: &str, language: &str) -> String {
    let reply = caller.get(&format!("{}?format=text&language={language}", path(request, kind))).await;
    assert_eq!(reply.status, 200, "{kind}: {}", reply.text());
    assert_eq!(reply.header("content-language"), Some(language));
    // Lines are broken at a width; what is looked for may go over two.
    reply.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn accepting(caller: &Caller, path: &str, accept: &str) -> Reply {
    let request = caller.request(Method::GET, path).await.header("accept", accept);
    caller.send(request).await
}

/// What another program reads in a PDF.
fn read_pdf(bytes: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is there (Debian: poppler-utils)");
    reader.stdin.take().expect("its input").write_all(bytes).expect("the file is read");
    let read = reader.wait_with_output().expect("it ends");
    assert!(read.status.success());
    String::from_utf8(read.stdout).expect("text")
}

async fn refuse(scene: &Fixture, app: &App, request: RequestId) {
    let refusal = json!({ "kind": "refused", "ground": "excessive" });
    scene.say(app, request, refusal).await.expect_status(200);
}

on_both! {
    async fn a_request_becomes_a_letter_in_three_forms(app) {
        let scene = Fixture::with_requests(app, 2).await;
        let request = scene.requests[0];
        let address = path(request, "request");
        let text = scene.association.get(&address).await;
        assert_eq!((text.status, text.header("content-type")), (200, Some("text/plain; charset=utf-8")));
        assert_eq!(text.header("content-language"), Some("fr"), "that of the campaign");
        assert_eq!((text.header("cache-control"), text.header("content-disposition")), (Some("no-store"), Some("inline; filename=\"letter.txt\"")));
        let text = text.text();
        let (mandate, id) = (scene.people[0].1.to_string(), request.to_string());
        for told in ["Ada Example 0", "ada0@example.org", "Association", "Controller", mandate.as_str(), id.as_str(), "un mois à compter"] {
            assert!(text.split_whitespace().collect::<Vec<_>>().join(" ").contains(told), "{told}: {text}");
        }
        for withheld in ["1980", "+33 6", "M0"] {
            assert!(!says(&text, withheld), "the controller does not need it (B-7): {withheld}");
        }
        // The address at which the mandate is verified is one.
        let word = text.split_whitespace().find(|word| word.contains("/v1/mandate-status/")).unwrap();
        let status = word[word.find("/v1/").unwrap()..].trim_end_matches('.');
        assert_eq!(app.anonymous().get(status).await.expect_status(200)["state"], "active");

        let html = accepting(&scene.association, &address, "text/html,*/*;q=0.8").await;
        assert_eq!(html.header("content-type"), Some("text/html; charset=utf-8"));
        assert!(html.header("content-security-policy").unwrap().starts_with("default-src 'none'"));
        assert!(html.text().contains("<html lang=\"fr\">") && !html.text().contains("<script"));

        let pdf = accepting(&scene.association, &format!("{address}?language=de"), "application/pdf").await;
        assert_eq!((pdf.header("content-type"), pdf.header("content-language")), (Some("application/pdf"), Some("de")));
        let read = read_pdf(&pdf.bytes);
        for told in ["Ada Example 0", "Recht auf Auskunft", "Seite 1 von"] {
            assert!(read.contains(told), "{told}: {read}");
        }
        let audit = fixtures::audit(app, scene.organisation).await;
        assert_eq!(audit.iter().filter(|entry| **entry == ("disclose".to_owned(), id.clone())).count(), 3, "each look");
    }

    async fn each_letter_is_there_when_its_time_has_come(app) {
        let scene = Fixture::with_requests(app, 3).await;
        let [silent, asked, refused] = scene.requests[..] else { panic!("three requests") };
        for kind in ["identity_answer", "scope_answer", "refusal_contestation"] {
            let reply = scene.association.get(&path(silent, kind)).await;
            reply.expect_problem(409, "illegal_transition");
        }
        scene.association.get(&path(silent, "sermon")).await.expect_problem(404, "not_found");
        let receipt = json!({ "kind": "registered_delivery", "received_at": app.context.clock.now().to_string() });
        scene.association.post(&format!("/v1/requests/{silent}/receipts"), receipt).await.expect_status(200);
        let ask = letter(&scene.association, silent, "request", "en").await;
        let due = scene.see(silent).await["request"]["final_deadline"].as_str().unwrap().to_owned();
        let year = &due[..4];
        assert!(ask.contains("right of access") && ask.contains(&format!("{year} at the latest")), "{ask}");

        let question = json!({ "kind": "identity_question", "asks_for": ["document_copy"] });
        scene.say(app, asked, question).await.expect_status(200);
        let supply = json!({ "kind": "identity", "text": "It was opened as Grumblewick.", "elements": ["birth_date"] });
        scene.association.post(&format!("/v1/requests/{asked}:supply-information"), supply).await.expect_status(200);
        let answer = letter(&scene.association, asked, "identity_answer", "en").await;
        for told in ["Grumblewick", "3 February 1980", "Articles 5(1)(c) and 12(6)", "the original period continues"] {
            assert!(answer.contains(told), "{told}: {answer}");
        }
        let question = json!({ "kind": "scope_question", "large_quantity": true, "question": "Which years?" });
        scene.say(app, asked, question).await.expect_status(200);
        let answer = letter(&scene.association, asked, "scope_answer", "en").await;
        assert!(answer.contains("does not narrow the request") && !answer.contains("Grumblewick"), "{answer}");

        refuse(&scene, app, refused).await;
        let found = letter(&scene.association, refused, "refusal_contestation", "nl").await;
        assert!(found.contains("geweigerd") && found.contains("artikel 12, lid 5, AVG"), "{found}");
        assert_eq!(found.matches("(artikel 12, lid 4, AVG)").count(), 3 + 1, "what was found, and the law: {found}");
        scene.association.get(&path(refused, "reminder")).await.expect_problem(409, "illegal_transition");

        scene.after(app, 60).await;
        let reminder = letter(&scene.association, silent, "reminder", "en").await;
        assert!(reminder.contains("The period for your answer ended on") && reminder.contains("no new request"), "{reminder}");
        scene.association.post(&format!("/v1/requests/{silent}:withdraw"), json!({})).await.expect_status(200);
        scene.association.get(&path(silent, "request")).await.expect_problem(409, "illegal_transition");
    }

    async fn no_letter_without_a_mandate_or_for_others(app) {
        let scene = Fixture::with_requests(app, 2).await;
        let (_, other) = app.organisation("Other").await;
        let address = path(scene.requests[0], "request");
        other.get(&address).await.expect_problem(404, "not_found");
        scene.inbox.get(&address).await.expect_problem(403, "insufficient_scope");
        scene.association.get(&format!("{address}?format=docx")).await.expect_problem(400, "invalid_parameter");
        scene.association.get(&format!("{address}?language=pt")).await.expect_problem(400, "invalid_parameter");
        let mandate = scene.people[1].1;
        scene.association.post(&format!("/v1/mandates/{mandate}:revoke"), json!({})).await.expect_status(200);
        scene.association.get(&path(scene.requests[1], "request")).await.expect_problem(403, "mandate_revoked");
        scene.inbox.get(&format!("/v1/inbox/requests/{}/letter", scene.requests[1])).await.expect_problem(403, "mandate_revoked");
    }

    async fn a_controller_has_the_letter_that_is_addressed_to_it(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let other = Fixture::with_requests(app, 1).await;
        let request = scene.requests[0];
        let address = format!("/v1/inbox/requests/{request}/letter");
        other.inbox.get(&address).await.expect_problem(404, "not_found");
        let shown = scene.inbox.get(&format!("{address}?language=en&format=text")).await;
        assert!(shown.status == 200 && shown.text().contains("Ada Example 0"), "{}", shown.text());
        assert_eq!(scene.see(request).await["request"]["lifecycle"], "received", "the first look proves that it arrived");
        let seen = scene.inbox.get(&format!("/v1/inbox/requests/{request}")).await.expect_status(200);
        let linked = seen["content"]["letter_url"].as_str().unwrap();
        assert!(linked.starts_with(&app.context.settings.base_url) && linked.ends_with(&address), "{linked}");
        let mut inspector = app.inspector().await;
        let told = format!("SELECT count(*) FROM audit_entry WHERE subject = '{request}' AND recipient = '{}'", scene.controller);
        assert_eq!(inspector.number(&told).await, 2);
    }

    async fn an_organisation_writes_its_own_templates(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let (caller, request) = (&scene.association, scene.requests[0]);
        let (_, other) = app.organisation("Other").await;
        let (one, every) = ("/v1/letter-templates/request/fr?right=access", "/v1/letter-templates/request/fr");
        let house = caller.get(one).await;
        assert_eq!(house.expect_status(200)["origin"], "house");
        assert!(house.header("etag").is_none());
        caller.get(every).await.expect_problem(404, "not_found");
        let house_source = house.json()["source"].as_str().unwrap().to_owned();

        let kept = caller.put(every, json!({ "source": TEMPLATE })).await;
        assert_eq!(kept.expect_status(201)["origin"], "own");
        assert_eq!(kept.header("etag"), Some("\"1\""));
        assert_eq!(caller.get(every).await.expect_status(200), kept.json());
        assert!(letter(caller, request, "request", "fr").await.contains("Our own wording for Controller."));
        let special = TEMPLATE.replace("Our own wording", "A special wording");
        caller.put(one, json!({ "source": special })).await.expect_status(201);
        assert!(letter(caller, request, "request", "fr").await.contains("A special wording for Controller."));
        assert!(!letter(caller, request, "request", "de").await.contains("wording"), "of one language");

        // The same again changes nothing but the version; what another has changed is not overwritten unseen.
        let again = caller.put(one, json!({ "source": special })).await;
        again.expect_status(200);
        assert_eq!(again.header("etag"), Some("\"2\""));
        let put = caller.request(Method::PUT, one).await.header("if-match", "\"1\"").json(&json!({ "source": TEMPLATE }));
        caller.send(put).await.expect_problem(412, "version_conflict");

        let listed = caller.get("/v1/letter-templates?kind=request&language=fr").await.expect_status(200);
        let names = |list: &Value| {
            let name = |item: &Value| format!("{} {}", item["right"].as_str().unwrap_or("-"), item["origin"].as_str().unwrap());
            list["items"].as_array().unwrap().iter().map(name).collect::<Vec<_>>()
        };
        assert_eq!(names(&listed)[..3], ["- own", "access house", "access own"]);
        assert_eq!(names(&listed).len(), 8 + 2);
        let all = caller.get("/v1/letter-templates").await.expect_status(200);
        assert_eq!(names(&all).len(), 7 * 12 + 2);
        assert_eq!(names(&other.get("/v1/letter-templates").await.expect_status(200)).len(), 7 * 12);
        other.get(every).await.expect_problem(404, "not_found");
        other.delete(one).await.expect_problem(404, "not_found");
        assert_eq!(other.get(one).await.expect_status(200)["source"], house_source);

        caller.delete(one).await.expect_status(204);
        caller.delete(one).await.expect_problem(404, "not_found");
        assert!(letter(caller, request, "request", "fr").await.contains("Our own wording"));
        caller.delete(every).await.expect_status(204);
        assert!(letter(caller, request, "request", "fr").await.contains("droit d’accès"));
        let audit = fixtures::audit(app, scene.organisation).await;
        let of = |action: &str| (action.to_owned(), "letter_template/request/fr/access".to_owned());
        for action in ["create", "change", "delete"] {
            assert_eq!(audit.iter().filter(|entry| **entry == of(action)).count(), 1, "{action}");
        }
    }

    async fn a_template_with_mistakes_is_refused_with_each_of_them(app) {
        let (_, caller) = app.organisation("Union").await;
        let address = "/v1/letter-templates/reminder/en";
        let source = "# Reminder\n\nDear {{ controler.name }},\n\n{% set x = 1 %}\n";
        let problem = caller.put(address, json!({ "source": source })).await.expect_problem(422, "template_invalid");
        let told: Vec<&str> = problem["errors"].as_array().unwrap().iter().map(|error| error["message"].as_str().unwrap()).collect();
        assert_eq!(told, [
            "Line 3, column 9, `controler.name`: There is no such variable in this letter. Did you mean `controller.name`?",
            "Line 5, column 4: Only `if`, `for` and `include` are tags of letters.",
        ]);
        assert_eq!(problem["errors"][0]["pointer"], "/source");
        assert_eq!(caller.get(address).await.expect_status(200)["origin"], "house", "nothing was kept");

        let checked = json!({ "kind": "reminder", "language": "en", "source": source });
        let checked = caller.post("/v1/letter-templates:check", checked).await.expect_status(200);
        assert_eq!(checked["valid"], false);
        assert_eq!(checked["problems"][0], json!({
            "line": 3, "column": 9, "variable": "controler.name", "suggestion": "controller.name",
            "message": "There is no such variable in this letter.",
        }));
        let good = json!({ "kind": "request", "language": "en", "source": TEMPLATE });
        assert_eq!(caller.post("/v1/letter-templates:check", good).await.expect_status(200), json!({ "valid": true, "problems": [] }));

        let wrong = json!({ "kind": "reminder", "language": "en", "right": "access", "source": TEMPLATE });
        caller.post("/v1/letter-templates:check", wrong).await.expect_problem(400, "invalid_parameter");
        caller.put("/v1/letter-templates/reminder/en?right=access", json!({ "source": TEMPLATE })).await.expect_problem(400, "invalid_parameter");
        caller.put("/v1/letter-templates/sermon/en", json!({ "source": TEMPLATE })).await.expect_problem(404, "not_found");
        caller.put(address, json!({ "source": "" })).await.expect_problem(422, "invalid_field");
        let endless = format!("# S\n\nx{}y{}\n", "{% for a in ask.items %}".repeat(12), "{% endfor %}".repeat(12));
        let problem = caller.put("/v1/letter-templates/request/en", json!({ "source": endless })).await;
        let problem = problem.expect_problem(422, "template_invalid");
        assert!(problem["errors"][0]["message"].as_str().unwrap().contains("more work than a letter may"), "{problem}");
    }

    async fn a_preview_shows_nobody(app) {
        let (_, caller) = app.organisation("Union").await;
        let preview = |body: Value| async { caller.post("/v1/letter-templates:preview", body).await };
        let shown = preview(json!({ "kind": "request", "language": "it", "right": "erasure", "format": "text" })).await;
        assert!(shown.status == 200 && shown.text().contains("diritto alla cancellazione"), "{}", shown.text());
        assert!(shown.text().contains("Union") && shown.text().contains("Alex Example"));
        let own = json!({ "kind": "request", "language": "en", "source": TEMPLATE, "format": "html" });
        assert!(preview(own).await.text().contains("Our own wording for Example Company."));
        let printed = preview(json!({ "kind": "refusal_contestation", "language": "pl", "format": "pdf" })).await;
        assert!(read_pdf(&printed.bytes).contains("Strona 1 z"));
        let wrong = json!({ "kind": "request", "language": "en", "source": "# S\n\n{{ person }}\n", "format": "pdf" });
        preview(wrong).await.expect_problem(422, "template_invalid");
    }

    async fn a_name_that_no_font_can_print_is_told_and_can_be_read(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let person = format!("/v1/data-subjects/{}", scene.people[0].0);
        scene.association.patch(&person, json!({ "given_name": "明子" })).await.expect_status(200);
        let address = path(scene.requests[0], "request");
        scene.association.get(&format!("{address}?format=pdf")).await.expect_problem(422, "letter_unprintable");
        for format in ["html", "text"] {
            assert!(scene.association.get(&format!("{address}?format={format}")).await.text().contains("明子"));
        }
    }
}
