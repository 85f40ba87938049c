// expect: exit 0
// layer: seccomp, ipc namespace
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/shm.h>
int main(void) {
    puts(shmget(1, 4096, IPC_CREAT | 0666) < 0 ? strerror(errno) : "REACHED");
}
