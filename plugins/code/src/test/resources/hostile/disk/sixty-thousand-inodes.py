# expect: exit 0 / memory
# layer: memory cap; the folder goes with the sandbox
for number in range(60_000):
    open(f"/tmp/{number}", "w").close()
print("made")
