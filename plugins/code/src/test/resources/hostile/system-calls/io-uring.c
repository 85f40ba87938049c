// expect: exit 0
// layer: seccomp
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
    puts(syscall(SYS_io_uring_setup, 1, (char[120]) {0}) < 0 ? strerror(errno) : "REACHED");
}
