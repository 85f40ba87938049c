# expect: memory
# layer: memory cap
import mmap, time
held = mmap.mmap(-1, 500 << 20, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS)
for at in range(0, 500 << 20, 4096):
    held[at] = 1
time.sleep(1000)
