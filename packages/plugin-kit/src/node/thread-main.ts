/** The main module of a plugin's thread: makes a context that nothing of the thread can be reached from. */
import { createContext, constants, Script, type Context } from 'node:vm';
import { MessageChannel, moveMessagePortToContext, workerData, type MessagePort } from 'node:worker_threads';
import type { MovedPort, TimerRequest } from './realm/timers.ts';

/** What `startThread` hands over. */
export interface ThreadData {
  readonly port: MessagePort;
  readonly realm: string;
  readonly code: string;
}

interface Realm {
  komaRealm: {
    prepare(timers: MovedPort): void;
    serve(port: MovedPort, thrown: readonly unknown[]): void;
  };
  komaThrown: unknown[];
}

const { port, realm, code } = workerData as ThreadData;

// A plugin's mistakes end the call that they belong to, not the thread. What was thrown is the plugin's: not looked at.
process.on('uncaughtException', () => {});
process.on('unhandledRejection', () => {});
closeDoors();

const global = createContext(constants.DONT_CONTEXTIFY as never, {
  codeGeneration: { strings: false, wasm: true },
}) as Context & Realm;
/** There is no import() in a plugin; one that is left ends the thread before its promise, which is ours, is anybody's. */
const importModuleDynamically = (): never => process.exit(1);
const run = (text: string, filename: string): void => {
  new Script(text, { filename, importModuleDynamically }).runInContext(global);
};
run(realm, 'koma-realm.js');
run('globalThis.komaThrown = [];', 'koma-thrown.js');
const { komaRealm, komaThrown } = global;
run('delete globalThis.komaRealm; delete globalThis.komaThrown;', 'koma-clean.js');
komaRealm.prepare(moved(timerPort()));
try {
  run(code, 'plugin.js');
} catch (error) {
  // What is the plugin's goes back to where it came from, unseen; an error of this realm goes as words.
  komaThrown.push(error instanceof Error ? error.message : error);
}
komaRealm.serve(moved(port), komaThrown);

function moved(own: MessagePort): MovedPort {
  return moveMessagePortToContext(own, global) as unknown as MovedPort;
}

/** A port on whose other end this thread keeps time. */
function timerPort(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.on('message', ({ timer, milliseconds }: TimerRequest) => {
    setTimeout(() => port1.postMessage(timer), milliseconds);
  });
  return port2;
}

/**
 * Takes the ways from any function of this realm to code of one's own: should an object of it ever come into the
 * plugin's hands, there is no `constructor` to build on.
 */
function closeDoors(): void {
  const kinds = [function () {}, async function () {}, function* () {}, async function* () {}];
  for (const kind of kinds) Reflect.deleteProperty(Object.getPrototypeOf(kind) as object, 'constructor');
}
