// expect: compile
// layer: stdin is closed
#include "/dev/stdin"
