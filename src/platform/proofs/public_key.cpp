#include "platform/proofs/public_key.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <map>
#include <string>
#include <variant>

namespace kith::proofs {

namespace {

// Labels of RFC 9053.
constexpr std::int64_t label_type = 1, label_algorithm = 3, label_first = -1, label_second = -2, label_third = -3;
constexpr std::int64_t type_okp = 1, type_ec2 = 2, type_rsa = 3;
constexpr std::int64_t curve_p256 = 1, curve_ed25519 = 6;
constexpr std::size_t coordinate_bytes = 32;
constexpr std::size_t exponent_bytes_max = 4;
constexpr std::uint64_t labels_max = 16;

using Field = std::variant<std::int64_t, std::string_view>;

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

std::optional<std::map<std::int64_t, Field>> read_fields(CborReader& reader) {
    auto const head = reader.next();
    if (!head || head->kind != CborItem::Kind::map || head->count > labels_max) return std::nullopt;
    std::map<std::int64_t, Field> fields;
    for (std::uint64_t i = 0; i < head->count; ++i) {
        auto const label = reader.next();
        if (!label || label->kind != CborItem::Kind::integer) return std::nullopt;
        auto const value = reader.next();
        if (!value) return std::nullopt;
        bool added = false;
        if (value->kind == CborItem::Kind::integer)
            added = fields.emplace(label->integer, value->integer).second;
        else if (value->kind == CborItem::Kind::bytes)
            added = fields.emplace(label->integer, value->bytes).second;
        if (!added) return std::nullopt;  // twice the same label, or nothing that stands in a key
    }
    return fields;
}

std::int64_t number(std::map<std::int64_t, Field> const& fields, std::int64_t label) {
    auto const found = fields.find(label);
    auto const* value = found == fields.end() ? nullptr : std::get_if<std::int64_t>(&found->second);
    return value ? *value : 0;  // no label of ours has the value 0
}

std::string_view bytes(std::map<std::int64_t, Field> const& fields, std::int64_t label) {
    auto const found = fields.find(label);
    auto const* value = found == fields.end() ? nullptr : std::get_if<std::string_view>(&found->second);
    return value ? *value : std::string_view{};
}

struct EndsParams {
    void operator()(OSSL_PARAM* params) const { OSSL_PARAM_free(params); }
};
struct EndsBuilder {
    void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }
};
struct EndsContext {
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};
struct EndsNumber {
    void operator()(BIGNUM* number) const { BN_free(number); }
};
using Builder = std::unique_ptr<OSSL_PARAM_BLD, EndsBuilder>;

EVP_PKEY* key_from(char const* type, OSSL_PARAM_BLD* builder) {
    std::unique_ptr<OSSL_PARAM, EndsParams> const params{OSSL_PARAM_BLD_to_param(builder)};
    std::unique_ptr<EVP_PKEY_CTX, EndsContext> const context{EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr)};
    EVP_PKEY* key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    return key;
}

}  // namespace

void PublicKey::Ends::operator()(evp_pkey_st* key) const { EVP_PKEY_free(key); }

PublicKey::Key PublicKey::make_p256(std::string_view x, std::string_view y) {
    if (x.size() != coordinate_bytes || y.size() != coordinate_bytes) return nullptr;
    std::string point{'\x04'};
    point.append(x).append(y);
    Builder const builder{OSSL_PARAM_BLD_new()};
    if (!builder || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) != 1)
        return nullptr;
    return Key{key_from("EC", builder.get())};  // fails where it is no point of the curve
}

PublicKey::Key PublicKey::make_ed25519(std::string_view x) {
    if (x.size() != coordinate_bytes) return nullptr;
    return Key{EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(x), x.size())};
}

PublicKey::Key PublicKey::make_rsa(std::string_view modulus, std::string_view exponent) {
    if (modulus.empty() || modulus.size() > rsa_bytes_max || modulus[0] == 0) return nullptr;
    if (exponent.empty() || exponent.size() > exponent_bytes_max) return nullptr;
    std::unique_ptr<BIGNUM, EndsNumber> const n{
        BN_bin2bn(bytes_of(modulus), static_cast<int>(modulus.size()), nullptr)};
    std::unique_ptr<BIGNUM, EndsNumber> const e{
        BN_bin2bn(bytes_of(exponent), static_cast<int>(exponent.size()), nullptr)};
    if (!n || !e || BN_num_bits(n.get()) < static_cast<int>(rsa_bits_min) || BN_is_odd(n.get()) != 1 ||
        BN_is_odd(e.get()) != 1 || BN_is_one(e.get()) == 1)
        return nullptr;
    Builder const builder{OSSL_PARAM_BLD_new()};
    if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return nullptr;
    return Key{key_from("RSA", builder.get())};
}

std::optional<PublicKey> PublicKey::read(CborReader& reader) {
    auto const fields = read_fields(reader);
    if (!fields) return std::nullopt;
    auto const type = number(*fields, label_type);
    auto const made = [](Algorithm algorithm, Key key) -> std::optional<PublicKey> {
        if (!key) return std::nullopt;
        return PublicKey{algorithm, std::move(key)};
    };
    switch (static_cast<Algorithm>(number(*fields, label_algorithm))) {
        case Algorithm::es256:
            if (type != type_ec2 || number(*fields, label_first) != curve_p256) return std::nullopt;
            return made(Algorithm::es256, make_p256(bytes(*fields, label_second), bytes(*fields, label_third)));
        case Algorithm::eddsa:
            if (type != type_okp || number(*fields, label_first) != curve_ed25519) return std::nullopt;
            return made(Algorithm::eddsa, make_ed25519(bytes(*fields, label_second)));
        case Algorithm::rs256:
            if (type != type_rsa) return std::nullopt;
            return made(Algorithm::rs256, make_rsa(bytes(*fields, label_first), bytes(*fields, label_second)));
    }
    return std::nullopt;
}

std::optional<PublicKey> PublicKey::from(std::string_view cose) {
    CborReader reader{cose};
    auto key = read(reader);
    return key && reader.at_end() ? std::move(key) : std::nullopt;
}

bool PublicKey::signed_this(std::string_view text, std::string_view signature) const {
    struct EndsDigest {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, EndsDigest> const context{EVP_MD_CTX_new()};
    auto const* const digest = algorithm_ == Algorithm::eddsa ? nullptr : EVP_sha256();
    // For RSA, PKCS #1 1.5 is what OpenSSL does unless told otherwise.
    return context && EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key_.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(text), text.size()) == 1;
}

}  // namespace kith::proofs
