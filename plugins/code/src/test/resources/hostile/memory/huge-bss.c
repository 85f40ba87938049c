// expect: memory
// layer: memory cap
#include <unistd.h>
static char held[500 << 20];
int main(void) {
    for (long at = 0; at < (long) sizeof held; at += 4096) held[at] = 1;
    pause();
}
