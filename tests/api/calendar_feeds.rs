//! Calendars of deadlines: what they hold, in the form of RFC 5545 as an independent reader takes it, and who can fetch them.

use reqwest::Method;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::Fixture;
use crate::support::union::text;
use crate::support::{App, Caller, Reply};

/// A component with its properties, as `NAME;PARAMETERS` and value.
#[derive(Debug, Default)]
struct Component {
    name: String,
    properties: Vec<(String, String)>,
    parts: Vec<Component>,
}

impl Component {
    /// The value of a property that stands once.
    fn get(&self, name: &str) -> &str {
        let found: Vec<_> = self.properties.iter().filter(|(key, _)| key == name).collect();
        assert_eq!(found.len(), 1, "{name} in {self:?}");
        &found[0].1
    }
}

/// Reads a calendar, strictly: sections 3.1, 3.3.11 and 3.6 of RFC 5545.
fn parse(text: &str) -> Component {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "lines end with CRLF");
    let mut lines: Vec<String> = Vec::new();
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        match line.strip_prefix([' ', '\t']) {
            Some(rest) => lines.last_mut().expect("a line to go on with").push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    let mut open = vec![Component::default()];
    for line in lines {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{line}"));
        assert!(!value.chars().any(char::is_control), "{line}");
        match name {
            "BEGIN" => open.push(Component { name: value.to_owned(), ..Component::default() }),
            "END" => {
                let done = open.pop().expect("something is open");
                assert_eq!(done.name, value);
                open.last_mut().expect("something is around it").parts.push(done);
            }
            _ => {
                let value = match name {
                    "SUMMARY" | "X-WR-CALNAME" => unescaped(value),
                    _ => value.to_owned(),
                };
                open.last_mut().expect("a component").properties.push((name.to_owned(), value));
            }
        }
    }
    assert_eq!(open.len(), 1);
    let mut root = open.remove(0);
    assert!(root.properties.is_empty() && root.parts.len() == 1);
    root.parts.remove(0)
}

fn unescaped(text: &str) -> String {
    let (mut out, mut letters) = (String::new(), text.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(escaped @ ('\\' | ',' | ';')) => out.push(escaped),
                other => panic!("\\{other:?} in {text}"),
            },
            ',' | ';' => panic!("not escaped: {text}"),
            letter => out.push(letter),
        }
    }
    out
}

async fn make(caller: &Caller, new: Value) -> (Value, String) {
    let made = caller.post("/v1/calendar-feeds", new).await.expect_status(201);
    let url = text(&made, "url");
    let path = url[url.find("/calendar/").expect("its path")..].to_owned();
    (made, path)
}

async fn fetch(app: &App, path: &str, etag: Option<&str>) -> Reply {
    let caller = app.anonymous();
    let mut request = caller.request(Method::GET, path).await;
    if let Some(etag) = etag {
        request = request.header("if-none-match", etag);
    }
    caller.send(request).await
}

/// Requests of the scene that were received today. Gives the last day to answer.
async fn received(scene: &Fixture, app: &App, count: usize) -> String {
    let mut due = String::new();
    for id in &scene.requests[..count] {
        let receipt = json!({ "kind": "registered_delivery", "received_at": app.context.clock.now().to_string() });
        let path = format!("/v1/requests/{id}/receipts");
        due = text(&scene.association.post(&path, receipt).await.expect_status(200), "final_deadline");
    }
    due
}

