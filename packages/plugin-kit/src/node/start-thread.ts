import { MessageChannel, Worker } from 'node:worker_threads';
import { guardMemory } from './memory-guard.ts';
import { realmScript, withoutImport } from './realm-script.ts';
import type { ThreadData } from './thread-main.ts';

export interface ThreadOptions {
  /** The plugin's entry: one classic script that leaves the plugin in `komaPlugin.default`. */
  readonly code: string;
  /** Shown by tools that list threads. */
  readonly name?: string;
  /** Megabytes of JavaScript objects. Default 1024. */
  readonly heapMb?: number;
  /** Megabytes of pictures, other buffers and WebAssembly's memory. Default 3072: a result at the limit, with its source and room to work. */
  readonly buffersMb?: number;
}

/** A plugin in a thread of its own. */
export interface PluginThread {
  /** To the plugin's side, for `startSandboxed`. */
  readonly port: MessagePort;
  /** Ends the thread, whatever it is doing. */
  remove(): void;
  /** Resolves when it is gone. */
  readonly ended: Promise<void>;
}

/**
 * Runs a plugin's script in a worker thread: without environment and arguments, in a context of its own that has no
 * object of Node's realm, and with limits to its memory. A weaker wall than a browser's: the thread shares the process
 * and its memory, and a hole in Node's contexts would lead to all that the process may do.
 */
export function startThread({
  code,
  name = 'koma-plugin',
  heapMb = 1024,
  buffersMb = 3072,
}: ThreadOptions): PluginThread {
  const { port1, port2 } = new MessageChannel();
  const workerData: ThreadData = { port: port2, realm: realmScript(), code: scriptOf(code) };
  const worker = new Worker(new URL('./thread-main.ts', import.meta.url), {
    name,
    workerData,
    transferList: [port2],
    env: {},
    argv: [],
    // Without it, Node does not ask the thread what is to become of an import().
    execArgv: ['--experimental-vm-modules'],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, stackSizeMb: 4 },
  });
  guardMemory(worker, buffersMb * 2 ** 20);
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  // Out of memory; the port closes, and that is how its host hears of it.
  worker.on('error', () => {});
  worker.once('exit', () => resolve());
  return {
    port: port1 as unknown as MessagePort,
    remove: () => void worker.terminate(),
    ended,
  };
}

/** What is no script fails in the thread, where every plugin that cannot be started fails. */
function scriptOf(code: string): string {
  try {
    return withoutImport(code);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `throw new SyntaxError(${JSON.stringify(`its script cannot be read: ${reason}`.slice(0, 500))});`;
  }
}
