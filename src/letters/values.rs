//! The values of the variables of a letter, in words of its language. The table of variables says what has to be there; a test
//! holds that exactly that is.

use std::collections::BTreeMap;

use jiff::civil::Date;
use minijinja::Value;

use super::facts::{LetterFacts, Particular};
use super::variables;
use crate::domain::ask::{AccessItem, Ask, DecisionWish, ObjectionAgainst};
use crate::domain::controller::IdentityElement;
use crate::domain::letter::{LetterKind, LetterRight};
use crate::domain::recipient::Recipient;
use crate::wording::Words;

type Map = BTreeMap<&'static str, Value>;

/// The values for a letter of a kind.
pub fn of(kind: LetterKind, facts: &LetterFacts, words: Words) -> Value {
    let mut groups: BTreeMap<&'static str, Map> = BTreeMap::new();
    let mut whole = Map::new();
    // A letter is for the controller, whose field list is the outer bound of what any letter can say (Z-9).
    let listed = |variable: &&variables::Variable| Recipient::Controller.gets("request_letter", variable.name);
    for variable in variables::of(kind).filter(listed) {
        let Some(value) = value(variable.name, facts, words) else { continue };
        match variable.name.split_once('.') {
            Some((group, field)) => {
                groups.entry(group).or_default().insert(field, value);
            }
            None => {
                whole.insert(variable.name, value);
            }
        }
    }
    whole.extend(groups.into_iter().map(|(name, fields)| (name, Value::from_pairs(fields))));
    Value::from_pairs(whole)
}

/// The value of one variable; none when it is not one.
fn value(name: &str, facts: &LetterFacts, words: Words) -> Option<Value> {
    let day = |day: Date| Value::from(words.day(day));
    let due = facts.deadline;
    Some(match name {
        "organisation.name" => Value::from(facts.organisation.name.as_str()),
        "organisation.email" => maybe(facts.organisation.email.as_deref()),
        "organisation.website" => maybe(facts.organisation.website.as_deref()),
        "controller.name" => Value::from(facts.controller.name.as_str()),
        "person.name" => maybe(facts.person.name.as_ref().map(|name| name.expose().as_str())),
        "person.particulars" => particulars(&facts.person.particulars, words),
        "mandate.id" => Value::from(facts.mandate.id.as_str()),
        "mandate.signed_on" => day(facts.mandate.signed_on),
        "mandate.verification_url" => Value::from(facts.mandate.verification_url.as_str()),
        "mandate.answer_to_organisation" => Value::from(facts.mandate.answer_to_organisation),
        "request.id" => Value::from(facts.request_id.as_str()),
        "request.sent_on" => facts.sent_on.map_or_else(nothing, day),
        "request.received_on" => facts.received_on.map_or_else(nothing, day),
        "right.name" => Value::from(words.letter_word(facts.ask.right())),
        "right.article" => Value::from(words.cited(LetterRight::of(&facts.ask).provision(facts.law))),
        "deadline.date" => due.map_or_else(nothing, |due| day(due.on)),
        "deadline.article" => {
            Value::from(words.cited(facts.law.regime_of_requests().row().source.article.unwrap_or_default()))
        }
        "deadline.extended" => Value::from(due.is_some_and(|due| due.extended)),
        "deadline.passed" => Value::from(due.is_some_and(|due| due.passed)),
        "today" => day(facts.today),
        "question.asked_on" => facts.question.map_or_else(nothing, |question| day(question.on)),
        "question.excessive" => Value::from(facts.question.is_some_and(|question| question.excessive)),
        "answer.text" => maybe(facts.answer.text.as_ref().map(|text| text.expose().as_str())),
        "answer.particulars" => particulars(&facts.answer.particulars, words),
        "refusal.received_on" => facts.refusal.as_ref().map_or_else(nothing, |refusal| day(refusal.on)),
        "refusal.partial" => Value::from(facts.refusal.as_ref().is_some_and(|refusal| refusal.partial)),
        "refusal.is_fee" => Value::from(facts.refusal.as_ref().is_some_and(|refusal| refusal.is_fee)),
        "findings" => findings(facts, words),
        _ => return asked(name.strip_prefix("ask.")?, &facts.ask, words),
    })
}

/// What is not known.
fn nothing() -> Value {
    Value::from(())
}

fn maybe(text: Option<&str>) -> Value {
    text.map(str::trim).filter(|text| !text.is_empty()).map_or_else(nothing, Value::from)
}

fn row(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    Value::from_pairs(fields)
}

fn particulars(known: &[Particular], words: Words) -> Value {
    let each = |particular: &Particular| {
        let value = particular.value.expose();
        let shown = match particular.element {
            IdentityElement::BirthDate => value.parse().map_or_else(|_| value.clone(), |day| words.day(day)),
            // In one line, as it stands in a list.
            IdentityElement::Address => value.lines().collect::<Vec<_>>().join(", "),
            _ => value.clone(),
        };
        row([("label", Value::from(words.letter_word(particular.element))), ("value", Value::from(shown))])
    };
    known.iter().map(each).collect()
}

