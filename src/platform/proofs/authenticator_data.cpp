#include "platform/proofs/authenticator_data.hpp"

#include "platform/proofs/public_key.hpp"

namespace kith::proofs {

namespace {

constexpr std::size_t hash_bytes = 32, head_bytes = 37, model_bytes = 16, id_length_bytes = 2;
constexpr unsigned flag_present = 0x01, flag_verified = 0x04, flag_can_be_copied = 0x08, flag_is_copied = 0x10,
                   flag_made = 0x40, flag_extensions = 0x80;

std::uint32_t number_in(std::string_view bytes) {
    std::uint32_t number = 0;
    for (char const c : bytes) number = number << 8 | static_cast<unsigned char>(c);
    return number;
}

// What stands before the key of a new credential; takes it off `rest`.
std::optional<NewCredential> read_made(std::string_view& rest, AuthenticatorData::Fault& why) {
    if (rest.size() < model_bytes + id_length_bytes) return std::nullopt;
    rest.remove_prefix(model_bytes);  // which make it is: we do not ask
    auto const length = number_in(rest.substr(0, id_length_bytes));
    rest.remove_prefix(id_length_bytes);
    if (length == 0 || length > credential_id_bytes_max || rest.size() < length) return std::nullopt;
    auto const id = rest.substr(0, length);
    rest.remove_prefix(length);
    CborReader whole{rest};
    if (!whole.skip()) return std::nullopt;
    auto const key = rest.substr(0, whole.offset());
    rest.remove_prefix(whole.offset());
    if (!PublicKey::from(key)) {
        why = AuthenticatorData::Fault::unknown_key;
        return std::nullopt;
    }
    return NewCredential{id, key};
}

bool is_one_map(std::string_view bytes) {
    if (auto const head = CborReader{bytes}.next(); !head || head->kind != CborItem::Kind::map) return false;
    CborReader reader{bytes};
    return reader.skip() && reader.at_end();
}

}  // namespace

std::optional<AuthenticatorData> AuthenticatorData::read(std::string_view bytes, Fault* why) {
    auto fault = Fault::unreadable;
    auto const refuse = [&]() -> std::optional<AuthenticatorData> {
        if (why) *why = fault;
        return std::nullopt;
    };
    if (bytes.size() < head_bytes) return refuse();
    auto const flags = number_in(bytes.substr(hash_bytes, 1));
    auto const has = [&](unsigned flag) { return (flags & flag) != 0; };
    AuthenticatorData data{bytes.substr(0, hash_bytes), has(flag_present),
                           has(flag_verified),          has(flag_can_be_copied),
                           has(flag_is_copied),         number_in(bytes.substr(hash_bytes + 1, 4))};
    if (data.is_copied && !data.can_be_copied) return refuse();
    auto rest = bytes.substr(head_bytes);
    if (has(flag_made)) {
        data.made = read_made(rest, fault);
        if (!data.made) return refuse();
    }
    if (has(flag_extensions) ? !is_one_map(rest) : !rest.empty()) return refuse();
    return data;
}

}  // namespace kith::proofs
