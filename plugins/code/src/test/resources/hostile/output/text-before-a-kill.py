# expect: time
# layer: wall clock
import os, time
os.write(1, b"before the kill")
time.sleep(1000)
