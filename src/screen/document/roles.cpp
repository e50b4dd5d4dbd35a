#include "screen/document/roles.hpp"

#include <algorithm>
#include <initializer_list>

#include "screen/document/talked_of.hpp"

namespace kith::screen {

namespace {

// Too little for a mark.
constexpr float hardly = 0.25F;

constexpr std::string_view public_reason =
    "This person is known from the news or from books. If it is somebody else of that name, leave the name out.";
constexpr std::string_view author_reason = "This looks like the author of something to read.";
constexpr std::string_view colleague_reason = "This looks like a colleague's name. Would they mind standing here?";
constexpr std::string_view client_reason =
    "This looks like the name of somebody you work with. Say \"my client\" or an initial that is not theirs.";

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

constexpr std::string_view pet_reason = "This looks like the name of an animal.";

bool of_clients(std::string_view word) {
    return any_of(word, {"client",   "clients",  "yp",     "child", "boy",      "girl",     "lad",      "lass",
                         "patient",  "resident", "tenant", "mum",   "dad",      "son",      "daughter", "baby",
                         "brother",  "sister",   "nan",    "kid",   "teenager", "mom",      "teen",     "sibling",
                         "siblings", "twin",     "twins",  "lac",   "cin",      "placement"});
}

// What is made to be read, heard or seen by all.
bool of_works(std::string_view word) {
    return any_of(word, {"book",   "books",   "novel",     "novels",      "author",   "authors",    "podcast",
                         "memoir", "film",    "films",     "documentary", "album",    "songs",      "writer",
                         "poet",   "chapter", "audiobook", "paperback",   "theorist", "bestseller", "ted"});
}

bool of_pets(std::string_view word) {
    return any_of(word, {"dog", "cat", "puppy", "pup", "kitten", "hamster", "rabbit", "horse", "tortoise", "budgie",
                         "parrot", "goldfish", "pony", "spaniel", "labrador"});
}

bool of_books(std::string_view word) {
    return any_of(word, {"theory",     "theories", "model",     "models",    "cycle",   "attachment", "reflective",
                         "reflection", "review",   "report",    "inquiry",   "enquiry", "argues",     "writes",
                         "wrote",      "reading",  "read",      "book",      "books",   "hierarchy",  "stages",
                         "essay",      "theorist", "theorists", "framework", "using",   "according"});
}

class Roles {
public:
    Roles(Folded const& text, std::vector<Token> const& tokens) : reader_(text, tokens), text_(text), tokens_(tokens) {}

    void tell(Candidate& candidate) const {
        auto const first = static_cast<std::size_t>(
            std::ranges::lower_bound(tokens_, candidate.start, {}, &Token::start) - tokens_.begin());
        std::size_t end = first;
        while (end < tokens_.size() && tokens_[end].start < candidate.end) ++end;
        auto const name = text_.lower().substr(candidate.start, candidate.end - candidate.start);
        // A surname alone is anybody's: it must be talked of as one talks of books and inquiries.
        if (is_talked_of(name) && (name.find(' ') != std::string_view::npos || near(first, end, of_books)))
            return set(candidate, public_reason, hardly);
        if (is_law(end) || has_public_title(first)) return set(candidate, public_reason, hardly);
        if (writes(first, end)) return set(candidate, author_reason, hardly);
        bool const client = near(first, end, of_clients);
        if (end - first > 1 && !client && around(first, end, of_works)) return set(candidate, author_reason, hardly);
        if (is_pet(first, end)) return set(candidate, pet_reason, hardly);
        if (client) return set(candidate, client_reason, candidate.confidence);
        if (near(first, end, [](std::string_view word) {
                return any_of(word, {"colleague", "colleagues", "manager", "supervisor", "team", "worker", "tm", "iro",
                                     "lado", "boss", "director", "coworker"});
            }))
            return set(candidate, colleague_reason, candidate.confidence);
    }

private:
    static void set(Candidate& candidate, std::string_view reason, float most) {
        candidate.confidence = std::min(candidate.confidence, most);
        if (candidate.reason.empty()) candidate.reason = reason;
    }

    // "Clare's Law", "Martha's rule".
    bool is_law(std::size_t end) const {
        std::size_t word = end;
        if (reader_.is_sign(word, '\'')) ++word;
        if (reader_.lower(word) != "s" || word == end) return false;
        return any_of(reader_.lower(word + 1), {"law", "laws", "rule"});
    }

    // "Lord Laming", "Sir James": whom one calls so is no client.
    bool has_public_title(std::size_t first) const {
        return first > 0 && any_of(reader_.lower(first - 1), {"lord", "baroness", "sir", "dame", "saint", "president"});
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
        if (reader_.lower(end) == "the" && of_pets(reader_.lower(end + 1))) return true;
        if (first == 0) return false;
        if (of_pets(reader_.lower(first - 1))) return true;
        if (first == 1) return false;
        return of_pets(reader_.lower(first - 2)) &&
               (reader_.is_sign(first - 1, ',') || any_of(reader_.lower(first - 1), {"called", "named", "is"}));
    }

    // Within a sentence, further than `near`.
    template <class Is>
    bool around(std::size_t first, std::size_t end, Is is) const {
        constexpr std::size_t reach = 8;
        for (std::size_t n = 1; n <= reach && n <= first && !reader_.is_sign(first - n, '.'); ++n)
            if (is(reader_.lower(first - n))) return true;
        for (std::size_t n = 0; n < reach && reader_.has(end + n) && !reader_.is_sign(end + n, '.'); ++n)
            if (is(reader_.lower(end + n))) return true;
        return false;
    }

    template <class Is>
    bool near(std::size_t first, std::size_t end, Is is) const {
        constexpr std::size_t reach_before = 4, reach_after = 3;
        for (std::size_t n = 1; n <= reach_before && n <= first; ++n) {
            if (is(reader_.lower(first - n))) return true;
            if (reader_.is_sign(first - n, '.') || reader_.at(first - n + 1).gap == Gap::line) break;
        }
        for (std::size_t n = 0; n < reach_after && reader_.has(end + n); ++n) {
            if (reader_.is_sign(end + n, '.')) break;
            if (is(reader_.lower(end + n))) return true;
        }
        return false;
    }

    Reader reader_;
    Folded const& text_;
    std::vector<Token> const& tokens_;
};

}  // namespace

void tell_roles(Folded const& text, std::vector<Token> const& tokens, Candidates& candidates) {
    Roles const roles{text, tokens};
    for (auto& candidate : candidates)
        if (candidate.what == Class::person) roles.tell(candidate);
}

}  // namespace kith::screen
