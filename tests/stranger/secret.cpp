#include "stranger/secret.hpp"

#include "domain/breaches/breach.hpp"
#include "domain/glass/glass.hpp"
#include "domain/groups/store.hpp"
#include "domain/reach/devices.hpp"
#include "domain/sessions/store.hpp"
#include "platform/crypto/token.hpp"
#include "support/samples.hpp"

namespace kith::test {

namespace {

static sql::Statement const insert_admission{
    "INSERT INTO admissions (id, group_id, person_id, inviter_id, capacity, begun_at, submitted_at) "
    "VALUES ($1, $2, $3, $4, 'practitioner', $5, $5)"};
static sql::Statement const insert_decision{
    "INSERT INTO admission_decisions (admission_id, group_id, outcome, decided_by, reason, message, decided_at) "
    "VALUES ($1, $2, 'refused', $3, 'Nobody could say how they know them.', '', $4)"};
static sql::Statement const insert_invitation{
    "INSERT INTO invitations (id, group_id, token_hash, code_hash, inviter_id, how_known, made_at, expires_at) "
    "VALUES ($1, $2, $3, $4, $5, 'We trained together.', $6, $7)"};
static sql::Statement const end_invitation{
    "INSERT INTO invitation_ends (invitation_id, group_id, used_by, ended_at) VALUES ($1, $2, $3, $4)"};
static sql::Statement const insert_report{
    "INSERT INTO reports (id, group_id, post_id, reported_by, about_id, reason, reported_at) "
    "VALUES ($1, $2, $3, $4, $5, 'It may be one family.', $6)"};
static sql::Statement const insert_notice{
    "INSERT INTO notices (id, person_id, group_id, kind, post_id, admission_id, told_at, read_at) "
    "VALUES ($1, $2, $3, 'answered', $4, NULL, $5, NULL)"};
static sql::Statement const insert_held{
    "INSERT INTO held_posts (id, group_id, person_id, under_id, body, fields, said_at) "
    "VALUES ($1, $2, $3, NULL, 'Not yet', '', $4)"};
static sql::Statement const insert_topic{
    "INSERT INTO topics (id, group_id, name, made_at) VALUES ($1, $2, 'Court', $3)"};
static sql::Statement const insert_poll{
    "INSERT INTO polls (post_id, group_id, kind, anonymous, shows, closes_at, voted) "
    "VALUES ($1, $2, 'single', 0, 'at_once', NULL, 0)"};
static sql::Statement const insert_choice{
    "INSERT INTO poll_choices (post_id, group_id, place, words) VALUES ($1, $2, 0, 'Yes')"};
static sql::Statement const insert_turn{
    "INSERT INTO rota_turns (id, group_id, person_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5)"};
static sql::Statement const insert_swap{
    "INSERT INTO rota_swaps (turn_id, group_id, takes_one_back, offered_at) VALUES ($1, $2, 1, $3)"};
static sql::Statement const insert_glass{
    "INSERT INTO glass_requests (id, group_id, asked_by, reason, asked_at) VALUES ($1, $2, $3, 'A court asks', $4)"};
static sql::Statement const insert_glass_opening{
    "INSERT INTO glass_openings (glass_id, group_id, agreed_by, opened_at, until_at) VALUES ($1, $2, $3, $4, $5)"};
static sql::Statement const insert_breach{
    "INSERT INTO breaches (id, group_id, post_id, begun_by, known_at, begun_at, members, seen, facts) "
    "VALUES ($1, $2, $3, $4, $5, $5, 3, 0, 'One family.')"};
static sql::Statement const delete_group{"DELETE FROM groups WHERE id = $1"};
static sql::Statement const delete_conversation{"DELETE FROM conversations WHERE id = $1"};

std::string location_of(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location") return value;
    throw std::runtime_error{"the answer leads nowhere: " + std::to_string(response.status)};
}

std::string last_part(std::string const& location) {
    auto const mark = location.find("#post-");
    return mark == location.npos ? location.substr(location.rfind('/') + 1) : location.substr(mark + 6);
}

// The one picture of a page, by its address: what follows `path` up to the next quotation mark.
std::string file_on(http::Response const& page, std::string const& path) {
    std::string const body{page.payload()};
    auto const begin = body.find(path + "/files/");
    if (begin == body.npos) throw std::runtime_error{"no picture stands on the page"};
    return body.substr(begin + path.size() + 7, id_text_bytes);
}

// A conversation of two, and what was said in it.
void begin_conversation(World& world, Ids& ids) {
    auto const location = location_of(
        world.post("ada", "/messages", {{"to", world.person("ben").id.text()}, {"body", "A word between us"}}));
    constexpr std::string_view path = "/messages/", mark = "#message-";
    auto const end = location.find(mark);
    ids["conversation"] = location.substr(path.size(), end - path.size());
    ids["message"] = location.substr(end + mark.size());
}

std::vector<std::pair<std::string, std::string>> ask_of(std::string const& wants) {
    return {{"body", "A word?"}, {"wants", wants}, {"by", "week"}, {"reach", "everyone"}};
}

Ids never_given() {
    return {{"group", GroupId::random().text()},
            {"post", PostId::random().text()},
            {"admission", AdmissionId::random().text()},
            {"invitation", InvitationId::random().text()},
            {"report", ReportId::random().text()},
            {"notice", NoticeId::random().text()},
            {"session", SessionId::random().text()},
            {"topic", TopicId::random().text()},
            {"held", HeldId::random().text()},
            {"ask", AskId::random().text()},
            {"turn", TurnId::random().text()},
            {"person", PersonId::random().text()},
            {"version", "1"},
            {"conversation", ConversationId::random().text()},
            {"message", MessageId::random().text()},
            {"secret", crypto::random_token()},
            {"device", DeviceId::random().text()},
            {"passkey", PasskeyId::random().text()},
            {"recovery", RecoveryId::random().text()},
            {"sealed", crypto::random_token()},
            {"glass", GlassId::random().text()},
            {"breach", BreachId::random().text()},
            {"file", FileId::random().text()},
            {"size", "480"}};
}

// Everything that a path can name, inside one group.
Ids fill_group(World& world, std::string const& name) {
    auto const group = world.group(name);
    auto const ada = world.person("ada").id, ben = world.person("ben").id, fay = world.person("fay").id;
    auto ids = never_given();
    ids["group"] = group.text();
    ids["post"] = last_part(location_of(world.post_files(
        "ben", "/groups/" + group.text() + "/posts", {{"body", "A quiet word"}, {"alternative", "A path in a wood"}},
        {{"file", sample("picture.jpg")}})));
    ids["file"] = file_on(world.get("ben", "/posts/" + ids["post"]), "/posts/" + ids["post"]);
    ids["ask"] = last_part(location_of(world.post("ben", "/groups/" + group.text() + "/asks", ask_of("listen"))));
    auto const turn = TurnId::random();
    auto const admission = AdmissionId::random();
    auto const invitation = InvitationId::random();
    auto const report = ReportId::random();
    auto const notice = NoticeId::random();
    auto const topic = TopicId::random();
    auto const held = HeldId::random();
    auto const glass = GlassId::random();
    auto const breach = BreachId::random();
    auto const post = *PostId::parse(ids["post"]);
    (void)world.database().write([&](sql::Transaction& transaction) -> Result<void> {
        auto const now = world.now();
        transaction.run(insert_admission, admission, group, fay, ada, now);
        transaction.run(insert_invitation, invitation, group, Id<void>::random(), Id<void>::random(), ada, now,
                        now + std::chrono::hours{72});
        transaction.run(insert_report, report, group, post, ada, ben, now);
        transaction.run(insert_notice, notice, ada, group, post, now);
        transaction.run(insert_topic, topic, group, now);
        transaction.run(insert_held, held, group, ben, now + std::chrono::hours{12});
        transaction.run(insert_poll, post, group);
        transaction.run(insert_choice, post, group);
        transaction.run(insert_turn, turn, group, ben, now, now + std::chrono::hours{2});
        transaction.run(insert_swap, turn, group, now);
        transaction.run(insert_glass, glass, group, ada, now);
        transaction.run(insert_glass_opening, glass, group, ben, now, now + std::chrono::hours{12});
        transaction.run(insert_breach, breach, group, post, ada, now);
        return {};
    });
    ids["admission"] = admission.text();
    ids["invitation"] = invitation.text();
    ids["report"] = report.text();
    ids["notice"] = notice.text();
    ids["topic"] = topic.text();
    ids["held"] = held.text();
    ids["turn"] = turn.text();
    ids["glass"] = glass.text();
    ids["breach"] = breach.text();
    ids["person"] = ben.text();
    // Ada's own search, in the group.
    ids["sealed"] = last_part(location_of(world.post("ada", "/search", {{"words", "quiet"}, {"group", group.text()}})));
    auto const device = DeviceId::random();
    (void)world.database().write([&](sql::Transaction& transaction) -> Result<void> {
        reach::add_device(transaction, {device, ada, "https://push.example/" + device.text(), "key", "secret",
                                        "Firefox", world.now()});
        return {};
    });
    ids["device"] = device.text();
    world.database().read([&](sql::Transaction& transaction) {
        ids["session"] = sessions::of_person(transaction, ada, world.now()).at(0).id.text();
    });
    return ids;
}

}  // namespace

Secret make_secret(World& world) {
    for (std::string const name : {"Tuesday", "Gone"})
        for (std::string const who : {"ada", "ben", "dan"}) world.put_in(who, name);
    world.put_in("cleo", "Elsewhere");
    auto secret = Secret{never_given(), {}};
    auto living = fill_group(world, "Tuesday");
    auto deleted = fill_group(world, "Gone");
    begin_conversation(world, deleted);
    (void)world.database().write([&](sql::Transaction& transaction) -> Result<void> {
        transaction.run(delete_conversation, *ConversationId::parse(deleted["conversation"]));
        return {};
    });
    begin_conversation(world, living);

    // A picture in the conversation, and one that ada has sent and not said.
    auto of_message = living;
    auto const conversation = "/messages/" + living.at("conversation");
    auto const said = location_of(world.post_files("ada", conversation, {{"body", "Look"}, {"alternative", "A path"}},
                                                   {{"file", sample("picture.jpg")}}));
    of_message["message"] = said.substr(said.find("#message-") + 9);
    of_message["file"] = file_on(world.get("ada", conversation), conversation + "/" + of_message["message"]);
    auto unsaid = living;
    unsaid["file"] =
        last_part(location_of(world.post("ada", "/groups/" + living.at("group") + "/files", {{"bytes", "7825"}})));
    world.post_files("ada", "/files/" + unsaid["file"], {{"offset", "0"}}, {{"piece", sample("picture.jpg")}});

    auto comment = living;
    comment["post"] =
        last_part(location_of(world.post("ada", "/posts/" + living.at("post") + "/comments", {{"body", "Go on"}})));
    auto of_dan = living;
    of_dan["post"] =
        last_part(location_of(world.post("dan", "/groups/" + living.at("group") + "/posts", {{"body", "I was here"}})));

    of_dan["ask"] =
        last_part(location_of(world.post("dan", "/groups/" + living.at("group") + "/asks", ask_of("ideas"))));
    auto closed = living;
    closed["ask"] =
        last_part(location_of(world.post("ada", "/groups/" + living.at("group") + "/asks", ask_of("ideas"))));
    world.post("ada", "/asks/" + closed["ask"] + "/close", {});

    auto const eve = world.person("eve").id, ada = world.person("ada").id, dan = world.person("dan").id;
    (void)world.database().write([&](sql::Transaction& transaction) -> Result<void> {
        auto const admission = AdmissionId::random();
        transaction.run(insert_admission, admission, world.group("Tuesday"), eve, ada, world.now());
        transaction.run(insert_decision, admission, world.group("Tuesday"), ada, world.now());
        groups::remove_member(transaction, world.group("Tuesday"), dan);
        transaction.run(delete_group, world.group("Gone"));
        return {};
    });
    secret.existing = {{"what is there", living},
                       {"a comment", comment},
                       {"one's own post and ask from before", of_dan},
                       {"a closed ask", closed},
                       {"a picture in a message", of_message},
                       {"a picture that is not said", unsaid},
                       {"what was deleted", deleted}};
    return secret;
}

void something_happens(World& world) {
    auto const thread =
        location_of(world.post("ada", "/groups/" + world.group("Tuesday").text() + "/posts", {{"body", "Any news?"}}));
    world.post("ben", thread + "/comments", {{"body", "None, @Ada Example"}});
    world.put_in("gus", "Tuesday");
    world.post("gus", thread + "/comments", {{"body", "Hello"}});
    world.post("ada", "/messages", {{"to", world.person("ben").id.text()}, {"body", "Did you see?"}});
    auto const group = world.group("Tuesday").text();
    auto const ask = location_of(world.post("ada", "/groups/" + group + "/asks", ask_of("listen")));
    world.post("gus", ask + "/offer", {});
    world.post("ben", ask + "/pass", {});
    world.post("gus", "/around", {{"minutes", "60"}, {"group", group}});
    world.post("gus", "/groups/" + group + "/rota",
               {{"day", "2026-10-01"}, {"from", "12:00"}, {"until", "14:00"}, {"weeks", "1"}});
}

void compare_codes(World& world, Check const& check) {
    auto const ada = world.person("ada").id;
    auto const make = [&](char const* token, char const* code, Time expires, bool used) {
        auto const id = InvitationId::random();
        (void)world.database().write([&](sql::Transaction& transaction) -> Result<void> {
            transaction.run(
                insert_invitation, id, world.group("Tuesday"), std::span<std::uint8_t const>{crypto::digest(token)},
                std::span<std::uint8_t const>{crypto::digest(crypto::plain_code(code))}, ada, world.now(), expires);
            if (used) transaction.run(end_invitation, id, world.group("Tuesday"), ada, world.now());
            return {};
        });
    };
    make("expired-token", "AAAA-BBBB-CCC2", world.now() - std::chrono::hours{1}, false);
    make("used-token", "AAAA-BBBB-CCC3", world.now() + std::chrono::hours{1}, true);
    auto const answer = [&](std::string const& who, std::string const& code) {
        auto const response = world.post(who, "/invitation", {{"code", code}, {"idempotency_key", "k"}});
        auto body = std::string{response.payload()};
        if (auto const at = body.find(code); at != body.npos) body.replace(at, code.size(), "CODE");
        return std::to_string(response.status) + body;
    };
    for (std::string const who : {"", "cleo"}) {
        auto const wrong = answer(who, "AAAA-BBBB-CCC4");
        check(wrong.starts_with("422"), "a wrong code is answered " + wrong.substr(0, 3));
        for (std::string const code : {"expired-token", "used-token", "AAAA-BBBB-CCC2", "AAAA-BBBB-CCC3"}) {
            // The form's own csrf differs on every page, so only nobody's pages are compared whole.
            auto const got = answer(who, code);
            check(who.empty() ? got == wrong : got.substr(0, 3) == wrong.substr(0, 3),
                  "the code " + code + " can be told from a wrong one");
        }
    }
}

namespace {

http::Response found_by(World& world, std::string const& who,
                        std::vector<std::pair<std::string, std::string>> const& fields) {
    return world.get(who, location_of(world.post(who, "/search", fields)), true);
}

}  // namespace

void compare_searches(World& world, Secret const& secret, Check const& check) {
    for (std::string const who : {"cleo", "dan", "eve"}) {
        auto const never = found_by(world, who, {{"words", "quiet"}, {"group", secret.never.at("group")}});
        auto const nothing = found_by(world, who, {{"words", "neverwritten"}});
        for (auto const& [kind, ids] : secret.existing) {
            auto const asked = found_by(world, who, {{"words", "quiet"}, {"group", ids.at("group")}});
            check(asked.status == never.status && asked.payload() == never.payload(),
                  who + " can tell by a search in it: " + kind);
        }
        for (std::string const fields : {"words", "author"}) {
            auto asked = found_by(world, who, {{fields, fields == "words" ? "quiet" : "ben"}});
            auto body = std::string{asked.payload()};
            auto const typed = body.find(fields == "words" ? "quiet" : "ben");
            check(body.find("\"results\":[]") != body.npos && body.find("\"older\":null") != body.npos &&
                      body.find("quiet", typed + 5) == body.npos,
                  who + " finds what is not theirs by " + fields);
        }
        check(std::string{nothing.payload()}.find("\"results\":[]") != std::string::npos, who + " finds nothing");
    }
}

}  // namespace kith::test
