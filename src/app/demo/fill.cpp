#include "app/demo/fill.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "app/demo/conversations.hpp"
#include "app/demo/drawn.hpp"
#include "app/demo/extras.hpp"
#include "app/demo/material.hpp"
#include "app/demo/pens.hpp"
#include "domain/acts/log.hpp"
#include "domain/groups/agreement.hpp"
#include "domain/groups/questions.hpp"
#include "domain/groups/store.hpp"
#include "domain/people/store.hpp"
#include "domain/place/place.hpp"
#include "domain/posts/reactions.hpp"
#include "domain/posts/store.hpp"
#include "domain/sessions/actions.hpp"
#include "platform/crypto/password.hpp"
#include "platform/media/worker.hpp"

namespace kith::app::demo {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::size_t posts_in_a_write = 2'000;

struct Member {
    PersonId id;
    std::string name;
    Capacity capacity;
    std::array<Part, group_count> parts;
};

class Filling {
public:
    Filling(sql::Database& database, Wishes const& wishes, Progress& progress)
        : database_{database}, wishes_{wishes}, progress_{progress}, random_{wishes.seed} {
        choose_members();
        plan_ = make_plan(wishes, members_of_, random_);
    }

    Filled run(Tokens tokens) {
        auto const hash = crypto::hash_password(password);
        write([&](sql::Transaction& transaction) {
            if (!people::everyone(transaction).empty() || place::name(transaction))
                throw std::runtime_error{
                    "There is a community in this data already. The example wants an empty folder."};
            place::set_name(transaction, "The Kettle", plan_.began);
            for (auto const& member : members_) add_person(transaction, member, hash);
            people::make_host(transaction, members_[0].id, plan_.began);
            add_person(transaction, newcomer_, hash);
            for (std::size_t room = 0; room < group_count; ++room) found_room(transaction, room);
        });
        speak();
        auto const picture = media::make_anew(drawn_lake(), "the example");
        if (!picture) throw std::runtime_error{"The example's picture cannot be made."};
        write([&](sql::Transaction& transaction) {
            add_extras(transaction, community(), random_, *picture);
            add_conversations(transaction, community(), random_);
            add_pens(transaction, community(after_hours), random_);
            for (std::size_t room = 0; room < group_count; ++room) note_visits(transaction, room);
        });
        return told(tokens);
    }

private:
    // The one writer of a database that nobody serves yet: no body is run twice, so that it may append.
    template <class Body>
    void write(Body&& body) {
        auto const done = database_.write([&](sql::Transaction& transaction) -> Result<void> {
            body(transaction);
            return {};
        });
        if (!done) throw std::runtime_error{"The example community could not be written."};
    }

    void choose_members() {
        for (auto const& character : cast())
            members_.push_back(
                {random_.id<Person>(), std::string{character.name}, character.capacity, character.parts});
        for (std::size_t i = cast().size(); i < wishes_.members; ++i) {
            auto made = extra(i - cast().size());
            members_.push_back({random_.id<Person>(), std::move(made.name), made.capacity, made.parts});
        }
        newcomer_ = {random_.id<Person>(), std::string{newcomer().name}, newcomer().capacity, newcomer().parts};
        for (std::size_t room = 0; room < group_count; ++room) {
            group_ids_[room] = random_.id<Group>();
            for (std::size_t i = 0; i < members_.size(); ++i)
                if (members_[i].parts[room] != Part::none) members_of_[room].push_back(i);
        }
    }

    void add_person(sql::Transaction& transaction, Member const& member, std::string_view hash) {
        Person person{member.id, email_of(member.name), member.name, member.capacity, plan_.began};
        people::add(transaction, person, hash);
    }

    // The facilitators first, then everyone else in the days after.
    void found_room(sql::Transaction& transaction, std::size_t room) {
        auto const& about = rooms()[room];
        auto const group = group_ids_[room];
        groups::add(transaction, {group, std::string{about.name}, std::string{about.told_to_newcomers},
                                  vouches_needed_default, 0, plan_.began});
        std::vector<std::string> questions(about.questions.begin(), about.questions.end());
        groups::set_questions(transaction, group, questions);
        auto joined = plan_.began;
        std::optional<PersonId> founder;
        for (auto const wanted : {Part::facilitator, Part::member}) {
            for (auto const index : members_of_[room]) {
                auto const& member = members_[index];
                if (member.parts[room] != wanted) continue;
                auto const role = wanted == Part::facilitator ? Role::facilitator : Role::member;
                groups::add_member(transaction, group, member.id, role, member.capacity, founder, joined);
                if (!founder) {
                    write_first_agreement(transaction, room, member.id);
                    acts::log(transaction, group, member.id, Act::founded, "", "", joined);
                }
                groups::accept_agreement(transaction, group, 1, member.id, joined);
                if (random_.one_in(3)) groups::set_presence(transaction, group, member.id, true);
                if (!founder) founder = member.id;
                joined = joined + minutes{5 + random_.below(300)};
                joined = std::min(joined, plan_.began + hours{13 * 24});
            }
        }
        add_topics(transaction, room);
    }

    void write_first_agreement(sql::Transaction& transaction, std::size_t room, PersonId by) {
        for (auto const& start : agreement_starts())
            if (start.key == rooms()[room].agreement)
                groups::write_agreement(transaction, group_ids_[room], start.body, by, plan_.began);
    }

