# expect: exit 0
# layer: network namespace
import socket
for family, address in ((socket.AF_INET, ("192.0.2.1", 80)), (socket.AF_INET6, ("2001:db8::1", 80))):
    try:
        with socket.socket(family) as link:
            link.settimeout(2)
            link.connect(address)
        print("REACHED")
    except OSError as e:
        print("unreachable" if e.errno == 101 else f"REACHED by {e}")
