// What SQLite writes, seen by a Disk: a VFS of ours under the one that encrypts.
//
// Reads, locks and shared memory go to real files, which hold what the operating system would show; what is durable is
// kept by the Disk. When its power is gone every call fails. The files' own syncs are left out: the Disk stands for
// them.
//
// From `stand_under_sqlite` on, each connection that this process opens in the ordinary way goes through it.
#pragma once

#include "trials/power/disk.hpp"

namespace kith::trial {

// Once, before any connection.
void stand_under_sqlite();
// The disk that writes are told to. Not while a connection is open; it must outlive those that are opened next.
void use_disk(Disk&);

}  // namespace kith::trial
