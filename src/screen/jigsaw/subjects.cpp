#include "screen/jigsaw/subjects.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "screen/jigsaw/plain_words.hpp"

namespace kith::screen {

namespace {

enum Sort : std::uint32_t {
    noun = 1U << 0,       // somebody else, whoever says it: client, lad
    kin = 1U << 1,        // mum, son: whose, the words before tell
    pronoun = 1U << 2,    // he, she
    i = 1U << 3,          // I
    im = 1U << 4,         // I'm
    am = 1U << 5,         // am, was: makes the I before it speak of the writer
    have = 1U << 6,       // the same, unless "a lad" follows
    my = 1U << 7,         // my, our
    self = 1U << 8,       // me, myself
    turns = 1U << 9,      // "I'm worried about": what follows is not the writer
    stops = 1U << 10,     // ends the words that belong to one "my"
    counts = 1U << 11,    // a, one: "I have a lad" is not of the writer
    definite = 1U << 12,  // the: "I'm tired, the mum ..." is not of the writer
    may_be_i = 1U << 13,  // a noun that one says of oneself: survivor
    hearing = 1U << 14,
    news = 1U << 15,
    sex = 1U << 16,
    work = 1U << 17,       // somebody at work speaks: caseload
    addressed = 1U << 18,  // you, everyone
    heard = 1U << 19,      // know, seen: "you'll have seen it"
    only = 1U << 20,       // "the only one"
    general = 1U << 21,    // speaks of many: training, families
    year = 1U << 22,
    old = 1U << 23,  // "my six year old"
};

struct Row {
    std::uint32_t sorts;
    std::string_view words;
};
constexpr Row rows[] = {
    {noun,
     "client user patient resident tenant yp su cla lac uasc youngster youth adolescent applicant claimant offender "
     "perpetrator perp victim neighbour lodger pupil newborn toddler teen teenager infant someone somebody yo "
     "colleague "
     "coworker caller complainant respondent defendant inmate prisoner customer youngest eldest oldest case referral "
     "mam"},
    {noun | may_be_i, "yo individual survivor foster adopter adoptee person careleaver leaver"},
    {noun | sex, "lad lads lass lassie boy gentleman gent chap kiddo supervisee trainee"},
    {noun | sex | may_be_i, "girl man woman lady bloke guy female male"},
    {kin,
     "child kid baby twins twin triplets siblings sibling parent partner family couple carer cousin spouse kids "
     "children"},
    {kin | sex,
     "mum mom mummy mother dad daddy father son daughter brother sister husband wife nan gran grandma grandmother "
     "grandad "
     "grandfather grandpa aunt auntie uncle niece nephew stepdad stepmum stepfather boyfriend girlfriend ex fiance "
     "widow "
     "widower"},
    {pronoun | sex, "he she him her his hers hes shes"},
    {i, "i"},
    {im, "im"},
    {have, "have got"},
    {i | have, "ive"},
    {am | stops, "am was been"},
    {my, "my our"},
    {self, "me myself mine"},
    {turns, "about for to on at worried concerned stuck allocated unsure sure after because but when while"},
    {stops, "is has had who that which and but of in at on so because when while or if are were will with"},
    {counts | stops, "a an"},
    {counts, "one two three four five six another some this to just been new"},
    {definite | counts | stops, "the"},
    {definite, "this that their another"},
    {hearing, "hearing court courthouse judge trial proceedings tribunal tpr"},
    {news,
     "news newspaper newspapers papers headlines headline bbc viral press reporters journalists media itv telly tv "
     "podcast "
     "panorama documentary crimewatch streamed autographs"},
    {addressed, "you youll youd youve everyone everybody"},
    {heard, "seen heard remember knows"},
    {only, "only"},
    {year, "year yr years month months week weeks"},
    {old, "old"},
    {general,
     "families parents people clients communities community training course webinar resources resource research study "
     "book article policy guidance colleagues services"},
    {work,
     "caseload visit visited visiting assessment assessing working supporting placing placement review conference "
     "supervise allocated duty cin lac cla"},
};

struct Known {
    std::uint32_t hash;
    std::uint32_t sorts;
};
constexpr std::size_t slots = 1024;

constexpr std::array<Known, slots> make_table() {
    std::array<Known, slots> table{};
    for (auto const& row : rows) {
        auto rest = row.words;
        while (!rest.empty()) {
            auto const size = std::min(rest.find(' '), rest.size());
            auto const hash = hash_on(rest.substr(0, size));
            std::size_t slot = hash % slots;
            while (table[slot].sorts != 0 && table[slot].hash != hash) slot = (slot + 1) % slots;
            table[slot].hash = hash;
            table[slot].sorts |= row.sorts;
            rest.remove_prefix(std::min(size + 1, rest.size()));
        }
    }
    return table;
}
constexpr auto table = make_table();

std::uint32_t sorts_of(std::uint32_t hash) {
    for (std::size_t slot = hash % slots; table[slot].sorts != 0; slot = (slot + 1) % slots)
        if (table[slot].hash == hash) return table[slot].sorts;
    return 0;
}

constexpr std::size_t my_reaches = 5;  // words
constexpr std::size_t i_reaches = 9;   // words
constexpr std::size_t sentences_away = 3;
constexpr std::size_t cues_looked_at = 50;  // on either side, so that a sentence without end costs no more

}  // namespace

// Walks over the text word by word.
class Subjects::Reading {
public:
    Reading(Subjects& subjects, std::string_view text) : subjects_(subjects), text_(text) {}

