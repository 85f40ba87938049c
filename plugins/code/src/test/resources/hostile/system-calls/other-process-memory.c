// expect: exit 0
// layer: seccomp
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/uio.h>
int main(void) {
    puts(process_vm_readv(1, 0, 0, 0, 0, 0) < 0 ? strerror(errno) : "REACHED");
}
