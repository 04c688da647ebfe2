//! The 94 worked examples of the legal specification, by their ids.

use std::collections::BTreeSet;

use recourse::domain::calculator::{CaseForm, CaseId};
use recourse::domain::calendar::Calendars;
use recourse::domain::deadline::Regime;

/// One line of the table: nominal end, due date, case.
fn rows() -> Vec<(String, String, CaseForm)> {
    let lines = include_str!("examples.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let mut columns = line.splitn(3, ' ');
            let mut column = || columns.next().expect("three columns").to_owned();
            let (nominal, due, case) = (column(), column(), column());
            (nominal, due, serde_json::from_str(&case).unwrap_or_else(|error| panic!("{case}: {error}")))
        })
        .collect()
}

#[test]
fn every_worked_example_comes_out() {
    let calendars = Calendars::bundled();
    let mut wrong = Vec::new();
    for (nominal, due, form) in rows() {
        let Some(CaseId::Text(id)) = &form.id else { panic!("{form:?} has no id") };
        match form.compute(&calendars) {
            Err(problem) => wrong.push(format!("{id}: {problem:?}")),
            Ok(deadline) => {
                let day = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string()).unwrap_or_default();
                let found = (day(deadline.nominal), day(deadline.final_deadline));
                if found != (nominal.clone(), due.clone()) {
                    wrong.push(format!("{id}: nominal {} and due {}, not {nominal} and {due}", found.0, found.1));
                }
                // "Due dates assume no doubt about the holiday calendar."
                if deadline.earliest != deadline.latest {
                    wrong.push(format!("{id}: in doubt from {}", day(deadline.earliest)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of 94:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn all_of_them_are_there() {
    let rows = rows();
    let ids: BTreeSet<String> = rows
        .iter()
        .filter_map(|(.., form)| match &form.id {
            Some(CaseId::Text(id)) => Some(id.clone()),
            _ => None,
        })
        .collect();
    let numbered = |table: &str, count: usize| (1..=count).map(move |number| format!("V{table}{number:02}")).collect();
    let tables: [(&str, usize); 7] = [("A", 8), ("B", 8), ("C", 46), ("D", 7), ("E", 9), ("F", 12), ("G", 4)];
    let expected: BTreeSet<String> =
        tables.iter().flat_map(|(table, count)| -> Vec<String> { numbered(table, *count) }).collect();
    assert_eq!((rows.len(), ids), (94, expected));
}

/// Each regime that the specification has examples of is computed by one of them.
#[test]
fn the_examples_reach_the_regimes() {
    let reached: BTreeSet<String> =
        rows().into_iter().map(|(.., form)| form.regime.unwrap_or_else(|| Regime::GdprRequest.to_string())).collect();
    let without_example = ["sa_competence", "sa_resolution_draft", "uk_complaint", "ccpa_confirmation", "breach_72h"];
    for regime in Regime::ALL {
        let expected = !without_example.contains(&regime.as_str());
        assert_eq!(reached.contains(regime.as_str()), expected, "{regime}");
    }
}
