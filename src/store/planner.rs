//! What SQLite's planner is told of the tables. It keeps no statistics by itself, and without any it takes one organisation's
//! rows for a handful: it then reads all of them where an index leads to the few that are meant. What is told is the shape of
//! the keys, the same in every database, so that no plan depends on when somebody last counted.

use sqlx::{Row, SqlitePool};

use super::error::StoreResult;

/// Rows of a table.
const ROWS: u64 = 1_000_000;
/// Of these, rows of one organisation.
const OF_A_TENANT: u64 = 200_000;
/// Rows that share the next column of a key, such as those of one campaign or message; further columns divide by ten.
const OF_A_THING: u64 = 500;

/// Replaces what the planner knows. Connections learn it when they open; this one at once.
pub(super) async fn tell(pool: &SqlitePool) -> StoreResult<()> {
    let indexes = sqlx::query(
        "SELECT t.name AS place, i.name AS name, i.\"unique\" AS one, i.origin = 'pk' AS key, \
                (SELECT group_concat(c.name, ' ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) c) AS columns \
         FROM pragma_table_list t JOIN pragma_index_list(t.name) i \
         WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'",
    )
    .fetch_all(pool)
    .await?;
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    // Makes the table of statistics where there is none.
    sqlx::query("ANALYZE instance").execute(&mut *transaction).await?;
    sqlx::query("DELETE FROM sqlite_stat1").execute(&mut *transaction).await?;
    for index in &indexes {
        let (table, name): (String, String) = (index.try_get("place")?, index.try_get("name")?);
        let (unique, key): (bool, bool) = (index.try_get("one")?, index.try_get("key")?);
        let columns: String = index.try_get("columns")?;
        let columns: Vec<&str> = columns.split(' ').collect();
        sqlx::query("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)")
            .bind(&table)
            // The key of a table that is kept in its order goes by the name of the table.
            .bind(if key { &table } else { &name })
            .bind(shape(&columns, unique))
            .execute(&mut *transaction)
            .await?;
    }
    transaction.commit().await?;
    sqlx::query("ANALYZE sqlite_schema").execute(pool).await?;
    Ok(())
}

/// Rows of the table, then for each column how many rows share it and those before it.
fn shape(columns: &[&str], unique: bool) -> String {
    let mut numbers = vec![ROWS];
    let mut sharing = OF_A_THING;
    for (place, column) in columns.iter().enumerate() {
        let last = place + 1 == columns.len();
        numbers.push(match *column {
            _ if last && unique => 1,
            "organisation_id" if place == 0 => OF_A_TENANT,
            "id" => 1,
            _ => sharing,
        });
        if place > 0 {
            sharing = (sharing / 10).max(1);
        }
    }
    numbers.iter().map(u64::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_further_column_leads_to_fewer_rows() {
        assert_eq!(shape(&["organisation_id", "id"], true), "1000000 200000 1");
        assert_eq!(shape(&["organisation_id", "dispatch_id", "id"], false), "1000000 200000 500 1");
        assert_eq!(shape(&["next_due"], false), "1000000 500");
        assert_eq!(shape(&["id"], true), "1000000 1");
    }
}
