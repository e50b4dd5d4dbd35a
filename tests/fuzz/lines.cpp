// One line for --lines: whatever comes in, one line of JSON goes out.
#include <nlohmann/json.hpp>

#include "checks.hpp"
#include "scan/lines.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    std::string answer;
    scan::answer_line(answer, fuzz::bytes_of(data, size), 1, screen::Model{}, {});
    fuzz::must(answer.ends_with('\n') && answer.find('\n') == answer.size() - 1, "an answer is one line");
    auto const value = nlohmann::json::parse(answer, nullptr, false);
    fuzz::must(value.is_object() && value.contains("id"), "an answer is an object with an id");
    fuzz::must(value.contains("findings") != value.contains("error"), "with findings or an error");
    return 0;
}
