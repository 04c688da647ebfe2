//! Options that hold several values: `2026-02-20:2:reasoned`, `2026-06-03..2026-06-13:identity`.
//!
//! Only their form is read here; days and words are judged with the rest of the case.

use std::str::FromStr;

use crate::domain::calculator::{ExtensionForm, SuspensionForm};

/// `ON:MONTHS[:reasoned]`. The months may be left out where the law counts in days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension(pub ExtensionForm);

impl FromStr for Extension {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "write ON:MONTHS or ON:MONTHS:reasoned, such as 2026-02-20:2:reasoned";
        let mut parts = text.split(':');
        let notified = parts.next().filter(|part| !part.is_empty()).ok_or(FORM)?.to_owned();
        let (months, last) = match parts.next() {
            Some("reasoned") => (None, Some("reasoned")),
            Some(months) => (Some(months.parse().map_err(|_| FORM)?), parts.next()),
            None => (None, None),
        };
        match (last, parts.next()) {
            (None | Some("reasoned"), None) => Ok(Self(ExtensionForm { notified, months, reasoned: last.is_some() })),
            _ => Err(FORM),
        }
    }
}

/// `ASKED..RECEIVED[:identity|scope|fee]`. What was received may be missing yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspension(pub SuspensionForm);

impl FromStr for Suspension {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "write ASKED..RECEIVED, such as 2026-06-03..2026-06-13:identity, or ASKED.. while it waits";
        let (days, kind) = match text.split_once(':') {
            None => (text, None),
            Some((days, kind)) => (days, Some(kind.to_owned())),
        };
        let (asked, received) = days.split_once("..").filter(|(asked, _)| !asked.is_empty()).ok_or(FORM)?;
        let received = (!received.is_empty()).then(|| received.to_owned());
        Ok(Self(SuspensionForm { asked: asked.to_owned(), received, kind }))
    }
}
