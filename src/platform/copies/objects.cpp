#include "platform/copies/objects.hpp"

#include <fmt/format.h>

#include "platform/copies/bytes.hpp"

namespace kith::copies {

namespace {

constexpr std::string_view form = "kith copy 1\n";

std::string_view view_of(crypto::Digest const& digest) {
    return {reinterpret_cast<char const*>(digest.data()), digest.size()};
}

// Two uses of one key, kept apart by their first letter.
ObjectName name_of(crypto::Digest const& naming, std::string_view content) {
    auto const plain = crypto::digest(content);
    return crypto::keyed_digest(naming, fmt::format("n{}", view_of(plain)));
}

crypto::Digest mark_of(crypto::Digest const& naming, std::string_view place, std::string_view bytes) {
    auto const plain = crypto::digest(bytes);
    return crypto::keyed_digest(naming, fmt::format("m{}{}", view_of(plain), place));
}

}  // namespace

std::string path_of(ObjectName const& name) {
    std::string hex;
    for (auto const byte : name) fmt::format_to(std::back_inserter(hex), "{:02x}", byte);
    return fmt::format("{}{}/{}", objects_beginning, hex.substr(0, 2), hex);
}

std::string sealed_and_marked(WritingKey const& key, std::string_view place, std::string_view open,
                              std::string_view text) {
    BytesOut out;
    out.raw(form);
    out.text(open);
    out.text(crypto::seal_for(key.seal, text));
    out.raw(view_of(mark_of(key.naming, place, out.bytes)));
    return std::move(out.bytes);
}

Marked read_marked(crypto::Digest const& naming, std::string_view place, std::string_view bytes) {
    auto const damaged = [&] { return Damaged{fmt::format("{} is damaged, or was not written with this key", place)}; };
    if (bytes.size() < form.size() + crypto::digest_bytes || !bytes.starts_with(form)) throw damaged();
    auto const marked = bytes.substr(0, bytes.size() - crypto::digest_bytes);
    auto const mark = mark_of(naming, place, marked);
    if (!crypto::equal_in_constant_time(view_of(mark), bytes.substr(marked.size()))) throw damaged();
    BytesIn in{marked.substr(form.size())};
    auto const open = in.text();
    return {open, in.text()};
}

std::string read_sealed(ReadingKey const& key, std::string_view place, std::string_view bytes) {
    auto text = crypto::open_with(key.open, read_marked(key.naming, place, bytes).sealed);
    if (!text) throw Damaged{fmt::format("{} does not open with this key", place)};
    return std::move(*text);
}

// One that is there is read whole: what a new backup relies on is as good as what it writes.
bool ObjectWriter::is_there(ObjectName const& name) {
    auto const path = path_of(name);
    auto const bytes = store_.get(path);
    if (!bytes) return false;
    try {
        read_marked(key_.naming, path, *bytes);
    } catch (Damaged const&) {
        return false;  // left behind half written when the power went: it is written anew
    }
    ++figures_.kept;
    figures_.bytes_kept += bytes->size();
    return true;
}

ObjectName ObjectWriter::put(std::string_view content) {
    auto const name = name_of(key_.naming, content);
    if (!seen_.insert(name).second || is_there(name)) return name;
    auto const path = path_of(name);
    auto const bytes = sealed_and_marked(key_, path, {}, content);
    store_.put(path, bytes);
    new_.push_back({name, crypto::digest(bytes)});
    ++figures_.written;
    figures_.bytes_written += bytes.size();
    return name;
}

void ObjectWriter::read_back() {
    for (auto const& each : new_) {
        auto const bytes = store_.get(path_of(each.name), Store::From::disk);
        if (!bytes || crypto::digest(*bytes) != each.of_bytes)
            throw Damaged{fmt::format("{} is not on the disk as it was written", path_of(each.name))};
    }
}

std::string read_object(Store& store, ReadingKey const& key, ObjectName const& name) {
    auto const path = path_of(name);
    auto const bytes = store.get(path);
    if (!bytes) throw Damaged{fmt::format("{} is missing", path)};
    auto content = read_sealed(key, path, *bytes);
    if (name_of(key.naming, content) != name) throw Damaged{fmt::format("{} is not what its name says", path)};
    return content;
}

void check_object(Store& store, WritingKey const& key, ObjectName const& name) {
    auto const path = path_of(name);
    auto const bytes = store.get(path);
    if (!bytes) throw Damaged{fmt::format("{} is missing", path)};
    read_marked(key.naming, path, *bytes);
}

}  // namespace kith::copies
