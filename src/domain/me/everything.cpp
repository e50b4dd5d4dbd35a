// The person's own data, statement beside reader. A statement here never reads a column that somebody else wrote:
// of a quote, a vouch or a decision only the person's own part is taken, and the rest by its id or date.
#include "domain/me/everything.hpp"
#include "domain/me/store.hpp"
#include "domain/pens/pen.hpp"
#include "domain/people/store.hpp"
#include "domain/proofs/codes.hpp"

namespace kith::me {

namespace {

using html::Name;
using html::View;

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
    "SELECT chain_id, act, reason, done_at FROM acts WHERE done_by = $1 ORDER BY done_at, chain_id, number"};

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

static sql::Statement const select_notices{
    "SELECT id, kind, told_at, read_at FROM notices WHERE person_id = $1 ORDER BY id"};
// To the hour: some are of words under a pen, whose moment nobody is told more sharply.
static std::string hour_of(sql::Row const& row, int column) {
    return row.is_null(column) ? std::string{} : iso(as_told(row.time(column)));
}

static View read_notice(sql::Row const& row) {
    View view;
    view.text("id", row.id<Notice>(0).text()).text("kind", row.string(1));
    view.text("told_at", hour_of(row, 2)).text("read_at", when(row, 3));
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

// The keys and digests themselves are of no use to anybody else, and of danger.
static sql::Statement const select_passkeys{
    "SELECT label, made_at, used_on FROM passkeys WHERE person_id = $1 ORDER BY made_at, id"};

static View read_passkey(sql::Row const& row) {
    View view;
    view.text("label", row.string(0)).text("made_at", when(row, 1));
    view.text("used_on", row.is_null(2) ? std::string{} : iso_day(row.time(2)));
    return view;
}

// Who vouched is left out, as everywhere here.
static sql::Statement const select_account_log{
    "SELECT deed, label, done_at FROM account_log WHERE person_id = $1 ORDER BY id"};

static View read_deed(sql::Row const& row) {
    View view;
    view.text("deed", row.string(0)).text("label", row.string(1)).text("done_at", when(row, 2));
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
    view.flag("badge", settings.badge);
    view.text("time_zone", settings.time_zone);
    view.number("quiet_weekdays", static_cast<std::int64_t>(settings.quiet_weekdays));
    view.flag("pause_late", settings.pause_late.has_value()).number("long_day_hours", settings.long_day_hours);
    auto const late = settings.pause_late.value_or(PauseHours{});
    view.number("pause_from_minute", late.from_minute).number("pause_until_minute", late.until_minute);
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
    add_said(view, transaction, id);
    view.list("acceptances", collect(transaction, select_acceptances, id, read_acceptance));
    view.list("vouches", collect(transaction, select_vouches, id, read_vouch));
    view.list("invitations", collect(transaction, select_invitations, id, read_invitation));
    view.list("admissions", collect(transaction, select_admissions, id, read_admission));
    view.list("answers", collect(transaction, select_answers, id, read_answer));
    view.list("reports", collect(transaction, select_reports, id, read_report));
    view.list("acts", collect(transaction, select_acts, id, read_act));
    view.list("agreements", collect(transaction, select_agreements, id, read_agreement));
    add_asked(view, transaction, id);
    view.list("notices", collect(transaction, select_notices, id, read_notice));
    add_messages(view, transaction, id);
    view.list("sessions", collect(transaction, select_sessions, id, read_session));
    view.list("passkeys", collect(transaction, select_passkeys, id, read_passkey));
    view.flag("asks_for_code", proofs::asks_for_code(transaction, id));
    view.list("account_log", collect(transaction, select_account_log, id, read_deed));
    return view;
}

}  // namespace kith::me
