#include "domain/files/file.hpp"

#include <array>

#include "base/named.hpp"

namespace kith {

static constexpr std::array<Named<FileState>, 2> states{
    {{FileState::arriving, "arriving"}, {FileState::ready, "ready"}}};

std::string_view stored(FileState state) { return named(states, state).stored; }

FileState file_state_from(std::string_view text) { return value_named(states, text).value_or(FileState::arriving); }

}  // namespace kith
