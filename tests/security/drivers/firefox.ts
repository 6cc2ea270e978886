/* oxlint-disable typescript/no-explicit-any -- answers differ by command */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { ProbeBrowser } from './browser.ts';

/** Where Debian and others put it. */
const PATHS = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** Playwright cannot drive the Firefox of a distribution; WebDriver BiDi can. */
interface BidiMessage {
  readonly id?: number;
  readonly type?: string;
  readonly result?: any;
  readonly error?: string;
  readonly message?: string;
}

/** The path of an installed Firefox, if there is one; `KOMA_FIREFOX` names another. */
export function findFirefox(): string | undefined {
  return [process.env['KOMA_FIREFOX'], ...PATHS].find((path) => path !== undefined && existsSync(path));
}

/** Starts Firefox with a profile of its own, which goes with it. */
export async function startFirefox(path: string): Promise<ProbeBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'koma-firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const firefox = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const socket = new WebSocket(`${await listening(firefox)}/session`, { perMessageDeflate: false });
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  const waiting = new Map<number, (message: BidiMessage) => void>();
  socket.on('message', (text) => {
    const message = JSON.parse(String(text)) as BidiMessage;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let last = 0;
  const command = (method: string, params: object): Promise<any> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ error, message, result }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error}: ${message}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  const { capabilities } = await command('session.new', { capabilities: {} });
  const { context } = await command('browsingContext.create', { type: 'tab' });
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    goto: (url) => command('browsingContext.navigate', { context, url, wait: 'complete' }),
    async evaluate<T>(script: string): Promise<T> {
      const { type, result, exceptionDetails } = await command('script.evaluate', {
        // As JSON: BiDi writes objects in a form of its own.
        expression: `(async () => JSON.stringify(await (${script})))()`,
        target: { context },
        awaitPromise: true,
      });
      if (type === 'exception') throw new Error(String(exceptionDetails.text));
      return JSON.parse(result.value ?? 'null') as T;
    },
    async close() {
      await command('browser.close', {}).catch(() => {});
      socket.close();
      if (firefox.exitCode === null) firefox.kill();
      await new Promise((resolve) => (firefox.exitCode === null ? firefox.on('exit', resolve) : resolve(0)));
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function listening(firefox: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    firefox.stderr?.on('data', (text: Buffer) => {
      said += String(text);
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    firefox.on('exit', () => reject(new Error(`Firefox did not start: ${said.slice(-500)}`)));
  });
}
