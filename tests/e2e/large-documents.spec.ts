import { expect, test } from '@playwright/test';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { DrawingPage, pixel } from './drawing-page.ts';
import { pixelsOf, StudioPage } from './studio-page.ts';

test(
  'a picture of 1 x 30000 pixels opens, is seen, painted on and saved',
  { tag: '@large' },
  async ({ page }) => {
    const studio = new DrawingPage(page);
    await studio.goto();
    const length = 30_000;
    const buffer = await sharp({ create: { width: 1, height: length, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer();
    await page.getByTestId('file-picker').setInputFiles({ name: 'line.png', mimeType: 'image/png', buffer });
    await studio.expectSize(1, length);
    const centre = await middle(studio);
    await expect.poll(() => brightest(studio, centre)).toBeGreaterThan(200);

    await page.getByRole('button', { name: '100 %' }).click();
    await studio.take('Pencil');
    await studio.set('Size', 9);
    await page.mouse.click(centre.x, centre.y);
    await expect(page.getByRole('button', { name: 'Undo: Pencil stroke' })).toBeEnabled();
    const painted = await pixelsOf((await studio.export()).bytes);
    expect([painted.width, painted.height]).toEqual([1, length]);
    const dark = Array.from({ length }, (_, y) => y).filter((y) => pixel(painted, [0, y])[0] === 0);
    expect(dark.length).toBeGreaterThanOrEqual(8);
    expect(dark.length).toBeLessThanOrEqual(10);
    expect(Math.abs(dark[0]! - length / 2)).toBeLessThan(20);
    await page.keyboard.press('Control+z');
    expect((await studio.pixels()).data.every((value) => value === 255)).toBe(true);
    expect(studio.problems).toEqual([]);
  },
);

test(
  'a page of 6071 x 8598 with a monochrome layer is drawn on, and the stroke undone',
  { tag: '@large' },
  async ({ page }) => {
    const studio = new DrawingPage(page);
    await studio.goto();
    await page.getByRole('button', { name: 'New page' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New page' });
    await dialog.getByLabel('Size').selectOption('b4-mono');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await studio.expectSize(6071, 8598);
    await studio.menu('Expression colour', 'Monochrome');
    await expect(studio.layer('Layer 1').getByRole('img', { name: 'Monochrome' })).toBeVisible();
    await page.getByRole('button', { name: '100 %' }).click();
    await studio.take('Pencil');
    await studio.set('Size', 21);
    const { x, y } = await middle(studio);
    const colours = async () => {
      const shot = await page.screenshot({ clip: { x: x - 150, y: y - 100, width: 300, height: 200 } });
      const { data } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const counts: Record<number, number> = {};
      for (let i = 0; i < data.length; i += 3) counts[data[i]!] = (counts[data[i]!] ?? 0) + 1;
      return counts;
    };
    await expect.poll(colours).toEqual({ 255: 300 * 200 });
    await page.mouse.move(x - 100, y - 60);
    await page.mouse.down();
    await page.mouse.move(x + 20, y + 40, { steps: 6 });
    await page.mouse.move(x + 100, y - 30, { steps: 6 });
    await page.mouse.up();
    await page.mouse.move(x, 20);
    await expect(page.getByRole('button', { name: 'Undo: Pencil stroke' })).toBeEnabled();
    // Black and white and nothing between.
    await expect.poll(async () => Object.keys(await colours())).toEqual(['0', '255']);
    expect((await colours())[0]).toBeGreaterThan(21 * 150);
    await studio.screenshot('large-mono');
    await page.keyboard.press('Control+z');
    await expect.poll(colours).toEqual({ 255: 300 * 200 });
    await page.keyboard.press('Control+0');
    await expect(page.getByTestId('zoom')).toHaveText('7 %');
    await expect.poll(() => studio.screenColour(x, y)).toEqual([255, 255, 255]);
    expect(studio.problems).toEqual([]);
  },
);

test(
  'a page of 6071 x 8598 in grey of 16 bits with alpha opens, and is saved while a bar tells how far it is',
  { tag: '@large' },
  async ({ page }) => {
    const [width, height] = [6071, 8598];
    const studio = new StudioPage(page);
    await studio.goto();
    const file = { name: 'deep.png', mimeType: 'image/png', buffer: deepPage(width, height) };
    await page.getByTestId('file-picker').setInputFiles(file);
    await studio.expectSize(width, height);
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog');
    const saved = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByRole('progressbar', { name: 'Saving…' })).toHaveAttribute('value', /^0?\.\d+$/);
    const image = sharp(await (await saved).path());
    expect(await image.metadata()).toMatchObject({ width, height, channels: 2, depth: 'uchar' });
    const rows = { left: 0, top: height - 3, width, height: 3 };
    const { data } = await pixelsOf(await image.extract(rows).png().toBuffer());
    for (const [row, x] of [
      [0, 0],
      [1, 700],
      [2, width - 1],
    ] as const) {
      const at = (row * width + x) * 4;
      const [grey, alpha] = [0, 2].map((byte) => deepSample(x * 4 + byte, rows.top + row));
      expect([...data.subarray(at, at + 4)]).toEqual([grey, grey, grey, alpha]);
    }
    await expect(dialog).toBeHidden();
    expect(studio.problems).toEqual([]);
  },
);

/** The byte at a place of a scanline of {@link deepPage}. */
const deepSample = (at: number, y: number): number => ((at >> 4) ^ (y >> 3)) & 255;

/** A PNG in grey of 16 bits with alpha. */
function deepPage(width: number, height: number): Buffer {
  const stride = width * 4;
  const row = Buffer.alloc(stride + 1);
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let i = 0; y % 8 === 0 && i < stride; i++) row[1 + i] = deepSample(i, y);
    rows.set(row, y * row.length);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([16, 4, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    checksum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, checksum]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The middle of the viewport in the window, in whole pixels. */
async function middle(studio: StudioPage): Promise<{ x: number; y: number }> {
  const box = (await studio.page.getByTestId('picture').boundingBox())!;
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

/** The brightest red in a strip across a place, where a picture of one column must be. */
async function brightest(studio: StudioPage, { x, y }: { x: number; y: number }): Promise<number> {
  const shot = await studio.page.screenshot({ clip: { x: x - 10, y, width: 20, height: 1 } });
  const data = await sharp(shot).removeAlpha().raw().toBuffer();
  return Math.max(...data.filter((_, i) => i % 3 === 0));
}
