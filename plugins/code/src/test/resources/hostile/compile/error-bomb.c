// expect: compile / output
// layer: cap of output
#define A(x) x x x x x x x x x x
#define B(x) A(A(A(A(x))))
int main(void) { B(undeclared$ + ;) }
