# expect: exit 0
# layer: rlimits, hard ones
import resource
for what in (resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE, resource.RLIMIT_CPU):
    try:
        resource.setrlimit(what, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print("REACHED")
    except (ValueError, OSError) as e:
        print(e)
