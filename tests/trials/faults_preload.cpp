// Faults of the machine for an unchanged program: loaded before it (LD_PRELOAD), told what to do through a small file
// that both map (KITH_TRIAL_FAULTS).
//
//   bytes  0   how far the wall clock is off, in nanoseconds
//          8   how far the clock since the machine's start is off
//         16   how many of the next fsync and fdatasync fail with EIO; after them they succeed, as Linux has it
//         24   not 0: nothing is written to a regular file any more, for want of room, and statvfs says so
//         32   how many syncs have failed so
//
// For trials on this machine alone; the program is not built with it.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <ctime>

namespace {

struct Faults {
    std::atomic<std::int64_t> wall_offset, boot_offset, failing_syncs, no_room, failed_syncs;
};

constexpr std::int64_t nanoseconds = 1'000'000'000;

Faults* open_faults() {
    static Faults none{};
    char const* const path = ::secure_getenv("KITH_TRIAL_FAULTS");
    int const file = path ? ::open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0) return &none;
    void* const mapped = ::mmap(nullptr, sizeof(Faults), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    return mapped == MAP_FAILED ? &none : static_cast<Faults*>(mapped);
}

Faults& faults() {
    static Faults* const found = open_faults();
    return *found;
}

template <class Function>
Function real(char const* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool sync_fails() {
    if (faults().failing_syncs <= 0 || faults().failing_syncs.fetch_sub(1) <= 0) return false;
    ++faults().failed_syncs;
    errno = EIO;
    return true;
}

bool has_no_room(int file) {
    struct stat status{};
    if (faults().no_room == 0 || ::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return false;
    errno = ENOSPC;
    return true;
}

}  // namespace

extern "C" {

int fsync(int file) {
    static auto const next = real<int (*)(int)>("fsync");
    return sync_fails() ? -1 : next(file);
}
int fdatasync(int file) {
    static auto const next = real<int (*)(int)>("fdatasync");
    return sync_fails() ? -1 : next(file);
}
ssize_t write(int file, void const* from, size_t count) {
    static auto const next = real<ssize_t (*)(int, void const*, size_t)>("write");
    return has_no_room(file) ? -1 : next(file, from, count);
}
ssize_t pwrite(int file, void const* from, size_t count, off_t offset) {
    static auto const next = real<ssize_t (*)(int, void const*, size_t, off_t)>("pwrite");
    return has_no_room(file) ? -1 : next(file, from, count, offset);
}
ssize_t pwrite64(int file, void const* from, size_t count, off64_t offset) {
    static auto const next = real<ssize_t (*)(int, void const*, size_t, off64_t)>("pwrite64");
    return has_no_room(file) ? -1 : next(file, from, count, offset);
}
int posix_fallocate(int file, off_t offset, off_t length) {
    static auto const next = real<int (*)(int, off_t, off_t)>("posix_fallocate");
    return has_no_room(file) ? ENOSPC : next(file, offset, length);
}
int statvfs(char const* path, struct statvfs* status) noexcept {
    static auto const next = real<int (*)(char const*, struct statvfs*)>("statvfs");
    int const code = next(path, status);
    if (code == 0 && faults().no_room != 0) status->f_bavail = status->f_bfree = 0;
    return code;
}

int clock_gettime(clockid_t which, timespec* time) noexcept {
    static auto const next = real<int (*)(clockid_t, timespec*)>("clock_gettime");
    int const code = next(which, time);
    auto const offset = which == CLOCK_REALTIME   ? faults().wall_offset.load()
                        : which == CLOCK_BOOTTIME ? faults().boot_offset.load()
                                                  : 0;
    if (code != 0 || offset == 0) return code;
    auto const moved = time->tv_sec * nanoseconds + time->tv_nsec + offset;
    time->tv_sec = moved / nanoseconds;
    time->tv_nsec = moved % nanoseconds;
    return code;
}
time_t time(time_t* stored) noexcept {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (stored) *stored = now.tv_sec;
    return now.tv_sec;
}
int gettimeofday(struct timeval* __restrict value, void* __restrict) noexcept {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    value->tv_sec = now.tv_sec;
    value->tv_usec = now.tv_nsec / 1'000;
    return 0;
}
}
