//! The feed of an organisation.

use crate::on_both;
use crate::support::Filing;

on_both! {
    async fn the_feed_goes_on_where_it_stopped(app) {
        let filing = Filing::with_webhook(app).await;
        let mut ids = Vec::new();
        let mut path = "/v1/events?limit=2".to_owned();
        for _ in 0..3 {
            let (request, _) = filing.file(app, "webhook", "pending").await;
            app.work().await;
            let of_request = filing.member.get(&format!("/v1/events?request_id={request}")).await.expect_status(200);
            let seqs: Vec<_> = of_request["items"].as_array().unwrap().iter().map(|event| event["seq"].as_i64().unwrap()).collect();
            assert!(seqs.len() >= 2 && seqs.windows(2).all(|pair| pair[1] == pair[0] + 1), "{seqs:?}");
            loop {
                let page = filing.member.get(&path).await.expect_status(200);
                ids.extend(page["items"].as_array().unwrap().iter().map(|event| event["id"].as_str().unwrap().to_owned()));
                path = page["next"].as_str().unwrap().to_owned();
                if page["more"] == false {
                    break;
                }
            }
        }
        let all = filing.member.get("/v1/events?limit=200").await.expect_status(200);
        let all: Vec<_> = all["items"].as_array().unwrap().iter().map(|event| event["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(ids, all);
        filing.member.get("/v1/events?kind=nothing").await.expect_problem(400, "invalid_parameter");
    }
}
