// What a program finds in its global scope, in the manner of Node.js. Runs once; every program starts from a copy of
// the memory that this leaves behind. All that the host is asked for goes through `ask`.
const javaInvoke = globalThis.java_invoke;
const slice = Function.prototype.call.bind(String.prototype.slice);
const ask = (what, detail = '') => slice(javaInvoke('bellhop', what, detail), 1);
const wellFormed = Function.prototype.call.bind(String.prototype.toWellFormed);
const write = (stream, text) => {
  ask(stream, wellFormed(String(text)));
  return true;
};
for (const name of ['java_invoke', 'Javy', 'plugin']) {
  delete globalThis[name];
}

// --- showing values ---------------------------------------------------------------------------------------------

const LINE = 72;
const MOST_ITEMS = 100;

function quote(string) {
  const mark = !string.includes("'") ? "'" : !string.includes('"') ? '"' : '`';
  const escaped = JSON.stringify(string).slice(1, -1).replaceAll('\\"', '"');
  return mark + (mark === '"' ? escaped : escaped.replaceAll(mark, '\\' + mark)) + mark;
}

function showFunction(value) {
  const isClass = /^class\b/.test(Function.prototype.toString.call(value));
  const name = value.name;
  return isClass ? `[class ${name || '(anonymous)'}]` : `[Function${name ? ': ' + name : ' (anonymous)'}]`;
}

function className(value) {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null ? '[Object: null prototype]' : prototype.constructor?.name || 'Object';
}

function frames(error) {
  const shift = program.wrapped ? WRAPPER.length : 0;
  const lines = String(error.stack ?? '').split('\n').filter((line) => line && !line.includes('(function.mjs:'));
  if (lines.at(-1)?.endsWith('at eval (native)')) {
    lines.pop();
  }
  return lines.map((line) => line
    .replace(/<input>:1:(\d+)/, (_, column) => `<input>:1:${Math.max(1, column - shift)}`)
    .replace('<input>', 'main.js')
    .replace(/at <(?:eval|anonymous)> \((main\.js[:\d]*)\)/, 'at $1'));
}

function showError(error, depth, ancestors) {
  const head = error.message ? `${error.name}: ${error.message}` : String(error.name);
  const text = [head, ...frames(error)].join('\n');
  return 'cause' in error ? `${text} {\n  [cause]: ${show(error.cause, depth - 1, ancestors)}\n}` : text;
}

function showKey(key) {
  return typeof key === 'symbol' ? `[${String(key)}]` : /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}

function showProperty(object, key, next) {
  const { get, set, value } = Object.getOwnPropertyDescriptor(object, key);
  const shown = get ? (set ? '[Getter/Setter]' : '[Getter]') : set ? '[Setter]' : next(value);
  return `${showKey(key)}: ${shown}`;
}

function items(array, next) {
  const shown = [];
  let index = 0;
  while (index < array.length && shown.length < MOST_ITEMS) {
    const start = index;
    while (index < array.length && !(index in array)) {
      index++;
    }
    const holes = index - start;
    shown.push(holes ? `<${holes} empty item${holes > 1 ? 's' : ''}>` : next(array[index++]));
  }
  return withRest(shown, array.length - index);
}

function entries(collection, next) {
  const shown = [];
  for (const entry of collection) {
    if (shown.length === MOST_ITEMS) {
      break;
    }
    shown.push(next(entry));
  }
  return withRest(shown, collection.size - shown.length);
}

function withRest(shown, rest) {
  return rest > 0 ? [...shown, `... ${rest} more item${rest > 1 ? 's' : ''}`] : shown;
}

function parts(value, next) {
  const isList = Array.isArray(value) || ArrayBuffer.isView(value) && !(value instanceof DataView);
  const own = Reflect.ownKeys(value)
    .filter((key) => Object.getOwnPropertyDescriptor(value, key).enumerable)
    .filter((key) => !isList || typeof key === 'symbol' || !/^\d+$/.test(key))
    .map((key) => showProperty(value, key, next));
  const name = className(value);
  if (isList) {
    return [name === 'Array' ? '' : `${name}(${value.length}) `, '[]', [...items(value, next), ...own]];
  }
  if (value instanceof Map) {
    const pairs = entries(value, ([key, held]) => `${next(key)} => ${next(held)}`);
    return [`${name}(${value.size}) `, '{}', [...pairs, ...own]];
  }
  if (value instanceof Set) {
    return [`${name}(${value.size}) `, '{}', [...entries(value, next), ...own]];
  }
  return [name === 'Object' ? '' : `${name} `, '{}', own];
}

