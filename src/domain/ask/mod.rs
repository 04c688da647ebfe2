//! What is asked: for each right, its content (rule section 3).
//!
//! A campaign holds the common part as an [`Ask`]; a person's line of a batch adds what is theirs as a [`PersonalAsk`], and
//! [`Ask::merge`] joins the two into what is sent. Values of fields, grounds and decisions are personal data: none of these
//! types prints its content.

mod check;
mod scope;
mod words;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::right::Right;

pub use check::{AskProblem, AskProblemKind};
pub use words::{
    AccessFormat, AccessItem, DecisionWish, ErasureGround, ErasureScope, ObjectionAgainst, PortableFormat,
    RestrictionGround,
};

/// Longest text of one field, in characters.
pub const MAX_TEXT_CHARS: usize = 4_000;
/// Longest name of a field or of a kind of data, in characters.
pub const MAX_NAME_CHARS: usize = 120;
/// Most entries of one list.
pub const MAX_ENTRIES: usize = 50;

/// The content of a request, by right.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "right", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Article 15. Always exists and needs no reason.
    Access {
        /// What is wanted of Article 15(1) and (2); empty means all of it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        items: Vec<AccessItem>,
        /// How the answer should come; electronic when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        format: Option<AccessFormat>,
        /// Whether a copy of the data is wanted (15(3)).
        #[serde(default)]
        copy: bool,
    },
    /// Article 16.
    Rectification {
        /// Which fields, with the wrong and the right value. A campaign may name fields only and leave the values to each
        /// person's line.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        fields: Vec<Correction>,
        /// A supplementary statement that completes the data.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 4000)]
        statement: Option<String>,
    },
    /// Article 17.
    Erasure {
        /// Which ground of 17(1) is relied on. None has to be named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ground: Option<ErasureGround>,
        /// All data, or those named in `data`.
        scope: ErasureScope,
        /// The kinds of data to delete, when `scope` is `named_data`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        data: Vec<String>,
    },
    /// Article 18.
    Restriction {
        /// Which case of 18(1) applies.
        ground: RestrictionGround,
        /// The kinds of data to restrict; empty means all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        data: Vec<String>,
    },
    /// Article 20.
    Portability {
        /// Which machine-readable form; any when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        format: Option<PortableFormat>,
        /// The controller that should receive the data directly, where that is feasible.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 4000)]
        direct_transfer_to: Option<String>,
        /// The kinds of data wanted; empty means all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        data: Vec<String>,
    },
    /// Article 21.
    Objection {
        /// What is objected to.
        against: ObjectionAgainst,
        /// Grounds from the person's situation. Needed unless the objection is to marketing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 4000)]
        grounds: Option<String>,
    },
    /// Article 22.
    AutomatedDecision {
        /// Which decision.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 4000)]
        decision: Option<String>,
        /// What is wanted; empty means a human review.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        wishes: Vec<DecisionWish>,
        /// The person's view on the decision.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 4000)]
        view: Option<String>,
    },
}

/// One field to correct.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The name of the field, as the controller would know it: `address`, `date_of_birth`.
    #[schema(min_length = 1, max_length = 120)]
    pub field: String,
    /// The value that is wrong; absent when it is missing or unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 4000)]
    pub wrong: Option<String>,
    /// The value that is right. Needed before the request can go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 4000)]
    pub right: Option<String>,
}

/// What one person adds to the common part of a campaign.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PersonalAsk {
    /// Rectification: values, or further fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Correction>,
    /// Rectification: a supplementary statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 4000)]
    pub statement: Option<String>,
    /// Objection: grounds from the person's situation.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 4000)]
    pub grounds: Option<String>,
    /// Automated decision: which one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 4000)]
    pub decision: Option<String>,
    /// Automated decision: the person's view on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 4000)]
    pub view: Option<String>,
    /// Erasure, restriction, portability: further kinds of data.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<String>,
}

impl PersonalAsk {
    /// Whether the line adds nothing, so that the campaign's part alone is asked.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Ask {
    /// Which right this is about.
    pub const fn right(&self) -> Right {
        match self {
            Self::Access { .. } => Right::Access,
            Self::Rectification { .. } => Right::Rectification,
            Self::Erasure { .. } => Right::Erasure,
            Self::Restriction { .. } => Right::Restriction,
            Self::Portability { .. } => Right::Portability,
            Self::Objection { .. } => Right::Objection,
            Self::AutomatedDecision { .. } => Right::AutomatedDecision,
        }
    }

    /// Joins what a person adds to the common part. The person's values win; nothing of another right is taken.
    ///
    /// # Errors
    /// Everything that keeps the result from being sent, see [`Ask::check`]; a personal field that belongs to another right.
    pub fn merge(&self, personal: &PersonalAsk) -> Result<Self, Vec<AskProblem>> {
        let foreign = check::foreign_fields(self.right(), personal);
        if !foreign.is_empty() {
            return Err(foreign);
        }
        let mut merged = self.clone();
        match &mut merged {
            Self::Access { .. } => {}
            Self::Rectification { fields, statement } => {
                for theirs in &personal.fields {
                    match fields.iter_mut().find(|common| common.field == theirs.field) {
                        Some(common) => common.take(theirs),
                        None => fields.push(theirs.clone()),
                    }
                }
                take(statement, &personal.statement);
            }
            Self::Erasure { data, .. } | Self::Restriction { data, .. } | Self::Portability { data, .. } => {
                data.extend(personal.data.iter().cloned());
            }
            Self::Objection { grounds, .. } => take(grounds, &personal.grounds),
            Self::AutomatedDecision { decision, view, .. } => {
                take(decision, &personal.decision);
                take(view, &personal.view);
            }
        }
        merged.check()?;
        Ok(merged)
    }
}

impl Correction {
    fn take(&mut self, theirs: &Self) {
        take(&mut self.wrong, &theirs.wrong);
        take(&mut self.right, &theirs.right);
    }
}

fn take(common: &mut Option<String>, theirs: &Option<String>) {
    if theirs.is_some() {
        common.clone_from(theirs);
    }
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ask({})", self.right())
    }
}

impl std::fmt::Debug for Correction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Correction(…)")
    }
}

impl std::fmt::Debug for PersonalAsk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonalAsk(…)")
    }
}

#[cfg(test)]
mod tests;
