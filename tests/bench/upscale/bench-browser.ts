import { chromium, type Browser } from '@playwright/test';
import { ensureChromium } from '../../../scripts/chromium.mjs';
import { run } from '../../../scripts/toolchain.mjs';
import { EditorPage } from './editor-page.ts';
import { EditorServer } from './editor-server.ts';

const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Headless Chromium with the editor's production build. Whoever starts it stops it. */
export class BenchBrowser {
  readonly #server: EditorServer;
  readonly #browser: Browser;

  private constructor(server: EditorServer, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async start(): Promise<BenchBrowser> {
    await run('turbo', ['run', 'build', '--filter=@koma/editor', '--output-logs=errors-only']);
    const executablePath = await ensureChromium();
    const server = await EditorServer.start();
    try {
      const browser = await chromium.launch({
        args: CHROMIUM_ARGS,
        ...(executablePath ? { executablePath } : {}),
      });
      return new BenchBrowser(server, browser);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** A new profile with the editor on WebAssembly. */
  async open(threads: number): Promise<EditorPage> {
    const context = await this.#browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1280, height: 800 },
      baseURL: this.#server.url,
    });
    return EditorPage.open(await context.newPage(), threads);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
  }
}
