# expect: exit 0 / memory
# layer: memory cap, or a cap on connections
import socket, time
MOST = 64 << 20
held, filled = [], 0
server = socket.create_server(("127.0.0.1", 0), backlog=100)
try:
    for _ in range(60):
        client = socket.create_connection(server.getsockname(), timeout=1)
        held += [client, server.accept()[0]]
        client.setblocking(False)
        try:
            while sent := client.send(bytes(1 << 16)):
                filled += sent
        except BlockingIOError:
            pass
        time.sleep(0.01)
except OSError:
    pass
print("REACHED" if filled > MOST else "refused")
