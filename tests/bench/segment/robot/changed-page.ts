import type { PageImage } from '@koma/lineart';
import type { RandomStream } from '@koma/character';
import { Truth, type TestPage, type TestPanel } from '../pages/test-page.ts';

const DARK = 128;
/** Dots as the prototype's pages have them. */
const PITCH = 8;
const RADIUS = 2.3;
/** Shares of a panel that a region may take up to be toned. */
const REGION: readonly [number, number] = [0.01, 0.3];
/** A region has a tone already where more of its pixels have ink so near to them. */
const MOST_INK = 0.3;
const NEIGHBOURS = [
  [-5, 0],
  [5, 0],
  [0, -5],
  [0, 5],
] as const;
/** Length of the piece of outline that is rubbed out, pixels. */
const GAP = 6;
/** Places are no nearer to the panel's end, pixels. */
const MARGIN = 12;

/** A page that was changed in some of its panels. */
export interface ChangedPage {
  readonly image: PageImage;
  /** The others had no place for it. */
  readonly changed: readonly TestPanel[];
}

/** The page with halftone dots in one white region of each panel, as far as the lines around it. */
export function withHalftone(page: TestPage, random: RandomStream): ChangedPage {
  const image = copyOf(page.image);
  const changed = page.panels.filter((panel) => {
    const region = whiteRegion(page.image, panel, random);
    for (const i of region) {
      const [x, y] = [i % image.width, Math.floor(i / image.width)];
      const row = Math.round(y / PITCH);
      const shift = (row & 1) * (PITCH / 2);
      const [dx, dy] = [x - shift - Math.round((x - shift) / PITCH) * PITCH, y - row * PITCH];
      if (dx * dx + dy * dy <= RADIUS * RADIUS) image.data.fill(0, i * 4, i * 4 + 3);
    }
    return region.length > 0;
  });
  return { image, changed };
}

/** The page with a piece of each figure's outline gone, where no other line is near. */
export function withGap(page: TestPage, random: RandomStream): ChangedPage {
  const image = copyOf(page.image);
  const changed = page.panels.filter((panel) => {
    const places = outlinePlaces(panel).filter((place) => isLoneLine(page.image, panel, place));
    if (places.length === 0) return false;
    rubOut(image, panel, random.pick(places));
    return true;
  });
  return { image, changed };
}

/** A pixel of a figure's border in the panel's box, and the direction to its inside, of length 1. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly nx: number;
  readonly ny: number;
}

function outlinePlaces({ box, truth }: TestPanel): Place[] {
  const { width, height } = box;
  const isFigure = (x: number, y: number): boolean => truth[y * width + x] === Truth.figure;
  const places: Place[] = [];
  for (let y = MARGIN; y < height - MARGIN; y++)
    for (let x = MARGIN; x < width - MARGIN; x++) {
      if (!isFigure(x, y)) continue;
      if (isFigure(x - 1, y) && isFigure(x + 1, y) && isFigure(x, y - 1) && isFigure(x, y + 1)) continue;
      let [nx, ny] = [0, 0];
      for (let dy = -5; dy <= 5; dy++)
        for (let dx = -5; dx <= 5; dx++) if (isFigure(x + dx, y + dy)) [nx, ny] = [nx + dx, ny + dy];
      const length = Math.hypot(nx, ny);
      if (length > 0) places.push({ x, y, nx: nx / length, ny: ny / length });
    }
  return places;
}

/** Whether a line goes along the border here, with paper to both of its sides. */
function isLoneLine({ width, data }: PageImage, { box }: TestPanel, { x, y, nx, ny }: Place): boolean {
  const isDark = (across: number, along: number): boolean => {
    const px = Math.round(box.x + x + nx * across - ny * along);
    const py = Math.round(box.y + y + ny * across + nx * along);
    return data[(py * width + px) * 4]! < DARK;
  };
  return [-6, -3, 0, 3, 6].every(
    (along) =>
      [-1, 0, 1].some((across) => isDark(across, along)) &&
      ![-9, -8, 8, 9].some((across) => isDark(across, along)),
  );
}

function rubOut(
  { width, data }: { readonly width: number; readonly data: Uint8ClampedArray },
  { box }: TestPanel,
  { x, y, nx, ny }: Place,
): void {
  for (let dy = -MARGIN; dy <= MARGIN; dy++)
    for (let dx = -MARGIN; dx <= MARGIN; dx++) {
      const [across, along] = [dx * nx + dy * ny, -dx * ny + dy * nx];
      if (Math.abs(across) > 7 || Math.abs(along) > GAP / 2) continue;
      const p = ((box.y + y + dy) * width + box.x + x + dx) * 4;
      data.fill(255, p, p + 3);
    }
}

const copyOf = (
  image: PageImage,
): { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> } => ({
  ...image,
  data: Uint8ClampedArray.from(image.data),
});

/** Pixels of the page of one region of bare paper in a panel, 4-connected; none where no region has the size. */
function whiteRegion(image: PageImage, { box, truth }: TestPanel, random: RandomStream): number[] {
  const { width, data } = image;
  const area = truth.filter((value) => value !== Truth.elsewhere).length;
  const seen = new Uint8Array(truth.length);
  const isWhite = (j: number): boolean =>
    truth[j] !== Truth.elsewhere &&
    data[((box.y + Math.floor(j / box.width)) * width + box.x + (j % box.width)) * 4]! >= DARK;
  const regions: number[][] = [];
  for (let start = 0; start < truth.length; start++) {
    if (seen[start] === 1 || !isWhite(start)) continue;
    const region = [start];
    seen[start] = 1;
    for (let k = 0; k < region.length; k++) {
      const j = region[k]!;
      const x = j % box.width;
      for (const next of [x > 0 ? j - 1 : j, x < box.width - 1 ? j + 1 : j, j - box.width, j + box.width])
        if (next >= 0 && next < truth.length && seen[next] === 0 && isWhite(next)) {
          seen[next] = 1;
          region.push(next);
        }
    }
    const isOfSize = region.length >= REGION[0] * area && region.length <= REGION[1] * area;
    // Dots on dots are no halftone.
    const near = region.filter((j) => NEIGHBOURS.some(([dx, dy]) => !isWhite(j + dy * box.width + dx)));
    if (isOfSize && near.length < MOST_INK * region.length) regions.push(region);
  }
  if (regions.length === 0) return [];
  return random
    .pick(regions)
    .map((j) => (box.y + Math.floor(j / box.width)) * width + box.x + (j % box.width));
}
