# expect: exit 0
# layer: pid namespace
import os
try:
    os.kill(-1, 9)
except ProcessLookupError:
    print("nobody else is there")
