#include "platform/outgoing/mail_line.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>

#include "platform/outgoing/handle.hpp"

namespace kith::outgoing {

namespace {

using How = Delivery::How;

std::string_view host_of(std::string_view url) {
    auto const scheme = url.find("://");
    if (scheme == url.npos) return {};
    auto host = url.substr(scheme + 3);
    if (host.starts_with('[')) return host.substr(1, host.find(']') - 1);
    return host.substr(0, host.find(':'));
}

// What is left to be sent of the letter.
struct Reading {
    std::string_view rest;
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* reading) {
    auto& rest = static_cast<Reading*>(reading)->rest;
    auto const bytes = std::min(size * count, rest.size());
    std::memcpy(to, rest.data(), bytes);
    rest.remove_prefix(bytes);
    return bytes;
}

// The server's last line: "550 5.1.1 No such user".
std::size_t hear(char* line, std::size_t size, std::size_t count, void* last) {
    static_cast<std::string*>(last)->assign(line, size * count);
    return size * count;
}

// The enhanced code after the plain one (RFC 3463), or nothing.
std::string_view enhanced_code(std::string_view line) {
    if (line.size() < 5) return {};
    line.remove_prefix(4);
    auto const code = line.substr(0, line.find_first_of(" \r\n"));
    bool const looks_so = code.size() >= 5 && code[1] == '.' && (code[0] == '5' || code[0] == '4');
    return looks_so ? code : std::string_view{};
}

// A no to the recipient. 5.1.x: no such mailbox, 5.2.1: closed. Other reasons (5.7: policy, 5.2.2: full) are not
// the address's fault for ever. Without such a code 550, 551 and 553 are what servers say of no mailbox.
How of_recipient(long reply, std::string_view line) {
    if (reply < 500) return How::unreachable;
    auto const code = enhanced_code(line);
    if (code.starts_with("5.1.") || code == "5.2.1") return How::address_refused;
    if (code == "5.2.2" || code.starts_with("4.")) return How::unreachable;
    if (!code.empty()) return How::refused;
    return reply == 550 || reply == 551 || reply == 553 ? How::address_refused : How::refused;
}

How how_of(CURLcode code, long reply, std::string_view said, std::string_view line) {
    switch (code) {
        case CURLE_OK: return How::taken;
        case CURLE_LOGIN_DENIED: return reply >= 400 && reply < 500 ? How::unreachable : How::sign_in_refused;
        case CURLE_USE_SSL_FAILED:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CACERT_BADFILE: return How::untrusted;
        default: break;
    }
    if (said.starts_with("RCPT failed")) return of_recipient(reply, line);
    return reply >= 500 ? How::refused : How::unreachable;
}

}  // namespace

bool is_mail_server_url(std::string_view url) {
    bool const scheme = url.starts_with("smtp://") || url.starts_with("smtps://");
    auto const host = host_of(url);
    return scheme && !host.empty() && url.find_first_of("/?#@ \t\r\n", url.find("://") + 3) == url.npos;
}

bool is_loopback_url(std::string_view url) {
    auto const host = host_of(url);
    bool const dotted = host.find_first_not_of("0123456789.") == host.npos;
    return host == "localhost" || host == "::1" || (dotted && host.starts_with("127."));
}

struct MailLine::Inside {
    MailServer server;
    Handle handle;
    std::array<char, CURL_ERROR_SIZE> said{};
    std::string last_line;
};

MailLine::MailLine(MailServer server) : inside_{new Inside{std::move(server), nullptr, {}, {}}} {
    auto& inside = *inside_;
    inside.handle = make_handle(inside.server.trusted_certificates_file);
    auto* const curl = inside.handle.get();
    auto const& own = inside.server.own_name;
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_URL, (inside.server.url + "/" + own).c_str());
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(inside.server.tls == MailTls::required ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (inside.server.tls == MailTls::none) curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_NONE));
    if (!inside.server.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, inside.server.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, inside.server.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, inside.said.data());
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, hear);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &inside.last_line);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
}

MailLine::~MailLine() = default;
MailLine::MailLine(MailLine&&) noexcept = default;

// One exchange, as the handle is set.
Delivery MailLine::perform() {
    auto& inside = *inside_;
    inside.said[0] = '\0';
    inside.last_line.clear();
    auto* const curl = inside.handle.get();
    auto const code = curl_easy_perform(curl);
    Delivery delivery;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &delivery.reply);
    std::string_view const said{inside.said.data()};
    delivery.how = how_of(code, delivery.reply, said, inside.last_line);
    if (code != CURLE_OK) delivery.explanation = said.empty() ? curl_easy_strerror(code) : std::string{said};
    return delivery;
}

Delivery MailLine::deliver(std::string const& from, std::string const& to, std::string_view letter) {
    auto* const curl = inside_->handle.get();
    List const recipients{curl_slist_append(nullptr, ("<" + to + ">").c_str())};
    Reading reading{letter};
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ("<" + from + ">").c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_READDATA, &reading);
    auto delivery = perform();
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, nullptr);
    return delivery;
}

// Without a recipient libcurl sends a command instead of a letter.
Delivery MailLine::greet() {
    auto* const curl = inside_->handle.get();
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "NOOP");
    auto delivery = perform();
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, nullptr);
    return delivery;
}

}  // namespace kith::outgoing
