import { rmSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { buildPage } from './build-page.ts';
import { launchChromium } from './launch-chromium.ts';
import type { BenchWindow } from './page/main.ts';
import type { Subjects } from './page/subjects.ts';
import { PageServer } from './page-server.ts';

/** The page that measures the engine, in headless Chromium. Whoever starts it stops it. */
export class BenchPage {
  readonly browser: Browser;
  readonly #page: Page;
  readonly #server: PageServer;
  readonly #folder: string;

  private constructor(browser: Browser, page: Page, server: PageServer, folder: string) {
    this.browser = browser;
    this.#page = page;
    this.#server = server;
    this.#folder = folder;
  }

  static async start(): Promise<BenchPage> {
    const folder = await buildPage();
    const server = await PageServer.start(folder);
    const browser = await launchChromium();
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(server.url);
    return new BenchPage(browser, page, server, folder);
  }

  /** Measures something. One question at a time. */
  ask<Name extends keyof Subjects>(
    name: Name,
    ...parameters: Parameters<Subjects[Name]>
  ): Promise<ReturnType<Subjects[Name]>> {
    return this.#page.evaluate(
      ([name, parameters]) => (globalThis as unknown as { bench: BenchWindow }).bench.ask(name, parameters),
      [name, parameters] as const,
    ) as Promise<ReturnType<Subjects[Name]>>;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.#server.stop();
    rmSync(this.#folder, { recursive: true });
  }
}
