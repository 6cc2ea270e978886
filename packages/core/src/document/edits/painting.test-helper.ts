import assert from 'node:assert/strict';
import { tileKey } from '../../raster/index.ts';
import {
  BRUSH,
  BrushStroke,
  FULL_COVERAGE,
  type BrushSettings,
  type StrokeSample,
} from '../../tools/index.ts';
import type { RasterLayer } from '../document.ts';
import { inside, noise, Page, rect } from './page.test-helper.ts';
import { PaintSession, type PaintOptions } from './paint-session.ts';

/** Ends within tiles. Tests only. */
export const CANVAS = rect(0, 0, 300, 270);
const AREA = rect(230, 200, 60, 60);
/** What is selected where anything is. Tests only. */
export const soft = (x: number, y: number) => (inside(AREA, x, y) ? 55 + ((x * 7 + y) % 200) : 0);

/** A curve across the corner where four tiles meet, and off the canvas at its end. Tests only. */
export const SAMPLES: readonly StrokeSample[] = Array.from({ length: 60 }, (_, i) => ({
  x: 190 + i * 2.5,
  y: 262 - 40 * Math.sin(i / 9),
  pressure: 0.4 + 0.6 * Math.abs(Math.sin(i / 7)),
}));

/** A layer of noise, and one with a mask. Tests only. */
export const studio = (properties: Partial<RasterLayer> = {}, selected = false) =>
  new Page(
    CANVAS.width,
    CANVAS.height,
    (make) => [
      make.layer('art', noise(290, 260, 1), { ...properties }, 5, 5),
      make.layer('masked', undefined, {
        mask: make.mask(rect(0, 0, 256, 256), (x, y) => (x + y) & 255, 255),
      }),
    ],
    (make) => (selected ? { selection: make.coverage(rect(0, 0, 512, 512), soft) } : {}),
  );

/** How strokes are drawn. Tests only. */
export const OPTIONS: PaintOptions = {
  layerId: 'art',
  plane: 'pixels',
  mode: 'paint',
  brush: { ...BRUSH, size: 24 },
  colour: [200, 30, 90],
};

/** Draws a stroke in pieces and puts it into the document as one step. Tests only. */
export function draw(page: Page, options: Partial<PaintOptions> = {}, samples = SAMPLES): PaintSession {
  const session = new PaintSession(page.store, page.document, { ...OPTIONS, ...options });
  for (let i = 0; i < samples.length; i += 4) session.add(samples.slice(i, i + 4));
  session.end();
  page.editOnce((t) => assert(session.commit(t)));
  return session;
}

/** How much a stroke covers a pixel, 0-1, drawn at one go. Tests only. */
export function coverageOf(brush: BrushSettings, samples = SAMPLES): (x: number, y: number) => number {
  const stroke = new BrushStroke(brush);
  stroke.add(samples);
  stroke.end();
  return (x, y) => {
    const tile = stroke.coverage.tile(tileKey(Math.floor(x / 256), Math.floor(y / 256)));
    return (tile?.[(y & 255) * 256 + (x & 255)] ?? 0) / FULL_COVERAGE;
  };
}
