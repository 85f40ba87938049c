# expect: memory
# layer: memory cap
import os
if os.fork() == 0:
    held = b"x" * (500 << 20)
    import time
    time.sleep(1000)
os.wait()
