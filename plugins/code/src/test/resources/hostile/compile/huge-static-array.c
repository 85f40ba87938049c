// expect: compile / memory / time / cpu
// layer: RLIMIT_FSIZE, size of the folder, compile limits
char held[400 << 20] = {1};
int main(void) { }
