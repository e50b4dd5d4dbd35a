#include "corpora.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "lists.hpp"

namespace kith::train {

namespace {

Labels judgment_labels(std::string const& type, std::string const& identifier) {
    bool const masked = identifier != "NO_MASK";
    if (type == "PERSON") return only(masked ? Label::person : Label::everyones);
    if (type == "LOC") return only(masked ? Label::place : Label::everyones);
    if (type == "ORG") return only(masked ? Label::organisation : Label::everyones);
    if (!masked) return only(Label::other);
    if (type == "DATETIME") return only(Label::date);
    if (type == "QUANTITY") return only(Label::quantity);
    if (type == "CODE") return only(Label::code);
    if (type == "DEM") return only(Label::demographic);
    return only(Label::various);
}

// Offsets in characters become offsets in bytes.
std::vector<std::size_t> byte_offsets(std::string const& text) {
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) at.push_back(i);
    at.push_back(text.size());
    return at;
}

struct Row {
    std::string word, label;
};

// Of "B-person", "I-LOC": what it may be; what it is not for `O`.
Labels column_labels(std::string const& label) {
    auto const dash = label.find('-');
    if (dash == std::string::npos) return 0;
    static std::map<std::string, Labels> const known{
        {"person", only(Label::person)},
        {"PER", only(Label::person)},
        {"location", only(Label::place)},
        {"LOC", only(Label::place)},
        {"ORG", only(Label::organisation)},
        {"corporation", only(Label::organisation)},
        {"group", only(Label::organisation)},
        {"product", only(Label::other) | only(Label::various)},
        {"creative-work", only(Label::other) | only(Label::various)},
        {"MISC", only(Label::other) | only(Label::various) | only(Label::demographic) | only(Label::everyones) |
                     only(Label::date)},
    };
    auto const found = known.find(label.substr(dash + 1));
    return found == known.end() ? Labels{0} : found->second;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> all) {
    return std::ranges::find(all, word) != all.end();
}

// Whether people write a space between two words.
bool space_between(std::string const& before, std::string const& word) {
    if (one_of(word, {".",  ",",   "!",  "?",   ";",   ":",   ")",  "]",  "}",   "%",   "...", "…",  "”",  "’", "'s",
                      "’s", "n't", "'m", "'re", "'ve", "'ll", "'d", "’m", "’re", "’ve", "’ll", "''", "..", "!!"}))
        return false;
    return !one_of(before, {"(", "[", "{", "@", "#", "$", "£", "€", "“", "‘", "``"});
}

Document document_of(std::vector<Row> const& rows, Spacing spacing, bool encyclopedia) {
    Document document;
    document.rest = unlooked;
    std::string before;
    bool handle = false;
    Labels open = 0;
    for (auto const& [word, label] : rows) {
        bool const space = spacing == Spacing::everywhere || space_between(before, word);
        if (!document.text.empty() && space) document.text += ' ';
        auto const start = document.text.size();
        document.text += word;
        auto labels = column_labels(label);
        if (encyclopedia && (labels & (only(Label::place) | only(Label::organisation))) != 0)
            labels |= only(Label::everyones);
        // A handle is found by a rule: whatever it is labelled says nothing of names.
        if (spacing == Spacing::natural) {
            if (word.starts_with('@') || (before == "@" && !space))
                handle = true;
            else
                handle = false;
            if (handle) labels = screen::tagger::any_label;
        }
        bool const goes_on = labels != 0 && labels == open && label.starts_with('I') && !handle;
        if (goes_on)
            document.marks.back().end = document.text.size();
        else if (labels != 0)
            document.marks.push_back({start, document.text.size(), labels});
        open = labels;
        before = word;
    }
    return document;
}

}  // namespace

void tidy(Document& document) {
    std::ranges::sort(document.marks, [](Mark const& a, Mark const& b) {
        auto const first = a.end - a.start, second = b.end - b.start;
        return first != second ? first > second : a.start < b.start;
    });
    std::vector<Mark> kept;
    for (auto const& mark : document.marks)
        if (std::ranges::none_of(kept,
                                 [&](Mark const& other) { return mark.start < other.end && other.start < mark.end; }))
            kept.push_back(mark);
    std::ranges::sort(kept, {}, &Mark::start);
    document.marks = std::move(kept);
}

Documents read_judgments(std::filesystem::path const& json) {
    Documents documents;
    for (auto const& judgment : nlohmann::json::parse(read_file(json))) {
        auto const text = judgment.at("text").get<std::string>();
        auto const at = byte_offsets(text);
        auto const& annotations = judgment.at("annotations");
        for (auto const& annotation : annotations) {
            Document document;
            document.text = text;
            document.weight = 1.0F / static_cast<float>(annotations.size());
            for (auto const& mention : annotation.at("entity_mentions")) {
                auto const start = mention.at("start_offset").get<std::size_t>(),
                           end = mention.at("end_offset").get<std::size_t>();
                if (start >= end || end >= at.size()) continue;
                document.marks.push_back({at[start], at[end],
                                          judgment_labels(mention.at("entity_type").get<std::string>(),
                                                          mention.at("identifier_type").get<std::string>())});
            }
            tidy(document);
            documents.push_back(std::move(document));
        }
    }
    return documents;
}

Documents read_columns(std::filesystem::path const& file, Spacing spacing) {
    Documents documents;
    std::vector<Row> rows;
    bool const encyclopedia = file.filename().string().starts_with("wikigold");
    auto const finish = [&] {
        if (!rows.empty()) documents.push_back(document_of(rows, spacing, encyclopedia));
        rows.clear();
    };
    for (auto const& line : lines_of(read_file(file))) {
        auto const cut = line.find_last_of("\t ");
        if (cut == std::string::npos || cut == 0) {
            finish();
            continue;
        }
        if (line.starts_with("-DOCSTART-")) continue;
        rows.push_back({line.substr(0, cut), line.substr(cut + 1)});
    }
    finish();
    return documents;
}

}  // namespace kith::train