function fill(words) {
  const lines = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 2 <= LINE) {
      lines[lines.length - 1] = `${last}, ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function layOut(prefix, [open, close], shown) {
  if (shown.length === 0) {
    return prefix + open + close;
  }
  const line = `${prefix}${open} ${shown.join(', ')} ${close}`;
  const isFlat = shown.every((part) => !part.includes('\n'));
  if (isFlat && line.length <= LINE && (open === '{' || shown.length <= 6 || line.length <= LINE / 2)) {
    return line;
  }
  const isShort = isFlat && open === '[' && shown.length > 6 && shown.every((part) => part.length <= 16);
  const lines = isShort ? fill(shown) : shown;
  return `${prefix}${open}\n  ${lines.map((part) => part.replaceAll('\n', '\n  ')).join(',\n  ')}\n${close}`;
}

function showObject(value, depth, ancestors) {
  if (ancestors.includes(value)) {
    return '[Circular *1]';
  }
  if (value instanceof Error) {
    return showError(value, depth, [...ancestors, value]);
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  }
  if (value instanceof RegExp) {
    return String(value);
  }
  if (depth < 0 && Object.keys(value).length > 0) {
    return Array.isArray(value) ? '[Array]' : `[${className(value)}]`;
  }
  return layOut(...parts(value, (inner) => show(inner, depth - 1, [...ancestors, value])));
}

function show(value, depth, ancestors) {
  switch (typeof value) {
    case 'string': return quote(value);
    case 'bigint': return `${value}n`;
    case 'number': return Object.is(value, -0) ? '-0' : String(value);
    case 'function': return showFunction(value);
    case 'object': return value === null ? 'null' : showObject(value, depth, ancestors);
    default: return String(value);
  }
}

const inspect = (value, { depth = 2 } = {}) => show(value, depth ?? Infinity, []);

function directive(letter, value) {
  switch (letter) {
    case 's': return typeof value === 'object' && value !== null ? inspect(value, { depth: 0 }) : String(value);
    case 'd': return typeof value === 'bigint' ? `${value}n` : String(Number(value));
    case 'i': return typeof value === 'bigint' ? `${value}n` : String(Number.parseInt(value, 10));
    case 'f': return String(Number.parseFloat(value));
    case 'j': return JSON.stringify(value);
    case 'c': return '';
    default: return inspect(value, { depth: 4 });
  }
}

function format(...values) {
  let first = '';
  if (typeof values[0] === 'string') {
    const template = values.shift();
    first = values.length === 0 ? template : template.replace(/%([sdifjoOc%])/g, (all, letter) =>
      letter === '%' ? '%' : values.length === 0 ? all : directive(letter, values.shift()));
    values.unshift(first);
  }
  return values.map((value) => typeof value === 'string' ? value : inspect(value)).join(' ');
}

// --- console, input, process ------------------------------------------------------------------------------------

let indent = '';
const line = (stream) => (...values) => {
  const text = format(...values);
  write(stream, `${indent ? indent + text.replaceAll('\n', '\n' + indent) : text}\n`);
};
const out = line('out');
const err = line('err');
const counts = new Map();
const starts = new Map();

globalThis.console = {
  log: out, info: out, debug: out, error: err, warn: err,
  dir: (value, options) => out(inspect(value, options)),
  trace: (...values) => err(['Trace: ' + format(...values), ...frames(new Error())].join('\n')),
  assert: (holds, ...values) => holds || err(['Assertion failed', ...values.length ? [format(...values)] : []].join(': ')),
  group: (...values) => {
    if (values.length) {
      out(...values);
    }
    indent += '  ';
  },
  groupEnd: () => {
    indent = indent.slice(2);
  },
  count: (label = 'default') => {
    counts.set(label, (counts.get(label) ?? 0) + 1);
    out(`${label}: ${counts.get(label)}`);
  },
  time: (label = 'default') => void starts.set(label, performance.now()),
  timeEnd: (label = 'default') => out(`${label}: ${(performance.now() - starts.get(label)).toFixed(3)}ms`),
};
globalThis.print = out;

let input;
let position = 0;
const stdin = () => input ??= ask('stdin');

globalThis.readAll = () => {
  const rest = stdin().slice(position);
  position = input.length;
  return rest;
};
globalThis.readline = () => {
  if (position >= stdin().length) {
    return null;
  }
  const end = input.indexOf('\n', position);
  const text = input.slice(position, end < 0 ? input.length : end);
  position = end < 0 ? input.length : end + 1;
  return text.endsWith('\r') ? text.slice(0, -1) : text;
};

const exit = (code = process.exitCode) => ask('exit', String(Number(code ?? 0) & 255));
globalThis.exit = exit;
globalThis.process = {
  argv: [], env: {}, exit, exitCode: undefined, platform: 'wasi', version: 'v22.0.0', versions: {},
  stdout: { write: (text) => write('out', text), isTTY: false },
  stderr: { write: (text) => write('err', text), isTTY: false },
  cwd: () => '/',
  nextTick: (task, ...values) => queueMicrotask(() => task(...values)),
  uptime: () => performance.now() / 1000,
};

globalThis.performance = { now: () => Number(ask('elapsed')) / 1e6 };

const modules = {
  fs: {
    readFileSync: (file) => {
      if (file === 0 || file === '/dev/stdin') {
        return readAll();
      }
      throw new Error(`ENOENT: no such file or directory, open '${file}'`);
    },
    writeSync: (file, text) => write(file === 2 ? 'err' : 'out', text),
  },
  util: { inspect, format },
  process: globalThis.process,
  perf_hooks: { performance: globalThis.performance },
};
globalThis.module = { exports: {} };
globalThis.exports = globalThis.module.exports;
globalThis.require = (name) => {
  const found = modules[String(name).replace(/^node:/, '')];
  if (!found) {
    throw new Error(`Cannot find module '${name}'`);
  }
  return found;
};
globalThis.require.main = globalThis.module;

// Every copy of this memory would draw the same numbers from the engine's own generator.
let seed;
Math.random = () => {
  seed ??= ask('seed').split(' ').map(Number);
  let [a, b, c, d] = seed;
  const sum = (a + b + d) | 0;
  seed = [b ^ (b >>> 9), (c + (c << 3)) | 0, ((c << 21 | c >>> 11) + sum) | 0, (d + 1) | 0];
  return (sum >>> 0) / 2 ** 32 + (c >>> 11) / 2 ** 53;
};

// --- timers -----------------------------------------------------------------------------------------------------

const timers = new Map();
let lastTimer = 0;
const now = () => performance.now();

function schedule(task, delay, repeat, values) {
  const wait = Math.max(1, Math.trunc(Number(delay)) || 0);
  timers.set(++lastTimer, { id: lastTimer, task, due: now() + wait, every: repeat ? wait : 0, values });
  return lastTimer;
}

globalThis.setTimeout = (task, delay, ...values) => schedule(task, delay, false, values);
globalThis.setInterval = (task, delay, ...values) => schedule(task, delay, true, values);
globalThis.setImmediate = (task, ...values) => schedule(task, 0, false, values);
globalThis.clearTimeout = globalThis.clearInterval = globalThis.clearImmediate = (id) => void timers.delete(id);

function nextTimer() {
  let next;
  for (const timer of timers.values()) {
    if (!next || timer.due < next.due) {
      next = timer;
    }
  }
  return next;
}

function tick() {
  const timer = nextTimer();
  if (!timer) {
    exit();
  }
  ask('sleep', String(Math.max(0, Math.ceil(timer.due - now()))));
  if (timer.every) {
    timer.due = now() + timer.every;
  } else {
    timers.delete(timer.id);
  }
  guarded(() => timer.task(...timer.values));
}

// --- the program ------------------------------------------------------------------------------------------------

const WRAPPER = '(async () => {';
const program = { wrapped: false };
const evaluate = eval;

function fail(error) {
  indent = '';
  err(error instanceof Error ? inspect(error) : `Uncaught ${inspect(error)}`);
  ask('exit', '1');
}

function guarded(action) {
  try {
    const value = action();
    if (value instanceof Promise) {
      value.then(undefined, fail);
    }
  } catch (error) {
    fail(error);
  }
}

/** Tells an error of parsing the program from one that the program threw, whose stack shows the program running. */
const isUnparsed = (error) => error instanceof SyntaxError && !/<(eval|anonymous)> \(<input>/.test(error.stack);

function reject(error, source) {
  const at = Number(/<input>:(\d+)/.exec(error.stack)?.[1] ?? 1);
  ask('reject', wellFormed(`main.js:${at}\n${source.split('\n')[at - 1] ?? ''}\n\nSyntaxError: ${error.message}\n`));
}

/** As a plain script first, so that sloppy code runs; where that does not parse, with top-level await and return. */
function execute(source) {
  try {
    return evaluate(source);
  } catch (error) {
    if (!isUnparsed(error)) {
      throw error;
    }
  }
  program.wrapped = true;
  try {
    return evaluate(`${WRAPPER}${source}\n})()`);
  } catch (error) {
    if (isUnparsed(error)) {
      reject(error, source);
    }
    throw error;
  }
}

function run() {
  const given = Array.from({ length: Number(ask('argument-count')) }, (_, index) => ask('argument', String(index)));
  process.argv = ['node', 'main.js', ...given];
  globalThis.scriptArgs = ['main.js', ...given];
  guarded(() => execute(ask('source')));
}

Object.defineProperty(globalThis, Symbol.for('bellhop'), { value: { run, tick } });
