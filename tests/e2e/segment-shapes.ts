import { expect, type Locator } from '@playwright/test';
import sharp from 'sharp';
import { DrawingPage, pixel } from './drawing-page.ts';
import type { Place } from './picture-pointer.ts';
import { pixelsOf } from './studio-page.ts';

/** Pixels of the page of shapes. */
export const SHAPES = { width: 480, height: 320 } as const;
/** Along the middle of the ring, and where nothing is drawn beside that. */
export const RING = {
  stroke: [[100, 170] as Place, [130, 176] as Place, [160, 170] as Place],
  inside: [130, 120] as Place,
};
export const BOX = {
  stroke: [[320, 170] as Place, [360, 176] as Place, [400, 170] as Place],
  inside: [360, 120] as Place,
};
/** Between the two, and the middle of the place where the box is open. */
export const GROUND: Place = [240, 20];
export const GAP: Place = [360, 230];

/** A ring, and a box whose lower side has a gap of so many pixels, as ink on paper. */
async function drawShapes(gap: number): Promise<Buffer> {
  const { width, height } = SHAPES;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#fff"/>
    <g fill="none" stroke="#000" stroke-width="4">
      <circle cx="130" cy="160" r="80"/><path d="M${360 - gap / 2} 230H290V90H430V230H${360 + gap / 2}"/>
    </g></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** Somebody who cuts shapes out of a page on which everything is known. */
export class ShapesPage extends DrawingPage {
  async begin(gap = 8): Promise<void> {
    await this.goto();
    const file = { name: 'shapes.png', mimeType: 'image/png', buffer: await drawShapes(gap) };
    await this.page.getByTestId('file-picker').setInputFiles(file);
    await this.expectSize(SHAPES.width, SHAPES.height);
    await this.measure();
    await this.take('Cut out');
    await expect(this.panel()).toBeVisible();
  }

  panel(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Cut out' });
  }

  /** Presses a button of the panel or the bar of options. */
  async push(name: string): Promise<void> {
    await this.panel().or(this.options()).getByRole('button', { name, exact: true }).first().click();
    await this.page.mouse.move(2, 2);
  }

  async result(name: string): Promise<void> {
    await this.panel().getByLabel('Result', { exact: true }).selectOption({ label: name });
  }

  /** Applies what is drawn, and waits until that is done. */
  async enter(): Promise<void> {
    const resume = this.panel().getByRole('button', { name: 'Take up the last strokes' });
    await expect(resume).toBeHidden();
    await this.page.keyboard.press('Enter');
    await expect(resume).toBeVisible();
  }

  /** Draws with one finger. */
  async touch(places: readonly Place[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', place?: Place) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: place ? [{ ...this.picture.at(place), id: 0 }] : [],
      });
    const [first, ...rest] = places;
    await send('touchStart', first);
    for (const place of rest) await send('touchMove', place);
    await send('touchEnd');
    await session.detach();
  }

  /** Draws with the right button. */
  async leaveOut(places: readonly Place[]): Promise<void> {
    const { mouse } = this.page;
    const [first, ...rest] = places.map((place) => this.picture.at(place));
    await mouse.move(first!.x, first!.y);
    await mouse.down({ button: 'right' });
    for (const { x, y } of rest) await mouse.move(x, y);
    await mouse.up({ button: 'right' });
  }

  /** Waits until just these shapes are tinted on the screen. */
  async expectTint(ring: boolean, box: boolean): Promise<void> {
    const isTinted = async (place: Place) => {
      const { x, y } = this.picture.at(place);
      const [red = 0, , blue = 0] = await this.screenColour(x, y);
      return blue - red > 40;
    };
    await this.page.mouse.move(2, 2);
    await expect
      .poll(async () => [await isTinted(RING.inside), await isTinted(BOX.inside), await isTinted(GROUND)])
      .toEqual([ring, box, false]);
  }

  /** Alpha of the picture, or of the chosen layer, in the ring, the box and on the ground. */
  async alphas(what: 'document' | 'layer' = 'document', scale = 1): Promise<number[]> {
    const picture =
      what === 'document' ? await this.pixels() : await pixelsOf((await this.export('png', 'layer')).bytes);
    return [RING.inside, BOX.inside, GROUND].map(([x, y]) => pixel(picture, [x * scale, y * scale])[3]!);
  }
}
