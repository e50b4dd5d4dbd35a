// What is told of somebody's origin, language, faith, health and way into the country.
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr Themes somebody = theme::human | theme::kin;

class BackgroundFinder {
public:
    BackgroundFinder(Reader const& reader, Candidates& found) : reader_(reader), found_(found) {}

    void look_at(Mention const& mention) {
        first_ = mention.first, last_ = mention.last;
        auto const themes = mention.themes();
        if (themes & theme::health)
            health();
        else if (themes & theme::common_health)
            common_health();
        if (themes & theme::language) language(themes);
        if (themes & theme::religion)
            religion();
        else if (themes & theme::ethnicity)
            ethnicity(themes);
        if ((themes & theme::colour) && (themes & theme::ethnicity) == 0) colour();
        if (themes & theme::immigration) immigration();
        if (themes & theme::country) country();
    }

private:
    bool phrase() const { return last_ != first_; }
    Themes around(std::size_t before, std::size_t behind) const {
        return reader_.told_before(first_, before) | reader_.told_after(last_ + 1, behind);
    }
    bool capital() const { return reader_.capital(first_); }
    bool capitals() const {
        return reader_.cased(first_) != reader_.lower(first_) &&
               reader_.cased(first_).back() != reader_.lower(first_).back();
    }
    // "Somali boy", "is Somali", "a deaf man"
    bool said_of_somebody() const {
        if (reader_.tells(last_ + 1, somebody) && follows(reader_, last_ + 1)) return true;
        for (std::size_t n = 1; n <= 3 && n <= first_; ++n) {
            auto const word = reader_.lower(first_ - n);
            if (reader_.tells(first_ - n, theme::be) || word == "s" || word == "m")
                return (reader_.told_before(first_ - n + 1, 7) & somebody) != 0 || word == "m" || word == "am";
            if (reader_.tells(first_ - n, somebody) && !reader_.about(first_ - n, topic::pronoun)) return true;
        }
        return false;
    }
    void put(Class what, float confidence) { add(reader_, found_, first_, last_, what, confidence); }

    void health() {
        auto const word = reader_.lower(first_);
        if (!phrase() &&
            any_of(word, {"did", "ms", "send", "sen", "eds", "pans", "pandas", "mnd", "als", "aids", "pots", "ld",
                          "sma", "fnd", "pda", "pica", "tbi", "mnd"}) &&
            !capitals())
            return;
        if (!phrase() &&
            any_of(word, {"blind", "terminal", "cleft", "scarring", "catheter", "dissociative", "fit", "mute", "stroke",
                          "addict", "tumor", "insulin", "detox", "transplant", "abortion", "seizure"}) &&
            !said_of_somebody() && (around(5, 4) & theme::suffer) == 0)
            return put(Class::health, 0.34F);
        auto const told = around(10, 8);
        bool const likely = (told & somebody) != 0 || (told & theme::suffer) != 0;
        put(Class::health, likely ? 0.7F : 0.5F);
    }

    void common_health() {
        auto const told = around(6, 3);
        if ((told & theme::kin) && (told & theme::suffer)) put(Class::health, 0.4F);
    }

    void language(Themes themes) {
        auto const told = around(4, 3);
        bool const speaks =
            (told & theme::speak) != 0 || (reader_.is_sign(last_ + 1, '-') && reader_.lower(last_ + 2) == "speaking");
        if (speaks && (capital() || (themes & theme::doubtful) == 0))
            put(Class::ethnicity, reader_.lower(first_) == "english" ? 0.4F : 0.64F);
        else if ((themes & theme::ethnicity) == 0 && !phrase())
            put(Class::ethnicity, 0.4F);
        else if (phrase())
            put(Class::ethnicity, 0.5F);
    }

    void ethnicity(Themes themes) {
        if ((themes & theme::doubtful) && !capital() &&
            !(reader_.tells(last_ + 1, somebody) && follows(reader_, last_ + 1)))
            return;
        // Of a state, not of a person.
        if (any_of(reader_.lower(last_ + 1),
                   {"government",     "law",      "court",   "courts",     "authorities", "authority", "constitution",
                    "constitutional", "code",     "embassy", "state",      "parliament",  "army",      "republic",
                    "legislation",    "criminal", "civil",   "food",       "restaurant",  "takeaway",  "penal",
                    "supreme",        "legal",    "press",   "convention", "cuisine",     "language",  "lira",
                    "liras",          "currency"}))
            return;
        bool const said = said_of_somebody();
        auto const told = around(6, 4);
        float confidence = said ? 0.78F : (told & somebody) ? 0.56F : 0.4F;
        if (phrase()) confidence += 0.1F;
        // "Turkish national", "of Somali origin": one thing told.
        if (follows(reader_, last_ + 1) &&
            any_of(reader_.lower(last_ + 1), {"national", "nationals", "citizen", "citizens", "origin", "descent",
                                              "heritage", "nationality", "background", "speaker", "speakers"}))
            ++last_;
        put(Class::ethnicity, confidence);
    }

    void colour() {
        if (reader_.tells(last_ + 1, theme::human) && follows(reader_, last_ + 1) &&
            !reader_.about(last_ + 1, topic::pronoun))
            return put(Class::ethnicity, 0.62F);
        if (reader_.tells(last_ + 1, theme::ethnicity) && follows(reader_, last_ + 1)) {
            ++last_;
            return put(Class::ethnicity, 0.64F);
        }
        if (first_ == 0 || !any_of(reader_.lower(first_ - 1), {"is", "are", "was"})) return;
        bool const ends =
            reader_.at(last_ + 1).shape == Shape::sign || any_of(reader_.lower(last_ + 1), {"and", "but"});
        if (ends && first_ > 1 && reader_.tells(first_ - 2, somebody)) put(Class::ethnicity, 0.55F);
    }

    void religion() {
        bool const said = said_of_somebody();
        if (phrase()) return put(Class::religion, 0.95F);
        put(Class::religion, said ? 0.75F : (around(8, 6) & somebody) ? 0.6F : capital() ? 0.45F : 0.34F);
    }

    void immigration() { put(Class::immigration, (around(8, 6) & somebody) ? 0.62F : 0.5F); }

    // "from Somalia", "fled Syria", "born in Poland"
    void country() {
        if (first_ == 0 || !capital()) return;
        auto const before = reader_.lower(first_ - 1);
        bool const come = any_of(before, {"fled", "left", "from"}) ||
                          (before == "in" && first_ > 1 && reader_.about(first_ - 2, topic::birth));
        if (come && (reader_.told_before(first_, 8) & (somebody | theme::immigration))) put(Class::ethnicity, 0.8F);
    }

    Reader const& reader_;
    Candidates& found_;
    std::uint32_t first_ = 0, last_ = 0;
};

}  // namespace

void find_backgrounds(Reader const& reader, Settings const&, Candidates& found) {
    constexpr Themes wanted = theme::health | theme::common_health | theme::language | theme::religion |
                              theme::ethnicity | theme::colour | theme::immigration | theme::country;
    BackgroundFinder finder(reader, found);
    for (auto const& mention : reader.mentions())
        if (mention.about(wanted)) finder.look_at(mention);
}

}  // namespace kith::screen::rules
