#include "platform/push/keys.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <stdexcept>

namespace kith::push {

namespace {

template <auto function>
struct Ends {
    template <class T>
    void operator()(T* thing) const {
        function(thing);
    }
};
using Context = std::unique_ptr<EVP_PKEY_CTX, Ends<EVP_PKEY_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Ends<BN_clear_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Ends<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Ends<OSSL_PARAM_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Ends<EVP_MD_CTX_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Ends<ECDSA_SIG_free>>;

constexpr std::string_view curve = "prime256v1";

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void must(bool good) {
    if (!good) throw std::runtime_error{"OpenSSL cannot do what notifications need."};
}

EVP_PKEY* key_from(std::string_view private_key, std::string_view public_key) {
    Builder const builder{OSSL_PARAM_BLD_new()};
    must(builder != nullptr);
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve.data(), curve.size());
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, public_key.data(), public_key.size());
    Number secret;
    if (!private_key.empty()) {
        secret.reset(BN_bin2bn(bytes_of(private_key), static_cast<int>(private_key.size()), nullptr));
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get());
    }
    Params const params{OSSL_PARAM_BLD_to_param(builder.get())};
    Context const context{EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr)};
    EVP_PKEY* key = nullptr;
    int const selection = private_key.empty() ? EVP_PKEY_PUBLIC_KEY : EVP_PKEY_KEYPAIR;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, selection, params.get()) != 1)
        return nullptr;
    return key;
}

}  // namespace

void EndsKey::operator()(evp_pkey_st* key) const { EVP_PKEY_free(key); }

KeyPair KeyPair::make() {
    Key key{EVP_EC_gen(curve.data())};
    std::string point(public_key_bytes, '\0');
    std::size_t size = 0;
    must(key &&
         EVP_PKEY_get_octet_string_param(key.get(), OSSL_PKEY_PARAM_PUB_KEY, bytes_of(point), point.size(), &size) ==
             1 &&
         size == public_key_bytes);
    return {std::move(key), std::move(point)};
}

std::optional<KeyPair> KeyPair::from(std::string_view private_key, std::string_view public_key) {
    if (private_key.size() != private_key_bytes || public_key.size() != public_key_bytes) return std::nullopt;
    Key key{key_from(private_key, public_key)};
    if (!key) return std::nullopt;
    return KeyPair{std::move(key), std::string{public_key}};
}

std::string KeyPair::private_key() const {
    BIGNUM* found = nullptr;
    must(EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_PRIV_KEY, &found) == 1);
    Number const secret{found};
    std::string bytes(private_key_bytes, '\0');
    must(BN_bn2binpad(secret.get(), bytes_of(bytes), static_cast<int>(bytes.size())) ==
         static_cast<int>(private_key_bytes));
    return bytes;
}

std::optional<std::string> KeyPair::shared_with(std::string_view other_public_key) const {
    Key const other{other_public_key.size() == public_key_bytes ? key_from({}, other_public_key) : nullptr};
    if (!other) return std::nullopt;
    Context const context{EVP_PKEY_CTX_new(key_.get(), nullptr)};
    std::string shared(private_key_bytes, '\0');
    std::size_t size = shared.size();
    // Setting the peer also checks that its point lies on the curve.
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer(context.get(), other.get()) != 1 ||
        EVP_PKEY_derive(context.get(), bytes_of(shared), &size) != 1 || size != shared.size())
        return std::nullopt;
    return shared;
}

std::string KeyPair::signature_of(std::string_view text) const {
    Digest const digest{EVP_MD_CTX_new()};
    std::size_t size = 0;
    must(digest && EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
         EVP_DigestSign(digest.get(), nullptr, &size, bytes_of(text), text.size()) == 1);
    std::string encoded(size, '\0');
    must(EVP_DigestSign(digest.get(), bytes_of(encoded), &size, bytes_of(text), text.size()) == 1);
    auto const* at = bytes_of(std::string_view{encoded});
    Signature const signature{d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size))};
    must(signature != nullptr);
    std::string plain(2 * private_key_bytes, '\0');
    constexpr int half = private_key_bytes;
    must(BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), bytes_of(plain), half) == half &&
         BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), bytes_of(plain) + half, half) == half);
    return plain;
}

}  // namespace kith::push
