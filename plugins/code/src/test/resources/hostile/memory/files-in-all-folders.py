# expect: exit 0 / memory
# layer: size of the folders, or memory cap
for folder in ("/dev/shm", "/tmp", "/work"):
    try:
        with open(folder + "/held", "wb") as file:
            for _ in range(500):
                file.write(b"x" * (1 << 20))
                file.flush()
        print("REACHED")
    except OSError as e:
        print(e)
