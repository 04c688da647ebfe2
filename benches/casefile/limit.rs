//! What the typesetter can do at best: the same house style, as many documents with as many pages, one line on each.

use std::time::Instant;

use recourse::casefile::in_order;
use recourse::typeset::{Document, Template, render};
use serde_json::json;

use crate::rounds::Measured;
use crate::{Arguments, memory};

/// Pages of the annexes of one person of the samples.
const PAGES: u64 = 4;

const LINES: &str = r#"#import "house.typ": *
#show: house
#for page in sys.inputs.data.pages { par(page); pagebreak(weak: true) }"#;

/// Makes the documents.
pub fn limit(arguments: &Arguments) -> Measured {
    let template = Template::new("limit.typ", LINES);
    let work = |number: u64| {
        let lines: Vec<String> = (1..=PAGES).map(|page| format!("Document {number}, page {page}.")).collect();
        let ident = number.to_string();
        let document =
            Document { title: "Limit", language: "en", dated: "2026-09-14".parse().expect("a date"), ident: &ident };
        render(&template, &json!({ "pages": lines }), &document).expect("it is typeset")
    };
    let mut pages = 0;
    memory::forget_peak();
    let started = Instant::now();
    in_order(1..=arguments.people, arguments.workers, work, |pdf| {
        pages += u64::from(pdf.pages);
        Ok::<(), ()>(())
    })
    .expect("nothing is refused");
    Measured {
        people: arguments.people,
        pages,
        seconds: started.elapsed().as_secs_f64(),
        archive_bytes: 0,
        peak_mib: memory::peak_mib(),
    }
}