fn findings(facts: &LetterFacts, words: Words) -> Value {
    let found = facts.refusal.iter().flat_map(|refusal| &refusal.findings);
    found
        .map(|finding| {
            let told = words.finding(finding, finding.code.provision(facts.law));
            row([
                ("title", Value::from(told.title)),
                ("text", Value::from(told.text)),
                ("article", Value::from(told.article)),
            ])
        })
        .collect()
}

/// A variable of what is asked. What belongs to another right holds nothing.
fn asked(field: &str, ask: &Ask, words: Words) -> Option<Value> {
    let texts = |texts: &[String]| texts.iter().map(String::as_str).collect::<Value>();
    Some(match (field, ask) {
        ("items", Ask::Access { items, .. }) => {
            let all: &[AccessItem] = if items.is_empty() { AccessItem::ALL } else { items };
            all.iter().map(|item| words.letter_word(*item)).collect()
        }
        ("copy", Ask::Access { copy, .. }) => Value::from(*copy),
        ("format", Ask::Access { format, .. }) => {
            format.map_or_else(nothing, |format| Value::from(words.letter_word(format)))
        }
        ("format", Ask::Portability { format, .. }) => {
            format.map_or_else(nothing, |format| Value::from(words.letter_word(format)))
        }
        ("corrections", Ask::Rectification { fields, .. }) => fields
            .iter()
            .map(|field| {
                row([
                    ("field", Value::from(field.field.as_str())),
                    ("wrong", maybe(field.wrong.as_deref())),
                    ("right", maybe(field.right.as_deref())),
                ])
            })
            .collect(),
        ("statement", Ask::Rectification { statement, .. }) => maybe(statement.as_deref()),
        ("ground", Ask::Erasure { ground, .. }) => {
            ground.map_or_else(nothing, |ground| Value::from(words.letter_word(ground)))
        }
        ("ground", Ask::Restriction { ground, .. }) => Value::from(words.letter_word(*ground)),
        ("data", Ask::Erasure { data, .. } | Ask::Restriction { data, .. } | Ask::Portability { data, .. }) => {
            texts(data)
        }
        ("transfer_to", Ask::Portability { direct_transfer_to, .. }) => maybe(direct_transfer_to.as_deref()),
        ("grounds", Ask::Objection { grounds, .. }) => maybe(grounds.as_deref()),
        ("research", Ask::Objection { against, .. }) => Value::from(*against == ObjectionAgainst::Research),
        ("decision", Ask::AutomatedDecision { decision, .. }) => maybe(decision.as_deref()),
        ("wishes", Ask::AutomatedDecision { wishes, .. }) => {
            let all: &[DecisionWish] = if wishes.is_empty() { &[DecisionWish::HumanReview] } else { wishes };
            all.iter().map(|wish| words.letter_word(*wish)).collect()
        }
        ("view", Ask::AutomatedDecision { view, .. }) => maybe(view.as_deref()),
        ("items" | "corrections" | "data" | "wishes", _) => Value::from(Vec::<Value>::new()),
        ("copy" | "research", _) => Value::from(false),
        ("format" | "statement" | "ground" | "transfer_to" | "grounds" | "decision" | "view", _) => nothing(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use minijinja::value::ValueKind;

    use super::*;
    use crate::letters::sample;
    use crate::letters::variables::Form;
    use crate::wording::Language;

    fn fits(form: Form, value: &Value) -> bool {
        match form {
            Form::Text => value.kind() == ValueKind::String,
            Form::Maybe => matches!(value.kind(), ValueKind::String | ValueKind::None),
            Form::Truth => value.kind() == ValueKind::Bool,
            Form::Texts => {
                value.kind() == ValueKind::Seq
                    && value.try_iter().is_ok_and(|mut texts| texts.all(|text| fits(Form::Text, &text)))
            }
            Form::Rows(fields) => {
                let row_fits = |row: Value| {
                    row.len() == Some(fields.len())
                        && fields
                            .iter()
                            .all(|field| row.get_attr(field.name).is_ok_and(|value| fits(field.form, &value)))
                };
                value.kind() == ValueKind::Seq && value.try_iter().is_ok_and(|mut rows| rows.all(row_fits))
            }
        }
    }

    #[test]
    fn every_letter_has_what_the_table_says_and_nothing_else() {
        for kind in LetterKind::ALL {
            for facts in sample::all(*kind, None) {
                let given = of(*kind, &facts, Words::of(Language::Dutch));
                let mut count = 0;
                for variable in variables::of(*kind) {
                    let mut value = given.clone();
                    for part in variable.name.split('.') {
                        value = value.get_attr(part).unwrap();
                    }
                    assert!(fits(variable.form, &value), "{kind}: {} is {:?}", variable.name, value.kind());
                    count += 1;
                }
                let all: usize = given
                    .try_iter()
                    .unwrap()
                    .map(|group| given.get_item(&group).unwrap())
                    .map(|group| if group.kind() == ValueKind::Map { group.len().unwrap() } else { 1 })
                    .sum();
                assert_eq!(all, count, "{kind}");
            }
        }
    }
}
