// What the trial of power loss writes: numbered words, and a count that each transaction moves on, so that half of one
// would be seen.
#pragma once

#include <cstdint>
#include <map>

#include "platform/sql/database.hpp"

namespace kith::trial {

void make_tables(sql::Transaction&);
// Some of the words are long, so that the log is written back now and then.
void write_one(sql::Transaction&, std::int64_t number);

struct Everything {
    std::map<std::int64_t, bool> words_right;  // by number
    std::int64_t counted = 0;
};
// Nothing, where the tables were never made.
Everything read_everything(sql::Transaction&);

}  // namespace kith::trial
