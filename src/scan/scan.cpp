#include "scan/scan.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.hpp"
#include "scan/crew.hpp"
#include "scan/masked_copies.hpp"
#include "scan/reader.hpp"
#include "scan/walk.hpp"

namespace kith::scan {

namespace {

std::string ending_of(std::string_view name) {
    auto const last = name.substr(name.rfind('/') + 1);
    auto const dot = last.rfind('.');
    return dot == last.npos || dot == 0 ? "without an ending" : text::ascii_lower(last.substr(dot));
}

class Scanning {
public:
    Scanning(Wishes const& wishes, screen::Model const& model, std::FILE* out, Watching const& watching)
        : wishes_{wishes},
          out_{out},
          watching_{watching},
          report_{make_report(wishes.format, out)},
          crew_{wishes.jobs,
                [&model, &wishes](Piece const& piece) {
                    return look_at(piece, model, wishes.settings, wishes.copies.empty() ? Masked::no : Masked::yes);
                },
                [this](Screened const& screened) { take(screened); }} {
        if (!wishes.copies.empty()) copies_.emplace(wishes.copies);
    }

    Status go() {
        std::vector<std::string> paths;
        bool standard_input = false;
        for (auto const& path : wishes_.paths) path == "-" ? void(standard_input = true) : paths.push_back(path);
        auto const walked = walk(paths);
        watching_.begin(walked.bytes);
        for (auto const& [name, words] : walked.faults) fault(name, words);
        Reader reader{{.piece = [this](Piece piece) { crew_.put(std::move(piece)); },
                       .fault = [this](auto name, auto words) { fault(name, words); },
                       .note = [this](auto name, auto words) { say(name, words); },
                       .left_out = [this](auto name) { ++left_out_[ending_of(name)]; },
                       .document = [this] { ++sum_.documents; },
                       .progress = watching_.done}};
        for (auto const& file : walked.files) reader.read_file(file.path, file.name, file.copy_path, file.asked);
        if (standard_input) reader.read_standard_input(STDIN_FILENO);
        crew_.drain();
        end_document();
        return close();
    }

private:
    void take(Screened const& screened) {
        if (copies_) {
            try {
                copies_->add(screened);
            } catch (Unreadable const& failure) {
                fault(screened.document->name, failure.what());
            }
        }
        if (document_ != screened.document) {
            end_document();
            document_ = screened.document;
        }
        bool const any = !screened.marks.empty() || screened.tone || screened.danger != screen::Danger::none;
        if (any && !begun_) {
            report_->begin(*document_);
            begun_ = true;
            ++sum_.marked_documents;
        }
        for (auto const& mark : screened.marks) {
            report_->mark(mark);
            ++(mark.kind == screen::Kind::direct ? sum_.direct : sum_.quasi);
        }
        if (screened.tone) together_.tones.push_back(*screened.tone);
        bool const worse = screened.danger > together_.danger ||
                           (screened.danger == together_.danger && screened.people < together_.people);
        if (screened.danger == screen::Danger::none || !worse) return;
        together_.danger = screened.danger;
        together_.people = screened.people;
        together_.reason = screened.danger_reason;
    }

    void end_document() {
        if (begun_) report_->end(together_);
        together_ = {};
        begun_ = false;
    }

    Status close() {
        if (copies_) copies_->close();
        std::string kinds;
        for (auto const& [ending, count] : left_out_) {
            sum_.left_out.emplace_back(ending, count);
            kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", count, ending);
        }
        report_->close(sum_);
        if (!kinds.empty()) fmt::print(stderr, "kith: left out, for they are no text: {}\n", kinds);
        if (std::fflush(out_) != 0 || std::ferror(out_) != 0) {
            fmt::print(stderr, "kith: the report could not be written\n");
            return Status::fault;
        }
        if (!sum_.faults.empty()) return Status::fault;
        return sum_.direct + sum_.quasi > 0 ? Status::found : Status::nothing_found;
    }

    void fault(std::string_view name, std::string_view words) {
        sum_.faults.emplace_back(name, words);
        say(name, words);
    }

    void say(std::string_view name, std::string_view words) {
        // The report first, so that on a terminal both stand in order.
        std::fflush(out_);
        fmt::print(stderr, "kith: {}: {}\n", text::one_line(name), words);
    }

    Wishes const& wishes_;
    std::FILE* out_;
    Watching const& watching_;
    std::unique_ptr<Report> report_;
    std::optional<MaskedCopies> copies_;
    std::map<std::string, std::uint64_t> left_out_;
    Sum sum_;
    std::shared_ptr<Document const> document_;
    Together together_;
    bool begun_ = false;
    Crew<Piece, Screened> crew_;  // last: its threads end before what they use
};

}  // namespace

Status scan(Wishes const& wishes, screen::Model const& model, std::FILE* out, Watching const& watching) {
    return Scanning{wishes, model, out, watching}.go();
}

}  // namespace kith::scan
