#include "screen/document/document.hpp"

#include <algorithm>
#include <bitset>
#include <unordered_map>

#include "screen/document/roles.hpp"

namespace kith::screen {

namespace {

// Below this a name is too doubtful to be looked for elsewhere.
constexpr float sure_enough = 0.6F;
// A name seen again is a little less sure than where it was found.
constexpr float again = 0.95F;
constexpr std::size_t name_letters_min = 3;

// The tokens that lie within a candidate.
struct Words {
    std::size_t first, end;
};

class Carrier {
public:
    Carrier(Reader const& reader, Candidates& candidates)
        : text_(reader.text()), tokens_(reader.tokens()), candidates_(candidates) {}

    void run() {
        auto const found = candidates_.size();
        covered_.assign(tokens_.size(), 0);
        for (std::size_t i = 0; i < found; ++i) learn(candidates_[i]);
        if (names_.empty() && things_.empty()) return;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (!begins_[begin_of(tokens_[i].hash)] || covered_[i] != 0 || tokens_[i].shape != Shape::word) continue;
            if (auto const end = person_at(i); end > i)
                i = end - 1;
            else if (auto const after = thing_at(i); after > i)
                i = after - 1;
        }
    }

private:
    struct Name {
        Class what;
        float confidence;
        bool capital;  // as it was found
    };
    // A word, which was hashed when the text was cut into words.
    struct Key {
        std::string_view lower;
        std::uint32_t hash;
        bool operator==(Key const& other) const { return lower == other.lower; }
    };
    struct HashOfKey {
        std::size_t operator()(Key const& key) const { return key.hash; }
    };
    // An organisation or a place, by all its words.
    struct Thing {
        std::string_view lower;
        Name name;
    };
    static constexpr std::size_t things_a_word = 8;

    // Words that names and things begin with, by their hashes: of most words one look tells that they are none.
    static constexpr std::size_t begin_slots = 4096;
    static std::size_t begin_of(std::uint32_t hash) { return (hash ^ hash >> 12) % begin_slots; }

    // Where the name that begins at a token ends; the token itself when none does.
    std::size_t person_at(std::size_t i) {
        auto const name = names_.find(key(i));
        if (name == names_.end() || !looks_named(i, name->second)) return i;
        std::size_t end = i + 1;
        while (end < tokens_.size() && covered_[end] == 0 && tokens_[end].gap == Gap::space &&
               names_.contains(key(end)) && capital(end) == capital(i))
            ++end;
        candidates_.push_back(
            {tokens_[i].start, tokens_[end - 1].end, name->second.what, name->second.confidence * again});
        return end;
    }

    std::size_t thing_at(std::size_t i) {
        auto const things = things_.find(key(i));
        if (things == things_.end()) return i;
        for (auto const& thing : things->second) {
            auto const start = tokens_[i].start;
            auto const stop = start + thing.lower.size();
            if (text_.lower().substr(start, thing.lower.size()) != thing.lower || !looks_named(i, thing.name)) continue;
            std::size_t end = i + 1;
            while (end < tokens_.size() && tokens_[end].start < stop) ++end;
            if (tokens_[end - 1].end != stop) continue;
            candidates_.push_back(
                {start, static_cast<std::uint32_t>(stop), thing.name.what, thing.name.confidence * again});
            return end;
        }
        return i;
    }

    std::string_view lower(std::size_t i) const { return text_.lower().substr(tokens_[i].start, tokens_[i].size()); }
    Key key(std::size_t i) const { return {lower(i), tokens_[i].hash}; }
    bool capital(std::size_t i) const {
        auto const at = tokens_[i].start;
        return text_.cased().substr(at, tokens_[i].size()) != text_.lower().substr(at, tokens_[i].size());
    }
    // Where a name was written with a capital, a word without one is another word ("will", "may").
    bool looks_named(std::size_t i, Name const& name) const { return capital(i) || !name.capital; }

    Words words_of(Candidate const& candidate) const {
        auto const first = std::ranges::lower_bound(tokens_, candidate.start, {}, &Token::start) - tokens_.begin();
        auto end = first;
        while (end < static_cast<std::ptrdiff_t>(tokens_.size()) &&
               tokens_[static_cast<std::size_t>(end)].start < candidate.end)
            ++end;
        return {static_cast<std::size_t>(first), static_cast<std::size_t>(end)};
    }

    void learn(Candidate const& candidate) {
        auto const words = words_of(candidate);
        for (std::size_t i = words.first; i < words.end; ++i)
            if (candidate.confidence >= confidence_min_direct) covered_[i] = 1;
        if (candidate.confidence < sure_enough || words.first == words.end) return;
        if (candidate.what == Class::organisation || candidate.what == Class::institution ||
            candidate.what == Class::place)
            return learn_thing(candidate, words);
        if (candidate.what != Class::person) return;
        for (std::size_t i = words.first; i < words.end; ++i) {
            if (tokens_[i].shape != Shape::word || tokens_[i].size() < name_letters_min ||
                passing(word_at(tokens_[i].word).topics))
                continue;
            begins_.set(begin_of(tokens_[i].hash));
            auto [known, fresh] = names_.try_emplace(key(i), Name{candidate.what, candidate.confidence, capital(i)});
            if (!fresh) known->second.confidence = std::max(known->second.confidence, candidate.confidence);
        }
    }

    void learn_thing(Candidate const& candidate, Words words) {
        Name const name{candidate.what, candidate.confidence, capital(words.first)};
        auto const add = [&](std::size_t first, std::string_view all) {
            begins_.set(begin_of(tokens_[first].hash));
            auto& things = things_[key(first)];
            if (things.size() < things_a_word && std::ranges::find(things, all, &Thing::lower) == things.end())
                things.push_back({all, name});
        };
        bool const telling =
            words.end - words.first > 1 || (capital(words.first) && tokens_[words.first].size() > name_letters_min);
        if (telling) add(words.first, text_.lower().substr(candidate.start, candidate.end - candidate.start));
        // "Employment Appeal Tribunal (EAT)": from now on the short name.
        auto const sign = [&](std::size_t i, std::string_view signs) {
            return i < tokens_.size() && tokens_[i].shape == Shape::sign &&
                   signs.find(text_.cased()[tokens_[i].start]) != std::string_view::npos;
        };
        std::size_t at = words.end;
        if (!sign(at, "(")) return;
        ++at;
        if (sign(at, "\"'")) ++at;
        if (at >= tokens_.size() || tokens_[at].shape != Shape::word || tokens_[at].size() < 2 || !capital(at)) return;
        if (sign(at + 1, ")") || (sign(at + 1, "\"'") && sign(at + 2, ")"))) add(at, lower(at));
    }

    // Words that stand within names and are none: "the", "mr", "road".
    static bool passing(Topics topics) {
        return (topics & (topic::common | topic::person | topic::street | topic::institution | topic::month |
                          topic::weekday)) != 0;
    }

    Folded const& text_;
    std::vector<Token> const& tokens_;
    Candidates& candidates_;
    std::unordered_map<Key, Name, HashOfKey> names_;
    std::unordered_map<Key, std::vector<Thing>, HashOfKey> things_;  // by their first word
    std::vector<char> covered_;
    std::bitset<begin_slots> begins_;
};

}  // namespace

void carry_through(Reader const& reader, Candidates& candidates) {
    Carrier{reader, candidates}.run();
    tell_roles(reader, candidates);
}

}  // namespace kith::screen
