#include "domain/people/person.hpp"

#include <fmt/format.h>

namespace kith {

namespace {

struct Words {
    std::string_view stored, one, many;
};

constexpr Words words_of(Capacity capacity) {
    switch (capacity) {
        case Capacity::practitioner: return {"practitioner", "practitioner", "practitioners"};
        case Capacity::student: return {"student", "student", "students"};
        case Capacity::manager: return {"manager", "manager", "managers"};
        case Capacity::educator: return {"educator", "educator", "educators"};
        case Capacity::lived_experience:
            return {"lived_experience", "person with lived experience", "people with lived experience"};
    }
    return {};
}

}  // namespace

std::string_view stored(Capacity capacity) { return words_of(capacity).stored; }
std::string_view in_words(Capacity capacity) { return words_of(capacity).one; }

std::string counted(Capacity capacity, std::int64_t people) {
    auto const words = words_of(capacity);
    return fmt::format("{} {}", people, people == 1 ? words.one : words.many);
}

std::optional<Capacity> capacity_from(std::string_view text) {
    for (auto const capacity : capacities)
        if (stored(capacity) == text) return capacity;
    return std::nullopt;
}

}  // namespace kith
