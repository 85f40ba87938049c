# expect: time
# layer: wall clock, process group of its own
import os, signal
os.kill(0, signal.SIGSTOP)
