# Python that is started once and forked for each step: the first process of a sandbox that several jobs use, one after
# the other, and share nothing writable in. Each step has processes, mounts and queues of its own, made before it comes, and
# gone when it ends. What a job sends is read by the process that ends with it, so that nothing of it is left for the next.
# Wire.java is the other end, as with init.pl.
# Imported is only what is needed: each module that wants to hear of forks makes them slower, and each that comes with
# others, such as signal, more pages to be copied.
import _frozen_importlib_external, _signal as signal, atexit, builtins, ctypes, gc, io, os, resource, select, stat, struct, sys, time

CLONE, CAPSET = {'x86_64': (56, 126), 'aarch64': (220, 91)}[os.uname().machine]
NEW_MOUNTS, NEW_QUEUES, NEW_PROCESSES = 0x00020000, 0x08000000, 0x20000000
NO_SETUID, NO_DEVICES, NO_PROGRAMS, PRIVATE = 2, 4, 8, 0x44000
SCHEDULED = 2  # the third of the clocks that Linux keeps for each process
SET_DUMPABLE, SET_SECCOMP, SET_NO_NEW_PRIVILEGES, AMBIENT_CAPABILITIES = 4, 22, 38, 47
READABLE, WRITABLE, EXECUTABLE = 1, 2, 4
KEPT = ('r--p', 'r-xp') if os.uname().machine == 'x86_64' else ('r--p',)  # elsewhere code may be guarded by more rights
NO_CAPABILITIES = struct.pack('II', 0x20080522, 0), bytes(24)
CHUNK, DEEPEST, MOST_SEEN, GONE = 1 << 16, 8, 2000, 3

libc = ctypes.PyDLL(None, use_errno=True)
FILES = io.TextIOWrapper, io.BufferedWriter, io.BufferedRandom
MODULES, NAMES = len(sys.modules), 9
control = bytearray()


# Returns in each process that becomes a program: its code, and its names.
def main():
    size = sys.argv[1].encode()
    with open(9, 'rb') as file:
        rules = file.read()
    held = ctypes.create_string_buffer(rules)
    rules = struct.pack('HxxxxxxQ', len(rules) // 8, ctypes.addressof(held))
    must(libc.prctl(SET_DUMPABLE, 0, 0, 0, 0), 'prctl')
    os.closerange(3, 1024)
    os.umask(0o022)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # so that a step's first process is deaf to its program
    keep_pages()
    gc.collect()
    gc.disable()  # until the program runs: whatever is written to is a page to be copied
    rehearse()  # what Python makes when it is first needed, such as the types of its compiler, is made once
    gc.freeze()
    while True:
        first = clone(NEW_MOUNTS | NEW_QUEUES | NEW_PROCESSES | signal.SIGCHLD)
        if not first:
            return serve(size, rules)
        status = os.waitpid(first, 0)[1]
        if status == GONE << 8:
            os._exit(0)  # whoever watches over this sandbox is gone
        if status:
            frame(b'!', b'the process that ran the program ended with %d' % status)
            os._exit(1)


def must(result, what):
    if result < 0:
        raise OSError(ctypes.get_errno(), what + ': ' + os.strerror(ctypes.get_errno()))
    return result


# A fork copies what is known of the pages of a file only if one of them was written to: without that, each process would
# have to find the interpreter's own one by one.
def keep_pages():
    with open('/proc/self/maps') as maps:
        mappings = [line.split() for line in maps]
    for places, rights, *_, path in mappings:
        if rights in KEPT and path.startswith('/'):
            begin, end = (int(place, 16) for place in places.split('-'))
            as_before = READABLE | (EXECUTABLE if 'x' in rights else 0)
            if protect(begin, end, as_before | WRITABLE) == 0:  # unless the system forbids that
                ctypes.memmove(begin, begin, 1)
                must(protect(begin, end, as_before), 'mprotect')


def protect(begin, end, rights):
    return libc.mprotect(ctypes.c_void_p(begin), ctypes.c_size_t(end - begin), rights)


# What Python does around a fork is done at the next one, that of the program: until then there is one thread on either side.
def clone(flags):
    return must(libc.syscall(CLONE, flags, 0, 0, 0, 0), 'clone')


# The first process of a step: makes what the program sees, and runs it once it comes.
def serve(size, rules):
    try:
        os.setsid()  # one that has a number here
        program = waiting(rules)  # before this process has written to much, which would be copied twice
        if not program:
            return become(*parts(b''.join(iter(lambda: read(3), b''))))
        must(libc.mount(None, b'/', None, PRIVATE, None), 'mount')
        for folder in b'/work', b'/tmp', b'/dev/shm':
            flags = NO_SETUID | NO_DEVICES
            must(libc.mount(b'tmpfs', folder, b'tmpfs', flags, b'size=%s,mode=0755' % size), 'mount')
        must(libc.mount(b'devpts', b'/dev/pts', b'devpts', NO_SETUID | NO_PROGRAMS, b'newinstance,ptmxmode=0666,mode=620'), 'mount')
        must(libc.mount(b'proc', b'/proc', b'proc', NO_SETUID | NO_DEVICES | NO_PROGRAMS, None), 'mount')
        settle()
        connections = os.open('/proc/net/sockstat', os.O_RDONLY)
        frame(b'r', b'')
        send(program[1], b'.')  # only now, since its memory is not the sandbox's own
        while (step := receive())[:1] != b's':
            pass  # it was meant for a step that has ended
        run(step[1:], connections, *program)
        while control:
            receive()
        os._exit(0)
    except BaseException as e:
        os.write(2, b'%r' % e)
        os._exit(1)


# Goes where the program is to be, without any rights that it has not.
def settle():
    os.chdir('/work')
    must(libc.prctl(AMBIENT_CAPABILITIES, 4, 0, 0, 0), 'prctl')
    must(libc.syscall(CAPSET, *NO_CAPABILITIES), 'capset')


def frame(kind, data):
    send(1, kind + struct.pack('>I', len(data)) + data)


def receive():
    while not (whole := take()):
        control.extend(read(0) or os._exit(GONE))
    return whole


def take():
    if len(control) < 5:
        return b''
    end = 5 + int.from_bytes(control[1:5], 'big')
    if len(control) < end:
        return b''
    whole = bytes(control[:1] + control[5:end])
    del control[:end]
    return whole


def read(file):
    return os.read(file, CHUNK)


def parts(data):
    at = 0
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at:at + 4], 'big')
        yield data[at + 4:end]
        at = end


