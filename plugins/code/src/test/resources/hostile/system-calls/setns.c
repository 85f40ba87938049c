// expect: exit 0
// layer: seccomp
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sched.h>
#include <fcntl.h>
int main(void) {
    puts(setns(open("/proc/1/ns/net", O_RDONLY), 0) < 0 ? strerror(errno) : "REACHED");
}
