//! The binary, killed while it seals everything anew under another master key and under another key of an organisation: the next one
//! goes on where it was, and nothing is left under the older keys.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use entity::id::OrganisationId;
use recourse::crypto::keyring::Under;
use recourse::crypto::master::MasterSource;
use recourse::ports::{Clock, OffsetClock, OsRandom, Random};
use recourse::service::keys::{Keys, prove};
use recourse::store::{Db, DbOptions, SealedColumn, SealedSelection};
use serde_json::{Value, json};

use crate::support::union::{self, text};
use crate::support::{Inspector, Moves, Patient, Process, TestDatabase};
use crate::{filed, on_each_database, repeat_acknowledged};

/// People of the organisation: their keys are pages enough of a pass that a kill meets it on a busy machine, too.
const PEOPLE: usize = 2_500;
/// Both keys have this version at first, and the next one at the end.
const OLD: u8 = 1;

on_each_database! {
    async fn a_kill_while_everything_is_sealed_anew_leaves_nothing_closed_and_nothing_behind(database) {
        let mut process = Process::new(database);
        let operator = process.operator();
        process.start().await;
        let entry = json!({ "name": "Controller", "place": "FR", "channels": [{ "kind": "feed" }] });
        let controller = text(&operator.post("/v1/controllers", "controller", entry).await, "id");
        let member = union::organisation(&operator, &process.address).await;
        filed(&member, 0, PEOPLE, &[&controller]).await;
        let organisation = text(&operator.get("/v1/organisations").await["items"][0], "id");
        let before = seen(&member).await;

        process.run(&["keys", "new-master"]);
        process.run(&["keys", "rotate", "master", "--no-wait"]);
        process.run(&["keys", "rotate", "organisation", &organisation, "--no-wait"]);
        let mut inspector = Inspector::open(database).await;
        for state in ["announced", "switched"] {
            let both = format!("SELECT count(*) FROM key_rotation WHERE state = '{state}'");
            until_both(&mut inspector, &both, Duration::from_millis(20)).await;
            a_while_ago(&mut inspector, state).await;
        }
        let both = "SELECT count(*) FROM key_rotation WHERE state = 'moving' AND moved > 0";
        until_both(&mut inspector, both, Duration::from_millis(1)).await;
        process.kill();

        let met = at_rest(&mut inspector).await;
        assert!(met.values().all(|(state, moved)| state == "moving" && *moved > 0), "met in the middle: {met:?}");
        let look = Look::at(database, &process).await;
        let left = look.under_old(&organisation).await;
        let spent = inspector.number("SELECT count(*) FROM upload_part").await;
        assert!(left.values().all(|rows| *rows > 0), "something was left to do when it died: {left:?}");

        process.start().await;
        let mut moves = Moves::start();
        while inspector.number("SELECT count(*) FROM key_rotation WHERE state = 'done'").await < 2 {
            a_while_ago(&mut inspector, "switched").await;
            moves.see(inspector.number("SELECT CAST(sum(version) AS BIGINT) FROM key_rotation").await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        // An upload that was filed goes at some time, before it is sealed anew or after.
        let gone = spent - inspector.number("SELECT count(*) FROM upload_part").await;
        for (kind, (_, moved)) in at_rest(&mut inspector).await {
            let each_once = met[&kind].1 + left[kind.as_str()];
            assert!((each_once - gone..=each_once).contains(&moved), "{kind}: {moved} rows, and not {each_once}");
        }
        let look = Look::at(database, &process).await;
        assert!(look.under_old(&organisation).await.values().all(|rows| *rows == 0), "nothing is under the older keys");
        look.everything_opens().await;
        let told = process.run(&["doctor"]);
        assert!(told.contains("rows under master key 2") && !told.contains("under master key 1"), "{told}");
        assert!(!told.contains("key change"), "{told}");

        // The older line can go: nobody misses it.
        assert!(process.stop().await.success());
        let file = database.folder.path().join("master.key");
        let lines = std::fs::read_to_string(&file).expect("the file of keys");
        let kept: String = lines.lines().filter(|line| !line.starts_with("1 ")).flat_map(|line| [line, "\n"]).collect();
        std::fs::write(&file, kept).expect("written");
        process.start().await;
        assert_eq!(seen(&member).await, before);
        repeat_acknowledged(&operator).await;
        repeat_acknowledged(&member).await;
        assert!(process.stop().await.success());
    }
}

/// What the organisation sees of a person and of what it asks: what is sealed under the key of a person, and under its own.
async fn seen(member: &Patient) -> Value {
    let request = member.get("/v1/requests?limit=1").await["items"][0].clone();
    let person = member.get(&format!("/v1/data-subjects/{}", text(&request, "data_subject_id"))).await;
    json!([person, member.get("/v1/campaigns").await])
}

/// Waits until both changes are counted.
async fn until_both(inspector: &mut Inspector, sql: &str, pause: Duration) {
    let mut moves = Moves::start();
    loop {
        match inspector.number(sql).await {
            2 => return,
            counted => moves.see(counted),
        }
        tokio::time::sleep(pause).await;
    }
}

/// Makes the time pass that a step stands before the next, which is there for processes to notice.
async fn a_while_ago(inspector: &mut Inspector, state: &str) {
    let past = "UPDATE key_rotation SET changed_at = '2026-01-01T00:00:00+00:00' WHERE state =";
    inspector.run(&format!("{past} '{state}'")).await;
}

/// How far each change has come, when what a killed process had sent to the database has taken effect or not.
async fn at_rest(inspector: &mut Inspector) -> BTreeMap<String, (String, i64)> {
    let mut last = Vec::new();
    loop {
        let rows = inspector.texts("SELECT kind, state, CAST(moved AS TEXT) FROM key_rotation ORDER BY kind").await;
        if rows == last {
            let read = |row: Vec<String>| (row[0].clone(), (row[1].clone(), row[2].parse().expect("a number")));
            return rows.into_iter().map(read).collect();
        }
        last = rows;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
}

/// A look into the database with the keys of the service, past the service.
struct Look {
    db: Db,
    keys: Keys,
}

impl Look {
    async fn at(database: &TestDatabase, process: &Process) -> Self {
        let options = DbOptions { url: database.url.clone(), max_connections: 2 };
        let db = Db::inspect(&options).await.expect("it opens").expect("it is there");
        let source = MasterSource::File(database.folder.path().join("master.key"));
        let master = source.load().expect("a master key");
        let clock: Arc<dyn Clock> = Arc::new(OffsetClock::default());
        let random: Arc<dyn Random> = Arc::new(OsRandom::default());
        let keys = Keys::open(&db, source, master, &process.address, &clock, &random).await.expect("the keys fit");
        Self { db, keys }
    }

    /// Rows under the older version of each key, by the kind of change that seals them anew.
    async fn under_old(&self, organisation: &str) -> BTreeMap<&'static str, i64> {
        let organisation: OrganisationId = organisation.parse().expect("an id");
        let mut found = BTreeMap::from([("master", 0), ("organisation", 0)]);
        for column in SealedColumn::ALL {
            let (kind, organisation) = match column.place.under {
                Under::Master => ("master", None),
                Under::Organisation | Under::PersonIfAny => ("organisation", Some(organisation)),
                Under::Person => continue,
            };
            let selection = SealedSelection { organisation, of_nobody: true, not_under: None };
            let counted = self.db.sealed_by_version(column, &selection).await.expect("counts");
            let old = counted.into_iter().filter(|(version, _)| *version == OLD).map(|(_, rows)| rows).sum::<i64>();
            *found.entry(kind).or_default() += old;
        }
        found
    }

    async fn everything_opens(&self) {
        let proofs = prove(&self.db, &self.keys, u64::MAX).await.expect("a proof");
        for proof in &proofs {
            assert!(proof.broken.is_empty(), "{}.{}: {:?}", proof.table, proof.column, proof.broken);
        }
        let people = proofs.iter().find(|proof| proof.table == "data_subject").expect("people");
        assert_eq!(people.opened, PEOPLE as u64, "that of each person");
    }
}
