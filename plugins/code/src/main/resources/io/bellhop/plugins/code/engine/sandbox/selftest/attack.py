# Attacks the sandbox from within a Python that was forked, as attack.pl does from within a program that was started: what
# becomes another program first loses rights that it may have had. Given and printed is the same.
import ctypes, os, re, signal, sys

libc = ctypes.CDLL(None, use_errno=True)
prlimit, *refused = map(int, sys.argv[1:])


def say(layer, holds, seen):
    print(layer, 'holds' if holds else 'missing', seen, sep='\t', flush=True)


def slurp(path):
    with open(path) as file:
        return file.read()


def can_open(path, flags=os.O_RDONLY):
    try:
        os.close(os.open(path, flags, 0o600))
        return True
    except OSError:
        return False


def let_through(number, *arguments):
    return libc.syscall(number, *arguments) >= 0 or ctypes.get_errno() not in (1, 38)


mounts = [line.split()[1] for line in slurp('/proc/mounts').splitlines()]


# A folder that is there only to lead to what a language needs holds nothing else of the host.
def leads(place):
    if place in mounts or not os.path.isdir(place):
        return False
    inside = [place + '/' + name for name in os.listdir(place)]
    return bool(inside) and all(one in mounts or leads(one) for one in inside)


seen = [entry for entry in os.listdir('/proc') if entry.isdigit()]
say('processes', len(seen) <= 3 and not can_open('/proc/1/environ'), f'it sees {len(seen)} processes, all its own')

devices = re.findall(r'^\s*(\S+):', slurp('/proc/net/dev'), re.M)
say('network', devices == ['lo'], f'it has the network devices {devices}')

known = '/root', '/home', '/etc/shadow', '/var/lib', '/boot', '/run', '/sys'
host = [path for path in known if os.path.exists(path) and not leads(path)]
places = '/', '/etc', '/usr', '/usr/bin', '/dev', '/proc', '/bin'
written = [place for place in places if can_open(place + '/bellhop-try', os.O_WRONLY | os.O_CREAT)]
say('files', not host and not written, f'it reaches {host + written}')

status = dict(line.split(':\t', 1) for line in slurp('/proc/self/status').splitlines())
held = [kind for kind in ('CapInh', 'CapPrm', 'CapEff', 'CapAmb') if int(status[kind], 16)]
say('rights', os.getuid() and not held and status['NoNewPrivs'] == '1', f'user {os.getuid()}, capabilities {held}')

made = [number for number in refused if let_through(number, 0, 0, 0, 0, 0)]
other = libc.syscall(prlimit, 1, 7, 0, 0) == 0
say('system calls', status['Seccomp'] == '2' and not made and not other, f'calls {made} are let through')

say('environment', not os.environ, f'it has the variables {sorted(os.environ)}')

size = {folder: os.statvfs(folder) for folder in ('/work', '/tmp', '/dev/shm')}
bounded = all(found.f_blocks and found.f_blocks * found.f_frsize <= 1 << 30 for found in size.values())
own = {os.stat(folder).st_dev for folder in size} | {os.stat('/').st_dev}
say('disk', bounded and len(own) == 4, 'its folders are bounded, and no part of the system')

children = []
try:
    while len(children) < 2000:
        child = os.fork()
        if not child:
            signal.pause()
        children.append(child)
except OSError:
    pass
for child in children:
    os.kill(child, signal.SIGKILL)
say('process count', len(children) < 1000, f'it could make {len(children)} processes')
