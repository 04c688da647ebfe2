use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::parse::parse_folder;
use super::super::samples::{file, minimal, obsolete, with};
use super::*;

type Directory = BTreeMap<String, Existing<u32>>;

fn plan(records: &[Value], directory: &Directory) -> ImportPlan<u32> {
    ImportPlan::of(parse_folder(records.iter().map(file)), directory)
}

/// What the directory holds after a plan has been carried out.
fn apply(plan: &ImportPlan<u32>, mut directory: Directory) -> Directory {
    let mut next = u32::try_from(directory.len()).unwrap();
    let mut put = |slug: &str, id: Option<u32>, digest, state| {
        let id = id.unwrap_or_else(|| {
            next += 1;
            next - 1
        });
        directory.insert(slug.to_owned(), Existing { id, digest, state });
    };
    for new in &plan.added {
        put(&new.entry.slug, None, new.digest, ExistingState::Active);
    }
    for change in &plan.changed {
        put(&change.entry.slug, Some(change.id), change.digest, ExistingState::Active);
    }
    for one in &plan.redirected {
        put(&one.entry.slug, one.id, one.digest, ExistingState::Redirected { to: one.to.clone() });
    }
    for one in &plan.retired {
        put(&one.entry.slug, one.id, one.digest, ExistingState::Retired);
    }
    directory
}

fn refused(plan: &ImportPlan<u32>) -> Vec<(&str, Reason)> {
    plan.refused.iter().map(|r| (r.file.as_str(), r.problems[0].reason)).collect()
}

fn redirected(plan: &ImportPlan<u32>) -> Vec<(&str, &str)> {
    plan.redirected.iter().map(|r| (r.entry.slug.as_str(), r.to.as_str())).collect()
}

#[test]
fn the_same_folder_twice_changes_nothing() {
    let records = [minimal("a"), minimal("b"), obsolete("old", Some("a")), obsolete("gone", None)];
    let first = plan(&records, &Directory::new());
    assert_eq!((first.added.len(), first.redirected.len(), first.retired.len()), (2, 1, 1));
    assert!(!first.changes_nothing());
    let second = plan(&records, &apply(&first, Directory::new()));
    assert!(second.changes_nothing());
    assert_eq!(second.unchanged, ["a", "b", "gone", "old"]);
}

#[test]
fn only_what_differs_is_changed_and_what_is_absent_stays() {
    let directory = apply(&plan(&[minimal("a"), minimal("b"), minimal("c")], &Directory::new()), Directory::new());
    let second = plan(&[minimal("a"), with(minimal("b"), "name", json!("Renamed Ltd")), minimal("d")], &directory);
    assert_eq!(second.unchanged, ["a"]);
    assert_eq!((second.changed[0].entry.slug.as_str(), second.changed[0].id), ("b", directory["b"].id));
    assert_eq!(second.added[0].entry.slug, "d");
    assert_eq!(second.untouched, 1);
}

#[test]
fn redirects_are_followed_to_the_end() {
    let records = [minimal("end"), obsolete("a", Some("b")), obsolete("b", Some("c")), obsolete("c", Some("end"))];
    let plan = plan(&records, &Directory::new());
    assert_eq!(redirected(&plan), [("a", "end"), ("b", "end"), ("c", "end")]);
    assert_eq!(plan.redirected[0].entry.redirect_to.as_deref(), Some("b"));
}

