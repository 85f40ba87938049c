// expect: exit 0
// layer: seccomp, ipc namespace
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/msg.h>
int main(void) {
    puts(msgget(1, IPC_CREAT | 0666) < 0 ? strerror(errno) : "REACHED");
}
