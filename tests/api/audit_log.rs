//! The log of audit entries in the database: taken in by workers beside each other, verified as a whole, and tampered with.

use entity::id::OrganisationId;
use recourse::cli::audit::{Verify, verify};
use recourse::ledger::check::{Fault, Report};
use serde_json::Value;

use crate::audit::entries_of;
use crate::on_both;
use crate::support::union::text;
use crate::support::{App, Inspector, fixtures};

async fn checked(app: &App, arguments: &Verify) -> Vec<(OrganisationId, Report)> {
    verify(&app.config, arguments, |_, _| {}).await.expect("the database is read")
}

/// What is found in the log of one organisation.
async fn found(app: &App, organisation: OrganisationId) -> Report {
    let only = Verify { organisation: Some(organisation), ..Verify::default() };
    checked(app, &only).await[0].1
}

async fn log_of(app: &App, many: usize) -> (Value, OrganisationId) {
    let (organisation, _) = app.organisation("Union").await;
    let id: OrganisationId = fixtures::parsed(&organisation["id"]);
    for part in [many / 3, many - many / 3] {
        entries_of(app, id, part).await;
        app.until_visible().await;
        while app.step("log_audit_entries").await > 0 {}
        // A checkpoint of each hour is kept.
        app.clock.advance(jiff::SignedDuration::from_hours(1));
    }
    (organisation, id)
}

/// Numbers that look random and are the same each time.
fn chance(number: u64, bound: u64) -> u64 {
    let mixed = (number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) % bound
}

struct Tampering<'a> {
    inspector: &'a mut Inspector,
    own: String,
    /// The entries by their index: transaction and id as 32 digits.
    entries: Vec<(i64, String)>,
}

impl Tampering<'_> {
    fn entry(&self, index: u64) -> String {
        let (_, id) = &self.entries[usize::try_from(index).unwrap()];
        format!("{} AND {} = '{id}'", self.own, self.inspector.id("id"))
    }

    /// Does something at an index, and gives how it is undone and what it must be found as.
    async fn tamper(&mut self, kind: u64, index: u64) -> (Vec<String>, u64, fn(&Fault) -> bool) {
        let (entry, own) = (self.entry(index), self.own.clone());
        let tile = format!("{own} AND level = 0 AND number = {}", index / 256);
        let (tx_no, _) = self.entries[usize::try_from(index).unwrap()];
        let (act, undo, fault): (String, Vec<String>, fn(&Fault) -> bool) = match kind {
            0 => (
                format!("UPDATE audit_entry SET record_count = record_count + 1 WHERE {entry}"),
                vec![format!("UPDATE audit_entry SET record_count = record_count - 1 WHERE {entry}")],
                |fault| matches!(fault, Fault::EntryChanged),
            ),
            1 => (
                // Under another organisation it is as good as gone.
                format!("UPDATE audit_entry SET organisation_id = {} WHERE {entry}", self.elsewhere()),
                vec![format!("UPDATE audit_entry SET organisation_id = {} WHERE {}", self.here(), self.moved(index))],
                |fault| matches!(fault, Fault::EntryMissing),
            ),
            2 => (
                format!("UPDATE audit_entry SET tx_no = 0 WHERE {entry}"),
                vec![format!("UPDATE audit_entry SET tx_no = {tx_no} WHERE {entry}")],
                |fault| matches!(fault, Fault::OrderChanged),
            ),
            3 => {
                let (kept, other) = self.flipped(&tile, index % 256).await;
                (
                    format!("UPDATE audit_tile SET hashes = {other} WHERE {tile}"),
                    vec![format!("UPDATE audit_tile SET hashes = {kept} WHERE {tile}")],
                    |fault| matches!(fault, Fault::NodeChanged(_)),
                )
            }
            4 => (
                format!("UPDATE audit_tile SET level = 9 WHERE {tile}"),
                vec![format!("UPDATE audit_tile SET level = 0 WHERE {own} AND level = 9")],
                |fault| matches!(fault, Fault::NodeMissing(_)),
            ),
            _ => (
                format!(
                    "INSERT INTO audit_entry (organisation_id, tx_no, id, actor, action, subject, record_count, at) \
                         SELECT organisation_id, tx_no - 1, {}, actor, action, subject, record_count, at FROM audit_entry \
                         WHERE {entry}",
                    self.new_id()
                ),
                vec![format!("DELETE FROM audit_entry WHERE {} = '{}'", self.inspector.id("id"), "f".repeat(32))],
                |fault| matches!(fault, Fault::EntryInserted),
            ),
        };
        self.inspector.run(&act).await;
        // What comes before all others of its transaction stands at the place of the first.
        let first = match kind {
            2 => 0,
            4 => index / 256 * 256,
            5 => u64::try_from(self.entries.iter().position(|(other, _)| *other == tx_no).unwrap()).unwrap(),
            _ => index,
        };
        (undo, first, fault)
    }

    fn is_sqlite(&self) -> bool {
        matches!(self.inspector, Inspector::Sqlite(_))
    }

    fn uuid(&self, digits: &str) -> String {
        if self.is_sqlite() { format!("X'{digits}'") } else { format!("CAST('{digits}' AS UUID)") }
    }

    fn elsewhere(&self) -> String {
        self.uuid(&"e".repeat(32))
    }

    fn here(&self) -> String {
        let digits = self.own.rsplit('\'').nth(1).unwrap().to_owned();
        self.uuid(&digits)
    }

    fn new_id(&self) -> String {
        self.uuid(&"f".repeat(32))
    }

    fn moved(&self, index: u64) -> String {
        let (_, id) = &self.entries[usize::try_from(index).unwrap()];
        format!("{} = '{id}'", self.inspector.id("id"))
    }

    /// The nodes of a tile as they are, and with one bit of one of them turned.
    async fn flipped(&mut self, tile: &str, offset: u64) -> (String, String) {
        let digits = if self.is_sqlite() { "lower(hex(hashes))" } else { "encode(hashes, 'hex')" };
        let row = self.inspector.texts(&format!("SELECT {digits} FROM audit_tile WHERE {tile}")).await;
        let kept = row[0][0].clone();
        let at = usize::try_from(offset * 64).unwrap();
        let turned = char::from_digit(kept[at..=at].chars().next().unwrap().to_digit(16).unwrap() ^ 1, 16).unwrap();
        let mut other = kept.clone();
        other.replace_range(at..=at, &turned.to_string());
        (self.bytes(&kept), self.bytes(&other))
    }

    fn bytes(&self, digits: &str) -> String {
        if self.is_sqlite() { format!("X'{digits}'") } else { format!("decode('{digits}', 'hex')") }
    }
}

