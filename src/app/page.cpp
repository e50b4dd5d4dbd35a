// From an answer to a response: the page inside its layout, or the same view as JSON.
#include "app/app.hpp"
#include "app/csrf.hpp"
#include "app/faults.hpp"
#include "domain/asks/store.hpp"
#include "domain/groups/store.hpp"
#include "domain/messages/seats.hpp"
#include "platform/html/frame.hpp"
#include "platform/html/render.hpp"
#include "platform/http/cookie.hpp"
#include "platform/http/url.hpp"

namespace kith::app {

namespace {

using html::Name;
using html::Seen;
using html::View;

http::Response respond(int status, std::string type, std::string body) {
    http::Response response;
    response.status = status;
    response.body = std::move(body);
    response.with("Content-Type", std::move(type)).with("Cache-Control", "private, no-store");
    return response;
}

http::Response respond_json(int status, View const& view) { return respond(status, "application/json", view.json()); }

http::Response respond_to_done(Call const& call, Done const& done) {
    if (!call.request.wants_json()) {
        auto response = respond(303, "text/plain; charset=utf-8", "");
        response.with("Location", done.location);
        return response;
    }
    View view;
    if (!done.id.empty()) view.text("id", done.id);
    view.text("location", done.location);
    auto response = respond_json(done.id.empty() ? 200 : 201, view);
    response.with("Location", done.location);
    return response;
}

http::Response respond_with_file(Download download) {
    auto response = respond(200, std::move(download.type), std::move(download.body));
    response.with("Content-Disposition", "attachment; filename=\"" + download.name + "\"");
    return response;
}

// Not even the device's own store: what was taken back or hidden must not be found there, nor on a shared device.
http::Response respond_with_picture(Picture picture) {
    auto response = respond(200, "image/webp", std::move(picture.body));
    response.with("Content-Disposition", "inline; filename=\"picture.webp\"");
    response.with("Content-Security-Policy", "default-src 'none'; sandbox");
    return response;
}

http::Response respond_with_stream(Stream stream) {
    http::Response response;
    response.events = std::move(stream.source);
    return response;
}

View::List fault_list(std::vector<Fault> const& faults) {
    View::List list;
    for (auto const& fault : faults) {
        View line;
        line.text("field", fault.field).text("message", fault.message);
        list.push_back(std::move(line));
    }
    return list;
}

// What every form carries besides its fields; for templates only.
void add_form_needs(Call const& call, View& view) {
    auto const secret = call.request.cookie(http::session_cookie);
    view.text("csrf", call.who && secret ? csrf_token(*secret) : std::string{}, Seen::by_templates_only);
    // A form that comes back keeps its key: it is the same thing being tried again.
    auto key = call.field("idempotency_key");
    // In the order of time, so that what is remembered of one time lies together on disk.
    if (key.empty()) key = Id<void>::ordered(call.now).text();
    view.text("idempotency_key", std::move(key), Seen::by_templates_only);
}

// Where somebody shows once more that it is them, and then comes back.
std::string confirming_at(Call const& call) {
    return "/session/confirm?back=" + http::percent_encode(call.request.path);
}

// What every layout has, whoever looks and whatever stands in it.
View layout_for(bool signed_in) {
    View layout;
    layout.flag("signed_in", signed_in).null("flash").list("here", {}).list("around", {}).flag("beside", false);
    return layout;
}

void add_place(Call const& call, View& layout) {
    std::string_view const path = call.request.path;
    layout.flag("at_groups", path.starts_with("/groups") || path.starts_with("/posts"))
        .flag("at_search", path.starts_with("/search"))
        .flag("at_asks", path.starts_with("/asks") || path.starts_with("/around"))
        .flag("at_messages", path.starts_with("/messages"))
        .flag("at_notices", path.starts_with("/notices"))
        .flag("at_help", path.starts_with("/help"))
        .flag("at_me", path == "/me" || path.starts_with("/me/"));
}

View::List my_groups(Call const& call, sql::Transaction& transaction) {
    View::List list;
    if (!call.who) return list;
    for (auto const& group : groups::of_person(transaction, call.who->person)) {
        View line;
        line.text("href", "/groups/" + group.id.text())
            .text("name", group.name)
            .flag("current", call.part("group") == group.id.text());
        list.push_back(std::move(line));
    }
    return list;
}

// What the layout shows of the viewer.
void add_viewers_own(Call const& call, sql::Transaction& transaction, Page& page) {
    page.my_groups = my_groups(call, transaction);
    page.asks_wait = call.who && asks::any_waits_for(transaction, call.who->person);
    page.messages_new = call.who && messages::has_news(transaction, call.who->person);
}

// Who is here or around now, where the page of a group says it.
void add_present_people(View const& page, View& layout) {
    View::List here, around;
    if (auto const* list = page.find("here"))
        for (auto const& person : std::get<View::List>(list->content)) {
            View line;
            line.text("name", std::get<std::string>(person.find("name")->content));
            here.push_back(std::move(line));
        }
    auto const* list = page.find("around_now");
    if (list)
        for (auto const& person : std::get<View::List>(list->content)) {
            View line;
            line.text("name", std::get<std::string>(person.find("name")->content));
            line.text("until_in_words", std::get<std::string>(person.find("until_in_words")->content));
            around.push_back(std::move(line));
        }
    layout.flag("beside", !here.empty() || !around.empty());
    layout.list("here", std::move(here)).list("around", std::move(around));
}

}  // namespace

// In the page's own transaction, which is open: what its layout shows besides.
void App::frame(Call const& call, Answer& answer) {
    auto* const page = std::get_if<Page>(&answer.what);
    if (page && !call.request.wants_json()) add_viewers_own(call, call.transaction(), *page);
}

http::Response App::present_page(Call& call, Page page) {
    if (call.request.wants_json()) return respond_json(page.status, page.view);
    if (!page.my_groups)  // the answer of a write, or of an endpoint that opens its own transactions
        services_.database.read([&](sql::Transaction& transaction) { add_viewers_own(call, transaction, page); });
    add_form_needs(call, page.view);
    auto layout = layout_for(call.who.has_value());
    add_place(call, layout);
    add_present_people(page.view, layout);
    layout.flag("notices_new", call.who && call.who->has_unread_notices).flag("asks_wait", page.asks_wait);
    layout.flag("messages_new", page.messages_new);
    layout.list("my_groups", *std::move(page.my_groups));
    if (call.refusal) {
        View refused;
        refused.text("says", call.refusal->faults.empty() ? call.refusal->message : std::string{});
        refused.list("faults", fault_list(call.refusal->faults));
        refused.text("confirm_at", call.refusal->unconfirmed ? confirming_at(call) : std::string{});
        layout.child("refused", std::move(refused));
    } else {
        layout.null("refused");
    }
    layout.markup("body_html", html::rendered(page.template_name, page.view));
    return respond(page.status, "text/html; charset=utf-8", html::render("layout", layout));
}

http::Response App::present(Call& call, Answer answer) {
    auto response = std::visit(
        [&]<class What>(What& what) -> http::Response {
            if constexpr (std::is_same_v<What, Page>) return present_page(call, std::move(what));
            if constexpr (std::is_same_v<What, Fragment>)
                return call.request.wants_json()
                           ? respond_json(200, what.view)
                           : respond(200, "text/html; charset=utf-8", html::render(what.template_name, what.view));
            if constexpr (std::is_same_v<What, Done>) return respond_to_done(call, what);
            if constexpr (std::is_same_v<What, Download>) return respond_with_file(std::move(what));
            if constexpr (std::is_same_v<What, Picture>) return respond_with_picture(std::move(what));
            if constexpr (std::is_same_v<What, Stream>) return respond_with_stream(std::move(what));
        },
        answer.what);
    for (auto& [name, value] : answer.headers) response.with(std::move(name), std::move(value));
    return response;
}

// The same bytes for whoever gets it: nothing of the viewer stands on this page.
http::Response App::present_error(Call const& call, Error const& error) {
    View view;
    view.text("message", words_for(error));
    view.list("faults", fault_list(error.faults));
    auto const status = status_of(error.kind);
    http::Response response;
    if (call.request.wants_json()) {
        response = respond_json(status, view);
    } else {
        auto layout = layout_for(false);
        layout.null("refused").markup("body_html", html::rendered("fault", view));
        response = respond(status, "text/html; charset=utf-8", html::render("layout", layout));
    }
    if (error.retry_after) response.with("Retry-After", std::to_string(error.retry_after->count()));
    return response;
}

// A browser is sent to sign in and comes back; a program is told with 401. Somebody whose session ended
// while they wrote gets their words back first: they stand on the page, ready to be copied, and nowhere else.
http::Response App::present_sign_in(Call const& call) {
    if (call.request.wants_json() || call.request.header("authorization")) {
        View view;
        view.text("message", "Sign in first.");
        auto response = respond_json(401, view);
        response.with("WWW-Authenticate", "Bearer");
        return response;
    }
    View::List words;
    for (auto const& [field, value] : call.form.fields()) {
        if (http::is_safe(call.request.method) || field == "csrf" || field == "idempotency_key" ||
            field.starts_with("password") || value.find(' ') == value.npos)
            continue;
        View line;
        line.text("words", value);
        words.push_back(std::move(line));
    }
    if (words.empty()) {
        auto response = respond(303, "text/plain; charset=utf-8", "");
        auto const back = http::is_safe(call.request.method) ? "?back=" + http::percent_encode(call.request.path) : "";
        response.with("Location", "/session" + std::string{back});
        return response;
    }
    View view;
    view.list("kept", std::move(words));
    auto layout = layout_for(false);
    add_place(call, layout);
    layout.null("refused").markup("body_html", html::rendered("words_kept", view));
    return respond(401, "text/html; charset=utf-8", html::render("layout", layout));
}

// A browser is asked to show that it is them, and comes back; a program is told with 403.
http::Response App::present_confirming(Call const& call, Error const& error) {
    if (call.request.wants_json()) return present_error(call, error);
    auto response = respond(303, "text/plain; charset=utf-8", "");
    response.with("Location", confirming_at(call));
    return response;
}

}  // namespace kith::app
