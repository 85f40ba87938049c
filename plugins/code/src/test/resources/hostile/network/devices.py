# expect: exit 0
# layer: network namespace
with open("/proc/net/dev") as devices:
    names = [line.split(":")[0].strip() for line in devices if ":" in line]
print(names, "" if names == ["lo"] else "REACHED")
