# expect: exit 0 / exit 1
# layer: limit of processes
import os, threading, time
made = 0
try:
    for _ in range(2000):
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
        made += 1
except RuntimeError as e:
    print(e)
print("REACHED" if made > 1000 else made, flush=True)
os._exit(0)
