// expect: exit 0
// layer: seccomp
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/mman.h>
int main(void) {
    puts(memfd_create("held", 0) < 0 ? "refused" : "REACHED");
}
