//! Lists that go on from a key: each entry once, in the order in which they were made, of one's own tenant alone.

use serde_json::{Value, json};

use crate::on_both;
use crate::support::{Caller, union};

/// The ids of a whole list, read two at a time.
async fn ids(caller: &Caller, path: &str) -> Vec<Value> {
    let (mut found, mut next) = (Vec::new(), Some(format!("{path}?limit=2")));
    while let Some(path) = next {
        let page = caller.get(&path).await.expect_status(200);
        let items = page["items"].as_array().expect("items");
        assert!((1..=2).contains(&items.len()), "{path}: {page}");
        found.extend(items.iter().map(|item| item["id"].clone()));
        next = page["next"].as_str().map(str::to_owned);
    }
    found
}

on_both! {
    async fn what_an_organisation_made_is_listed_to_it_alone(app) {
        let operator = app.operator().await;
        let entry = json!({ "name": "Shop", "slug": "shop", "place": "FR", "channels": [{ "kind": "feed" }] });
        let shop = operator.post("/v1/controllers", entry).await.expect_status(201);
        let shop = shop["id"].as_str().expect("an id");
        let (organisation, caller) = app.organisation("Union").await;
        let (_, other) = app.organisation("Consumers").await;
        let (mut campaigns, mut batches, mut endpoints) = (Vec::new(), Vec::new(), Vec::new());
        for name in ["one", "two", "three"] {
            let campaign = caller.post("/v1/campaigns", union::campaign(name, &[shop])).await.expect_status(201);
            let path = format!("/v1/campaigns/{}/batches", campaign["id"].as_str().expect("an id"));
            let batch = caller.post(&path, union::batch(union::columns())).await.expect_status(201);
            let endpoint = json!({ "url": format!("https://hooks.example.org/{name}") });
            let endpoint = caller.post("/v1/webhook-endpoints", endpoint).await.expect_status(201);
            campaigns.push(campaign["id"].clone());
            batches.push(batch["id"].clone());
            endpoints.push(endpoint["id"].clone());
        }
        for (path, made) in [("/v1/campaigns", &campaigns), ("/v1/batches", &batches), ("/v1/webhook-endpoints", &endpoints)] {
            assert_eq!(ids(&caller, path).await, *made, "{path}");
            assert_eq!(other.get(path).await.expect_status(200)["items"], json!([]), "{path}");
        }
        let of_one = format!("/v1/batches?campaign_id={}", campaigns[1].as_str().expect("an id"));
        assert_eq!(caller.get(&of_one).await.expect_status(200)["items"][0]["id"], batches[1]);

        let clients = format!("/v1/organisations/{}/clients", organisation["id"].as_str().expect("an id"));
        let listed = operator.get(&clients).await;
        let first = &listed.expect_status(200)["items"][0];
        assert!(first["client_id"].as_str().is_some_and(|id| id.starts_with("cli_")), "{first}");
        assert!(!listed.text().contains("rcs_"), "a secret is shown once, when it is made");
    }
}
