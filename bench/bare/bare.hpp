// The bare page: what a page costs on this network layer and this database when
// nothing stands between. `bin/bench` measures Kith beside it.
//
// Each page is read by hand-written queries and put together by appending to a
// string: no session, no permission, no templates, no Markdown, no compression.
// What frames the rows is cut out of the real page, so that both pages have the
// same bytes around them and about the same size. Used by many threads at once
// once it is made.
#pragma once

#include <string>
#include <string_view>

#include "base/id.hpp"
#include "platform/sql/database.hpp"

namespace kith::bench {

struct Group;
struct Post;
struct Person;

class BarePage {
public:
    enum class What { group, thread };

    // `real` is the page as Kith serves it; the bare one becomes as long.
    BarePage(What, sql::Database&, IdBytes of, std::string_view real);
    std::string make() const;

private:
    What what_;
    sql::Database& database_;
    Id<void> of_;
    std::string head_, foot_;
    std::string furniture_;  // of each row: as many bytes of markup as a row of the real page has
};

// One durable comment: a row, through the same group commit, and nothing else.
class BareInsert {
public:
    BareInsert(sql::Database&, IdBytes thread);
    void insert(std::string_view body) const;

private:
    sql::Database& database_;
    Id<Post> thread_;
    Id<Group> group_;
    Id<Person> author_;
};

}  // namespace kith::bench
