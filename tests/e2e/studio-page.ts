import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** A path in the repository. */
export function repository(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Straight-alpha RGBA8. */
  readonly data: Buffer;
}

export async function pixelsOf(file: string | Buffer): Promise<Pixels> {
  const { data, info } = await sharp(file)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Largest difference of any channel, in levels of 255. */
export function maxDifference(a: Pixels, b: Pixels): number {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  let max = 0;
  for (let i = 0; i < a.data.length; i++) max = Math.max(max, Math.abs(a.data[i]! - b.data[i]!));
  return max;
}

/** The editor, driven as a person would. */
export class StudioPage {
  readonly page: Page;
  /** Whatever the console reported as an error. */
  readonly problems: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => message.type() === 'error' && this.problems.push(message.text()));
    page.on('pageerror', (error) => this.problems.push(error.message));
  }

  async goto(path = '/'): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.getByRole('heading', { name: 'Drop a picture here' })).toBeVisible();
  }

  /** Opens a picture through the button and the browser's file picker. */
  async open(path: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Open a picture' }).first().click();
    await (await chooser).setFiles(repository(path));
  }

  async expectSize(width: number, height: number): Promise<void> {
    await expect(this.page.getByTestId('document-size')).toHaveText(`${width} × ${height} px`);
  }

  /** The panel of layers. */
  layers() {
    return this.page.getByRole('region', { name: 'Layers' });
  }

  /** A layer's line in the panel. */
  layer(name: string) {
    return this.page.getByRole('treeitem').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  apply() {
    return this.page.getByRole('button', { name: 'Apply' });
  }

  /** Chooses a value of a parameter by its label. */
  async choose(label: string, value: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label, exact: true }).selectOption(value);
  }

  /** Exports through the dialog and returns the file's bytes and name. */
  async export(
    format: 'png' | 'jpeg' | 'webp' | 'psd' | 'ora' | 'koma' = 'png',
    what: 'document' | 'layer' = 'document',
  ): Promise<{ bytes: Buffer; name: string }> {
    await this.page.getByRole('button', { name: 'Export' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Format').selectOption(format);
    // Formats with layers always take the whole document.
    if (await dialog.getByLabel('What').isVisible()) await dialog.getByLabel('What').selectOption(what);
    const download = this.page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const saved = await download;
    return { bytes: readFileSync(await saved.path()), name: saved.suggestedFilename() };
  }

  /** The colours on the screen at a point of the viewport, as R, G, B. */
  async screenColour(x: number, y: number): Promise<number[]> {
    const shot = await this.page.screenshot({ clip: { x, y, width: 1, height: 1 } });
    return [...(await sharp(shot).removeAlpha().raw().toBuffer())];
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: repository(`test-results/screens/${name}.png`) });
  }
}
