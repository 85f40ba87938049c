// expect: signal SIGSYS
// layer: seccomp kills other ABIs
// machine: amd64
#include <stdio.h>
int main(void) {
    int answer;
    __asm__ volatile("int $0x80" : "=a"(answer) : "a"(20));
    puts("REACHED");
}
