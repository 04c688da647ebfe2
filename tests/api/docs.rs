//! The documentation for people: whole, served from here alone, and forbidden to fetch anything from elsewhere. What its pages lead to
//! is there: pages, places in them, operations, problem codes, words of the API.

use std::collections::{BTreeMap, BTreeSet};

use recourse::domain::code::Code;
use serde_json::Value;

use crate::on_both;
use crate::support::{Caller, Reply};

/// Follows what `/docs` leads to.
async fn page(caller: &Caller, path: &str) -> Reply {
    let reply = caller.get(path).await;
    match (reply.status, reply.header("location")) {
        (303, Some(location)) => Box::pin(page(caller, location)).await,
        _ => reply,
    }
}

/// What stands between two marks, everywhere in a text.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

/// The addresses that a page leads to.
fn links(html: &str) -> Vec<&str> {
    between(html, "href=\"", "\"")
}

/// The pages without scripts: the first one, what it leads to below `/docs`, and the tables of codes and limits.
async fn plain_pages(caller: &Caller) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::from([("/docs".to_owned(), page(caller, "/docs").await.text())]);
    let found: BTreeSet<String> = links(&pages["/docs"]).into_iter().map(str::to_owned).collect();
    for path in found
        .iter()
        .filter(|path| path.starts_with("/docs/guides/") || ["/docs/errors", "/docs/limits"].contains(&path.as_str()))
    {
        pages.insert(path.clone(), page(caller, path).await.text());
    }
    pages
}

/// The operations as the reference has them in its addresses.
fn operations(document: &Value) -> BTreeSet<String> {
    let paths = document["paths"].as_object().expect("paths").values();
    let operations = paths.flat_map(|path| path.as_object().expect("operations").values());
    operations
        .filter_map(|one| Some(format!("{}/{}", one["tags"][0].as_str()?, one["operationId"].as_str()?)))
        .collect()
}

