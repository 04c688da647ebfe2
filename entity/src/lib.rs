//! The tables, one file each, with typed ids and instants. Nothing else: no rule, no query.
//!
//! Closed lists (states, kinds) are stored as their words; the words are declared once, in the service's `domain`.

pub mod id;
pub mod time;

pub mod attachment;
pub mod attachment_part;
pub mod attempt;
pub mod audit_alert;
pub mod audit_checkpoint;
pub mod audit_entry;
pub mod audit_log;
pub mod audit_tally;
pub mod audit_tile;
pub mod audit_watch;
pub mod batch;
pub mod batch_line;
pub mod calendar_feed;
pub mod campaign;
pub mod client;
pub mod client_assertion;
pub mod client_credential;
pub mod client_scope_use;
pub mod complaint;
pub mod complaint_entry;
pub mod complaint_file;
pub mod complaint_file_part;
pub mod complaint_person;
pub mod complaint_request;
pub mod controller;
pub mod data_subject;
pub mod delivery;
pub mod endpoint;
pub mod event;
pub mod finding;
pub mod idempotency_key;
pub mod inbox_item;
pub mod instance;
pub mod lane;
pub mod letter_template;
pub mod mandate;
pub mod organisation;
pub mod pace;
pub mod receiver;
pub mod reference_revision;
pub mod request;
pub mod response;
pub mod sandbox;
pub mod signing_key;
pub mod simulation;
pub mod status_link;
pub mod subject_key;
pub mod supply;
pub mod task;
pub mod task_request;
pub mod upload_part;
