// expect: exit 0
// layer: seccomp
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sched.h>
int main(void) {
    puts(unshare(CLONE_NEWUSER | CLONE_NEWNS) < 0 ? strerror(errno) : "REACHED");
}
