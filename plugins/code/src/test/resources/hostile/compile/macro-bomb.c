// expect: compile / memory / time / cpu
// layer: compile limits
#define A(x) x x x x x x x x x x x x x x x x
#define B(x) A(A(A(A(x))))
#define C(x) B(B(B(B(x))))
int main(void) { C(C(;)) }
