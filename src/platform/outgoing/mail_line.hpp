// A line to one mail server (SMTP, by libcurl): hands it letters, one after another, over one connection that is
// kept while it lasts.
//
// `deliver` returns `taken` only after the server's yes to the whole letter (its 250 after the final dot). For
// one thread. Never throws but for lack of memory; what went wrong is told apart, because a host has to mend one
// thing, the person another, and time the third.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace kith::outgoing {

// STARTTLS or TLS from the first byte is required, unless the server is this machine itself.
enum class MailTls { required, none };

struct MailServer {
    std::string url;  // smtp://mail.example:587 or smtps://mail.example:465
    MailTls tls = MailTls::required;
    std::string user, password;             // empty: without signing in
    std::string trusted_certificates_file;  // empty: the system's
    std::string own_name;                   // what we say to its greeting
};

// True for scheme, host and perhaps a port: smtp:// or smtps://.
bool is_mail_server_url(std::string_view);
// True where the host of the URL is this machine by its address or name.
bool is_loopback_url(std::string_view);

struct Delivery {
    enum class How {
        taken,
        address_refused,  // for good: no mailbox of that name
        refused,          // this letter, or us: somebody should look
        unreachable,      // not now: no connection, the server is busy, the mailbox is full
        untrusted,        // no TLS where it is required, or a certificate that is not trusted
        sign_in_refused,
    };
    How how = How::unreachable;
    long reply = 0;           // the server's last code; 0: none came
    std::string explanation;  // for whoever runs the place, in libcurl's words; holds no letter and no address
};

class MailLine {
public:
    explicit MailLine(MailServer);
    ~MailLine();
    MailLine(MailLine&&) noexcept;

    // Both addresses are plain ASCII without white space or brackets; `letter` is a whole message with CRLF.
    Delivery deliver(std::string const& from, std::string const& to, std::string_view letter);
    // Comes as far as a letter would, signed in where there is a user, and hands over none.
    Delivery greet();

private:
    Delivery perform();

    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace kith::outgoing
