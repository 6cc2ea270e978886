import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { realmScript } from './realm-script.ts';

/** Runs a script as it is, without taking its import() away. @returns what it says at last, and the exit code */
async function runRaw(code: string): Promise<[said: unknown, exitCode: number]> {
  const { port1, port2 } = new MessageChannel();
  let said: unknown;
  port1.on('message', (message) => (said = message));
  port1.postMessage({ type: 'init', wire: 1, granted: [], backend: { name: 'wasm', threads: 1 } });
  const worker = new Worker(new URL('./thread-main.ts', import.meta.url), {
    workerData: { port: port2, realm: realmScript(), code },
    transferList: [port2],
    execArgv: ['--experimental-vm-modules'],
    stderr: true,
  });
  const exited = once(worker, 'exit');
  const ready = once(port1, 'message');
  await Promise.race([exited, ready]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (said !== undefined) void worker.terminate();
  const [exitCode] = (await exited) as [number];
  port1.close();
  return [said, exitCode];
}

it("ends itself at an import() before anything of it comes into the plugin's hands", async () => {
  const plugin = 'var komaPlugin = { default: { operations: {} } };';
  expect((await runRaw(plugin))[0]).toEqual({ type: 'ready', wire: 1 });
  for (const call of ['import("node:fs")', 'import("node:fs", {})', 'eval; (() => import("x"))()']) {
    const code = `${plugin} const promise = ${call}; komaPlugin.default = undefined; promise.catch(() => {});`;
    // It never comes to say that it is ready, or that it is broken.
    expect(await runRaw(code)).toEqual([undefined, 1]);
  }
});
