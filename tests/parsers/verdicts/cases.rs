//! Messages with what may be wrong with them: thousands of changes of a genuine one, each of a kind, and some that change nothing.
//!
//! They are drawn from a number, so that every run has the same, and written for a time, so that those who read the clock of the
//! machine can be asked too.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use recourse::crypto::webhook::{SigningSecret, sign};

pub const SECRET: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

/// How far clocks may be apart in all four libraries, in seconds.
pub const TOLERANCE: i64 = 300;

/// A message as it comes.
#[derive(Debug, Clone)]
pub struct Message {
    pub id: String,
    pub timestamp: String,
    pub signature: String,
    pub body: Vec<u8>,
}

/// Draws the same numbers in every run (Knuth's generator for 64 bits).
pub struct Chance(pub u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    fn text(&mut self, alphabet: &str, most: usize) -> String {
        let length = 1 + self.below(most);
        (0..length).map(|_| char::from(alphabet.as_bytes()[self.below(alphabet.len())])).collect()
    }
}

/// A kind of change.
pub struct Kind {
    pub name: &'static str,
    /// A message of this kind, to be judged at that time.
    pub make: fn(&mut Chance, i64) -> Message,
}

macro_rules! kinds {
    ($($name:ident),+ $(,)?) => { &[$(Kind { name: stringify!($name), make: $name }),+] };
}

/// All kinds.
pub const KINDS: &[Kind] = kinds![
    genuine,
    id_changed,
    id_with_full_stop,
    id_too_long,
    timestamp_changed,
    timestamp_at_the_border,
    timestamp_beyond_the_border,
    timestamp_written_otherwise,
    body_changed,
    body_is_no_text,
    signature_empty,
    signature_truncated,
    signature_too_long,
    signature_changed,
    signature_with_foreign_characters,
    signature_in_the_other_alphabet,
    version_wrong,
    entry_twice,
    entry_with_a_third_part,
    list_with_one_good_entry,
    list_with_a_broken_entry,
    list_too_long,
    list_separated_otherwise,
    header_empty,
];

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The signature over these parts, in base64 without its version. The timestamp may be any text.
fn signature(id: &str, timestamp: &str, body: &[u8]) -> String {
    // A message whose signed bytes are these, with parts that can be signed here: what is signed is only their join.
    let secret = STANDARD.decode(SECRET.trim_start_matches("whsec_")).expect("a secret");
    let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, &secret);
    let signed = [id.as_bytes(), b".", timestamp.as_bytes(), b".", body].concat();
    STANDARD.encode(aws_lc_rs::hmac::sign(&key, &signed))
}

