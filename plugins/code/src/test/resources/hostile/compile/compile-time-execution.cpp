// expect: compile / time / cpu
// layer: compile limits
constexpr long spin() { long sum = 0; for (long at = 0; at < 1L << 40; at++) sum += at; return sum; }
constexpr long held = spin();
int main() { }
