import { createImage, type RasterImage } from '@koma/core/raster';
import { cutOperation } from '#lib/studio/cut-operation.ts';
import { CutLink } from './cut-link.ts';
import { cutParams, DEFAULT_CUT } from './cut-settings.ts';

/** Pixels on a side: enough for lines, regions and a border, and done in a moment. */
const SIDE = 300;
const RINGS = [60, 110] as const;
const LINE = 3;

let warmed = false;

/**
 * Starts the plugin's worker and lets it cut a small drawing, once: most of the time that its first answer takes
 * is the browser's, for code that has never run. Call it when the tool's button is approached.
 */
export async function warmUpCut(): Promise<void> {
  const operation = cutOperation();
  if (warmed || !operation) return;
  warmed = true;
  try {
    const params = cutParams(DEFAULT_CUT);
    const events = { update: () => {}, progress: () => {}, lost: () => {} };
    const link = await CutLink.open(operation, rings(), params, new AbortController().signal, events);
    const middle = [SIDE / 2, SIDE / 2] as const;
    await link.update([{ label: 'fg', radius: 10, points: [middle] }], params);
    link.close();
  } catch {
    // Whoever takes the tool then is told what is wrong.
  }
}

/** Black rings on white paper. */
function rings(): RasterImage {
  const image = createImage(SIDE, SIDE);
  for (let y = 0, i = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++, i += 4) {
      const away = Math.hypot(x - SIDE / 2, y - SIDE / 2);
      const isLine = RINGS.some((radius) => Math.abs(away - radius) < LINE / 2);
      image.data.fill(isLine ? 0 : 255, i, i + 3);
      image.data[i + 3] = 255;
    }
  return image;
}
