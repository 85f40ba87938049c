# expect: exit 0 / memory
# layer: memory cap, or a cap of inodes; the folder goes with the sandbox
try:
    for number in range(60_000):
        open(f"/tmp/{number}", "w").close()
    print("made")
except OSError as e:
    print(e)
