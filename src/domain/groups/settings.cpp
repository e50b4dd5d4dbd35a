#include "domain/groups/settings.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/groups/questions.hpp"
#include "domain/groups/store.hpp"

namespace kith::groups {

namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto line = text::one_line(text.substr(0, end));
        if (!line.empty()) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::optional<std::string> fault_of(std::vector<std::string> const& questions) {
    if (questions.size() > group_questions_max) return "Ask at most ten questions.";
    for (auto const& question : questions)
        if (text::characters(question) > group_question_characters_max)
            return "Keep each question under 200 characters.";
    return std::nullopt;
}

}  // namespace

Result<Settings> read_settings(http::Form const& form) {
    Settings read;
    std::vector<Fault> faults;
    read.name = text::one_line(form.value("name"));
    if (read.name.empty() || text::characters(read.name) > group_name_characters_max)
        faults.push_back({"name", "Give the group a name of at most 80 characters. Only its members see it."});
    read.told_to_newcomers = text::many_lines(form.value("told_to_newcomers"));
    if (text::characters(read.told_to_newcomers) > told_to_newcomers_characters_max)
        faults.push_back({"told_to_newcomers", "Keep this under 2,000 characters."});
    auto const number = text::trim(form.value("vouches_needed"));
    auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), read.vouches_needed);
    if (error != std::errc{} || end != number.data() + number.size() || read.vouches_needed < 1 ||
        read.vouches_needed > vouches_needed_max)
        faults.push_back({"vouches_needed", "Choose a number from 1 to 5."});
    read.questions = lines_of(text::many_lines(form.value("questions")));
    if (auto fault = fault_of(read.questions)) faults.push_back({"questions", std::move(*fault)});
    if (!faults.empty()) return fail(Error::invalid(std::move(faults)));
    return read;
}

void change(Call& call, Facilitator const& facilitator, Settings const& wanted) {
    auto& transaction = call.transaction();
    auto const& group = facilitator->group;
    std::string changed;
    auto const note = [&](bool differs, std::string_view what) {
        if (!differs) return;
        if (!changed.empty()) changed += ", ";
        changed += what;
    };
    note(wanted.name != group.name, "the name");
    note(wanted.told_to_newcomers != group.told_to_newcomers, "what newcomers are told");
    note(wanted.vouches_needed != group.vouches_needed, "how many must know a newcomer");
    note(wanted.questions != questions(transaction, group.id), "the questions to newcomers");
    if (changed.empty()) return;
    update(transaction, group.id, wanted.name, wanted.told_to_newcomers, wanted.vouches_needed);
    set_questions(transaction, group.id, wanted.questions);
    acts::log(transaction, group.id, facilitator->person, Act::changed_settings, changed, "", call.now);
}

Result<TopicId> add_topic(Call& call, Facilitator const& facilitator, std::string_view name) {
    auto const group = facilitator->group.id;
    auto const topic = text::one_line(name);
    if (topic.empty() || text::characters(topic) > topic_name_characters_max)
        return fail(Error::invalid("topic", "Give the topic a name of at most 60 characters."));
    auto const there = topics(call.transaction(), group);
    if (there.size() >= topics_max)
        return fail(Error::conflict("There are fifty topics. That is as many as a group can have."));
    if (std::ranges::find(there, topic, &TopicLine::name) != there.end())
        return fail(Error::invalid("topic", "There is a topic of this name already."));
    auto const id = TopicId::random();
    add_topic(call.transaction(), group, id, topic, call.now);
    acts::log(call.transaction(), group, facilitator->person, Act::added_topic, topic, "", call.now);
    return id;
}

}  // namespace kith::groups
