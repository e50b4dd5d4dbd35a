// What the engine found, as it is shown and masked; and several threads that hand on in order.
#include "scan/screened.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "scan/crew.hpp"
#include "scan/reader.hpp"
#include "scan/walk.hpp"
#include "screen/model.hpp"

namespace kith::scan {
namespace {

std::vector<Screened> screened(std::string_view bytes, std::string const& name) {
    std::vector<Screened> all;
    Reader reader{
        {.piece = [&](Piece const& piece) { all.push_back(look_at(piece, screen::Model{}, {}, Masked::yes)); },
         .fault = [](auto, auto words) { ADD_FAILURE() << words; },
         .note = [](auto, auto) {},
         .left_out = [](auto) {},
         .document = [] {},
         .progress = [](auto) {}}};
    reader.read_memory(bytes, name);
    return all;
}

TEST(Masked, covers_what_markup_tears_apart) {
    auto const all = screened("<p>Ring <b>07700</b> <i>900</i>123 now</p>", "a.html");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].masked, "<p>Ring <b>[phone]</b><i></i> now</p>");
}

TEST(Masked, leaves_json_json) {
    auto const all = screened(R"({"nhs number": 9434765919, "x": "a\u0020 07700\u0020900123"})", "a.json");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].masked, R"({"nhs number": "[nhs number]", "x": "a\u0020 [phone]"})");
}

TEST(Masked, is_not_found_again) {
    std::string text;
    for (std::size_t i = 0; i < screen::class_count; ++i)
        text += mask_of(static_cast<screen::Class>(i)) + " and so on. ";
    for (auto const& each : screened(text, "a.txt")) EXPECT_TRUE(each.marks.empty());
}

TEST(Screened, counts_lines_and_characters) {
    auto const all = screened("é\n\nßß 07700 900123\n", "a.txt");
    ASSERT_EQ(all.size(), 1U);
    ASSERT_EQ(all[0].marks.size(), 1U);
    auto const& mark = all[0].marks[0];
    EXPECT_EQ(mark.spot.number, 3U);
    EXPECT_EQ(mark.spot.column, 4U);
    EXPECT_EQ(mark.start, 9U);
    EXPECT_EQ(mark.excerpt.before, "ßß ");
    EXPECT_EQ(mark.excerpt.found, "07700 900123");
    EXPECT_EQ(mark.excerpt.after, "");
}

TEST(Screened, takes_time_in_proportion_on_one_long_line) {
    std::string line;
    for (int i = 0; i < 20'000; ++i) line += "07700 900123, ";
    std::size_t marks = 0;
    for (auto const& each : screened(line, "a.txt")) marks += each.marks.size();
    EXPECT_EQ(marks, 20'000U);
}

TEST(Crew, hands_on_in_order) {
    std::vector<int> done;
    Crew<int, int> crew{4,
                        [](int number) {
                            std::this_thread::sleep_for(std::chrono::microseconds{(number * 37) % 500});
                            return number;
                        },
                        [&done](int number) { done.push_back(number); }};
    for (int i = 0; i < 500; ++i) crew.put(i);
    crew.drain();
    ASSERT_EQ(done.size(), 500U);
    for (int i = 0; i < 500; ++i) EXPECT_EQ(done[static_cast<std::size_t>(i)], i);
}

TEST(Crew, runs_ahead_only_so_far) {
    std::atomic<int> put = 0, most = 0;
    int handed = 0;
    Crew<int, int> crew{2, [](int number) { return number; },
                        [&](int) { most = std::max(most.load(), put.load() - handed++); }};
    for (int i = 0; i < 200; ++i) ++put, crew.put(i);
    crew.drain();
    EXPECT_LE(most.load(), 2 * static_cast<int>(work_ahead) + 1);
}

TEST(Crew, passes_on_what_was_thrown) {
    Crew<int, int> crew{2, [](int) -> int { throw std::runtime_error{"no"}; }, [](int) {}};
    EXPECT_THROW(
        {
            crew.put(1);
            crew.drain();
        },
        std::runtime_error);
}

TEST(SafePath, stays_below) {
    EXPECT_EQ(safe_path("../../a"), "a");
    EXPECT_EQ(safe_path("/etc/passwd"), "etc/passwd");
    EXPECT_EQ(safe_path("C:\\x\\..\\y"), "x/y");
    EXPECT_EQ(safe_path("a\nb"), "a_b");
    EXPECT_EQ(safe_path(".."), "unnamed");
    EXPECT_EQ(safe_path(""), "unnamed");
}

}  // namespace
}  // namespace kith::scan
