//! Who may call: kinds of clients and scopes.

text_enum! {
    /// Kind of an API client, fixed when it is made.
    pub enum ClientKind {
        /// Runs the instance: registers organisations and keeps the shared directory.
        Operator = "operator",
        /// Acts for an organisation.
        Organisation = "organisation",
        /// Acts for a controller, and sees only what was addressed to it.
        Controller = "controller",
        /// Acts for a supervisory authority, and sees only what was lodged with it.
        Authority = "authority",
    }
}

text_enum! {
    /// A right that a token can carry.
    pub enum Scope {
        /// Register organisations, their evidence and clients.
        OrganisationsManage = "organisations:manage",
        /// Change the shared directory of controllers, and make clients for them and for authorities.
        DirectoryManage = "directory:manage",
        /// Bring newer calendars of holidays into force.
        CalendarsManage = "calendars:manage",
        /// Read the directory.
        DirectoryRead = "directory:read",
        /// Keep directory entries private to the organisation.
        DirectoryWrite = "directory:write",
        /// Read people and mandates.
        PeopleRead = "people:read",
        /// Record people and mandates, revoke mandates.
        PeopleWrite = "people:write",
        /// Read campaigns, batches, requests, tasks, events and figures.
        RequestsRead = "requests:read",
        /// Prepare campaigns, upload batches, file, withdraw and assess.
        RequestsWrite = "requests:write",
        /// Open what controllers answered.
        AnswersRead = "answers:read",
        /// Read complaints, without their files.
        ComplaintsRead = "complaints:read",
        /// Prepare complaints, lodge and follow them, and open their files.
        ComplaintsWrite = "complaints:write",
        /// Keep webhook endpoints.
        WebhooksManage = "webhooks:manage",
        /// Read the audit record.
        AuditRead = "audit:read",
        /// Read what was addressed to the controller.
        InboxRead = "inbox:read",
        /// Answer as the controller.
        InboxAnswer = "inbox:answer",
        /// Read the complaints that were lodged with the authority, and their files.
        DocketRead = "docket:read",
        /// Tell, as the authority, what becomes of them.
        DocketAnswer = "docket:answer",
    }
}

impl Scope {
    /// The scopes a client of this kind can hold at all.
    pub const fn of_kind(kind: ClientKind) -> &'static [Self] {
        match kind {
            ClientKind::Operator => {
                &[Self::OrganisationsManage, Self::DirectoryManage, Self::CalendarsManage, Self::DirectoryRead]
            }
            ClientKind::Organisation => &[
                Self::DirectoryRead,
                Self::DirectoryWrite,
                Self::PeopleRead,
                Self::PeopleWrite,
                Self::RequestsRead,
                Self::RequestsWrite,
                Self::AnswersRead,
                Self::ComplaintsRead,
                Self::ComplaintsWrite,
                Self::WebhooksManage,
                Self::AuditRead,
            ],
            ClientKind::Controller => &[Self::InboxRead, Self::InboxAnswer],
            ClientKind::Authority => &[Self::DocketRead, Self::DocketAnswer],
        }
    }
}

text_enum! {
    /// What a signing key of the instance signs. One key never signs two kinds of things.
    pub enum KeyPurpose {
        /// Access tokens.
        AccessToken = "access_token",
        /// Mandate credentials.
        Mandate = "mandate",
        /// Outgoing webhooks, scheme `v1a`.
        Webhook = "webhook",
        /// Lists of the files of complaints.
        ComplaintFile = "complaint_file",
    }
}
