#include "platform/copies/moment.hpp"

#include <gtest/gtest.h>

namespace kith::copies {
namespace {

std::string read(std::string_view text) {
    auto const moment = parse_moment(text);
    return moment ? exact(*moment) : "none";
}

TEST(Moment, IsTheEndOfWhatWasSaid) {
    EXPECT_EQ(read("2026-11-22"), "2026-11-22T23:59:59.999Z");
    EXPECT_EQ(read("2026-11-22 04:10"), "2026-11-22T04:10:59.999Z");
    EXPECT_EQ(read("2026-11-22T04:10:30Z"), "2026-11-22T04:10:30.999Z");
    EXPECT_EQ(read("2026-11-22T04:10:30.123Z"), "2026-11-22T04:10:30.123Z");
}

TEST(Moment, RefusesWhatIsNone) {
    for (auto const* text : {"", "now", "2026-02-30", "2026-11-22T24:00", "2026-11-22T04:60", "22.11.2026",
                             "2026-11-22T04", "2026-1-2", "2026-11-22T04:10:30.1234"})
        EXPECT_EQ(read(text), "none") << text;
}

}  // namespace
}  // namespace kith::copies
