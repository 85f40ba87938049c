# expect: exit 0 / memory
# layer: size of the folder, RLIMIT_FSIZE
import os
try:
    with open("huge", "wb") as file:
        os.posix_fallocate(file.fileno(), 0, 1 << 30)
    print("REACHED")
except OSError as e:
    print(e)
