#include "flows/world.hpp"

#include "app/csrf.hpp"
#include "app/embedded.hpp"
#include "app/housekeeping.hpp"
#include "domain/acts/log.hpp"
#include "domain/groups/agreement.hpp"
#include "domain/groups/found.hpp"
#include "domain/groups/store.hpp"
#include "domain/people/store.hpp"
#include "domain/sessions/actions.hpp"
#include "platform/crypto/password.hpp"
#include "platform/html/render.hpp"
#include "platform/http/cookie.hpp"
#include "platform/http/url.hpp"
#include "platform/sql/migrate.hpp"

namespace kith::test {

namespace {
constexpr std::string_view host_field = "kith.example";
constexpr std::string_view origin = "https://kith.example";
}  // namespace

void prepare_program() {
    crypto::use_light_passwords();
    html::load_templates(embedded::templates());
}

World::World(On on, PostgresCluster* cluster) : on_{on} {
    if (on_ == On::postgres) url_ = cluster->fresh_database();
    open();
}

void World::open() {
    app_.reset();
    hub_.reset();
    database_.reset();
    database_ = on_ == On::sqlite ? sql::open_sqlite({folder_.file("kith.db"), std::string(32, 'k'), 2})
                                  : sql::open_postgres({url_, 4});
    sql::migrate(*database_, embedded::migrations());
    (void)database_->write([&](sql::Transaction& transaction) -> Result<void> {
        acts::begin(transaction, now_);
        return {};
    });
    hub_ = live::make_local_hub();
    app_ = std::make_unique<app::App>(
        *database_, *hub_, [this] { return now_; }, app::Settings{"", app::Limits::off, outside_});
}

void World::pass(std::chrono::milliseconds span) {
    now_ = now_ + span;
    app_->do_what_is_due();
}

void World::sweep() { app::sweep(*database_, now_); }

void World::restart() { open(); }

World::PersonHere& World::person(std::string const& name) {
    if (auto const found = people_.find(name); found != people_.end()) return found->second;
    PersonHere here{PersonId::random(), name, name + "@example.org", name + " likes long walks", {}};
    here.name[0] = static_cast<char>(here.name[0] - 'a' + 'A');
    here.name += " Example";
    auto const hash = crypto::hash_password(here.password);
    auto opened = database_->write([&](sql::Transaction& transaction) -> Result<sessions::Opened> {
        people::add(transaction, {here.id, here.email, here.name, Capacity::practitioner, now_}, hash);
        return sessions::open(transaction, here.id, SessionKind::browser, "Firefox on Linux", now_);
    });
    here.secret = opened->secret;
    return people_.emplace(name, std::move(here)).first->second;
}

GroupId World::group(std::string const& name) {
    if (auto const found = groups_.find(name); found != groups_.end()) return found->second;
    throw std::runtime_error{"no group called " + name};
}

void World::put_in(std::string const& who, std::string const& name) {
    auto const id = person(who).id;
    (void)database_->write([&](sql::Transaction& transaction) -> Result<void> {
        if (!groups_.contains(name)) {
            groups::Founding const founding{name, "We talk on Tuesdays.", "We keep it to ourselves."};
            groups_[name] = groups::found(transaction, founding, id, Capacity::practitioner, now_);
            return {};
        }
        groups::add_member(transaction, groups_[name], id, Role::member, Capacity::practitioner, std::nullopt, now_);
        groups::accept_agreement(transaction, groups_[name], 1, id, now_);
        return {};
    });
}

void World::make_host(std::string const& who) {
    auto const id = person(who).id;
    (void)database_->write([&](sql::Transaction& transaction) -> Result<void> {
        people::make_host(transaction, id, now_);
        return {};
    });
}

http::Request World::request(std::string const& who, std::string const& target) {
    http::Request request;
    auto const question = target.find('?');
    request.path = target.substr(0, question);
    request.path = request.path.substr(0, request.path.find('#'));
    if (question != target.npos) request.query = target.substr(question + 1);
    request.peer = "192.0.2.1";
    request.scheme = http::Scheme::https;
    request.headers = {{"host", std::string{host_field}}, {"accept", "text/html"}};
    if (!who.empty())
        request.headers.emplace_back("cookie", std::string{http::session_cookie} + "=" + person(who).secret);
    return request;
}

http::Response World::get(std::string const& who, std::string const& target, bool json) {
    auto asked = request(who, target);
    if (json) asked.headers[1].second = "application/json";
    return app_->answer(asked);
}

http::Response World::post(std::string const& who, std::string const& target,
                           std::vector<std::pair<std::string, std::string>> fields) {
    auto sent = request(who, target);
    sent.method = http::Method::post;
    sent.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    sent.headers.emplace_back("origin", std::string{origin});
    sent.headers.emplace_back("sec-fetch-site", "same-origin");
    if (!who.empty()) fields.emplace_back("csrf", app::csrf_token(person(who).secret));
    for (auto const& [name, value] : fields) {
        if (!sent.body.empty()) sent.body += '&';
        sent.body += http::percent_encode(name) + "=" + http::percent_encode(value);
    }
    return app_->answer(sent);
}

http::Response World::post_files(std::string const& who, std::string const& target,
                                 std::vector<std::pair<std::string, std::string>> fields,
                                 std::vector<std::pair<std::string, std::string>> const& files, bool json) {
    constexpr std::string_view boundary = "----KithFlow7MA4YWxkTrZu0gW";
    auto sent = request(who, target);
    sent.method = http::Method::post;
    if (json) sent.headers[1].second = "application/json";
    sent.headers.emplace_back("content-type", "multipart/form-data; boundary=" + std::string{boundary});
    sent.headers.emplace_back("origin", std::string{origin});
    sent.headers.emplace_back("sec-fetch-site", "same-origin");
    if (!who.empty()) fields.emplace_back("csrf", app::csrf_token(person(who).secret));
    auto const part = [&](std::string const& head, std::string_view content) {
        sent.body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=").append(head);
        sent.body.append("\r\n\r\n").append(content).append("\r\n");
    };
    for (auto const& [name, value] : fields) part('"' + name + '"', value);
    for (auto const& [name, bytes] : files)
        part('"' + name + "\"; filename=\"Jamie at Elm Road.jpg\"\r\nContent-Type: image/jpeg", bytes);
    sent.body.append("--").append(boundary).append("--\r\n");
    return app_->answer(sent);
}

http::Response World::post_json(std::string const& who, std::string const& target, std::string body) {
    auto sent = request(who, target);
    sent.method = http::Method::post;
    sent.headers[1].second = "application/json";
    sent.headers.emplace_back("content-type", "application/json");
    sent.body = std::move(body);
    return app_->answer(sent);
}

}  // namespace kith::test
