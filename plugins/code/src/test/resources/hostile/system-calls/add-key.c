// expect: exit 0
// layer: seccomp
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
    puts(syscall(SYS_add_key, "user", "held", "x", 1, -3) < 0 ? strerror(errno) : "REACHED");
}
