//! The commands of an operator beside a service that is at work.

use recourse::domain::rotation::RotationState;
use serde_json::json;

use crate::on_each_database;
use crate::support::Process;
use crate::support::union::text;

on_each_database! {
    async fn keys_are_made_changed_and_looked_at_beside_the_service_and_a_kill_loses_nothing(database) {
        let mut process = Process::new(database);
        let operator = process.operator();
        process.start().await;
        let new = json!({ "name": "Union", "country": "FR", "language": "fr" });
        let organisation = text(&operator.post("/v1/organisations", "union", new).await, "id");

        let made = process.run(&["keys", "new-master"]);
        assert!(made.starts_with("Key 2 stands in "), "{made}");
        let told = process.run(&["keys", "status"]);
        assert!(told.contains("Master key 1 seals.") && told.contains("Master key 2 seals nothing yet"), "{told}");
        let signed = process.run(&["keys", "rotate", "signing", "webhook"]);
        assert!(signed.contains("published") && signed.contains("signs 600 s after"), "{signed}");
        process.run(&["keys", "rotate", "master", "--no-wait"]);
        process.run(&["keys", "rotate", "organisation", &organisation, "--no-wait"]);
        let announced = RotationState::Announced.as_str();
        let mut inspector = crate::support::Inspector::open(database).await;
        let waiting = format!("SELECT count(*) FROM key_rotation WHERE state = '{announced}'");
        for _ in 0..600 {
            if inspector.number(&waiting).await == 2 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        process.kill();
        process.start().await;
        assert_eq!(inspector.number(&waiting).await, 2, "what was begun is still begun");
        let told = process.run(&["keys", "status"]);
        assert!(told.contains("Master key 1 seals.") && told.contains(&organisation), "{told}");
        let told = process.run(&["doctor"]);
        assert!(told.contains("key change") && told.contains("key versions"), "{told}");
        assert!(process.stop().await.success());
    }
}
