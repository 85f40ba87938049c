# expect: time
# layer: wall clock
import time
time.sleep(1000)
