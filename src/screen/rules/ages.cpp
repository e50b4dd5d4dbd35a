#include "screen/rules/ages.hpp"
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr float certain = 0.85F, likely = 0.65F, perhaps = 0.5F;

bool ends_as_age(std::string_view rest) {
    return any_of(rest, {"yo", "y",   "yr",   "yrs", "yro", "year",   "years", "yrold", "yearold", "yearolds",
                         "mo", "mth", "mths", "wk",  "wks", "months", "weeks", "m",     "f",       "yos"});
}

struct Digits {
    int value = -1;
    std::string_view rest;  // of the same token
};
Digits leading_digits(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
    return {value_of(text.substr(0, n)), text.substr(n)};
}

class AgeReader {
public:
    AgeReader(Reader const& reader, Candidates& found) : reader_(reader), found_(found) {}

    void look_at(std::size_t i) {
        if (i < until_) return;
        auto const [value, rest] =
            reader_.at(i).shape == Shape::word ? Digits{reader_.value(i), {}} : leading_digits(reader_.lower(i));
        if (value < 0 || value > age_max) return;
        if (i > 0 && reader_.attached(i) && reader_.sign_at(i - 1) == '\0') return;
        if (i > 0 && reader_.is_sign(i - 1, '$')) return;
        std::size_t last = i;
        // "thirty-seven"
        if (reader_.about(i, topic::small_number) && value >= 20 && value % 10 == 0) {
            auto const next = reader_.is_sign(i + 1, '-') ? i + 2 : i + 1;
            if (reader_.about(next, topic::digit) && follows(reader_, next)) last = next;
        }
        if (joined_unit(i, rest) || followed(i, last) || led(i, last) || in_brackets(i) || stated(i, last) ||
            behind_human(i, last) || at_an_age(i, last) || apposition(i, last))
            return;
    }

private:
    void put(std::size_t first, std::size_t last, float confidence, std::string_view reason = {}) {
        add(reader_, found_, first, last, Class::age, confidence, reason);
        until_ = last + 1;
    }

    bool human_near(std::size_t first, std::size_t last) const {
        return ((reader_.told_before(first, 8) | reader_.told_after(last + 1, 5)) & (theme::human | theme::kin)) != 0;
    }

    std::size_t list_end(std::size_t last) const { return age_list_end(reader_, last); }

    // "girl 15", "the boys 8 and 10", "female 34"; not "resident 12", "family 2".
    bool behind_human(std::size_t i, std::size_t last) {
        if (i == 0 || !follows(reader_, i) || reader_.attached(i)) return false;
        auto const word = reader_.lower(i - 1);
        if (!any_of(word,
                    {"boy",       "girl",  "boys",     "girls",    "lad",      "lads",     "lass",     "male",
                     "female",    "man",   "woman",    "son",      "daughter", "brother",  "sister",   "sons",
                     "daughters", "kids",  "children", "siblings", "twins",    "teen",     "teenager", "m",
                     "f",         "mum",   "dad",      "nan",      "gran",     "grandson", "eldest",   "youngest",
                     "oldest",    "nana",  "granny",   "grandad",  "partner",  "husband",  "wife",     "granddaughter",
                     "nephew",    "niece", "toddler",  "brothers", "sisters"}))
            return false;
        auto const end = list_end(last);
        if (!ends_clause(end) || (reader_.about(end + 1, topic::time_unit) && end == last)) return false;
        if (word.size() == 1 && !human_near(i - 1, last)) return false;
        put(i, end, 0.6F);
        return true;
    }

