#include <algorithm>

#include "domain/people/store.hpp"
#include "domain/screening/replacing.hpp"
#include "domain/screening/screening.hpp"
#include "domain/screening/store.hpp"
#include "screen/model/embedded_model.hpp"
#include "screen/patterns/patterns.hpp"

namespace kith::screening {

namespace {

screen::Today today_of(Time now) {
    auto const day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{now.milliseconds}});
    std::chrono::year_month_day const date{day};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month()))};
}

screen::Nearness nearness_of(GroupSettings const& settings) {
    if (settings.same_area && settings.same_employer) return screen::Nearness::both;
    if (settings.same_area) return screen::Nearness::same_area;
    return settings.same_employer ? screen::Nearness::same_employer : screen::Nearness::none;
}

screen::Surroundings surroundings_of(Call& call, Where const& where, std::vector<std::string> members) {
    auto& transaction = call.transaction();
    auto const writer = call.viewer().person;
    auto settings = find_settings(transaction, where.group);
    screen::Surroundings found;
    found.today = today_of(call.now);
    found.nearness = nearness_of(settings);
    found.strict = settings.strict;
    found.told = told_by(transaction, where, writer, call.now - pieces_remembered);
    if (where.changed) found.left = left_in(transaction, *where.changed, writer);
    found.members = std::move(members);
    found.forms = std::move(settings.forms);
    return found;
}

// What was looked at before the transaction, and where.
struct Ahead {
    std::string words;
    screen::Surroundings around;
    screen::Looked looked;
};

thread_local std::uint64_t checks = 0;

screen::Looked check(std::string_view words, screen::Surroundings const& around) {
    ++checks;
    // Forms are checked before they are kept; one that fails all the same is no reason to lose a post.
    auto const compiled = screen::Patterns::compile(around.forms);
    return screen::look_over(words, screen::embedded_model(), around, std::get_if<screen::Patterns>(&compiled));
}

// The strictest of the groups holds, and what any of them looks for is looked for.
screen::Surroundings surroundings_of(Call& call, Between const& between) {
    auto& transaction = call.transaction();
    GroupSettings together;
    for (auto const group : between.groups) {
        auto const settings = find_settings(transaction, group);
        together.strict |= settings.strict;
        together.same_area |= settings.same_area;
        together.same_employer |= settings.same_employer;
        for (auto const& form : settings.forms)
            if (std::ranges::find(together.forms, form) == together.forms.end()) together.forms.push_back(form);
    }
    screen::Surroundings found;
    found.today = today_of(call.now);
    found.nearness = nearness_of(together);
    found.strict = together.strict;
    if (between.conversation)
        found.told = told_by(transaction, *between.conversation, call.viewer().person, call.now - pieces_remembered);
    found.members = between.names;
    found.forms = std::move(together.forms);
    return found;
}

std::optional<people::Pause> pause_for(Call& call) {
    if (call.form.has(paused_field)) return std::nullopt;
    for (auto const hold : call.form.values(hold_field))
        if (!hold.empty()) return std::nullopt;
    return people::pause_at(people::quiet_settings_of(call.transaction(), call.viewer().person), call.now);
}

std::string with_wording(Call const& call, std::string words) {
    auto const wording = call.form.value("replace");
    return wording.empty() ? words : replaced(std::move(words), wording);
}

}  // namespace

std::uint64_t times_checked() { return checks; }

std::string looked_at(std::string_view words) { return screen::hexadecimal(screen::mark_of(words)); }

namespace {

// What is looked at together: the words, and under them a line for each that is said beside them.
struct Text {
    std::string whole;
    std::size_t words_bytes;
    std::vector<std::string> lines;

    Text(Call const& call, std::string words, std::vector<std::string> beside) : lines{std::move(beside)} {
        for (auto const& line : lines) words.append("\n").append(line);
        whole = with_wording(call, std::move(words));
        // A wording may have been put in anywhere; it brings no new line.
        words_bytes = whole.size();
        for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
            auto const end = words_bytes;
            words_bytes = whole.rfind('\n', end - 1);
            *line = whole.substr(words_bytes + 1, end - words_bytes - 1);
        }
    }
    std::string words() const { return whole.substr(0, words_bytes); }
};

