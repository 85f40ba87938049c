// expect: exit 0
// layer: seccomp, no capabilities
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
int main(void) {
    puts(mknod("/tmp/memory", S_IFCHR | 0666, makedev(1, 1)) < 0 ? strerror(errno) : "REACHED");
}
