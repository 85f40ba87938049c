// expect: compile / memory / time / cpu / output
// layer: compile limits
#include "/dev/random"
int main(void) { }
