//! What concerns no resource: probes, documentation, methods.

use crate::on_both;

const SERVED: [&str; 5] = ["/health", "/ready", "/docs/errors", "/openapi.json", "/.well-known/jwks.json"];

on_both! {
    async fn what_can_be_got_can_be_asked_for_without_its_body(app) {
        for path in SERVED {
            let got = app.anonymous().get(path).await;
            let asked = app.anonymous().head(path).await;
            assert_eq!((got.status, asked.status), (200, 200), "{path}");
            assert!(asked.bytes.is_empty(), "{path}");
            assert_eq!(asked.header("content-type"), got.header("content-type"), "{path}");
            assert_eq!(asked.header("content-length"), Some(got.bytes.len().to_string().as_str()), "{path}");
        }
        let missing = app.anonymous().head("/nowhere").await;
        assert_eq!(missing.status, 404);
        assert!(missing.bytes.is_empty());
    }
}
