// expect: exit 0
// layer: seccomp, session of its own
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/ioctl.h>
int main(void) {
    puts(ioctl(0, TIOCSTI, "x") < 0 ? strerror(errno) : "REACHED");
}
