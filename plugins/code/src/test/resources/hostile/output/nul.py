# expect: exit 0
# layer: decoding
import os
os.write(1, b"a\0b")