on_both! {
    async fn a_calendar_holds_a_number_for_each_day_and_campaign(app) {
        let scene = Fixture::with_requests(app, 4).await;
        let due = received(&scene, app, 3).await;
        let name = "Échéances; à suivre, \\ toutes — d'un nom plus long qu'une ligne de 75 octets";
        let (made, path) = make(&scene.association, json!({ "name": name })).await;
        assert!(made["url"].as_str().unwrap().starts_with(&app.context.settings.base_url));
        let reply = fetch(app, &path, None).await;
        assert_eq!(reply.status, 200);
        assert_eq!(reply.header("content-type"), Some("text/calendar; charset=utf-8"));
        assert_eq!(reply.header("cache-control"), Some("private, max-age=300"));
        assert_eq!(reply.header("x-robots-tag"), Some("noindex, nofollow"));
        let calendar = parse(&reply.text());
        assert_eq!((calendar.name.as_str(), calendar.get("VERSION")), ("VCALENDAR", "2.0"));
        assert!(calendar.get("PRODID").starts_with("-//"));
        assert_eq!(calendar.get("X-WR-CALNAME"), name);
        let [event] = calendar.parts.as_slice() else { panic!("{calendar:?}") };
        assert_eq!(event.name, "VEVENT");
        assert_eq!(event.get("DTSTART;VALUE=DATE"), due.replace('-', ""));
        assert_eq!(event.get("SUMMARY"), format!("{name} (3)"));
        assert_eq!((event.get("TRANSP"), event.get("CLASS")), ("TRANSPARENT", "PRIVATE"));
        assert!(event.get("DTSTAMP").ends_with('Z') && event.get("DTSTAMP").len() == 16);
        assert!(event.get("UID").contains(&scene.campaign.to_string()));
        assert!(event.parts.is_empty(), "no alarms");

        // The same again until something changes; then the same entry says so.
        let etag = reply.header("etag").unwrap().to_owned();
        let again = fetch(app, &path, Some(&etag)).await;
        assert_eq!((again.status, again.text().len()), (304, 0));
        assert_eq!(fetch(app, &path, None).await.text(), reply.text());
        scene.association.post(&format!("/v1/requests/{}:withdraw", scene.requests[0]), json!({})).await.expect_status(200);
        let changed = fetch(app, &path, Some(&etag)).await;
        assert_eq!(changed.status, 200);
        let changed = parse(&changed.text());
        assert_eq!(changed.parts[0].get("SUMMARY"), format!("{name} (2)"));
        assert_eq!(changed.parts[0].get("UID"), event.get("UID"));
        let sequence = |event: &Component| event.get("SEQUENCE").parse::<u32>().unwrap();
        assert!(sequence(&changed.parts[0]) > sequence(event));
    }

    async fn titles_are_neutral_unless_asked_otherwise_and_filters_narrow(app) {
        let scene = Fixture::with_requests(app, 1).await;
        received(&scene, app, 1).await;
        let caller = &scene.association;
        for (new, titles) in [
            (json!({ "name": "Terminy" }), vec!["Terminy (1)"]),
            (json!({ "name": "Fristen", "titles": "campaign" }), vec!["Fristen (1): A campaign"]),
            (json!({ "name": "Fristen", "campaign_id": scene.campaign, "controller_id": scene.controller }), vec!["Fristen (1)"]),
        ] {
            let (_, path) = make(caller, new).await;
            let calendar = parse(&fetch(app, &path, None).await.text());
            assert_eq!(calendar.parts.iter().map(|event| event.get("SUMMARY")).collect::<Vec<_>>(), titles);
        }
        let other = json!({ "name": "Other", "slug": "other", "place": "FR", "channels": [{ "kind": "feed" }] });
        let other = text(&app.operator().await.post("/v1/controllers", other).await.expect_status(201), "id");
        let (_, path) = make(caller, json!({ "name": "A", "controller_id": other })).await;
        assert!(parse(&fetch(app, &path, None).await.text()).parts.is_empty());
        for wrong in ["campaign_id", "controller_id"] {
            let nobodys = format!("{}_0193d2b4a1c07e3f8b6a5d4c3b2a1908", if wrong == "campaign_id" { "cmp" } else { "ctl" });
            let problem = caller.post("/v1/calendar-feeds", json!({ "name": "A", wrong: nobodys })).await;
            assert_eq!(problem.expect_problem(422, "invalid_field")["errors"][0]["pointer"], format!("/{wrong}"));
        }
    }

    async fn a_lost_address_is_replaced_and_leads_nowhere(app) {
        let (organisation, caller) = app.organisation("Union").await;
        let (made, first) = make(&caller, json!({ "name": "Deadlines" })).await;
        let path = format!("/v1/calendar-feeds/{}", text(&made, "id"));
        let shown = caller.get(&path).await.expect_status(200);
        assert!(shown.get("url").is_none(), "it is shown once");
        assert_eq!(caller.get("/v1/calendar-feeds").await.expect_status(200)["items"], json!([shown]));
        let (_, other) = app.organisation("Other").await;
        other.get(&path).await.expect_problem(404, "not_found");
        other.delete(&path).await.expect_problem(404, "not_found");
        other.post(&format!("{path}:rotate"), json!({})).await.expect_problem(404, "not_found");

        let moved = caller.post(&format!("{path}:rotate"), json!({})).await.expect_status(200);
        let url = text(&moved, "url");
        let second = &url[url.find("/calendar/").unwrap()..];
        let unknown = first.replace(&first[10..14], "AAAA");
        assert_eq!(fetch(app, second, None).await.status, 200);
        for gone in [first.as_str(), unknown.as_str(), "/calendar/x.ics"] {
            fetch(app, gone, None).await.expect_problem(404, "not_found");
        }
        let id = text(&organisation, "id");
        let suspended = json!({ "state": "suspended" });
        app.operator().await.patch(&format!("/v1/organisations/{id}"), suspended).await.expect_status(200);
        fetch(app, second, None).await.expect_problem(404, "not_found");
        app.operator().await.patch(&format!("/v1/organisations/{id}"), json!({ "state": "active" })).await.expect_status(200);
        caller.forget_token().await;
        caller.delete(&path).await;
        fetch(app, second, None).await.expect_problem(404, "not_found");

        let mut inspector = app.inspector().await;
        let noted = format!("SELECT count(*) FROM audit_entry WHERE subject = '{}'", text(&made, "id"));
        assert_eq!(inspector.number(&noted).await, 3, "made, moved, removed");
        assert_eq!(inspector.number("SELECT count(*) FROM calendar_feed").await, 0);
    }
}
