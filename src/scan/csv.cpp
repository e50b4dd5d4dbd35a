// Tables: each cell becomes a line with its column's name before it, so that a number under "NHS no" is
// read as "NHS no: 943 476 5919". An empty line keeps the records apart.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "scan/extract.hpp"

namespace kith::scan {

namespace {

constexpr std::size_t column_name_bytes_max = 60;
constexpr std::string_view separators = ",;\t|";

struct Cell {
    std::size_t start, end;  // of the bytes, quotation marks included
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// A cell without its quotation marks and the space around it.
Cell bare(std::string_view bytes, Cell cell) {
    while (cell.start < cell.end && is_space(bytes[cell.start])) ++cell.start;
    while (cell.end > cell.start && is_space(bytes[cell.end - 1])) --cell.end;
    if (cell.end - cell.start >= 2 && bytes[cell.start] == '"' && bytes[cell.end - 1] == '"') ++cell.start, --cell.end;
    return cell;
}

class Csv : public Extractor {
public:
    std::size_t take(std::string_view bytes, More more, Extracted& out, bool& is_plain) override {
        is_plain = false;
        if (separator_ == '\0') separator_ = separator_in(bytes.substr(0, bytes.find('\n')));
        std::size_t taken = 0;
        while (taken < bytes.size()) {
            auto const end = record_end(bytes, taken, more);
            if (end == 0) break;
            record(bytes, {taken, end}, out);
            taken = end;
        }
        if (taken > 0 || more == More::comes) return taken;
        // A quotation mark that nothing closes: the rest of what is here is taken as it stands.
        auto const cut = cut_of(bytes, more);
        out.add(bytes.substr(0, cut), 0);
        return cut;
    }

private:
    static char separator_in(std::string_view line) {
        auto const most =
            std::ranges::max(separators, {}, [line](char each) { return std::ranges::count(line, each); });
        return most;
    }

    // After the end of the record that begins at `start`, its cells in cells_; 0 when it does not end here.
    std::size_t record_end(std::string_view bytes, std::size_t start, More more) {
        cells_.clear();
        bool quoted = false;
        std::size_t begin = start;
        for (std::size_t at = start; at < bytes.size(); ++at) {
            char const c = bytes[at];
            // A mark inside a cell that did not begin with one is a sign like others.
            if (c == '"' && (quoted || at == begin)) {
                quoted = !quoted;
                if (!quoted && at + 1 < bytes.size() && bytes[at + 1] == '"') quoted = true, ++at;
            } else if (quoted) {
                continue;
            } else if (c == separator_ || c == '\n') {
                cells_.push_back({begin, at});
                begin = at + 1;
                if (c == '\n') return at + 1;
            }
        }
        if (more != More::none) return 0;
        cells_.push_back({begin, bytes.size()});
        return bytes.size();
    }

    void record(std::string_view bytes, Cell whole, Extracted& out) {
        bool const first = !begun_;
        begun_ = true;
        if (first && cells_are_names(bytes)) {
            for (auto const& cell : cells_) {
                auto const [start, end] = bare(bytes, cell);
                Extracted name;
                name.add(bytes.substr(start, end - start), 0);
                names_.push_back(spaced(name.text));
            }
            out.add(bytes.substr(whole.start, whole.end - whole.start), whole.start);
            return;
        }
        bool any = false;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            auto const [start, end] = bare(bytes, cells_[i]);
            if (start >= end) continue;
            if (i < names_.size() && !names_[i].empty()) {
                out.add_own(names_[i]);
                out.add_own(": ");
            }
            value(bytes.substr(start, end - start), start, out);
            out.add_own("\n");
            any = true;
        }
        if (any) out.add_own("\n");
    }

    // Two quotation marks inside a quoted cell are one.
    static void value(std::string_view cell, std::size_t source, Extracted& out) {
        while (true) {
            auto const twice = cell.find("\"\"");
            out.add(cell.substr(0, twice), source);
            if (twice == cell.npos) return;
            out.add_changed("\"", source + twice, 2);
            cell.remove_prefix(twice + 2);
            source += twice + 2;
        }
    }

    bool cells_are_names(std::string_view bytes) const {
        if (cells_.size() < 2) return false;
        return std::ranges::all_of(cells_, [bytes](Cell const& cell) {
            auto const [start, end] = bare(bytes, cell);
            auto const words = bytes.substr(start, end - start);
            return words.size() <= column_name_bytes_max && words.find_first_of("0123456789@") == words.npos;
        });
    }

    char separator_ = '\0';
    bool begun_ = false;
    std::vector<std::string> names_;
    std::vector<Cell> cells_;
};

}  // namespace

std::unique_ptr<Extractor> csv_extractor() { return std::make_unique<Csv>(); }

}  // namespace kith::scan
