import { expect, test } from 'vitest';
import { randomStream } from '../random/random-stream.ts';
import { areaOf } from './convex.ts';
import { layoutPanels, PANEL_COUNTS } from './layout-panels.ts';
import { COLUMN_GUTTER, CONTENT, PAGE, ROW_GUTTER } from './page-size.ts';

/** Whether a point lies in an outline, by counting crossings: no use of convexity or of our own clipping. */
function contains(outline: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [ax, ay] = outline[i]!;
    const [bx, by] = outline[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

test('panels never overlap, and with gutters they fill the basic frame', () => {
  for (let seed = 0; seed < 60; seed++) {
    const count = PANEL_COUNTS[seed % PANEL_COUNTS.length]!;
    const panels = layoutPanels(randomStream(seed, 'layout test'), count);
    expect(panels).toHaveLength(count);
    let free = 0;
    let inFrame = 0;
    const step = 9;
    for (let y = step / 2; y < PAGE.height; y += step)
      for (let x = step / 2; x < PAGE.width; x += step) {
        const holders = panels.filter(({ outline }) => contains(outline, x, y)).length;
        if (holders > 1) throw new Error(`seed ${seed}: ${x}, ${y} is in ${holders} panels`);
        if (x < CONTENT.x || y < CONTENT.y || x > CONTENT.x + CONTENT.width || y > CONTENT.y + CONTENT.height)
          continue;
        inFrame++;
        if (holders === 0) free++;
      }
    // Gutters: at most one a panel across the frame's width or height, and there is at least one.
    const most =
      (count * (CONTENT.width * ROW_GUTTER + CONTENT.height * COLUMN_GUTTER)) /
      (CONTENT.width * CONTENT.height);
    expect(free / inFrame).toBeLessThan(Math.min(0.1, most));
    expect(free).toBeGreaterThan(0);
  }
});

test('panels are read from right to left and from the top down, one is the focus, none is a splinter', () => {
  for (let seed = 0; seed < 60; seed++) {
    const panels = layoutPanels(randomStream(seed, 'layout test'), PANEL_COUNTS[seed % PANEL_COUNTS.length]!);
    expect(panels.filter(({ focus }) => focus)).toHaveLength(1);
    for (const { outline } of panels) expect(areaOf(outline)).toBeGreaterThan(35_000);
    const middles = panels.map(({ outline }) => [
      outline.reduce((sum, [x]) => sum + x, 0) / outline.length,
      outline.reduce((sum, [, y]) => sum + y, 0) / outline.length,
    ]);
    for (let i = 1; i < middles.length; i++) {
      const [x, y] = middles[i]!;
      const [px, py] = middles[i - 1]!;
      // The next panel lies further left, or lower.
      expect(x! < px! + 1 || y! > py! + 1).toBe(true);
    }
  }
});

test('gutters between rows are wider than those between columns', () => {
  expect(ROW_GUTTER).toBeGreaterThan(COLUMN_GUTTER * 1.5);
});
