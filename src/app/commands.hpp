// The subcommands of `kith`, a file each in commands/.
//
// Each `add_…` puts its options on the program and enters what to run when the
// command line names it. What runs returns the program's exit status, and
// throws std::runtime_error in plain words when it cannot be done.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/settings.hpp"

namespace CLI {
class App;
}

namespace kith::app {

// The server itself, until it is told to stop (serve.cpp).
int serve(ServeSettings const&);

struct Command {
    CLI::App* words;
    std::function<int()> run;
};

struct Program {
    CLI::App& words;
    std::vector<Command> commands;
};

void add_serve(Program&);
void add_demo(Program&);
void add_token(Program&);
void add_person(Program&);
void add_mail(Program&);
void add_returned(Program&);
void add_check(Program&);
void add_doctor(Program&);
void add_disclose(Program&);
void add_log(Program&);
void add_backup(Program&);
void add_restore(Program&);
void add_drill(Program&);
void add_move(Program&);
void add_compare(Program&);
void add_routes(Program&);
void add_scan(Program&);

}  // namespace kith::app