    void add_topics(sql::Transaction& transaction, std::size_t room) {
        for (auto const& talk : read_talk(rooms()[room].talk)) {
            auto& id = topics_[room][talk.topic];
            if (id) continue;
            id = random_.id<Topic>();
            groups::add_topic(transaction, group_ids_[room], *id, talk.topic, plan_.began);
        }
    }

    // Post by post in the order of time, so that every count comes out as if it had been said so.
    void speak() {
        progress_.begin("Writing posts", static_cast<std::int64_t>(plan_.posts.size()));
        written_.reserve(plan_.posts.size());
        while (written_.size() < plan_.posts.size()) {
            auto const end = std::min(plan_.posts.size(), written_.size() + posts_in_a_write);
            write([&](sql::Transaction& transaction) {
                while (written_.size() < end) say_next(transaction);
            });
        }
    }

    void say_next(sql::Transaction& transaction) {
        auto const& planned = plan_.posts[written_.size()];
        Post post;
        post.id = random_.id<Post>(planned.at);
        post.group = group_ids_[planned.room];
        post.author = members_[planned.writer].id;
        post.body = planned.body;
        post.asks = planned.asks;
        post.written_at = planned.at;
        if (planned.head == Planned::none)
            post.topic = topics_[planned.room].at(planned.topic);
        else
            post.thread = written_[planned.head].id;
        if (planned.quoted != Planned::none) post.quoted = written_[planned.quoted].id;
        post.sequence = groups::next_sequence(transaction, post.group);
        posts::add(transaction, post);
        if (post.thread) posts::note_comment(transaction, post);
        give_support(transaction, post, planned);
        written_.push_back({post.id, post.sequence});
        progress_.add();
    }

    void give_support(sql::Transaction& transaction, Post const& post, Planned const& planned) {
        if (!random_.one_in(3)) return;
        auto const& members = members_of_[planned.room];
        std::vector<std::size_t> givers{planned.writer};  // nobody gives to themselves, nor twice
        for (auto times = 1 + random_.below(3); times > 0; --times) {
            auto const giver = members[random_.below(members.size())];
            auto const kind = posts::reactions[random_.below(posts::reactions.size())];
            auto const at = std::min(planned.at + minutes{1 + random_.below(600)}, wishes_.ends);
            if (std::ranges::find(givers, giver) != givers.end()) continue;
            posts::toggle(transaction, post, members_[giver].id, kind, at);
            givers.push_back(giver);
        }
    }

    // Everyone but the five has read all; they come back to something new.
    void note_visits(sql::Transaction& transaction, std::size_t room) {
        auto const sequence = groups::find(transaction, group_ids_[room])->sequence;
        constexpr std::int64_t unread = 7;
        for (auto const index : members_of_[room]) {
            bool const has_role = index < cast().size() && !cast()[index].about.empty();
            auto const seen = has_role ? std::max<std::int64_t>(0, sequence - unread) : sequence;
            groups::keep_visit(transaction, group_ids_[room], members_[index].id,
                               {seen, seen, wishes_.ends - hours{has_role ? 40 : 2}});
        }
    }

    Community community(std::size_t room = 0) const {
        Community made{group_ids_[room], {}, newcomer_.id, newcomer_.name, plan_.began, wishes_.ends, {}};
        for (auto const index : members_of_[room])
            if (index < cast().size()) made.members.emplace(cast()[index].key, members_[index].id);
        for (auto const index : members_of_[room]) made.everyone.push_back(members_[index].id);
        return made;
    }

    Filled told(Tokens tokens) {
        Filled filled;
        filled.posts = written_.size();
        auto const tell = [&](Member const& member, std::string_view about) {
            filled.people.push_back({member.id, member.name, email_of(member.name), about, {}});
        };
        for (std::size_t i = 0; i < members_.size(); ++i) tell(members_[i], i < cast().size() ? cast()[i].about : "");
        tell(newcomer_, newcomer().about);
        for (std::size_t room = 0; room < group_count; ++room) {
            Filled::Room one{group_ids_[room], rooms()[room].name, {}};
            for (auto const index : members_of_[room]) one.members.push_back(email_of(members_[index].name));
            filled.rooms.push_back(std::move(one));
        }
        if (tokens == Tokens::everyone)
            write([&](sql::Transaction& transaction) {
                for (auto& person : filled.people)
                    person.token =
                        sessions::open(transaction, person.id, SessionKind::token, "Example", system_now()).secret;
            });
        return filled;
    }

    struct Written {
        PostId id;
        std::int64_t sequence;
    };

    sql::Database& database_;
    Wishes const& wishes_;
    Progress& progress_;
    Random random_;
    std::vector<Member> members_;
    Member newcomer_;
    std::array<std::vector<std::size_t>, group_count> members_of_;
    std::array<GroupId, group_count> group_ids_;
    std::array<std::map<std::string_view, std::optional<TopicId>>, group_count> topics_;
    Plan plan_;
    std::vector<Written> written_;
};

}  // namespace

Filled fill(sql::Database& database, Wishes const& wishes, Tokens tokens, Progress& progress) {
    return Filling{database, wishes, progress}.run(tokens);
}

}  // namespace kith::app::demo
