#include "platform/net/transport.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace kith::net {

namespace {

constexpr std::size_t parts_per_call_max = 64;

// HTTP/1.1 or nothing was offered; anything else is refused in the handshake.
int choose_protocol(SSL*, unsigned char const** chosen, unsigned char* chosen_bytes, unsigned char const* offered,
                    unsigned offered_bytes, void*) {
    static constexpr unsigned char ours[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* selected = nullptr;
    if (SSL_select_next_proto(&selected, chosen_bytes, ours, sizeof ours, offered, offered_bytes) !=
        OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    *chosen = selected;
    return SSL_TLSEXT_ERR_OK;
}

}  // namespace

std::shared_ptr<ssl_ctx_st> load_tls(std::string const& certificate_file, std::string const& key_file) {
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context) throw std::runtime_error("TLS could not be set up");
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                           SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    // Only suites with forward secrecy and authenticated encryption; TLS 1.3 has no others.
    SSL_CTX_set_cipher_list(context.get(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_mode(context.get(),
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    // A session that is remembered is memory per visitor; tickets need none here.
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_alpn_select_cb(context.get(), choose_protocol, nullptr);
    if (SSL_CTX_use_certificate_chain_file(context.get(), certificate_file.c_str()) != 1) {
        ERR_clear_error();
        throw std::runtime_error("The certificate could not be read from " + certificate_file);
    }
    if (SSL_CTX_use_PrivateKey_file(context.get(), key_file.c_str(), SSL_FILETYPE_PEM) != 1) {
        bool const other_key = ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH;
        ERR_clear_error();
        throw std::runtime_error(other_key ? "The key in " + key_file + " does not belong to the certificate in " +
                                                 certificate_file
                                           : "The certificate's key could not be read from " + key_file);
    }
    return context;
}

Transport::Transport(int descriptor, ssl_ctx_st* tls) : descriptor_(descriptor) {
    if (tls == nullptr) return;
    ssl_ = SSL_new(tls);
    if (ssl_ == nullptr) throw std::bad_alloc();
    SSL_set_fd(ssl_, descriptor);
    SSL_set_accept_state(ssl_);
}

Transport::~Transport() { SSL_free(ssl_); }

Progress Transport::progress_of(int result) {
    switch (SSL_get_error(ssl_, result)) {
        case SSL_ERROR_WANT_READ: return Progress::wait_read;
        case SSL_ERROR_WANT_WRITE: return Progress::wait_write;
        default: ERR_clear_error(); return Progress::gone;
    }
}

Progress Transport::shake_hands() {
    if (ssl_ == nullptr) return Progress::done;
    ERR_clear_error();
    int const result = SSL_do_handshake(ssl_);
    return result == 1 ? Progress::done : progress_of(result);
}

Moved Transport::read(std::span<char> into) {
    if (ssl_ != nullptr) {
        ERR_clear_error();
        std::size_t got = 0;
        int const result = SSL_read_ex(ssl_, into.data(), into.size(), &got);
        if (result == 1) return {Progress::done, got};
        return {progress_of(result), 0};
    }
    for (;;) {
        auto const got = ::recv(descriptor_, into.data(), into.size(), MSG_DONTWAIT);
        if (got > 0) return {Progress::done, static_cast<std::size_t>(got)};
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return {Progress::wait_read, 0};
        return {Progress::gone, 0};
    }
}

Moved Transport::write(std::span<std::string_view const> parts) {
    if (ssl_ != nullptr) {
        // One record for head and body where they fit together.
        static thread_local std::array<char, record_bytes> record;
        std::size_t bytes = 0;
        for (auto const part : parts) {
            auto const take = std::min(part.size(), record.size() - bytes);
            std::copy_n(part.data(), take, record.data() + bytes);
            bytes += take;
            if (bytes == record.size()) break;
        }
        if (bytes == 0) return {};
        ERR_clear_error();
        std::size_t sent = 0;
        int const result = SSL_write_ex(ssl_, record.data(), bytes, &sent);
        if (result == 1) return {Progress::done, sent};
        return {progress_of(result), 0};
    }
    std::array<iovec, parts_per_call_max> vectors;
    std::size_t count = 0;
    for (auto const part : parts) {
        if (part.empty()) continue;
        vectors[count++] = {const_cast<char*>(part.data()), part.size()};
        if (count == vectors.size()) break;
    }
    if (count == 0) return {};
    msghdr message{};
    message.msg_iov = vectors.data();
    message.msg_iovlen = count;
    for (;;) {
        auto const sent = ::sendmsg(descriptor_, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent >= 0) return {Progress::done, static_cast<std::size_t>(sent)};
        if (errno == EINTR) continue;
        if (errno == EAGAIN || errno == EWOULDBLOCK) return {Progress::wait_write, 0};
        return {Progress::gone, 0};
    }
}

void Transport::finish() {
    if (ssl_ != nullptr && SSL_is_init_finished(ssl_)) {
        ERR_clear_error();
        SSL_shutdown(ssl_);
        ERR_clear_error();
    }
    ::shutdown(descriptor_, SHUT_WR);
}

}  // namespace kith::net
