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
