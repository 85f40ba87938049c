// expect: exit 0
// layer: seccomp, user namespace
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
    puts(setuid(0) < 0 ? strerror(errno) : "REACHED");
}
