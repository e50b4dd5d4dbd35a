// Codes from an app on the phone, and the recovery codes on paper that stand in for it, in the database.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/proofs/proof.hpp"
#include "platform/sql/database.hpp"

namespace kith::proofs {

std::optional<CodeKey> code_key_of(sql::Transaction&, PersonId);
// Whether signing in with a password asks for a code.
bool asks_for_code(sql::Transaction&, PersonId);

// A new secret in place of one that was never confirmed. Nothing happens to one that was.
void begin_codes(sql::Transaction&, PersonId, Time now);
// The first code of the app: from now on codes are asked for. False where it is not one.
bool confirm_codes(sql::Transaction&, PersonId, std::string_view code, Time now);
void end_codes(sql::Transaction&, PersonId);

// In place of all from before. They are here this once; kept is a digest of each.
std::vector<std::string> make_recovery_codes(sql::Transaction&, PersonId, Time now);
std::size_t recovery_codes_left(sql::Transaction&, PersonId);

enum class Took { nothing, code, recovery_code };
// Six digits of now, later than any that was taken, or a recovery code that was not used. Each is taken once. One that
// is wrong is counted: the caller's transaction must be kept then too.
Took take_code(sql::Transaction&, PersonId, std::string_view typed, Time now);

}  // namespace kith::proofs
