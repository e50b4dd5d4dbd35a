#include "app/demo/pens.hpp"

#include "domain/acts/log.hpp"
#include "domain/groups/store.hpp"
#include "domain/pens/settings.hpp"
#include "domain/pens/store.hpp"
#include "domain/posts/store.hpp"

namespace kith::app::demo {

namespace {

using std::chrono::hours;

class Saying {
public:
    Saying(sql::Transaction& transaction, Community const& community, Random& random)
        : transaction_{transaction}, community_{community}, random_{random} {}

    Pen named(std::string_view key, std::string_view name) {
        auto const person = community_.members.at(key);
        pens::choose(transaction_, community_.group, person, name);
        return *pens::chosen(transaction_, community_.group, person);
    }
    Pen nameless(std::string_view key, pens::Begins begins) {
        return pens::make_nameless(transaction_, community_.group, community_.members.at(key), begins);
    }

    Post say(Pen pen, hours before_the_end, std::string body, Post const* under = nullptr) {
        Post post;
        post.pen = std::move(pen);
        return keep(std::move(post), before_the_end, std::move(body), under);
    }
    Post say(std::string_view key, hours before_the_end, std::string body, Post const* under = nullptr) {
        Post post;
        post.author = community_.members.at(key);
        return keep(std::move(post), before_the_end, std::move(body), under);
    }

private:
    Post keep(Post post, hours before_the_end, std::string body, Post const* under) {
        post.written_at = post.moment(community_.ends - before_the_end);
        post.id = random_.id<Post>(post.written_at);
        post.group = community_.group;
        post.body = std::move(body);
        post.asks = !under;
        if (under) post.thread = under->id;
        post.sequence = groups::next_sequence(transaction_, post.group);
        posts::add(transaction_, post);
        if (under) posts::note_comment(transaction_, post);
        return post;
    }

    sql::Transaction& transaction_;
    Community const& community_;
    Random& random_;
};

}  // namespace

void add_pens(sql::Transaction& transaction, Community const& community, Random& random) {
    pens::keep_settings(transaction, community.group, {true, true});
    acts::log(transaction, community.group, community.members.at("hattie"), Act::changed_settings,
              "pen-names are allowed, posts without a name are allowed", "", community.began + hours{48});
    Saying saying{transaction, community, random};
    auto const owl = saying.named("beatrix", "Night Owl");
    auto const dread = saying.say(
        owl, hours{30},
        "I used to like the quiet before a night on call. Now I sit with the phone in my lap from four in the "
        "afternoon. How do you get through the hours before anything has happened?");
    saying.say("edwin", hours{28}, "A bath, and the phone on the landing where I can hear it but not see it.", &dread);
    saying.say(saying.named("delphine", "Kettle"), hours{27},
               "The same here, for two years. What helped was saying it to somebody. You have done that now.", &dread);
    saying.say(owl, hours{25}, "The landing. That I can try tonight. Thank you both.", &dread);
    auto const began = saying.nameless("edwin", pens::Begins::thread);
    auto const mistake = saying.say(
        began, hours{9},
        "I made a mistake on a call last month. Nobody came to harm and my manager knows. I still wake at three and go "
        "through it. When did yours let you sleep again?");
    saying.say("hattie", hours{7}, "When I had told it three times, to three people. You are on the second.", &mistake);
    saying.say(saying.nameless("alder", pens::Begins::nothing), hours{6}, "It took me a spring. It did go.", &mistake);
    saying.say(began, hours{5}, "A spring I can do.", &mistake);
}

}  // namespace kith::app::demo
