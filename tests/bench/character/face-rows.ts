import {
  catalogue,
  detectAnimeFaces,
  drawCharacter,
  labelCharacter,
  sampleCharacter,
  type Character,
  type FaceBox,
} from '@koma/character';
import { info, log, must, type BenchRow } from '../bench-row.ts';
import { bustSvg, pixelsOf, SIZE } from './render-bust.ts';

/** Where the samples of each row begin, so that they share no character. */
const SEEDS = { neutral: 100_000, all: 200_000 } as const;

/** How often lbpcascade_animeface finds the face at its usual settings, and what else it takes for one. */
export async function* faceRows(count: number): AsyncGenerator<BenchRow> {
  log(`looking for faces in ${2 * count} busts`);
  const neutral = detectAll(count, (i) =>
    sampleCharacter(SEEDS.neutral + i, {
      wishes: { expression: 'neutral', finish: 'cel', yaw: { low: -15, high: 15 } },
    }),
  );
  const { options } = catalogue.expression;
  const all = detectAll(count, (i) =>
    sampleCharacter(SEEDS.all + i, {
      wishes: { expression: options[i % options.length]!, yaw: { low: -30, high: 30 } },
    }),
  );
  yield must('face.neutral-15', neutral.found, '%', '>=97', 'the prototype: 96.7 %');
  yield must('face.all-30', all.found, '%', '>=93');
  yield must('face.extra-boxes', (neutral.extra + all.extra) / 2, '% of pictures', '<=2');
  yield info('face.milliseconds', neutral.milliseconds, 'ms', '256 px, one thread');
  for (const [name, share] of all.byExpression) yield info(`face.all-30.${name}`, share, '%');
}

interface Detection {
  /** Percent of pictures. */
  readonly found: number;
  readonly extra: number;
  readonly byExpression: ReadonlyMap<string, number>;
  readonly milliseconds: number;
}

function detectAll(count: number, characterOf: (index: number) => Character): Detection {
  let [found, extra, time] = [0, 0, 0];
  const byExpression = new Map<string, { found: number; count: number }>();
  for (let i = 0; i < count; i++) {
    const character = characterOf(i);
    const pixels = pixelsOf(bustSvg(character));
    const started = performance.now();
    const boxes = detectAnimeFaces(pixels, SIZE, SIZE);
    time += performance.now() - started;
    const { face } = labelCharacter(character, drawCharacter(character), SIZE);
    const hits = boxes.filter((box) => face !== null && isOn(box, face)).length;
    if (hits > 0) found++;
    if (boxes.length > Math.min(hits, 1)) extra++;
    const sum = byExpression.get(character.expression) ?? { found: 0, count: 0 };
    byExpression.set(character.expression, { found: sum.found + Math.min(hits, 1), count: sum.count + 1 });
  }
  return {
    found: (found / count) * 100,
    extra: (extra / count) * 100,
    byExpression: new Map(Array.from(byExpression, ([name, sum]) => [name, (sum.found / sum.count) * 100])),
    milliseconds: time / count,
  };
}

/**
 * Whether a box's middle lies on the face and its size fits. The cascade was trained on boxes around the
 * whole head: they are about 1.6 times as wide as the skin of the face, which the label gives.
 */
function isOn(box: FaceBox, [x, y, width, height]: readonly [number, number, number, number]): boolean {
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  const size = box.width / width;
  return cx > x && cx < x + width && cy > y && cy < y + height && size > 0.7 && size < 2.2;
}