# Makes the process that becomes the program, before that is known: whoever sends it need not wait for this.
def waiting(rules):
    (in_read, in_write), (out_read, out_write), (err_read, err_write), (begin_read, begin_write) = (os.pipe() for _ in range(4))
    program = os.fork()
    if not program:
        for target, source in enumerate((in_read, out_write, err_write, begin_read)):
            os.dup2(source, target)  # inheritable
        os.closerange(4, 1024)
        os.read(3, 1)
        settle()
        confine(rules)
        rehearse()
        return None
    for end in in_read, out_write, err_write, begin_read:
        os.close(end)
    return program, begin_write, in_write, out_read, err_read


def run(step, connections, program, begin, in_write, out_read, err_read):
    command, environment, limits, files, stdin, is_open, collected = parts(step)
    for file in parts(files):
        put(int.from_bytes(file[:2], 'big'), *parts(file[2:]))
    before = cpu(program)
    send(begin, b''.join(struct.pack('>I', len(part)) + part for part in (command, environment, limits)))
    os.close(begin)
    streams = {out_read: b'o', err_read: b'e'}
    used = attend(program, in_write, bytearray(stdin), bool(is_open), streams)
    if collected:
        size = int.from_bytes(collected[:4], 'big')
        collect(os.fsdecode(collected[4:4 + size]), *struct.unpack('>II', collected[4 + size:]))
    if leaves_some(connections):
        frame(b'z', b'')
    frame(b'x', struct.pack('>IQQ', used.status, max(0, used.cpu - before), used.peak))


# Steps have one network between them, and the kernel keeps a connection for a minute after its end: the next step would see
# it, and could not use its port.
def leaves_some(connections):
    tcp = os.pread(connections, 1000, 0).partition(b'TCP: ')[2].split(None, 6)
    return tcp[1] != b'0' or tcp[5] != b'0'  # in use, or waiting for late packets


# The processor's time that a process has taken, in microseconds.
def cpu(process):
    return time.clock_gettime_ns(~process << 3 | SCHEDULED) // 1000


def put(mode, name, data):
    name = os.fsdecode(name)
    if '/' in name:
        os.makedirs(name.rpartition('/')[0], exist_ok=True)
    write(name, data, mode)


def write(name, data, mode=0):
    file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    send(file, data)
    os.close(file)


def send(file, data):
    left = memoryview(data)
    while left:
        left = left[os.write(file, left):]


# In the program's own process, before the program is there.
def confine(rules):
    os.setpgid(0, 0)
    for heeded in signal.SIGHUP, signal.SIGQUIT, signal.SIGTERM:
        signal.signal(heeded, signal.SIG_DFL)  # whatever the bot was started to ignore
    signal.signal(signal.SIGINT, signal.default_int_handler)
    must(libc.prctl(SET_DUMPABLE, 1, 0, 0, 0), 'prctl')
    write('/proc/self/oom_score_adj', b'500')  # the program is killed for its memory, not what watches over it
    must(libc.prctl(SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0), 'prctl')
    must(libc.prctl(SET_SECCOMP, 2, rules, 0, 0), 'prctl')


