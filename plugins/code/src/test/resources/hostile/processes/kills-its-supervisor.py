# expect: exit 0
# layer: pid namespace, first process not dumpable
import os, signal
for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM, signal.SIGSEGV):
    os.kill(1, number)
print("it is still there" if os.path.exists("/proc/1") else "REACHED")
