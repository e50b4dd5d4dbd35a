// kith scan: what in files leads to a person, alone or together.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <map>
#include <optional>
#include <stdexcept>
#include <thread>

#include "app/commands.hpp"
#include "app/progress.hpp"
#include "scan/bytes.hpp"
#include "scan/lines.hpp"
#include "scan/scan.hpp"
#include "screen/model/embedded_model.hpp"

namespace kith::app {

namespace {

constexpr std::size_t jobs_max = 256;

struct ScanWords {
    scan::Wishes wishes;
    std::vector<std::string> regions{"uk", "us"};
    bool redact = false, lines = false;
};

screen::Region region_of(std::vector<std::string> const& names) {
    unsigned both = 0;
    for (auto const& name : names)
        both |= static_cast<unsigned>(name == "uk" ? screen::Region::uk : screen::Region::us);
    return both == 0 ? screen::Region::both : static_cast<screen::Region>(both);
}

screen::Today today() {
    std::chrono::year_month_day const day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month()))};
}

void ignore(std::uint64_t) {}

// Over a report that runs along the same terminal a bar would be in the way; the report shows how far it has got.
std::unique_ptr<Progress> make_progress() {
    return ::isatty(STDOUT_FILENO) == 0 ? std::make_unique<Progress>() : nullptr;
}

int scan_lines(ScanWords const& words) {
    auto const& wishes = words.wishes;
    bool sound = true;
    auto const progress = make_progress();
    if (progress) progress->begin("Reading lines");
    for (auto const& path : wishes.paths) {
        try {
            std::optional<scan::FileSource> file;
            if (path != "-") file.emplace(scan::open_file(path));
            sound = scan::screen_lines(file ? file->descriptor() : STDIN_FILENO, stdout, wishes.jobs,
                                       screen::embedded_model(), wishes.settings, &ignore) &&
                    sound;
        } catch (scan::Unreadable const& fault) {
            fmt::print(stderr, "kith: {}: {}\n", path, fault.what());
            sound = false;
        }
    }
    return static_cast<int>(sound ? scan::Status::nothing_found : scan::Status::fault);
}

int scan_documents(ScanWords const& words) {
    auto const progress = make_progress();
    scan::Watching const watching{.begin =
                                      [&progress](std::uint64_t bytes) {
                                          if (progress) progress->begin("Reading", static_cast<std::int64_t>(bytes));
                                      },
                                  .done =
                                      [&progress](std::uint64_t bytes) {
                                          if (progress) progress->add(static_cast<std::int64_t>(bytes));
                                      }};
    return static_cast<int>(scan::scan(words.wishes, screen::embedded_model(), stdout, watching));
}

int run_scan(ScanWords words) {
    auto& wishes = words.wishes;
    try {
        if (wishes.paths.empty()) {
            if (::isatty(STDIN_FILENO) == 1)
                throw std::runtime_error{"Name files or folders to read, or give a text on standard input."};
            wishes.paths.emplace_back("-");
        }
        if (words.redact != !wishes.copies.empty())
            throw std::runtime_error{"--redact writes masked copies to the folder that --output names: give both."};
        if (words.redact && words.lines) throw std::runtime_error{"--redact is for files, not for --lines."};
        wishes.settings.region = region_of(words.regions);
        wishes.settings.today = today();
        return words.lines ? scan_lines(words) : scan_documents(words);
    } catch (std::exception const& failure) {
        // 1 would say that something was found.
        fmt::print(stderr, "kith: {}\n", failure.what());
        return static_cast<int>(scan::Status::fault);
    }
}

void add_choices(CLI::App& command, ScanWords& words) {
    std::map<std::string, scan::Format> const formats{
        {"terminal", scan::Format::terminal}, {"json", scan::Format::json}, {"html", scan::Format::html}};
    command.add_option("--format", words.wishes.format, "How to report: terminal, json or html; on standard output")
        ->type_name("FORMAT")
        ->transform(CLI::CheckedTransformer(formats).description(""))
        ->default_str("terminal");
    std::map<std::string, screen::Level> const levels{{"direct", screen::Level::direct}, {"all", screen::Level::all}};
    command
        .add_option("--level", words.wishes.settings.level,
                    "direct: what leads to one person; all: also what does so together with other things, and numbers "
                    "that merely look like it")
        ->type_name("LEVEL")
        ->transform(CLI::CheckedTransformer(levels).description(""))
        ->default_str("all");
    command.add_option("--region", words.regions, "Whose numbers to look for: uk, us, or both with a comma between")
        ->type_name("REGION")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"uk", "us"}))
        ->default_str("uk,us");
}

}  // namespace

void add_scan(Program& program) {
    auto* const command = program.words.add_subcommand(
        "scan", "Look through files for what leads to a person. Exit status: 0 nothing, 1 something, 2 a fault");
    auto const words = std::make_shared<ScanWords>();
    words->wishes.jobs = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, jobs_max);
    command
        ->add_option(
            "paths", words->wishes.paths,
            "Files and folders: text, Markdown, HTML, JSON, CSV, DOCX, ODT, PDF, and ZIP of these. - or nothing: "
            "standard input")
        ->type_name("PATH");
    add_choices(*command, *words);
    command->add_flag("--redact", words->redact,
                      "Write copies with everything found covered: text, Markdown, HTML, JSON and CSV in their format, "
                      "DOCX, ODT and PDF as text, a ZIP as a folder");
    command->add_option("--output", words->wishes.copies, "The folder for the copies; nothing in it is written over")
        ->type_name("FOLDER");
    command->add_flag(
        "--lines", words->lines,
        R"(JSON Lines: reads {"id", "text"} and answers each with its findings, in order; exit status 0)");
    command->add_option("--jobs", words->wishes.jobs, "Threads that screen")
        ->type_name("NUMBER")
        ->capture_default_str()
        ->check(CLI::Range(std::size_t{1}, jobs_max));
    program.commands.push_back({command, [words] { return run_scan(*words); }});
}

}  // namespace kith::app
