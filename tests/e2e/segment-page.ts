import { expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { characterPage } from '../bench/segment/pages/character-page.ts';
import { Truth, type TestPanel } from '../bench/segment/pages/test-page.ts';
import { DrawingPage } from './drawing-page.ts';
import type { Place } from './picture-pointer.ts';
import { pixelsOf, type Pixels } from './studio-page.ts';

/** A page of manga with a figure in it of which every pixel is known. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly png: Buffer;
  readonly panel: TestPanel;
  /** Down the figure. */
  readonly figure: readonly Place[];
  /** Along the panel's border, where the figure does not reach it. */
  readonly ground: readonly (readonly Place[])[];
}

/** Every so manieth place of a dense line is enough for a pointer. */
const STRIDE = 14;

/** A page that the character engine drew. @param seed of the page @param figure its number on the page */
export async function drawScene(seed: number, figure: number): Promise<Scene> {
  const { image, panels } = characterPage(seed);
  const { width, height, data } = image;
  const panel = panels[figure]!;
  const thin = (points: TestPanel['first'][number]['points']): Place[] =>
    points.filter((_, i) => i % STRIDE === 0 || i === points.length - 1).map(([x, y]) => [x, y]);
  const linesOf = (label: string) =>
    panel.first.filter((stroke) => stroke.label === label).map(({ points }) => thin(points));
  const raw = { width, height, channels: 4 } as const;
  const png = await sharp(Buffer.from(data.buffer), { raw }).png().toBuffer();
  return { width, height, png, panel, figure: linesOf('fg')[0]!, ground: linesOf('bg') };
}

/** What the figure fills of the page. */
export function figureBox({ panel: { box, truth } }: Scene) {
  let [left, top, right, bottom] = [box.width, box.height, 0, 0];
  for (let y = 0, i = 0; y < box.height; y++)
    for (let x = 0; x < box.width; x++, i++) {
      if (truth[i] !== Truth.figure) continue;
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x + 1), Math.max(bottom, y + 1)];
    }
  return { x: box.x + left, y: box.y + top, width: right - left, height: bottom - top };
}

/** Intersection over union of what is opaque and the figure, where the panel is judged. */
export function overlap({ data, width }: Pixels, { box, truth }: TestPanel): number {
  let [both, either] = [0, 0];
  for (let y = 0, i = 0; y < box.height; y++)
    for (let x = 0; x < box.width; x++, i++) {
      if (truth[i] === Truth.elsewhere) continue;
      const isOpaque = data[((y + box.y) * width + x + box.x) * 4 + 3]! > 127;
      const isFigure = truth[i] === Truth.figure;
      if (isOpaque && isFigure) both++;
      if (isOpaque || isFigure) either++;
    }
  return both / either;
}

/** Somebody who cuts out figures. */
export class SegmentPage extends DrawingPage {
  readonly scene: Scene;

  constructor(page: Page, scene: Scene) {
    super(page);
    this.scene = scene;
  }

  /** Opens the scene and takes the tool. */
  async begin(): Promise<void> {
    await this.goto();
    const { png, width, height } = this.scene;
    const file = { name: 'page.png', mimeType: 'image/png', buffer: png };
    await this.page.getByTestId('file-picker').setInputFiles(file);
    await this.expectSize(width, height);
    await this.measure();
    await this.take('Cut out');
    // As if it had been taken anew, whatever was in the hand before.
    await expect(this.panel()).toBeVisible();
    // The figure is small: strokes must not reach beyond it.
    await this.set('Size', 12);
  }

  panel(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Cut out' });
  }

  /** Draws over what is left out, with the right button. */
  async leaveOut(places: readonly Place[]): Promise<void> {
    const { mouse } = this.page;
    const [first, ...rest] = places.map((place) => this.picture.at(place));
    await mouse.move(first!.x, first!.y);
    await mouse.down({ button: 'right' });
    for (const { x, y } of rest) await mouse.move(x, y);
    await mouse.up({ button: 'right' });
  }

  /** Draws all that the scene says, and leaves the pen where it is not in the way. */
  async mark(): Promise<void> {
    await this.picture.drag(this.scene.figure);
    for (const line of this.scene.ground) await this.leaveOut(line);
    await this.page.mouse.move(2, 2);
  }

  /** Chooses what becomes of it. */
  async result(name: string): Promise<void> {
    await this.panel().getByLabel('Result', { exact: true }).selectOption({ label: name });
  }

  /** The share of the figure's paper, and of the ground's, that is tinted on the screen. */
  async tint(): Promise<{ figure: number; ground: number }> {
    const { box, truth } = this.scene.panel;
    const from = this.picture.at([box.x, box.y]);
    const to = this.picture.at([box.x + box.width, box.y + box.height]);
    const clip = {
      x: Math.ceil(from.x),
      y: Math.ceil(from.y),
      width: Math.floor(to.x - from.x),
      height: Math.floor(to.y - from.y),
    };
    const { data, width, height } = await pixelsOf(await this.page.screenshot({ clip }));
    const counts = { figure: [0, 0], ground: [0, 0] };
    for (let y = 1; y < height - 1; y++)
      for (let x = 1; x < width - 1; x++) {
        const [px, py] = [Math.floor((x * box.width) / width), Math.floor((y * box.height) / height)];
        const what = truth[py * box.width + px];
        if (what === Truth.elsewhere) continue;
        const [red = 0, , blue = 0] = data.subarray((y * width + x) * 4);
        // Ink and tone say little; paper is white, or in the tint's colour.
        if (blue < 200) continue;
        const count = counts[what === Truth.figure ? 'figure' : 'ground'];
        count[0]!++;
        if (blue - red > 40) count[1]!++;
      }
    const share = ([all, tinted]: number[]) => tinted! / Math.max(1, all!);
    return { figure: share(counts.figure), ground: share(counts.ground) };
  }

  /** The chosen layer as it would be saved. */
  async layerPixels(): Promise<Pixels> {
    return pixelsOf((await this.export('png', 'layer')).bytes);
  }
}
