// How much room files take, and that making room for a new one takes the oldest.
#include "domain/files/room.hpp"

#include <gtest/gtest.h>

#include "domain/files/store.hpp"
#include "domain/groups/found.hpp"
#include "domain/groups/store.hpp"
#include "domain/pens/store.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/store.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::files {
namespace {

constexpr std::int64_t plenty = std::int64_t{1} << 50;

class RoomTest : public test::OnBothEngines {
protected:
    RoomTest() {
        test::migrate(database());
        writing([&](sql::Transaction& transaction) {
            people::add(transaction, {ada, "ada@example.org", "Ada Example", Capacity::practitioner, {}, false}, "");
            people::add(transaction, {ben, "ben@example.org", "Ben Example", Capacity::practitioner, {}, false}, "");
            group = groups::found(transaction, {"Tuesday", "", "Be kind."}, ada, Capacity::practitioner, {});
        });
    }
    template <class Body>
    void writing(Body body) {
        ASSERT_TRUE(database().write([&](sql::Transaction& transaction) -> Result<void> {
            body(transaction);
            return {};
        }));
    }
    FileId sent(PersonId person, std::size_t bytes, Time when) {
        File file;
        file.id = FileId::random();
        file.place.group = group;
        file.person = person;
        file.bytes = bytes;
        writing([&](sql::Transaction& transaction) { begin(transaction, file, when); });
        return file.id;
    }
    FileId made(PersonId person, std::size_t bytes, Time when) {
        auto const id = sent(person, 1, when);
        media::Made const what{media::MadeKind::picture, {{"480", {1, 1}, std::string(bytes, 'x')}}};
        writing([&](sql::Transaction& transaction) {
            keep_made(transaction, *find_unsaid(transaction, id, person), what, when);
        });
        return id;
    }
    bool is_there(PersonId person, FileId id) {
        return database().read(
            [&](sql::Transaction& transaction) { return find_unsaid(transaction, id, person).has_value(); });
    }
    std::int64_t kept(PersonId person) {
        return database().read([&](sql::Transaction& transaction) { return kept_of(transaction, person); });
    }
    std::string refused(PersonId person, std::int64_t bytes, std::int64_t place = plenty, Time when = november) {
        auto const room = database().read(
            [&](sql::Transaction& transaction) { return room_for(transaction, person, bytes, place, when); });
        return room ? "" : room.error().faults.at(0).message;
    }

    static constexpr Time november{1'795'000'000'000}, december{1'798'000'000'000};
    PersonId ada = PersonId::random(), ben = PersonId::random();
    GroupId group;
};
INSTANTIATE_TEST_SUITE_P(Engines, RoomTest, test::both_engines(), test::engine_name);

TEST_P(RoomTest, is_taken_by_what_was_made_of_a_file) {
    (void)sent(ada, 700, november);
    EXPECT_EQ(kept(ada), 700);
    (void)made(ada, 50, november);
    EXPECT_EQ(kept(ada), 750);
    EXPECT_EQ(kept(ben), 0);
}

TEST_P(RoomTest, is_taken_under_any_name_and_given_back_with_the_words) {
    auto const named = made(ada, 100, november), nameless = made(ada, 10, november);
    Post post;
    post.group = group;
    PostId first, second;
    writing([&](sql::Transaction& transaction) {
        post.id = first = PostId::random();
        post.author = ada;
        post.sequence = groups::next_sequence(transaction, group);
        posts::add(transaction, post);
        say_with(transaction, post.id, named, 0, "");
        post.id = second = PostId::random();
        post.author.reset();
        post.pen = pens::make_nameless(transaction, group, ada, pens::Begins::thread);
        post.sequence = groups::next_sequence(transaction, group);
        posts::add(transaction, post);
        say_with(transaction, post.id, nameless, 0, "");
    });
    EXPECT_EQ(kept(ada), 110);
    writing([&](sql::Transaction& transaction) { forget(transaction, first); });
    EXPECT_EQ(kept(ada), 10);
}

TEST_P(RoomTest, is_bounded_in_a_month) {
    writing([&](sql::Transaction& transaction) { count_sent(transaction, ada, sent_in_a_month_bytes_max, november); });
    EXPECT_NE(refused(ada, 1).find("in a month"), std::string::npos);
    EXPECT_EQ(refused(ben, 1), "");
    EXPECT_EQ(refused(ada, 1, plenty, december), "");
    (void)made(ben, 60, november);
    EXPECT_EQ(refused(ben, sent_in_a_month_bytes_max - 60), "");
    EXPECT_NE(refused(ben, sent_in_a_month_bytes_max - 59), "");
}

TEST_P(RoomTest, is_bounded_for_a_person_and_for_the_place) {
    (void)sent(ada, kept_of_person_bytes_max - 5, november);
    EXPECT_EQ(refused(ada, 5), "");
    EXPECT_NE(refused(ada, 6).find("1 gigabyte"), std::string::npos);
    EXPECT_EQ(refused(ben, 6), "");
    EXPECT_NE(refused(ben, 6, kept_of_person_bytes_max).find("whoever runs this place"), std::string::npos);
}

TEST_P(RoomTest, for_one_more_is_made_by_the_oldest) {
    std::vector<FileId> files;
    for (std::size_t at = 0; at < unsaid_files_of_person_max; ++at)
        files.push_back(sent(ada, 1, november + std::chrono::minutes{at}));
    // Held words keep theirs, however many come.
    auto const held = files[1];
    writing([&](sql::Transaction& transaction) {
        keep_until(transaction, held, november + std::chrono::hours{9} + unsaid_file_kept);
    });
    auto const newest = sent(ada, 1, november + std::chrono::hours{1});
    EXPECT_TRUE(is_there(ada, newest));
    EXPECT_TRUE(is_there(ada, files[0]));  // the held one does not count
    for (int at = 0; at < 2; ++at) (void)sent(ada, 1, november + std::chrono::hours{1});
    EXPECT_TRUE(is_there(ada, newest));
    EXPECT_FALSE(is_there(ada, files[0]));
    EXPECT_FALSE(is_there(ada, files[2]));
    EXPECT_TRUE(is_there(ada, files[3]));
    EXPECT_TRUE(is_there(ada, held));
}

TEST_P(RoomTest, forgets_months_that_are_over) {
    writing([&](sql::Transaction& transaction) {
        count_sent(transaction, ada, sent_in_a_month_bytes_max, november);
        sweep(transaction, november);
    });
    EXPECT_NE(refused(ada, 1), "");
    writing([&](sql::Transaction& transaction) { sweep(transaction, december); });
    EXPECT_EQ(refused(ada, 1), "");
}

}  // namespace
}  // namespace kith::files
