#include "platform/media/worker.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "support/samples.hpp"

namespace kith::media {
namespace {

using test::sample;

Refused why_not(std::string const& file) {
    auto const made = make_anew(file, "ada");
    EXPECT_FALSE(made);
    return made ? Refused::busy : made.error();
}

TEST(Worker, makes_pictures_of_each_kind_anew) {
    for (auto const* name : {"picture.jpg", "picture.png", "picture.webp", "picture.heic"}) {
        auto const made = make_anew(sample(name), "ada");
        ASSERT_TRUE(made) << name << " " << name_of(made.error());
        EXPECT_EQ(made->kind, MadeKind::picture);
        ASSERT_EQ(made->versions.size(), 2U) << name;
        EXPECT_EQ(made->versions[0].name, "480");
        EXPECT_EQ(made->versions[0].extent.width, 480U);
        EXPECT_EQ(made->versions[1].name, "1080");
        EXPECT_EQ(made->versions[1].extent.width, 640U);  // never larger than it was
    }
}

TEST(Worker, leaves_nothing_but_pixels) {
    auto const file = sample("told.jpg");
    for (auto const* told : {"Jamie Canary", "Canary Road", "canary comment", "Exif", "xpacket"})
        ASSERT_NE(file.find(told), file.npos) << told;
    auto const made = make_anew(file, "ada");
    ASSERT_TRUE(made);
    for (auto const& version : made->versions) {
        EXPECT_TRUE(holds_only_pixels(version.bytes));
        for (auto const* told : {"Canary", "canary", "Exif", "EXIF", "XMP", "ICCP", "GPS", "adobe"})
            EXPECT_EQ(version.bytes.find(told), version.bytes.npos) << told;
    }
}

TEST(Worker, turns_a_picture_as_it_was_meant) {
    auto const made = make_anew(sample("told.jpg"), "ada");
    ASSERT_TRUE(made);
    EXPECT_EQ(made->versions.back().extent.width, 400U);
    EXPECT_EQ(made->versions.back().extent.height, 640U);
}

TEST(Worker, makes_a_picture_of_each_page_of_a_document) {
    auto const made = make_anew(sample("document.pdf"), "ada");
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, MadeKind::document);
    ASSERT_EQ(made->versions.size(), 2U);
    EXPECT_EQ(made->versions[1].name, "page-2");
    EXPECT_EQ(made->versions[1].extent.height, 1600U);
    EXPECT_EQ(made->versions[0].bytes.find("Canary"), std::string::npos);
}

TEST(Worker, says_what_is_wrong) {
    EXPECT_EQ(why_not("hello"), Refused::unknown);
    EXPECT_EQ(why_not(sample("drawing.png")), Refused::unknown);
    EXPECT_EQ(why_not(sample("bomb.png")), Refused::too_many_pixels);
    EXPECT_EQ(why_not(sample("truncated.jpg")), Refused::broken);
    EXPECT_EQ(why_not(sample("picture.png").substr(0, 60)), Refused::broken);
    EXPECT_EQ(why_not(sample("long.pdf")), Refused::too_many_pages);
    EXPECT_EQ(why_not(sample("locked.pdf")), Refused::locked);
    EXPECT_EQ(why_not(sample("fonts.pdf")), Refused::no_fonts);
    EXPECT_EQ(why_not("%PDF-1.7\nnothing"), Refused::broken);
    EXPECT_EQ(why_not(std::string(file_bytes_max + 1, 'x')), Refused::too_large);
}

// Two files of one person at the same moment: one of them is told to come again, at once.
TEST(Worker, reads_one_file_of_a_person_at_a_time) {
    std::string const slow = sample("document.pdf");
    std::atomic<bool> over = false;
    std::atomic<int> made = 0, busy = 0;
    std::thread other([&] {
        while (!over) (make_anew(slow, "ada") ? made : busy)++;
    });
    while (made == 0) std::this_thread::yield();
    // The other is at work nearly all the time: sooner or later they meet.
    while (busy == 0) {
        auto const mine = make_anew(slow, "ada");
        if (mine) continue;
        EXPECT_EQ(mine.error(), Refused::busy);
        break;
    }
    EXPECT_TRUE(make_anew(slow, "ben"));
    over = true;
    other.join();
}

// A file that is a picture and something else besides: only the picture comes out.
TEST(Worker, knows_only_one_side_of_a_file_with_two) {
    auto const made = make_anew(sample("polyglot.jpg"), "ada");
    ASSERT_TRUE(made);
    for (auto const& version : made->versions) EXPECT_EQ(version.bytes.find("script"), std::string::npos);
}

// A worker that a file has taken over may say anything.
TEST(Worker, is_not_believed) {
    auto const good = make_anew(sample("picture.jpg"), "ada");
    ASSERT_TRUE(good);
    auto version = good->versions.front();
    auto const whole = told(version) + told(MadeKind::picture);
    EXPECT_TRUE(read_told(whole));
    EXPECT_FALSE(read_told(whole.substr(0, whole.size() - 1)));
    EXPECT_FALSE(read_told(whole + "more"));
    EXPECT_FALSE(read_told(told(MadeKind::picture)));
    EXPECT_FALSE(read_told(""));
    EXPECT_FALSE(read_told("picture 480 480 300 4294967295\nRIFF"));
    version.extent.width = 479;
    EXPECT_FALSE(read_told(told(version) + told(MadeKind::picture)));
    version = good->versions.front();
    version.name = "../480";
    EXPECT_FALSE(read_told(told(version) + told(MadeKind::picture)));
    version.name = "480";
    version.bytes = "<html>";
    EXPECT_FALSE(read_told(told(version) + told(MadeKind::picture)));
}

}  // namespace
}  // namespace kith::media
