// expect: exit 0
// layer: seccomp
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <fcntl.h>
int main(void) {
    puts(open_by_handle_at(-100, (struct file_handle *) (char[200]) {0}, 0) < 0 ? strerror(errno) : "REACHED");
}
