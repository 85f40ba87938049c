// expect: signal SIGSYS / signal SIGSEGV
// layer: seccomp kills other ABIs, or the kernel has none
// machine: amd64
#include <stdio.h>
int main(void) {
    int answer;
    __asm__ volatile("int $0x80" : "=a"(answer) : "a"(20));
    puts("REACHED");
}
