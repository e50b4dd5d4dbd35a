// One line for --lines: whatever comes in, one line of JSON goes out.
#include <nlohmann/json.hpp>

#include "checks.hpp"
#include "scan/line_object.hpp"
#include "scan/lines.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    // The fast reader of plain lines and the whole one say the same.
    if (auto const object = scan::read_line_object(fuzz::bytes_of(data, size))) {
        auto const whole = nlohmann::json::parse(fuzz::bytes_of(data, size), nullptr, false);
        fuzz::must(whole.is_object() && whole["text"] == object->text, "a plain line's text is as JSON has it");
        fuzz::must((whole.contains("id") ? whole["id"].dump() : "null") == object->id, "and its id");
    }
    std::string answer;
    scan::answer_line(answer, fuzz::bytes_of(data, size), 1, screen::Model{}, {});
    fuzz::must(answer.ends_with('\n') && answer.find('\n') == answer.size() - 1, "an answer is one line");
    auto const value = nlohmann::json::parse(answer, nullptr, false);
    fuzz::must(value.is_object() && value.contains("id"), "an answer is an object with an id");
    fuzz::must(value.contains("findings") != value.contains("error"), "with findings or an error");
    return 0;
}
