#include "screen/document/roles.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <unordered_map>
#include <vector>

#include "screen/document/role_reasons.hpp"
#include "screen/document/role_words.hpp"
#include "screen/document/talked_of.hpp"

namespace kith::screen {

namespace {

// Too little for a mark.
constexpr float hardly = 0.25F;
// Enough for a document that is to be made anonymous, where everybody is somebody, and too little for a writer.
constexpr float in_public = 0.4F;

enum class Role : std::uint8_t { somebody, client, colleague, known, author, law, pet, nobody };

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

class Roles {
public:
    explicit Roles(Reader const& reader) : reader_(reader), tokens_(reader.tokens()) {}

    // All of them: a word of a name that is known ("Boris Johnson … Johnson") or an animal's is so again where it
    // stands alone, unless it is also a word of somebody else's.
    void tell_all(Candidates& candidates) {
        if (std::ranges::none_of(candidates, [](Candidate const& one) { return one.what == Class::person; })) return;
        public_talk_ = public_talk_of(reader_);
        std::vector<Role> roles(candidates.size(), Role::somebody);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (candidates[i].what != Class::person) continue;
            auto const words = words_of(candidates[i]);
            roles[i] = role_of(words);
            note(words, roles[i]);
            known_ = known_ || roles[i] == Role::known || roles[i] == Role::author;
        }
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (candidates[i].what == Class::person) apply(candidates[i], alone(words_of(candidates[i]), roles[i]));
    }

private:
    struct Words {
        std::size_t first, end;
    };
    // Of a word of names in this text.
    struct Owners {
        bool somebody = false;
        Role known = Role::somebody;
    };

    Words words_of(Candidate const& candidate) const {
        auto const first = static_cast<std::size_t>(
            std::ranges::lower_bound(tokens_, candidate.start, {}, &Token::start) - tokens_.begin());
        std::size_t end = first;
        while (end < tokens_.size() && tokens_[end].start < candidate.end) ++end;
        return {first, end};
    }

    static bool is_known(Role role) { return role == Role::known || role == Role::author || role == Role::pet; }

    void note(Words words, Role role) {
        bool const whole = words.end - words.first > 1;
        if (!is_known(role) && !whole && role != Role::client) return;
        for (std::size_t i = words.first; i < words.end; ++i) {
            if (tokens_[i].shape != Shape::word) continue;
            auto& owners = owners_[reader_.lower(i)];
            if (is_known(role))
                owners.known = role;
            else
                owners.somebody = true;
        }
    }

    Role alone(Words words, Role role) const {
        // "Piaget, Erikson and Vygotsky": beside one who is known, a name that may be is.
        if (role == Role::somebody && known_ && !titled(words.first) &&
            renown_of(name_hash(words.first, words.end)) != Renown::none)
            return Role::known;
        if (words.end - words.first != 1) return role;
        auto const owners = owners_.find(reader_.lower(words.first));
        if (owners == owners_.end()) return role;
        if (role == Role::somebody && !owners->second.somebody) return owners->second.known;
        // "Kyle Bowlby … Bowlby"
        return role == Role::known && owners->second.somebody ? Role::somebody : role;
    }

    static void apply(Candidate& candidate, Role role) {
        switch (role) {
            case Role::known: return set(candidate, public_reason, in_public);
            case Role::author: return set(candidate, author_reason, in_public);
            case Role::law: return set(candidate, public_reason, hardly);
            case Role::pet: return set(candidate, pet_reason, hardly);
            case Role::client: return set(candidate, client_reason, candidate.confidence);
            case Role::colleague: return set(candidate, colleague_reason, candidate.confidence);
            case Role::nobody: candidate.confidence = std::min(candidate.confidence, hardly); return;
            case Role::somebody: return;
        }
    }

    Role role_of(Words words) const {
        auto const [first, end] = words;
        if (is_nobody(first, end)) return Role::nobody;
        if (is_known_name(first, end)) return Role::known;
        if (is_named_for(end)) return Role::law;
        if (has_public_title(first, end)) return Role::known;
        if (writes(first, end)) return Role::author;
        bool const client = near(first, end, beside::clients);
        if (end - first > 1 && !client && around(first, end, beside::works | beside::stages)) return Role::author;
        if (is_pet(first, end)) return Role::pet;
        if (client) return Role::client;
        bool const may_be = end - first > 1 || renown_of(name_hash(first, end)) != Renown::none;
        if (public_talk_ == PublicTalk::sure || (public_talk_ == PublicTalk::perhaps && may_be)) return Role::known;
        return near(first, end, beside::colleagues) ? Role::colleague : Role::somebody;
    }

