// expect: compile / output
// layer: the compiler's own limit, cap of output
#include "main.c"
#include "main.c"
int main(void) { }
