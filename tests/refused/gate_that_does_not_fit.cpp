// refused: no matching function
// A row of the route table whose gate does not grant what its endpoint takes.
#include "domain/call/gates.hpp"
#include "domain/groups/policy.hpp"

namespace kith {

Result<Answer> write(Call&, Speaker const&);

#ifdef ALLOWED
Row const row = post("/groups/{group}/posts", groups::may_speak, "write", &write, "/groups/{group}");
#else
Row const row = post("/groups/{group}/posts", person, "write", &write, "/groups/{group}");
#endif

}  // namespace kith
