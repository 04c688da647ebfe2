//! The page on which a person sees what is done in their name, told in words: every text of it, and no form.
//!
//! What is handed in are facts; what comes out are texts, in the order in which the page shows them. Titles say nothing to
//! others (Z-19), and of an answer only its kind and day are told.

mod mandate;
mod request;

pub use mandate::{ConfirmPage, DonePage, MandateCard, MandateFacts};
pub use request::{NextDay, RequestCard, RequestFacts, Tone};

use fluent_bundle::FluentArgs;
use jiff::civil::Date;
use serde::Serialize;

use super::{Language, Words};
use crate::domain::status::ComplaintTold;

/// Who acts for the person, and how it is reached.
#[derive(Debug, Clone, Copy)]
pub struct OrganisationFacts<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its public e-mail address.
    pub email: Option<&'a str>,
    /// Its public web address.
    pub website: Option<&'a str>,
}

/// A step of a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComplaintLine<'a> {
    /// The day.
    pub on: Date,
    /// What happened.
    pub told: ComplaintTold,
    /// The name of the controller that is complained of.
    pub controller: &'a str,
}

/// What stands on the page.
#[derive(Debug)]
pub struct StatusFacts<'a> {
    /// Who acts for the person.
    pub organisation: OrganisationFacts<'a>,
    /// The day.
    pub today: Date,
    /// The requests, in the order of the page.
    pub requests: Vec<RequestFacts<'a>>,
    /// The steps of complaints, oldest first; without any the page has no such part.
    pub complaints: Vec<ComplaintLine<'a>>,
    /// The mandates, in the order of the page.
    pub mandates: Vec<MandateFacts<'a>>,
}

/// A day of a history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DayLines {
    /// The day, for machines.
    pub on: Date,
    /// The day.
    pub day: String,
    /// What happened on it, in order.
    pub texts: Vec<String>,
}

/// A part of the page with a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part<T> {
    /// Its heading.
    pub heading: String,
    /// What stands under it.
    pub items: Vec<T>,
    /// What is said instead when there is nothing; empty when there is something.
    pub none: String,
}

/// What every page of the person has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// The language.
    pub language: Language,
    /// The title of the window: nothing that others should read.
    pub title: String,
    /// The label of the link to the content, for those who cannot see.
    pub skip: String,
    /// The label of the way out.
    pub leave: String,
    /// What the way out does.
    pub leave_hint: String,
    /// The label of the choice of languages.
    pub languages_label: String,
    /// The languages, each by its own name.
    pub languages: Vec<LanguageChoice>,
}

/// A language that the page can be read in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LanguageChoice {
    /// Its tag.
    pub tag: Language,
    /// Its own name for itself.
    pub name: &'static str,
    /// Whether the page is in it.
    pub current: bool,
}

/// Whom the person can talk to, and what rights there are against whoever acts for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// Its heading.
    pub heading: String,
    /// Who it is.
    pub text: String,
    /// The label and the address of the mailbox.
    pub email: Option<(String, String)>,
    /// The label and the address of the site.
    pub website: Option<(String, String)>,
    /// What is said when neither is known; empty when one is.
    pub none: String,
    /// The heading of the person's own data (P-8).
    pub own_data_heading: String,
    /// How to get them.
    pub own_data: String,
}

/// The overview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusPage {
    /// What every page has.
    pub frame: Frame,
    /// The heading.
    pub heading: String,
    /// Who acts, and what is seen here.
    pub lead: String,
    /// Of which day it is.
    pub as_of: String,
    /// The requests.
    pub requests: Part<RequestCard>,
    /// The label of each history.
    pub history: String,
    /// The steps of complaints; none when there is no complaint.
    pub complaints: Option<Part<DayLines>>,
    /// The mandates.
    pub mandates: Part<MandateCard>,
    /// Whom to talk to.
    pub contact: Contact,
}

/// The page of an address that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GonePage {
    /// What every page has.
    pub frame: Frame,
    /// The heading.
    pub heading: String,
    /// What to do.
    pub text: String,
}

