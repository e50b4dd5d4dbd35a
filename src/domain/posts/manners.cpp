#include "domain/posts/manners.hpp"

#include <algorithm>
#include <charconv>

#include "base/named.hpp"

namespace kith::posts {

namespace {

using html::Seen;

constexpr std::string_view as_before = "as_before";  // of the field `stays`: a change leaves the day as it is

template <class List>
auto choice_in(http::Form const& form, std::string_view field, List const& list, decltype(list[0].value) before)
    -> Result<decltype(list[0].value)> {
    if (!form.has(field)) return before;
    if (auto const choice = value_named(list, form.value(field))) return *choice;
    return fail(Error::invalid(std::string{field}, "Choose one from the list."));
}

template <class List>
html::View::List options(List const& list, std::string_view chosen) {
    html::View::List lines;
    for (auto const& each : list) {
        html::View line;
        line.text("value", std::string{each.stored}).text("words", std::string{each.to_writer});
        line.flag("chosen", each.stored == chosen);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string in_days(int days) { return days == 1 ? "For a day" : "For " + std::to_string(days) + " days"; }

html::View::List stay_options(std::optional<Time> now_goes_at, std::string_view chosen) {
    html::View::List lines;
    auto const add = [&](std::string value, std::string words) {
        html::View line;
        line.flag("chosen", value == chosen);
        line.text("value", std::move(value)).text("words", std::move(words));
        lines.push_back(std::move(line));
    };
    if (now_goes_at) add(std::string{as_before}, "As now: until " + in_words(*now_goes_at));
    add("", "As long as the group keeps them");
    for (auto const days : days_to_stay) add(std::to_string(days), in_days(days));
    return lines;
}

Result<std::optional<Time>> end_in(http::Form const& form, Time now, Manner const& before) {
    auto const value = form.value("stays");
    if (!form.has("stays") || value == as_before) return before.goes_at;
    if (value.empty()) return std::nullopt;
    int days = 0;
    auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), days);
    bool const listed = error == std::errc{} && end == value.data() + value.size() &&
                        std::ranges::find(days_to_stay, days) != days_to_stay.end();
    if (!listed) return fail(Error::invalid("stays", "Choose one from the list."));
    return now + std::chrono::days{days};
}

}  // namespace

Result<Manner> read_manner(http::Form const& form, Of of, Time now, Manner const& before) {
    Manner manner;
    manner.speaks_as = TRY(choice_in(form, "speaks_as", ways_to_speak, before.speaks_as));
    manner.ground = TRY(choice_in(form, "ground", grounds, before.ground));
    manner.note = TRY(choice_in(form, "content_note", content_notes, before.note));
    manner.goes_at = TRY(end_in(form, now, before));
    // A box that is not ticked is not sent: the list beside it tells that the form had one.
    manner.answers_go =
        of == Of::head && manner.goes_at && (form.has("stays") ? form.has("answers_go") : before.answers_go);
    return manner;
}

static sql::Statement const upsert_manner{
    "INSERT INTO manners (post_id, group_id, speaks_as, ground, content_note, goes_at, answers_go, gone_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (post_id) DO UPDATE SET speaks_as = $3, ground = $4, "
    "content_note = $5, goes_at = $6, answers_go = $7, gone_at = $8"};
static sql::Statement const delete_manner{"DELETE FROM manners WHERE post_id = $1"};

void keep_manner(sql::Transaction& transaction, Post const& post, Manner const& manner) {
    if (!manner.says_anything()) {
        transaction.run(delete_manner, post.id);
        return;
    }
    transaction.run(upsert_manner, post.id, post.group, named(ways_to_speak, manner.speaks_as).stored,
                    named(grounds, manner.ground).stored, named(content_notes, manner.note).stored, manner.goes_at,
                    manner.answers_go, manner.gone_at);
}

Manner read_manner_columns(sql::Row const& row, int first) {
    if (row.is_null(first)) return {};
    Manner manner;
    // A list of a later version may know more: what this one does not know says nothing.
    manner.speaks_as = value_named(ways_to_speak, row.text(first)).value_or(SpeaksAs::self);
    manner.ground = value_named(grounds, row.text(first + 1)).value_or(Ground::unsaid);
    manner.note = value_named(content_notes, row.text(first + 2)).value_or(ContentNote::hard);
    manner.goes_at = row.maybe_time(first + 3);
    manner.answers_go = row.flag(first + 4);
    manner.gone_at = row.maybe_time(first + 5);
    return manner;
}

static sql::Statement const select_manner{"SELECT " KITH_MANNER_COLUMNS " FROM manners WHERE post_id = $1"};

Manner manner_of(sql::Transaction& transaction, PostId post) {
    return transaction.one(
                          select_manner, [](sql::Row const& row) { return read_manner_columns(row, 0); }, post)
        .value_or(Manner{});
}

void add_manner_form(Call& call, html::View& view, Of of, Manner const& before) {
    auto const stored = [](auto const& list, auto choice) { return named(list, choice).stored; };
    html::View form;
    form.list("speak_options",
              options(ways_to_speak, call.field("speaks_as", stored(ways_to_speak, before.speaks_as))));
    form.list("ground_options", options(grounds, call.field("ground", stored(grounds, before.ground))));
    form.list("note_options", options(content_notes, call.field("content_note", stored(content_notes, before.note))));
    form.list("stay_options", stay_options(before.goes_at, call.field("stays", before.goes_at ? as_before : "")));
    form.flag("of_head", of == Of::head);
    form.flag("answers_go_chosen", call.filled() ? call.filled()->has("answers_go") : before.answers_go);
    auto const* signing = view.find("signing");
    form.flag("may_sign", signing && !std::holds_alternative<std::monostate>(signing->content));
    auto fault = std::string{};
    for (auto const field : manner_fields)
        if (fault.empty()) fault = call.fault(field);
    form.flag("manner_open", before.says_anything() || !fault.empty());
    form.text("manner_fault", std::move(fault));
    if (!call.fault(written_as_field).empty()) form.flag("manner_open", true);
    view.child("manner_form", std::move(form), Seen::by_templates_only);
}

void add_manner(html::View& view, Manner const& manner) {
    std::string says{named(ways_to_speak, manner.speaks_as).to_reader};
    auto const ground = named(grounds, manner.ground).to_reader;
    if (!says.empty() && !ground.empty()) says += ". ";
    says += ground;
    view.flag("has_manner", !says.empty() || manner.goes_at, Seen::by_templates_only);
    view.text("manner_says", std::move(says));
    view.text("content_note", std::string{named(content_notes, manner.note).to_reader});
    view.text("goes_at", manner.goes_at ? iso(*manner.goes_at) : std::string{});
    view.text("goes_in_words",
              manner.goes_at ? "These words go on " + in_words(*manner.goes_at) +
                                   (manner.answers_go ? ", and the answers with them." : ".")
                             : std::string{},
              Seen::by_templates_only);
}

}  // namespace kith::posts
