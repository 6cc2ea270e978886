import { expect, type Locator, type Page } from '@playwright/test';
import { PicturePointer, type Place } from './picture-pointer.ts';
import { pixelsOf, StudioPage, type Pixels } from './studio-page.ts';

/** The letter of each tool; variants of a group share it. */
const LETTERS = {
  Brush: 'b',
  Pencil: 'n',
  'Ink pen': 'b',
  Eraser: 'e',
  'Paint bucket': 'g',
  'Lasso fill': 'g',
  Eyedropper: 'i',
  'Rectangular marquee': 'm',
  'Elliptical marquee': 'm',
  Lasso: 'l',
  'Polygonal lasso': 'l',
  'Magic wand': 'w',
  'Cut out': 's',
  Hand: 'h',
  Zoom: 'z',
} as const;

export type ToolName = keyof typeof LETTERS;

/** The editor in the hands of somebody who draws. */
export class DrawingPage extends StudioPage {
  #pointer: PicturePointer | undefined;

  /** Makes a page through the dialog; the fitted view is measured then. */
  async newPage(width: number, height: number, paper = true): Promise<void> {
    await this.page.getByRole('button', { name: 'New page' }).first().click();
    const dialog = this.page.getByRole('dialog', { name: 'New page' });
    await dialog.getByLabel('Width').fill(String(width));
    await dialog.getByLabel('Height').fill(String(height));
    await dialog.getByLabel('White paper').setChecked(paper);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await this.expectSize(width, height);
    await this.measure();
  }

  /** Finds the picture on the screen; after opening one, or after Ctrl+0. */
  async measure(): Promise<void> {
    this.#pointer = await PicturePointer.over(this.page);
  }

