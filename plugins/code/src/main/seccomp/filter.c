/*
 * Writes the filter of system calls that every program in a sandbox runs under, for one architecture:
 *
 *     cc -O -o filter filter.c -lseccomp
 *     ./filter x86_64 > x86_64.bpf
 *     ./filter aarch64 > aarch64.bpf
 *
 * (Debian: gcc, libseccomp-dev.) What is not named here does not exist for the program (ENOSYS), so that libraries fall
 * back to what does. Calls of another ABI, such as 32-bit ones, end the program.
 */
#include <errno.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* Not here: memfd_create, System V IPC and POSIX queues (memory that no folder's size bounds, and that would outlive a job
 * in a shared namespace), io_uring (its operations pass no filter), userfaultfd (helps to win races in the kernel),
 * vmsplice, inotify (a user has few, and that user may be the bot), sync (stalls the host's disks), clone3 (its flags can't
 * be looked at: libraries fall back to clone). */
static const char *ALLOWED[] = {
    "accept", "accept4", "access", "alarm", "arch_prctl", "bind", "brk", "capget", "chdir", "chmod", "clock_getres",
    "clock_gettime", "clock_nanosleep", "close", "close_range", "connect", "copy_file_range", "creat", "dup", "dup2",
    "dup3", "epoll_create", "epoll_create1", "epoll_ctl", "epoll_pwait", "epoll_pwait2", "epoll_wait", "eventfd",
    "eventfd2", "execve", "execveat", "exit", "exit_group", "faccessat", "faccessat2", "fadvise64", "fallocate", "fchdir",
    "fchmod", "fchmodat", "fchown", "fchownat", "chown", "lchown", "fcntl", "fdatasync", "fgetxattr", "flistxattr",
    "flock", "fork", "fstat", "fstatfs", "fsync", "ftruncate", "futex", "futex_waitv", "futimesat", "getcpu", "getcwd",
    "getdents", "getdents64", "getegid", "geteuid", "getgid", "getgroups", "getitimer", "getpeername", "getpgid",
    "getpgrp", "getpid", "getppid", "getpriority", "getrandom", "getresgid", "getresuid", "getrlimit", "getrusage",
    "getsid", "getsockname", "getsockopt", "gettid", "gettimeofday", "getuid", "getxattr", "get_robust_list",
    "kill", "lgetxattr", "link", "linkat",
    "listen", "listxattr", "llistxattr", "lseek", "lstat", "madvise", "membarrier", "mincore", "mkdir", "mkdirat",
    "mlock", "mlock2", "mlockall", "mmap", "mprotect", "mremap", "msync", "munlock", "munlockall", "munmap", "nanosleep",
    "newfstatat", "open", "openat", "openat2", "pause", "pidfd_open", "pidfd_send_signal", "pipe", "pipe2", "pkey_alloc",
    "pkey_free", "pkey_mprotect", "poll", "ppoll", "prctl", "pread64", "preadv", "preadv2", "pselect6", "pwrite64",
    "pwritev", "pwritev2", "read", "readahead", "readlink", "readlinkat", "readv", "recvfrom", "recvmmsg", "recvmsg",
    "rename", "renameat", "renameat2", "restart_syscall", "rmdir", "rseq", "rt_sigaction", "rt_sigpending",
    "rt_sigprocmask", "rt_sigqueueinfo", "rt_sigreturn", "rt_sigsuspend", "rt_sigtimedwait", "rt_tgsigqueueinfo",
    "sched_getaffinity", "sched_getattr", "sched_getparam", "sched_getscheduler", "sched_get_priority_max",
    "sched_get_priority_min", "sched_rr_get_interval", "sched_setaffinity", "sched_setattr", "sched_setparam",
    "sched_setscheduler", "sched_yield", "select", "sendfile", "sendmmsg", "sendmsg", "sendto", "setitimer", "setpgid",
    "setpriority", "setrlimit", "setsid", "setsockopt", "set_robust_list", "set_tid_address", "shutdown", "sigaltstack",
    "signalfd", "signalfd4", "splice", "stat", "statfs", "statx", "symlink", "symlinkat", "sync_file_range", "sysinfo",
    "tee", "tgkill", "time", "timerfd_create", "timerfd_gettime", "timerfd_settime", "timer_create", "timer_delete",
    "timer_getoverrun", "timer_gettime", "timer_settime", "times", "tkill", "truncate", "umask", "uname", "unlink",
    "unlinkat", "utime", "utimensat", "utimes", "vfork", "wait4", "waitid", "write", "writev",
};

