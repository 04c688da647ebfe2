use serde_json::json;

use super::*;

const DOCUMENT: Document<'_> =
    Document { title: "A document", language: "de-AT", dated: Date::constant(2026, 3, 1), ident: "doc_1" };

fn render_text(text: &'static str, data: &serde_json::Value) -> Result<Pdf, TypesetError> {
    render(&Template::new("main.typ", text), data, &DOCUMENT)
}

fn contains(pdf: &Pdf, text: &str) -> bool {
    pdf.bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn a_file_says_what_it_is() {
    let pdf = render_text("#import \"house.typ\": *\n#show: house\n= Titel\n#lorem(30)", &json!({})).unwrap();
    assert_eq!(pdf.pages, 1);
    assert!(pdf.bytes.starts_with(b"%PDF-1.7"));
    for part in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<rdf:li>de-AT</rdf:li>",
        "A document",
        "2026-03-01",
        "Recourse",
    ] {
        assert!(contains(&pdf, part), "{part}");
    }
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let make =
        || render_text("#import \"house.typ\": *\n#show: house\n#sys.inputs.data.a", &json!({"a": "x"})).unwrap();
    let first = make();
    comemo::evict(0);
    assert!(first == make());
}

#[test]
fn values_are_printed_and_never_run() {
    let text = "#import \"house.typ\": *\n#show: house\n#assert.eq(sys.inputs.data.a, \"#panic() *x* $y$ \\\\\")\n#sys.inputs.data.a";
    render_text(text, &json!({"a": "#panic() *x* $y$ \\"})).unwrap();
}

#[test]
fn a_fault_names_its_line_and_what_is_missing() {
    let head = "#import \"house.typ\": *\n#show: house\n";
    for (text, line, part) in [
        ("#sys.inputs.data.nobody", 3, "nobody"),
        ("\n#unknown-name", 4, "unknown-name"),
        ("#read(\"secret.txt\")", 3, "access denied"),
        ("#import \"@preview/cetz:0.1.0\": *", 3, "access denied"),
        ("#import \"other.typ\": *", 3, "access denied"),
        ("#datetime.today().display()", 3, "unable to get the current date"),
    ] {
        let whole: &'static str = Box::leak(format!("{head}{text}").into_boxed_str());
        let error = render_text(whole, &json!({})).unwrap_err();
        let TypesetError::Template(faults) = &error else { panic!("{error}") };
        assert_eq!((faults[0].file.as_str(), faults[0].line), ("main.typ", line), "{error}");
        assert!(error.to_string().contains(part), "{error}");
    }
}

#[test]
fn what_cannot_be_read_aloud_is_refused() {
    let text = "#import \"house.typ\": *\n#show: house\n#math.equation(block: true, $x$)";
    let error = render_text(text, &json!({})).unwrap_err();
    assert!(matches!(error, TypesetError::Conformance(_)), "{error}");
    assert_eq!(error.faults()[0].line, 3);
}

#[test]
fn a_template_may_have_several_files() {
    let template =
        Template::new("main.typ", "#import \"part.typ\": part\n#import \"house.typ\": *\n#show: house\n#part")
            .with("part.typ", "#let part = [from a part]");
    assert_eq!(render(&template, &json!({}), &DOCUMENT).unwrap().pages, 1);
}
