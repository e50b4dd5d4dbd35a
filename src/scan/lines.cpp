#include "scan/lines.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "scan/crew.hpp"
#include "scan/json_text.hpp"
#include "scan/line_object.hpp"
#include "scan/with_memory.hpp"

namespace kith::scan {

namespace {

constexpr std::size_t step_bytes = 256 * 1024;
// Enough lines at once that handing them over costs nothing beside them.
constexpr std::size_t batch_bytes = 64 * 1024;

struct Batch {
    std::string lines;  // whole ones
    std::uint64_t first = 1;
    bool too_long = false;  // one line, which was not kept
};

void append_error(std::string& out, std::string_view id, std::string const& words) {
    out += fmt::format("{{\"id\":{},\"error\":", id);
    append_json(out, words);
    out += "}\n";
}

void append_report(std::string& out, std::string_view id, screen::Report const& report) {
    out += "{\"id\":";
    out += id;
    out += ",\"findings\":[";
    bool first = true;
    for (auto const& finding : report.findings) {
        fmt::format_to(std::back_inserter(out),
                       "{}{{\"start\":{},\"end\":{},\"class\":\"{}\",\"kind\":\"{}\",\"confidence\":{:.3f},\"reason\":",
                       std::exchange(first, false) ? "" : ",", finding.start, finding.end,
                       screen::name_of(finding.what), screen::name_of(finding.kind),
                       static_cast<double>(finding.confidence));
        append_json(out, finding.reason);
        out += '}';
    }
    out += "],\"jigsaw\":{\"people\":";
    if (report.jigsaw.pieces.empty())
        out += "null";
    else
        append_json(out, report.jigsaw.people);
    fmt::format_to(std::back_inserter(out), ",\"level\":\"{}\"}},\"tone\":{{\"level\":\"{}\"}}}}\n",
                   screen::name_of(report.jigsaw.danger), screen::name_of(report.tone.danger));
}

bool is_empty(std::string_view line) { return line.find_first_not_of(" \t\r") == line.npos; }

// Cuts what comes in into batches.
class Input {
public:
    Input(int descriptor, std::function<void(Batch)> give) : descriptor_{descriptor}, give_{std::move(give)} {}

    // Reads what there is; nothing at the end, false when it cannot be read.
    std::pair<bool, bool> step() {
        auto const had = rest_.size();
        rest_.resize(had + step_bytes);
        auto const got = ::read(descriptor_, rest_.data() + had, step_bytes);
        rest_.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0) return {errno == EINTR, errno == EINTR};
        if (got == 0) {
            if (!rest_.empty() || skipping_) rest_ += '\n', batches(0);
            return {false, true};
        }
        read_ = static_cast<std::uint64_t>(got);
        batches(had);
        return {true, true};
    }
    std::uint64_t just_read() const { return read_; }
    bool would_wait() const {
        pollfd waited{descriptor_, POLLIN, 0};
        return ::poll(&waited, 1, 0) == 0;
    }

private:
    void batches(std::size_t searched) {
        std::size_t begin = 0, lines = 0;
        for (auto end = rest_.find('\n', searched); end != rest_.npos; end = rest_.find('\n', end + 1)) {
            ++lines;
            if (std::exchange(skipping_, false)) {
                give_({{}, line_, true});
                line_ += std::exchange(lines, 0);
                begin = end + 1;
            } else if (end + 1 - begin >= batch_bytes) {
                give_up_to(begin, end + 1, lines);
            }
            last_ = end + 1;
        }
        if (lines > 0) give_up_to(begin, last_, lines);
        rest_.erase(0, begin);
        if (rest_.size() <= line_bytes_max) return;
        skipping_ = true;
        rest_.clear();
        rest_.shrink_to_fit();
    }

    void give_up_to(std::size_t& begin, std::size_t end, std::size_t& lines) {
        give_({rest_.substr(begin, end - begin), line_, false});
        line_ += std::exchange(lines, 0);
        begin = end;
    }

    int descriptor_;
    std::function<void(Batch)> give_;
    std::string rest_;
    std::uint64_t line_ = 1, read_ = 0;
    std::size_t last_ = 0;
    bool skipping_ = false;  // the rest of a line that is too long
};

}  // namespace

void answer_line(std::string& out, std::string_view line, std::uint64_t number, screen::Model const& model,
                 screen::Settings const& settings) {
    if (auto const object = read_line_object(line))
        return append_report(out, object->id, screen_with_memory(object->text, model, settings));
    auto const value = nlohmann::json::parse(line, nullptr, false);
    if (value.is_discarded()) return append_error(out, "null", fmt::format("Line {} is not JSON in UTF-8.", number));
    auto const text = value.is_object() ? value.find("text") : value.end();
    auto const id = value.is_object() ? value.find("id") : value.end();
    bool const has_id = value.is_object() && id != value.end() && (id->is_string() || id->is_number() || id->is_null());
    if (!value.is_object() || text == value.end() || !text->is_string())
        return append_error(out, has_id ? id->dump() : "null",
                            fmt::format("Line {} has no \"text\" that is a text.", number));
    if (value.contains("id") && !has_id)
        return append_error(out, "null", fmt::format("The \"id\" in line {} is neither a text nor a number.", number));
    append_report(out, has_id ? id->dump() : "null",
                  screen_with_memory(text->get_ref<std::string const&>(), model, settings));
}

bool screen_lines(int input, std::FILE* out, std::size_t jobs, screen::Model const& model,
                  screen::Settings const& settings, std::function<void(std::uint64_t)> const& done) {
    bool written = true;
    Crew<Batch, std::string> crew{
        jobs,
        [&](Batch batch) {
            std::string answers;
            if (batch.too_long)
                append_error(answers, "null",
                             fmt::format("Line {} is longer than {} MB.", batch.first, line_bytes_max / (1024 * 1024)));
            std::string_view lines = batch.lines;
            for (auto number = batch.first; !lines.empty(); ++number) {
                auto const end = lines.find('\n');
                auto const line = lines.substr(0, end);
                lines.remove_prefix(end + 1);
                if (!is_empty(line)) answer_line(answers, line, number, model, settings);
            }
            return answers;
        },
        [&](std::string answers) {
            written = written && std::fwrite(answers.data(), 1, answers.size(), out) == answers.size();
        }};
    Input reader{input, [&](Batch batch) { crew.put(std::move(batch)); }};
    while (written) {
        if (reader.would_wait()) {
            crew.drain();
            written = written && std::fflush(out) == 0;
        }
        auto const [more, sound] = reader.step();
        if (!sound) return false;
        if (!more) break;
        done(reader.just_read());
    }
    crew.drain();
    return written && std::fflush(out) == 0;
}

}  // namespace kith::scan