/* Known, and answered as the kernel answers who lacks the right: clearer than a call that does not exist. */
static const char *FORBIDDEN[] = {
    "acct", "add_key", "bpf", "capset", "chroot", "clock_adjtime", "clock_settime", "delete_module", "fanotify_init",
    "finit_module", "fsconfig", "fsmount", "fsopen", "fspick", "init_module", "ioperm", "iopl", "kcmp", "kexec_load",
    "keyctl", "mount", "mount_setattr", "move_mount", "open_by_handle_at", "open_tree", "perf_event_open",
    "pidfd_getfd", "pivot_root", "process_vm_readv", "process_vm_writev", "ptrace", "quotactl", "reboot",
    "request_key", "setfsgid", "setfsuid", "setgid", "setgroups", "sethostname", "setdomainname", "setns", "setregid",
    "setresgid", "setresuid", "setreuid", "settimeofday", "setuid", "swapoff", "swapon", "syslog", "umount2", "unshare",
    "userfaultfd",
};

/* What terminals, pipes and sockets are asked. TIOCSTI and TIOCLINUX, which type for others, are not among them. */
static const uint32_t CONTROLS[] = {
    0x5401, 0x5402, 0x5403, 0x5404, 0x802c542a, 0x402c542b, 0x402c542c, 0x402c542d, /* TCGETS, TCSETS..., and their 2s */
    0x540b, 0x540e, 0x540f, 0x5410, 0x5413, 0x5414, 0x5429, /* TCFLSH, TIOCSCTTY, TIOC[GS]PGRP, TIOC[GS]WINSZ, TIOCGSID */
    0x80045430, 0x40045431, 0x5441, 0x5422,                 /* TIOCGPTN, TIOCSPTLCK, TIOCGPTPEER, TIOCNOTTY */
    0x541b, 0x5411, 0x5421, 0x5450, 0x5451, 0x5452,         /* FIONREAD, TIOCOUTQ, FIONBIO, FIONCLEX, FIOCLEX, FIOASYNC */
    0x8910, 0x8912, 0x8913, 0x8915, 0x8919, 0x891b, 0x8921, 0x8927, 0x8933, /* SIOCGIF...: names, addresses, flags */
};

static const int FAMILIES[] = {AF_UNIX, AF_INET, AF_INET6}; /* the network namespace has only its own loopback */

static const uint64_t NAMESPACES = 0x7e020000; /* CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET */

static scmp_filter_ctx filter;

/* The library takes this machine's numbers and translates them; a call that the other machine lacks is passed over. */
static int add(uint32_t action, const char *name, int count, struct scmp_arg_cmp *comparison) {
    int call = seccomp_syscall_resolve_name(name);
    if (call == __NR_SCMP_ERROR) {
        fprintf(stderr, "there is no system call %s\n", name);
        return -1;
    }
    return seccomp_rule_add_array(filter, action, call, count, comparison);
}

static int allow_if(const char *name, unsigned argument, uint64_t mask, uint64_t value) {
    return add(SCMP_ACT_ALLOW, name, 1, &SCMP_CMP(argument, SCMP_CMP_MASKED_EQ, mask, value));
}

static int rules(void) {
    int failed = 0;
    for (size_t i = 0; i < sizeof ALLOWED / sizeof *ALLOWED; i++) {
        failed |= add(SCMP_ACT_ALLOW, ALLOWED[i], 0, NULL);
    }
    for (size_t i = 0; i < sizeof FORBIDDEN / sizeof *FORBIDDEN; i++) {
        failed |= add(SCMP_ACT_ERRNO(EPERM), FORBIDDEN[i], 0, NULL);
    }
    for (size_t i = 0; i < sizeof CONTROLS / sizeof *CONTROLS; i++) {
        failed |= allow_if("ioctl", 1, 0xffffffff, CONTROLS[i]);
    }
    for (size_t i = 0; i < sizeof FAMILIES / sizeof *FAMILIES; i++) {
        failed |= allow_if("socket", 0, 0xffffffff, FAMILIES[i]);
    }
    failed |= allow_if("socketpair", 0, 0xffffffff, AF_UNIX);
    failed |= allow_if("clone", 0, NAMESPACES, 0);
    failed |= allow_if("prlimit64", 0, 0xffffffff, 0); /* one's own limits */
    failed |= allow_if("personality", 0, 0xffffffff, 0);
    failed |= allow_if("personality", 0, 0xffffffff, 0xffffffff);
    failed |= allow_if("mknod", 1, S_IFMT, S_IFIFO);
    failed |= allow_if("mknodat", 2, S_IFMT, S_IFIFO);
    return failed;
}

int main(int count, char **arguments) {
    uint32_t arch;
    if (count != 2 || (arch = seccomp_arch_resolve_name(arguments[1])) == 0) {
        fprintf(stderr, "usage: filter x86_64|aarch64 > FILE\n");
        return 2;
    }
    filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    if (filter == NULL || (arch != seccomp_arch_native()
            && (seccomp_arch_remove(filter, SCMP_ARCH_NATIVE) || seccomp_arch_add(filter, arch)))) {
        return 1;
    }
    return seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS)
        || seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2)
        || rules()
        || seccomp_export_bpf(filter, STDOUT_FILENO);
}
