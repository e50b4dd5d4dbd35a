// What an endpoint answers. The app turns it into HTTP after the transaction has
// ended: a Page through its template or, for a program, as JSON.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "platform/html/view.hpp"
#include "platform/http/response.hpp"

namespace kith {

// A page: the view and the template that shows it inside the layout.
struct Page {
    std::string_view template_name;
    html::View view;
    int status = 200;
    // Of the viewer, for the layout; read by the app in the page's own transaction.
    std::optional<html::View::List> my_groups{};
    bool messages_new = false;
    bool asks_wait = false;  // an ask reaches them that they have not answered
};

// A piece of a page, without the layout: what the live stream and scripts swap in.
struct Fragment {
    std::string_view template_name;
    html::View view;
};

// It is done. A browser is sent on with 303; a program gets 201 with `id` and
// Location when something was made, 200 when not.
struct Done {
    std::string location;
    std::string id{};  // of the thing made; empty when none was
};

// A file to keep.
struct Download {
    std::string type;
    std::string name;  // plain ASCII, of our own making
    std::string body;
};

// A picture (WebP), to be shown within a page. Kept by nobody on its way, and by itself it can do nothing.
struct Picture {
    std::string body;
};

// Server-sent events.
struct Stream {
    http::EventSource source;
};

struct Answer {
    std::variant<Page, Fragment, Done, Download, Picture, Stream> what;
    std::vector<std::pair<std::string, std::string>> headers{};  // a cookie, for instance

    Answer(Page page) : what{std::move(page)} {}
    Answer(Fragment fragment) : what{std::move(fragment)} {}
    Answer(Done done) : what{std::move(done)} {}
    Answer(Download download) : what{std::move(download)} {}
    Answer(Picture picture) : what{std::move(picture)} {}
    Answer(Stream stream) : what{std::move(stream)} {}
};

}  // namespace kith
