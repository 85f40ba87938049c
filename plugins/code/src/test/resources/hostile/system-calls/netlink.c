// expect: exit 0
// layer: seccomp
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/socket.h>
int main(void) {
    puts(socket(AF_NETLINK, SOCK_RAW, 0) < 0 ? strerror(errno) : "REACHED");
}
