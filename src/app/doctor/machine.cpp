#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/timex.h>

#include <fstream>
#include <string>

#include "app/doctor/doctor.hpp"

namespace kith::app {

namespace {

constexpr rlim_t files_open_least = 4'096;
constexpr std::int64_t memory_kilobytes_least = 512 * 1024;

// The number behind a name in /proc/meminfo; -1 where it is not there.
std::int64_t kilobytes_of(std::string_view name) {
    std::ifstream lines{"/proc/meminfo"};
    for (std::string word; lines >> word;) {
        std::int64_t number = -1;
        if (word == name) return lines >> number ? number : -1;
        std::getline(lines, word);
    }
    return -1;
}

void check_clock(Findings& findings) {
    timex state{};
    if (::adjtimex(&state) < 0) return;
    if ((state.status & STA_UNSYNC) != 0)
        findings.push_back({State::look, "Clock", "Nothing keeps this machine's clock right.",
                            "Promises, quiet hours and what ends by itself stand on it: timedatectl set-ntp true"});
    else
        findings.push_back({State::well, "Clock", "It is kept right.", {}});
}

// What is in memory is not encrypted; what the system writes of it to disk is not either.
void check_memory(Findings& findings) {
    auto const all = kilobytes_of("MemTotal:");
    if (all >= 0 && all < memory_kilobytes_least)
        findings.push_back({State::look, "Memory", fmt::format("This machine has {} MB.", all / 1024),
                            "Passwords and pictures want room: 512 MB at least."});
    if (kilobytes_of("SwapTotal:") > 0)
        findings.push_back({State::look, "Swap", "What the program holds in memory may be written to disk.",
                            "Encrypt the swap, or do without: swapoff -a, or MemorySwapMax=0 in the unit."});
    rlimit cores{};
    std::string pattern;
    std::getline(std::ifstream{"/proc/sys/kernel/core_pattern"}, pattern);
    if (::getrlimit(RLIMIT_CORE, &cores) == 0 && (cores.rlim_cur > 0 || pattern.starts_with('|')))
        findings.push_back({State::look, "Core dumps",
                            "When the program ends badly, the system may keep what it held in memory.",
                            "The unit of the package turns them off (LimitCORE=0); with systemd-coredump also "
                            "Storage=none."});
}

void check_files_open(Findings& findings) {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_max >= files_open_least) return;
    findings.push_back({State::look, "Open files", fmt::format("At most {} at once.", files.rlim_max),
                        fmt::format("Every open page is one: LimitNOFILE={} or more.", files_open_least)});
}

}  // namespace

void check_machine(Findings& findings) {
    check_clock(findings);
    check_memory(findings);
    check_files_open(findings);
}

}  // namespace kith::app
