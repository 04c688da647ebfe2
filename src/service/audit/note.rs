//! Entries of the audit record, said briefly: who did what to which record (Z-11). Never content.

use entity::id::OrganisationId;

use crate::domain::audit::AuditAction;
use crate::store::{AuditNote, SHARED};

use crate::service::call::Call;
use crate::service::context::Context;

impl Context {
    /// An entry about one record, named by its prefixed id. `organisation` is whose data it is about; none for shared data. What an
    /// organisation does stands in its own record.
    pub fn note(
        &self,
        call: &Call,
        organisation: impl Into<Option<OrganisationId>>,
        action: AuditAction,
        subject: impl ToString,
    ) -> AuditNote {
        AuditNote {
            id: self.ids.next(),
            organisation: organisation.into().or_else(|| call.actor.organisation()).unwrap_or(SHARED),
            actor: call.actor.name(),
            action: action.as_str(),
            subject: subject.to_string(),
            record_count: 1,
            records_digest: None,
            recipient: None,
            trace_id: call.trace_id.clone(),
            at: self.clock.now(),
        }
    }
}

impl AuditNote {
    /// The entry as one about several records: how many, and the digest of their ids in order.
    #[must_use]
    pub fn of_many(mut self, ids: impl IntoIterator<Item = uuid::Uuid>) -> Self {
        let mut digest = aws_lc_rs::digest::Context::new(&aws_lc_rs::digest::SHA256);
        self.record_count = 0;
        for id in ids {
            digest.update(id.as_bytes());
            self.record_count += 1;
        }
        self.records_digest = digest.finish().as_ref().try_into().ok();
        self
    }

    /// The same about a page of a list for which `asked` records were asked for: the last of so many is read to know whether more follow,
    /// and is not told.
    #[must_use]
    pub fn of_page(self, ids: impl IntoIterator<Item = uuid::Uuid>, asked: u64) -> Self {
        let told = usize::try_from(asked.saturating_sub(1)).unwrap_or(usize::MAX);
        self.of_many(ids.into_iter().take(told))
    }

    /// The entry as one about telling the record to somebody, named by a prefixed id.
    #[must_use]
    pub fn told_to(mut self, recipient: impl ToString) -> Self {
        self.recipient = Some(recipient.to_string());
        self
    }
}
