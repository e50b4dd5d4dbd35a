// Objects: the parts of a backup, each kept once, under a name that is made of what is in it. A part that has not
// changed since an earlier backup has the name that it had then, and is not written again.
//
// An object is sealed for the reading key. Its name is a keyed digest of its content, so it tells nothing to who has
// no key; behind it stands a keyed digest of the sealed bytes and the name, so that the writing key finds damage, and
// that nobody without a key can put one in another's place.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "platform/copies/keys.hpp"
#include "platform/copies/store.hpp"

namespace kith::copies {

using ObjectName = crypto::Digest;

inline constexpr char const* objects_beginning = "objects/";

std::string path_of(ObjectName const&);

// Something sealed with a mark behind it. `place` is where it stands: elsewhere it does not open.
std::string sealed_and_marked(WritingKey const&, std::string_view place, std::string_view open, std::string_view text);
// The part that is not sealed and the sealed part, once the mark is right. Throws Damaged.
struct Marked {
    std::string_view open, sealed;
};
Marked read_marked(crypto::Digest const& naming, std::string_view place, std::string_view bytes);
std::string read_sealed(ReadingKey const&, std::string_view place, std::string_view bytes);

class ObjectWriter {
public:
    ObjectWriter(Store& store, WritingKey const& key) : store_{store}, key_{key} {}

    // Puts it in where it is not there already, whole.
    ObjectName put(std::string_view content);
    // Once the store has settled: reads from disk what was put in. Throws Damaged.
    void read_back();

    struct Figures {
        std::uint64_t written = 0, bytes_written = 0, kept = 0, bytes_kept = 0;  // kept: was there already
    };
    Figures const& figures() const { return figures_; }
    // Of all that were put, in order and once.
    std::vector<ObjectName> names() const { return {seen_.begin(), seen_.end()}; }

private:
    struct New {
        ObjectName name;
        crypto::Digest of_bytes;
    };
    bool is_there(ObjectName const&);

    Store& store_;
    WritingKey const& key_;
    std::set<ObjectName> seen_;
    std::vector<New> new_;
    Figures figures_;
};

// Throws Damaged where it is not there, not whole, or not what its name says.
std::string read_object(Store&, ReadingKey const&, ObjectName const&);
// What the writing key can tell: it is there, and as it was written. Throws Damaged.
void check_object(Store&, WritingKey const&, ObjectName const&);

}  // namespace kith::copies