# Does what every program needs, so that the pages which that writes to are the process's own before the program comes.
def rehearse():
    resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE))
    with open('/dev/null', 'rb', 0) as file:
        exec(compile(file.readall() + b'print(end=str())', '', 'exec', dont_inherit=True), {'__builtins__': builtins})


def become(command, environment, limits):
    os.close(3)
    for kind, most in struct.iter_unpack('>IQ', limits):
        resource.setrlimit(kind, (most, most))
    environment = dict(pair.split(b'=', 1) for pair in parts(environment))
    if environment != os.environ._data:
        os.environ.clear()
        os.environb.update(environment)
    command = [os.fsdecode(word) for word in parts(command)]
    sys.argv = command[1:]
    sys.orig_argv = command
    sys.path[0] = '/work'
    for name in 'ctypes', 'resource', 'select', 'struct', 'types':
        if os.access(name + '.py', os.F_OK):
            del sys.modules[name]  # the program has its own
    return interpretable('/work/' + command[1])


def interpretable(path):
    with open(path, 'rb', 0) as file:
        text = file.readall()
    module = type(sys)('__main__')
    module.__annotations__, module.__builtins__, module.__file__, module.__cached__ = {}, builtins, path, None
    module.__loader__ = _frozen_importlib_external.SourceFileLoader('__main__', path)
    sys.modules['__main__'] = module
    gc.enable()
    try:
        return compile(text, path, 'exec', dont_inherit=True), module.__dict__
    except BaseException:
        pass  # Python itself says what is wrong
    libc.fopen.restype = ctypes.c_void_p
    path = os.fsencode(path)
    leave(libc.PyRun_SimpleFileExFlags(ctypes.c_void_p(libc.fopen(path, b'rb')), path, 1, None) and 1)


# What Python does with an exception that nothing caught.
def tell(e):
    sys.last_type, sys.last_value, sys.last_traceback = type(e), e, e.__traceback__
    try:
        sys.excepthook(type(e), e, e.__traceback__)
    except Exception as other:
        print('Error in sys.excepthook:', file=sys.stderr)
        sys.__excepthook__(type(other), other, other.__traceback__.tb_next)
        print('\nOriginal exception was:', file=sys.stderr)
        sys.__excepthook__(type(e), e, e.__traceback__)


# As Python itself ends, apart from taking its own modules to pieces.
def leave(status):
    for end in sys.modules['threading']._shutdown if 'threading' in sys.modules else int, atexit._run_exitfuncs:
        try:
            end()
        except BaseException as e:
            ignored(end, e)
    if not flush():
        status = 120 if status >= 0 else status
    try:
        forget()
    except BaseException:
        pass  # the program has made something else of its modules
    if status < 0:
        signal.signal(-status, signal.SIG_DFL)
        os.kill(os.getpid(), -status)
    os._exit(status)


def flush():
    fine = True
    for name in 'stdout', 'stderr':
        stream = getattr(sys, name, None)
        try:
            if stream is not None and not getattr(stream, 'closed', False):
                stream.flush()
        except BaseException as e:
            ignored(stream, e)
            fine = False
    return fine


# Takes what the program made to pieces, if anything: its files are written, and whatever wants to hear of its end does.
def forget():
    names = vars(sys.modules['__main__'])
    if len(sys.modules) <= MODULES and len(names) <= NAMES:
        return
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    sys.last_type = sys.last_value = sys.last_traceback = sys.last_exc = None
    for value in [value for value in names.values() if type(value) in FILES and not value.closed]:
        try:
            value.flush()  # a collection may close what is below it first
        except BaseException:
            pass
    value = names = None
    while len(sys.modules) > MODULES:
        sys.modules.popitem()
    del sys.modules['__main__']
    gc.collect()
    flush()


def ignored(where, e):
    try:
        print('Exception ignored in:', repr(where), file=sys.stderr)
        sys.__excepthook__(type(e), e, e.__traceback__.tb_next)
    except BaseException:
        pass


