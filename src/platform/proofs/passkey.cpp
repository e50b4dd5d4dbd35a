#include "platform/proofs/passkey.hpp"

#include <openssl/evp.h>

#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "platform/proofs/authenticator_data.hpp"
#include "platform/proofs/public_key.hpp"

namespace kith::proofs {

namespace {

constexpr std::string_view type_made = "webauthn.create", type_shown = "webauthn.get";
constexpr std::uint64_t attestation_fields_max = 8;

std::string sha256(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) return {};
    return {reinterpret_cast<char const*>(digest.data()), size};
}

nlohmann::json parsed(std::string_view client_data) {
    if (client_data.size() > client_data_bytes_max) return {};
    auto json = nlohmann::json::parse(client_data, nullptr, false);
    return json.is_object() ? json : nlohmann::json{};
}

std::string text_in(nlohmann::json const& object, char const* name) {
    auto const found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::optional<Refused> fault_of_client(Ceremony const& ceremony, std::string_view client_data, std::string_view type) {
    auto const client = parsed(client_data);
    if (!client.is_object()) return Refused::unreadable;
    if (text_in(client, "type") != type) return Refused::other_ceremony;
    if (ceremony.challenge.empty() || text_in(client, "challenge") != ceremony.challenge)
        return Refused::other_challenge;
    if (text_in(client, "origin") != ceremony.origin) return Refused::other_origin;
    auto const crossing = client.find("crossOrigin");
    if ((crossing != client.end() && *crossing != false) || client.contains("topOrigin"))
        return Refused::within_other_page;
    return std::nullopt;
}

std::optional<Refused> fault_of(AuthenticatorData const& data, Ceremony const& ceremony) {
    if (data.place_hash != sha256(ceremony.place)) return Refused::other_place;
    if (!data.present) return Refused::nobody_there;
    if (!data.verified && ceremony.holder == Holder::verified) return Refused::not_verified;
    return std::nullopt;
}

// The authenticator's data inside an attestation; the statement about its maker is passed over.
std::optional<std::string_view> data_in(std::string_view attestation) {
    if (attestation.size() > attestation_bytes_max) return std::nullopt;
    CborReader reader{attestation};
    auto const head = reader.next();
    if (!head || head->kind != CborItem::Kind::map || head->count > attestation_fields_max) return std::nullopt;
    std::optional<std::string_view> data;
    for (std::uint64_t i = 0; i < head->count; ++i) {
        auto const name = reader.next();
        if (!name || name->kind != CborItem::Kind::text) return std::nullopt;
        if (name->bytes != "authData") {
            if (!reader.skip()) return std::nullopt;
            continue;
        }
        auto const value = reader.next();
        if (!value || value->kind != CborItem::Kind::bytes || data) return std::nullopt;
        data = value->bytes;
    }
    return reader.at_end() ? data : std::nullopt;
}

}  // namespace

std::expected<MadePasskey, Refused> look_at_made(Ceremony const& ceremony, std::string_view client_data,
                                                 std::string_view attestation) {
    if (auto const fault = fault_of_client(ceremony, client_data, type_made)) return std::unexpected{*fault};
    auto const bytes = data_in(attestation);
    if (!bytes) return std::unexpected{Refused::unreadable};
    auto why = AuthenticatorData::Fault::unreadable;
    auto const data = AuthenticatorData::read(*bytes, &why);
    if (!data)
        return std::unexpected{why == AuthenticatorData::Fault::unknown_key ? Refused::unknown_algorithm
                                                                            : Refused::unreadable};
    if (auto const fault = fault_of(*data, ceremony)) return std::unexpected{*fault};
    if (!data->made) return std::unexpected{Refused::unreadable};
    return MadePasskey{std::string{data->made->id}, std::string{data->made->public_key}, data->counter,
                       data->can_be_copied};
}

std::expected<std::uint32_t, Refused> look_at_shown(Ceremony const& ceremony, Shown const& shown,
                                                    std::string_view public_key, std::uint32_t counter_before) {
    if (auto const fault = fault_of_client(ceremony, shown.client_data, type_shown)) return std::unexpected{*fault};
    auto const data = AuthenticatorData::read(shown.authenticator_data);
    if (!data) return std::unexpected{Refused::unreadable};
    if (auto const fault = fault_of(*data, ceremony)) return std::unexpected{*fault};
    auto const key = PublicKey::from(public_key);
    if (!key) return std::unexpected{Refused::unknown_algorithm};
    auto const said = std::string{shown.authenticator_data} + sha256(shown.client_data);
    if (!key->signed_this(said, shown.signature)) return std::unexpected{Refused::wrong_signature};
    // Section 6.1.1: one that counts must have counted on. Those on several devices do not count.
    if ((data->counter != 0 || counter_before != 0) && data->counter <= counter_before)
        return std::unexpected{Refused::used_before};
    return data->counter;
}

std::string challenge_in(std::string_view client_data) {
    auto const client = parsed(client_data);
    return client.is_object() ? text_in(client, "challenge") : std::string{};
}

std::string_view place_of(std::string_view origin) {
    auto const scheme = origin.find("://");
    auto const host = scheme == origin.npos ? origin : origin.substr(scheme + 3);
    return host.substr(0, host.find_first_of(":/"));
}

}  // namespace kith::proofs