    void run() {
        subjects_.sentences_.push_back({0});
        std::uint32_t hash = hash_start;
        std::uint32_t owner = 0;  // of the word before its apostrophe
        std::size_t start = 0, owner_end = 0;
        bool in_word = false, digits = false;
        for (std::size_t at = 0; at <= text_.size(); ++at) {
            char const c = at < text_.size() ? text_[at] : '\n';
            auto const byte = static_cast<unsigned char>(c);
            char const low = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            bool const digit = c >= '0' && c <= '9';
            // Quotes and dashes of print.
            bool const print = text_.substr(at).starts_with("\xE2\x80");
            bool const apostrophe = c == '\'' || text_.substr(at).starts_with("\u2019");
            if (print) at = std::min(at + 2, text_.size() - 1);
            if (in_word && apostrophe) {
                owner = hash;
                owner_end = at;
                continue;
            }
            bool const letter = (low >= 'a' && low <= 'z') || (byte >= 0x80 && !print);
            if (in_word && ((!letter && !digit) || digit != digits)) {
                auto sorts = digits ? 0 : sorts_of(hash);
                // "mum's"
                bool const of_somebody = owner_end != 0 && at - owner_end == 2 && (text_[at - 1] | 0x20) == 's';
                if (sorts == 0 && of_somebody) sorts = sorts_of(owner) & (noun | kin | sex | i);
                owner_end = 0;
                word(start, print ? at - 2 : at, sorts);
                in_word = false;
            }
            if (letter || digit) {
                if (!in_word) start = at, hash = hash_start, in_word = true, digits = digit;
                hash = (hash ^ static_cast<unsigned char>(low)) * 16777619U;
            } else {
                sign(c, at);
            }
        }
        close_my();
    }

private:
    void sign(char c, std::size_t at) {
        bool const next_is_space =
            at + 1 >= text_.size() || text_[at + 1] == ' ' || text_[at + 1] == '\n' || text_[at + 1] == '\r';
        bool const ends = c == '\n' || ((c == '.' || c == '?' || c == '!') && next_is_space);
        if (ends || c == ',' || c == ';' || c == ':' || c == '(') close_my();
        if (!ends) return;
        i_left_ = 0;
        sure_of_i_ = false;
        owner_ = Subject::nobody;
        have_ = false;
        before_ = 0;
        subjects_.sentences_.push_back({static_cast<std::uint32_t>(at + 1)});
    }

