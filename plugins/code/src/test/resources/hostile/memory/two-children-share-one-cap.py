# expect: memory
# layer: memory cap over all processes
import os, time
for _ in range(2):
    if os.fork() == 0:
        held = b"x" * (60 << 20)
        time.sleep(1000)
os.wait()