# Passes input and output on until the program ends, or shall end. Streams are read in the order in which they became
# ready, which an edge-triggered epoll keeps.
def attend(program, stdin, given, is_open, streams):
    end = os.pidfd_open(program)
    ready = select.epoll()
    for file in 0, end, stdin, *streams:
        os.set_blocking(file, False)
        ready.register(file, (select.EPOLLOUT if file == stdin else select.EPOLLIN) | select.EPOLLET)
    used, reading, stop, told = Used(), [], False, not is_open
    while not stop and used.status is None:
        for file, _ in ready.poll(0 if reading else 0.1):
            if file in streams and file not in reading:
                reading.append(file)
        reading = [file for file in reading if passes(streams[file], file)]
        for heard in listen():
            stop = stop or heard[:1] == b'k'
            is_open = is_open and heard[:1] != b'c'
            if heard[:1] == b'i':
                given += heard[1:]
                told = False
        if stdin is not None and not feeds(stdin, given) and not is_open:
            os.close(stdin)
            stdin = None
        if not told and not given:
            frame(b'w', b'')
            told = True
        while used.reap(program, os.WNOHANG):
            pass
    try:
        os.kill(-1, signal.SIGKILL)
    except ProcessLookupError:
        pass
    while used.reap(program, 0):
        pass
    for file in streams:
        while passes(streams[file], file):
            pass
    os.set_blocking(0, True)
    return used


def listen():
    try:
        control.extend(read(0) or os._exit(GONE))
    except BlockingIOError:
        pass
    while whole := take():
        yield whole


# Passes a piece of a stream on; true if there may be more.
def passes(kind, file):
    try:
        data = read(file)
    except BlockingIOError:
        return False
    if data:
        frame(kind, data)
    return bool(data)


# Writes as much input as the program takes now; true if more can be written later.
def feeds(stdin, given):
    try:
        while given:
            del given[:os.write(stdin, given[:CHUNK])]
    except BlockingIOError:
        return True
    except BrokenPipeError:
        given.clear()
    return False


class Used:
    status, cpu, peak = None, 0, 0
    shared = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # by each fork, with this process

    # Takes one dead process; false if there is none.
    def reap(self, program, flags):
        try:
            dead, status, usage = os.wait4(-1, flags)
        except ChildProcessError:
            return False
        if dead:
            self.cpu += int((usage.ru_utime + usage.ru_stime) * 1_000_000)
            self.peak = max(self.peak, usage.ru_maxrss - self.shared << 10)
        if dead == program:
            self.status = status
        return dead != 0


# Hands over the regular files below a folder. What is too much, too deep, not a regular file or can't be read is counted as
# left out; an empty frame says that there is something else in the place of the folder.
def collect(root, most_files, most_bytes):
    if os.path.lexists(root) and (os.path.islink(root) or not os.path.isdir(root)):
        return frame(b'n', b'')
    seen, left_out, folders = 0, 0, [(root, '', 0)]
    while folders:
        folder, prefix, depth = folders.pop(0)
        inside = entries(folder)
        left_out += inside is None and os.path.lexists(folder)
        for entry in inside or ():
            seen += 1
            if seen > MOST_SEEN:
                frame(b'n', struct.pack('>I', left_out + 1))
                return
            found = look_at(entry)
            size = found.st_size if found else 0
            if found and stat.S_ISDIR(found.st_mode) and depth < DEEPEST:
                folders.append((entry.path, prefix + entry.name + '/', depth + 1))
            elif found and stat.S_ISREG(found.st_mode) and most_files > 0 and size <= most_bytes and hand_over(entry, prefix):
                most_files -= 1
                most_bytes -= size
            else:
                left_out += 1
    if left_out:
        frame(b'n', struct.pack('>I', left_out))


# What is in a folder by its names, or of more than anybody looks at, some; nothing if it can't be read.
def entries(folder):
    try:
        with os.scandir(folder) as found:
            return sorted((entry for entry, _ in zip(found, range(MOST_SEEN + 1))), key=lambda entry: entry.name)
    except OSError:
        return None


# In a folder that may be listed but not entered there is nothing to see.
def look_at(entry):
    try:
        return entry.stat(follow_symlinks=False)
    except OSError:
        return None


def hand_over(entry, prefix):
    found = entry.stat(follow_symlinks=False)
    name = os.fsencode(prefix + entry.name)
    try:
        file = os.open(entry.path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return False
    frame(b'f', struct.pack('>HI', found.st_mode & 0o777, len(name)) + name + struct.pack('>Q', found.st_size))
    left = found.st_size
    while left > 0 and (data := os.read(file, min(left, CHUNK))):
        frame(b'd', data)
        left -= len(data)
    os.close(file)
    return True


code, names = main()
error = None
try:  # here, since a program can see what calls it, and counts that where it calls too deep
    exec(code, names)
    status = 0
except SystemExit as e:
    if e.code is not None and not isinstance(e.code, int):
        raise  # Python itself says what it is
    status = (e.code or 0) & 255 if -1 << 63 <= (e.code or 0) < 1 << 63 else 255
except BaseException as e:
    error = e.with_traceback(e.__traceback__.tb_next)
    status = -signal.SIGINT if type(e) is KeyboardInterrupt else 1
if error is not None:
    tell(error)
del code, names, error
leave(status)
