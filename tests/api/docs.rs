//! The documentation for people: whole, served from here alone, and forbidden to fetch anything from elsewhere.

use recourse::domain::code::Code;

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

/// The addresses that a page leads to or loads.
fn addresses(html: &str) -> Vec<&str> {
    let after = ["href=\"", "src=\""].into_iter().flat_map(|mark| html.split(mark).skip(1));
    after.filter_map(|rest| rest.split('"').next()).collect()
}

on_both! {
    async fn pages_are_whole_and_fetch_nothing_from_elsewhere(app) {
        let caller = app.anonymous();
        let reference = "API reference";
        let pages = [("/docs", reference), ("/docs/", reference), ("/docs/reference", reference), ("/docs/errors", "Problem codes")];
        for (path, title) in pages {
            let reply = page(&caller, path).await;
            assert_eq!((reply.status, reply.header("content-type")), (200, Some("text/html; charset=utf-8")), "{path}");
            let policy = reply.header("content-security-policy").unwrap_or_default();
            assert!(policy.starts_with("default-src 'none'; ") && policy.contains("frame-ancestors 'none'"), "{policy}");
            assert!(!policy.contains("http") && !policy.contains('*'), "{policy}");
            let html = reply.text();
            assert!(html.contains(&format!("<title>{title} · Recourse</title>")), "{path}");
            for address in addresses(&html) {
                let here = match address.split(['#', '?']).next().unwrap_or_default() {
                    "" | "data:," => continue,
                    rooted if rooted.starts_with('/') => rooted.to_owned(),
                    other => format!("/docs/reference/{other}"),
                };
                assert!(!address.contains("//"), "{path} leads to {address}");
                assert_eq!(page(&caller, &here).await.status, 200, "{path} leads to {address}");
            }
        }
        let start = caller.get("/docs/reference/swagger-initializer.js").await.text();
        assert!(start.contains("\"/openapi.json\"") && start.contains("\"validatorUrl\": \"none\""), "{start}");
        caller.get("/docs/nothing").await.expect_problem(404, "not_found");
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
}
