// expect: exit 0
// layer: seccomp
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <time.h>
int main(void) {
    puts(clock_settime(CLOCK_REALTIME, &(struct timespec) {0, 0}) < 0 ? strerror(errno) : "REACHED");
}
