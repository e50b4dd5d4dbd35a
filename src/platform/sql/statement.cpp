#include "platform/sql/statement.hpp"

namespace kith::sql {

namespace {

// Made at the first use, because statements of other files may be made before
// anything of this one is.
std::vector<Statement const*>& list() {
    static std::vector<Statement const*> statements;
    return statements;
}

}  // namespace

Statement::Statement(char const* text) : text_{text}, index_{list().size()} { list().push_back(this); }

std::vector<Statement const*> const& Statement::all() { return list(); }

}  // namespace kith::sql