    // "Jayden, 17, is", "Sixteen, living with", "mum, 24": a number by itself where somebody is spoken of.
    bool apposition(std::size_t i, std::size_t last) {
        if (number_at(reader_, i) < 1 || reader_.at(i).shape == Shape::mixed || reader_.at(i).size() > 9) return false;
        if (reader_.lower(i) == "one") return false;
        bool const starts = i == 0 || reader_.at(i).gap == Gap::line || reader_.ends_sentence(i - 1);
        bool const comma = i > 0 && (reader_.is_sign(i - 1, ',') || reader_.is_sign(i - 1, '-'));
        auto before = i;
        if (!starts && !comma && any_of(reader_.lower(i - 1), {"just", "only", "nearly", "almost", "barely"})) --before;
        bool const led_in =
            starts || comma ||
            (before < i && before > 0 && (reader_.is_sign(before - 1, ',') || reader_.ends_sentence(before - 1)));
        if (!led_in || (i > 0 && reader_.attached(i))) return false;
        auto const end = list_end(last);
        if (!ends_clause(end) || reader_.is_sign(end + 1, ':') || (starts && !follows(reader_, end + 1))) return false;
        if (starts && (reader_.is_sign(end + 1, ')') || reader_.is_sign(end + 1, '.')) &&
            reader_.at(i).shape == Shape::number)
            return false;  // "1. Ring"
        // More numbers around: a list of something.
        if (comma && i > 1 && number_at(reader_, i - 2) >= 0) return false;
        bool const named = comma && i > 1 && reader_.capital(i - 2) && reader_.at(i - 2).word == 0;
        bool const kin = comma && i > 1 && reader_.tells(i - 2, theme::kin | theme::human);
        if (!named && !kin && !human_near(i, end)) return false;
        put(i, end, kin || named ? 0.58F : perhaps);
        return true;
    }

    // Nothing follows that the number would count.
    bool ends_clause(std::size_t last) const {
        auto const next = last + 1;
        if (!reader_.has(next) || reader_.at(next).gap == Gap::line) return true;
        char const c = reader_.sign_at(next);
        if (c == '.' || c == ',') return !(reader_.attached(next + 1) && reader_.has_digit(next + 1));
        if (c == ';' || c == '!' || c == '?' || c == ')' || c == '-' || c == ':') return true;
        return any_of(
            reader_.lower(next),
            {"and",     "but", "going", "now",    "so",    "when", "who",     "next", "today", "in",       "yet",
             "is",      "was", "has",   "had",    "at",    "with", "missing", "on",   "this",  "tomorrow", "already",
             "because", "or",  "as",    "living", "lives", "from", "if",      "then", "still", "soon"});
    }

    // "her 18th birthday", "pregnant at 15", "under 5"
    bool at_an_age(std::size_t i, std::size_t last) {
        if (i == 0 || !follows(reader_, i)) return false;
        auto const word = reader_.lower(i - 1);
        if (word == "under" && human_near(i, last) && ends_clause(last)) return put(i - 1, last, 0.45F), true;
        if (word != "at" || i < 2 || !ends_clause(last) || number_at(reader_, i) < 10) return false;
        bool const told = reader_.tells(i - 2, theme::health | theme::common_health) ||
                          any_of(reader_.lower(i - 2), {"pregnant", "married", "widowed", "orphaned", "first", "baby",
                                                        "him", "mum", "died", "mother", "dad", "left", "adopted", "her",
                                                        "removed", "fostered", "diagnosed", "expelled", "excluded"});
        if (!told || (!human_near(i, last) && !somebody_around(reader_, i, last))) return false;
        put(i, last, perhaps);
        return true;
    }

    // "14yo", "14F"
    bool joined_unit(std::size_t i, std::string_view rest) {
        if (rest.empty() || !ends_as_age(rest)) return false;
        if (rest == "m" || rest == "f") {
            if (!human_near(i, i) && !reader_.is_sign(i - 1, '(')) return true;
            put(i, i, likely);
            return true;
        }
        bool const whole = any_of(rest, {"yo", "yro", "yrold", "yearold", "yearolds", "yos"});
        if (whole) return put(i, i, certain), true;
        if (any_of(rest, {"yr", "yrs"}) && human_near(i, i) && !any_of(reader_.lower(i + 1), {"old", "olds"}) &&
            !reader_.is_sign(i + 1, '-'))
            return put(i, i, perhaps), true;
        // "34y.o."
        return unit_behind(i, i, true);
    }

