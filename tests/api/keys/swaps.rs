//! What is sealed opens where it was sealed and nowhere else: every column, every row, every organisation.

use recourse::cli::doctor::Level;
use recourse::crypto::keyring::Under;
use recourse::store::{SealedColumn, SealedRow};

use super::world::{self, proven, rows, whole};
use crate::on_both;
use crate::support::{App, Inspector};

/// Columns of bytes that hold nothing sealed, each with what it holds.
const UNSEALED: &[(&str, &str)] = &[
    ("instance.master_key_check", "a value that only the right key reproduces"),
    ("signing_key.public_key", "the public half of a key"),
    ("client_credential.secret_hash", "a digest"),
    ("client_assertion.id_hash", "a digest"),
    ("idempotency_key.key_hash", "a digest"),
    ("idempotency_key.body_hash", "a digest"),
    ("reference_revision.digest", "a digest"),
    ("controller.source_digest", "a digest"),
    ("data_subject.identity_index", "a keyed hash"),
    ("data_subject.email_index", "a keyed hash"),
    ("data_subject.phone_index", "a keyed hash"),
    ("erased_person.identity_index", "a keyed hash"),
    ("request.scope_hash", "a keyed hash"),
    ("mandate.evidence_sha256", "a digest"),
    ("batch.content_sha256", "a digest"),
    ("batch_line.request_ids", "ids"),
    ("attachment.sha256", "a digest"),
    ("complaint_file.sha256", "a digest"),
    ("status_link.secret_hash", "a digest"),
    ("calendar_feed.secret_hash", "a digest"),
    ("calendar_feed.content_hash", "a digest"),
    ("audit_entry.records_digest", "a digest"),
    ("audit_tile.hashes", "digests"),
];

/// Puts bytes in the place of a value, as somebody would who can write to the database.
async fn put(app: &App, column: &'static SealedColumn, row: &SealedRow, bytes: &[u8]) {
    let (row, bytes) = (row.clone(), bytes.to_vec());
    let put = app.context.db.write(move |tx| Box::pin(async move { tx.replace_sealed(column, &row, bytes).await }));
    assert!(put.await.expect("written"), "the row is there");
}

/// How many rows of a column do not open.
async fn broken(app: &App, column: &SealedColumn) -> usize {
    let of_column = |proof: &&recourse::service::keys::ColumnProof| {
        (proof.table, proof.column) == (column.place.table, column.place.column)
    };
    proven(app).await.iter().find(of_column).expect("a proof").broken.len()
}

async fn holds(app: &App) -> Vec<String> {
    let mut database: Inspector = app.inspector().await;
    let sql = match &database {
        Inspector::Sqlite(_) => {
            "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND lower(c.type) LIKE '%blob%' AND c.name <> 'uuid'"
        }
        Inspector::Postgres(_) => {
            "SELECT table_name::text || '.' || column_name::text FROM information_schema.columns \
             WHERE table_schema = 'public' AND data_type = 'bytea'"
        }
    };
    database.texts(sql).await.into_iter().flatten().collect()
}

