#include "screen/model.hpp"

#include <cstring>

namespace kith::screen {

namespace {

constexpr std::string_view magic = "KITHSCR1";
constexpr std::size_t name_bytes = 8, entry_bytes = name_bytes + 8, head_bytes = 16, checksum_bytes = 8, alignment = 8;
constexpr std::uint32_t sections_max = 64;

std::uint64_t number(std::string_view bytes, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

void append_number(std::string& out, std::uint64_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::uint64_t fnv(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (char const c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

}  // namespace

std::optional<Model> Model::read(std::string_view bytes) {
    if (bytes.size() < head_bytes + checksum_bytes || !bytes.starts_with(magic)) return std::nullopt;
    auto const content = bytes.substr(0, bytes.size() - checksum_bytes);
    Model model;
    model.checksum_ = number(bytes.substr(content.size()), checksum_bytes);
    if (fnv(content) != model.checksum_) return std::nullopt;
    model.version_ = static_cast<std::uint32_t>(number(bytes.substr(8), 4));
    auto const count = number(bytes.substr(12), 4);
    if (count > sections_max || head_bytes + count * entry_bytes > content.size()) return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) {
        auto const entry = bytes.substr(head_bytes + i * entry_bytes, entry_bytes);
        auto const name = entry.substr(0, name_bytes);
        auto const offset = number(entry.substr(name_bytes), 4), size = number(entry.substr(name_bytes + 4), 4);
        if (offset > content.size() || size > content.size() - offset) return std::nullopt;
        model.sections_.push_back({name.substr(0, name.find('\0')), bytes.substr(offset, size)});
    }
    return model;
}

std::string_view Model::section(std::string_view name) const {
    for (auto const& section : sections_)
        if (section.name == name) return section.bytes;
    return {};
}

std::string write_model(std::uint32_t version, std::span<NamedSection const> sections) {
    std::string out{magic};
    append_number(out, version, 4);
    append_number(out, sections.size(), 4);
    std::size_t offset = head_bytes + sections.size() * entry_bytes;
    for (auto const& section : sections) {
        std::string name{section.name.substr(0, name_bytes)};
        name.resize(name_bytes);
        out += name;
        append_number(out, offset, 4);
        append_number(out, section.bytes.size(), 4);
        offset += (section.bytes.size() + alignment - 1) / alignment * alignment;
    }
    for (auto const& section : sections) {
        out += section.bytes;
        out.resize((out.size() + alignment - 1) / alignment * alignment);
    }
    append_number(out, fnv(out), checksum_bytes);
    return out;
}

}  // namespace kith::screen
