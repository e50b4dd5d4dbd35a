#include "domain/screening/settings.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/screening/store.hpp"
#include "screen/patterns/patterns.hpp"

namespace kith::screening {

namespace {

std::vector<std::string> forms_from(std::string_view text) {
    std::vector<std::string> forms;
    auto const lines = text::many_lines(text);
    for (std::string_view rest{lines}; !rest.empty();) {
        auto const end = std::min(rest.find('\n'), rest.size());
        auto form = text::one_line(rest.substr(0, end));
        if (!form.empty()) forms.push_back(std::move(form));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return forms;
}

}  // namespace

Result<GroupSettings> read_settings(http::Form const& form) {
    GroupSettings read{form.value("strict") == "yes", form.value("same_area") == "yes",
                       form.value("same_employer") == "yes", forms_from(form.value("forms"))};
    if (read.forms.size() > screen::pattern_forms_max)
        return fail(Error::invalid("forms", fmt::format("Keep it to {} lines.", screen::pattern_forms_max)));
    auto const compiled = screen::Patterns::compile(read.forms);
    if (auto const* fault = std::get_if<screen::PatternFault>(&compiled))
        return fail(Error::invalid("forms", fmt::format("Line {}: {}", fault->form + 1, fault->sentence)));
    return read;
}

void change(Call& call, Facilitator const& facilitator, GroupSettings const& wanted) {
    auto& transaction = call.transaction();
    auto const group = facilitator->group.id;
    auto const before = find_settings(transaction, group);
    std::string changed;
    auto const note = [&](bool differs, std::string_view what) {
        if (!differs) return;
        if (!changed.empty()) changed += ", ";
        changed += what;
    };
    note(wanted.strict != before.strict,
         wanted.strict ? "names and numbers cannot be sent" : "names and numbers can be sent after one more look");
    note(wanted.same_area != before.same_area || wanted.same_employer != before.same_employer, "what members share");
    note(wanted.forms != before.forms, "the words to look for");
    if (changed.empty()) return;
    keep_settings(transaction, group, wanted);
    acts::log(transaction, group, facilitator->person, Act::changed_settings, changed, "", call.now);
}

}  // namespace kith::screening
