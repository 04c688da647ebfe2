//! The intermediary itself: association, union or consumer body (rule section 1).

text_enum! {
    /// Whether an organisation may use the service.
    pub enum OrganisationState {
        /// Works normally.
        Active = "active",
        /// Stopped by the operator: its clients get no tokens, no upload of its is gone through, no request of its is filed, and
        /// nothing of its is sent, neither to controllers nor to its own endpoints. What waits goes on once it is active again.
        /// Meanwhile goes on what others have a right to: deadlines run, controllers see what they were sent and answer it, mandates
        /// are revoked and end with what is pending under them, batches that were cancelled are undone, and people see on their
        /// status links what is done in their name. What tells others of it waits with the rest.
        Suspended = "suspended",
    }
}

text_enum! {
    /// What an organisation is for. It is decided when it is registered, and never changed.
    pub enum OrganisationKind {
        /// Acts for people.
        Live = "live",
        /// For trying things out: nothing leaves the service, its controllers are simulated, and its clock can be moved forward.
        Sandbox = "sandbox",
    }
}
