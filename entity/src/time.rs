//! Instants and days as columns: `jiff` values outside, the databases' own date types inside.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use jiff::{Timestamp, civil::Date};
use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, Value, ValueType, ValueTypeErr};
use sea_orm::{ColIdx, DbErr, QueryResult, TryGetError, TryGetable};

fn out_of_range(table_type: &'static str) -> TryGetError {
    TryGetError::DbErr(DbErr::Type(format!("{table_type} outside the years that dates can have")))
}

/// An instant, kept to the microsecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub Timestamp);

impl From<Timestamp> for Instant {
    fn from(timestamp: Timestamp) -> Self {
        Self(timestamp)
    }
}

impl From<Instant> for Value {
    fn from(instant: Instant) -> Self {
        let micros = instant.0.as_microsecond();
        Value::ChronoDateTimeUtc(DateTime::<Utc>::from_timestamp_micros(micros))
    }
}

impl TryGetable for Instant {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        let value = DateTime::<Utc>::try_get_by(row, index)?;
        Timestamp::from_microsecond(value.timestamp_micros()).map(Self).map_err(|_| out_of_range("instant"))
    }
}

impl ValueType for Instant {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        let value = <DateTime<Utc> as ValueType>::try_from(value)?;
        Timestamp::from_microsecond(value.timestamp_micros()).map(Self).map_err(|_| ValueTypeErr)
    }

    fn type_name() -> String {
        "Instant".to_owned()
    }

    fn array_type() -> ArrayType {
        ArrayType::ChronoDateTimeUtc
    }

    fn column_type() -> ColumnType {
        ColumnType::TimestampWithTimeZone
    }
}

impl Nullable for Instant {
    fn null() -> Value {
        Value::ChronoDateTimeUtc(None)
    }
}

/// A calendar day without a time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub Date);

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

fn to_date(value: NaiveDate) -> Option<Date> {
    let (year, month, day) =
        (value.year().try_into().ok()?, value.month().try_into().ok()?, value.day().try_into().ok()?);
    Date::new(year, month, day).ok()
}

impl From<Day> for Value {
    fn from(day: Day) -> Self {
        let (year, month, date) = (i32::from(day.0.year()), day.0.month().unsigned_abs(), day.0.day().unsigned_abs());
        Value::ChronoDate(NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(date)))
    }
}

impl TryGetable for Day {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        to_date(NaiveDate::try_get_by(row, index)?).map(Self).ok_or_else(|| out_of_range("day"))
    }
}

impl ValueType for Day {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        to_date(<NaiveDate as ValueType>::try_from(value)?).map(Self).ok_or(ValueTypeErr)
    }

    fn type_name() -> String {
        "Day".to_owned()
    }

    fn array_type() -> ArrayType {
        ArrayType::ChronoDate
    }

    fn column_type() -> ColumnType {
        ColumnType::Date
    }
}

impl Nullable for Day {
    fn null() -> Value {
        Value::ChronoDate(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_instants_survive_the_way_through_a_value() {
        for date in [jiff::civil::date(2028, 2, 29), jiff::civil::date(1, 1, 1), jiff::civil::date(9999, 12, 31)] {
            assert_eq!(<Day as ValueType>::try_from(Day(date).into()).map(|d| d.0).ok(), Some(date));
        }
        let instant = Timestamp::from_microsecond(1_790_000_000_123_456).expect("a valid instant");
        assert_eq!(<Instant as ValueType>::try_from(Instant(instant).into()).map(|i| i.0).ok(), Some(instant));
    }
}