fn at(chance: &mut Chance, offset: i64, now: i64) -> Message {
    let id = format!("msg_{}", chance.text(LETTERS, 27));
    let body = format!(r#"{{"type":"request.filed","data":{{"note":"{}"}}}}"#, chance.text(LETTERS, 60)).into_bytes();
    let secrets = [SigningSecret::parse(SECRET).expect("a secret")];
    let signed = sign(&secrets, &id, Timestamp::from_second(now + offset).expect("a time"), &body).expect("a message");
    Message { id, timestamp: (now + offset).to_string(), signature: signed, body }
}

fn genuine(chance: &mut Chance, now: i64) -> Message {
    let offset = chance.below(2 * 200) as i64 - 200;
    at(chance, offset, now)
}

/// The signature of a genuine message without its version, changed and put back.
fn with_signature(chance: &mut Chance, now: i64, change: impl FnOnce(&mut Chance, &str) -> String) -> Message {
    let mut message = genuine(chance, now);
    let signature = message.signature.trim_start_matches("v1,").to_owned();
    message.signature = change(chance, &signature);
    message
}

fn id_changed(chance: &mut Chance, now: i64) -> Message {
    let mut message = genuine(chance, now);
    let place = 4 + chance.below(message.id.len() - 4);
    match chance.below(3) {
        0 => message.id.insert(place, 'x'),
        1 => drop(message.id.remove(place)),
        _ => message.id.push_str(chance.of(&["0", "_", "-"])),
    }
    message
}

fn id_with_full_stop(chance: &mut Chance, now: i64) -> Message {
    let mut message = genuine(chance, now);
    message.id.insert(chance.below(message.id.len()), '.');
    message.signature = format!("v1,{}", signature(&message.id, &message.timestamp, &message.body));
    message
}

fn id_too_long(chance: &mut Chance, now: i64) -> Message {
    let mut message = genuine(chance, now);
    message.id = "i".repeat(256 + chance.below(200));
    message.signature = format!("v1,{}", signature(&message.id, &message.timestamp, &message.body));
    message
}

fn timestamp_changed(chance: &mut Chance, now: i64) -> Message {
    let mut message = genuine(chance, now);
    let signed: i64 = message.timestamp.parse().expect("a number");
    let other = [1, -1, 7, -60, 99][chance.below(5)];
    message.timestamp = (signed + other).to_string();
    message
}

fn timestamp_at_the_border(chance: &mut Chance, now: i64) -> Message {
    let offset = [TOLERANCE, -TOLERANCE][chance.below(2)];
    at(chance, offset, now)
}

fn timestamp_beyond_the_border(chance: &mut Chance, now: i64) -> Message {
    let beyond = TOLERANCE + 1 + [0, 1, 60, 100_000][chance.below(4)];
    let offset = [beyond, -beyond][chance.below(2)];
    at(chance, offset, now)
}

/// The same second in other words, under a signature of the usual ones.
fn timestamp_written_otherwise(chance: &mut Chance, now: i64) -> Message {
    let mut message = genuine(chance, now);
    let usual = &message.timestamp;
    message.timestamp = match chance.below(8) {
        0 => format!("+{usual}"),
        1 => format!("0{usual}"),
        2 => format!(" {usual}"),
        3 => format!("{usual}.0"),
        4 => format!("{usual}e0"),
        5 => format!("{usual}abc"),
        6 => format!("{}_{}", &usual[..4], &usual[4..]),
        _ => format!("{usual} "),
    };
    message
}

fn body_changed(chance: &mut Chance, now: i64) -> Message {
    let mut message = genuine(chance, now);
    let place = chance.below(message.body.len());
    match chance.below(3) {
        0 => message.body.insert(place, b' '),
        1 => drop(message.body.remove(place)),
        _ => message.body.truncate(place),
    }
    message
}

fn body_is_no_text(chance: &mut Chance, now: i64) -> Message {
    let mut message = genuine(chance, now);
    let place = chance.below(message.body.len());
    message.body[place] = 0xff;
    message.signature = format!("v1,{}", signature(&message.id, &message.timestamp, &message.body));
    message
}

fn signature_empty(chance: &mut Chance, now: i64) -> Message {
    with_signature(chance, now, |chance, _| chance.of(&["v1,", "v1", ",", "v1,=", "v1,==", "v1, v1,"]).to_owned())
}

fn signature_truncated(chance: &mut Chance, now: i64) -> Message {
    with_signature(chance, now, |chance, signature| format!("v1,{}", &signature[..chance.below(signature.len())]))
}

fn signature_too_long(chance: &mut Chance, now: i64) -> Message {
    with_signature(chance, now, |chance, signature| match chance.below(4) {
        0 => format!("v1,{signature}{}", chance.text(BASE64, 40)),
        1 => format!("v1,{signature}{}", chance.of(&["=", "==", "===="])),
        2 => format!("v1,{}{signature}", chance.text(BASE64, 40)),
        _ => format!("v1,{signature}{signature}"),
    })
}

fn signature_changed(chance: &mut Chance, now: i64) -> Message {
    with_signature(chance, now, |chance, signature| {
        let mut characters: Vec<char> = signature.trim_end_matches('=').chars().collect();
        // The last one has two bits that mean nothing: it is changed more often than its share.
        let place = if chance.below(4) == 0 { characters.len() - 1 } else { chance.below(characters.len()) };
        let before = BASE64.find(characters[place]).expect("a digit");
        let other = (before + 1 + chance.below(BASE64.len() - 1)) % BASE64.len();
        characters[place] = char::from(BASE64.as_bytes()[other]);
        format!("v1,{}=", characters.into_iter().collect::<String>())
    })
}

fn signature_with_foreign_characters(chance: &mut Chance, now: i64) -> Message {
    with_signature(chance, now, |chance, signature| {
        let place = chance.below(signature.len());
        format!("v1,{}{}{}", &signature[..place], chance.of(&["*", ".", "!", "~", "-"]), &signature[place..])
    })
}

fn signature_in_the_other_alphabet(chance: &mut Chance, now: i64) -> Message {
    loop {
        let message = with_signature(chance, now, |_, signature| format!("v1,{signature}"));
        let other = message.signature.replace('+', "-").replace('/', "_");
        if other != message.signature {
            return Message { signature: other, ..message };
        }
    }
}

fn version_wrong(chance: &mut Chance, now: i64) -> Message {
    with_signature(chance, now, |chance, signature| {
        let version = chance.of(&["v0,", "v2,", "V1,", "v1a,", "v11,", "v,", "1,", ",", "v1=", "v1:", "v1;", ""]);
        format!("{version}{signature}")
    })
}

fn entry_twice(chance: &mut Chance, now: i64) -> Message {
    with_signature(chance, now, |_, signature| format!("v1,{signature} v1,{signature}"))
}

fn entry_with_a_third_part(chance: &mut Chance, now: i64) -> Message {
    with_signature(chance, now, |chance, signature| format!("v1,{signature},{}", chance.of(&["", "x", "v1"])))
}

fn wrong(chance: &mut Chance) -> String {
    let bytes: Vec<u8> = (0..32).map(|_| chance.below(256) as u8).collect();
    format!("{},{}", chance.of(&["v1", "v1", "v2", "v1a"]), STANDARD.encode(bytes))
}

fn list_with_one_good_entry(chance: &mut Chance, now: i64) -> Message {
    with_signature(chance, now, |chance, signature| {
        let mut list: Vec<String> = (0..1 + chance.below(6)).map(|_| wrong(chance)).collect();
        list.insert(chance.below(list.len() + 1), format!("v1,{signature}"));
        list.join(" ")
    })
}

fn list_with_a_broken_entry(chance: &mut Chance, now: i64) -> Message {
    with_signature(chance, now, |chance, signature| {
        let broken = chance.of(&["v1", "nonsense", "v1,a,b", ",", "v1,A", "v1,!", "v1,", "v2,x,y", ""]);
        let good = format!("v1,{signature}");
        if chance.below(2) == 0 { format!("{broken} {good}") } else { format!("{good} {broken}") }
    })
}

fn list_too_long(chance: &mut Chance, now: i64) -> Message {
    with_signature(chance, now, |chance, signature| {
        let mut list: Vec<String> = (0..20 + chance.below(100)).map(|_| wrong(chance)).collect();
        list.push(format!("v1,{signature}"));
        list.join(" ")
    })
}

fn list_separated_otherwise(chance: &mut Chance, now: i64) -> Message {
    with_signature(chance, now, |chance, signature| {
        let other = wrong(chance);
        let between = chance.of(&["\t", ",", ";", "|"]);
        format!("{other}{between}v1,{signature}")
    })
}

fn header_empty(chance: &mut Chance, now: i64) -> Message {
    let mut message = genuine(chance, now);
    match chance.below(3) {
        0 => message.id.clear(),
        1 => message.timestamp.clear(),
        _ => message.signature.clear(),
    }
    message
}
