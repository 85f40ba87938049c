// expect: exit 0
// layer: seccomp
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/klog.h>
int main(void) {
    puts(klogctl(3, (char[100]) {0}, 100) < 0 ? strerror(errno) : "REACHED");
}
