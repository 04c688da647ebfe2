//! What a template can name: the one table of variables, from which templates are checked, documented and filled.
//!
//! A variable of the table is there in every letter of the kinds that have it, whatever happened. What is not known of a case
//! holds nothing (`Maybe`), so that a template asks for it with `if`.

use std::fmt::Write;

use crate::domain::letter::LetterKind;

/// What a variable holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A text, always there.
    Text,
    /// A text, or nothing.
    Maybe,
    /// Yes or no.
    Truth,
    /// Texts, possibly none.
    Texts,
    /// Rows, possibly none, each with these fields.
    Rows(&'static [Field]),
}

/// A field of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub form: Form,
    /// What it means.
    pub meaning: &'static str,
}

/// Which letters have a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum In {
    /// All of them.
    All,
    /// Those that repeat what is asked.
    Asking,
    /// Those that answer a question.
    Answering,
    /// The contestation.
    Contesting,
}

/// A variable.
#[derive(Debug, Clone, Copy)]
pub struct Variable {
    /// Its name: group and field.
    pub name: &'static str,
    /// What it holds.
    pub form: Form,
    /// Which letters have it.
    pub within: In,
    /// What it means.
    pub meaning: &'static str,
}

impl Variable {
    /// Whether letters of a kind have it.
    pub const fn is_in(&self, kind: LetterKind) -> bool {
        match self.within {
            In::All => true,
            In::Asking => kind.repeats_the_ask(),
            In::Answering => kind.question().is_some(),
            In::Contesting => matches!(kind, LetterKind::RefusalContestation),
        }
    }
}

/// The variables of a kind of letter.
pub fn of(kind: LetterKind) -> impl Iterator<Item = &'static Variable> {
    VARIABLES.iter().filter(move |variable| variable.is_in(kind))
}

const fn field(name: &'static str, form: Form, meaning: &'static str) -> Field {
    Field { name, form, meaning }
}

const PARTICULARS: Form = Form::Rows(&[
    field("label", Form::Text, "what it is, in the language of the letter"),
    field("value", Form::Text, "its value"),
]);

const fn all(name: &'static str, form: Form, meaning: &'static str) -> Variable {
    Variable { name, form, within: In::All, meaning }
}

const fn asking(name: &'static str, form: Form, meaning: &'static str) -> Variable {
    Variable { name, form, within: In::Asking, meaning }
}

const fn answering(name: &'static str, form: Form, meaning: &'static str) -> Variable {
    Variable { name, form, within: In::Answering, meaning }
}

const fn contesting(name: &'static str, form: Form, meaning: &'static str) -> Variable {
    Variable { name, form, within: In::Contesting, meaning }
}

