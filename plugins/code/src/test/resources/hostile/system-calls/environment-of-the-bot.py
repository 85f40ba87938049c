# expect: exit 0
# layer: cleared environment
import os
names = sorted(os.environ)
print(names)
if any(name.startswith(("BELLHOP", "JAVA", "USER", "SSH", "PWD", "OLDPWD")) for name in names):
    print("REACHED")
