#include "screen/overlaps.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "screen/lexicon.hpp"

namespace kith::screen {

namespace {

// A quasi-identifier must be that much surer to stand against a direct one.
constexpr float direct_lead = 0.05F;

// Names are read from how words stand together; what has a form of its own is surer, whatever a name's share. So in
// order: an e-mail address, a link (a date or a number within it is a part of it, however little it tells), an address
// (so is a street in it), what is written with digits, names and all else.
constexpr float email_rank = 4, link_rank = 3, address_rank = 2, digits_rank = 1;
constexpr float likely_email = 0.8F, likely_link = 0.4F, likely_address = 0.7F;
constexpr float bytes_full = 1000;  // of an address: the longer one is the whole

bool is_name(Class c) {
    return c == Class::person || c == Class::place || c == Class::institution || c == Class::organisation;
}

float weight(Candidate const& candidate, std::string_view lower) {
    float const sure = candidate.confidence + (kind_of(candidate.what) == Kind::direct ? direct_lead : 0);
    if (candidate.what == Class::email && candidate.confidence >= likely_email) return email_rank + sure;
    if (candidate.what == Class::url && candidate.confidence >= likely_link) return link_rank + sure;
    auto const words = lower.substr(candidate.start, candidate.end - candidate.start);
    if (candidate.what == Class::address && candidate.confidence >= likely_address)
        return address_rank + static_cast<float>(words.size()) / bytes_full;
    bool const digits = candidate.what == Class::handle || words.find_first_of("0123456789") != words.npos;
    // A tenth of the share: a year that may be one does not tear a name apart that is sure.
    if (digits && !is_name(candidate.what)) return digits_rank + sure / 10;
    return sure;
}

struct Weighed {
    Candidate candidate;
    float weight;
};

bool stronger(Weighed const& one, Weighed const& other) {
    auto const &a = one.candidate, &b = other.candidate;
    if (one.weight != other.weight) return one.weight > other.weight;
    if (a.end - a.start != b.end - b.start) return a.end - a.start > b.end - b.start;
    if (a.start != b.start) return a.start < b.start;
    return a.what < b.what;
}

bool enough(Candidate const& candidate, Settings const& settings) {
    if (settings.level == Level::all) return candidate.confidence >= confidence_min_all;
    return kind_of(candidate.what) == Kind::direct && candidate.confidence >= confidence_min_direct;
}

bool letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Names of things may lose a part to something surer and still name it; half a number names nothing.
bool may_be_cut(Class c) {
    return c == Class::person || c == Class::address || c == Class::place || c == Class::institution ||
           c == Class::organisation || c == Class::event || c == Class::date;
}

// `part` without signs and spaces at its ends, whole words only; empty when nothing is left.
Candidate trimmed(Candidate part, std::string_view lower) {
    auto const inside = [&](std::uint32_t at) {
        return at > 0 && letter_or_digit(lower[at - 1]) && letter_or_digit(lower[at]);
    };
    while (part.start < part.end && (!letter_or_digit(lower[part.start]) || inside(part.start))) ++part.start;
    auto const runs_on = [&](std::uint32_t at) { return at < lower.size() && letter_or_digit(lower[at]); };
    while (part.end > part.start && (!letter_or_digit(lower[part.end - 1]) || runs_on(part.end))) --part.end;
    return part;
}

// "Mr" is nobody's name.
bool only_title(Candidate const& part, std::string_view lower) {
    auto const words = lower.substr(part.start, part.end - part.start);
    return (word_at(look_up(words, word_hash(words))).topics & (topic::title | topic::common)) != 0;
}

struct ByStart {
    bool operator()(Candidate const& a, Candidate const& b) const { return a.start < b.start; }
};
using Standing = std::set<Candidate, ByStart>;

// The first that stands and ends after `at`.
Standing::const_iterator first_after(Standing const& standing, std::uint32_t at) {
    Candidate probe{};
    probe.start = at;
    auto found = standing.upper_bound(probe);
    if (found != standing.begin() && std::prev(found)->end > at) --found;
    return found;
}

}  // namespace

void settle_overlaps(Candidates& candidates, std::string_view lower, Settings const& settings) {
    // What is unsure, or of a kind not asked for, still stands against what else its words might be.
    std::erase_if(candidates,
                  [&](Candidate const& c) { return c.start >= c.end || c.confidence < confidence_min_all; });
    std::vector<Weighed> weighed;
    weighed.reserve(candidates.size());
    for (auto const& candidate : candidates) weighed.push_back({candidate, weight(candidate, lower)});
    std::sort(weighed.begin(), weighed.end(), stronger);
    Standing standing;
    auto const keep = [&](Candidate part) {
        if (part.start >= part.end) return;
        part = trimmed(part, lower);
        if (part.start < part.end && !only_title(part, lower)) standing.insert(part);
    };
    for (auto const& [candidate, unused] : weighed) {
        auto next = first_after(standing, candidate.start);
        if (next == standing.end() || next->start >= candidate.end) {
            standing.insert(candidate);
            continue;
        }
        if (!may_be_cut(candidate.what)) continue;
        // At most the part before what stands there and the part behind it.
        auto before = candidate, behind = candidate;
        before.end = std::max(before.start, next->start);
        if (next->start <= before.start) before.end = before.start;
        behind.start = next->end;
        auto const after = next->end >= candidate.end ? standing.end() : first_after(standing, behind.start);
        if (behind.start >= behind.end || (after != standing.end() && after->start < behind.end))
            behind.end = behind.start;
        keep(before);
        keep(behind);
    }
    candidates.clear();
    for (auto const& candidate : standing)
        if (enough(candidate, settings)) candidates.push_back(candidate);
}

}  // namespace kith::screen
