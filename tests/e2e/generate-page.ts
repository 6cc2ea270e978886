import { expect, type Locator } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { StudioPage } from './studio-page.ts';

/** The workspace in which characters are generated, in the hands of somebody who cannot draw. */
export class GeneratePage extends StudioPage {
  workspace(): Locator {
    return this.page.getByTestId('generate-workspace');
  }

  /** Opens the workspace and waits for the first grid. @param drawn how many of its pictures are needed */
  async openWorkspace(drawn = 16): Promise<void> {
    await this.page.getByRole('button', { name: 'Generate' }).first().click();
    await expect(this.workspace()).toBeVisible();
    if (drawn === 16) await this.expectDrawn(16);
    else await expect(this.cells().nth(drawn - 1)).toHaveAttribute('data-drawn', 'true');
  }

  /** Sets how large pictures are sent and saved: pixels of the longer side. */
  async size(pixels: number): Promise<void> {
    await this.workspace().getByLabel('Size of what is sent and saved').selectOption(String(pixels));
  }

  /** Where a joint of a figure that is posed on the canvas lies; the picture is the document. */
  async joint(button: Locator, width: number, height: number): Promise<readonly [number, number]> {
    await button.waitFor({ state: 'attached' });
    const [x, y] = await Promise.all(['data-x', 'data-y'].map((name) => button.getAttribute(name)));
    return [Number(x) * width, Number(y) * height];
  }

  async tab(name: string): Promise<void> {
    await this.workspace().getByRole('tab', { name, exact: true }).click();
  }

  /** The pictures of the grid that is shown. */
  cells(): Locator {
    return this.workspace().getByTestId('grid-cell');
  }

  /** Waits until the grid has so many pictures, all of them drawn. */
  async expectDrawn(count: number): Promise<void> {
    await expect(this.cells()).toHaveCount(count);
    await expect(this.cells().and(this.page.locator('[data-drawn="true"]'))).toHaveCount(count);
    await expect(this.workspace().locator('[aria-busy="true"]')).toHaveCount(0);
  }

  /** Names the picture at hand by its pixels, once it is drawn in full: the same pixels, the same name. */
  async preview(): Promise<string> {
    const PREVIEW_SIZE = 768;
    const canvas = this.workspace()
      .getByRole('region', { name: 'Picture at hand' })
      .locator('.picture canvas');
    const size = () => canvas.evaluate(({ width, height }: HTMLCanvasElement) => Math.max(width, height));
    await expect.poll(size).toBe(PREVIEW_SIZE);
    return canvas.evaluate(async (element: HTMLCanvasElement) => {
      const { width, height } = element;
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.drawImage(element, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
      return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
    });
  }

  /** The seed of the picture at hand. */
  seed(): Locator {
    return this.workspace().getByLabel('Seed', { exact: true });
  }

  /** What the grid shows. */
  async source(name: string): Promise<void> {
    await this.workspace().getByLabel('What the grid shows').selectOption({ label: name });
  }

  /** Chooses or types the value of an attribute; its group is unfolded before. */
  async set(group: string, name: string, value: string | number): Promise<void> {
    const section = this.workspace().locator('details', {
      has: this.page.locator('summary', { hasText: new RegExp(`^\\s*${group}`) }),
    });
    if ((await section.getAttribute('open')) === null) await section.locator('summary').click();
    if (typeof value === 'string') {
      await section.getByRole('combobox', { name, exact: true }).selectOption({ label: value });
      return;
    }
    const field = section.getByRole('spinbutton', { name, exact: true });
    await field.fill(String(value));
    await field.press('Enter');
  }

  /** Sends the picture at hand to the canvas and shows it there. */
  async send(as: 'As layers' | 'As one layer' | 'As a sketch with its style picture'): Promise<void> {
    await this.workspace().getByRole('button', { name: 'Send to canvas' }).click();
    await this.page.getByRole('menuitem', { name: as }).click();
    await this.showCanvas();
  }

  /** Follows the notice after something was sent. */
  async showCanvas(): Promise<void> {
    await this.page.getByRole('button', { name: 'Show the canvas' }).click();
    await expect(this.workspace()).toHaveCount(0);
  }

  /** Saves the picture at hand. */
  async save(
    as: 'PNG that carries its options' | 'Options alone (JSON)',
  ): Promise<{ bytes: Buffer; name: string }> {
    await this.workspace().getByRole('button', { name: 'Save', exact: true }).click();
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('menuitem', { name: as }).click();
    const saved = await download;
    return { bytes: readFileSync(await saved.path()), name: saved.suggestedFilename() };
  }

  /** Drops a file onto the window. */
  async drop(name: string, bytes: Buffer): Promise<void> {
    const types = { json: 'application/json', koma: 'application/x-koma' } as Record<string, string>;
    const type = types[name.split('.').at(-1)!] ?? 'image/png';
    const data = await this.page.evaluateHandle(
      ({ base64, name, type }) => {
        const transfer = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
        return transfer;
      },
      { base64: bytes.toString('base64'), name, type },
    );
    for (const event of ['dragenter', 'dragover', 'drop'])
      await this.page.dispatchEvent('.studio', event, { dataTransfer: data });
  }
}
