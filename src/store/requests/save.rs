//! Writing changed requests, many in one statement.

use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};

use entity::time::{Day, Instant};

use super::record::Request;
use crate::store::error::{StoreError, StoreResult};
use crate::store::tx::Tx;

/// The columns that a change can touch. `organisation_id`, `id` and the version before stand in front of them.
const COLUMNS: [&str; 19] = [
    "lifecycle",
    "clock",
    "outcome",
    "standing",
    "mandate_id",
    "dispatch_id",
    "sent_at",
    "received_at",
    "answered_at",
    "closed_at",
    "first_deadline",
    "final_deadline",
    "overdue_from",
    "next_due",
    "edition",
    "extensions",
    "event_seq",
    "version",
    "updated_at",
];
/// Rows of one statement: 22 values each.
const ROWS: usize = 400;

impl Tx {
    /// Writes changed requests. Each carries its new version, one above the one that was read.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when one of them has moved since it was read; then none may be kept.
    pub async fn save_requests(&self, requests: &[Request]) -> StoreResult<()> {
        self.hold_in_order(requests).await?;
        self.save_held_requests(requests).await
    }

    /// The same for requests that this transaction holds already, as [`Tx::take_due_requests`] gives them.
    ///
    /// # Errors
    /// As [`Tx::save_requests`].
    pub async fn save_held_requests(&self, requests: &[Request]) -> StoreResult<()> {
        for chunk in requests.chunks(ROWS) {
            let backend = self.get_database_backend();
            let (sql, values) = update(backend, chunk)?;
            let statement = Statement::from_sql_and_values(backend, sql, values);
            let changed = self.execute_raw(statement).await?.rows_affected();
            if usize::try_from(changed).ok() != Some(chunk.len()) {
                return Err(StoreError::Stale);
            }
        }
        Ok(())
    }

    /// PostgreSQL changes the rows of one statement in an order of its own; held in the order of their ids before, two
    /// transactions that change the same requests never wait for each other. SQLite has one writer.
    async fn hold_in_order(&self, requests: &[Request]) -> StoreResult<()> {
        if requests.len() < 2 || self.get_database_backend() != DbBackend::Postgres {
            return Ok(());
        }
        let mut ids: Vec<_> = requests.iter().map(|request| (request.organisation, request.id)).collect();
        ids.sort_unstable();
        for chunk in ids.chunks(ROWS) {
            let places: Vec<String> =
                (0..chunk.len()).map(|row| format!("(${},${})", 2 * row + 1, 2 * row + 2)).collect();
            let sql = format!(
                "SELECT request.id FROM request JOIN (VALUES {}) AS v (organisation_id, id) \
                 ON request.organisation_id = v.organisation_id AND request.id = v.id \
                 ORDER BY request.organisation_id, request.id FOR UPDATE OF request",
                places.join(",")
            );
            let ids = chunk.iter().flat_map(|(organisation, id)| [organisation.0, id.0]);
            let values: Vec<Value> = ids.map(Value::from).collect();
            self.query_all_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).await?;
        }
        Ok(())
    }
}

fn update(backend: DbBackend, requests: &[Request]) -> StoreResult<(String, Vec<Value>)> {
    let mut values = Vec::with_capacity(requests.len() * (COLUMNS.len() + 3));
    let mut rows = Vec::with_capacity(requests.len());
    for request in requests {
        let before = values.len();
        values.extend(row(request)?);
        // SQLite goes through all numbered places to find one; thousands of them take longer than the writing.
        let place = |number| if backend == DbBackend::Sqlite { "?".to_owned() } else { format!("${number}") };
        let places: Vec<String> = (before + 1..=values.len()).map(place).collect();
        rows.push(format!("({})", places.join(",")));
    }
    // Both databases call the columns of a list of values column1, column2, …
    let sets: Vec<String> =
        COLUMNS.iter().enumerate().map(|(index, column)| format!("{column} = v.column{}", index + 4)).collect();
    let sql = format!(
        "UPDATE request SET {} FROM (VALUES {}) AS v WHERE request.organisation_id = v.column1 \
         AND request.id = v.column2 AND request.version = v.column3",
        sets.join(", "),
        rows.join(",")
    );
    Ok((sql, values))
}

fn row(request: &Request) -> StoreResult<[Value; 22]> {
    let at = |instant: Option<Timestamp>| -> Value { instant.map(Instant).into() };
    let day = |date: Option<Date>| -> Value { date.map(Day).into() };
    let standing = &request.standing;
    let text = serde_json::to_string(standing).map_err(|_| StoreError::corrupt("request", "standing", request.id))?;
    let deadline = standing.deadline.as_ref();
    Ok([
        request.organisation.0.into(),
        request.id.0.into(),
        (request.version - 1).into(),
        standing.state.lifecycle.as_str().into(),
        standing.state.clock.as_str().into(),
        standing.state.outcome.as_str().into(),
        text.into(),
        request.mandate_id.0.into(),
        request.dispatch_id.map(|id| id.0).into(),
        at(request.sent_at),
        at(request.received_at),
        at(request.answered_at),
        at(request.closed_at),
        day(deadline.and_then(|deadline| deadline.first_deadline)),
        day(deadline.and_then(|deadline| deadline.final_deadline)),
        at(standing.overdue_from()),
        at(standing.next_due()),
        standing.edition().map(|edition| edition.to_string()).into(),
        i32::try_from(standing.facts.extensions.len()).unwrap_or(i32::MAX).into(),
        request.event_seq.into(),
        request.version.into(),
        at(Some(request.updated_at)),
    ])
}
