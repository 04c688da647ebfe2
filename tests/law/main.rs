//! The law, from outside: the worked examples of the specification through the calculator, and the engine against a second
//! implementation that shares no thought with it.

mod boundaries;
mod examples;
mod generated;
mod naive;
mod oracle;
