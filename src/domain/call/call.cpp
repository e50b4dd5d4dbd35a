#include "domain/call/call.hpp"

namespace kith {

std::string_view Call::part(std::string_view name) const {
    for (auto const& [part_name, value] : parts)
        if (part_name == name) return value;
    return {};
}

std::string Call::field(std::string_view name, std::string_view otherwise) const {
    if (refusal) return std::string{refusal->form.value(name)};
    if (kept && kept->has(name)) return std::string{kept->value(name)};
    // A link may fill a form in advance (?capacity=student), never with more than the field holds.
    return std::string{otherwise};
}

std::string Call::fault(std::string_view name) const {
    if (!refusal) return {};
    for (auto const& fault : refusal->faults)
        if (fault.field == name) return fault.message;
    return {};
}

}  // namespace kith
