// How something is said, besides its words: as whom, on what ground, folded under which note, for how long.
//
// All of it is chosen from lists, so that nothing here can tell of anybody; each list begins with what is
// meant when nothing was chosen, and that is neither stored nor shown.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/time.hpp"

namespace kith {

enum class SpeaksAs : std::uint8_t { self, team, organisation };
enum class Ground : std::uint8_t { unsaid, law, policy, research, experience, thought };
// What would be hard to read about. Folds the post.
enum class ContentNote : std::uint8_t { none, death, self_harm, child_harm, violence, sexual_violence, hatred, hard };

struct Manner {
    SpeaksAs speaks_as = SpeaksAs::self;
    Ground ground = Ground::unsaid;
    ContentNote note = ContentNote::none;
    std::optional<Time> goes_at;  // when its words go
    bool answers_go = false;      // of the head of a thread: the answers' words go with it
    std::optional<Time> gone_at;  // when they went

    bool operator==(Manner const&) const = default;
    bool says_anything() const { return *this != Manner{}; }
};

// One line of a list: how it is stored and sent, what the writer chooses, and what the reader sees.
template <class Choice>
struct Choosable {
    Choice value;
    std::string_view stored, to_writer, to_reader;
};

inline constexpr std::array<Choosable<SpeaksAs>, 3> ways_to_speak{{
    {SpeaksAs::self, "self", "Myself", ""},
    {SpeaksAs::team, "team", "My team", "Speaking for their team"},
    {SpeaksAs::organisation, "organisation", "My organisation", "Speaking for their organisation"},
}};

inline constexpr std::array<Choosable<Ground>, 6> grounds{{
    {Ground::unsaid, "", "I leave that open", ""},
    {Ground::law, "law", "The law says so", "What the law says"},
    {Ground::policy, "policy", "A policy says so", "What a policy says"},
    {Ground::research, "research", "Research says so", "What research says"},
    {Ground::experience, "experience", "My experience", "From experience"},
    {Ground::thought, "thought", "Just a thought", "Just a thought"},
}};

inline constexpr std::array<Choosable<ContentNote>, 8> content_notes{{
    {ContentNote::none, "", "Nothing like that", ""},
    {ContentNote::death, "death", "Death or grief", "death or grief"},
    {ContentNote::self_harm, "self_harm", "Suicide or self-harm", "suicide or self-harm"},
    {ContentNote::child_harm, "child_harm", "Harm to a child", "harm to a child"},
    {ContentNote::violence, "violence", "Violence", "violence"},
    {ContentNote::sexual_violence, "sexual_violence", "Sexual violence", "sexual violence"},
    {ContentNote::hatred, "hatred", "Racism or other hatred", "racism or other hatred"},
    {ContentNote::hard, "hard", "Something else that is hard", "something hard to read"},
}};

// How long the words can stay, in days; none: as long as the group keeps them.
inline constexpr std::array<int, 4> days_to_stay{1, 7, 30, 90};

}  // namespace kith
