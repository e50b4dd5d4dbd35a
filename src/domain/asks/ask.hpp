// An ask: a member's request for support, sent to some of a group.
//
// It begins with one's own practice. Whoever it reaches may offer or pass, by one tap each. A pass is kept so that
// nobody is asked twice, and is read by nothing else: no view, count, notice or moment depends on it, so the asker
// cannot tell a pass from silence. The asker sees offers, and how many it went to when it was sent.
//
// An ask ends: its asker closes it, it closes itself when nobody took it, or it rests two weeks after an offer. Once
// ended only its asker and those who offered can open it.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "domain/call/granted.hpp"
#include "domain/groups/group.hpp"
#include "domain/ids.hpp"
#include "domain/pens/pen.hpp"

namespace kith {

inline constexpr std::size_t ask_characters_max = 4'000;
inline constexpr std::size_t offer_characters_max = 1'000;
inline constexpr std::size_t open_asks_of_member_max = 5;  // in one group
inline constexpr std::size_t asks_listed_max = 50;         // on a page, of each kind
inline constexpr std::chrono::hours ask_rests_after{24 * 14};

// What is wanted.
enum class Wants { listen, ideas, resource, referral, today };
inline constexpr std::array all_wants{Wants::listen, Wants::ideas, Wants::resource, Wants::referral, Wants::today};
std::string_view stored(Wants);
std::string_view in_words(Wants);  // "someone to listen"
std::optional<Wants> wants_from(std::string_view);

// By when.
enum class By { hour, today, week, whenever };
inline constexpr std::array all_by{By::hour, By::today, By::week, By::whenever};
std::string_view stored(By);
std::string_view in_words(By);  // "within the hour"
std::optional<By> by_from(std::string_view);

// Whom in the group.
enum class Reach { everyone, around, field };
inline constexpr std::array all_reaches{Reach::everyone, Reach::around, Reach::field};
std::string_view stored(Reach);
std::optional<Reach> reach_from(std::string_view);

// How an ask ended.
enum class AskEnd { closed, lapsed, rested };
std::string_view stored(AskEnd);
std::optional<AskEnd> ask_end_from(std::string_view);

// "Did this help?", to be answered or not.
enum class Helped { unsaid, yes, partly, no };
inline constexpr std::array all_helped{Helped::yes, Helped::partly, Helped::no};
std::string_view stored(Helped);  // empty: unsaid
std::string_view in_words(Helped);
std::optional<Helped> helped_from(std::string_view);

struct Ask {
    AskId id;
    GroupId group;
    // Whom offers go to; on a page under the pen, where there is one. Nobody: their account has ended, or they left and
    // took their name along, and the ask stands under a pen until its time is over.
    std::optional<PersonId> asker;
    std::optional<Pen> pen{};
    Wants wants = Wants::listen;
    std::string body;  // Markdown
    By by = By::whenever;
    std::optional<Time> wanted_by;
    Reach reach = Reach::everyone;
    std::string field;  // where reach is field
    std::int64_t people = 0;
    Time asked_at;
    std::optional<Time> first_offer_at;
    std::optional<AskEnd> end;
    std::optional<Time> ended_at;
    Helped helped = Helped::unsaid;

    // When it was sent, as sharply as anybody is told.
    Time told_at() const { return pen ? as_told(asked_at) : asked_at; }
};

// An ask with the membership through which it was loaded, and what the one who loaded it has said to it.
struct AskInGroup {
    Ask ask;
    Membership membership;
    bool offered = false;
    bool passed = false;
};

namespace asks {
struct Policy;
}

struct SeeAsk {
    using Policy = asks::Policy;
};  // its asker, or somebody it reaches; once ended only its asker and who offered
struct AnswerAsk {
    using Policy = asks::Policy;
};  // somebody it reaches, while it is open
struct OfferToAsk {
    using Policy = asks::Policy;
};  // the same, who accepted the agreement as it stands
struct EndAsk {
    using Policy = asks::Policy;
};  // its asker

using AskReader = Granted<SeeAsk, AskInGroup>;
using AskAnswerer = Granted<AnswerAsk, AskInGroup>;
using AskOfferer = Granted<OfferToAsk, AskInGroup>;
using AskEnder = Granted<EndAsk, AskInGroup>;

}  // namespace kith
