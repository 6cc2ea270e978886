import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';

/** The production build of the editor, served on a free port of this machine. */
export class EditorServer {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(url: string, process: ChildProcess) {
    this.url = url;
    this.#process = process;
  }

  /** @throws Error if it does not start: most likely nothing is built */
  static async start(): Promise<EditorServer> {
    const script = fileURLToPath(new URL('../../../apps/editor/serve.mjs', import.meta.url));
    const server = spawn(process.execPath, [script, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface(server.stdout)) {
      const url = /http:\S+/.exec(line)?.[0];
      if (url) return new EditorServer(url, server);
    }
    throw new Error('The server of the editor did not start.');
  }

  async stop(): Promise<void> {
    const exit = once(this.#process, 'exit');
    this.#process.kill();
    await exit;
  }
}
