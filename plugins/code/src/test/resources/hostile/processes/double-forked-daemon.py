# expect: exit 0
# layer: pid namespace dies with its first process
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            time.sleep(1)
            print("REACHED", flush=True)
    os._exit(0)
os.wait()
