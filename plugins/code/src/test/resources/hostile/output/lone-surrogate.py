# expect: exit 0
# layer: decoding
import os
os.write(1, b"\xed\xa0\x80 and \xff\xfe")
