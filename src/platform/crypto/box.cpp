#include "platform/crypto/box.hpp"

#include <sodium.h>

#include "platform/crypto/sodium.hpp"

namespace kith::crypto {

static_assert(box_key_bytes == crypto_box_PUBLICKEYBYTES && box_key_bytes == crypto_box_SECRETKEYBYTES);

namespace {

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

BoxPair make_box_pair() {
    detail::ready();
    BoxPair pair;
    crypto_box_keypair(pair.seal.data(), pair.open.data());
    return pair;
}

BoxKey seal_key_of(BoxKey const& open) {
    detail::ready();
    BoxKey seal;
    crypto_scalarmult_base(seal.data(), open.data());
    return seal;
}

std::string seal_for(BoxKey const& seal, std::string_view text) {
    detail::ready();
    std::string sealed(text.size() + crypto_box_SEALBYTES, '\0');
    crypto_box_seal(bytes_of(sealed), bytes_of(text), text.size(), seal.data());
    return sealed;
}

std::optional<std::string> open_with(BoxKey const& open, std::string_view sealed) {
    detail::ready();
    if (sealed.size() < crypto_box_SEALBYTES) return std::nullopt;
    auto const seal = seal_key_of(open);
    std::string text(sealed.size() - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(bytes_of(text), bytes_of(sealed), sealed.size(), seal.data(), open.data()) != 0)
        return std::nullopt;
    return text;
}

}  // namespace kith::crypto
