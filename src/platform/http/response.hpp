// A response as the app makes it and platform/net sends it.
//
// The body is either owned text, or a view of bytes that outlive the server
// (the embedded assets), or a stream of server-sent events that the connection
// turns into. net adds Date, Content-Length and Connection.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::http {

// Where events for one open page go. Thread-safe; never blocks.
class EventSink {
public:
    virtual ~EventSink() = default;
    // Queues one whole chunk ("id: …\nevent: …\ndata: …\n\n"). The text is shared, never copied,
    // among all who get it. False once the connection is gone or too far behind; it is then closed,
    // and the page comes back with its last id.
    virtual bool send(std::shared_ptr<std::string const> chunk) = 0;
    // Ends the stream, for instance because the session was ended.
    virtual void close() = 0;
};

// Called once, when the head has been written. What it returns is held until the connection
// ends; destroying it must unsubscribe.
using EventSource = std::function<std::shared_ptr<void>(std::shared_ptr<EventSink>)>;

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string_view static_body;  // used instead of `body` when it is not empty
    EventSource events;            // when set: text/event-stream, and no body

    Response& with(std::string name, std::string value) & {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
    Response&& with(std::string name, std::string value) && {
        headers.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
    std::string_view payload() const { return static_body.empty() ? std::string_view{body} : static_body; }
};

}  // namespace kith::http
