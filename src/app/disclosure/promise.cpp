#include "app/disclosure/promise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "base/text.hpp"

namespace kith::app {

namespace {

constexpr std::string_view beside_heading = "## What there is beside the tables";
constexpr std::string_view table_heading = "### ";
constexpr std::string_view theirs = "Theirs by ";
constexpr std::string_view of_nobody = "Nobody's";
constexpr std::string_view words_of = "readable, words of ";

constexpr std::array kinds{
    std::pair{std::string_view{"readable"}, Stands::readable},
    std::pair{std::string_view{"readable, not printed"}, Stands::not_printed},
    std::pair{std::string_view{"only a digest"}, Stands::digest},
    std::pair{std::string_view{"sealed"}, Stands::sealed},
    std::pair{std::string_view{"readable, a person"}, Stands::person},
};

[[noreturn]] void not_understood(std::string_view line) {
    throw std::runtime_error{fmt::format("docs/operating/disclosure.md: not understood: {}", line)};
}

std::vector<std::string_view> split(std::string_view text, std::string_view by) {
    std::vector<std::string_view> parts;
    for (auto at = text.find(by); at != text.npos; at = text.find(by)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + by.size());
    }
    parts.push_back(text);
    return parts;
}

// The words between backticks.
std::vector<std::string> quoted(std::string_view text) {
    auto const parts = split(text, "`");
    std::vector<std::string> words;
    for (std::size_t i = 1; i + 1 < parts.size(); i += 2) words.emplace_back(parts[i]);
    return words;
}

// "`post_id` of `posts.id`, `person_id`"
std::vector<TheirsBy> read_rules(std::string_view text) {
    std::vector<TheirsBy> rules;
    for (auto const part : split(text, ", ")) {
        auto const words = quoted(part);
        if (words.empty() || words.size() > 2) not_understood(text);
        TheirsBy rule{words[0], {}, {}};
        if (words.size() == 2) {
            auto const dot = words[1].find('.');
            if (dot == std::string::npos) not_understood(text);
            rule.table = words[1].substr(0, dot);
            rule.key = words[1].substr(dot + 1);
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

// "| `name` | readable | What it is. |"
PromisedColumn read_column(std::string_view line) {
    auto const cells = split(line, " | ");
    if (cells.size() != 3 || !line.ends_with(" |")) not_understood(line);
    auto const names = quoted(cells[0]);
    if (names.size() != 1) not_understood(line);
    PromisedColumn column{names[0], {}, {}, std::string{cells[2].substr(0, cells[2].size() - 2)}};
    if (cells[1].starts_with(words_of)) {
        auto const whose = quoted(cells[1]);
        if (whose.size() != 1) not_understood(line);
        column.words_of = whose[0];
        return column;
    }
    auto const* const kind =
        std::ranges::find_if(kinds, [&](auto const& each) { return each.first == text::trim(cells[1]); });
    if (kind == kinds.end()) not_understood(line);
    column.stands = kind->second;
    return column;
}

void read_line_of_table(PromisedTable& table, std::string_view line) {
    if (line.empty() || line.starts_with("| column") || line.starts_with("|---") || line.starts_with(of_nobody)) return;
    if (line.starts_with(theirs))
        table.theirs_by = read_rules(line.substr(theirs.size()));
    else if (line.starts_with("| "))
        table.columns.push_back(read_column(line));
    else if (table.sentence.empty())
        table.sentence = line;
    else
        not_understood(line);
}

std::string name_of(std::string_view table, std::string_view column) { return fmt::format("{}.{}", table, column); }

template <class Things>
bool has(Things const& things, std::string_view name) {
    return std::ranges::any_of(things, [&](auto const& thing) { return thing.name == name; });
}

void compare_columns(PromisedTable const& promised, sql::Table const& table, std::vector<std::string>& differ) {
    for (auto const& column : table.columns)
        if (!has(promised.columns, column.name))
            differ.push_back(
                fmt::format("say in docs/operating/disclosure.md what {} holds", name_of(table.name, column.name)));
    auto const must_be_there = [&](std::string_view name) {
        if (!has(table.columns, name))
            differ.push_back(
                fmt::format("docs/operating/disclosure.md names {}, which is not there", name_of(table.name, name)));
    };
    for (auto const& column : promised.columns) {
        must_be_there(column.name);
        if (!column.words_of.empty()) must_be_there(column.words_of);
    }
    for (auto const& rule : promised.theirs_by) must_be_there(rule.column);
}

}  // namespace

Promise read_promise(std::string_view document) {
    Promise promise;
    bool beside = false;
    for (auto const line : split(document, "\n")) {
        if (line.starts_with(table_heading)) {
            promise.tables.push_back({std::string{line.substr(table_heading.size())}, {}, {}, {}});
        } else if (!promise.tables.empty()) {
            read_line_of_table(promise.tables.back(), line);
        } else if (line.starts_with("## ")) {
            beside = line == beside_heading;
        } else if (beside) {
            promise.beside.append(line).append("\n");
        }
    }
    if (promise.tables.empty() || promise.beside.empty()) not_understood("the whole of it");
    return promise;
}

std::vector<std::string> differences(Promise const& promise, std::vector<sql::Table> const& tables) {
    std::vector<std::string> differ;
    for (auto const& table : tables) {
        auto const found = std::ranges::find(promise.tables, table.name, &PromisedTable::name);
        if (found == promise.tables.end())
            differ.push_back(fmt::format("say in docs/operating/disclosure.md what the table {} holds", table.name));
        else
            compare_columns(*found, table, differ);
    }
    for (auto const& promised : promise.tables) {
        if (!has(tables, promised.name))
            differ.push_back(
                fmt::format("docs/operating/disclosure.md names the table {}, which is not there", promised.name));
        for (auto const& rule : promised.theirs_by)
            if (!rule.table.empty() && !has(promise.tables, rule.table))
                differ.push_back(fmt::format("docs/operating/disclosure.md: {} leads to {}, which is not there",
                                             promised.name, rule.table));
    }
    return differ;
}

}  // namespace kith::app