  /** Pointers over the picture. */
  get picture(): PicturePointer {
    if (!this.#pointer) throw new Error('measure() first');
    return this.#pointer;
  }

  options(): Locator {
    return this.page.getByRole('group', { name: 'Tool options' });
  }

  /** Takes a tool by its letter, with Shift for its variants. */
  async take(name: ToolName): Promise<void> {
    const letter = LETTERS[name];
    const inHand = this.options().getByText(name, { exact: true }).first();
    await this.page.keyboard.press(letter);
    for (let i = 0; i < 3 && !(await inHand.isVisible()); i++)
      await this.page.keyboard.press(`Shift+${letter.toUpperCase()}`);
    await expect(inHand).toBeVisible();
  }

  /** Types a number into the bar of options. */
  async set(label: string, value: number): Promise<void> {
    const field = this.options().getByRole('spinbutton', { name: label, exact: true });
    await field.fill(String(value));
    await field.press('Enter');
  }

  /** Opens a tab of the side. */
  async tab(name: 'Operations' | 'Colour' | 'History'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  /** Types the foreground colour; the tab of colours must be open. */
  async colour(hex: string): Promise<void> {
    await this.page.getByTestId('colour-hex').fill(hex);
    await this.page.getByTestId('colour-hex').press('Enter');
  }

  /** Chooses a layer by a click on its name. */
  async on(name: string): Promise<void> {
    await this.layer(name).getByText(name, { exact: true }).click();
    await expect(this.layer(name)).toHaveAttribute('aria-selected', 'true');
  }

  /** Makes a layer above the chosen one and names it. */
  async newLayer(name: string): Promise<void> {
    const count = await this.page.getByRole('treeitem').count();
    await this.layers().getByRole('button', { name: 'New layer' }).click();
    await expect(this.page.getByRole('treeitem')).toHaveCount(count + 1);
    await this.rename(name);
  }

  /** Renames the chosen layer. */
  async rename(name: string): Promise<void> {
    const chosen = this.page.getByRole('treeitem', { selected: true });
    await chosen.locator('.name').dblclick();
    await this.page.getByLabel('Layer name').fill(name);
    await this.page.keyboard.press('Enter');
    await expect(this.layer(name)).toBeVisible();
  }

  /** Chooses a line of the layers' menu, or of one of its submenus. */
  async menu(...path: readonly string[]): Promise<void> {
    await this.page.getByRole('button', { name: 'Layer menu' }).click();
    for (const name of path.slice(0, -1))
      await this.page.getByRole('menuitem', { name, exact: true }).press('ArrowRight');
    const last = path.at(-1)!;
    await this.page
      .getByRole('menuitem', { name: last })
      .or(this.page.getByRole('menuitemradio', { name: last, exact: true }))
      .or(this.page.getByRole('menuitemcheckbox', { name: last }))
      .first()
      .click();
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  /** Presses a button of the layers panel. */
  async press(name: string): Promise<void> {
    await this.layers().getByRole('button', { name, exact: true }).click();
  }

  /** The whole picture as it would be saved. */
  async pixels(): Promise<Pixels> {
    return pixelsOf((await this.export()).bytes);
  }

  /** See {@link outline}. */
  outline(): Promise<string[]> {
    return outline(this.page);
  }

  /** Drags a layer's line to a part of another's height, 0 being its top. */
  async dragLayer(from: string, to: string, part: number, sideways = 0): Promise<void> {
    const { mouse } = this.page;
    await this.layer(from).scrollIntoViewIfNeeded();
    const a = (await this.layer(from).boundingBox())!;
    const x = a.x + a.width * 0.6;
    await mouse.move(x, a.y + a.height / 2);
    await mouse.down();
    await mouse.move(x + 6, a.y + a.height / 2 + 6, { steps: 2 });
    // Near its ends the list scrolls while something is dragged, a step a frame.
    for (let last = NaN, y = 0; last !== y;) {
      const b = (await this.layer(to).boundingBox())!;
      [last, y] = [y, b.y + b.height * part];
      await mouse.move(x + sideways, y, { steps: 4 });
      await this.page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    }
    await mouse.up();
  }
}

/** Names of the layers, indented, a star for those chosen and brackets for those hidden. */
export async function outline(page: Page): Promise<string[]> {
  return page.getByRole('treeitem').evaluateAll((lines) =>
    lines.map((line) => {
      const [id = ''] = (line.getAttribute('aria-labelledby') ?? '').split(' ');
      const name = document.getElementById(id)?.textContent ?? '';
      const hidden = line.querySelector('[aria-label^="Show "]') !== null;
      const star = line.getAttribute('aria-selected') === 'true' ? '*' : '';
      return '  '.repeat(Number(line.getAttribute('aria-level')) - 1) + (hidden ? `[${name}]` : name) + star;
    }),
  );
}

/** The colour of a pixel, R, G, B and alpha. */
export function pixel({ data, width }: Pixels, [x, y]: Place): number[] {
  const at = (y * width + x) * 4;
  return [...data.subarray(at, at + 4)];
}

/** An arc as places of the document, degrees clockwise from the right; pressure swells in the middle. */
export function arc(
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  from: number,
  to: number,
  pressure: readonly [ends: number, middle: number] = [0.3, 0.8],
): Place[] {
  const count = Math.max(6, Math.ceil(Math.abs(to - from) / 15));
  return Array.from({ length: count + 1 }, (_, i) => {
    const part = i / count;
    const angle = ((from + (to - from) * part) * Math.PI) / 180;
    const swell = 1 - Math.abs(2 * part - 1);
    return [
      Math.round(cx + rx * Math.cos(angle)),
      Math.round(cy + ry * Math.sin(angle)),
      pressure[0] + (pressure[1] - pressure[0]) * swell,
    ];
  });
}

/** How two pictures of one size differ. */
export interface Difference {
  /** Largest difference of any channel, in levels of 255. */
  readonly worst: number;
  /** Share of the pixels that differ by more than the levels given. */
  readonly share: number;
  /** Where those lie; right and bottom are the first column and row beyond. */
  readonly box: { left: number; top: number; right: number; bottom: number };
}

/** Compares two pictures. @param levels by how much a pixel may differ and still count as equal */
export function difference(a: Pixels, b: Pixels, levels = 0): Difference {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  const box = { left: a.width, top: a.height, right: 0, bottom: 0 };
  let [worst, off] = [0, 0];
  for (let i = 0; i < a.data.length; i += 4) {
    let most = 0;
    for (let c = i; c < i + 4; c++) most = Math.max(most, Math.abs(a.data[c]! - b.data[c]!));
    worst = Math.max(worst, most);
    if (most <= levels) continue;
    off++;
    const [x, y] = [(i / 4) % a.width, Math.floor(i / 4 / a.width)];
    [box.left, box.top] = [Math.min(box.left, x), Math.min(box.top, y)];
    [box.right, box.bottom] = [Math.max(box.right, x + 1), Math.max(box.bottom, y + 1)];
  }
  return { worst, share: off / (a.width * a.height), box };
}
