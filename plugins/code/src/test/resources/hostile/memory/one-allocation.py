# expect: memory
# layer: memory cap
held = b"x" * (500 << 20)
import time
time.sleep(1000)
