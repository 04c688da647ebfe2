//! What the addresses of a controller must look like before anything is sent to them.

use url::{Host, Url};

/// Longest e-mail address that mail servers carry, in octets (RFC 5321, 4.5.3.1.3).
const EMAIL_MAX: usize = 254;
/// Longest part before the `@`, in octets (RFC 5321, 4.5.3.1.1).
const LOCAL_PART_MAX: usize = 64;
/// Longest web address taken, in octets.
const WEB_ADDRESS_MAX: usize = 2048;
/// Longest phone number taken, in octets, with its spaces and extension.
const PHONE_MAX: usize = 40;

/// Whether a text is an e-mail address, internationalised ones included (RFC 6531).
///
/// Quoted local parts and address literals are refused: no controller uses them, and they are a way to smuggle.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    text.len() <= EMAIL_MAX && is_local_part(local) && is_mail_domain(domain)
}

fn is_local_part(local: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-".contains(c);
    let wide = |c: char| !c.is_ascii() && !c.is_control() && !c.is_whitespace();
    local.len() <= LOCAL_PART_MAX
        && local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(|c| plain(c) || wide(c)))
}

fn is_mail_domain(domain: &str) -> bool {
    // The host parser also decodes percent signs, which no mail domain has.
    if domain.contains('%') {
        return false;
    }
    let Ok(Host::Domain(ascii)) = Host::parse(domain) else { return false };
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    ascii.len() <= 253 && ascii.contains('.') && ascii.split('.').all(label)
}

/// Reads an address of the web: `http` or `https`, with a host, without user or password.
///
/// Characters beyond ASCII are taken, since directories hold addresses as a browser shows them; spaces and control
/// characters are not.
pub fn web_address(text: &str) -> Option<Url> {
    if text.len() > WEB_ADDRESS_MAX || text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let url = Url::parse(text).ok()?;
    let usable = matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.username().is_empty()
        && url.password().is_none();
    usable.then_some(url)
}

/// Whether a text is an international phone number: `+` and the country code, then two or more groups of digits, with
/// single spaces between them, at last perhaps ` ext. ` and digits.
pub fn is_phone(text: &str) -> bool {
    let number = match text.split_once(" ext. ") {
        Some((number, extension)) if is_digits(extension) => number,
        Some(_) => return false,
        None => text,
    };
    let Some(number) = number.strip_prefix('+') else { return false };
    text.len() <= PHONE_MAX && number.split(' ').count() >= 3 && number.split(' ').all(is_digits)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_addresses() {
        for good in [
            "a@b.example",
            "first.last+tag@mail.b.example",
            "größe@müller.example",
            "δοκιμή@παράδειγμα.ελ",
            "a'b@c.example",
        ] {
            assert!(is_email(good), "{good}");
        }
        let long_local = format!("{}@b.example", "a".repeat(65));
        let long = format!("a@{}.example", vec!["b".repeat(60); 5].join("."));
        for bad in [
            "",
            "@",
            "a",
            "a@",
            "@b.example",
            "a@b",
            "a b@c.example",
            "a@b c.example",
            ".a@b.example",
            "a.@b.example",
            "a..b@c.example",
            "\"a b\"@c.example",
            "a@[127.0.0.1]",
            "a@127.0.0.1",
            "a@b..example",
            "a@-b.example",
            "a@b_c.example",
            "a@b%2eexample",
            "a@b.example\n",
            "a@b@c.example",
            "a,b@c.example",
            "<a@b.example>",
            &long_local,
            &long,
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn web_addresses() {
        for good in
            ["https://a.example", "http://a.example/b?c=d#e", "https://müller.example/a·b", "https://a.example/%20"]
        {
            assert!(web_address(good).is_some(), "{good}");
        }
        let long = format!("https://a.example/{}", "x".repeat(WEB_ADDRESS_MAX));
        for bad in [
            "",
            "a.example",
            "//a.example",
            "ftp://a.example",
            "javascript:alert(1)",
            "data:,x",
            "mailto:a@b.example",
            "https://",
            "https://u@a.example",
            "https://u:p@a.example",
            " https://a.example",
            "https://a.example/a b",
            "https://a.example/\n",
            "file:///etc/passwd",
            &long,
        ] {
            assert!(web_address(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn phone_numbers() {
        for good in ["+49 30 20181000", "+1 800 123 4567", "+44 20 7946 0000 ext. 12", "+33 1 2"] {
            assert!(is_phone(good), "{good}");
        }
        for bad in [
            "",
            "+",
            "49 30 1",
            "+4930",
            "+49 30",
            "+49 (30) 1",
            "+49  30",
            "+49 30-1",
            "+49 30 ",
            "+49 30 ext. ",
            "+49 30 ext. a",
            "+49 30 1 ext. 2 ext. 3",
            "+49 ext. 3",
            "+49 30 1000000000000000000000000000000000000000",
        ] {
            assert!(!is_phone(bad), "{bad}");
        }
    }
}
