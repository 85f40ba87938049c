// expect: exit 0
// layer: seccomp
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <mqueue.h>
#include <fcntl.h>
int main(void) {
    puts((int) mq_open("/held", O_CREAT | O_RDWR, 0666, 0) < 0 ? strerror(errno) : "REACHED");
}
