#include "app/log.hpp"

#include <cxxabi.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <typeinfo>

#include "base/named.hpp"
#include "base/time.hpp"
#include "platform/sql/database.hpp"

namespace kith::app {

namespace {

enum class Level : std::uint8_t { info, warning, error };

struct OfTold {
    Told value;
    std::string_view stored;
    Level level;
};
constexpr std::array<OfTold, 9> all_told{{{Told::disk_full, "disk_full", Level::error},
                                          {Told::room_again, "room_again", Level::info},
                                          {Told::disk_lost, "disk_lost", Level::error},
                                          {Told::clock_behind, "clock_behind", Level::warning},
                                          {Told::clock_set, "clock_set", Level::warning},
                                          {Told::mail_trouble, "mail_trouble", Level::warning},
                                          {Told::request_failed, "request_failed", Level::error},
                                          {Told::work_failed, "work_failed", Level::error},
                                          {Told::request, "request", Level::info}}};

constexpr std::string_view name_of(Level level) {
    return level == Level::info ? "info" : level == Level::warning ? "warning" : "error";
}

LogForm form = LogForm::words;

std::string as_json(OfTold const& of, std::string_view words, std::initializer_list<Detail> details) {
    nlohmann::ordered_json line{{"at", iso(system_now())}, {"level", name_of(of.level)}, {"event", of.stored}};
    for (auto const& detail : details) std::visit([&](auto const& value) { line[detail.name] = value; }, detail.value);
    line["words"] = words;
    return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string in_words(std::string_view words, std::initializer_list<Detail> details) {
    auto line = fmt::format("kith: {}", words);
    std::string_view between = " (";
    for (auto const& detail : details) {
        line += between;
        line += fmt::format("{}: ", detail.name);
        std::visit([&](auto const& value) { line += fmt::format("{}", value); }, detail.value);
        between = ", ";
    }
    if (details.size() > 0) line += ')';
    return line;
}

}  // namespace

void log_in_form(LogForm wanted) { form = wanted; }

void write_log(Told told, Sentence sentence, std::initializer_list<Detail> details) {
    auto line = form == LogForm::json ? as_json(named(all_told, told), sentence.words(), details)
                                      : in_words(sentence.words(), details);
    line += '\n';
    // One write: lines of several threads do not run into each other. Nobody is left to be told where it fails.
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, line.data(), line.size());
}

std::string kind_of_failure(std::exception const& failure) {
    if (auto const* of_database = dynamic_cast<sql::Failure const*>(&failure)) {
        switch (of_database->kind()) {
            case sql::Failure::Kind::full: return "database full";
            case sql::Failure::Kind::busy: return "database busy";
            case sql::Failure::Kind::broken: return "database";
        }
    }
    int status = 0;
    std::unique_ptr<char, decltype(&std::free)> const name{
        abi::__cxa_demangle(typeid(failure).name(), nullptr, nullptr, &status), &std::free};
    return status == 0 ? name.get() : typeid(failure).name();
}

}  // namespace kith::app