on_both! {
    async fn every_column_of_bytes_is_sealed_or_says_what_else_it_is(app) {
        let held = holds(app).await;
        let sealed: Vec<String> =
            SealedColumn::ALL.iter().map(|one| format!("{}.{}", one.place.table, one.place.column)).collect();
        for column in &held {
            let other = UNSEALED.iter().any(|(name, _)| name == column);
            assert!(sealed.contains(column) != other, "{column} stands in neither list, or in both");
        }
        for column in sealed.iter().map(String::as_str).chain(UNSEALED.iter().map(|(name, _)| *name)) {
            assert!(held.iter().any(|held| held == column), "{column} is no column of bytes");
        }
    }

    async fn no_value_opens_at_the_place_of_another(app) {
        let members = world::make(app).await;
        let before = members[0].sees().await;
        whole(&proven(app).await);
        let all: Vec<Vec<SealedRow>> = {
            let mut all = Vec::new();
            for column in SealedColumn::ALL {
                all.push(rows(app, column).await);
            }
            all
        };
        for (column, rows) in SealedColumn::ALL.iter().zip(&all) {
            let name = format!("{}.{}", column.place.table, column.place.column);
            // Of the key of addresses there is one.
            let least = if name == "instance.address_key" { 1 } else { 2 };
            assert!(rows.len() >= least, "{name} has {} rows: nothing is tried there", rows.len());
            // Two rows of one organisation, of two, and of two people, as far as there are such.
            let first = &rows[0];
            let same = rows[1..].iter().find(|row| row.organisation == first.organisation);
            let foreign = rows.iter().find(|row| row.organisation != first.organisation);
            let person = rows.iter().find(|row| row.person.is_some() && row.person != first.person);
            for other in [same, foreign, person].into_iter().flatten() {
                put(app, column, first, &other.sealed).await;
                let changed = SealedRow { sealed: other.sealed.clone(), ..first.clone() };
                put(app, column, other, &first.sealed).await;
                assert!(broken(app, column).await >= 2, "{name}: two rows have changed places");
                put(app, column, &changed, &first.sealed).await;
                let changed = SealedRow { sealed: first.sealed.clone(), ..other.clone() };
                put(app, column, &changed, &other.sealed).await;
            }
            // The same row id under another key version, and another format.
            for (at, by) in [(1, 1), (0, 1)] {
                let mut bytes = first.sealed.clone();
                bytes[at] = bytes[at].wrapping_add(by);
                put(app, column, first, &bytes).await;
                assert!(broken(app, column).await >= 1, "{name}: byte {at} of the header is part of it");
                put(app, column, &SealedRow { sealed: bytes, ..first.clone() }, &first.sealed).await;
            }
        }
        // A value of one column in another, under the same key where there is one.
        for (at, (column, rows)) in SealedColumn::ALL.iter().zip(&all).enumerate() {
            for (other, others) in SealedColumn::ALL.iter().zip(&all).skip(at + 1) {
                let alike = |under: Under| if under == Under::PersonIfAny { Under::Organisation } else { under };
                if alike(column.place.under) != alike(other.place.under) {
                    continue;
                }
                let (first, near) = (&rows[0], others.iter().find(|row| row.organisation == rows[0].organisation));
                let foreign = near.unwrap_or(&others[0]);
                put(app, column, first, &foreign.sealed).await;
                let (one, two) = (&column.place, &other.place);
                assert!(broken(app, column).await >= 1, "{}.{} in {}.{}", two.table, two.column, one.table, one.column);
                put(app, column, &SealedRow { sealed: foreign.sealed.clone(), ..first.clone() }, &first.sealed).await;
            }
        }
        whole(&proven(app).await);
        assert_eq!(members[0].sees().await, before, "everything is back in its place");

        // What callers see of it: a failure, and nothing of the other person.
        let profiles = SealedColumn::ALL.iter().position(|column| column.place.table == "data_subject").expect("profiles");
        let (column, [one, two, ..]) = (&SealedColumn::ALL[profiles], all[profiles].as_slice()) else { panic!("two people") };
        put(app, column, one, &two.sealed).await;
        let recourse::store::KeyValue::Id(id) = one.key[1] else { panic!("an id") };
        let member = members.iter().find(|member| member.scene.organisation == one.organisation).expect("its organisation");
        let path = format!("/v1/data-subjects/{}", entity::id::DataSubjectId(id));
        member.scene.member.get(&path).await.expect_problem(500, "internal");
        let looked = recourse::cli::doctor::look(&app.config).await;
        let told = looked.iter().find(|check| check.name == "key fits").expect("a check");
        assert!(told.level == Level::Fail && told.text.contains("data_subject.profile"), "{told}");
    }
}
