// A file that is not said yet is there for its sender alone.
#pragma once

#include "domain/call/row.hpp"
#include "domain/files/file.hpp"

namespace kith::files {

struct Policy {
    static Result<FileSender> send(Call&, FileId);
};

// For rows whose path holds {file} and nothing before it.
extern Gate<FileSender> const may_send;

}  // namespace kith::files
