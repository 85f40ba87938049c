# expect: exit 0 / memory
# layer: size of the folder, RLIMIT_FSIZE
try:
    with open("huge", "wb") as file:
        for _ in range(1000):
            file.write(b"x" * (1 << 20))
            file.flush()
    print("REACHED")
except OSError as e:
    print(e)