on_both! {
    async fn pages_are_whole_and_fetch_nothing_from_elsewhere(app) {
        let caller = app.anonymous();
        let documentation = "Documentation";
        let pages = [
            ("/docs", documentation),
            ("/docs/", documentation),
            ("/docs/guides", documentation),
            ("/docs/guides/paging", "Walk through a list"),
            ("/docs/reference", "API reference"),
            ("/docs/errors", "Problem codes"),
            ("/docs/limits", "Limits"),
        ];
        for (path, title) in pages {
            let reply = page(&caller, path).await;
            assert_eq!((reply.status, reply.header("content-type")), (200, Some("text/html; charset=utf-8")), "{path}");
            let policy = reply.header("content-security-policy").unwrap_or_default();
            assert!(policy.starts_with("default-src 'none'; ") && policy.contains("frame-ancestors 'none'"), "{policy}");
            assert!(!policy.contains("http") && !policy.contains('*'), "{policy}");
            let is_reference = title == "API reference";
            assert_eq!(policy.contains("script") || policy.contains("unsafe"), is_reference, "{path}: {policy}");
            let html = reply.text();
            assert!(html.contains(&format!("<title>{title} · Recourse</title>")), "{path}");
            assert_eq!(html.contains("<script") || html.contains(" style="), is_reference, "{path}");
            for source in between(&html, "src=\"", "\"").into_iter().chain(between(&html, "<link rel=\"stylesheet\" href=\"", "\"")) {
                assert!(!source.contains("//") && is_reference, "{path} loads {source}");
                assert_eq!(page(&caller, &format!("/docs/reference/{source}")).await.status, 200, "{path} loads {source}");
            }
        }
        let start = caller.get("/docs/reference/swagger-initializer.js").await.text();
        assert!(start.contains("\"/openapi.json\"") && start.contains("\"validatorUrl\": \"none\""), "{start}");
        for nothing in ["/docs/nothing", "/docs/guides/nothing", "/docs/files/nothing"] {
            caller.get(nothing).await.expect_problem(404, "not_found");
        }
    }

    async fn every_link_leads_somewhere(app) {
        let caller = app.anonymous();
        let pages = plain_pages(&caller).await;
        assert!(pages.len() >= 10, "the first page, eight guides and the table of codes: {:?}", pages.keys());
        let document = caller.get("/openapi.json").await.json();
        let operations = operations(&document);
        let mut named = 0;
        for (path, html) in &pages {
            for link in links(html) {
                let (target, place) = link.split_once('#').map_or((link, None), |(target, place)| (target, Some(place)));
                match (target, place) {
                    ("/docs/reference/", Some(place)) => {
                        assert!(operations.contains(place.trim_start_matches('/')), "{path} leads to {link}");
                        named += 1;
                    }
                    ("https://www.standardwebhooks.com", None) => {}
                    (_, None) => assert_eq!(page(&caller, target).await.status, 200, "{path} leads to {link}"),
                    (_, Some(place)) => {
                        let target = pages.get(if target.is_empty() { path.as_str() } else { target });
                        let target = target.unwrap_or_else(|| panic!("{path} leads to {link}"));
                        assert_eq!(target.matches(&format!(" id=\"{place}\"")).count(), 1, "{path} leads to {link}");
                    }
                }
            }
            for landmark in ["<header>", "<main ", "<footer>", "<nav aria-label", "<a class=\"skip\" href=\"#content\">", "<h1>"] {
                assert_eq!(html.matches(landmark).count(), 1, "{path}: {landmark}");
            }
            let guides = links(html).into_iter().filter(|link| link.starts_with("/docs/guides/")).collect::<BTreeSet<_>>();
            assert!(guides.len() >= 8 && links(html).contains(&"/docs/errors"), "{path} has the navigation");
        }
        assert!(named > 30, "operations that guides name are linked: {named}");
    }

    async fn what_guides_name_is_in_the_document(app) {
        let caller = app.anonymous();
        let document = caller.get("/openapi.json").await.text();
        let (mut codes, mut words) = (0, 0);
        for (path, html) in plain_pages(&caller).await.iter().filter(|(path, _)| path.starts_with("/docs/guides/")) {
            for part in html.split("<code>").skip(1).zip(html.split("<code>")).map(|(after, before)| (before, after)) {
                let (is_linked, word) = (part.0.ends_with("\">"), part.1.split("</code>").next().unwrap_or_default());
                let method = ["GET ", "POST ", "PUT ", "PATCH ", "DELETE "].iter().any(|method| word.starts_with(method));
                assert!(!method || is_linked, "{path} names {word}, which is no operation");
                codes += usize::from(Code::ALL.iter().any(|code| code.as_str() == word));
                let is_word = word.contains(['_', '.']) && word.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '_' | '.'));
                if is_word && !word.starts_with('.') {
                    words += 1;
                    assert!(document.contains(&format!("\"{word}\"")), "{path} names {word}, which the API does not know");
                }
            }
        }
        assert!(codes > 10 && words > 20, "{codes} codes, {words} words");
    }

    async fn programs_of_guides_can_be_fetched_as_they_stand_there(app) {
        let caller = app.anonymous();
        let guide = include_str!("../../docs/guides/controller.md");
        for name in ["receiver.py", "receiver.mts"] {
            let file = page(&caller, &format!("/docs/files/{name}")).await;
            assert_eq!(file.header("content-type"), Some("text/plain; charset=utf-8"));
            let file = file.text();
            assert!(file.starts_with("import ") && guide.contains(&format!(" {name}\n{file}```")), "{name}");
        }
    }

    async fn every_code_has_its_place_where_problems_point(app) {
        let caller = app.anonymous();
        let html = caller.get("/docs/errors").await.text();
        for code in Code::ALL {
            assert_eq!(html.matches(&format!("<tr id=\"{}\">", code.as_str())).count(), 1, "{}", code.as_str());
        }
        assert!(!html.contains('`') && !html.contains("{{"), "nothing is left unwritten");
        let problem = caller.get("/v1/requests").await.expect_problem(401, "unauthenticated");
        assert_eq!(problem["type"], "/docs/errors#unauthenticated");
    }

    async fn limits_are_told_as_the_service_and_its_document_have_them(app) {
        let caller = app.anonymous();
        let html = caller.get("/docs/limits").await.text();
        let told = |what: &str| {
            let row = between(&html, &format!("<th scope=\"row\">{what}</th><td>"), "</tr>");
            row.first().unwrap_or_else(|| panic!("{what} stands in the table")).to_string()
        };
        let document = caller.get("/openapi.json").await.json();
        let most = &document["components"]["schemas"]["NewCampaign"]["properties"]["controllers"]["maxItems"];
        assert!(told("Controllers of a campaign").starts_with(&format!("{},000<", most.as_u64().expect("a bound") / 1_000)));
        let upload = told("Upload of a batch");
        assert!(upload.starts_with("16 MiB <em>(set)</em>") && upload.contains("/docs/errors#body_too_large"), "{upload}");
        assert!(told("Items of a page").starts_with("200<"));
        for code in between(&html, "/docs/errors#", "\"") {
            assert!(Code::ALL.iter().any(|known| known.as_str() == code), "{code}");
        }
    }
}