/// Every variable. Days are written out in the language of the letter.
pub const VARIABLES: &[Variable] = &[
    all("organisation.name", Form::Text, "legal name of the organisation that writes"),
    all("organisation.email", Form::Maybe, "its public contact address"),
    all("organisation.website", Form::Maybe, "its public web address"),
    all("controller.name", Form::Text, "legal name of the controller that is written to"),
    all("person.name", Form::Maybe, "name of the data subject, when the controller may have it (B-7)"),
    all("person.particulars", PARTICULARS, "by what the controller can recognise the data subject, the name included"),
    all("mandate.id", Form::Text, "number of the mandate"),
    all("mandate.signed_on", Form::Text, "day on which it was signed"),
    all(
        "mandate.verification_url",
        Form::Text,
        "address at which anybody who has it sees whether the mandate holds (M-8)",
    ),
    all(
        "mandate.answer_to_organisation",
        Form::Truth,
        "whether the organisation receives the answer; otherwise the person (M-7)",
    ),
    all("request.id", Form::Text, "number of the request"),
    all("request.sent_on", Form::Maybe, "day on which it was sent"),
    all("request.received_on", Form::Maybe, "day on which it reached the controller, as best proven"),
    all("right.name", Form::Text, "name of the right"),
    all("right.article", Form::Text, "its provision, as cited in that language"),
    all("deadline.date", Form::Maybe, "last day to answer, while a clock runs"),
    all("deadline.article", Form::Text, "its provision, as cited in that language"),
    all("deadline.extended", Form::Truth, "whether the period was validly extended"),
    all("deadline.passed", Form::Truth, "whether that day has passed"),
    all("today", Form::Text, "day of the letter"),
    asking("ask.items", Form::Texts, "access: kinds of information asked for; all of them when nothing less is asked"),
    asking("ask.copy", Form::Truth, "access: whether a copy is asked for"),
    asking("ask.format", Form::Maybe, "access, portability: form in which the answer is asked for"),
    asking(
        "ask.corrections",
        Form::Rows(&[
            field("field", Form::Text, "name of the field"),
            field("wrong", Form::Maybe, "its wrong value, when there is one"),
            field("right", Form::Maybe, "its right value; always there in a letter about a request that was filed"),
        ]),
        "rectification: what is to be corrected",
    ),
    asking("ask.statement", Form::Maybe, "rectification: supplementary statement"),
    asking("ask.ground", Form::Maybe, "erasure, restriction: ground that is relied on, with its provision"),
    asking("ask.data", Form::Texts, "erasure, restriction, portability: kinds of data meant; empty means all"),
    asking("ask.transfer_to", Form::Maybe, "portability: controller that should receive the data"),
    asking("ask.grounds", Form::Maybe, "objection: grounds from the person's situation"),
    asking("ask.research", Form::Truth, "objection: whether it is against research or statistics (Article 21(6))"),
    asking("ask.decision", Form::Maybe, "automated decision: which one"),
    asking("ask.wishes", Form::Texts, "automated decision: what is wanted; a human review when nothing else is said"),
    asking("ask.view", Form::Maybe, "automated decision: the person's view on it"),
    answering("question.asked_on", Form::Text, "day on which the controller asked"),
    answering(
        "question.excessive",
        Form::Truth,
        "whether it asked for more, or with less reason, than the law lets it (S-2, S-7)",
    ),
    answering("answer.text", Form::Maybe, "what is told in words"),
    answering("answer.particulars", PARTICULARS, "what is told of the person's record"),
    contesting("refusal.received_on", Form::Text, "day on which the refusal or the demand for a fee came"),
    contesting("refusal.partial", Form::Truth, "whether a part was given"),
    contesting("refusal.is_fee", Form::Truth, "whether a fee is demanded and nothing was refused"),
    contesting(
        "findings",
        Form::Rows(&[
            field("title", Form::Text, "what is wrong, in a few words"),
            field("text", Form::Text, "the same in a sentence with its dates"),
            field("article", Form::Text, "the provision infringed, as cited in that language"),
        ]),
        "what is wrong with the refusal or the fee",
    ),
];

/// The letters that share variables, as they are called in headings.
const SECTIONS: &[(In, &str)] = &[
    (In::All, "In every letter"),
    (In::Asking, "In a request and a reminder"),
    (In::Answering, "In the answer to a question"),
    (In::Contesting, "In the contestation of a refusal"),
];

impl Form {
    const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Maybe => "text or nothing",
            Self::Truth => "yes or no",
            Self::Texts => "list of texts",
            Self::Rows(_) => "list of rows",
        }
    }
}

/// The tables of variables as they stand in the documentation, in Markdown.
pub fn documented() -> String {
    let mut text = String::new();
    for (within, heading) in SECTIONS {
        // Writing to a String cannot fail.
        let _ = write!(text, "### {heading}\n\n| Variable | Holds | Meaning |\n| --- | --- | --- |\n");
        for variable in VARIABLES.iter().filter(|variable| variable.within == *within) {
            document(variable.name, variable.form, variable.meaning, &mut text);
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn document(name: &str, form: Form, meaning: &str, text: &mut String) {
    let _ = writeln!(text, "| `{name}` | {} | {meaning} |", form.name());
    if let Form::Rows(fields) = form {
        for field in fields {
            document(&format!("{name}[].{}", field.name), field.form, field.meaning, text);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_variable_is_documented_under_its_letters() {
        let document = include_str!("../../docs/LETTERS.md");
        assert!(document.ends_with(&documented()), "the end of docs/LETTERS.md should be\n{}", documented());
    }

    #[test]
    fn names_are_single_and_groups_hold_no_value_of_their_own() {
        let names: BTreeSet<&str> = VARIABLES.iter().map(|variable| variable.name).collect();
        assert_eq!(names.len(), VARIABLES.len());
        for name in &names {
            let group = name.split('.').next().unwrap();
            assert!(group == *name || !names.contains(group), "{name}");
            assert_ne!(group, "loop");
        }
    }
}