// Its writer has looked at all of it, or at the words alone (in the browser, which looks at no more) where nothing
// besides asks for it.
bool was_looked_at(Call const& call, Text const& text, screen::Looked const& looked) {
    auto const mark = call.form.value("looked");
    if (mark == looked_at(text.whole)) return true;
    bool const in_words_alone = std::ranges::all_of(looked.look.findings, [&](std::size_t place) {
        return looked.report.findings[place].start < text.words_bytes;
    });
    return !text.lines.empty() && in_words_alone && mark == looked_at(text.words());
}

}  // namespace

class Looking {
public:
    static std::variant<Screened, Asked> look(Call&, screen::Surroundings const& around, Text const&,
                                              std::optional<people::Pause> = {});
    static Slow ahead(Call&, screen::Surroundings around, std::string whole);
};

Slow Looking::ahead(Call& call, screen::Surroundings around, std::string whole) {
    return [&call, whole = std::move(whole), around = std::move(around)]() -> Result<void> {
        call.ahead = Ahead{whole, around, check(whole, around)};
        return {};
    };
}

Slow look_ahead(Call& call, Where const& where, std::string words, std::vector<std::string> const& lines) {
    return Looking::ahead(call, surroundings_of(call, where, member_names(call.transaction(), where.group)),
                          Text{call, std::move(words), lines}.whole);
}

Slow look_ahead(Call& call, Between const& between, std::string words, std::vector<std::string> const& lines) {
    return Looking::ahead(call, surroundings_of(call, between), Text{call, std::move(words), lines}.whole);
}

std::variant<Screened, Asked> look(Call& call, Where const& where, std::string words, std::vector<std::string> lines) {
    return Looking::look(call, surroundings_of(call, where, member_names(call.transaction(), where.group)),
                         Text{call, std::move(words), std::move(lines)}, pause_for(call));
}

std::variant<Screened, Asked> look(Call& call, Between const& between, std::string words,
                                   std::vector<std::string> lines) {
    return Looking::look(call, surroundings_of(call, between), Text{call, std::move(words), std::move(lines)});
}

std::variant<Screened, Asked> Looking::look(Call& call, screen::Surroundings const& around, Text const& text,
                                            std::optional<people::Pause> pause) {
    auto const* ahead = std::any_cast<Ahead>(&call.ahead);
    bool const fits = ahead && ahead->words == text.whole && ahead->around == around;
    auto looked = fits ? ahead->looked : check(text.whole, around);
    bool const asks = looked.look.things() > 0;
    bool const was_changed = !call.form.value("replace").empty();
    if (was_changed || !looked.look.may_send || (asks && !was_looked_at(call, text, looked)) || pause)
        return Asked{text.whole, std::move(looked), around.strict, text.words(), text.lines, pause};
    Screened screened{text.words(), text.lines};
    screened.told_ = std::move(looked.report.jigsaw.told);
    screened.left_ = std::move(looked.look.keys);
    return screened;
}

void remember(sql::Transaction& transaction, GroupId group, PostId post, PersonId writer, Screened const& screened,
              Time now) {
    set_told(transaction, group, post, writer, screened.told_, now);
    add_left(transaction, group, post, writer, screened.left_);
}

void remember(sql::Transaction& transaction, ConversationId conversation, MessageId message, PersonId writer,
              Screened const& screened, Time now) {
    add_told(transaction, conversation, message, writer, screened.told_, now);
}

std::string surroundings(Call& call, Between const& between) { return screen::text_of(surroundings_of(call, between)); }

std::string surroundings(Call& call, Where const& where, std::vector<std::string> members) {
    return screen::text_of(surroundings_of(call, where, std::move(members)));
}

}  // namespace kith::screening
