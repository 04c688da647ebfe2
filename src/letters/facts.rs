//! What a letter is told. Whoever writes one fills this from the records, and nothing else can be read by a template.

use jiff::civil::Date;

use crate::crypto::Personal;
use crate::domain::ask::Ask;
use crate::domain::controller::IdentityElement;
use crate::domain::finding::Finding;
use crate::domain::legal_order::LegalOrder;

/// Everything that a letter about one request is told.
#[derive(Debug, Clone)]
pub struct LetterFacts {
    /// Who writes.
    pub organisation: Sender,
    /// Who is written to.
    pub controller: Recipient,
    /// For whom.
    pub person: Person,
    /// By what power (M-8).
    pub mandate: Power,
    /// Its id, as the controller is to name it.
    pub request_id: String,
    /// When it left; none when this letter is what leaves.
    pub sent_on: Option<Date>,
    /// When it reached the controller, as best proven.
    pub received_on: Option<Date>,
    /// The date that holds; none before receipt and while the clock stands.
    pub deadline: Option<Due>,
    /// The day of the letter.
    pub today: Date,
    /// Under which law the controller must answer.
    pub law: LegalOrder,
    /// What is asked.
    pub ask: Ask,
    /// What the controller asked back; for the letters that answer it.
    pub question: Option<Asked>,
    /// What is told in answer.
    pub answer: Told,
    /// What was refused or charged; for its contestation.
    pub refusal: Option<Contested>,
}

/// The organisation, as it signs.
#[derive(Debug, Clone)]
pub struct Sender {
    /// Legal name.
    pub name: String,
    /// Public contact address.
    pub email: Option<String>,
    /// Public web address.
    pub website: Option<String>,
}

/// The controller, as it is addressed.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// Legal name.
    pub name: String,
    /// Postal address below the name; empty when unknown.
    pub address: Vec<String>,
}

/// By what the controller can recognise the person, and no more (B-7, Z-9).
#[derive(Debug, Clone, Default)]
pub struct Person {
    /// The name, when the controller may have it.
    pub name: Option<Personal<String>>,
    /// All of it, the name included.
    pub particulars: Vec<Particular>,
}

/// One thing by which a person is recognised.
#[derive(Debug, Clone)]
pub struct Particular {
    /// What it is.
    pub element: IdentityElement,
    /// Its value as it is written; a date in the form of ISO 8601.
    pub value: Personal<String>,
}

/// The mandate.
#[derive(Debug, Clone)]
pub struct Power {
    /// Its id.
    pub id: String,
    /// When it was signed.
    pub signed_on: Date,
    /// Where its present status is told to whoever has the address.
    pub verification_url: String,
    /// Whether the organisation receives the answer; otherwise the person does (M-7).
    pub answer_to_organisation: bool,
}

/// A legal date.
#[derive(Debug, Clone, Copy)]
pub struct Due {
    /// The last day to answer.
    pub on: Date,
    /// Whether it was validly extended.
    pub extended: bool,
    /// Whether it has passed.
    pub passed: bool,
}

/// A question of the controller.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// When it came.
    pub on: Date,
    /// Whether it asked for more, or with less reason, than the law lets it (S-2, S-7).
    pub excessive: bool,
}

/// What is told in answer to a question.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// In words.
    pub text: Option<Personal<String>>,
    /// Of the person's record.
    pub particulars: Vec<Particular>,
}

/// A refusal, or a demand for a fee.
#[derive(Debug, Clone)]
pub struct Contested {
    /// When it came.
    pub on: Date,
    /// Whether a part was given.
    pub partial: bool,
    /// Whether it is a demand for a fee, and nothing was refused.
    pub is_fee: bool,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}
