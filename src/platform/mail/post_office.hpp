// Where letters leave: the server's line, the address they come from, the place they lead to.
//
// It takes a Letter and nothing else, so what leaves by mail is only ever what a Letter can hold.
// For one thread.
#pragma once

#include "platform/mail/letter.hpp"
#include "platform/outgoing/mail_line.hpp"

namespace kith::mail {

using outgoing::Delivery;

class PostOffice {
public:
    PostOffice(outgoing::MailServer server, Address from, Origin origin)
        : line_{std::move(server)}, from_{std::move(from)}, origin_{std::move(origin)} {}

    Origin const& origin() const { return origin_; }
    Delivery send(Letter const& letter, Address const& to, IdBytes const& id, Time now) {
        return line_.deliver(from_.text(), to.text(), written_out(letter, from_, to, id, now));
    }
    Delivery greet() { return line_.greet(); }

private:
    outgoing::MailLine line_;
    Address from_;
    Origin origin_;
};

}  // namespace kith::mail
