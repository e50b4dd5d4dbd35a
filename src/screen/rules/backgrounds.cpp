// What is told of somebody's origin, language, faith, health, work and way into the country.
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
        if (themes & theme::occupation) occupation();
        if (themes & theme::country) country();
        if (themes & theme::job_verb) job();
        if (themes & theme::kin) forces();
        if (themes & theme::kin) trade();
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
            any_of(word, {"did", "ms", "als", "aids", "pots", "ld", "sma", "fnd", "pda", "pica", "tbi", "mnd"}) &&
            !capitals())
            return;
        if (!phrase() &&
            any_of(word, {"blind", "fit", "mute", "stroke", "addict", "tumor", "insulin", "detox", "transplant",
                          "abortion", "seizure"}) &&
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

    // "his dad is a police officer", "mum works as a nurse", "a former soldier"
    void occupation() {
        if (any_of(reader_.lower(first_),
                   {"student", "clerk", "coach", "model", "cook", "potter", "porter", "painter", "vet", "mp"}) &&
            !phrase() && (around(4, 2) & theme::work) == 0 && !said_of_somebody())
            return;
        bool work = false, kin = false, is = false;
        std::size_t n = 1;
        for (; n <= 6 && n <= first_; ++n) {
            auto const i = first_ - n;
            if (reader_.ends_sentence(i)) break;
            work |= reader_.tells(i, theme::work);
            is |= reader_.tells(i, theme::be) || reader_.lower(i) == "s" || reader_.is_sign(i, ',') ||
                  reader_.is_sign(i, '(');
            kin |= reader_.tells(i, theme::kin) || reader_.about(i, topic::pronoun) ||
                   any_of(reader_.lower(i), {"applicant", "who", "client"});
        }
        // "the health visitor said dad": those who help are many, and no relatives.
        bool const helper = any_of(reader_.lower(first_), {"social", "doctor", "gp", "judge", "solicitor", "magistrate",
                                                           "psychologist", "psychiatrist", "paediatrician", "midwife",
                                                           "supervisor", "barrister", "interpreter", "detective"});
        bool const article = first_ > 0 && any_of(reader_.lower(first_ - 1), {"a", "an", "as", "the"});
        if (work && (article || kin)) return put(Class::occupation, 0.62F);
        if (kin && is && article && reader_.lower(first_ - 1) != "the")
            return put(Class::occupation, helper ? 0.52F : 0.64F);
        // "is the local vicar", "was the mayor", "is imam at the mosque"
        auto const be = [&](std::size_t i) {
            return reader_.tells(i, theme::be) || (reader_.lower(i) == "s" && i > 0 && reader_.is_sign(i - 1, '\''));
        };
        bool stated = false;
        for (std::size_t back = 1; back <= 5 && back <= first_ && !stated; ++back) {
            stated = be(first_ - back);
            if (back > 1 &&
                !any_of(reader_.lower(first_ - back + 1),
                        {"the",     "a",       "an",  "local",  "only", "village", "town",   "well",   "known",
                         "former",  "retired", "ex",  "famous", "our",  "their",   "senior", "junior", "deputy",
                         "serving", "new",     "old", "now",    "also", "big",     "top",    "-"}))
                stated = false;
            if (reader_.ends_sentence(first_ - back)) break;
        }
        // "vicar's daughter", "her fireman dad"
        auto owned = last_ + 1;
        bool const possessive = reader_.is_sign(owned, '\'') && reader_.lower(owned + 1) == "s";
        if (possessive) owned += 2;
        if (!helper && follows(reader_, owned) && !reader_.about(owned, topic::pronoun) &&
            (reader_.tells(owned, theme::kin) ||
             (possessive &&
              any_of(reader_.lower(owned), {"lad", "kid", "kids", "child", "children", "boy", "girl", "family"}))))
            return put(Class::occupation, 0.58F);
        if (kin && stated && !helper) return put(Class::occupation, 0.57F);
        if (first_ > 0 && reader_.tells(first_ - 1, theme::kin) && !helper) return put(Class::occupation, 0.5F);
        if (phrase() && (around(6, 4) & theme::kin)) return put(Class::occupation, 0.5F);
        auto const behind = reader_.lower(last_ + 1);
        if (behind == "by" && any_of(reader_.lower(last_ + 2), {"profession", "trade", "occupation", "training"}))
            return put(Class::occupation, 0.6F);
    }

    // "his dad runs the chippy", "mum works at the prison", "dad's in the police"
    void job() {
        bool kin = false;
        for (std::size_t n = 1; n <= 2 && n <= first_; ++n)
            kin |= reader_.tells(first_ - n, theme::kin) ||
                   any_of(reader_.lower(first_ - n), {"he", "she", "who", "family", "parents"});
        if (!kin) return;
        bool const own_kin = (reader_.told_before(first_, 8) & theme::kin) != 0;
        std::size_t next = last_ + 1;
        bool const works = any_of(reader_.lower(first_), {"works", "worked", "plays", "played", "serving", "teaches",
                                                          "taught", "cleans", "preaches", "work", "teach", "coaches"});
        if (works && any_of(reader_.lower(next), {"nights", "days", "shifts", "offshore", "abroad", "away", "part",
                                                  "full", "there", "locally"})) {
            if (any_of(reader_.lower(next), {"offshore", "abroad"}))
                return add(reader_, found_, first_, next, Class::occupation, 0.5F);
            next += any_of(reader_.lower(next), {"part", "full"}) ? 2 : 1;
        }
        if (works && !any_of(reader_.lower(next), {"as", "at", "in", "for", "on", "down"})) return;
        if (works) ++next;
        if (!works &&
            !any_of(reader_.lower(next), {"the", "a", "an", "our", "his", "her", "their", "buses", "taxis", "lorries"}))
            return;
        if (any_of(reader_.lower(next), {"home", "nights", "time", "me", "that", "progress", "crazy", "mad"}) ||
            any_of(reader_.lower(next + 1), {"bit", "lot", "risk", "way", "mile"}))
            return;
        std::size_t end = next;
        for (std::size_t n = 0; n < 4 && follows(reader_, end + 1) && is_word(reader_, end + 1) &&
                                !any_of(reader_.lower(end + 1),
                                        {"and", "but", "so", "who", "which", "where", "when", "he", "she", "they"});
             ++n)
            ++end;
        if (!is_word(reader_, end)) return;
        add(reader_, found_, first_, end, Class::occupation, own_kin ? 0.56F : 0.42F);
    }

    // "dad's a roofer": a word made like the name of a trade, behind a relative.
    void trade() {
        std::size_t next = last_ + 1;
        if (reader_.is_sign(next, '\'') && reader_.attached(next)) ++next;
        if (!any_of(reader_.lower(next), {"s", "is", "was", "being"}) && !reader_.is_sign(next, ',') &&
            !reader_.is_sign(next, '('))
            return;
        ++next;
        if (!any_of(reader_.lower(next), {"a", "an", "the"})) return;
        for (std::size_t n = 0; n < 3; ++n) {
            auto const at = next + 1 + n;
            if (!follows(reader_, at) || reader_.at(at).shape != Shape::word || reader_.about(at, topic::common))
                return;
            auto const after = reader_.lower(at + 1);
            bool const ends = reader_.at(at + 1).shape == Shape::sign || reader_.at(at + 1).gap == Gap::line ||
                              reader_.about(at + 1, topic::common) || after == "who";
            if (!ends) continue;
            if (named_like_a_trade(reader_.lower(at)) &&
                !reader_.tells(at, theme::occupation | theme::kin | theme::human))
                add(reader_, found_, at, at, Class::occupation, 0.54F);
            return;
        }
    }

    static bool named_like_a_trade(std::string_view word) {
        if (word.size() < 5 ||
            any_of(word, {"drinker",    "smoker",     "stranger",  "danger",      "matter",   "letter",   "member",
                          "number",     "user",       "carer",     "offender",    "loser",    "lover",    "fighter",
                          "monster",    "killer",     "abuser",    "perpetrator", "worker",   "dealer",   "liar",
                          "disaster",   "winner",     "character", "survivor",    "believer", "hoarder",  "gambler",
                          "runner",     "talker",     "sleeper",   "eater",       "keeper",   "factor",   "error",
                          "terror",     "neighbour",  "neighbor",  "behaviour",   "player",   "newcomer", "foreigner",
                          "stepfather", "stepmother", "order",     "disorder",    "wonder",   "bother",   "mister",
                          "sinner",     "leader",     "martyr",    "rather",      "server",   "trigger",  "answer",
                          "corner",     "summer",     "winter",    "dinner"}))
            return false;
        for (std::string_view const ending :
             {"er", "or", "ist", "ician", "man", "woman", "smith", "monger", "wright", "herd"})
            if (word.ends_with(ending)) return true;
        return false;
    }

    // "dad's in the police", "mum's on the council"
    void forces() {
        std::size_t next = last_ + 1;
        if (reader_.is_sign(next, '\'')) ++next;
        if (any_of(reader_.lower(next), {"s", "is", "was"})) ++next;
        bool const on =
            reader_.lower(next) == "on" && reader_.lower(next + 1) == "the" &&
            any_of(reader_.lower(next + 2), {"bins", "buses", "rigs", "council", "railway", "railways", "boats",
                                             "ships", "lorries", "taxis", "trawlers", "tills", "trains", "ambulances"});
        if (on) add(reader_, found_, next, next + 2, Class::occupation, 0.6F);
        if (reader_.lower(next) != "in" || reader_.lower(next + 1) != "the") return;
        if (any_of(reader_.lower(next + 2), {"police", "army", "navy", "raf", "marines", "forces", "military", "fire",
                                             "force", "clergy", "merchant"}))
            add(reader_, found_, next, next + 2, Class::occupation, 0.62F);
    }

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
                              theme::ethnicity | theme::colour | theme::immigration | theme::occupation |
                              theme::country | theme::job_verb | theme::kin;
    BackgroundFinder finder(reader, found);
    for (auto const& mention : reader.mentions())
        if (mention.about(wanted)) finder.look_at(mention);
}

}  // namespace kith::screen::rules
