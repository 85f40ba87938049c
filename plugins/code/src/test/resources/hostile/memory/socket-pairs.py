# expect: exit 0 / memory
# layer: memory cap
import os, socket, time
MOST = 64 << 20
children = 6
told, telling = os.pipe()
for _ in range(children):
    if os.fork() == 0:
        held, filled = [], 0
        try:
            for _ in range(250):
                pair = socket.socketpair()
                held += pair
                pair[0].setblocking(False)
                try:
                    while sent := pair[0].send(bytes(1 << 14)):
                        filled += sent
                except BlockingIOError:
                    pass
        except OSError:
            pass
        os.write(telling, b"%010d" % filled)
        time.sleep(0.3)
        os._exit(0)
filled = sum(int(os.read(told, 10)) for _ in range(children))
print("REACHED" if filled > MOST else "refused")
