import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { pixel, threadHost, working } from './thread-host.test-helper.ts';

/**
 * Ways from a context into the realm that made it. Each gives an object of a foreign realm, if it finds one; from
 * whose function constructor everything of Node follows.
 */
const FINDS: Readonly<Record<string, string>> = {
  'a timer': 'setTimeout',
  'a port': 'ports',
  'what a port throws':
    'ports.map((each) => { try { each.postMessage(() => {}); } catch (error) { return error; } })',
  console: 'console && console.log',
  'import()': 'import("node:fs").catch(() => {})',
  'what import() throws': 'await import("node:fs").catch((error) => error)',
  'an error of the port': 'await cloneError()',
  'an error of the compiler':
    '(() => { try { new WebAssembly.Module(new Uint8Array(3)); } catch (error) { return error; } })()',
  'a stack overflow':
    '(() => { const deep = () => deep(); try { deep(); } catch (error) { return error; } })()',
  'an overflow within a call of the host':
    '(() => { let found; const deep = () => { try { deep(); } catch (error) { try { setTimeout(() => {}, 0); } catch (inner) { found = inner; } throw error; } }; try { deep(); } catch (error) { found ??= error; } return found; })()',
  'frames of the stack':
    '(() => { Error.prepareStackTrace = (_error, frames) => frames; const { stack } = new Error(); Error.prepareStackTrace = undefined; return stack; })()',
  'things of frames':
    '(() => { Error.prepareStackTrace = (_error, frames) => frames.flatMap((frame) => [frame.getThis(), frame.getFunction()]); const { stack } = new Error(); Error.prepareStackTrace = undefined; return stack; })()',
  callers:
    '(function sloppy() { const found = []; let at = sloppy; for (let i = 0; i < 9 && at; i++) { try { at = at.caller; } catch { at = null; } found.push(at); } return found; })()',
  'its inputs': 'typeof inputs === "undefined" ? undefined : inputs',
  'its context': 'typeof context === "undefined" ? undefined : context',
  WebAssembly: 'WebAssembly',
  globals:
    'Object.getOwnPropertyNames(globalThis).map((name) => { try { return globalThis[name]; } catch {} })',
};

/** Walks everything that can be reached, and counts objects that are not of this realm. */
const WALK = `
  const cloneError = async () => {
    try { structuredClone(() => {}); } catch (error) { return error; }
  };
  const foreign = (start) => {
    const seen = new Set();
    const queue = [start];
    let count = 0;
    while (queue.length > 0 && seen.size < 20000) {
      const at = queue.pop();
      if ((typeof at !== 'object' && typeof at !== 'function') || at === null || seen.has(at)) continue;
      seen.add(at);
      let root = at;
      for (let proto = at; proto !== null; proto = Object.getPrototypeOf(proto)) root = proto;
      const bare = root === at && typeof at === 'object' && Object.getPrototypeOf(at) === null;
      if (root !== Object.prototype && !bare) count++;
      queue.push(Object.getPrototypeOf(at));
      for (const key of Reflect.ownKeys(at)) {
        const field = Object.getOwnPropertyDescriptor(at, key);
        queue.push(field?.value, field?.get, field?.set);
      }
    }
    return count;
  };
`;

const attempts = Object.entries(FINDS)
  .map(
    ([name, find]) =>
      `try { found.push([${JSON.stringify(name)}, foreign(${find})]); } catch (error) { found.push([${JSON.stringify(name)}, 0]); }`,
  )
  .join('\n');

/** What code made from text can reach of Node. */
const CODE = `
  for (const make of ['Function', '(async () => {}).constructor', '(function* () {}).constructor', '({}).toString.constructor'])
    try { found.push([make, eval(make)('return typeof process')() === 'undefined' ? 0 : 1]); } catch { found.push([make, 0]); }
  for (const start of [setTimeout, globalThis, Promise.resolve()])
    try { found.push(['constructor of constructor', start.constructor.constructor('return typeof process')() === 'object' ? 1 : 0]); } catch { found.push(['constructor of constructor', 0]); }
  for (const name of ['process', 'require', 'module', 'Buffer', 'global', '__dirname', 'setImmediate', 'process.binding'])
    found.push([name, globalThis[name] === undefined ? 0 : 1]);
`;

const SPY = `const found = []; ${WALK} ${attempts} ${CODE}`;

describe('The context of a plugin in a thread', () => {
  it('reaches nothing of the realm that made it', async () => {
    const { host, logged, crashes } = threadHost(
      working(
        `${SPY} found.push(['ports', ports.length > 0 ? 0 : 1], ...(await atLoad));
        for (let i = 0; i < found.length; i += 20) context.log(JSON.stringify(found.slice(i, i + 20)));
        return { image: inputs.image.image };`,
        // The port itself is caught where its listener is set.
        `const ports = []; Object.defineProperty(Object.prototype, 'onmessage', {
          set(listener) {
            ports.push(this);
            Object.defineProperty(this, 'onmessage', { value: listener, writable: true });
          },
        });
        // While it is loaded, the thread's own code is below it on the stack.
        const atLoad = (async () => { ${SPY} return found; })();`,
      ),
    );
    await host.run('work', pixel(), {});
    const found = logged.flatMap((text) => JSON.parse(text) as [string, number][]);
    expect(found.length).toBeGreaterThan(2 * (Object.keys(FINDS).length + 12));
    expect(found.filter(([, foreign]) => foreign > 0)).toEqual([]);
    expect(crashes).toEqual([]);
  });

  it('would be left through a context with a function of ours, where the same search finds the way out', async () => {
    const found: [string, number][] = [];
    const naive = createContext({ setTimeout, console, ports: [new MessageChannel().port1], found });
    await (runInContext(
      `(async () => { ${SPY.replace('const found = [];', '')} })()`,
      naive,
    ) as Promise<void>);
    const out = found.filter(([, foreign]) => foreign > 0).map(([name]) => name);
    expect(out).toEqual(
      expect.arrayContaining(['a timer', 'console', 'what import() throws', 'constructor of constructor']),
    );
    expect(out.length).toBeGreaterThan(5);
  });
});
