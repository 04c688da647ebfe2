//! Ten years of reminders and deadlines, compared with a plain account of what should have been told when.
//!
//! The real sweep works on the real database; only its clock is ours. Time goes on by leaps of hours and days, the workers stand
//! still for weeks and months, are cut off in the middle, and look at clocks that are some minutes apart, step forward by up to
//! 45 days and back again. The account knows nothing but the local days on which each thing is due and what the clocks showed:
//! each reminder and each passing must be told exactly then, once. `RECOURSE_TEST_FULL=1` takes 100,000 requests;
//! `RECOURSE_TEST_SEED` chooses other years.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use entity::id::RequestId;
use entity::request;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use recourse::domain::calendar::Calendars;
use recourse::domain::deadline::{Receipt, ReceiptKind};
use recourse::domain::place::Place;
use recourse::domain::request::{Author, Event, Lifecycle, RequestStanding, apply};
use recourse::domain::right::Right;
use recourse::ports::Clock;
use recourse::service::Context;
use recourse::service::requests::sweep_deadlines;
use recourse::store::{Db, DbOptions};
use sea_orm::{Database, DatabaseConnection, EntityTrait, IntoActiveModel};

use crate::on_both;
use crate::support::fixtures::Fixture;
use crate::support::{App, Inspector};

const PLACES: [&str; 12] = ["FR", "DE-BY", "DE", "PT-20", "FI", "GR", "IE", "RO", "IS", "ES", "CY", "NO"];
const REMINDERS: [u16; 4] = [14, 7, 2, 0];
/// Days from the first receipt to the last.
const DAYS: i64 = 3_650;

/// As many requests as a sweep takes at once.
const FULL_PIECE: u64 = 1_000;

/// A clock that stands where it is put.
#[derive(Default)]
struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// Numbers that only look random (SplitMix64).
struct Dice(u64);

impl Dice {
    fn between(&mut self, from: i64, to: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        from + ((mixed ^ (mixed >> 31)) % (to - from).unsigned_abs()).cast_signed()
    }
}

/// A request and what must be told of it, reminders by the days before.
struct Expected {
    /// The dates that could be meant, in order; reminders count from the first.
    dates: Vec<Date>,
    place: Place,
    reminders: Vec<(u16, Timestamp)>,
    passes: Timestamp,
    /// Instant by the clock, word, days left and reminders.
    told: Vec<(Timestamp, &'static str, i32, Vec<u16>)>,
    done: bool,
}

impl Expected {
    fn of(standing: &RequestStanding) -> Self {
        let deadline = standing.deadline.as_ref().unwrap();
        let (due, last) = (deadline.remind_by().unwrap(), deadline.final_deadline.unwrap());
        let dates = vec![due, deadline.earliest.unwrap(), last];
        let zone = standing.place.zone_name();
        let start = |day: Date| day.in_tz(zone).unwrap().timestamp();
        let reminder = |days: &u16| (*days, start(due.checked_sub(i64::from(*days).days()).unwrap()));
        let reminders = REMINDERS.iter().map(reminder).collect();
        let passes = start(last.tomorrow().unwrap());
        Self { dates, place: standing.place, reminders, passes, told: Vec::new(), done: false }
    }

    /// What a look at the clock brings.
    fn look(&mut self, now: Timestamp) {
        if self.done {
            return;
        }
        if now >= self.passes {
            self.told.push((now, "passed", 0, Vec::new()));
            self.done = true;
            return;
        }
        let come: Vec<u16> = self.reminders.iter().filter(|(_, at)| *at <= now).map(|(days, _)| *days).collect();
        if come.is_empty() {
            return;
        }
        self.reminders.retain(|(_, at)| *at > now);
        let today = now.in_tz(self.place.zone_name()).unwrap().date();
        let due = self.dates.iter().find(|date| **date >= today).unwrap();
        self.told.push((now, "approaching", (*due - today).get_days(), come));
    }
}

struct World {
    dice: Dice,
    context: Context,
    hands: Arc<Hands>,
    requests: BTreeMap<RequestId, Expected>,
    /// Those that have not passed.
    open: Vec<RequestId>,
}

impl World {
    /// A request received at an instant, now and then with an extension or a question that was answered.
    fn received(&mut self, at: Timestamp) -> RequestStanding {
        let place = PLACES[self.dice.between(0, 12) as usize].parse().unwrap();
        let mut standing = RequestStanding::draft(Right::Access, place);
        standing.state.lifecycle = Lifecycle::Sent;
        standing.facts.sent_at = Some(at);
        let receipt = Event::Receipt { receipt: Receipt::at(ReceiptKind::DeliveryConfirmation, at) };
        let mut happen = |event, hours: i64, author| {
            let when = at + SignedDuration::from_hours(hours);
            standing = apply(&standing, &event, when, author, &Calendars::bundled()).unwrap().standing;
        };
        happen(receipt, 0, Author::System);
        match self.dice.between(0, 10) {
            0 | 1 => happen(
                Event::ExtensionNotice { months: 2, reasoned: true, ground_valid: true },
                200,
                Author::Controller,
            ),
            2 => {
                happen(Event::ScopeQuestion { defects: vec![] }, 24, Author::Controller);
                happen(Event::InformationSupplied { kind: None }, 120, Author::Organisation);
            }
            _ => {}
        }
        standing
    }

