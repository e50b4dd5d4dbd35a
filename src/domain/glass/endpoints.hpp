// The rows of the route table by which hosts break the glass, and read through it.
#pragma once

#include "domain/glass/glass.hpp"

namespace kith::glass {

Result<Answer> show_glass(Call&, AsHost const&);           // GET /glass
Result<Answer> ask_for_glass(Call&, AsHost const&);        // POST /glass
Result<Answer> agree_to_glass(Call&, GlassAgreer const&);  // POST /glass/{glass}/agree
Result<Answer> end_glass(Call&, GlassReader const&);       // POST /glass/{glass}/end
Result<Answer> read_group(Call&, GlassReader const&);      // GET /glass/{glass}
Result<Answer> read_thread(Call&, GlassReader const&);     // GET /glass/{glass}/posts/{post}

}  // namespace kith::glass
