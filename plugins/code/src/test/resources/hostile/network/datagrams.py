# expect: exit 0
# layer: network namespace
import socket
try:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 53))
    print("REACHED")
except OSError as e:
    print(e)
