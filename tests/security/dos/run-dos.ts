import { parseManifest } from '@koma/core/plugin';
import { writePackage } from '@koma/core/package';
import { chromium, type Page } from '@playwright/test';
import { PluginPage } from '../../e2e/plugin-page.ts';
import { StudioPage } from '../../e2e/studio-page.ts';
import { startEditorServer } from '../editor-server.ts';
import { DOS_CASES, type DosCase } from './dos-cases.ts';

/** How one plugin that means harm ended. */
export interface DosRow {
  readonly id: string;
  readonly what: string;
  /** Longest time in which the page's thread did nothing else, milliseconds. */
  readonly stallMs: number;
  /** From Cancel until the job was gone; null where it had ended by itself. */
  readonly stoppedMs: number | null;
  /** What the person was told, or what became of the job. */
  readonly outcome: string;
  /** The picture is as it was. */
  readonly intact: boolean;
}

/** So long a plugin may do its harm before the person presses Cancel. */
const PATIENCE_MS = 3000;

/**
 * Installs each of the plugins in the built editor as a person would, runs it, and presses Cancel.
 * @param only ids; absent: all
 */
export async function* runDos(only?: readonly string[]): AsyncGenerator<DosRow> {
  const server = await startEditorServer();
  const executablePath = process.env['KOMA_CHROMIUM'];
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const each of DOS_CASES.filter(({ id }) => only?.includes(id) ?? true)) {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
      try {
        yield await runCase(await context.newPage(), server.url, each);
      } finally {
        await context.close();
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** One case in a page of its own. */
export async function runCase(page: Page, url: string, { id, what, code, twice }: DosCase): Promise<DosRow> {
  const studio = new StudioPage(page);
  const plugins = new PluginPage(page);
  await studio.goto(url);
  await studio.open('samples/manga.png');
  await plugins.drop(await packCase(id, code));
  await plugins.agree();
  const panel = await plugins.panel(`Harm ${id}`);
  const apply = panel.getByRole('button', { name: 'Apply' });
  if (twice) {
    await apply.click();
    await page.getByText(`Harm ${id} finished`).waitFor();
    // It loops by now.
    await page.waitForTimeout(500);
  }
  await page.evaluate(WATCH);
  await apply.click();
  const strip = page
    .getByRole('region', { name: new RegExp(`^Harm ${id}`) })
    .filter({ has: page.getByRole('progressbar') });
  await strip.waitFor({ timeout: 2000 }).catch(() => {});
  await strip.waitFor({ state: 'hidden', timeout: PATIENCE_MS }).catch(() => {});
  let stoppedMs: number | null = null;
  if (await strip.isVisible()) {
    // Measured in the page: the way from the test to the page takes time, too.
    stoppedMs = await strip.getByRole('button', { name: 'Cancel' }).evaluate(STOP);
  }
  const stallMs = await page.evaluate<number>('globalThis.komaStall()');
  const alert = page.getByRole('alert').first();
  const outcome =
    stoppedMs !== null ? 'cancelled' : (await alert.isVisible()) ? await alert.innerText() : 'a result';
  const intact = await page
    .getByTestId('document-size')
    .innerText()
    .then((text) => text.startsWith('400 × 560'));
  return { id, what, stallMs, stoppedMs, outcome: outcome.replace(/\s+/g, ' ').slice(0, 120), intact };
}

/** Remembers the longest time between two turns of the page's thread. */
const WATCH = `(() => {
  let last = performance.now(), longest = 0, running = true;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setTimeout(() => port2.postMessage(0), 4);
  };
  port2.postMessage(0);
  globalThis.komaStall = () => { running = false; return Math.round(longest); };
})()`;

/** Presses the button and waits until it is gone. */
const STOP = (button: Element): Promise<number> =>
  new Promise((resolve) => {
    const start = performance.now();
    (button as HTMLElement).click();
    const look = (): void => {
      if (button.isConnected && performance.now() - start < 10_000) setTimeout(look, 10);
      else resolve(Math.round(performance.now() - start));
    };
    look();
  });

async function packCase(id: string, code: string) {
  const manifest = parseManifest({
    manifestVersion: 1,
    id: `dev.harm.${id}`,
    version: '1.0.0',
    engines: { koma: '*' },
    name: { en: `Harm ${id}` },
    description: { en: 'Means harm.' },
    author: 'Nobody',
    license: 'MIT',
    entry: 'main.js',
    permissions: ['layer:read', 'layer:write'],
    models: [],
    contributes: {
      operations: [
        {
          id: 'work',
          title: { en: `Harm ${id}` },
          summary: { en: 'Means harm.' },
          inputs: [{ name: 'image', type: 'image', label: { en: 'Picture' } }],
          outputs: [{ name: 'image', type: 'image' }],
          placement: ['new-layer'],
          params: [],
          exclusive: [],
        },
      ],
    },
  });
  const bytes = await writePackage({
    manifest,
    files: new Map([['main.js', new TextEncoder().encode(code)]]),
  });
  return { name: 'harm.komaplugin', mimeType: 'application/zip', buffer: Buffer.from(bytes) };
}
