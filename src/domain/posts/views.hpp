// A post as pages show it.
#pragma once

#include <span>

#include "domain/posts/company.hpp"
#include "domain/posts/reactions.hpp"
#include "domain/posts/store.hpp"
#include "platform/html/view.hpp"

namespace kith::posts {

// What makes a post new: itself, or also an answer under it (a card on the group's page).
enum class NewBy { itself, answers_too };

// Who looks. Nobody in particular: as any plain member would see it, for what is told to many at once.
struct Onlooker {
    std::optional<PersonId> person{};
    bool facilitates = false;
    std::int64_t new_after = INT64_MAX;  // in the group's count
    NewBy new_by = NewBy::itself;
};

// What of a post depends on who looks.
struct Standing {
    bool own, readable, unanswered, is_new;
};
Standing standing_of(Shown const&, Onlooker const&);

inline constexpr std::string_view hidden_words = "Hidden by a facilitator.";
inline constexpr std::string_view expired_words = "Its time was over. The words are gone, as their author chose.";
inline constexpr std::string_view withdrawn_words = "Taken back by its author.";

// One post as a card on the group's page, as an answer, or in full on its own: the same view for the
// page, the live event and JSON. The words of a hidden post are there for its author and the
// facilitators alone.
html::View post_view(Shown const&, Company&, Onlooker const&);

// Adds the buttons of support, with what the onlooker gave, and for its author who gave what.
void add_support(html::View&, Post const&, std::span<Given const>, Onlooker const&);

// The words somebody is about to answer, above their own: the quote of the composer.
html::View quote_view(Shown const&);

}  // namespace kith::posts
