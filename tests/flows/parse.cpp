#include <fstream>
#include <stdexcept>

#include "flows/flow.hpp"

namespace kith::test {

namespace {

// Splits at `separator` where it stands outside of quotes.
std::vector<std::string> split(std::string const& text, std::string const& separator) {
    std::vector<std::string> parts{""};
    bool quoted = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\\' && quoted && at + 1 < text.size()) {
            parts.back().append(text, at, 2);
            at += 2;
            continue;
        }
        if (text[at] == '"') quoted = !quoted;
        if (!quoted && text.compare(at, separator.size(), separator) == 0) {
            parts.emplace_back();
            at += separator.size();
            continue;
        }
        parts.back() += text[at++];
    }
    if (quoted) throw std::runtime_error{"a quotation does not end: " + text};
    return parts;
}

// Quotation marks gone, \n and \" taken for what they stand for.
std::string unquoted(std::string const& word) {
    std::string plain;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (word[at] == '\\' && at + 1 < word.size()) {
            ++at;
            plain += word[at] == 'n' ? '\n' : word[at];
        } else if (word[at] != '"') {
            plain += word[at];
        }
    }
    return plain;
}

std::string trimmed(std::string const& text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::vector<std::string> words_of(std::string const& text) {
    std::vector<std::string> words;
    if (auto const brace = text.find(" {\""); brace != text.npos) {  // JSON is one word, as it stands
        words = words_of(text.substr(0, brace));
        words.push_back(trimmed(text.substr(brace)));
        return words;
    }
    for (auto const& part : split(text, " "))
        if (!part.empty()) words.push_back(unquoted(part));
    return words;
}

std::vector<Flow> read_flows(std::string const& file) {
    std::ifstream stream{file};
    std::vector<Flow> flows;
    std::string text;
    for (int number = 1; std::getline(stream, text); ++number) try {
            auto const line = trimmed(text);
            if (line.empty()) continue;
            if (line.starts_with('#')) {
                // Several comment lines on end are one name.
                if (flows.empty() || !flows.back().lines.empty()) flows.push_back({"", file, {}});
                auto& name = flows.back().name;
                name += (name.empty() ? "" : " ") + trimmed(line.substr(1));
                continue;
            }
            if (flows.empty()) throw std::runtime_error{"a flow begins with a line that starts with #"};
            auto const halves = split(line, " -> ");
            Line read{number, words_of(trimmed(halves[0])), {}, line};
            if (halves.size() > 1)
                for (auto const& check : split(halves[1], ", ")) read.checks.push_back(trimmed(check));
            flows.back().lines.push_back(std::move(read));
        } catch (std::runtime_error const& wrong) {
            throw std::runtime_error{file + ":" + std::to_string(number) + ": " + wrong.what()};
        }
    return flows;
}

}  // namespace kith::test
