# expect: exit 0 / exit 1 / memory
# layer: the folder goes with the sandbox
import os
for number in range(3000):
    os.mkdir("deep")
    os.chdir("deep")
print("made")
