import { detectAnimeFaces, type FaceBox } from '@koma/character';
import { info, log, must, type BenchRow } from '../bench-row.ts';
import { percentile } from '../editor/percentile.ts';
import { readReferenceBoxes, type ReferenceBox } from './reference/reference-boxes.ts';
import { nameOfPixels, referencePixels } from './reference/reference-busts.ts';
import { SIZE } from './render-bust.ts';

/** Boxes that share this much of what both cover are about the same face (the measure of Pascal VOC). */
const SAME = 0.5;

/** Whether other evaluations of the cascade find the same faces in the same pictures, and how long it takes. */
export async function* detectorRows(share: number): AsyncGenerator<BenchRow> {
  const { opencv, pictures } = readReferenceBoxes();
  const count = Math.round(pictures.length * share);
  log(`looking for the faces that others have found in ${count} busts`);
  let [opencvAgrees, prototypeAgrees, changed] = [0, 0, 0];
  const times: number[] = [];
  for (const [i, picture] of pictures.slice(0, count).entries()) {
    const pixels = referencePixels(i);
    if (nameOfPixels(pixels) !== picture.name) changed++;
    const started = performance.now();
    const boxes = detectAnimeFaces(pixels, SIZE, SIZE);
    times.push(performance.now() - started);
    const own = boxes.map(({ x, y, width, height }: FaceBox): ReferenceBox => [x, y, width, height]);
    if (own.toSorted().join() === picture.opencv.toSorted().join()) opencvAgrees++;
    if (aboutSameFaces(own, picture.prototype)) prototypeAgrees++;
  }
  if (changed > 0)
    log(
      `${changed} of the pictures are drawn differently since: run tests/bench/character/reference/write-reference-boxes.ts`,
    );
  const percent = (part: number): number => (part / count) * 100;
  yield must('detector.as-opencv', percent(opencvAgrees), '%', '>=95', `the very boxes of cv2 ${opencv}`);
  yield must('detector.as-prototype', percent(prototypeAgrees), '%', '>=95', 'boxes about the same faces');
  yield info('detector.changed-pictures', percent(changed), '%', 'drawn differently since others looked');
  yield must('detector.milliseconds', percentile(times, 0.5), 'ms', '<=100', `median at ${SIZE} px`);
}

/**
 * Whether each box of either lies about one of the other. Not one to one: the prototype puts two boxes, one in the
 * other, about many a face, because its groups depend on the order of the windows.
 */
function aboutSameFaces(some: readonly ReferenceBox[], others: readonly ReferenceBox[]): boolean {
  const found = (box: ReferenceBox, list: readonly ReferenceBox[]): boolean =>
    list.some((other) => overlap(box, other) >= SAME);
  return some.every((box) => found(box, others)) && others.every((box) => found(box, some));
}

/** The area that both cover over the area that either covers. */
function overlap(a: ReferenceBox, b: ReferenceBox): number {
  const [ax, ay, aw, ah] = a as [number, number, number, number];
  const [bx, by, bw, bh] = b as [number, number, number, number];
  const width = Math.max(0, Math.min(ax + aw, bx + bw) - Math.max(ax, bx));
  const height = Math.max(0, Math.min(ay + ah, by + bh) - Math.max(ay, by));
  return (width * height) / (aw * ah + bw * bh - width * height);
}
