//! Nonces, drawn many at a time.
//!
//! Asking the random generator once per value costs more than sealing the value, so each thread keeps some bytes in stock. A
//! nonce is no secret. If two copies of one process ever shared a stock (a machine restored from a snapshot), they would repeat
//! nonces, which AES-GCM-SIV bears: it then reveals only whether two equal values were sealed at one place under one key.

use std::cell::RefCell;

use aws_lc_rs::aead::{NONCE_LEN, Nonce};

use super::SealError;

const STOCK_LEN: usize = 256 * NONCE_LEN;

struct Stock {
    bytes: [u8; STOCK_LEN],
    used: usize,
}

thread_local! {
    static STOCK: RefCell<Stock> = const { RefCell::new(Stock { bytes: [0; STOCK_LEN], used: STOCK_LEN }) };
}

/// A fresh random nonce.
pub(super) fn fresh() -> Result<Nonce, SealError> {
    STOCK.with_borrow_mut(|stock| {
        if stock.used == STOCK_LEN {
            aws_lc_rs::rand::fill(&mut stock.bytes).map_err(|_| SealError::Refused)?;
            stock.used = 0;
        }
        let taken = &stock.bytes[stock.used..stock.used + NONCE_LEN];
        stock.used += NONCE_LEN;
        Nonce::try_assume_unique_for_key(taken).map_err(|_| SealError::Refused)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_nonce_comes_twice_over_refills_and_threads() {
        let draw = || (0..1000).map(|_| *fresh().unwrap().as_ref()).collect::<Vec<[u8; NONCE_LEN]>>();
        let drawn: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(draw)).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(drawn.iter().collect::<HashSet<_>>().len(), 4000);
        assert!(!drawn.contains(&[0; NONCE_LEN]));
    }
}
