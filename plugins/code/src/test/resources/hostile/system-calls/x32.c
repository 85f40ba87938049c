// expect: signal SIGSYS
// layer: seccomp kills other ABIs
// machine: amd64
#define _GNU_SOURCE
#include <stdio.h>
#include <unistd.h>
int main(void) {
    syscall(0x40000000 + 39);
    puts("REACHED");
}
