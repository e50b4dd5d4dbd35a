#include "platform/sql/text_search.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/words.hpp"
#include "platform/sql/database.hpp"

namespace kith::sql {

namespace {

constexpr std::string_view index_words = "CREATE TEXT INDEX";
constexpr std::string_view leave_out_words = "LEAVE OUT OF TEXT INDEX";

std::string label_of(IdBytes const& circle) {
    std::string label;
    for (auto const byte : circle) fmt::format_to(std::back_inserter(label), "{:02x}", byte);
    return label;
}

std::string quoted(std::string_view label, std::string_view word, TextSyntax const& syntax) {
    return fmt::format("{0}{1}{2}{0}", syntax.quote, label, word);
}

std::string phrase(std::string_view label, std::vector<std::string> const& phrase_words, TextSyntax const& syntax) {
    std::string text{syntax.phrase_begin};
    for (auto const& word : phrase_words) {
        if (&word != &phrase_words.front()) text += syntax.phrase_between;
        text += syntax.quotes_each_word ? quoted(label, word, syntax) : fmt::format("{}{}", label, word);
    }
    return text += syntax.phrase_end;
}

std::string term_in(std::string_view label, TextQuery::Term const& term, TextSyntax const& syntax) {
    using Form = TextQuery::Form;
    if (term.form == Form::phrase) return phrase(label, term.words, syntax);
    auto const& word = term.words.front();
    auto const whole = quoted(label, words::stem(word), syntax);
    if (term.form == Form::any_form) return whole;
    return fmt::format("({}{}{}{})", whole, syntax.either, quoted(label, word, syntax), syntax.go_on);
}

bool in_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

std::vector<std::string_view> names_in(std::string_view text) {
    std::vector<std::string_view> names;
    while (!text.empty()) {
        auto const begin = std::ranges::find_if(text, in_name);
        text.remove_prefix(static_cast<std::size_t>(begin - text.begin()));
        auto const end = std::ranges::find_if_not(text, in_name);
        auto const length = static_cast<std::size_t>(end - text.begin());
        if (length > 0) names.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return names;
}

TextIndexWords read_words(std::string_view statement) {
    using What = TextIndexWords::What;
    bool const leaves_out = statement.starts_with(leave_out_words);
    auto const names = names_in(statement);
    auto const what = leaves_out ? What::leave_out : names.empty() ? What::make : What::index;
    std::size_t const wanted = what == What::make ? 0 : what == What::index ? 4 : 6;
    if (names.size() != wanted)
        throw Failure{Failure::Kind::broken, fmt::format("a migration's words for the text index: {}", statement)};
    return {what, names};
}

}  // namespace

std::string text_expression(TextQuery const& query, TextSyntax const& syntax) {
    std::string expression;
    for (auto const& circle : query.circles) {
        auto const label = label_of(circle);
        std::string in_circle;
        for (auto const& term : query.terms) {
            if (!in_circle.empty()) in_circle += syntax.both;
            in_circle += term_in(label, term, syntax);
        }
        if (in_circle.empty()) in_circle = quoted(label, "", syntax);  // stands in every text of the circle
        if (!expression.empty()) expression += syntax.either;
        expression += fmt::format("({})", in_circle);
    }
    return expression.empty() ? std::string{syntax.nothing} : expression;
}

std::vector<TextIndexWords> text_indexes_in(std::string_view script) {
    std::vector<TextIndexWords> found;
    while (!script.empty()) {
        bool const ours = script.starts_with(index_words) || script.starts_with(leave_out_words);
        auto const end = script.find(ours ? ';' : '\n');
        auto const piece = script.substr(0, end == script.npos ? end : end + 1);
        if (ours) found.push_back(read_words(piece));
        script.remove_prefix(piece.size());
    }
    return found;
}

std::string with_text_indexes(std::string_view script, std::string (*write)(TextIndexWords const&)) {
    std::string done;
    while (!script.empty()) {
        bool const ours = script.starts_with(index_words) || script.starts_with(leave_out_words);
        auto const end = script.find(ours ? ';' : '\n');
        auto const piece = script.substr(0, end == script.npos ? end : end + 1);
        done += ours ? write(read_words(piece)) : std::string{piece};
        script.remove_prefix(piece.size());
    }
    return done;
}

}  // namespace kith::sql
