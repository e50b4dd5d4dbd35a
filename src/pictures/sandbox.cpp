#include "pictures/sandbox.hpp"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <cerrno>
#include <memory>

#include "base/child.hpp"

namespace kith::pictures {

namespace {

// What decoding takes. Found by watching it, then by reading what each is for.
constexpr std::array allowed{
    // its input and output
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(close),
    SCMP_SYS(lseek),
    SCMP_SYS(fstat),
    // memory
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    // threads
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(gettid),
    SCMP_SYS(getpid),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(restart_syscall),
    // time and chance
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(getrandom),
};

// Asked for and answered with "no": decoders try, and go on without.
constexpr std::array answered_no{
    SCMP_SYS(open),      SCMP_SYS(openat),     SCMP_SYS(openat2), SCMP_SYS(stat),
    SCMP_SYS(lstat),     SCMP_SYS(newfstatat), SCMP_SYS(statx),   SCMP_SYS(access),
    SCMP_SYS(faccessat), SCMP_SYS(getcwd),     SCMP_SYS(ioctl),   SCMP_SYS(readlink),
    SCMP_SYS(prlimit64), SCMP_SYS(getrlimit),  SCMP_SYS(sysinfo), SCMP_SYS(uname),
};

struct Release {
    void operator()(void* context) const { seccomp_release(context); }
};

bool limit(__rlimit_resource what, rlim_t most) {
    rlimit const value{most, most};
    return ::setrlimit(what, &value) == 0;
}

bool filter() {
    std::unique_ptr<void, Release> const context{seccomp_init(SCMP_ACT_KILL_PROCESS)};
    // For the threads that libraries have started already, too.
    if (!context || seccomp_attr_set(context.get(), SCMP_FLTATR_CTL_TSYNC, 1) != 0) return false;
    auto const add = [&](std::uint32_t action, int call, auto... compared) {
        return seccomp_rule_add(context.get(), action, call, sizeof...(compared), compared...) == 0;
    };
    for (int const call : allowed)
        if (!add(SCMP_ACT_ALLOW, call)) return false;
    for (int const call : answered_no)
        if (!add(SCMP_ACT_ERRNO(EACCES), call)) return false;
    // A thread, not a process. What clone3 is given cannot be looked at: glibc takes the older one then.
    bool const threads = add(SCMP_ACT_ALLOW, SCMP_SYS(clone),
                             SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM)) &&
                         add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
    // Memory to compute with: nothing that could be run.
    bool const memory = add(SCMP_ACT_ALLOW, SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) &&
                        add(SCMP_ACT_ALLOW, SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    // A thread's name; nothing else.
    bool const names = add(SCMP_ACT_ALLOW, SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME)) &&
                       add(SCMP_ACT_ALLOW, SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_VMA));
    return threads && memory && names && seccomp_load(context.get()) == 0;
}

}  // namespace

bool give_up_rights() {
    bool const limited = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, 0) &&
                         limit(RLIMIT_NPROC, threads_of_user_max) && limit_processor_time(processor_seconds_max) &&
                         limit(RLIMIT_AS, memory_bytes_max);
    return limited && ::prctl(PR_SET_DUMPABLE, 0) == 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && filter();
}

}  // namespace kith::pictures
