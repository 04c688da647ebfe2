//! Why an authority is proposed for a complaint, told in words.

use fluent_bundle::FluentArgs;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Language, Words};
use crate::domain::authority::routing::{
    Competence, LegalOrder, MissingFact, NoLead, Proposal, Reason, ReasonKind, Routing,
};
use crate::domain::authority::{Authority, Directory};
use crate::domain::deadline::Mark;
use crate::domain::place::Place;

/// Why an authority is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedReason {
    /// The rule, as a word.
    pub kind: ReasonKind,
    /// The place that it rests on.
    pub place: Place,
    /// The rule of the legal specification.
    #[schema(example = "C-1")]
    pub rule: String,
    /// The provision behind it, as it is cited in that language; absent where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// How sure the rule is.
    pub mark: Mark,
    /// A sentence.
    pub text: String,
}

/// An authority that a complaint may go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedProposal {
    /// The authority.
    pub authority: Authority,
    /// The law under which it would act.
    pub legal_order: LegalOrder,
    /// How sure it is that it may take the complaint up.
    pub competence: Competence,
    /// Why it is proposed.
    pub reasons: Vec<ExplainedReason>,
}

/// Why no lead authority is presumed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedNoLead {
    /// The reason, as a word.
    pub why: NoLead,
    /// A sentence.
    pub text: String,
}

/// What would make the proposals surer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedMissingFact {
    /// What is missing, as a word.
    pub fact: MissingFact,
    /// Where it belongs in the question, as a JSON pointer.
    #[schema(example = "/controller/place")]
    pub pointer: String,
    /// A sentence.
    pub text: String,
}

/// The authorities for a complaint, told in the reader's language. They are proposals: the person chooses (C-1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedRouting {
    /// The language of the texts.
    pub language: Language,
    /// The authorities, competent ones first, in the order of Article 77: residence, work, infringement.
    pub proposals: Vec<ExplainedProposal>,
    /// The presumed lead authority, where the case crosses a border (Article 56). It is not where the complaint is lodged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<ExplainedProposal>,
    /// Why there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_lead: Option<ExplainedNoLead>,
    /// What would make the proposals surer.
    pub missing: Vec<ExplainedMissingFact>,
}

impl Words {
    /// Tells which authorities a complaint may go to. One that the directory has not is left out.
    pub fn routing(&self, routing: &Routing, directory: &Directory) -> ExplainedRouting {
        let proposal = |proposal: &Proposal| self.proposal(proposal, directory);
        let none = FluentArgs::new();
        ExplainedRouting {
            language: self.language(),
            proposals: routing.proposals.iter().filter_map(proposal).collect(),
            lead: routing.lead.as_ref().and_then(proposal),
            no_lead: routing
                .no_lead
                .map(|why| ExplainedNoLead { why, text: self.sentence(&format!("no-lead-{why}"), &none) }),
            missing: routing.missing.iter().map(|fact| self.missing_fact(*fact)).collect(),
        }
    }

    fn proposal(&self, proposal: &Proposal, directory: &Directory) -> Option<ExplainedProposal> {
        Some(ExplainedProposal {
            authority: directory.find(&proposal.authority)?.clone(),
            legal_order: proposal.order,
            competence: proposal.competence,
            reasons: proposal.reasons.iter().map(|reason| self.reason(reason)).collect(),
        })
    }

    /// Tells why an authority is proposed.
    pub fn reason(&self, reason: &Reason) -> ExplainedReason {
        let source = reason.source();
        let mut facts = FluentArgs::new();
        facts.set("place", reason.place.to_string());
        ExplainedReason {
            kind: reason.kind,
            place: reason.place,
            rule: source.rule.to_owned(),
            article: source.article.map(|article| self.citations(article)),
            mark: source.mark,
            text: self.sentence(&format!("reason-{}", reason.kind), &facts),
        }
    }

    fn missing_fact(&self, fact: MissingFact) -> ExplainedMissingFact {
        let text = self.sentence(&format!("missing-{fact}"), &FluentArgs::new());
        ExplainedMissingFact { fact, pointer: fact.pointer().to_owned(), text }
    }
}
