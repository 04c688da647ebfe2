//! The first keys of a new database.

use std::sync::Arc;

use uuid::Uuid;
use zeroize::Zeroizing;

use crate::crypto::keyring::place;
use crate::crypto::master::MasterKey;
use crate::crypto::signing_key::SigningKey;
use crate::domain::access::KeyPurpose;
use crate::ports::{Clock, Random};
use crate::store::ids::Ids;
use crate::store::{Db, InstanceKeys, StoredSigningKey};

use super::KeyError;

pub(super) async fn instance(
    db: &Db,
    master: &MasterKey,
    issuer: &str,
    clock: &Arc<dyn Clock>,
    random: &Arc<dyn Random>,
) -> Result<(), KeyError> {
    let (sealer, issuer, now) = (master.sealer()?, issuer.to_owned(), clock.now());
    let ids = Ids::new(clock.clone(), random.clone());
    let mut address_key = Zeroizing::new([0u8; 32]);
    random.fill(address_key.as_mut_slice());
    let instance = InstanceKeys {
        check: master.check_value()?.into_bytes(),
        address_key: sealer.seal(&place::ADDRESS_KEY.alone(Uuid::nil()), address_key.as_slice())?,
        changed: 0,
    };
    let mut keys = Vec::new();
    for purpose in KeyPurpose::ALL {
        let (id, key) = (ids.next(), SigningKey::generate(random.as_ref()));
        keys.push(StoredSigningKey {
            id,
            purpose: *purpose,
            sealed: sealer.seal(&place::SIGNING_SEED.alone(Uuid::from(id)), key.expose_seed())?,
            public_key: key.to_jwk().x.into_bytes(),
            created_at: now,
            signs_from: now,
            retired_at: None,
        });
    }
    db.write(move |tx| {
        Box::pin(async move {
            tx.create_instance(&issuer, &instance, now).await?;
            for key in &keys {
                tx.add_signing_key(key).await?;
            }
            Ok::<_, KeyError>(())
        })
    })
    .await
}
