// Where backups lie: named bytes, each put whole or not at all. A folder today (open_folder); whatever can do these
// few things could stand in its place.
//
// Names are words of letters, digits, '.', '-' and '/'. One thread. What cannot be done is thrown as
// std::runtime_error in plain words.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::copies {

class Store {
public:
    virtual ~Store() = default;

    // Takes the place of what had the name. It may be lost with the power until `settle`.
    virtual void put(std::string const& name, std::string_view bytes) = 0;
    // Returns once all that was put is on disk.
    virtual void settle() = 0;

    enum class From { anywhere, disk };  // disk: not from what the system still remembers of writing it
    virtual std::optional<std::string> get(std::string const& name, From = From::anywhere) = 0;
    // Those that begin so, in order.
    virtual std::vector<std::string> list(std::string const& beginning) = 0;
    virtual void remove(std::string const& name) = 0;

    // Until the object goes nobody else writes here, or forgets; throws when somebody does. Who only reads shares it
    // with others that read, and goes without where nothing can be written anyway.
    enum class For { writing, reading };
    class Lock {
    public:
        virtual ~Lock() = default;
    };
    virtual std::unique_ptr<Lock> lock(For) = 0;
    // As people know it.
    virtual std::string words() const = 0;
};

enum class Missing { make, refuse };
std::unique_ptr<Store> open_folder(std::string const& folder, Missing);

}  // namespace kith::copies
