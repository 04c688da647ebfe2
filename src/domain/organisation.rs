//! The intermediary itself: association, union or consumer body (rule section 1).

text_enum! {
    /// Whether an organisation may use the service.
    pub enum OrganisationState {
        /// Works normally.
        Active = "active",
        /// Stopped by the operator: its clients get no tokens, nothing of its is sent, clocks and answers go on.
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
