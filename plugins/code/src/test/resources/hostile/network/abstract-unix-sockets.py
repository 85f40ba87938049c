# expect: exit 0
# layer: network namespace
with open("/proc/net/unix") as sockets:
    others = sockets.readlines()[1:]
print("REACHED" if others else "there are none", others)
