// expect: compile
// layer: not there
#include "/etc/shadow"
int main(void) { }
