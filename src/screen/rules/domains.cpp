#include "screen/rules/domains.hpp"

#include "screen/rules/words.hpp"

namespace kith::screen::rules {

// ".", " dot ", "(dot)", "[.]" at token `i`.
Dot dot_at(Reader const& reader, std::size_t i) {
    if (reader.is_sign(i, '.') && reader.attached(i) && reader.attached(i + 1)) return {i + 1, false};
    if (reader.is_sign(i, '.') && reader.at(i).gap == Gap::space && reader.at(i + 1).gap == Gap::space &&
        reader.about(i + 1, topic::ending))
        return {i + 1, true};
    if (reader.lower(i) == "dot" && reader.at(i).gap != Gap::line) return {i + 1, true};
    bool const bracket =
        reader.is_sign(i, '(') || reader.is_sign(i, '[') || reader.is_sign(i, '{') || reader.is_sign(i, '<');
    if (bracket && (reader.lower(i + 1) == "dot" || reader.is_sign(i + 1, '.')) &&
        reader.at(i + 2).shape == Shape::sign)
        return {i + 3, true};
    return {};
}

// "gmail.com", "gmail dot com", "nhs.uk" from token `i` on.
Domain domain_at(Reader const& reader, std::size_t i) {
    Domain domain;
    if (!is_word(reader, i)) return domain;
    std::size_t last = i;
    for (std::size_t n = 0; n < part_tokens_max; ++n) {
        if (reader.is_sign(last + 1, '-') && reader.attached(last + 1) && reader.attached(last + 2) &&
            is_word(reader, last + 2)) {
            last += 2;
            continue;
        }
        auto const dot = dot_at(reader, last + 1);
        if (dot.next == 0 || !is_word(reader, dot.next) || reader.at(dot.next).gap == Gap::line) break;
        // Written out, only what ends addresses may follow.
        auto const& token = reader.at(dot.next);
        if (dot.hidden && !reader.about(dot.next, topic::ending) && token.size() > 20) break;
        last = dot.next;
        ++domain.labels;
        domain.hidden |= dot.hidden;
        domain.ending = reader.about(last, topic::ending);
        domain.last = last;
    }
    return domain;
}

}  // namespace kith::screen::rules
