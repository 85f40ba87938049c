# expect: output
# layer: cap of output
import sys
sys.stdout.write("x" * 10_000_000)
sys.stdout.flush()
import time
time.sleep(1000)
