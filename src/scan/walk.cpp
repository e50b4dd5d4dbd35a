#include "scan/walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace kith::scan {

namespace {

namespace fs = std::filesystem;

std::string words_of(std::error_code code) {
    if (code == std::errc::permission_denied) return "you may not read it";
    if (code == std::errc::no_such_file_or_directory) return "is not there";
    return "cannot be read: " + code.message();
}

class Walk {
public:
    void start(std::string const& path) {
        std::error_code code;
        auto const status = fs::status(path, code);
        if (status.type() == fs::file_type::not_found) return fault(path, "is not there");
        if (code) return fault(path, words_of(code));
        auto const copy = unused_name(path);
        if (fs::is_directory(status)) return folder(path, copy);
        file(path, copy, Asked::by_name);
    }

    Walked walked;

private:
    void fault(std::string const& name, std::string words) { walked.faults.emplace_back(name, std::move(words)); }

    // Two that were named may have the same last name; their copies may not.
    std::string unused_name(std::string const& path) {
        auto normal = fs::path{path}.lexically_normal();
        if (normal.filename().empty()) normal = normal.parent_path();
        auto const last = normal.filename().string();
        auto const base = last.empty() || last == "." || last == ".." ? std::string{"scanned"} : last;
        auto name = base;
        for (int number = 2; !names_.insert(name).second; ++number) name = std::to_string(number) + "-" + base;
        return name;
    }

    void file(std::string const& path, std::string copy, Asked asked) {
        std::error_code code;
        auto const size = fs::file_size(path, code);
        if (!code) walked.bytes += size;
        walked.files.push_back({path, path, std::move(copy), asked});
    }

    void folder(std::string const& top, std::string const& copy) {
        std::vector<std::pair<std::string, std::string>> waiting{{top, copy}};
        while (!waiting.empty()) {
            auto const [path, copy_path] = waiting.back();
            waiting.pop_back();
            std::error_code code;
            fs::directory_iterator entry{path, code};
            if (code) {
                fault(path, words_of(code));
                continue;
            }
            std::vector<fs::directory_entry> entries;
            for (; entry != fs::directory_iterator{} && !code; entry.increment(code)) entries.push_back(*entry);
            if (code) fault(path, words_of(code));
            std::ranges::sort(entries, {}, [](auto const& each) { return each.path().native(); });
            std::vector<std::pair<std::string, std::string>> below;
            for (auto const& each : entries) {
                auto const copy = fmt::format("{}/{}", copy_path, each.path().filename().string());
                std::error_code unknown;
                auto const type = each.symlink_status(unknown).type();
                if (type == fs::file_type::directory) below.emplace_back(each.path().string(), copy);
                if (type == fs::file_type::regular) file(each.path().string(), copy, Asked::found);
            }
            waiting.insert(waiting.end(), below.rbegin(), below.rend());
        }
    }

    std::set<std::string> names_;
};

}  // namespace

Walked walk(std::vector<std::string> const& paths) {
    Walk walk;
    for (auto const& path : paths) walk.start(path);
    return std::move(walk.walked);
}

}  // namespace kith::scan
