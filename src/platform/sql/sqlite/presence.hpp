// That this process is at a database file, told to other processes of Kith (`kith token` beside the server); and what
// the first of them does before it opens the file: it writes the log again, byte for byte, and syncs it.
//
// Why. After an fsync that failed Linux shows what it could not write, and calls the next fsync a success. A log that a
// process left behind after such a failure may hold commits that are not on the disk. Were they carried into the file
// and the power went, the log would be found without them, older pages would be laid over newer ones, and the database
// would be broken. Written again, all that is read is on the disk before anything builds upon it.
//
// The mark is a lock (flock) on the folder: on the file itself it would end SQLite's own. For one thread.
#pragma once

#include <string>

namespace kith::sql::sqlite {

class Presence {
public:
    // `path` is of the database file, which need not be there yet. Throws Failure when the log cannot be written.
    explicit Presence(std::string const& path);
    ~Presence();
    Presence(Presence const&) = delete;
    Presence& operator=(Presence const&) = delete;

private:
    int folder_ = -1;
};

}  // namespace kith::sql::sqlite
