#include "screen/tone/tone.hpp"

#include <algorithm>
#include <utility>

#include "screen/jigsaw/plain_words.hpp"
#include "screen/tone/judging.hpp"
#include "screen/tone/sentences.hpp"
#include "screen/tone/weights.hpp"
#include "screen/tone/words.hpp"

namespace kith::screen {

namespace {

using namespace tone;

constexpr unsigned pestering_min = 2;

constexpr std::string_view contempt_reason =
    "This could hurt the person it is about if they read it. Could you say what happened, not what they are?";
constexpr std::string_view insult_reason = "This is an insult to somebody. Would you say it with them in the room?";
constexpr std::string_view slur_reason = "This word hurts everyone it is used for. Could you leave it out?";
constexpr std::string_view dehuman_reason =
    "This speaks of somebody as less than a person. If it has been that hard, say that instead.";
constexpr std::string_view threat_reason =
    "This reads as a threat. Could you wait a while, or talk it over with somebody first?";
constexpr std::string_view harassment_reason =
    "This turns people against somebody, or follows them. Could you speak with them alone, or with a facilitator?";
constexpr std::string_view pester_reason =
    "This presses people for an answer. Not everyone can give one, and nobody has to.";

struct Verdict {
    Danger danger = Danger::none;
    std::string_view reason;
    std::size_t first = 0, last = 0;  // words; one past the last
};

class Judge {
public:
    Judge(std::string_view lower, Talk const& talk, Weights const& weights)
        : lower_(lower), talk_(talk), weights_(weights) {}

    Verdict run() {
        for (std::size_t sentence = 0; sentence < talk_.sentences.size(); ++sentence) {
            Judging const judging{talk_, sentence};
            for (auto at = judging.first(); at < judging.last(); ++at) {
                phrases(judging, at);
                word(judging, at);
            }
            pressing(sentence);
            learnt(judging, sentence);
        }
        if (pestering_ >= pestering_min) mark(Danger::amber, pester_reason, pester_first_, pester_last_);
        return gravest_;
    }

private:
    void mark(Danger danger, std::string_view reason, std::size_t first, std::size_t last) {
        if (danger > gravest_.danger) gravest_ = {danger, reason, first, last};
    }

    void phrases(Judging const& judging, std::size_t at) {
        auto const all = phrases_from(talk_.words[at].hash);
        if (all.empty()) return;
        auto const next = at + 1 < judging.last() ? bit_of(talk_.words[at + 1].hash) : 0;
        for (auto const& phrase : all) {
            if (phrase.goes_on != goes_on_with_anything && (phrase.goes_on & next) == 0) continue;
            auto const end = fit(phrase, talk_.words, at, judging.last());
            if (end == 0) continue;
            bool const presses = phrase.manner == Manner::pester || phrase.manner == Manner::harassment;
            if (presses ? judging.quoted_or_reported(at) : judging.excused(at)) continue;
            switch (phrase.manner) {
                case Manner::pester: pester(phrase.weight, at, end); break;
                case Manner::contempt:
                    if (!judging.about_thing_or_self()) mark(Danger::amber, contempt_reason, at, end);
                    break;
                case Manner::insult:
                    if (!judging.about_thing_or_self()) mark(Danger::red, insult_reason, at, end);
                    break;
                case Manner::dehuman:
                    if (judging.about_somebody() && !judging.about_thing_or_self())
                        mark(Danger::red, dehuman_reason, at, end);
                    break;
                case Manner::threat: mark(Danger::red, threat_reason, at, end); break;
                case Manner::harassment: mark(Danger::red, harassment_reason, at, end); break;
            }
        }
    }

    void pester(unsigned weight, std::size_t first, std::size_t last) {
        if (pestering_ == 0) pester_first_ = first;
        pestering_ += weight;
        pester_last_ = std::max(pester_last_, last);
    }

    // Capitals and question marks press, but only together with words that do.
    void pressing(std::size_t sentence) {
        auto const& [first, last, asks_thrice] = talk_.sentences[sentence];
        if (asks_thrice) pester(1, first, last);
        for (auto at = first; at < last; ++at) {
            if (!talk_.words[at].capitals) continue;
            for (auto const word : {"now", "answer", "reply", "anyone", "ignoring"})
                if (talk_.words[at].hash == hash_on(word)) pester(1, at, at + 1);
        }
    }

    void word(Judging const& judging, std::size_t at) {
        constexpr Sorts any = sort::insult | sort::mocking | sort::scornful | sort::faulting | sort::beast | sort::slur;
        auto const sorts = talk_.words[at].sorts;
        if ((sorts & any) == 0) return;
        if ((sorts & sort::slur) != 0) return judging.quoted_or_reported(at) ? void() : slur(judging, at);
        if (judging.excused(at)) return;
        bool const first_word = at == judging.first();
        bool const before_is_scornful =
            !first_word && judging.has(at - 1, sort::scornful | sort::condition | sort::faulting | sort::insult);
        if ((sorts & (sort::insult | sort::mocking)) != 0 ||
            ((sorts & sort::beast) != 0 && before_is_scornful && (sorts & sort::thing) == 0))
            return noun(judging, at, before_is_scornful);
        if ((sorts & sort::beast) != 0) return beast(judging, at);
        auto const target = judging.of_adjective(at);
        // "before you're useless" may be said of anybody.
        bool const you =
            target == Target::you && ((sorts & sort::scornful) != 0 || judging.has(judging.first(), sort::you));
        bool const somebody =
            target == Target::somebody || you || (target == Target::boss && (sorts & sort::scornful) != 0);
        if (somebody || said_after(judging, at)) return mark(Danger::amber, contempt_reason, at, at + 1);
        in_doubt_ = in_doubt_ || target == Target::boss || target == Target::nobody;
    }