    bool titled(std::size_t first) const { return first > 0 && reader_.about(first - 1, topic::title); }

    // "Hungarian Roma": a people, not a person. "Ramadan Mubarak": a greeting.
    bool is_nobody(std::size_t first, std::size_t end) const {
        if (titled(first)) return false;
        if (end - first > 1 && reader_.tells(first, theme::holiday)) return true;
        for (std::size_t i = first; i < end; ++i)
            if (tokens_[i].shape != Shape::sign &&
                (!reader_.tells(i, theme::ethnicity) || reader_.tells(i, theme::doubtful)))
                return false;
        return end - first > 1;
    }

    // "my client Boris", "a lad called Elton John", "Elton John's mum": somebody one works with, whatever the name.
    bool is_claimed(std::size_t first, std::size_t end) const {
        if (first > 0 && is(reader_.lower(first - 1), beside::clients)) return true;
        if (first > 1 && is(reader_.lower(first - 2), beside::clients) &&
            (reader_.is_sign(first - 1, ',') || any_of(reader_.lower(first - 1), {"called", "named", "is"})))
            return true;
        // "Emma Watson was seen by", "David Cameron, 14,"
        if (reader_.is_sign(end, ',') && reader_.at(end + 1).shape == Shape::number && reader_.at(end + 1).size() <= 2)
            return true;
        constexpr std::size_t doing_reach = 5;
        for (std::size_t n = 0; n < doing_reach && reader_.at(end + n).shape == Shape::word; ++n)
            if (is(reader_.lower(end + n), beside::doings)) return true;
        if (!reader_.is_sign(end, '\'') && reader_.lower(end) != "s") return false;
        auto const owned = reader_.is_sign(end, '\'') ? end + 2 : end + 1;
        return is(reader_.lower(owned), beside::clients);
    }

    std::uint32_t name_hash(std::size_t first, std::size_t end) const {
        std::uint32_t hash = word_hash_start;
        bool joined = false;
        for (std::size_t i = first; i < end && i < tokens_.size(); ++i) {
            if (tokens_[i].shape == Shape::sign) continue;
            if (joined) hash = word_hash_add(hash, '_');
            for (char const c : reader_.lower(i)) hash = word_hash_add(hash, c);
            joined = true;
        }
        return hash;
    }

    // As a whole, with its title, or its last words: "PM Boris Johnson".
    bool is_known_name(std::size_t first, std::size_t end) const {
        if (end == first || is_claimed(first, end)) return false;
        constexpr std::size_t name_tokens_max = 7;
        auto const from = end - first > name_tokens_max ? end - name_tokens_max : first;
        // "Romeo and Juliet"
        if (reader_.lower(end) == "and" && renown_of(name_hash(first, end + 2)) == Renown::everywhere) return true;
        if (first > 1 && reader_.lower(first - 1) == "and" &&
            renown_of(name_hash(first - 2, end)) == Renown::everywhere)
            return true;
        for (std::size_t begin = first == from && first > 0 ? first - 1 : from; begin < end; ++begin) {
            auto const renown = renown_of(name_hash(begin, end));
            if (renown == Renown::none || (begin > first && renown != Renown::everywhere)) continue;
            if (renown == Renown::everywhere) return true;
            if (titled(first)) return false;  // "Mrs Freud"
            if (renown == Renown::one_word) return true;
            if (around(first, end, beside::books)) return true;
            if (renown != Renown::among_books && !near(first, end, beside::clients) &&
                around(first, end, beside::works | beside::stages))
                return true;
        }
        return false;
    }

    // "Clare's Law", "Martha's rule", "the Munro Review", "Beck Depression Inventory".
    bool is_named_for(std::size_t end) const {
        std::size_t word = end;
        if (reader_.is_sign(word, '\'')) ++word;
        bool const possessive = reader_.lower(word) == "s" && word != end;
        auto const named = possessive ? word + 1 : end;
        if (!follows_in_line(named)) return false;
        if (possessive && any_of(reader_.lower(named), {"law", "laws", "rule"})) return true;
        if (possessive) return reader_.lower(named) != "rule" && is(reader_.lower(named), beside::named_for);
        if (is(reader_.lower(named), beside::named_for)) return true;
        return reader_.capital(named) &&
               any_of(reader_.lower(named), {"review", "report", "inquiry", "act", "foundation", "commission", "scale",
                                             "inventory", "award", "scales", "lecture", "institute"});
    }
    bool follows_in_line(std::size_t i) const { return reader_.has(i) && reader_.at(i).gap != Gap::line; }

