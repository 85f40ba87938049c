# expect: exit 0 / memory
# layer: size of the folder, or memory cap
try:
    with open("/dev/shm/held", "wb") as file:
        for _ in range(500):
            file.write(b"x" * (1 << 20))
            file.flush()
    print("REACHED")
except OSError as e:
    print(e)
