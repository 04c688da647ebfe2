//! Work on many things at once, in order and within bounds: both cores are used, and what waits to be taken stays a handful
//! whatever the number.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// How many results of one worker may wait.
const WAITING: usize = 2;

/// Does `work` on each item with so many workers, and hands the results to `take` in the order of the items.
///
/// Items are drawn and results are taken on the calling thread, never more than a few ahead. It blocks: on a server it
/// belongs on a thread that may.
///
/// # Errors
/// The first error that `take` returns. Nothing is drawn after it.
pub fn in_order<T: Send, R: Send, E>(
    items: impl IntoIterator<Item = T>,
    workers: usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let workers = workers.max(1);
    let work = &work;
    thread::scope(|scope| {
        // Item `n` goes to worker `n % workers`, so that taking from the workers in turn gives the order back.
        let lanes: Vec<(SyncSender<T>, Receiver<R>)> = (0..workers)
            .map(|_| {
                let (give, given) = sync_channel::<T>(WAITING);
                let (done, results) = sync_channel::<R>(WAITING);
                scope.spawn(move || {
                    for item in given {
                        // Nobody waits any more after an error.
                        if done.send(work(item)).is_err() {
                            break;
                        }
                    }
                });
                (give, results)
            })
            .collect();
        let (mut given, mut taken) = (0usize, 0usize);
        let mut take_next = |taken: &mut usize| -> Result<(), E> {
            let result = lanes[*taken % workers].1.recv();
            *taken += 1;
            // A worker that panicked ends the scope with its panic.
            result.map_or(Ok(()), &mut take)
        };
        for item in items {
            if given - taken == workers * WAITING {
                take_next(&mut taken)?;
            }
            if lanes[given % workers].0.send(item).is_err() {
                break;
            }
            given += 1;
        }
        while taken < given {
            take_next(&mut taken)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn results_come_in_order_and_few_wait() {
        let (drawn, mut taken) = (AtomicUsize::new(0), Vec::new());
        let items = (0..1_000u64).inspect(|_| {
            drawn.fetch_add(1, Ordering::SeqCst);
        });
        // Later items are quicker, and would overtake.
        let work = |item: u64| {
            thread::sleep(std::time::Duration::from_micros(50 * (item % 3)));
            item * 2
        };
        let ended: Result<(), ()> = in_order(items, 3, work, |result| {
            taken.push(result);
            assert!(drawn.load(Ordering::SeqCst) <= taken.len() + 3 * WAITING + 1);
            Ok(())
        });
        assert_eq!(ended, Ok(()));
        assert_eq!(taken, (0..1_000).map(|item| item * 2).collect::<Vec<_>>());
    }

    #[test]
    fn an_error_ends_it() {
        let mut drawn = 0;
        let items = (0..1_000).inspect(|_| drawn += 1);
        let ended = in_order(items, 2, |item| item, |item| if item == 5 { Err(item) } else { Ok(()) });
        assert_eq!(ended, Err(5));
        assert!(drawn < 20);
    }

    #[test]
    fn nothing_to_do_is_done() {
        assert_eq!(in_order(Vec::<u8>::new(), 2, |item| item, |_| Err(())), Ok(()));
    }
}
