//! Everything that touches the database. Nothing outside names SeaORM or a table.
//!
//! - [`Db`] opens either database; [`Db::write`] is the only way to change anything.
//! - [`Tenant`] is the only door to a tenant's rows: a query through it cannot leave its organisation.
//! - Where the two databases truly differ (bulk load, the horizon of feeds, the database's time) one function hides it.

mod attachments;
mod audit;
mod audit_cut;
mod audit_log;
mod audit_watch;
mod backup;
mod batches;
mod bulk;
mod calendar_feeds;
mod campaigns;
mod client_credentials;
mod client_use;
mod clients;
mod complaints;
mod controllers;
mod db;
mod deliveries;
mod endpoints;
mod erased_people;
mod error;
mod events;
mod filing;
mod findings;
mod group;
mod idempotency;
pub mod ids;
mod inbox;
mod inspect;
mod instance;
mod key_rotations;
mod letter_templates;
mod mandates;
mod messages;
mod organisations;
mod paces;
mod planner;
mod position;
mod reach;
mod reader;
mod receiver_proofs;
mod receivers;
mod reference;
mod request_tasks;
mod requests;
mod responses;
mod retention;
mod retention_cases;
mod roles;
mod sandboxes;
mod sealed;
mod simulations;
mod status_links;
mod subjects;
mod supplies;
mod task_requests;
mod tasks;
mod tenant;
mod transport;
mod tx;
mod writer;

pub use attachments::Attachment;
pub use audit::{AuditNote, AuditSelection, SHARED};
pub use audit_log::AuditLogSource;
pub use audit_watch::{AuditWatch, StoredAlert};
pub use backup::{KeysSection, Occupied, Shape, Snapshot};
pub use batches::{Batch, BatchLine, ChunkMark, Lease, UndoneDelivery, UnsentRequest, UploadPart, WithdrawnColumns};
pub use bulk::{BulkRow, BulkTable, Cell};
pub use calendar_feeds::{CalendarFeed, DeadlineCount};
pub use campaigns::Campaign;
pub use client_credentials::{ClientCredential, Proof};
pub use client_use::ScopeUse;
pub use clients::{Client, ClientOwner};
pub use complaints::{
    BuildLease, Complaint, ComplaintCount, ComplaintEdition, ComplaintEntry, ComplaintFile, ComplaintFilter,
    ComplaintPerson, ComplaintPersonFilter, DocketFilter, DocketPlace,
};
pub use controllers::{Controller, ControllerFilter, KnownSlug, Ownership, Viewer};
pub use db::{Db, DbOptions, SQLITE_WRITER};
pub use deliveries::{
    Attempt, AttemptEnd, Begun, Claim, Delivery, DeliveryFilter, Health, InboxItem, NewDelivery, Settled, StrandedLane,
};
pub use endpoints::Endpoint;
pub use error::{StoreError, StoreResult};
pub use events::{Event, EventSelection, NewEvent};
pub use filing::{
    ChangedPerson, FiledDelivery, FilingFrame, FilingRows, Follow, KnownMandate, KnownPerson, KnownRequest, NewBundle,
    NewLine, NewMandate, NewPerson, NewRequest, StandingColumns,
};
pub use findings::StoredFinding;
pub use group::Durable;
pub use idempotency::{KeyClaim, StoredAnswer};
pub use inbox::FeedItem;
pub use inspect::SchemaState;
pub use instance::{InstanceKeys, StoredSigningKey};
pub use key_rotations::KeyRotation;
pub use letter_templates::{LetterTemplate, TemplateKey};
pub use mandates::MandateRecord;
pub use messages::NewMessage;
pub use organisations::Organisation;
pub use position::Position;
pub use reach::Reach;
pub use reader::Reader;
pub use receivers::Receiver;
pub use reference::{ReferenceImport, ReferenceRevision};
pub use requests::{Around, DueRequests, Request, RequestCount, RequestFilter};
pub use responses::StoredResponse;
pub use retention_cases::{ComplaintTime, PastEvents};
pub use sandboxes::{Agenda, Sandbox};
pub use sealed::{KeyValue, SealedColumn, SealedCursor, SealedRow, SealedSelection};
pub use simulations::Simulation;
pub use status_links::StatusLink;
pub use subjects::{DataSubject, SubjectIndex};
pub use supplies::StoredSupply;
pub use tasks::{Task, TaskFilter};
pub use tenant::{Reads, Tenant};
pub use transport::may_go_in_clear;
pub use tx::Tx;
