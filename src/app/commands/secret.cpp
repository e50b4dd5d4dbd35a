#include "app/commands/secret.hpp"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <stdexcept>

namespace kith::app {

namespace {

// What is typed is not shown while this lives.
class Silence {
public:
    Silence() {
        tcgetattr(STDIN_FILENO, &before_);
        auto silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Silence() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
    Silence(Silence const&) = delete;

private:
    termios before_{};
};

}  // namespace

std::string read_secret(std::string const& question) {
    std::string line;
    if (isatty(STDIN_FILENO) == 1) {
        fmt::print(stderr, "{} ", question);
        Silence const silence;
        std::getline(std::cin, line);
        fmt::print(stderr, "\n");
    } else {
        std::getline(std::cin, line);
    }
    if (line.empty()) throw std::runtime_error{"Nothing was typed; nothing has been changed."};
    return line;
}

}  // namespace kith::app
