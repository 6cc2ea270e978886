import type { Browser, Page } from '@playwright/test';
import type { Stroke } from '@koma/core/plugin';
import { PicturePointer } from '../../../e2e/picture-pointer.ts';
import { pick } from '../../editor/editor-session.ts';
import type { TestPage, TestPanel } from '../pages/test-page.ts';
import type { Area } from './watch-mask.ts';
import { watchWorkers } from './watch-workers.ts';

/** Movements of the pointer along a stroke. */
const MOVES = 24;
/** CSS pixels. */
const LITTLE = 32;
/** What follows the opening of a picture is over then, ms. */
const SETTLED = 2000;

/** What is done while a stroke is drawn. */
export interface Drawing {
  /** At its start. */
  readonly pressed?: () => Promise<void>;
  /** After each movement. */
  readonly moved?: () => Promise<void>;
}

/** The editor with a test page open, in the hands of somebody who cuts out its figures. */
export class CuttingPage {
  readonly page: Page;
  readonly #picture: PicturePointer;

  private constructor(page: Page, picture: PicturePointer) {
    this.page = page;
    this.#picture = picture;
  }

  /** In a new profile. @param png the test page's picture, a path */
  static async open(browser: Browser, url: string, png: string, { image }: TestPage): Promise<CuttingPage> {
    // The page is opened in a profile of its own, which has to be told beforehand what is watched.
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1600, height: 1000 } });
    const page = await context.newPage();
    await watchWorkers(page);
    await page.goto(url);
    await page.getByRole('heading', { name: 'Drop a picture here' }).waitFor();
    await pick(page, png);
    await page.getByTestId('document-size').getByText(`${image.width} × ${image.height} px`).waitFor();
    await page.waitForTimeout(SETTLED);
    return new CuttingPage(page, await PicturePointer.over(page));
  }

  /** The button of the tool. */
  tool() {
    return this.page.getByRole('button', { name: 'Cut out' }).first();
  }

  /** Takes the tool as a hand does. @param rest milliseconds on the button before the click */
  async takeTool(rest: number): Promise<void> {
    const { mouse } = this.page;
    const { x, y, width, height } = (await this.tool().boundingBox())!;
    await mouse.move(x + width / 2, y + height / 2);
    await this.page.waitForTimeout(rest);
    await mouse.down();
    await mouse.up();
  }

  /** Where a panel is on the screen, whole pixels. */
  areaOf({ box }: TestPanel): Area {
    const from = this.#picture.at([box.x, box.y]);
    const to = this.#picture.at([box.x + box.width, box.y + box.height]);
    const [x, y] = [Math.ceil(from.x), Math.ceil(from.y)];
    return { x, y, width: Math.floor(to.x) - x, height: Math.floor(to.y) - y };
  }

  /** A little of the screen around a place: all of a panel would take long to look at. */
  areaAround(place: readonly [number, number]): Area {
    const { x, y } = this.#picture.at(place);
    return { x: Math.round(x) - LITTLE / 2, y: Math.round(y) - LITTLE / 2, width: LITTLE, height: LITTLE };
  }

  /** Draws a stroke, with the right button where it says what is left out. */
  async draw({ label, points }: Stroke, { pressed, moved }: Drawing = {}): Promise<void> {
    const { mouse } = this.page;
    const button = label === 'bg' ? 'right' : 'left';
    const places = alongLine(points, MOVES).map((place) => this.#picture.at(place));
    await mouse.move(places[0]!.x, places[0]!.y);
    await mouse.down({ button });
    await pressed?.();
    for (const { x, y } of places.slice(1)) {
      await mouse.move(x, y);
      await moved?.();
    }
    await mouse.up({ button });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** Places along a line, at equal distances; its start and its end are the first and the last. */
function alongLine(points: Stroke['points'], steps: number): [number, number][] {
  const parts = points.slice(1).map(([x, y], i) => ({
    from: points[i]!,
    to: [x, y] as const,
    length: Math.hypot(x - points[i]![0], y - points[i]![1]),
  }));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Array.from({ length: steps + 1 }, (_, step) => {
    let left = (length * step) / steps;
    for (const { from, to, length } of parts) {
      if (left <= length && length > 0) {
        const share = left / length;
        return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
      }
      left -= length;
    }
    const [x, y] = points.at(-1)!;
    return [x, y];
  });
}
