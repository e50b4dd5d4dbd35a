#include "platform/net/certificate.hpp"

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <stdexcept>

#include "base/text.hpp"
#include "platform/net/transport.hpp"

namespace kith::net {

namespace {

struct FreeNames {
    void operator()(GENERAL_NAMES* names) const { GENERAL_NAMES_free(names); }
};

std::string text_of(ASN1_STRING const* string) {
    return {reinterpret_cast<char const*>(ASN1_STRING_get0_data(string)),
            static_cast<std::size_t>(ASN1_STRING_length(string))};
}

std::string address_of(ASN1_OCTET_STRING const* bytes) {
    char text[INET6_ADDRSTRLEN] = "";
    int const family = ASN1_STRING_length(bytes) == 4 ? AF_INET : AF_INET6;
    ::inet_ntop(family, ASN1_STRING_get0_data(bytes), text, sizeof text);
    return text;
}

std::vector<std::string> names_of(X509* certificate) {
    std::vector<std::string> found;
    std::unique_ptr<GENERAL_NAMES, FreeNames> const names{
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr))};
    for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i) {
        auto const* name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS) found.push_back(text_of(name->d.dNSName));
        if (name->type == GEN_IPADD) found.push_back(address_of(name->d.iPAddress));
    }
    return found;
}

}  // namespace

bool Certificate::is_for(std::string_view host) const {
    auto const lower = text::ascii_lower(host);
    return std::ranges::any_of(names, [&](std::string const& each) {
        auto const name = text::ascii_lower(each);
        if (!name.starts_with("*.")) return name == lower;
        auto const dot = lower.find('.');
        return dot != lower.npos && dot > 0 && std::string_view{lower}.substr(dot) == std::string_view{name}.substr(1);
    });
}

Certificate read_certificate(std::string const& certificate_file, std::string const& key_file) {
    auto const context = load_tls(certificate_file, key_file);
    auto* const certificate = SSL_CTX_get0_certificate(context.get());
    std::tm ends{};
    if (certificate == nullptr || ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &ends) != 1)
        throw std::runtime_error("The certificate in " + certificate_file + " does not say when it ends");
    return {{static_cast<std::int64_t>(::timegm(&ends)) * 1000}, names_of(certificate)};
}

}  // namespace kith::net
