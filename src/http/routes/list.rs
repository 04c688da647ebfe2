//! What takes the routes in: the document with their descriptions, or the server, which needs none. Each thread of the server
//! takes them in anew, and would otherwise make the descriptions only to drop them: megabytes that stay with the process.

use actix_web::dev::HttpServiceFactory;
use actix_web::web;
use utoipa_actix_web::OpenApiFactory;
use utoipa_actix_web::service_config::ServiceConfig;

/// Where routes go.
pub enum RouteList<'a, 's> {
    /// Into the document.
    Document(&'a mut ServiceConfig<'s>),
    /// Into a thread of the server.
    Server(&'a mut web::ServiceConfig),
}

impl RouteList<'_, '_> {
    /// Adds a route.
    pub fn service<F>(&mut self, route: F) -> &mut Self
    where
        F: HttpServiceFactory + OpenApiFactory + 'static,
    {
        match self {
            Self::Document(config) => {
                config.service(route);
            }
            Self::Server(config) => {
                config.service(route);
            }
        }
        self
    }
}