on_both! {
    async fn workers_beside_each_other_take_each_entry_once(app) {
        let (organisation, _) = app.organisation("Union").await;
        let id: OrganisationId = fixtures::parsed(&organisation["id"]);
        let beside = app.beside().await;
        let mut taken = 0;
        for round in 0..6 {
            entries_of(app, id, 300 + round).await;
            app.until_visible().await;
            let (one, two) = tokio::join!(
                recourse::service::audit::log_audit_entries(app.context.clone()),
                recourse::service::audit::log_audit_entries(beside.clone()),
            );
            taken += one.unwrap() + two.unwrap();
        }
        while app.step("log_audit_entries").await > 0 {}
        let report = found(app, id).await;
        let mut inspector = app.inspector().await;
        let own = format!("{} = '{}'", inspector.id("organisation_id"), &text(&organisation, "id")[4..]);
        let stored = inspector.number(&format!("SELECT COUNT(*) FROM audit_entry WHERE {own}")).await;
        assert_eq!((report.broken, report.entries, report.waiting), (None, u64::try_from(stored).unwrap(), 0));
        assert!(taken >= 1_800, "{taken}");
        // Within one hour one checkpoint stays.
        assert_eq!(inspector.number(&format!("SELECT COUNT(*) FROM audit_checkpoint WHERE {own}")).await, 1);
    }

    async fn what_is_done_to_it_past_the_service_is_found_where_it_was_done(app) {
        let (organisation, id) = log_of(app, 900).await;
        let whole = found(app, id).await;
        assert_eq!((whole.broken, whole.checkpoints), (None, 2));
        let mut inspector = app.inspector().await;
        let own = format!("{} = '{}'", inspector.id("organisation_id"), &text(&organisation, "id")[4..]);
        let sql = format!("SELECT CAST(tx_no AS TEXT), {} FROM audit_entry WHERE {own} ORDER BY tx_no, id", inspector.id("id"));
        let entries = inspector.texts(&sql).await.into_iter()
            .map(|row| (row[0].parse().unwrap(), row[1].clone())).collect::<Vec<_>>();
        assert_eq!(entries.len() as u64, whole.entries);
        let mut tampering = Tampering { inspector: &mut inspector, own: own.clone(), entries };
        for number in 0..60 {
            let (kind, index) = (number % 6, 1 + chance(number, whole.entries - 2));
            let (undo, first, is_it) = tampering.tamper(kind, index).await;
            let broken = found(app, id).await.broken.unwrap_or_else(|| panic!("number {number} was not found"));
            assert!(broken.index == first && is_it(&broken.fault), "number {number} at {index}: {broken:?}");
            for sql in undo {
                tampering.inspector.run(&sql).await;
            }
        }
        assert_eq!(found(app, id).await.broken, None, "all of it was undone");

        // The log of somebody else is as it was, and the command says which one is not.
        let sql = format!("UPDATE audit_checkpoint SET note = replace(note, 'audit', 'audio') WHERE {own}");
        inspector.run(&sql).await;
        let reports = checked(app, &Verify::default()).await;
        let broken: Vec<_> = reports.iter().filter(|(_, report)| report.broken.is_some()).map(|(owner, _)| *owner).collect();
        assert_eq!(broken, [id]);
        assert!(reports.len() >= 2, "that of shared data is verified too");
        inspector.run(&format!("DELETE FROM audit_checkpoint WHERE {own}")).await;
        assert!(matches!(found(app, id).await.broken.unwrap().fault, Fault::CheckpointMissing));
    }

    async fn a_checkpoint_kept_elsewhere_tells_a_log_that_was_made_anew_or_cut(app) {
        let (organisation, id) = log_of(app, 300).await;
        let operator = app.operator().await;
        let mut inspector = app.inspector().await;
        let own = format!("{} = '{}'", inspector.id("organisation_id"), &text(&organisation, "id")[4..]);
        let notes = inspector.texts(&format!("SELECT note FROM audit_checkpoint WHERE {own} ORDER BY size")).await;
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("checkpoint");
        std::fs::write(&file, &notes[0][0]).unwrap();
        let kept = Verify { checkpoint: Some(file.clone()), ..Verify::default() };
        let reports = checked(app, &kept).await;
        assert_eq!(reports.iter().map(|(owner, report)| (*owner, report.broken)).collect::<Vec<_>>(), [(id, None)]);

        // Everything that proves is dropped and made anew over other entries, by a worker that knows nothing of it.
        for table in ["audit_log", "audit_tile", "audit_checkpoint"] {
            inspector.run(&format!("DELETE FROM {table} WHERE {own}")).await;
        }
        inspector.run(&format!("UPDATE audit_entry SET actor = 'somebody' WHERE {own} AND subject = 'record 5'")).await;
        while app.step("log_audit_entries").await > 0 {}
        assert_eq!(found(app, id).await.broken, None, "it fits itself");
        let signed = notes[0][0].lines().nth(1).unwrap().parse().unwrap();
        let broken = checked(app, &kept).await[0].1.broken.expect("it does not fit what was kept");
        assert_eq!((broken.index, broken.fault), (0, Fault::Forged { until: signed }));
        drop(operator);

        // Through the command, as somebody runs it.
        let process = |arguments: &[&str]| {
            let output = std::process::Command::new(env!("CARGO_BIN_EXE_recourse"))
                .args(["audit", "verify"]).args(arguments)
                .env("RECOURSE_DATA_DIR", &app.config.data_dir)
                .env("RECOURSE_DATABASE_URL", app.config.database_url.as_ref().unwrap())
                .output().expect("the binary runs");
            (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
        };
        let (is_well, said) = process(&[]);
        assert!(is_well && said.contains(&format!("{id}: ok")), "{said}");
        let (is_well, said) = process(&["--checkpoint", file.to_str().unwrap()]);
        assert!(!is_well && said.contains(&format!("{id}: BROKEN at index 0")), "{said}");
    }
}