    // "Lord Laming", "Sir James", "Home Secretary": whom one calls so is no client.
    bool has_public_title(std::size_t first, std::size_t end) const {
        if (end - first > 1 && is(reader_.lower(first), beside::office) &&
            !any_of(reader_.lower(first), {"king", "prince"}))
            return true;
        if (first == 0) return false;
        auto const before = reader_.lower(first - 1);
        if (before == "minister" || before == "secretary")
            return first > 1 && any_of(reader_.lower(first - 2),
                                       {"prime", "home", "foreign", "health", "education", "state", "justice",
                                        "children", "defence", "first", "families", "care", "s", "treasury"});
        return is(before, beside::office) && reader_.at(first).gap == Gap::space;
    }

    // "(Ferguson, 2011)", "Ferguson (2011)", "Ruch et al", "Ruch, G. et al", "a book by Trevithick", "reading Evicted
    // by Matthew Desmond".
    bool writes(std::size_t first, std::size_t end) const {
        auto const year = [&](std::size_t i) {
            auto const word = reader_.cased(i);
            return reader_.at(i).shape == Shape::number && word.size() == 4 &&
                   (word.starts_with("19") || word.starts_with("20"));
        };
        if (reader_.is_sign(end, '(') && year(end + 1)) return true;
        if (reader_.is_sign(end, ',') && year(end + 1) && reader_.is_sign(end + 2, ')')) return true;
        for (std::size_t n = 0; n < 5; ++n)  // initials between
            if (reader_.lower(end + n) == "et" && reader_.lower(end + n + 1) == "al") return true;
        if (first < 2 || reader_.lower(first - 1) != "by") return false;
        if (any_of(reader_.lower(first - 2),
                   {"book", "article", "paper", "written", "poem", "podcast", "novel", "chapter", "song", "anything"}))
            return true;
        constexpr std::size_t title_words_max = 4;
        for (std::size_t n = 2; end - first > 1 && n <= title_words_max + 2 && n <= first; ++n)
            if (any_of(reader_.lower(first - n),
                       {"reading", "read", "reread", "recommend", "recommended", "listening"}))
                return true;
        return false;
    }

    // "my dog Biscuit", "our cat, Biscuit", "a horse called Biscuit", "Biscuit the cat".
    bool is_pet(std::size_t first, std::size_t end) const {
        if (reader_.lower(end) == "the" && is(reader_.lower(end + 1), beside::pets)) return true;
        if (first == 0) return false;
        if (is(reader_.lower(first - 1), beside::pets)) return true;
        if (first == 1) return false;
        return is(reader_.lower(first - 2), beside::pets) &&
               (reader_.is_sign(first - 1, ',') || any_of(reader_.lower(first - 1), {"called", "named", "is"}));
    }

    // Within a sentence, further than `near`.
    static void set(Candidate& candidate, std::string_view reason, float most) {
        candidate.confidence = std::min(candidate.confidence, most);
        if (candidate.reason.empty()) candidate.reason = reason;
    }

    static bool is(std::string_view word, Beside wanted) { return (beside_of(word) & wanted) != 0; }

    // Within the sentence.
    bool around(std::size_t first, std::size_t end, Beside wanted) const {
        constexpr std::size_t reach = 8;
        for (std::size_t n = 1; n <= reach && n <= first && !reader_.is_sign(first - n, '.'); ++n)
            if (is(reader_.lower(first - n), wanted)) return true;
        for (std::size_t n = 0; n < reach && reader_.has(end + n) && !reader_.is_sign(end + n, '.'); ++n)
            if (is(reader_.lower(end + n), wanted)) return true;
        return false;
    }

    bool near(std::size_t first, std::size_t end, Beside wanted) const {
        constexpr std::size_t reach_before = 4, reach_after = 3;
        for (std::size_t n = 1; n <= reach_before && n <= first; ++n) {
            if (is(reader_.lower(first - n), wanted)) return true;
            if (reader_.is_sign(first - n, '.') || reader_.at(first - n + 1).gap == Gap::line) break;
        }
        for (std::size_t n = 0; n < reach_after && reader_.has(end + n); ++n) {
            if (reader_.is_sign(end + n, '.')) break;
            if (is(reader_.lower(end + n), wanted)) return true;
        }
        return false;
    }

    Reader const& reader_;
    std::vector<Token> const& tokens_;
    std::unordered_map<std::string_view, Owners> owners_;
    PublicTalk public_talk_ = PublicTalk::none;
    bool known_ = false;
};

}  // namespace

void tell_roles(Reader const& reader, Candidates& candidates) {
    Roles roles{reader};
    roles.tell_all(candidates);
}

}  // namespace kith::screen
