//! The page on which a person sees what is done in their name: what it tells in every state, to whom it opens, and how a mandate
//! is taken back on it.

use jiff::SignedDuration;
use recourse::domain::response::Response;
use reqwest::header::HeaderMap;
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::Fixture;
use crate::support::union::text;
use crate::support::{App, Caller, says};

/// A link to the page of the first person of a scene. Gives its id and its path.
async fn link(scene: &Fixture, new: Value) -> (String, String) {
    let path = format!("/v1/data-subjects/{}/status-links", scene.people[0].0);
    let made = scene.association.post(&path, new).await.expect_status(201);
    let url = text(&made, "url");
    (text(&made, "id"), url[url.find("/status/").expect("its path")..].to_owned())
}

/// Pages are not in the document of the API: they are fetched as a browser would, which is shown where it is led.
async fn fetch(app: &App, path: &str) -> Page {
    sent(browser().get(format!("{}{path}", app.address))).await
}

fn browser() -> Client {
    Client::builder().redirect(Policy::none()).build().expect("a browser")
}

struct Page {
    status: u16,
    headers: HeaderMap,
    text: String,
}

impl Page {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

async fn sent(request: RequestBuilder) -> Page {
    let answer = request.send().await.expect("the server answers");
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    Page { status, headers, text: answer.text().await.expect("a text") }
}

async fn page(app: &App, path: &str) -> String {
    let reply = fetch(app, path).await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    reply.text
}

async fn is_gone(app: &App, path: &str) -> String {
    let reply = fetch(app, path).await;
    assert_eq!(reply.status, 404, "{}", reply.text);
    assert_eq!(reply.header("content-type"), Some("text/html; charset=utf-8"));
    reply.text
}

async fn send(app: &App, path: &str, body: String) -> Page {
    let form =
        browser().post(format!("{}{path}", app.address)).header("content-type", "application/x-www-form-urlencoded");
    sent(form.body(body)).await
}

/// A receipt of today for the request of the first person.
async fn received(scene: &Fixture, app: &App) {
    let receipt = json!({ "kind": "registered_delivery", "received_at": app.context.clock.now().to_string() });
    scene.association.post(&format!("/v1/requests/{}/receipts", scene.requests[0]), receipt).await.expect_status(200);
}

async fn answered(scene: &Fixture, app: &App) {
    let response: Response = serde_json::from_value(json!({ "kind": "no_data", "message": "Nothing." })).expect("one");
    let answer = json!({ "response": response, "received_at": app.context.clock.now() });
    scene.association.post(&format!("/v1/requests/{}/responses", scene.requests[0]), answer).await.expect_status(201);
}

on_both! {
    async fn the_page_tells_every_state_of_a_request(app) {
        let scene = Fixture::with_requests(app, 3).await;
        let (_, path) = link(&scene, json!({})).await;
        let english = format!("{path}?language=en");
        let sent = page(app, &english).await;
        for text in ["Association acts for you", "A copy of your data", "Nothing shows yet that it has arrived", "The request was sent.", "Take back this mandate"] {
            assert!(sent.contains(text), "{text}: {sent}");
        }
        assert_eq!(sent.matches("<article").count(), 1, "the requests of this person alone");

        received(&scene, app).await;
        let running = page(app, &english).await;
        assert!(running.contains("The answer is due by") && running.contains("How this date is reached"), "{running}");
        app.clock.advance(SignedDuration::from_hours(24));
        assert!(page(app, &english).await.contains("No news for one day."));

        app.clock.advance(SignedDuration::from_hours(60 * 24));
        scene.association.forget_token().await;
        app.work().await;
        let late = page(app, &english).await;
        assert!(late.contains("The answer was due by") && late.contains("No news for 61 days."), "{late}");
        assert!(late.contains("The legal date passed without an answer."));

        answered(&scene, app).await;
        let answered = page(app, &english).await;
        assert!(answered.contains("They answered that they hold no data about you."), "{answered}");
        assert!(!answered.contains("No news") && !answered.contains("due by"));
        assert!(!answered.contains("Nothing."), "never the content of an answer");
        let assessment = json!({ "satisfied": true });
        scene.association.post(&format!("/v1/requests/{}:assess", scene.requests[0]), assessment).await.expect_status(200);
        assert!(page(app, &english).await.contains("Settled."));
    }

    async fn answers_for_the_person_alone_are_not_told_in_kind(app) {
        let scene = Fixture::asking(app, 1, json!({ "right": "access", "copy": true }), "person").await;
        let (_, path) = link(&scene, json!({})).await;
        received(&scene, app).await;
        answered(&scene, app).await;
        let told = page(app, &format!("{path}?language=en")).await;
        assert!(told.contains("An answer came.") && !told.contains("hold no data"), "{told}");
    }

    async fn the_page_speaks_the_language_of_the_person(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let (_, path) = link(&scene, json!({})).await;
        assert!(page(app, &path).await.contains("<html lang=\"fr\">"), "that of the organisation, where nothing else is known");
        let person = format!("/v1/data-subjects/{}", scene.people[0].0);
        scene.association.patch(&person, json!({ "language": "pl" })).await.expect_status(200);
        let polish = page(app, &path).await;
        assert!(polish.contains("<html lang=\"pl\">") && polish.contains("Kopia danych"), "{polish}");
        for (language, heading) in [
            ("en", "Where things stand"), ("fr", "Où en sont les choses"), ("de", "So steht es"), ("es", "Cómo está todo"),
            ("it", "A che punto siamo"), ("nl", "Zo staat het ervoor"), ("pl", "Jak wygląda sytuacja"),
        ] {
            let told = page(app, &format!("{path}?language={language}")).await;
            assert!(told.contains(heading) && told.contains(&format!("<html lang=\"{language}\">")), "{language}");
            assert!(polish.contains(&format!("href=\"?language={language}\"")), "{language} can be chosen without a script");
        }
        for odd in ["?language=xx", "?colour=1", "?language", "?step=confirm", "?step=confirm&mandate=mdt_1", "?&&=%ff"] {
            assert!(page(app, &format!("{path}{odd}")).await.contains("Jak wygląda sytuacja"), "{odd}");
        }
    }

    async fn the_page_gives_nothing_away(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let (_, path) = link(&scene, json!({})).await;
        let secret = path.rsplit('/').next().expect("a secret");
        let reply = fetch(app, &path).await;
        let html = reply.text.clone();
        assert!(!html.contains(secret), "no link carries the secret on");
        for value in ["Ada", "Example 0", "ada0@example.org", "M0", "1980"] {
            assert!(!says(&html, value), "{value}");
        }
        assert!(!html.contains("<script") && !html.contains("src="), "no script, nothing loaded");
        assert!(html.contains("<title>Aperçu</title>") && html.contains("rel=\"noreferrer noopener nofollow\""));
        let policy = reply.header("content-security-policy").expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-") && !policy.contains("unsafe"), "{policy}");
        for (name, value) in [
            ("cache-control", "no-store"), ("referrer-policy", "no-referrer"), ("x-frame-options", "DENY"),
            ("x-robots-tag", "noindex, nofollow, noarchive"), ("x-content-type-options", "nosniff"), ("content-language", "fr"),
        ] {
            assert_eq!(reply.header(name), Some(value), "{name}");
        }
        assert_eq!(reply.header("set-cookie"), None);
    }

    async fn every_look_is_recorded_as_the_persons_own(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let (id, path) = link(&scene, json!({})).await;
        page(app, &path).await;
        let person = scene.people[0].0;
        let mut inspector = app.inspector().await;
        let looks = format!(
            "SELECT count(*) FROM audit_entry WHERE actor = '{person}' AND subject = '{person}' AND action = 'read' AND recipient = '{id}'"
        );
        assert_eq!(inspector.number(&looks).await, 1);
        let made = format!("SELECT count(*) FROM audit_entry WHERE subject = '{id}' AND action = 'create'");
        assert_eq!(inspector.number(&made).await, 1);
    }

    async fn links_are_listed_without_addresses_and_revoked(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let (first, path) = link(&scene, json!({})).await;
        let (second, other) = link(&scene, json!({})).await;
        let links = format!("/v1/data-subjects/{}/status-links", scene.people[0].0);
        let list = scene.association.get(&links).await.expect_status(200);
        let ids: Vec<_> = list["items"].as_array().expect("items").iter().map(|item| text(item, "id")).collect();
        assert_eq!(ids, [first.clone(), second]);
        assert!(list["items"][0].get("url").is_none());

        let delete = async |caller: &Caller, path: String| caller.delete(&path).await;
        let (_, stranger) = app.organisation("Another").await;
        delete(&stranger, format!("{links}/{first}")).await.expect_problem(404, "not_found");
        stranger.get(&links).await.expect_problem(404, "not_found");
        stranger.post(&links, json!({})).await.expect_problem(404, "not_found");
        page(app, &path).await;
        for _ in 0..2 {
            assert_eq!(delete(&scene.association, format!("{links}/{first}")).await.status, 204);
        }
        let gone = is_gone(app, &path).await;
        page(app, &other).await;
        let list = scene.association.get(&links).await.expect_status(200);
        assert!(list["items"][0]["revoked_at"].is_string() && list["items"][1].get("revoked_at").is_none());
        let unknown = is_gone(app, &format!("/status/{}", "A".repeat(43))).await;
        assert_eq!(gone, unknown, "revoked and unknown look the same");
        assert_eq!(gone, is_gone(app, "/status/short").await);
        assert!(gone.contains("Ask whoever gave it to you") && !gone.contains("Association"));
    }

    async fn a_link_ends_when_it_says_so_and_with_the_person(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let links = format!("/v1/data-subjects/{}/status-links", scene.people[0].0);
        let past = json!({ "expires_at": app.context.clock.now().to_string() });
        let problem = scene.association.post(&links, past).await.expect_problem(422, "invalid_field");
        assert_eq!(problem["errors"][0]["pointer"], "/expires_at");
        let soon = app.context.clock.now() + SignedDuration::from_hours(1);
        let (_, short) = link(&scene, json!({ "expires_at": soon.to_string() })).await;
        let (_, long) = link(&scene, json!({})).await;
        page(app, &short).await;
        app.clock.advance(SignedDuration::from_hours(2));
        scene.association.forget_token().await;
        let expired = is_gone(app, &short).await;
        page(app, &long).await;

        scene.association.post(&format!("/v1/requests/{}:withdraw", scene.requests[0]), json!({})).await.expect_status(200);
        let person = format!("/v1/data-subjects/{}", scene.people[0].0);
        scene.association.delete(&person).await.expect_status(204);
        assert_eq!(is_gone(app, &long).await, expired);
        scene.association.post(&links, json!({})).await.expect_problem(409, "data_subject_erased");
        let mut inspector = app.inspector().await;
        assert_eq!(inspector.number("SELECT count(*) FROM status_link WHERE revoked_at IS NULL").await, 0);
    }

    async fn a_person_cannot_have_links_without_number(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let links = format!("/v1/data-subjects/{}/status-links", scene.people[0].0);
        for _ in 0..20 {
            link(&scene, json!({})).await;
        }
        scene.association.post(&links, json!({})).await.expect_problem(409, "limit_reached");
    }

    async fn a_mandate_is_taken_back_on_the_page(app) {
        let scene = Fixture::with_requests(app, 3).await;
        let (person, mandate) = scene.people[0];
        let another = json!({
            "powers": {
                "request": { "rights": ["erasure"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
                "disclosure_consent": true
            },
            "signed_on": "2026-01-03", "evidence": { "kind": "signed_paper" }
        });
        scene.association.post(&format!("/v1/data-subjects/{person}/mandates"), another).await.expect_status(201);
        let (_, path) = link(&scene, json!({})).await;
        received(&scene, app).await;
        let confirm = page(app, &format!("{path}?step=confirm&mandate={mandate}&language=en")).await;
        for text in ["Take back your mandate?", "One open request ends with it:", "method=\"post\"", "No, go back"] {
            assert!(confirm.contains(text), "{text}: {confirm}");
        }
        assert!(confirm.contains(&format!("href=\"?language=de&amp;step=confirm&amp;mandate={mandate}\"")), "{confirm}");
        let before = scene.association.get(&format!("/v1/mandates/{mandate}")).await.expect_status(200);
        assert_eq!(before["state"], "active", "a look changes nothing");

        for _ in 0..2 {
            let done = send(app, &format!("{path}?language=en"), format!("mandate={mandate}")).await;
            assert_eq!((done.status, done.header("location")), (303, Some("?step=done&language=en")));
        }
        let done = page(app, &format!("{path}?step=done&language=en")).await;
        assert!(done.contains("Your mandate is taken back") && done.contains("Nothing else is running for you."), "{done}");
        let after = scene.association.get(&format!("/v1/mandates/{mandate}")).await.expect_status(200);
        assert_eq!(after["state"], "revoked");
        let request = scene.association.get(&format!("/v1/requests/{}", scene.requests[0])).await.expect_status(200);
        assert_eq!(request["request"]["lifecycle"], "withdrawn");
        let overview = page(app, &format!("{path}?language=en")).await;
        assert!(overview.contains("Taken back.") && overview.contains("You took it back on"), "{overview}");
        assert_eq!(overview.matches("Take back this mandate").count(), 1, "the other mandate stands");
        let mut inspector = app.inspector().await;
        let noted = format!("SELECT count(*) FROM audit_entry WHERE actor = '{person}' AND subject = '{mandate}' AND action = 'change'");
        assert_eq!(inspector.number(&noted).await, 1, "once, by the person");
    }

    async fn nobody_else_takes_a_mandate_back(app) {
        let scene = Fixture::with_requests(app, 3).await;
        let (_, path) = link(&scene, json!({})).await;
        let (own, foreign) = (scene.people[0].1, scene.people[1].1);
        let other = Fixture::with_requests(app, 1).await;
        let guess = format!("/status/{}", "A".repeat(43));
        for (path, body) in [
            (path.as_str(), format!("mandate={foreign}")),
            (path.as_str(), format!("mandate={}", other.people[0].1)),
            (path.as_str(), "mandate=mdt_1".to_owned()),
            (path.as_str(), String::new()),
            (guess.as_str(), format!("mandate={own}")),
        ] {
            let reply = send(app, path, body.clone()).await;
            assert_eq!(reply.status, 404, "{body}");
        }
        for (scene, mandate) in [(&scene, own), (&scene, foreign), (&other, other.people[0].1)] {
            let found = scene.association.get(&format!("/v1/mandates/{mandate}")).await.expect_status(200);
            assert_eq!(found["state"], "active");
        }
    }

    async fn names_are_escaped(app) {
        let operator = app.operator().await;
        let scene = Fixture::with_requests(app, 1).await;
        let organisation = format!("/v1/organisations/{}", scene.organisation);
        let name = "<script>alert(1)</script> & \"Sons\"";
        let profile = json!({ "name": name, "country": "FR", "language": "fr", "website": "https://example.org/?a=1&b=2" });
        operator.patch(&organisation, json!({ "profile": profile })).await.expect_status(200);
        let (_, path) = link(&scene, json!({})).await;
        let html = page(app, &path).await;
        assert!(!html.contains("<script") && html.contains("&lt;script&gt;"), "{html}");
    }
}