    void cue(std::size_t start, std::size_t end, Subject subject) {
        subjects_.cues_.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end),
                                   static_cast<std::uint32_t>(subjects_.sentences_.size() - 1), subject});
    }

    void word(std::size_t start, std::size_t end, std::uint32_t sorts) {
        if ((sorts & old) != 0) sorts = (before_ & year) != 0 ? noun | may_be_i : 0U;
        note_words(sorts);
        if (i_left_ > 0) --i_left_;
        read_my(sorts);
        read_i(start, end, sorts);
        if ((sorts & noun) != 0) {
            auto const whose =
                (sorts & may_be_i) != 0 && my_left_ == 0 && predicate() ? Subject::writer : Subject::other;
            if (my_left_ == 0) last_ = owner_ = whose;
            cue(start, end, whose);
        } else if ((sorts & kin) != 0) {
            bool const own = predicate() || (owner_ == Subject::writer && !at_work());
            last_ = own ? Subject::writer : Subject::other;
            cue(start, end, last_);
        } else if ((sorts & pronoun) != 0) {
            cue(start, end, last_ == Subject::writer ? Subject::writer : Subject::other);
        }
        before_ = sorts;
    }

    // "my 14yo lad" is somebody's at work, "my 14yo son" the writer's own: the last noun says.
    void read_my(std::uint32_t sorts) {
        if (my_left_ > 0) {
            if ((sorts & stops) != 0 || --my_left_ == 0) close_my();
            if (my_left_ > 0 && (sorts & (noun | kin)) != 0) {
                my_head_ = sorts;
                my_nouns_.push_back(subjects_.cues_.size());
            }
        }
        if ((sorts & my) == 0) return;
        close_my();
        my_left_ = my_reaches;
    }

    void read_i(std::size_t start, std::size_t end, std::uint32_t sorts) {
        bool const ing =
            end - start > 4 && text_.substr(end - 3, 3) == "ing" && text_.substr(start, end - start) != "living";
        bool const has = have_ && (sorts & (counts | have)) == 0 && !ing && end > start && text_[start] > '9';
        if (have_ && (sorts & have) == 0) have_ = false;
        if ((sorts & (i | im)) != 0) {
            i_left_ = i_reaches;
            sure_of_i_ = (sorts & im) != 0;
            have_ = (sorts & have) != 0;
            if (sure_of_i_) cue(start, end, Subject::writer);
        } else if ((sorts & self) != 0 || has) {
            cue(start, start, Subject::writer);
        } else if ((before_ & i) != 0 && (sorts & am) != 0) {
            sure_of_i_ = true;
            cue(start, end, Subject::writer);
        } else if ((before_ & i) != 0 && (sorts & have) != 0) {
            have_ = true;
        } else if (i_left_ > 0 && sure_of_i_ && ((sorts & turns) != 0 || ing)) {
            i_left_ = 0;
            cue(start, end, Subject::nobody);
        }
    }

    // "I'm a Polish mum": said of the writer.
    bool predicate() const { return i_left_ > 0 && sure_of_i_ && (before_ & definite) == 0; }
    bool at_work() const { return (subjects_.sentences_.back().words & Subjects::work) != 0; }

    void close_my() {
        if (my_head_ != 0) {
            bool const own = (my_head_ & kin) != 0 && (my_head_ & noun) == 0 && !at_work();
            auto const whose = own ? Subject::writer : Subject::other;
            for (auto const at : my_nouns_)
                if (at < subjects_.cues_.size()) subjects_.cues_[at].subject = whose;
            last_ = owner_ = whose;
        }
        my_left_ = 0;
        my_head_ = 0;
        my_nouns_.clear();
    }

    void note_words(std::uint32_t sorts) {
        bool const you_heard = (sorts & heard) != 0 && addressed_ > 0;
        bool const only_one = (sorts & screen::only) != 0 && (before_ == 0 || (before_ & (definite | screen::my)) != 0);
        addressed_ = (sorts & addressed) != 0 ? 3 : addressed_ - (addressed_ > 0);
        std::uint8_t const found = static_cast<std::uint8_t>(
            ((sorts & screen::hearing) != 0 ? Subjects::hearing : 0) | (you_heard ? Subjects::news : 0) |
            (only_one ? Subjects::only : 0) | ((sorts & screen::general) != 0 ? Subjects::general : 0) |
            ((sorts & screen::news) != 0 ? Subjects::news : 0) | ((sorts & screen::sex) != 0 ? Subjects::sex : 0) |
            ((sorts & screen::work) != 0 ? Subjects::work : 0));
        subjects_.sentences_.back().words |= found;
        subjects_.words_ |= found;
    }

    Subjects& subjects_;
    std::string_view text_;
    std::size_t i_left_ = 0, my_left_ = 0;  // words
    bool sure_of_i_ = false, have_ = false;
    unsigned addressed_ = 0;    // words since "you"
    std::uint32_t before_ = 0;  // of the last word
    std::uint32_t my_head_ = 0;
    std::vector<std::size_t> my_nouns_;
    Subject owner_ = Subject::nobody, last_ = Subject::nobody;
};

