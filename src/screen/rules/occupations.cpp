// What somebody's relatives do for a living: few people nearby do the same.
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr Themes somebody = theme::human | theme::kin;

class OccupationFinder {
public:
    OccupationFinder(Reader const& reader, Candidates& found) : reader_(reader), found_(found) {}

    void look_at(Mention const& mention) {
        first_ = mention.first, last_ = mention.last;
        if (mention.about(theme::occupation)) occupation();
        if (mention.about(theme::job_verb)) job();
        if (mention.about(theme::kin)) {
            forces();
            trade();
        }
    }

private:
    bool phrase() const { return last_ != first_; }
    Themes around(std::size_t before, std::size_t behind) const {
        return reader_.told_before(first_, before) | reader_.told_after(last_ + 1, behind);
    }
    // "vet dad", "is a model"
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

    // "his dad is a police officer", "mum works as a nurse", "a former soldier"
    void occupation() {
        if (any_of(reader_.lower(first_),
                   {"student", "clerk", "coach", "model", "cook", "potter", "porter", "painter", "vet", "mp"}) &&
            !phrase() && (around(4, 2) & theme::work) == 0 && !said_of_somebody() && !reader_.is_sign(last_ + 1, '\''))
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

    Reader const& reader_;
    Candidates& found_;
    std::uint32_t first_ = 0, last_ = 0;
};

}  // namespace

void find_occupations(Reader const& reader, Settings const&, Candidates& found) {
    OccupationFinder finder(reader, found);
    for (auto const& mention : reader.mentions())
        if (mention.about(theme::occupation | theme::job_verb | theme::kin)) finder.look_at(mention);
}

}  // namespace kith::screen::rules
