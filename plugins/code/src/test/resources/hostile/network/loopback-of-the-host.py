# expect: exit 0
# layer: network namespace
import socket, sys
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=2)
    print("REACHED")
except OSError as e:
    print(e)
