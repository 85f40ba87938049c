// expect: compile / memory / time / cpu
// layer: compile limits
#include "/dev/zero"
int main(void) { }