#[test]
fn a_redirect_to_a_retired_record_retires() {
    let plan = plan(&[obsolete("a", Some("b")), obsolete("b", None)], &Directory::new());
    assert_eq!(plan.retired.iter().map(|one| one.entry.slug.as_str()).collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn a_target_is_found_in_the_directory_too() {
    let directory = apply(&plan(&[minimal("kept"), minimal("old")], &Directory::new()), Directory::new());
    let second = plan(&[obsolete("old", Some("kept"))], &directory);
    assert_eq!(redirected(&second), [("old", "kept")]);
    assert_eq!(second.redirected[0].id, Some(directory["old"].id));
    // A redirect or retirement of an earlier import is followed as well.
    let directory = apply(&second, directory);
    assert_eq!(redirected(&plan(&[obsolete("older", Some("old"))], &directory)), [("older", "kept")]);
    let directory = apply(&plan(&[obsolete("kept", None)], &directory), directory);
    assert_eq!(plan(&[obsolete("x", Some("kept"))], &directory).retired.len(), 1);
}

#[test]
fn missing_targets_and_circles_are_refused_and_change_nothing() {
    let records = [
        obsolete("lost", Some("nowhere")),
        obsolete("self", Some("self")),
        obsolete("x", Some("y")),
        obsolete("y", Some("x")),
        obsolete("into", Some("x")),
        with(minimal("broken"), "quality", json!("?")),
        obsolete("to-broken", Some("broken")),
    ];
    let directory = apply(&plan(&[minimal("lost")], &Directory::new()), Directory::new());
    let plan = plan(&records, &directory);
    assert!(plan.changes_nothing());
    assert_eq!(
        refused(&plan),
        [
            ("companies/broken.json", Reason::UnknownWord),
            ("obsolete-records/into.json", Reason::RedirectCycle),
            ("obsolete-records/lost.json", Reason::RedirectTargetMissing),
            ("obsolete-records/self.json", Reason::RedirectCycle),
            ("obsolete-records/to-broken.json", Reason::RedirectTargetMissing),
            ("obsolete-records/x.json", Reason::RedirectCycle),
            ("obsolete-records/y.json", Reason::RedirectCycle),
        ]
    );
}

#[test]
fn a_circle_through_the_directory_is_refused() {
    let directory = apply(&plan(&[minimal("a"), obsolete("b", Some("a"))], &Directory::new()), Directory::new());
    assert_eq!(
        refused(&plan(&[obsolete("a", Some("b"))], &directory)),
        [("obsolete-records/a.json", Reason::RedirectCycle)]
    );
}

#[test]
fn an_entry_can_come_back_into_use() {
    let directory = apply(&plan(&[minimal("a"), obsolete("b", Some("a"))], &Directory::new()), Directory::new());
    let second = plan(&[minimal("b")], &directory);
    assert_eq!((second.changed.len(), second.changed[0].id), (1, directory["b"].id));
}

#[test]
fn a_redirect_that_leads_elsewhere_now_is_a_change() {
    let old = obsolete("old", Some("mid"));
    let directory = apply(&plan(&[old.clone(), minimal("mid"), minimal("end")], &Directory::new()), Directory::new());
    assert_eq!(directory["old"].state, ExistingState::Redirected { to: "mid".into() });
    let second = plan(&[old, obsolete("mid", Some("end")), minimal("end")], &directory);
    assert_eq!(redirected(&second), [("mid", "end"), ("old", "end")]);
}

#[test]
fn the_report_tells_figures_places_and_reasons() {
    let records = [
        minimal("a"),
        with(minimal("b"), "address", json!("1 Street\nSomewhere")),
        obsolete("old", Some("a")),
        obsolete("gone", None),
        obsolete("lost", Some("nowhere")),
    ];
    let report = plan(&records, &Directory::new()).report();
    assert_eq!(report.counts.files(), 5);
    assert_eq!(
        report.to_string(),
        "5 files\n  added            2\n  changed          0\n  unchanged        0\n  redirected       1\n  retired          1\n  \
         refused          1\n\nRedirected\n  old -> a (company_merged)\n\nRetired\n  gone (company_defunct)\n\nRefused\n  \
         obsolete-records/lost.json: redirect_target_missing at /redirect-to: neither the folder nor the directory has `nowhere`, to \
         which this leads\n\nWorth a look\n      1  country_unknown: the address does not tell the country; deadlines \
         need it\n"
    );
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["refused"][0]["problems"][0]["reason"], "redirect_target_missing");
    assert_eq!(json["notes"]["country_unknown"], json!(["b"]));
}

#[test]
fn the_text_is_bounded_and_steers_no_terminal() {
    let slugs: Vec<_> = (0..40).map(|n| obsolete(&format!("gone-{n:02}"), None)).collect();
    let mut report = plan(&slugs, &Directory::new()).report();
    assert!(report.to_string().ends_with("gone-24 (company_defunct)\n  and 15 more\n"));
    assert_eq!(report.retired.len(), 40);
    let problem = RecordProblem::whole(Reason::NotJson, "x");
    report.refused = vec![Refused { file: "a\u{1b}[2J\n.json".into(), problems: vec![problem.clone(), problem] }];
    let text = report.to_string();
    assert!(text.contains("a\\u{1b}[2J\\n.json: not_json: x (and 1 more)"), "{text}");
}

/// A folder of records over eight slugs: in use with one of two names, or obsolete with any target.
fn any_folder() -> impl Strategy<Value = Vec<Value>> {
    let slug = |n: u8| format!("s{n}");
    let record = (0..3u8, proptest::option::of(0..8u8));
    proptest::collection::btree_map(0..8u8, record, 0..8).prop_map(move |folder| {
        let record = |(at, (kind, target)): (u8, (u8, Option<u8>))| match kind {
            0 => minimal(&slug(at)),
            1 => with(minimal(&slug(at)), "name", json!("Another Ltd")),
            _ => obsolete(&slug(at), target.map(slug).as_deref()),
        };
        folder.into_iter().map(record).collect()
    })
}

proptest! {
    #[test]
    fn whatever_the_folders_each_file_has_one_outcome_and_a_second_run_does_nothing(
        folders in proptest::collection::vec(any_folder(), 1..4)
    ) {
        let mut directory = Directory::new();
        for records in &folders {
            let first = plan(records, &directory);
            prop_assert_eq!(first.report().counts.files(), records.len());
            directory = apply(&first, directory);
            let second = plan(records, &directory);
            prop_assert!(second.changes_nothing(), "{:?}", second);
            prop_assert_eq!(&second.refused, &first.refused);
            prop_assert_eq!(second.unchanged.len() + second.refused.len(), records.len());
        }
    }
}