impl Words {
    /// The overview of a person.
    pub fn status_page(&self, facts: &StatusFacts<'_>) -> StatusPage {
        let organisation = &facts.organisation;
        let complaints = self.days(facts.complaints.iter().map(|line| (line.on, self.complaint_line(line))));
        StatusPage {
            frame: self.frame(),
            heading: self.plain("status-heading"),
            lead: self.of_organisation("status-lead", organisation),
            as_of: self.on_day("status-as-of", facts.today),
            requests: Part {
                heading: self.plain("status-requests"),
                none: self.when_empty(&facts.requests, "status-requests-none"),
                items: facts.requests.iter().map(|request| self.request_card(request)).collect(),
            },
            history: self.plain("status-history"),
            complaints: (!complaints.is_empty()).then(|| Part {
                heading: self.plain("status-complaints"),
                none: String::new(),
                items: complaints,
            }),
            mandates: Part {
                heading: self.plain("status-mandates"),
                none: self.when_empty(&facts.mandates, "status-mandate-none"),
                items: facts.mandates.iter().map(|mandate| self.mandate_card(mandate, organisation)).collect(),
            },
            contact: self.contact(organisation),
        }
    }

    /// The page of an address that leads nowhere, whatever the reason is.
    pub fn gone_page(&self) -> GonePage {
        let frame = Frame { title: self.plain("status-gone-title"), ..self.frame() };
        GonePage { frame, heading: self.plain("status-gone"), text: self.plain("status-gone-text") }
    }

    fn frame(&self) -> Frame {
        let choice = |language: &Language| LanguageChoice {
            tag: *language,
            name: language.own_name(),
            current: *language == self.language(),
        };
        Frame {
            language: self.language(),
            title: self.plain("status-title"),
            skip: self.plain("status-skip"),
            leave: self.plain("status-leave"),
            leave_hint: self.attribute("status-leave", "hint", &FluentArgs::new()),
            languages_label: self.plain("status-languages"),
            languages: Language::ALL.iter().map(choice).collect(),
        }
    }

    fn contact(&self, organisation: &OrganisationFacts<'_>) -> Contact {
        let address = |label: &str, address: Option<&str>| Some((self.plain(label), address?.to_owned()));
        let unknown = organisation.email.is_none() && organisation.website.is_none();
        Contact {
            heading: self.plain("status-contact"),
            text: self.of_organisation("status-contact-text", organisation),
            email: address("status-contact-email", organisation.email),
            website: address("status-contact-website", organisation.website),
            none: if unknown { self.of_organisation("status-contact-none", organisation) } else { String::new() },
            own_data_heading: self.of_organisation("status-own-data", organisation),
            own_data: self.of_organisation("status-own-data-text", organisation),
        }
    }

    /// A history day by day. What happened on one day stands under it together.
    fn days(&self, lines: impl Iterator<Item = (Date, String)>) -> Vec<DayLines> {
        let mut days: Vec<DayLines> = Vec::new();
        for (on, text) in lines {
            match days.last_mut().filter(|last| last.on == on) {
                Some(last) => last.texts.push(text),
                None => days.push(DayLines { on, day: self.weekday_and_date(on), texts: vec![text] }),
            }
        }
        days
    }

    /// A day with its weekday.
    fn weekday_and_date(&self, day: Date) -> String {
        self.on_day("status-day", day)
    }

    fn plain(&self, message: &str) -> String {
        self.sentence(message, &FluentArgs::new())
    }

    fn when_empty<T>(&self, list: &[T], message: &str) -> String {
        if list.is_empty() { self.plain(message) } else { String::new() }
    }

    fn on_day(&self, message: &str, day: Date) -> String {
        let mut facts = FluentArgs::new();
        facts.set("day", day.to_string());
        self.sentence(message, &facts)
    }

    fn complaint_line(&self, line: &ComplaintLine<'_>) -> String {
        let mut facts = FluentArgs::new();
        facts.set("told", line.told.as_str());
        facts.set("controller", line.controller.to_owned());
        self.sentence("status-complaint", &facts)
    }

    fn of_organisation(&self, message: &str, organisation: &OrganisationFacts<'_>) -> String {
        let mut facts = FluentArgs::new();
        facts.set("organisation", organisation.name.to_owned());
        self.sentence(message, &facts)
    }

    fn counted(&self, message: &str, count: usize) -> String {
        let mut facts = FluentArgs::new();
        facts.set("count", count);
        self.sentence(message, &facts)
    }
}

#[cfg(test)]
mod tests;