    // "Teachers. Lazy, every one of them." "She cried. Pathetic."
    bool said_after(Judging const& judging, std::size_t at) const {
        if (at != judging.first() || !talk_.words[at].clause_end || at == 0) return false;
        for (auto place = judging.first(); place < judging.last(); ++place)
            if (judging.has(place, sort::i | sort::me | sort::thing)) return false;
        return judging.about_somebody();
    }

    void slur(Judging const& judging, std::size_t at) {
        // "we crips", "I'm a ...": said of oneself only right before it.
        constexpr std::size_t self_within = 4;  // words
        bool self_near = false;
        for (std::size_t n = 1; n <= self_within && at >= judging.first() + n; ++n)
            self_near = self_near || judging.has(at - n, sort::i | sort::me | sort::we);
        auto const target = judging.of_noun(at);
        if ((target == Target::self && self_near) || target == Target::thing) return;
        for (auto place = judging.first(); place < judging.last(); ++place)
            for (auto const word : {"words", "language", "slur", "slurs", "term", "bullied", "abuse", "graffiti",
                                    "diplegia", "quadriplegia", "hemiplegia", "cerebral", "us"})
                if (talk_.words[place].hash == hash_on(word)) return;
        for (auto place = judging.first() + 1; place < judging.last(); ++place)
            if (talk_.words[place].hash == hash_on("word") && judging.has(place - 1, sort::determiner) &&
                talk_.words[place - 1].hash != hash_on("a"))
                return;
        bool const doubtful = (talk_.words[at].sorts & sort::doubtful) != 0;
        bool const of_person = at > judging.first() &&
                               judging.has(at - 1, sort::determiner | sort::condition | sort::scornful | sort::filler);
        bool const some = at > judging.first() && talk_.words[at - 1].hash == hash_on("some");
        if (doubtful && !some && !(of_person && judging.about_somebody())) return;
        mark(Danger::red, slur_reason, at, at + 1);
    }

    void noun(Judging const& judging, std::size_t at, bool scornful_before) {
        auto const sorts = talk_.words[at].sorts;
        auto const target = judging.of_noun(at);
        if (target == Target::self || target == Target::thing) return;
        bool const people = (sorts & sort::sort_of_people) != 0;
        if (target == Target::nobody && !people && (!judging.about_somebody() || judging.about_thing_or_self())) return;
        if (target == Target::you && (sorts & sort::teasing) != 0 && !has_be(judging, at)) {
            in_doubt_ = true;
            return;
        }
        bool const red = (sorts & sort::mocking) == 0 || (scornful_before && judging.has(at - 1, sort::scornful));
        mark(red ? Danger::red : Danger::amber, red ? insult_reason : contempt_reason, scornful_before ? at - 1 : at,
             at + 1);
    }

    bool has_be(Judging const& judging, std::size_t at) const {
        for (auto place = judging.first(); place < at; ++place)
            if (judging.has(place, sort::be)) return true;
        return false;
    }

    void beast(Judging const& judging, std::size_t at) {
        // "She is a snake", "they're animals": only said outright.
        if (at == judging.first() || !judging.has(at - 1, sort::determiner | sort::filler | sort::be) ||
            !has_be(judging, at))
            return;
        bool const ends =
            talk_.words[at].clause_end || at + 1 == judging.last() || judging.has(at + 1, sort::but | sort::filler);
        auto const target = judging.of_noun(at);
        bool const copula = judging.has(at - 1, sort::be) ||
                            (at >= judging.first() + 2 && judging.has(at - 2, sort::be | sort::filler)) ||
                            (at >= judging.first() + 3 && judging.has(at - 3, sort::be));
        if (!ends || !copula || (target != Target::somebody && target != Target::you && target != Target::boss)) return;
        bool const animal = talk_.words[at].hash == hash_on("animal") || talk_.words[at].hash == hash_on("animals");
        mark(animal ? Danger::red : Danger::amber, animal ? dehuman_reason : contempt_reason, at, at + 1);
    }

    // Where rules are in doubt of whom a hard word is said, the learnt weights decide.
    void learnt(Judging const& judging, std::size_t sentence) {
        bool const in_doubt = std::exchange(in_doubt_, false);
        if (!in_doubt || weights_.empty() || gravest_.danger != Danger::none) return;
        if (!judging.about_somebody() || judging.about_thing_or_self()) return;
        auto const first = talk_.sentences[sentence].first, last = talk_.sentences[sentence].last;
        if (weights_.score(lower_, {talk_.words.data() + first, last - first}) > weights_.bound())
            mark(Danger::amber, contempt_reason, first, last);
    }

    std::string_view lower_;
    Talk const& talk_;
    Weights const& weights_;
    Verdict gravest_;
    bool in_doubt_ = false;
    unsigned pestering_ = 0;
    std::size_t pester_first_ = 0, pester_last_ = 0;
};

}  // namespace

Tone judge(Folded const& text, std::vector<Token> const& tokens, std::span<Candidate const> names, Model const& model) {
    auto const talk = hear(text, tokens, names);
    auto const weights = Weights::read(model);
    auto const verdict = Judge{text.lower(), talk, weights}.run();
    if (verdict.danger == Danger::none) return {};
    return {verdict.danger, talk.words[verdict.first].start, talk.words[verdict.last - 1].end,
            std::string{verdict.reason}};
}

}  // namespace kith::screen
