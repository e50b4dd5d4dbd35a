#include "app/demo/extras.hpp"

#include <algorithm>

#include "app/demo/asks.hpp"
#include "app/demo/cast.hpp"
#include "app/wiring.hpp"
#include "domain/acts/log.hpp"
#include "domain/admission/store.hpp"
#include "domain/files/store.hpp"
#include "domain/groups/agreement.hpp"
#include "domain/groups/questions.hpp"
#include "domain/groups/store.hpp"
#include "domain/moderation/store.hpp"
#include "domain/people/store.hpp"
#include "domain/polls/store.hpp"
#include "domain/posts/changes.hpp"
#include "domain/posts/store.hpp"

namespace kith::app::demo {

namespace {

using std::chrono::hours;

// One of the two vouches the group asks for, so that one of the five can give the other and see what follows.
void let_newcomer_wait(sql::Transaction& transaction, Community const& community, Random& random) {
    auto const beatrix = community.members.at("beatrix");
    auto const submitted = community.ends - hours{26};
    Admission admission;
    admission.id = random.id<Admission>();
    admission.group = community.group;
    admission.person = community.newcomer;
    admission.inviter = beatrix;
    admission.capacity = newcomer().capacity;
    admission.begun_at = submitted - hours{3};
    admission::add(transaction, admission);
    admission::add_vouch(transaction, admission.id, community.group, beatrix,
                         "We have worked on the same corridor for two years and share a kettle.", admission.begun_at);
    std::vector<std::string> const answers{
        "A place to think aloud that is not my supervision and not my sister. I can bring patience and bad jokes.",
        "I say nothing about it at home beyond \"it was good\", and I never write at work."};
    std::vector<admission::Answered> given;
    auto const questions = groups::questions(transaction, community.group);
    for (std::size_t i = 0; i < std::min(questions.size(), answers.size()); ++i)
        given.push_back({questions[i], answers[i]});
    admission::set_answers(transaction, admission.id, community.group, given);
    admission::submit(transaction, admission.id, admission.capacity, submitted);
    groups::accept_agreement(transaction, community.group, 1, community.newcomer, submitted);
    record(transaction,
           {.what = Event::What::newcomer_waits,
            .group = community.group,
            .admission = admission.id,
            .actor = community.newcomer,
            .about = community.newcomer},
           submitted);
}

// Written by two facilitators in turn; three members have not been back since.
void change_agreement(sql::Transaction& transaction, Community const& community) {
    auto const tobias = community.members.at("tobias");
    auto const changed = community.ends - hours{2};
    auto const before = groups::current_agreement(transaction, community.group);
    auto const version = groups::write_agreement(transaction, community.group,
                                                 before->body + std::string{added_to_agreement}, tobias, changed);
    std::vector<PersonId> const away{community.members.at("edwin"), community.members.at("cosmo"),
                                     community.members.at("ines")};
    for (auto const person : community.everyone)
        if (std::ranges::find(away, person) == away.end())
            groups::accept_agreement(transaction, community.group, version, person, changed + hours{1});
    acts::log(transaction, community.group, tobias, Act::wrote_agreement, "version 2",
              "As we agreed on Tuesday: a timekeeper, and who has the last word.", changed);
    record(transaction, {.what = Event::What::agreement_changed, .group = community.group, .actor = tobias}, changed);
}

// The thread in whose head this is said; nothing where the wishes left no room for it.
std::optional<Post> thread_that_says(sql::Transaction& transaction, Community const& community,
                                     std::string_view words) {
    Position from;
    while (true) {
        auto const page = posts::threads(transaction, community.group, std::nullopt, from);
        for (auto const& shown : page.things)
            if (shown.post.body.find(words) != std::string::npos) return shown.post;
        if (!page.older) return std::nullopt;
        from = {Position::Side::older_than, *page.older};
    }
}

void edit_a_post(sql::Transaction& transaction, Community const& community) {
    auto const post = thread_that_says(transaction, community, "with the kettle on");
    if (!post) return;
    posts::note_change(transaction, *post);
    posts::rewrite(transaction, *post,
                   post->body + "\n\n*Edited to add: I have been asked what was in the kettle. Tea.*",
                   post->written_at + hours{5});
}

void close_a_report(sql::Transaction& transaction, Community const& community, Random& random) {
    auto const cosmo = community.members.at("cosmo"), marigold = community.members.at("marigold");
    auto const post = thread_that_says(transaction, community, "arguing about the order");
    if (!post) return;
    auto const reported = post->written_at + hours{4};
    Report const report{random.id<Report>(reported),
                        community.group,
                        post->id,
                        community.members.at("gideon"),
                        cosmo,
                        "I think I know which meeting this is, and wonder whether others would too.",
                        reported};
    moderation::add(transaction, report);
    moderation::close(transaction, report, ReportOutcome::talked, marigold, reported + hours{3});
    acts::log(transaction, community.group, marigold, Act::closed_report, in_words(ReportOutcome::talked), "",
              reported + hours{3});
}

void log_the_beginning(sql::Transaction& transaction, Community const& community) {
    auto const marigold = community.members.at("marigold");
    auto at = community.began + hours{1};
    for (auto const* key : {"jonah", "delphine", "hattie"}) {
        auto const person = people::find(transaction, community.members.at(key));
        acts::log(transaction, community.group, marigold, Act::admitted, person->id, "", at);
        at = at + hours{30};
    }
    acts::log(transaction, community.group, marigold, Act::added_topic, "Endings", "", at);
}

// Open, and half of those who will vote have: so that one can vote oneself and see the bars move.
void ask_with_a_poll(sql::Transaction& transaction, Community const& community, Random& random) {
    auto const asked = community.ends - hours{22};
    Post post;
    post.id = random.id<Post>(asked);
    post.group = community.group;
    post.author = community.members.at("beatrix");
    post.body = "When shall we have the long meeting, the one with cake?";
    post.written_at = asked;
    post.sequence = groups::next_sequence(transaction, post.group);
    posts::add(transaction, post);
    Poll const poll{post.id,
                    post.group,
                    PollKind::several,
                    false,
                    PollShows::at_once,
                    community.ends + hours{24 * 6},
                    0,
                    false,
                    {"Early, before the phones start", "Over lunch", "At the end of the day", "Not this month"}};
    polls::add(transaction, poll);
    std::pair<std::string_view, Ballot> const votes[] = {
        {"beatrix", {1}}, {"cosmo", {0, 1}}, {"edwin", {1, 2}}, {"hattie", {1}}, {"ines", {0}}};
    for (auto const& [key, ballot] : votes) polls::vote_openly(transaction, poll, community.members.at(key), ballot);
}

// With what was said last.
void show_picture(sql::Transaction& transaction, Community const& community, Random& random,
                  media::Made const& picture) {
    auto const page = posts::threads(transaction, community.group, {}, {});
    if (page.things.empty()) return;
    auto const& post = page.things.front().post;
    if (!post.author) return;
    File file;
    file.id = random.id<File>(post.written_at);
    file.place.group = post.group;
    file.person = *post.author;
    files::begin(transaction, file, community.ends);
    files::keep_made(transaction, file, picture, community.ends);
    files::say_with(transaction, post.id, file.id, 0,
                    "Hills and a lake in the evening. It is drawn, not a photograph.");
}

}  // namespace

void add_extras(sql::Transaction& transaction, Community const& community, Random& random, media::Made const& picture) {
    log_the_beginning(transaction, community);
    edit_a_post(transaction, community);
    close_a_report(transaction, community, random);
    let_newcomer_wait(transaction, community, random);
    change_agreement(transaction, community);
    ask_with_a_poll(transaction, community, random);
    add_asks(transaction, community, random);
    show_picture(transaction, community, random, picture);
}

}  // namespace kith::app::demo