    /// A worker that will be cut off. It takes its connections along, as a process does that dies; the embedded database has one
    /// process.
    async fn victim(&self, app: &App) -> Context {
        let mut victim = self.context.clone();
        if !app.context.db.is_embedded() {
            let options = DbOptions { url: app.config.database_url(), max_connections: 1 };
            victim.db = Db::open(&options).await.expect("connections of its own");
        }
        victim
    }

    /// One look of the workers at a clock, often cut off before it is done.
    async fn sweep(&mut self, app: &App, clock: Timestamp) {
        self.hands.0.store(clock.as_microsecond(), Ordering::SeqCst);
        if self.dice.between(0, 30) == 0 {
            let victim = self.victim(app).await;
            let cut_off = tokio::spawn(sweep_deadlines(victim));
            tokio::time::sleep(std::time::Duration::from_millis(self.dice.between(0, 4).unsigned_abs())).await;
            cut_off.abort();
            // It lets go of its rows.
            app.until_visible().await;
        }
        // A piece that is not full was the last: nobody else is at work.
        while sweep_deadlines(self.context.clone()).await.expect("a sweep") >= FULL_PIECE {}
        for id in &self.open {
            self.requests.get_mut(id).unwrap().look(clock);
        }
        self.open.retain(|id| !self.requests[id].done);
    }
}

async fn store(scene: &Fixture, database: &DatabaseConnection, standings: &[(RequestId, RequestStanding)]) {
    let (person, mandate) = scene.people[0];
    for part in standings.chunks(500) {
        let rows = part.iter().map(|(id, standing)| {
            let deadline = standing.deadline.as_ref().unwrap();
            let received = standing.facts.receipts[0].at.into();
            let row = request::Model {
                organisation_id: scene.organisation,
                id: *id,
                campaign_id: scene.campaign,
                batch_id: None,
                data_subject_id: person,
                mandate_id: mandate,
                controller_id: scene.controller,
                right_kind: "access".into(),
                scope_hash: id.0.as_bytes().to_vec(),
                lifecycle: standing.state.lifecycle.as_str().into(),
                clock: standing.state.clock.as_str().into(),
                outcome: standing.state.outcome.as_str().into(),
                standing: serde_json::to_string(standing).unwrap(),
                ask: None,
                place: standing.place.to_string(),
                dispatch_id: None,
                filed_at: received,
                sent_at: Some(received),
                received_at: Some(received),
                answered_at: None,
                closed_at: None,
                first_deadline: deadline.first_deadline.map(Into::into),
                final_deadline: deadline.final_deadline.map(Into::into),
                overdue_from: standing.overdue_from().map(Into::into),
                next_due: standing.next_due().map(Into::into),
                edition: standing.edition().map(|edition| edition.to_string()),
                extensions: None,
                event_seq: 0,
                version: 1,
                updated_at: received,
            };
            row.into_active_model()
        });
        request::Entity::insert_many(rows).exec_without_returning(database).await.unwrap();
    }
}

/// What was really told, in the order of each request's timeline.
async fn told(app: &App, inspector: &mut Inspector) -> BTreeMap<String, Vec<(Timestamp, String, i32, Vec<u16>)>> {
    let (id, sql) =
        (inspector.id("request_id"), "event WHERE kind IN ('deadline.approaching', 'deadline.final_passed')");
    let at = match app.context.db.is_embedded() {
        true => "CAST(occurred_at AS TEXT)",
        false => "to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
    };
    let rows = inspector.texts(&format!("SELECT {id}, kind, {at}, data FROM {sql} ORDER BY request_id, seq")).await;
    let mut told: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for row in rows {
        let data: serde_json::Value = serde_json::from_str(&row[3]).unwrap();
        let number = |value: &serde_json::Value| value.as_u64().unwrap();
        let entry = match row[1].as_str() {
            "deadline.approaching" => {
                let reminders = data["reminders"].as_array().unwrap().iter().map(|days| number(days) as u16).collect();
                ("approaching".to_owned(), number(&data["days_left"]) as i32, reminders)
            }
            _ => ("passed".to_owned(), 0, Vec::new()),
        };
        let at = parse_instant(&row[2]);
        told.entry(row[0].clone()).or_default().push((at, entry.0, entry.1, entry.2));
    }
    told
}

fn parse_instant(text: &str) -> Timestamp {
    let text = text.replace(" +", "+").replace(' ', "T");
    let whole = if text.ends_with('Z') || text.contains('+') { text } else { format!("{text}Z") };
    whole.parse().unwrap_or_else(|error| panic!("{whole}: {error}"))
}

on_both! {
    async fn ten_years_bring_each_reminder_and_each_passing_once_and_never_early(app) {
        let count: usize = if std::env::var_os("RECOURSE_TEST_FULL").is_some() { 100_000 } else { 1_500 };
        let seed = std::env::var("RECOURSE_TEST_SEED").map_or(20_261_126u64, |seed| seed.parse().expect("a number"));
        println!("{count} requests, RECOURSE_TEST_SEED={seed}");
        let scene = Fixture::with_requests(app, 0).await;
        let database = Database::connect(app.config.database_url()).await.unwrap();
        let hands = Arc::new(Hands::default());
        let mut context = app.context.clone();
        context.clock = hands.clone();
        let mut world = World { dice: Dice(seed), context, hands, requests: BTreeMap::new(), open: Vec::new() };

        let begin: Timestamp = "2026-12-01T00:00:00Z".parse().unwrap();
        let day = |number: i64| begin + SignedDuration::from_hours(24 * number);
        let (mut now, mut filled, mut looks) = (begin, 0i64, 0u32);
        let end = day(DAYS + 120);
        let mut step = SignedDuration::ZERO;
        while now < end {
            // What is received in the next weeks, before the clock comes there.
            let mut arrived = Vec::new();
            while filled < DAYS && day(filled) < now + SignedDuration::from_hours(24 * 70) {
                let today = count as i64 * (filled + 1) / DAYS - count as i64 * filled / DAYS;
                for _ in 0..today {
                    let at = day(filled) + SignedDuration::from_secs(world.dice.between(0, 86_400));
                    arrived.push((app.context.ids.next(), world.received(at)));
                }
                filled += 1;
            }
            store(&scene, &database, &arrived).await;
            for (id, standing) in arrived {
                world.requests.insert(id, Expected::of(&standing));
                world.open.push(id);
            }
            // Two nodes, minutes apart, and for a while a clock that was stepped.
            for skew in [-300, 300] {
                let clock = now + step + SignedDuration::from_secs(skew);
                world.sweep(app, clock).await;
                looks += 1;
            }
            step = match world.dice.between(0, 100) {
                0..3 => SignedDuration::from_hours(world.dice.between(-24, 45 * 24)),
                3..20 => SignedDuration::ZERO,
                _ => step,
            };
            let hours = match world.dice.between(0, 100) {
                0 => world.dice.between(24 * 20, 24 * 60),
                1..10 => world.dice.between(24 * 3, 24 * 12),
                10..40 => 24,
                _ => world.dice.between(12, 120),
            };
            now += SignedDuration::from_mins(60 * hours + world.dice.between(0, 60));
        }
        world.sweep(app, end).await;
        assert!(world.open.is_empty());

        let mut inspector = app.inspector().await;
        let told = told(app, &mut inspector).await;
        assert_eq!(told.len(), count);
        let (mut reminders, mut collapsed) = (0, 0);
        for (id, expected) in &world.requests {
            let expected: Vec<_> = expected.told.iter().map(|(at, word, left, days)| (*at, (*word).to_owned(), *left, days.clone())).collect();
            assert_eq!(told[&id.0.simple().to_string()], expected, "{id}");
            reminders += expected.len() - 1;
            collapsed += expected.iter().filter(|entry| entry.3.len() > 1).count();
        }
        assert!(reminders > count && collapsed > count / 20, "{reminders} reminders, {collapsed} of several");
        for kind in ["deadline.final_passed", "finding.recorded"] {
            let once = format!("SELECT count(*) FROM event WHERE kind = '{kind}'");
            assert_eq!(inspector.number(&once).await, count as i64, "{kind}");
        }
        println!("{looks} looks in ten years, {reminders} reminders, {collapsed} of them for several days");
    }
}
