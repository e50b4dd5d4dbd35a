// The rows of the route table about being reached outside the page.
#pragma once

#include "domain/call/gates.hpp"

namespace kith::reach {

// endpoints.cpp
Result<Answer> show_reaching(Call&, SignedIn const&);  // GET /me/reach
Result<Answer> save_choices(Call&, SignedIn const&);   // POST /me/reach
Result<Answer> give_address(Call&, SignedIn const&);   // POST /me/reach/address
Result<Answer> stop_letters(Call&, SignedIn const&);   // POST /me/reach/address/stop
Result<Answer> letters_again(Call&, SignedIn const&);  // POST /me/reach/address/again

// device_endpoints.cpp
Result<Answer> add_device(Call&, SignedIn const&);  // POST /me/reach/devices
Result<Answer> end_device(Call&, SignedIn const&);  // POST /me/reach/devices/{device}/end

// digest_endpoints.cpp
Result<Answer> show_day(Call&, SignedIn const&);   // GET /digest/day
Result<Answer> show_week(Call&, SignedIn const&);  // GET /digest/week

// links.cpp: what the links in letters lead to. Whoever holds one may use it, signed in or not.
Result<Answer> show_confirming(Call&, Anyone const&);  // GET /reach/confirm/{secret}
Result<Answer> confirm_address(Call&, Anyone const&);  // POST /reach/confirm/{secret}
Result<Answer> show_stopping(Call&, Anyone const&);    // GET /reach/stop/{secret}
Result<Answer> stop_by_link(Call&, Anyone const&);     // POST /reach/stop/{secret}

}  // namespace kith::reach
