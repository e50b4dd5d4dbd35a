#include "app/housekeeping.hpp"

#include "app/once.hpp"
#include "domain/around/around.hpp"
#include "domain/files/store.hpp"
#include "domain/messages/store.hpp"
#include "domain/polls/store.hpp"
#include "domain/proofs/log.hpp"
#include "domain/proofs/passkeys.hpp"
#include "domain/recovery/store.hpp"
#include "domain/sessions/store.hpp"

namespace kith::app {

void sweep(sql::Database& database, Time now) {
    (void)database.write([&](sql::Transaction& transaction) -> Result<void> {
        sessions::forget_expired(transaction, now);
        proofs::forget_old_ceremonies(transaction, now);
        proofs::forget_old_log(transaction, now);
        recovery::forget_past(transaction, now);
        forget_old_keys(transaction, now);
        polls::forget_voters(transaction, now);
        messages::sweep(transaction, now);
        files::sweep(transaction, now);
        around::forget_past(transaction, now);
        return {};
    });
}

}  // namespace kith::app