    // " years old", "-year-old", " y/o", " yo", " months old"
    bool followed(std::size_t first, std::size_t last) {
        std::size_t next = last + 1;
        if (reader_.is_sign(next, '-')) ++next;
        if (!follows(reader_, next)) return false;
        auto const word = reader_.lower(next);
        if (word == "yo" || word == "yrold" || word == "yos") return put(first, next, certain), true;
        if (word == "y" && reader_.is_sign(next + 1, '.') && reader_.lower(next + 2) == "o")
            return put(first, next + 2, certain), true;
        if (word == "y" && reader_.is_sign(next + 1, '/') && reader_.lower(next + 2) == "o")
            return put(first, next + 2, certain), true;
        if (!any_of(word, {"year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days", "y", "mth",
                           "mths", "wk", "wks"}))
            return false;
        return unit_behind(first, next, false);
    }

    // Behind the unit at token `unit`: "old", "of age".
    bool unit_behind(std::size_t first, std::size_t unit, bool attached) {
        std::size_t next = unit + 1;
        if (reader_.is_sign(next, '-') || reader_.is_sign(next, '\'')) ++next;
        auto const word = reader_.lower(next);
        if (follows(reader_, next) && any_of(word, {"old", "olds"})) return put(first, next, certain), true;
        if (word == "of" && reader_.lower(next + 1) == "age") return put(first, next + 1, certain), true;
        if (attached && any_of(reader_.lower(unit).substr(reader_.lower(unit).size() - 1), {"y"}) &&
            human_near(first, unit))
            return put(first, unit, perhaps), true;
        return false;
    }

    // "aged 14", "age: 14", "at the age of 14", "turned 14", "14 and 16 aged"
    bool led(std::size_t i, std::size_t last) {
        std::size_t before = i;
        while (before > 0 && i - before < 3 &&
               (reader_.is_sign(before - 1, ':') ||
                any_of(reader_.lower(before - 1), {"of", "just", "about", "only", "around", "is", "nearly", "almost"})))
            --before;
        if (before == 0 || reader_.at(before).gap == Gap::line) return false;
        auto const word = reader_.lower(before - 1);
        if (before < i && reader_.lower(i - 1) == "of" && before == i - 1 &&
            reader_.tells(before - 1, theme::human | theme::kin) && !reader_.about(last + 1, topic::time_unit) &&
            !reader_.tells(last + 1, theme::child | theme::human) && reader_.tells(before - 1, theme::human) &&
            (before == 1 || reader_.ends_sentence(before - 2) || reader_.at(before - 1).gap == Gap::line ||
             any_of(reader_.lower(before - 2), {"a", "the", "this", "little", "young", "old", "that", "another"})) &&
            !any_of(word, {"mum", "mother", "mom", "dad", "father", "parent", "family"})) {
            put(i, last, likely);  // "a girl of seven"
            return true;
        }
        // "getting on for seventy", "pushing ninety", "rising five"
        bool const nearing = (any_of(word, {"pushing", "rising", "approaching"}) ||
                              (word == "for" && before > 1 && reader_.lower(before - 2) == "on")) &&
                             ends_clause(last) && human_near(i, last);
        if (!nearing && !any_of(word, {"aged", "age", "turned", "turning", "turns", "ages"})) return false;
        if (reader_.is_sign(last + 1, '%') ||
            (word.starts_with("turn") && reader_.about(last + 1, topic::time_unit | topic::money)))
            return false;
        auto end = list_end(last);
        if (reader_.about(end + 1, topic::time_unit) && follows(reader_, end + 1)) ++end;
        put(word == "aged" ? before - 1 : i, end, word == "age" ? likely : certain);
        return true;
    }

