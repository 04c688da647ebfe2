//! Language tags of BCP 47, as far as people's languages need them.

/// The tag in its usual letters (`de-AT`, `sr-Latn`), or none when it is not well formed. `_` is taken for `-`.
pub(super) fn canonical(raw: &str) -> Option<String> {
    if raw.len() > 35 || !raw.is_ascii() {
        return None;
    }
    let mut tag = String::with_capacity(raw.len());
    for (at, part) in raw.split(['-', '_']).enumerate() {
        let letters = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let known = if at == 0 { letters && (2..=3).contains(&part.len()) } else { (2..=8).contains(&part.len()) };
        if !known || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        if at > 0 {
            tag.push('-');
        }
        match (at, part.len()) {
            (1.., 2) if letters => tag.push_str(&part.to_ascii_uppercase()),
            (1.., 4) if letters => {
                tag.push_str(&part[..1].to_ascii_uppercase());
                tag.push_str(&part[1..].to_ascii_lowercase());
            }
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(tag)
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn tags_get_their_usual_letters() {
        for (raw, tag) in [
            ("fr", "fr"),
            ("DE", "de"),
            ("de_at", "de-AT"),
            ("sr-latn-rs", "sr-Latn-RS"),
            ("ast", "ast"),
            ("es-419", "es-419"),
        ] {
            assert_eq!(canonical(raw).as_deref(), Some(tag));
        }
        for raw in ["", "f", "french", "fr-", "-fr", "fr FR", "f1", "fr-é", "fr-a"] {
            assert_eq!(canonical(raw), None, "{raw}");
        }
    }
}
