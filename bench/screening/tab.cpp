#include "tab.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string_view>

#include "lists.hpp"
#include "variants.hpp"

namespace kith::bench {

namespace {

// The words that need not be covered: of the original's own list, and the common ones of the parts of speech it leaves
// out.
constexpr std::array<std::string_view, 58> small_words{
    "mr",    "mrs",     "ms",      "no",   "nr",   "about", "of",   "in",      "to",     "for",     "with",    "on",
    "at",    "from",    "by",      "as",   "into", "after", "over", "between", "out",    "through", "during",  "before",
    "under", "around",  "among",   "and",  "or",   "but",   "nor",  "the",     "a",      "an",      "this",    "that",
    "these", "those",   "some",    "any",  "each", "every", "all",  "not",     "s",      "within",  "without", "until",
    "since", "against", "towards", "upon", "per",  "near",  "off",  "both",    "either", "another"};

struct Word {
    std::size_t start, end;
};

bool word_byte(std::string const& text, std::size_t i) {
    auto const c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) return std::isalnum(c) != 0 || c == '_';
    // General punctuation (U+2000 to U+206F), the no-break space and the marks beside it are not of words.
    auto const at = [&](std::size_t n) { return n < text.size() ? static_cast<unsigned char>(text[n]) : 0U; };
    std::size_t lead = i;
    while (lead > 0 && (at(lead) & 0xC0U) == 0x80U) --lead;
    if (at(lead) == 0xE2 && (at(lead + 1) == 0x80 || at(lead + 1) == 0x81)) return false;
    return !(at(lead) == 0xC2 && at(lead + 1) != 0xAA && at(lead + 1) != 0xB5 && at(lead + 1) != 0xBA);
}

std::vector<Word> words_of(std::string const& text) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size();) {
        if (!word_byte(text, i)) {
            ++i;
            continue;
        }
        std::size_t const start = i;
        while (i < text.size() && word_byte(text, i)) ++i;
        words.push_back({start, i});
    }
    return words;
}

bool small(std::string const& text, Word const& word) {
    auto const low = train::lower_of(text.substr(word.start, word.end - word.start));
    return std::ranges::find(small_words, low) != small_words.end();
}

struct Mention {
    std::size_t start, end;
    std::string type, entity;
    bool direct;
};

std::vector<Mention> mentions_of(nlohmann::json const& annotation, std::vector<std::size_t> const& at) {
    std::vector<Mention> mentions;
    for (auto const& mention : annotation.at("entity_mentions")) {
        auto const identifier = mention.at("identifier_type").get<std::string>();
        if (identifier == "NO_MASK") continue;
        mentions.push_back({at[mention.at("start_offset").get<std::size_t>()],
                            at[mention.at("end_offset").get<std::size_t>()],
                            mention.at("entity_type").get<std::string>(), mention.at("entity_id").get<std::string>(),
                            identifier == "DIRECT"});
    }
    return mentions;
}

std::string around(std::string const& text, std::size_t at) {
    auto part = text.substr(at > 50 ? at - 50 : 0, 110);
    std::ranges::replace(part, '\n', ' ');
    return part;
}

// What an annotator's mentions say of the masked words.
void score(std::string const& text, std::vector<Word> const& words, std::vector<screen::Class> const& classes,
           std::vector<char> const& masked, std::vector<Mention> const& mentions, TabFigures& figures, bool show) {
    struct Entity {
        bool direct = false, found = true;
    };
    std::map<std::string, Entity> entities;
    std::vector<char> wanted(text.size(), 0);
    for (auto const& mention : mentions) {
        std::fill(wanted.begin() + static_cast<std::ptrdiff_t>(mention.start),
                  wanted.begin() + static_cast<std::ptrdiff_t>(mention.end), 1);
        bool covered = true;
        for (auto const& word : words)
            if (word.start < mention.end && mention.start < word.end &&
                masked[std::max(word.start, mention.start)] == 0 && !small(text, word))
                covered = false;
        if (show && !covered)
            std::printf("    missed %-9s %s | %s\n", mention.type.c_str(),
                        text.substr(mention.start, mention.end - mention.start).c_str(),
                        around(text, mention.start).c_str());
        auto& entity = entities[mention.entity];
        entity.direct = entity.direct || mention.direct;
        entity.found = entity.found && covered;
        figures.by_type[mention.type].add(covered);
    }
    for (auto const& [id, entity] : entities) (entity.direct ? figures.direct : figures.quasi).add(entity.found);
    for (auto const& word : words) {
        bool const is_wanted = wanted[word.start] != 0, is_masked = masked[word.start] != 0;
        if (is_wanted) figures.token_recall.add(is_masked);
        if (!is_masked) continue;
        if (show && !is_wanted)
            std::printf("    wrong  %.*s %s | %s\n", static_cast<int>(screen::name_of(classes[word.start]).size()),
                        screen::name_of(classes[word.start]).data(),
                        text.substr(word.start, word.end - word.start).c_str(), around(text, word.start).c_str());
        figures.token_precision.add(is_wanted);
        figures.right_by_class[std::string{screen::name_of(classes[word.start])}].add(is_wanted);
    }
}

}  // namespace

TabFigures measure_tab(std::filesystem::path const& json, Finder const& find, Case letters, bool show) {
    TabFigures figures;
    for (auto const& judgment : nlohmann::json::parse(train::read_file(json))) {
        train::Document document;
        document.text = judgment.at("text").get<std::string>();
        std::vector<std::size_t> at;
        for (std::size_t i = 0; i < document.text.size(); ++i)
            if ((static_cast<unsigned char>(document.text[i]) & 0xC0) != 0x80) at.push_back(i);
        at.push_back(document.text.size());
        auto const text = letters == Case::lower ? train::in_lower(document).text : document.text;
        std::vector<char> masked(text.size(), 0);
        std::vector<screen::Class> classes(text.size(), screen::Class::person);
        for (auto const& found : find(text, screen::Level::all))
            for (std::size_t i = found.start; i < found.end; ++i) masked[i] = 1, classes[i] = found.what;
        auto const words = words_of(text);
        for (auto const& annotation : judgment.at("annotations"))
            score(text, words, classes, masked, mentions_of(annotation, at), figures, show);
    }
    return figures;
}

}  // namespace kith::bench