Subjects::Subjects(std::string_view text) { Reading(*this, text).run(); }

std::size_t Subjects::sentence_at(std::size_t at) const {
    auto const after =
        std::ranges::upper_bound(sentences_, at, {}, [](Sentence const& s) -> std::size_t { return s.start; });
    return static_cast<std::size_t>(after - sentences_.begin()) - 1;
}

std::uint8_t Subjects::words_near(std::size_t at) const { return sentences_[sentence_at(at)].words; }

void Subjects::tell(std::vector<std::pair<std::size_t, std::size_t>> const& spans) {
    for (auto const& [start, end] : spans)
        cues_.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end),
                         static_cast<std::uint32_t>(sentence_at(start)), Subject::other});
    std::ranges::sort(cues_, {}, &Cue::start);
}

Subject Subjects::at(std::size_t start, std::size_t end) const {
    auto const sentence = sentence_at(start);
    auto const behind = std::ranges::lower_bound(cues_, start, {}, [](Cue const& c) -> std::size_t { return c.start; });
    // Within what is told: "his foster carer".
    for (auto cue = behind; cue != cues_.end() && cue->start < end; ++cue)
        if (cue->subject != Subject::nobody) return cue->subject;
    Cue const* before = nullptr;
    bool turned = false, writer_near = false;
    std::size_t looked = 0;
    for (auto cue = behind; cue != cues_.begin() && before == nullptr && looked < cues_looked_at; ++looked) {
        --cue;
        if (cue->sentence != sentence) break;
        turned = turned || cue->subject == Subject::nobody;
        writer_near = writer_near || cue->subject == Subject::writer;
        if (cue->subject == Subject::other || (cue->subject == Subject::writer && !turned)) before = &*cue;
    }
    Cue const* after = nullptr;
    looked = 0;
    for (auto cue = behind; cue != cues_.end() && cue->sentence == sentence && after == nullptr; ++cue, ++looked)
        if (looked == cues_looked_at)
            break;
        else if (cue->subject == Subject::other)
            after = &*cue;
    if (before != nullptr && before->subject == Subject::writer && after != nullptr)
        return start - std::min<std::size_t>(before->end, start) < after->start - end ? Subject::writer
                                                                                      : Subject::other;
    if (before != nullptr) return before->subject;
    if (after != nullptr) return Subject::other;
    // Who was last spoken of, or is spoken of next; not where the writer is.
    if (writer_near || (sentences_[sentence].words & general) != 0) return Subject::nobody;
    looked = 0;
    for (auto cue = behind; cue != cues_.begin() && looked < cues_looked_at; ++looked) {
        --cue;
        if (cue->sentence + sentences_away < sentence) break;
        if (cue->subject == Subject::other) return Subject::other;
    }
    looked = 0;
    for (auto cue = behind; cue != cues_.end() && looked < cues_looked_at; ++cue, ++looked) {
        if (cue->sentence > sentence + sentences_away) break;
        if (cue->subject == Subject::other) return Subject::other;
    }
    return Subject::nobody;
}

}  // namespace kith::screen
