# expect: exit 0
# layer: pipes end at the sandbox's first process
import os, time
if os.fork() == 0:
    time.sleep(1000)
print("parent ends")
