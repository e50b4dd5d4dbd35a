#include "screen/jigsaw/subjects.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "screen/jigsaw/plain_words.hpp"
#include "screen/jigsaw/subject_words.hpp"

namespace kith::screen {

namespace {

using namespace subject;

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
        for (std::size_t at = 0; at < text_.size();) {
            auto const what = kind(at);
            if (what == letter || what == digit)
                at = read_word(at, what);
            else if (what == print || what == raised)
                at += 3;
            else {
                if (what == stop) sign(text_[at], at);
                ++at;
            }
        }
        sign('\n', text_.size());
        close_my();
    }

private:
    // Of bytes. `print`: the first of a quote or a dash of print, `raised` an apostrophe among them.
    enum Kind_of_byte : unsigned char { other, letter, digit, stop, apostrophe, may_be_print, print, raised };
    static constexpr std::array<unsigned char, 256> kinds = [] {
        std::array<unsigned char, 256> all{};
        for (std::size_t c = 0; c < 256; ++c)
            all[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80 ? letter
                     : c >= '0' && c <= '9'                                        ? digit
                     : c == '\''                                                   ? apostrophe
                                                                                   : other;
        for (char const c : std::string_view{".?!\n,;:("}) all[static_cast<unsigned char>(c)] = stop;
        all[0xE2] = may_be_print;
        return all;
    }();
    static constexpr std::array<unsigned char, 256> lower = [] {
        std::array<unsigned char, 256> all{};
        for (std::size_t c = 0; c < 256; ++c) all[c] = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        return all;
    }();

    unsigned char kind(std::size_t at) const {
        auto const what = kinds[static_cast<unsigned char>(text_[at])];
        if (what != may_be_print) return what;
        auto const bytes = text_.substr(at, 3);
        return !bytes.starts_with("\xE2\x80") ? letter : bytes == "\u2019" ? raised : print;
    }

    // A run of letters, or of digits, and apostrophes in it or behind it ("mum's"). Where it ends.
    std::size_t read_word(std::size_t start, unsigned char const run) {
        std::uint32_t hash = hash_start;
        std::uint32_t owner = 0;    // of the word before its apostrophe
        std::size_t owner_end = 0;  // one past the apostrophe
        auto at = start;
        for (;;) {
            auto const what = at < text_.size() ? kind(at) : other;
            if (what == run) {
                hash = (hash ^ lower[static_cast<unsigned char>(text_[at])]) * 16777619U;
                ++at;
            } else if (what == apostrophe || what == raised) {
                owner = hash;
                owner_end = at += what == raised ? 3 : 1;
            } else {
                break;
            }
        }
        auto sorts = run == digit ? 0 : sorts_of(hash);
        if (sorts == 0 && owner_end != 0 && at - owner_end == 1 && (text_[at - 1] | 0x20) == 's')
            sorts = sorts_of(owner) & (noun | kin | sex | i);
        word(start, at, sorts);
        return at;
    }

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
        if (sorts == 0 && i_left_ == 0 && my_left_ == 0 && addressed_ == 0 && !have_) {
            before_ = 0;
            return;
        }
        if ((sorts & old) != 0) sorts = (before_ & year) != 0 ? noun | may_be_i : 0U;
        if ((sorts & printed) != 0 && in_the(start)) sorts |= subject::news;
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

    // "in the papers"
    bool in_the(std::size_t start) const {
        constexpr std::string_view in = "in the ", on = "on the ";
        auto const before = text_.substr(0, start);
        return before.ends_with(in) || before.ends_with(on);
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
        bool const only_one =
            (sorts & subject::only) != 0 && (before_ == 0 || (before_ & (definite | subject::my)) != 0);
        addressed_ = (sorts & addressed) != 0 ? 3 : addressed_ - (addressed_ > 0);
        std::uint8_t const found = static_cast<std::uint8_t>(
            ((sorts & subject::hearing) != 0 ? Subjects::hearing : 0) | (you_heard ? Subjects::news : 0) |
            (only_one ? Subjects::only : 0) | ((sorts & subject::general) != 0 ? Subjects::general : 0) |
            ((sorts & subject::news) != 0 ? Subjects::news : 0) | ((sorts & subject::sex) != 0 ? Subjects::sex : 0) |
            ((sorts & subject::work) != 0 ? Subjects::work : 0));
        subjects_.sentences_.back().words |= found;
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
