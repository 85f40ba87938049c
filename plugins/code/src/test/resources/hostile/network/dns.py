# expect: exit 0
# layer: network namespace, own /etc
import socket
try:
    socket.getaddrinfo("example.com", 80)
    print("REACHED")
except OSError as e:
    print(e)
