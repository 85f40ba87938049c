// expect: exit 0
// layer: seccomp
#include <stdio.h>
#include <sys/ptrace.h>
int main(void) {
    puts(ptrace(PTRACE_ATTACH, 1, 0, 0) < 0 && ptrace(PTRACE_TRACEME, 0, 0, 0) < 0 ? "refused" : "REACHED");
}
