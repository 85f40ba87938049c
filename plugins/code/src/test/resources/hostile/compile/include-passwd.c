// expect: compile
// layer: /etc of the sandbox's own
#include "/etc/passwd"
int main(void) { }
