// What the page of a search needs.
#pragma once

#include "domain/search/finding.hpp"
#include "platform/html/view.hpp"

namespace kith::search {

// The form, filled in; with a group the topics of it too. `groups` are the person's own.
void add_form(html::View&, sql::Transaction&, Question const&, std::vector<groups::Listed> const& groups);
// What was found, and the way on; `older` is empty at the end.
void add_results(html::View&, Looking const&, Results const&, std::string older);
// Before anything was asked.
void add_no_results(html::View&);

}  // namespace kith::search
