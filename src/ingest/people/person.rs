//! One person of an upload, checked.

use std::sync::Arc;

use jiff::civil::Date;

use crate::crypto::Personal;
use crate::domain::right::Right;

/// What one line says. Every value is well formed; whether the mandate suffices or the controllers exist is for others to tell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonLine {
    /// Physical line on which the record starts, from 1.
    pub line_no: u64,
    /// The organisation's own number of the person.
    pub external_reference: Option<Personal<String>>,
    /// First names. Of the three names at least one is there (Z-1: it may be a pseudonym).
    pub given_name: Option<Personal<String>>,
    /// Family name.
    pub family_name: Option<Personal<String>>,
    /// The name in one piece.
    pub full_name: Option<Personal<String>>,
    /// E-mail address, as given.
    pub email: Option<Personal<String>>,
    /// Telephone number, as given.
    pub phone: Option<Personal<String>>,
    /// Date of birth, not in the future.
    pub birth_date: Option<Personal<Date>>,
    /// Street and number; may have several lines.
    pub street: Option<Personal<String>>,
    /// Postal code.
    pub postal_code: Option<Personal<String>>,
    /// Town.
    pub city: Option<Personal<String>>,
    /// Country of residence, ISO 3166-1 alpha-2.
    pub country: Option<Personal<String>>,
    /// Language, BCP 47.
    pub language: Option<String>,
    /// Numbers by which controllers know the person, each name once.
    pub identifiers: Vec<Identifier>,
    /// What the line says of the mandate.
    pub mandate: MandateLine,
    /// What the line asks beyond the campaign.
    pub ask: AskLine,
    /// Ids or slugs of the only controllers this line is for; all of the campaign when empty.
    pub controllers: Vec<String>,
}

/// A number by which a controller knows the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifier {
    /// Its kind: `customer_number`.
    pub name: Arc<str>,
    /// The number.
    pub value: Personal<String>,
}

/// The mandate of one person, as far as the line tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MandateLine {
    /// Day it was signed.
    pub signed_on: Option<Date>,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day, not before the others.
    pub valid_until: Option<Date>,
    /// Whether it allows complaints (M-1).
    pub complaint: Option<bool>,
    /// Rights it covers, each once; not stated when empty.
    pub rights: Vec<Right>,
}

/// What one line asks beyond the campaign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskLine {
    /// What is to be corrected (Article 16).
    pub rectifications: Vec<RectificationLine>,
    /// Grounds that lie in the person's situation (Article 21(1)).
    pub objection_grounds: Option<Personal<String>>,
}

/// One correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RectificationLine {
    /// The name of the datum.
    pub field: Personal<String>,
    /// What the controller has; none where something is missing and must be completed.
    pub wrong: Option<Personal<String>>,
    /// What it must be.
    pub right: Personal<String>,
}
