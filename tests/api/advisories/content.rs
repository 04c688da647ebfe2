//! Faults by which what somebody wrote or sent was run, swelled, or took the place of a proof at a peer.

use recourse::config::ProxyHeader;
use recourse::http::{Proxies, ServerOptions};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::Fixture;
use crate::support::union::{self, text};
use crate::support::{Caller, Reply, unique};

async fn sent(caller: &Caller, request: &str, content: Vec<u8>) -> Reply {
    let call = caller.request(Method::POST, &format!("/v1/inbox/requests/{request}/attachments")).await;
    let call = call.header("idempotency-key", unique()).header("content-type", "application/zip");
    caller.send(call.body(content)).await
}

on_both! {
    // Fides: an archive that swells to gigabytes was unpacked; pictures of SVG that refer to themselves were drawn; Python code in an
    // uploaded connector was run. Here an archive is kept as the bytes it is, SVG and programs are refused, and nothing is ever run.
    async fn cve_2023_37480_cve_2023_37481_cve_2023_41319_uploads_neither_swell_nor_run(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let request = scene.requests[0].to_string();
        // A header that claims 4 GiB for 32 bytes.
        let bomb = [&b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\x20\0\0\0\xff\xff\xff\xff\x01\0\0\0a"[..], &[0; 32]].concat();
        let kept = sent(&scene.inbox, &request, bomb.clone()).await.expect_status(201);
        assert_eq!((&kept["size"], &kept["media_type"]), (&json!(bomb.len()), &json!("application/zip")));
        let laughs = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><g id='a'><use xlink:href='#a'/></g></svg>";
        for refused in [laughs.as_bytes(), b"#!/usr/bin/env python3\nimport os\nos.system('id')\n", b"\x80\x04\x95\x0b\0\0\0\0\0\0\0"] {
            sent(&scene.inbox, &request, refused.to_vec()).await.expect_problem(415, "file_type_refused");
        }
    }

    // Fides: an address that begins with `javascript:` became a link on its pages. Here no such address is taken, and of what is shown
    // only web addresses become links.
    async fn cve_2023_46126_no_address_that_runs_becomes_a_link(app) {
        let operator = app.operator().await;
        let scene = Fixture::with_requests(app, 1).await;
        let path = format!("/v1/organisations/{}", scene.organisation);
        for address in ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>",
            "vbscript:x", "file:///etc/passwd", "https://example.org/\"onmouseover=\"alert(1)", "//evil.example.org"] {
            let profile = json!({ "name": "Union", "country": "FR", "language": "fr", "website": address });
            let changed = operator.patch(&path, json!({ "profile": profile })).await;
            if changed.status == 200 {
                let link = format!("/v1/data-subjects/{}/status-links", scene.people[0].0);
                let made = scene.association.post(&link, json!({})).await.expect_status(201);
                let url = text(&made, "url");
                let page = format!("{}{}", app.address, &url[url.find("/status/").unwrap()..]);
                let html = reqwest::get(page).await.unwrap().text().await.unwrap();
                assert!(!html.to_lowercase().contains("href=\"java") && !html.contains("onmouseover=\"") && !html.contains("href=\"data:"), "{address}");
                assert!(!html.contains("href=\"//evil") && !html.contains("href=\"file:"), "{address}");
            } else {
                changed.expect_problem(422, "invalid_field");
            }
        }
    }

    // Fides: what was written into an e-mail template was run by its engine on the server. Vaultwarden: a name with markup became markup
    // of an e-mail. Here templates are a closed language, and a value is text, in letters as on pages.
    async fn cve_2024_45053_cve_2024_55224_what_is_written_in_templates_and_names_is_not_run(app) {
        let scene = Fixture::with_requests(app, 1).await;
        for source in ["{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ self.__init__.__globals__ }}", "{{ config }}", "{% import 'os' as os %}",
            "{% include '/etc/passwd' %}", "{{ person.name | map(attribute='x') }}", "{% macro x() %}{% endmacro %}", "{{ range(999999999) }}",
            "{% set x = 1 %}", "{% raw %}{% endraw %}", "{{ request.id.__class__ }}", "{{ lipsum.__globals__ }}"] {
            let whole = format!("# Subject\n\n{source}\n");
            let refused = scene.association.put("/v1/letter-templates/reminder/en", json!({ "source": whole })).await;
            assert_eq!(refused.status, 422, "{source}: {}", refused.text());
        }
        let person = format!("/v1/data-subjects/{}", scene.people[0].0);
        let name = "{{ 7*7 }} <b onclick=x>Ada</b> ${7*7} {% include 'x' %}";
        scene.association.patch(&person, json!({ "given_name": name })).await.expect_status(200);
        let letter = format!("/v1/requests/{}/letters/request", scene.requests[0]);
        let html = scene.association.get(&format!("{letter}?format=html&language=en")).await.text();
        assert!(html.contains("{{ 7*7 }}") && html.contains("&lt;b onclick"), "{html}");
        assert!(!html.contains("<b onclick") && !html.contains("<strong>49"), "{html}");
    }

    // Fides and Vaultwarden: passwords could be guessed as often as one liked. Fides: behind a proxy all counted as one, or whoever wrote
    // another address into a header as nobody. Here guesses are counted by address, and the address is what trusted proxies say.
    async fn cve_2025_57815_cve_2026_43914_cve_2025_57816_guesses_are_counted_by_who_makes_them(app) {
        let proxies = Proxies { networks: vec!["127.0.0.0/8".parse().unwrap()], header: ProxyHeader::XForwardedFor };
        let (address, handle) = app.serve(&ServerOptions { calls_per_minute: 3, proxies, ..ServerOptions::trial() });
        let http = reqwest::Client::new();
        let guess = async |from: &str, secret: &str| {
            let call = http.post(format!("{address}/oauth/token")).basic_auth("cli_00000000000000000000000000000001", Some(secret));
            let call = call.header("x-forwarded-for", from).form(&[("grant_type", "client_credentials")]);
            call.send().await.unwrap().status()
        };
        for number in 0..3 {
            assert_eq!(guess("192.0.2.1", &format!("rcs_{number}")).await, StatusCode::UNAUTHORIZED);
        }
        assert_eq!(guess("192.0.2.1", "rcs_3").await, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(guess("203.0.113.7, 192.0.2.1", "rcs_4").await, StatusCode::TOO_MANY_REQUESTS, "what the caller wrote itself counts for nothing");
        assert_eq!(guess("192.0.2.2", "rcs_5").await, StatusCode::UNAUTHORIZED, "others are not shut out with it");
        handle.stop(false).await;
    }

    // Fides: a request that was taken for the repetition of another went past the proof of identity, so that anybody could have requests of
    // others thrown out. Here a mandate is asked for first: what has none does not even learn that there is such a request, and the first
    // one goes on.
    async fn ghsa_qx5f_ghc2_7g5c_a_repetition_goes_past_no_proof_and_harms_no_other(app) {
        let (_, member) = app.organisation("Union").await;
        let (_, stranger) = app.organisation("Stranger").await;
        let entry = json!({ "name": "Shop", "place": "FR", "channels": [{ "kind": "feed" }] });
        let shop = text(&app.operator().await.post("/v1/controllers", entry).await.expect_status(201), "id");
        let mandate = json!({
            "powers": { "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" }, "disclosure_consent": true },
            "evidence": { "kind": "signed_paper" },
        });
        let file = async |caller: &Caller, campaign: &str, reference: &str, mandate: &Value| {
            let signed = if mandate.is_null() { Value::Null } else { json!({ "signed_on": "2026-01-05" }) };
            let mut person = json!({ "external_reference": reference, "family_name": "Ada", "email": "ada@example.org" });
            let mut filing = json!({ "campaign_id": campaign });
            if !mandate.is_null() {
                person["mandate"] = signed;
                filing["mandate"] = mandate.clone();
            }
            filing["person"] = person;
            caller.post("/v1/requests", filing).await
        };
        let campaign = async |caller: &Caller| text(&caller.post("/v1/campaigns", union::campaign("Access", &[&shop])).await.expect_status(201), "id");
        let (own, foreign) = (campaign(&member).await, campaign(&stranger).await);
        file(&member, &own, "A1", &mandate).await.expect_status(201);
        app.work().await;
        let list = async |caller: &Caller| caller.get("/v1/requests").await.expect_status(200)["items"].clone();
        let before = list(&member).await;
        assert_eq!(before.as_array().unwrap().len(), 1);

        // Without a proof the refusal is of the proof.
        let (_, newcomer) = app.organisation("Newcomer").await;
        let third = campaign(&newcomer).await;
        for (caller, campaign) in [(&stranger, &foreign), (&newcomer, &third)] {
            let refused = file(caller, campaign, "A1", &Value::Null).await;
            assert_eq!(refused.json()["code"], "mandate_missing", "{}", refused.text());
        }
        let mut expired = mandate.clone();
        expired["valid_until"] = json!("2026-02-01");
        let refused = file(&stranger, &foreign, "A1", &expired).await;
        assert!(refused.status >= 400 && refused.json()["code"] != "duplicate_request", "{}", refused.text());
        // With one, the same is asked once, and another organisation's request is another.
        file(&member, &own, "A1", &mandate).await.expect_problem(409, "duplicate_request");
        file(&stranger, &foreign, "A1", &mandate).await.expect_status(201);
        app.work().await;
        assert_eq!(list(&member).await, before, "nothing of it touched the first one");
    }
}
