// The person's own data, statement beside reader. A statement here never reads a column that somebody else wrote:
// of a quote, a vouch or a decision only the person's own part is taken, and the rest by its id or date.
#include "domain/me/store.hpp"
#include "domain/people/store.hpp"

namespace kith::me {

namespace {

using html::Name;
using html::View;

std::string when(sql::Row const& row, int column) {
    return row.is_null(column) ? std::string{} : iso(row.time(column));
}

View::List collect(sql::Transaction& transaction, sql::Statement const& statement, PersonId person,
                   View (*read)(sql::Row const&)) {
    return transaction.all(statement, read, person);
}

View one_text(sql::Row const& row) {
    View view;
    view.text("field", row.string(0));
    return view;
}

}  // namespace

static sql::Statement const select_fields{"SELECT field FROM practice_fields WHERE person_id = $1 ORDER BY field"};

static sql::Statement const select_memberships{
    "SELECT groups.id, groups.name, memberships.role, memberships.capacity, memberships.joined_at, "
    "memberships.shows_presence FROM memberships JOIN groups ON groups.id = memberships.group_id "
    "WHERE memberships.person_id = $1 ORDER BY memberships.joined_at, groups.id"};

static View read_membership(sql::Row const& row) {
    View view;
    view.text("group_id", row.id<Group>(0).text()).text("group_name", row.string(1)).text("role", row.string(2));
    view.text("capacity", row.string(3)).text("joined_at", when(row, 4)).flag("shows_presence", row.flag(5));
    return view;
}

static sql::Statement const select_posts{
    "SELECT id, group_id, thread_id, quoted_id, body, asks, written_at, edited_at, "
    "EXISTS (SELECT 1 FROM withdrawals WHERE withdrawals.post_id = posts.id) "
    "FROM posts WHERE author_id = $1 ORDER BY id"};

static View read_post(sql::Row const& row) {
    View view;
    view.text("id", row.id<Post>(0).text()).text("group_id", row.id<Group>(1).text());
    auto const thread = row.maybe_id<Post>(2);
    auto const quoted = row.maybe_id<Post>(3);
    view.text("answers_in", thread ? thread->text() : std::string{});
    view.text("quotes", quoted ? quoted->text() : std::string{});
    view.text("body", row.string(4)).flag("asks", row.flag(5));
    view.text("written_at", when(row, 6)).text("edited_at", when(row, 7)).flag("taken_back", row.flag(8));
    return view;
}

static sql::Statement const select_versions{
    "SELECT post_versions.post_id, post_versions.version, post_versions.body, post_versions.written_at "
    "FROM post_versions JOIN posts ON posts.id = post_versions.post_id WHERE posts.author_id = $1 "
    "ORDER BY post_versions.post_id, post_versions.version"};

static View read_version(sql::Row const& row) {
    View view;
    view.text("post", row.id<Post>(0).text()).number("version", row.integer(1)).text("body", row.string(2));
    view.text("written_at", when(row, 3));
    return view;
}

static sql::Statement const select_reactions{
    "SELECT post_id, kind, given_at FROM reactions WHERE person_id = $1 ORDER BY given_at, post_id, kind"};

static View read_reaction(sql::Row const& row) {
    View view;
    view.text("post", row.id<Post>(0).text()).text("kind", row.string(1)).text("given_at", when(row, 2));
    return view;
}

// Open votes. Whose an anonymous one is nobody knows.
static sql::Statement const select_votes{
    "SELECT poll_votes.post_id, poll_votes.ballot FROM poll_votes WHERE poll_votes.person_id = $1 ORDER BY post_id"};

static View read_vote(sql::Row const& row) {
    View view;
    view.text("post", row.id<Post>(0).text()).text("ballot", row.string(1));
    return view;
}

static sql::Statement const select_choices{
    "SELECT poll_choices.post_id, poll_choices.place, poll_choices.words FROM poll_choices "
    "JOIN posts ON posts.id = poll_choices.post_id WHERE posts.author_id = $1 "
    "ORDER BY poll_choices.post_id, poll_choices.place"};

static View read_choice(sql::Row const& row) {
    View view;
    view.text("post", row.id<Post>(0).text()).number("place", row.integer(1)).text("words", row.string(2));
    return view;
}

static sql::Statement const select_addresses{
    "SELECT address, asked_at, confirmed_at FROM mail_addresses WHERE person_id = $1"};

static View read_address(sql::Row const& row) {
    View view;
    view.text("address", row.string(0)).text("asked_at", when(row, 1)).text("confirmed_at", when(row, 2));
    return view;
}

static sql::Statement const select_devices{"SELECT label, made_at FROM devices WHERE person_id = $1 ORDER BY made_at"};

static View read_device(sql::Row const& row) {
    View view;
    view.text("label", row.string(0)).text("made_at", when(row, 1));
    return view;
}

static sql::Statement const select_how_soon{
    "SELECT group_id, how_soon FROM reach_choices WHERE person_id = $1 ORDER BY group_id"};

static View read_how_soon(sql::Row const& row) {
    View view;
    view.text("group_id", row.id<Group>(0).text()).text("how_soon", row.string(1));
    return view;
}

static sql::Statement const select_drafts{
    "SELECT place, body, kept_at FROM drafts WHERE person_id = $1 ORDER BY kept_at, place"};

static View read_draft(sql::Row const& row) {
    View view;
    view.text("place", row.string(0)).text("body", row.string(1)).text("kept_at", when(row, 2));
    return view;
}

static sql::Statement const select_held{
    "SELECT group_id, body, said_at FROM held_posts WHERE person_id = $1 ORDER BY said_at, id"};

static View read_held(sql::Row const& row) {
    View view;
    view.text("group", row.id<Group>(0).text()).text("body", row.string(1)).text("said_at", when(row, 2));
    return view;
}

// What the check keeps of my posts: no words, only what kind of thing was told where.
static sql::Statement const select_told{
    "SELECT post_id, class, told_at FROM told_pieces WHERE person_id = $1 ORDER BY told_at, post_id, class, piece_key"};

static View read_told(sql::Row const& row) {
    View view;
    view.text("post", row.id<Post>(0).text()).text("class", row.string(1)).text("told_at", when(row, 2));
    return view;
}

static sql::Statement const select_left{
    "SELECT post_id, COUNT(*) FROM left_as_is WHERE person_id = $1 GROUP BY post_id ORDER BY post_id"};

static View read_left(sql::Row const& row) {
    View view;
    view.text("post", row.id<Post>(0).text()).number("things", row.integer(1));
    return view;
}

static sql::Statement const select_acceptances{
    "SELECT group_id, version, accepted_at FROM acceptances WHERE person_id = $1 ORDER BY accepted_at, version"};

static View read_acceptance(sql::Row const& row) {
    View view;
    view.text("group_id", row.id<Group>(0).text()).number("version", row.integer(1));
    view.text("accepted_at", when(row, 2));
    return view;
}

static sql::Statement const select_vouches{
    "SELECT group_id, how_known, vouched_at FROM vouches WHERE voucher_id = $1 ORDER BY vouched_at, admission_id"};

// What I said of how I know somebody; who that is stays with them.
static View read_vouch(sql::Row const& row) {
    View view;
    view.text("group_id", row.id<Group>(0).text()).text("how_known", row.string(1)).text("vouched_at", when(row, 2));
    return view;
}

static sql::Statement const select_invitations{
    "SELECT group_id, how_known, made_at, expires_at FROM invitations WHERE inviter_id = $1 ORDER BY made_at, id"};

static View read_invitation(sql::Row const& row) {
    View view;
    view.text("group_id", row.id<Group>(0).text()).text("how_known", row.string(1));
    view.text("made_at", when(row, 2)).text("expires_at", when(row, 3));
    return view;
}

// No decision: a refusal is silent here as everywhere.
static sql::Statement const select_admissions{
    "SELECT id, capacity, begun_at, submitted_at FROM admissions WHERE person_id = $1 ORDER BY begun_at, id"};

static View read_admission(sql::Row const& row) {
    View view;
    view.text("id", row.id<Admission>(0).text()).text("capacity", row.string(1));
    view.text("begun_at", when(row, 2)).text("submitted_at", when(row, 3));
    return view;
}

// My answer by the number of the question; the question is the group's.
static sql::Statement const select_answers{
    "SELECT admission_answers.admission_id, admission_answers.position, admission_answers.answer "
    "FROM admission_answers JOIN admissions ON admissions.id = admission_answers.admission_id "
    "WHERE admissions.person_id = $1 ORDER BY admission_answers.admission_id, admission_answers.position"};

static View read_answer(sql::Row const& row) {
    View view;
    view.text("admission", row.id<Admission>(0).text()).number("question_number", row.integer(1) + 1);
    view.text("answer", row.string(2));
    return view;
}

static sql::Statement const select_reports{
    "SELECT id, post_id, reason, reported_at FROM reports WHERE reported_by = $1 ORDER BY id"};

static View read_report(sql::Row const& row) {
    View view;
    view.text("id", row.id<Report>(0).text()).text("post", row.id<Post>(1).text()).text("reason", row.string(2));
    view.text("reported_at", when(row, 3));
    return view;
}

static sql::Statement const select_acts{
    "SELECT group_id, act, reason, done_at FROM facilitation_log WHERE done_by = $1 ORDER BY id"};

// As a facilitator; whom it was about is left out.
static View read_act(sql::Row const& row) {
    View view;
    view.text("group_id", row.id<Group>(0).text()).text("act", row.string(1)).text("reason", row.string(2));
    view.text("done_at", when(row, 3));
    return view;
}

static sql::Statement const select_agreements{
    "SELECT group_id, version, body, written_at FROM agreements WHERE written_by = $1 ORDER BY written_at, version"};

static View read_agreement(sql::Row const& row) {
    View view;
    view.text("group_id", row.id<Group>(0).text()).number("version", row.integer(1)).text("body", row.string(2));
    view.text("written_at", when(row, 3));
    return view;
}

static sql::Statement const select_asks{
    "SELECT asks.id, asks.group_id, asks.wants, asks.body, asks.by_when, asks.reach, asks.field, asks.asked_at, "
    "ask_ends.ended_at, ask_ends.helped FROM asks LEFT JOIN ask_ends ON ask_ends.ask_id = asks.id "
    "WHERE asks.asker_id = $1 ORDER BY asks.id"};

// What others offered is theirs.
static View read_ask(sql::Row const& row) {
    View view;
    view.text("id", row.id<Ask>(0).text()).text("group_id", row.id<Group>(1).text()).text("wants", row.string(2));
    view.text("body", row.string(3)).text("by", row.string(4)).text("reach", row.string(5));
    view.text("field", row.string(6)).text("asked_at", when(row, 7)).text("ended_at", when(row, 8));
    view.text("helped", row.string(9));
    return view;
}

static sql::Statement const select_offers{
    "SELECT ask_id, words, offered_at, helped_at FROM ask_offers WHERE person_id = $1 ORDER BY offered_at, ask_id"};

static View read_offer(sql::Row const& row) {
    View view;
    view.text("ask", row.id<Ask>(0).text()).text("words", row.string(1));
    view.text("offered_at", when(row, 2)).text("said_to_help_at", when(row, 3));
    return view;
}

// My own alone, and only while the ask is open: then they are gone.
static sql::Statement const select_passes{"SELECT ask_id FROM ask_passes WHERE person_id = $1 ORDER BY ask_id"};

static View read_pass(sql::Row const& row) {
    View view;
    view.text("ask", row.id<Ask>(0).text());
    return view;
}

static sql::Statement const select_turns{
    "SELECT group_id, from_at, until_at FROM rota_turns WHERE person_id = $1 ORDER BY from_at, id"};
static sql::Statement const select_around{
    "SELECT group_id, until_at FROM around WHERE person_id = $1 ORDER BY group_id"};

static View read_around(sql::Row const& row) {
    View view;
    view.text("group_id", row.id<Group>(0).text()).text("until_at", when(row, 1));
    return view;
}

static View read_turn(sql::Row const& row) {
    View view;
    view.text("group_id", row.id<Group>(0).text()).text("from_at", when(row, 1)).text("until_at", when(row, 2));
    return view;
}

static sql::Statement const select_notices{
    "SELECT id, kind, told_at, read_at FROM notices WHERE person_id = $1 ORDER BY id"};

static View read_notice(sql::Row const& row) {
    View view;
    view.text("id", row.id<Notice>(0).text()).text("kind", row.string(1));
    view.text("told_at", when(row, 2)).text("read_at", when(row, 3));
    return view;
}

static sql::Statement const select_messages{
    "SELECT messages.id, messages.conversation_id, messages.body, messages.written_at, "
    "EXISTS (SELECT 1 FROM message_withdrawals WHERE message_withdrawals.message_id = messages.id) "
    "FROM messages WHERE messages.author_id = $1 AND messages.kind = 'words' ORDER BY messages.id"};

static View read_message(sql::Row const& row) {
    View view;
    view.text("id", row.id<Message>(0).text()).text("conversation", row.id<Conversation>(1).text());
    view.text("body", row.string(2)).text("written_at", when(row, 3)).flag("taken_back", row.flag(4));
    return view;
}

// Where I have a seat; who else is there stays with them.
static sql::Statement const select_seats{
    "SELECT conversation_id, taken_at, muted, left_it FROM seats WHERE person_id = $1 ORDER BY taken_at, "
    "conversation_id"};

static View read_seat(sql::Row const& row) {
    View view;
    view.text("conversation", row.id<Conversation>(0).text()).text("since", when(row, 1));
    view.flag("muted", row.flag(2)).flag("left", row.flag(3));
    return view;
}

static sql::Statement const select_message_settings{
    "SELECT takes_messages, shows_typing, shows_reading FROM message_settings WHERE person_id = $1"};

static View read_message_settings(sql::Row const& row) {
    View view;
    view.flag("takes_messages", row.flag(0)).flag("shows_typing", row.flag(1)).flag("shows_reading", row.flag(2));
    return view;
}

// That I blocked somebody, and when; whom is left out.
static sql::Statement const select_blocks{"SELECT blocked_at FROM blocks WHERE person_id = $1 ORDER BY blocked_at"};

static View read_block(sql::Row const& row) {
    View view;
    view.text("blocked_at", when(row, 0));
    return view;
}

// What the check keeps of my messages, as of my posts.
static sql::Statement const select_told_in_messages{
    "SELECT message_id, class, told_at FROM told_in_messages WHERE person_id = $1 "
    "ORDER BY told_at, message_id, class, piece_key"};

static View read_told_in_message(sql::Row const& row) {
    View view;
    view.text("message", row.id<Message>(0).text()).text("class", row.string(1)).text("told_at", when(row, 2));
    return view;
}

static sql::Statement const select_sessions{
    "SELECT kind, label, made_at, used_on, expires_at FROM sessions WHERE person_id = $1 ORDER BY made_at, id"};

static View read_session(sql::Row const& row) {
    View view;
    view.text("kind", row.string(0)).text("label", row.string(1)).text("made_at", when(row, 2));
    view.text("used_on", iso_day(row.time(3))).text("expires_at", when(row, 4));
    return view;
}

namespace {

View profile_of(Person const& person) {
    View view;
    view.text("id", person.id.text()).text("name", person.name).text("email", person.email);
    view.text("capacity", std::string{stored(person.capacity)}).text("joined_at", iso(person.joined_at));
    view.flag("is_host", person.is_host);
    return view;
}

View quiet_of(QuietSettings const& settings) {
    View view;
    view.number("from_minute", settings.from_minute).number("until_minute", settings.until_minute);
    view.flag("all_day", settings.all_day).flag("notice_reactions", settings.notice_reactions);
    view.text("time_zone", settings.time_zone);
    view.number("quiet_weekdays", static_cast<std::int64_t>(settings.quiet_weekdays));
    return view;
}

}  // namespace

html::View everything_of(sql::Transaction& transaction, PersonId id, Time now) {
    View view;
    view.text("made_at", iso(now)).text("made_in_words", in_words(now));
    if (auto const person = people::find(transaction, id)) view.child("profile", profile_of(*person));
    view.list("practice_fields", collect(transaction, select_fields, id, one_text));
    view.child("quiet_settings", quiet_of(people::quiet_settings_of(transaction, id)));
    view.list("addresses", collect(transaction, select_addresses, id, read_address));
    view.list("devices", collect(transaction, select_devices, id, read_device));
    view.list("how_soon", collect(transaction, select_how_soon, id, read_how_soon));
    view.list("memberships", collect(transaction, select_memberships, id, read_membership));
    view.list("posts", collect(transaction, select_posts, id, read_post));
    view.list("versions", collect(transaction, select_versions, id, read_version));
    view.list("reactions", collect(transaction, select_reactions, id, read_reaction));
    view.list("votes", collect(transaction, select_votes, id, read_vote));
    view.list("choices_of_polls", collect(transaction, select_choices, id, read_choice));
    view.list("drafts", collect(transaction, select_drafts, id, read_draft));
    view.list("held", collect(transaction, select_held, id, read_held));
    view.list("told_in_posts", collect(transaction, select_told, id, read_told));
    view.list("left_as_it_is", collect(transaction, select_left, id, read_left));
    view.list("acceptances", collect(transaction, select_acceptances, id, read_acceptance));
    view.list("vouches", collect(transaction, select_vouches, id, read_vouch));
    view.list("invitations", collect(transaction, select_invitations, id, read_invitation));
    view.list("admissions", collect(transaction, select_admissions, id, read_admission));
    view.list("answers", collect(transaction, select_answers, id, read_answer));
    view.list("reports", collect(transaction, select_reports, id, read_report));
    view.list("acts", collect(transaction, select_acts, id, read_act));
    view.list("agreements", collect(transaction, select_agreements, id, read_agreement));
    view.list("asks", collect(transaction, select_asks, id, read_ask));
    view.list("offers", collect(transaction, select_offers, id, read_offer));
    view.list("passes", collect(transaction, select_passes, id, read_pass));
    view.list("turns", collect(transaction, select_turns, id, read_turn));
    view.list("around", collect(transaction, select_around, id, read_around));
    view.list("notices", collect(transaction, select_notices, id, read_notice));
    view.list("messages", collect(transaction, select_messages, id, read_message));
    view.list("conversations", collect(transaction, select_seats, id, read_seat));
    view.list("message_settings", collect(transaction, select_message_settings, id, read_message_settings));
    view.list("blocks", collect(transaction, select_blocks, id, read_block));
    view.list("told_in_messages", collect(transaction, select_told_in_messages, id, read_told_in_message));
    view.list("sessions", collect(transaction, select_sessions, id, read_session));
    return view;
}

}  // namespace kith::me
