#include "trials/power/vfs.hpp"

#include <cstring>
#include <new>
#include <stdexcept>

#include "sqlite3.h"

namespace kith::trial {

namespace {

constexpr char const* name_of_ours = "power";

Disk* disk = nullptr;
sqlite3_vfs* real = nullptr;

// The real file lies behind it, in the bytes that SQLite gave for both.
struct File {
    sqlite3_file base;
    char path[512];
    sqlite3_file* behind() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& ours(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_io_methods const& methods_behind(sqlite3_file* file) { return *ours(file).behind()->pMethods; }

int answer(Disk::Done done, int when_failed) {
    switch (done) {
        case Disk::Done::yes: return SQLITE_OK;
        case Disk::Done::failed:
        case Disk::Done::no_power: return when_failed;
    }
    return SQLITE_IOERR;
}

int close(sqlite3_file* file) { return methods_behind(file).xClose(ours(file).behind()); }

int read(sqlite3_file* file, void* to, int count, sqlite3_int64 offset) {
    if (!disk->has_power()) return SQLITE_IOERR_READ;
    return methods_behind(file).xRead(ours(file).behind(), to, count, offset);
}

int write(sqlite3_file* file, void const* from, int count, sqlite3_int64 offset) {
    auto const done = disk->write(ours(file).path, static_cast<std::size_t>(offset),
                                  {static_cast<char const*>(from), static_cast<std::size_t>(count)});
    if (done != Disk::Done::yes) return answer(done, SQLITE_IOERR_WRITE);
    return methods_behind(file).xWrite(ours(file).behind(), from, count, offset);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    auto const done = disk->truncate(ours(file).path, static_cast<std::size_t>(size));
    if (done != Disk::Done::yes) return answer(done, SQLITE_IOERR_TRUNCATE);
    return methods_behind(file).xTruncate(ours(file).behind(), size);
}

int sync(sqlite3_file* file, int) { return answer(disk->sync(ours(file).path), SQLITE_IOERR_FSYNC); }

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    if (!disk->has_power()) return SQLITE_IOERR_FSTAT;
    return methods_behind(file).xFileSize(ours(file).behind(), size);
}

int lock(sqlite3_file* file, int level) { return methods_behind(file).xLock(ours(file).behind(), level); }
int unlock(sqlite3_file* file, int level) { return methods_behind(file).xUnlock(ours(file).behind(), level); }
int is_reserved(sqlite3_file* file, int* reserved) {
    return methods_behind(file).xCheckReservedLock(ours(file).behind(), reserved);
}
int control(sqlite3_file* file, int what, void* value) {
    return methods_behind(file).xFileControl(ours(file).behind(), what, value);
}
int sector_size(sqlite3_file* file) { return methods_behind(file).xSectorSize(ours(file).behind()); }
int traits(sqlite3_file* file) { return methods_behind(file).xDeviceCharacteristics(ours(file).behind()); }
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** mapped) {
    return methods_behind(file).xShmMap(ours(file).behind(), page, size, extend, mapped);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return methods_behind(file).xShmLock(ours(file).behind(), offset, count, flags);
}
void barrier(sqlite3_file* file) { methods_behind(file).xShmBarrier(ours(file).behind()); }
int unmap_shared(sqlite3_file* file, int remove) { return methods_behind(file).xShmUnmap(ours(file).behind(), remove); }

// Version 2: without reading through a map of the file, which Kith does not use.
constexpr sqlite3_io_methods methods{
    .iVersion = 2,
    .xClose = close,
    .xRead = read,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = file_size,
    .xLock = lock,
    .xUnlock = unlock,
    .xCheckReservedLock = is_reserved,
    .xFileControl = control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = traits,
    .xShmMap = map_shared,
    .xShmLock = lock_shared,
    .xShmBarrier = barrier,
    .xShmUnmap = unmap_shared,
};

int open(sqlite3_vfs*, sqlite3_filename path, sqlite3_file* file, int flags, int* out_flags) {
    auto* const opened = new (file) File{};
    if (!path || std::strlen(path) >= sizeof opened->path) return SQLITE_CANTOPEN;
    std::strcpy(opened->path, path);
    int const code = real->xOpen(real, path, opened->behind(), flags, out_flags);
    if (code == SQLITE_OK) file->pMethods = &methods;
    return code;
}

int remove(sqlite3_vfs*, char const* path, int sync_folder) {
    if (auto const done = disk->remove(path); done != Disk::Done::yes) return answer(done, SQLITE_IOERR_DELETE);
    return real->xDelete(real, path, sync_folder);
}

}  // namespace

void stand_under_sqlite() {
    if (sqlite3_initialize() != SQLITE_OK) throw std::runtime_error{"SQLite does not start"};
    real = sqlite3_vfs_find("unix");
    if (!real) throw std::runtime_error{"SQLite has no files of its own here"};
    static sqlite3_vfs power = *real;
    power.zName = name_of_ours;
    power.pNext = nullptr;
    power.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
    power.xOpen = open;
    power.xDelete = remove;
    if (sqlite3_vfs_register(&power, 0) != SQLITE_OK || sqlite3mc_vfs_create(name_of_ours, 1) != SQLITE_OK)
        throw std::runtime_error{"the power's VFS could not be put under SQLite"};
}

void use_disk(Disk& next) { disk = &next; }

}  // namespace kith::trial
