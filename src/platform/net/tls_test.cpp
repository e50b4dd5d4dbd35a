// The same server through TLS, with a certificate made here.
#include <gtest/gtest.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "platform/net/certificate.hpp"
#include "platform/net/test_client.hpp"

namespace kith::net {
namespace {

class Tls : public ::testing::Test {
protected:
    void SetUp() override {
        char name[] = "/tmp/kith-tls-XXXXXX";
        folder = ::mkdtemp(name);
        settings.tls_certificate_file = folder / "certificate.pem";
        settings.tls_key_file = folder / "key.pem";
        write_pair(settings.tls_certificate_file, settings.tls_key_file);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    static void write_pair(std::string const& certificate_file, std::string const& key_file) {
        EVP_PKEY* const key = EVP_EC_gen("P-256");
        X509* const certificate = X509_new();
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
        X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
        X509_set_pubkey(certificate, key);
        X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_ASC,
                                   reinterpret_cast<unsigned char const*>("kith.example"), -1, -1, 0);
        X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
        X509_EXTENSION* const names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name,
                                                          "DNS:kith.example,DNS:*.kith.example,IP:127.0.0.1,IP:::1");
        X509_add_ext(certificate, names, -1);
        X509_EXTENSION_free(names);
        X509_sign(certificate, key, EVP_sha256());
        std::FILE* file = std::fopen(certificate_file.c_str(), "w");
        PEM_write_X509(file, certificate);
        std::fclose(file);
        file = std::fopen(key_file.c_str(), "w");
        PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(file);
        X509_free(certificate);
        EVP_PKEY_free(key);
    }

    std::filesystem::path folder;
    Settings settings;
};

TEST_F(Tls, reads_what_a_certificate_says) {
    auto const certificate = read_certificate(settings.tls_certificate_file, settings.tls_key_file);
    auto const left = certificate.ends - system_now();
    EXPECT_GT(left, std::chrono::minutes{50});
    EXPECT_LE(left, std::chrono::minutes{60});
    for (auto const* name : {"kith.example", "KITH.example", "www.kith.example", "127.0.0.1", "::1"})
        EXPECT_TRUE(certificate.is_for(name)) << name;
    for (auto const* name : {"", "example", "a.b.kith.example", ".kith.example", "otherkith.example", "127.0.0.2"})
        EXPECT_FALSE(certificate.is_for(name)) << name;
    auto const other = folder / "other.pem";
    write_pair(folder / "unused.pem", other);
    EXPECT_THROW((void)read_certificate(settings.tls_certificate_file, other), std::runtime_error);
    EXPECT_THROW((void)read_certificate("/nowhere.pem", other), std::runtime_error);
}

TEST_F(Tls, answers_and_keeps_the_connection) {
    RunningServer server(settings, [](http::Request const& request) {
        return text(request.body + (request.scheme == http::Scheme::https ? " https" : " http"));
    });
    Client client(server.port(), Client::Security::tls);
    for (int round = 0; round < 3; ++round) {
        EXPECT_EQ(client.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello").read().body,
                  "hello https");
    }
    client.say("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(client.read().closes());
    EXPECT_TRUE(client.ends());
}

TEST_F(Tls, carries_much_both_ways) {
    RunningServer server(settings, [](http::Request const& request) { return text(request.body + request.body); });
    Client client(server.port(), Client::Security::tls);
    std::string const large(1'000'000, 'z');
    client.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n" + large);
    EXPECT_EQ(client.read().body, large + large);
}

TEST_F(Tls, carries_streams_and_notices_their_end) {
    std::atomic<int> listening = 0;
    RunningServer server(settings, [&](auto const&) {
        http::Response response;
        response.events = [&](std::shared_ptr<http::EventSink> sink) -> std::shared_ptr<void> {
            ++listening;
            sink->send(std::make_shared<std::string const>("data: hello\n\n"));
            return std::shared_ptr<void>(sink.get(), [&](void*) { --listening; });
        };
        return response;
    });
    {
        Client client(server.port(), Client::Security::tls);
        EXPECT_EQ(client.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().status, 200);
        EXPECT_NE(client.read_until("data: hello\n\n"), std::string::npos);
        EXPECT_EQ(listening, 1);
    }
    for (int wait = 0; wait < 100 && listening != 0; ++wait) std::this_thread::sleep_for(10ms);
    EXPECT_EQ(listening, 0);
}

TEST_F(Tls, bounds_the_handshake_and_survives_nonsense) {
    settings.head_deadline = 150ms;
    RunningServer server(settings, echo);
    Client silent(server.port());
    Client plain(server.port());
    plain.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    plain.read_until("never");
    plain.forget_input();
    EXPECT_TRUE(plain.ends());
    EXPECT_TRUE(silent.ends());
    EXPECT_EQ(Client(server.port(), Client::Security::tls).say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().status, 200);
}

TEST_F(Tls, refuses_old_protocols) {
    RunningServer server(settings, echo);
    Client client(server.port());
    SSL_CTX* const context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context, TLS1_1_VERSION);
    SSL* const ssl = SSL_new(context);
    SSL_set_fd(ssl, client.descriptor());
    EXPECT_NE(SSL_connect(ssl), 1);
    SSL_free(ssl);
    SSL_CTX_free(context);
}

TEST_F(Tls, says_plainly_what_is_wrong_with_its_files) {
    auto const complaint = [&] {
        try {
            Server const server(settings, echo);
        } catch (std::runtime_error const& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    settings.port = 0;
    auto const certificate = settings.tls_certificate_file;
    settings.tls_certificate_file = folder / "nowhere.pem";
    EXPECT_NE(complaint().find("nowhere.pem"), std::string::npos);
    settings.tls_certificate_file.clear();
    EXPECT_NE(complaint().find("both"), std::string::npos);
    settings.tls_certificate_file = certificate;
    write_pair(folder / "other.pem", settings.tls_key_file);
    EXPECT_NE(complaint().find("does not belong"), std::string::npos);
}

}  // namespace
}  // namespace kith::net
