// A remembered card is the card that would be made: whatever it shows is part of what it is found by.
#include "domain/posts/cards.hpp"

#include <gtest/gtest.h>

#include "app/embedded.hpp"
#include "platform/html/frame.hpp"
#include "platform/html/render.hpp"
#include "platform/sql/migrate.hpp"
#include "support/temporary_folder.hpp"

namespace kith::posts {
namespace {

TEST(Cards, ShowWhateverChanged) {
    html::load_templates(embedded::templates());
    test::TemporaryFolder const folder;
    auto const database = sql::open_sqlite({.path = folder.file("kith.db"), .key = std::string(32, 'k')});
    sql::migrate(*database, embedded::migrations());
    auto const ada = PersonId::random(), ben = PersonId::random();
    Shown plain;
    plain.post.id = PostId::random();
    plain.post.author = ada;
    plain.post.body = "A *hard* week.";
    plain.post.asks = true;
    plain.post.sequence = plain.post.active_sequence = 7;
    plain.author_name = "Ada Example";
    plain.author_capacity = Capacity::practitioner;
    plain.topic_name = "Feelings";
    plain.last_author = ada;

    using Change = void (*)(Shown&, Onlooker&, PersonId);
    constexpr Change changes[] = {
        [](Shown&, Onlooker&, PersonId) {},
        [](Shown& s, Onlooker&, PersonId) { s.post.body = "A hard *week*."; },
        [](Shown& s, Onlooker&, PersonId) { s.post.body = "@Ada Example"; },
        [](Shown& s, Onlooker&, PersonId) { s.author_name = "Ada Sample"; },
        [](Shown& s, Onlooker&, PersonId) { s.author_name = ""; },
        [](Shown& s, Onlooker&, PersonId) { s.author_capacity.reset(); },
        [](Shown& s, Onlooker&, PersonId) { s.author_capacity = Capacity::manager; },
        [](Shown& s, Onlooker&, PersonId) { s.topic_name = ""; },
        [](Shown& s, Onlooker&, PersonId) { s.author_name += "F", s.topic_name = "eelings"; },
        [](Shown& s, Onlooker&, PersonId) { s.answered = true; },
        [](Shown& s, Onlooker&, PersonId) { s.post.asks = false; },
        [](Shown& s, Onlooker&, PersonId) { s.post.comment_count = 1; },
        [](Shown& s, Onlooker&, PersonId) { s.post.edited_at = Time{5}; },
        [](Shown& s, Onlooker&, PersonId) { s.post.written_at = Time{86'400'000}; },
        [](Shown& s, Onlooker&, PersonId) { s.post.withdrawn = true; },
        [](Shown& s, Onlooker&, PersonId) { s.post.hidden = true; },
        [](Shown& s, Onlooker& o, PersonId) { s.post.hidden = o.facilitates = true; },
        [](Shown& s, Onlooker& o, PersonId) { s.post.hidden = true, o.person = s.post.author; },
        [](Shown&, Onlooker& o, PersonId other) { o.new_after = 3, o.person = other, o.new_by = NewBy::answers_too; },
        [](Shown& s, Onlooker&, PersonId) { s.post.id = PostId::random(); },
    };
    database->read([&](sql::Transaction& transaction) {
        Company company{transaction, GroupId::random()};
        for (std::size_t round = 0; round < 2; ++round)
            for (std::size_t i = 0; i < std::size(changes); ++i) {
                auto shown = plain;
                Onlooker onlooker;
                changes[i](shown, onlooker, ben);
                auto const made = html::rendered("post_card", post_view(shown, company, onlooker));
                EXPECT_EQ(card(shown, company, onlooker).text(), made.text()) << i;
            }
        return 0;
    });
}

}  // namespace
}  // namespace kith::posts
