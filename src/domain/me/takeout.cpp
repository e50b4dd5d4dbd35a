// My data, to take along: for programs (JSON) and for reading (HTML).
#include "domain/me/endpoints.hpp"
#include "domain/me/store.hpp"
#include "domain/me/tabs.hpp"
#include "platform/html/render.hpp"

namespace kith::me {

Result<Answer> show_data(Call&, SignedIn const&) {
    html::View view;
    add_tabs(view, "/me/data");
    view.text("json", "/me/data.json").text("html", "/me/data.html");
    return Page{"my_data", std::move(view)};
}

Result<Answer> take_json(Call& call, Confirmed const&) {
    auto const everything = everything_of(call.transaction(), call.viewer().person, call.now);
    return Download{"application/json", "kith-my-data.json", everything.json()};
}

Result<Answer> take_html(Call& call, Confirmed const&) {
    auto const everything = everything_of(call.transaction(), call.viewer().person, call.now);
    return Download{"text/html; charset=utf-8", "kith-my-data.html", html::render("my_data_file", everything)};
}

}  // namespace kith::me
