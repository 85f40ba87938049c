# expect: time / cpu / memory
# layer: limit of processes, wall clock
import os
while True:
    try:
        os.fork()
    except OSError:
        pass
