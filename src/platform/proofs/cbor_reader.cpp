#include "platform/proofs/cbor_reader.hpp"

#include <cbor.h>

#include <limits>

namespace kith::proofs {

namespace {

using Kind = CborItem::Kind;

// What libcbor calls back while it reads one head.
struct Heard {
    CborItem item;
    bool refused = false;  // a length that is not given, a break
};

Heard& heard(void* context) { return *static_cast<Heard*>(context); }

void take_integer(void* context, std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        heard(context).refused = true;
    else
        heard(context).item = {Kind::integer, static_cast<std::int64_t>(value)};
}

void take_negative(void* context, std::uint64_t value) {
    take_integer(context, value);
    heard(context).item.integer = -1 - heard(context).item.integer;
}

std::string_view view_of(cbor_data data, std::size_t size) { return {reinterpret_cast<char const*>(data), size}; }

cbor_callbacks make_callbacks() {
    auto callbacks = cbor_empty_callbacks;
    callbacks.uint8 = [](void* context, std::uint8_t value) { take_integer(context, value); };
    callbacks.uint16 = [](void* context, std::uint16_t value) { take_integer(context, value); };
    callbacks.uint32 = [](void* context, std::uint32_t value) { take_integer(context, value); };
    callbacks.uint64 = take_integer;
    callbacks.negint8 = [](void* context, std::uint8_t value) { take_negative(context, value); };
    callbacks.negint16 = [](void* context, std::uint16_t value) { take_negative(context, value); };
    callbacks.negint32 = [](void* context, std::uint32_t value) { take_negative(context, value); };
    callbacks.negint64 = take_negative;
    callbacks.byte_string = [](void* context, cbor_data data, std::size_t size) {
        heard(context).item = {Kind::bytes, 0, view_of(data, size)};
    };
    callbacks.string = [](void* context, cbor_data data, std::size_t size) {
        heard(context).item = {Kind::text, 0, view_of(data, size)};
    };
    callbacks.array_start = [](void* context, std::size_t count) { heard(context).item = {Kind::array, 0, {}, count}; };
    callbacks.map_start = [](void* context, std::size_t count) { heard(context).item = {Kind::map, 0, {}, count}; };
    auto const refuse = [](void* context) { heard(context).refused = true; };
    callbacks.byte_string_start = refuse;
    callbacks.string_start = refuse;
    callbacks.indef_array_start = refuse;
    callbacks.indef_map_start = refuse;
    callbacks.indef_break = refuse;
    // CTAP2 has no tags.
    callbacks.tag = [](void* context, std::uint64_t) { heard(context).refused = true; };
    return callbacks;
}

}  // namespace

std::optional<CborItem> CborReader::next() {
    static cbor_callbacks const callbacks = make_callbacks();
    if (broken_ || offset_ >= bytes_.size()) {
        broken_ = true;
        return std::nullopt;
    }
    Heard one;
    auto const rest = bytes_.substr(offset_);
    auto const result = cbor_stream_decode(reinterpret_cast<cbor_data>(rest.data()), rest.size(), &callbacks, &one);
    if (result.status != CBOR_DECODER_FINISHED || one.refused) {
        broken_ = true;
        return std::nullopt;
    }
    offset_ += result.read;
    return one.item;
}

bool CborReader::skip() { return skip(0); }

bool CborReader::skip(int depth) {
    auto const item = next();
    if (!item) return false;
    if (item->kind != Kind::array && item->kind != Kind::map) return true;
    // Each of them takes a byte at least, so a count beyond what is left is a lie, and would keep us for long.
    if (depth >= nesting_max || item->count > bytes_.size() - offset_) {
        broken_ = true;
        return false;
    }
    auto const parts = item->kind == Kind::map ? 2 * item->count : item->count;
    for (std::uint64_t i = 0; i < parts; ++i)
        if (!skip(depth + 1)) return false;
    return true;
}

}  // namespace kith::proofs
