import { createRequire } from 'node:module';
import type OpenCv from '@techstark/opencv-js';
import { intersectionOverUnion } from './robot/judge-panel.ts';
import { Truth, type Box, type TestPage, type TestPanel } from './pages/test-page.ts';

/** The size of the picture that it gets: more would take it tens of seconds. */
const WIDTH = 512;
const HEIGHT = 750;
const RADIUS = 3;

export interface GrabCutRun {
  readonly milliseconds: number;
  /** With the truth, inside the crop. */
  readonly iou: number;
}

/** One iteration of OpenCV.js's grabCut on a crop around a figure, from the same first strokes. */
export async function runGrabCut(page: TestPage, panel: TestPanel, repeats: number): Promise<GrabCutRun> {
  const cv = await loadOpenCv();
  const crop = cropAround(page, panel);
  const picture = new cv.Mat(HEIGHT, WIDTH, cv.CV_8UC3);
  const marks = new Uint8Array(WIDTH * HEIGHT).fill(cv.GC_PR_BGD);
  for (let y = 0, i = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++, i++) {
      const from = ((crop.y + y) * page.image.width + crop.x + x) * 4;
      for (let c = 0; c < 3; c++) picture.data[i * 3 + c] = page.image.data[from + c]!;
      if (x < RADIUS || y < RADIUS || x >= WIDTH - RADIUS || y >= HEIGHT - RADIUS) marks[i] = cv.GC_BGD;
    }
  for (const { label, points } of panel.first) {
    if (label !== 'fg') continue;
    const [[ax, ay], [bx, by]] = [points[0]!, points.at(-1)!];
    const length = Math.hypot(bx - ax, by - ay);
    for (let t = 0; t <= length; t++)
      for (let dy = -RADIUS; dy <= RADIUS; dy++)
        for (let dx = -RADIUS; dx <= RADIUS; dx++) {
          const x = Math.floor(ax + ((bx - ax) * t) / length) - crop.x + dx;
          const y = Math.floor(ay + ((by - ay) * t) / length) - crop.y + dy;
          if (x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT) marks[y * WIDTH + x] = cv.GC_FGD;
        }
  }
  const truth = truthOf(panel, crop);
  let [milliseconds, iou] = [Infinity, 0];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const mask = cv.matFromArray(HEIGHT, WIDTH, cv.CV_8UC1, marks as unknown as number[]);
    const [ground, figure] = [new cv.Mat(), new cv.Mat()];
    const started = performance.now();
    cv.grabCut(picture, mask, new cv.Rect(0, 0, WIDTH, HEIGHT), ground, figure, 1, cv.GC_INIT_WITH_MASK);
    milliseconds = Math.min(milliseconds, performance.now() - started);
    const found = Uint8Array.from(mask.data, (mark: number) =>
      mark === cv.GC_FGD || mark === cv.GC_PR_FGD ? 1 : 0,
    );
    iou = intersectionOverUnion(found, truth);
    for (const mat of [mask, ground, figure]) mat.delete();
  }
  picture.delete();
  return { milliseconds, iou };
}

/** The module has a `then` of its own that never stops giving itself, so it must not be awaited. */
async function loadOpenCv(): Promise<typeof OpenCv> {
  const cv = createRequire(import.meta.url)('@techstark/opencv-js') as typeof OpenCv & {
    onRuntimeInitialized?: () => void;
    then?: unknown;
  };
  if (!('Mat' in cv))
    await new Promise<void>(
      (resolve) => ((cv as { onRuntimeInitialized?: () => void }).onRuntimeInitialized = resolve),
    );
  delete cv.then;
  return cv;
}

function cropAround({ image }: TestPage, { box }: TestPanel): Box {
  const clamp = (middle: number, size: number, end: number): number =>
    Math.round(Math.max(0, Math.min(end - size, middle - size / 2)));
  return {
    x: clamp(box.x + box.width / 2, WIDTH, image.width),
    y: clamp(box.y + box.height / 2, HEIGHT, image.height),
    width: WIDTH,
    height: HEIGHT,
  };
}

function truthOf({ box, truth }: TestPanel, crop: Box): Uint8Array {
  const own = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0, i = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++, i++) {
      const [px, py] = [crop.x + x - box.x, crop.y + y - box.y];
      const isInside = px >= 0 && py >= 0 && px < box.width && py < box.height;
      own[i] = isInside && truth[py * box.width + px] === Truth.figure ? 1 : 0;
    }
  return own;
}
