// What a browser sends of a passkey. The first byte says where it goes: the reader of CBOR, a key, the authenticator's
// data, a whole attestation, or what the browser says around it.
#include <cbor.h>

#include <cstdlib>

#include "checks.hpp"
#include "platform/proofs/authenticator_data.hpp"
#include "platform/proofs/passkey.hpp"
#include "platform/proofs/public_key.hpp"

namespace {

using namespace kith::proofs;

// libcbor's other half builds trees; what it takes as whole and without faults, we must be able to pass over, as long
// as it is of the sort that authenticators write.
void read_cbor(std::string_view bytes) {
    CborReader reader{bytes};
    bool const passed = reader.skip();
    kith::fuzz::must(reader.offset() <= bytes.size(), "no more is read than there is");
    if (!passed) {
        kith::fuzz::must(!reader.next() && !reader.skip() && !reader.at_end(), "a fault is for ever");
        return;
    }
    cbor_load_result result{};
    auto* item = cbor_load(reinterpret_cast<cbor_data>(bytes.data()), bytes.size(), &result);
    if (item == nullptr) return;
    kith::fuzz::must(result.read == reader.offset(), "libcbor sees the same item");
    cbor_decref(&item);
}

void read_data(std::string_view bytes) {
    auto const data = AuthenticatorData::read(bytes);
    if (!data) return;
    kith::fuzz::must(data->place_hash.size() == 32 && (data->can_be_copied || !data->is_copied), "whole, and possible");
    if (!data->made) return;
    kith::fuzz::must(!data->made->id.empty() && data->made->id.size() <= credential_id_bytes_max, "an id");
    kith::fuzz::must(PublicKey::from(data->made->public_key).has_value(), "a key that can be read again");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view const bytes{reinterpret_cast<char const*>(data) + 1, size - 1};
    Ceremony const ceremony{"Y2hhbGxlbmdl", "https://kith.example", "kith.example"};
    constexpr std::string_view client = R"({"type":"webauthn.create","challenge":"Y2hhbGxlbmdl",)"
                                        R"("origin":"https://kith.example","crossOrigin":false})";
    switch (data[0] % 5) {
        case 0: read_cbor(bytes); break;
        case 1:
            if (auto const key = PublicKey::from(bytes))
                kith::fuzz::must(!key->signed_this("words", bytes), "nothing is signed by its own key");
            break;
        case 2: read_data(bytes); break;
        case 3: static_cast<void>(look_at_made(ceremony, client, bytes)); break;
        case 4:
            kith::fuzz::must(!look_at_shown(ceremony, {bytes, bytes, bytes}, bytes, 0), "nobody is let in by noise");
            static_cast<void>(challenge_in(bytes));
            break;
    }
    return 0;
}
