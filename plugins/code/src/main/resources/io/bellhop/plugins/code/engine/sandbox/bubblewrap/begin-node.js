// Holds Node up, once it is started and before it looks for its program, until it is told to go on; then leaves no trace of
// having been here. The last argument is the number of the file that says so: the command's words, with the program's own.
// Threads of the program begin with this too.
delete require.cache[__filename];
process._preload_modules.length = 0;
const option = process.execArgv.indexOf(__filename);
if (option > 0) process.execArgv.splice(option - 1, 2);
if (require('worker_threads').isMainThread) {
  const fs = require('fs');
  rehearse(fs);
  sayWhenItEnds();
  const wakes = Number(process.argv.pop());
  const words = fs.readFileSync(wakes, 'utf8').split('\0');
  fs.closeSync(wakes);
  process.argv.push(...words.slice(process.execArgv.length + 2));
}

// What nearly every program uses is loaded and used before it comes; but not its own streams, which it would notice.
function rehearse(fs) {
  const { Console } = require('console');
  const nowhere = new (require('stream').Writable)({ write: (bytes, encoding, written) => written() });
  new Console({ stdout: nowhere, colorMode: false }).log('%s', 'a', 1, { a: [1] });
  require('tty');
  const fd = fs.openSync('/proc/self/fd/1', 'w');
  const output = new (require('net').Socket)({ fd, readable: false, writable: true });
  new Console({ stdout: output, colorMode: false });
  output.write('');
  process._tickCallback?.();
  output.unref()._handle.close(); // to destroy it would make the stream of errors
}

// To clear itself up takes Node longer than most programs run. So once a program has ended well, and has been heard about
// it, the sandbox's first process is told. This is on the stack of nothing but what hears that.
function sayWhenItEnds() {
  const { kill } = process;
  const itself = Object.getPrototypeOf(process);
  const last = (...event) => {
    const isHeard = Reflect.apply(itself.emit, process, event);
    if (event[0] === 'exit' && event[1] === 0 && !process.exitCode) kill(1, 'SIGUSR1');
    return isHeard;
  };
  Object.defineProperty(process, 'emit', {
    configurable: true,
    get: () => (process._exiting ? last : itself.emit),
    set: value => Object.defineProperty(process, 'emit', { value, writable: true, enumerable: true }),
  });
}