    // "Aisha (14)", "my son (14)"
    bool in_brackets(std::size_t i) {
        if (i < 2 || !reader_.is_sign(i - 1, '(')) return false;
        auto const last = list_end(i);
        if (!reader_.is_sign(last + 1, ')') && !(reader_.is_sign(last + 1, ',') && last == i)) return false;
        bool const of_person =
            reader_.tells(i - 2, theme::human | theme::kin) || (reader_.capital(i - 2) && reader_.at(i - 2).word == 0);
        if (!of_person || reader_.at(i).size() > 2) return false;
        put(i, last, reader_.tells(i - 2, theme::human | theme::kin) ? likely + 0.1F : perhaps);
        return true;
    }

    // "she is 14", "he's nearly 15", "our lad, 14, has"
    bool stated(std::size_t i, std::size_t last) {
        if (reader_.at(i).shape == Shape::word && reader_.value(i) < 2) return false;
        auto end = list_end(last);
        bool const unit = end == last &&
                          any_of(reader_.lower(last + 1), {"yrs", "yr", "weeks", "wks", "months", "mths"}) &&
                          follows(reader_, last + 1);
        if (unit) ++end;
        if (!ends_clause(end)) return false;
        char const behind = reader_.sign_at(end + 1);
        std::size_t before = i;
        while (before > 0 && i - before < 2 &&
               any_of(reader_.lower(before - 1),
                      {"only", "just", "nearly", "almost", "now", "about", "still", "both", "barely"}))
            --before;
        if (before == 0) return false;
        if (reader_.is_sign(before - 1, ',') && before > 1 && behind == ',') {
            if (reader_.tells(before - 2, theme::kin) ||
                (reader_.tells(before - 2, theme::human) && !reader_.about(before - 2, topic::pronoun)))
                return put(i, end, likely), true;
            return false;
        }
        auto const verb = before - 1;
        bool const is = any_of(reader_.lower(verb), {"is", "was", "im", "are", "were", "am", "be", "hes", "shes"}) ||
                        (any_of(reader_.lower(verb), {"s", "m"}) && verb > 0 && reader_.is_sign(verb - 1, '\''));
        if (!is) return false;
        std::size_t subject = verb;
        // "she'll be 18", "he will be 18"
        if (reader_.lower(verb) == "be" && verb > 1) {
            if (reader_.lower(verb - 1) == "will")
                subject = verb - 1;
            else if (reader_.lower(verb - 1) == "ll" && reader_.is_sign(verb - 2, '\''))
                subject = verb - 2;
        }
        if (reader_.attached(verb) && reader_.is_sign(verb - 1, '\'')) subject = verb - 1;
        bool const joined = any_of(reader_.lower(verb), {"im", "hes", "shes"});
        // "Dilys is 86", "gul is 13"
        bool const named = subject > 0 && reader_.at(subject - 1).shape == Shape::word &&
                           reader_.at(subject - 1).word == 0 && reader_.at(subject - 1).size() > 2 &&
                           (reader_.capital(subject - 1) || subject == 1 || reader_.ends_sentence(subject - 2));
        if (named && end == last && number_at(reader_, i) > 1) return put(i, end, 0.52F), true;
        bool const human =
            joined || (subject > 0 && (reader_.tells(subject - 1, theme::human | theme::kin) ||
                                       any_of(reader_.lower(subject - 1),
                                              {"who", "i", "he", "she", "they", "youngest", "eldest", "oldest"})));
        if (!human) return false;
        put(i, end, likely);
        return true;
    }

    Reader const& reader_;
    Candidates& found_;
    std::size_t until_ = 0;
};

}  // namespace

void find_ages(Reader const& reader, Settings const&, Candidates& found) {
    AgeReader ages(reader, found);
    auto const& numbers = reader.numbers();
    auto const& words = reader.dated();
    for (std::size_t n = 0, w = 0; n < numbers.size() || w < words.size();) {
        if (w == words.size() || (n < numbers.size() && numbers[n] < words[w])) {
            auto const i = numbers[n++];
            ages.look_at(i);
        } else if (auto const i = words[w++]; reader.about(i, topic::small_number)) {
            ages.look_at(i);
        }
    }
}

}  // namespace kith::screen::rules
