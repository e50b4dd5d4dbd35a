// A group's own forms, and a text to look for them in, after an empty line.
#include "screen/patterns/patterns.hpp"
#include "checks.hpp"
#include "screen/model.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    auto bytes = fuzz::bytes_of(data, size);
    auto const end = std::min(bytes.find("\n\n"), bytes.size());
    std::vector<std::string> forms;
    for (auto lines = bytes.substr(0, end); !lines.empty();) {
        auto const line = lines.substr(0, lines.find('\n'));
        forms.emplace_back(line);
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    }
    auto const compiled = screen::Patterns::compile(forms);
    auto const* const patterns = std::get_if<screen::Patterns>(&compiled);
    if (patterns == nullptr) {
        fuzz::must(std::get<screen::PatternFault>(compiled).form < forms.size(), "a fault names a form that was given");
        return 0;
    }
    screen::Settings settings;
    settings.patterns = patterns;
    auto const text = bytes.substr(std::min(bytes.size(), end + 2));
    fuzz::check_report(text, screen::screen(text, screen::Model{}, settings));
    return 0;
}
