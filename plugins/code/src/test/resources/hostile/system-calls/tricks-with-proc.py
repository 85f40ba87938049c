# expect: exit 0
# layer: /proc of its own, first process not dumpable
import os
def tried(path, mode):
    try:
        with open(path, mode) as file:
            file.read(1) if "r" in mode else file.write(b"1")
        print("REACHED", path)
    except OSError as e:
        print(path, e)
for path in ("/proc/1/mem", "/proc/1/environ", "/proc/1/fd/0", "/proc/1/root/etc", "/proc/1/maps", "/proc/kcore",
             "/proc/self/root/root", "/proc/self/fd/9", "/proc/kpageflags", "/proc/vmallocinfo"):
    tried(path, "rb")
for path in ("/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/hostname", "/proc/sys/vm/drop_caches",
             "/proc/1/oom_score_adj", "/proc/self/uid_map", "/proc/self/setgroups", "/proc/sys/user/max_user_namespaces"):
    tried(path, "wb")
try:
    with open("/proc/self/oom_score_adj", "w") as file:
        file.write("-1000")
    print("REACHED oom_score_adj")
except OSError as e:
    print(e)
