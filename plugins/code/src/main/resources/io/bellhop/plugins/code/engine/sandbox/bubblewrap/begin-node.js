// Holds Node up, once it is started and before it looks for its program, until it is told to go on; then leaves no trace of
// having been here. The last argument is the number of the file that says so: the command's words, with the program's own.
// Threads of the program begin with this too.
delete require.cache[__filename];
process._preload_modules.length = 0;
const option = process.execArgv.indexOf(__filename);
if (option > 0) process.execArgv.splice(option - 1, 2);
if (require('worker_threads').isMainThread) {
  const fs = require('fs');
  // what nearly every program uses has been loaded and used before it comes; but not its own streams, which it would notice
  require('tty');
  const nowhere = new (require('stream').Writable)({ write: (bytes, encoding, written) => written() });
  new (require('console').Console)({ stdout: nowhere, colorMode: false }).log('%s', 'a', 1, { a: [1] });
  const wakes = Number(process.argv.pop());
  const words = fs.readFileSync(wakes, 'utf8').split('\0');
  fs.closeSync(wakes);
  process.argv.push(...words.slice(process.execArgv.length + 2));
}
