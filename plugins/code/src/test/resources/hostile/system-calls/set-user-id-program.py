# expect: exit 0
# layer: no new privileges, nosuid
import os, subprocess
for program in ("/usr/bin/su", "/usr/bin/mount", "/usr/bin/passwd", "/usr/bin/newgrp", "/bin/ping"):
    if os.path.exists(program):
        mode = os.stat(program).st_mode & 0o4000
        shown = subprocess.run([program, "--version"], capture_output=True)
with open("/proc/self/status") as status:
    print("kept" if "NoNewPrivs:\t1" in status.read() else "REACHED")
