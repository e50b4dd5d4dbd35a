// Money, shares, measures: exact figures that others may recognise.
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr float usual = 0.42F;

// "5,000", "1.2", "10 000": from the number at `i` to its last token.
std::size_t number_end(Reader const& reader, std::size_t i) {
    std::size_t last = i;
    for (std::size_t n = 0; n < 6; ++n) {
        bool const sign =
            reader.is_sign(last + 1, ',') || reader.is_sign(last + 1, '.') || reader.is_sign(last + 1, '\'');
        if (sign && reader.attached(last + 1) && reader.attached(last + 2) &&
            reader.at(last + 2).shape == Shape::number)
            last += 2;
        else if (reader.at(last + 1).shape == Shape::number && reader.at(last + 1).gap == Gap::space &&
                 reader.at(last + 1).size() == 3 && reader.at(last).size() <= 3)
            ++last;
        else
            break;
    }
    return last;
}

bool scale(std::string_view word) {
    return any_of(word, {"million",   "billion",   "thousand", "hundred",  "k",         "m",       "bn",
                         "old",       "new",       "us",       "swedish",  "turkish",   "german",  "french",
                         "polish",    "danish",    "swiss",    "austrian", "norwegian", "british", "russian",
                         "ukrainian", "hungarian", "czech",    "romanian", "bulgarian"});
}

bool is_currency(Reader const& reader, std::size_t i) {
    return reader.about(i, topic::money) &&
           (reader.at(i).size() > 3 || reader.cased(i) != reader.lower(i) || reader.lower(i) == "quid");
}

}  // namespace

void find_quantities(Reader const& reader, Settings const&, Candidates& found) {
    std::size_t until = 0;
    for (auto const i : reader.numbers()) {
        if (i < until || (i > 0 && reader.attached(i) && reader.sign_at(i - 1) == '\0')) continue;
        std::size_t first = i, last = number_end(reader, i);
        bool amount = false;
        if (i > 0 && reader.is_sign(i - 1, '$') && reader.at(i).gap != Gap::line)
            first = i - 1, amount = true;
        else if (i > 0 && is_currency(reader, i - 1) && follows(reader, i) && reader.at(i - 1).size() == 3)
            first = i - 1, amount = true;
        for (std::size_t n = 0; n < 2 && follows(reader, last + 1) && scale(reader.lower(last + 1)); ++n) {
            bool const unit_follows = is_currency(reader, last + 2) || amount;
            if (!unit_follows && !scale(reader.lower(last + 2))) break;
            ++last;
        }
        if (follows(reader, last + 1)) {
            if (reader.is_sign(last + 1, '%') || reader.is_sign(last + 1, '$'))
                ++last, amount = true;
            else if (is_currency(reader, last + 1) || reader.about(last + 1, topic::measure))
                ++last, amount = true;
            else if (reader.lower(last + 1) == "per" && reader.lower(last + 2) == "cent")
                last += 2, amount = true;
        }
        if (!amount) continue;
        add(reader, found, first, last, Class::quantity, usual);
        until = last + 1;
    }
    // "two million dollars", "fifty pounds"
    for (auto const i : reader.dated()) {
        if (!reader.about(i, topic::small_number)) continue;
        auto last = i;
        for (std::size_t n = 0; n < 3 && follows(reader, last + 1) &&
                                (scale(reader.lower(last + 1)) || reader.about(last + 1, topic::small_number));
             ++n)
            ++last;
        if (!follows(reader, last + 1)) continue;
        if (is_currency(reader, last + 1))
            add(reader, found, i, last + 1, Class::quantity, usual);
        else if (reader.lower(last + 1) == "per" && reader.lower(last + 2) == "cent")
            add(reader, found, i, last + 2, Class::quantity, usual);
    }
}

}  // namespace kith::screen::rules
