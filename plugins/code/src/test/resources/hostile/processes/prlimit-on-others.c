// expect: exit 0
// layer: seccomp
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/resource.h>
int main(void) {
    struct rlimit none = {0, 0};
    puts(prlimit(1, RLIMIT_NOFILE, &none, 0) < 0 ? "refused" : "REACHED");
}
