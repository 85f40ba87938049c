# expect: exit 0 / memory
# layer: size of the folder
try:
    for number in range(1000):
        with open(f"file{number}", "wb") as file:
            file.write(b"x" * (1 << 20))
    print("REACHED")
except OSError as e:
    print(e)
