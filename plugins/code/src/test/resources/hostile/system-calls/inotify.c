// expect: exit 0
// layer: seccomp
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
int main(void) {
    puts(inotify_init() < 0 && inotify_init1(0) < 0 ? strerror(errno) : "REACHED");
}
