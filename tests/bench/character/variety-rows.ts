import { attributes, labOf, sampleCharacter, type Attribute, type Character } from '@koma/character';
import { info, log, must, type BenchRow } from '../bench-row.ts';
import { render, sample } from './prototype-generator.mjs';
import { bustSvg, pixelsOf, SIZE } from './render-bust.ts';

const SIDE = 16;
const SEED = 500_000;
/** Enough that rare options have a share that means something. */
const SAMPLES = 10_000;

/** How different characters are from each other, and how evenly labels come up. */
export async function* varietyRows(count: number): AsyncGenerator<BenchRow> {
  log(`comparing ${count} busts with the prototype's`);
  // Each on plain grounds of its own choice, as both sample them; and once more with the ground left out.
  const own = meanDistance(count, (i) =>
    bustSvg(sampleCharacter(SEED + i, { wishes: { background: 'plain' } })),
  );
  const prototype = meanDistance(count, (i) => render(sample(SEED + i), SIZE).svg);
  const ownOnWhite = meanDistance(count, (i) =>
    bustSvg(sampleCharacter(SEED + i, { wishes: { background: 'plain', backgroundColor: 'paper' } })),
  );
  const prototypeOnWhite = meanDistance(
    count,
    (i) => render({ ...sample(SEED + i), bg: [0, 0, 100] }, SIZE).svg,
  );
  yield info('variety.distance', own, 'ΔE', 'mean pairwise L2 of 16 × 16 Lab thumbnails, per pixel');
  yield info('variety.prototype', prototype, 'ΔE', 'the same of the prototype');
  yield must('variety.vs-prototype', own / prototype, '×', '>=1.15', 'plain grounds as sampled');
  yield info(
    'variety.vs-prototype.on-white',
    ownOnWhite / prototypeOnWhite,
    '×',
    `${ownOnWhite.toFixed(1)} over ${prototypeOnWhite.toFixed(1)} ΔE, the same white ground for both`,
  );
  const busts = Array.from({ length: SAMPLES }, (_, i) => combination(sampleCharacter(SEED + i)));
  yield info(
    'variety.combinations',
    new Set(busts).size,
    `of ${SAMPLES}`,
    'distinct choices of parts, without colours and numbers',
  );
  yield info(
    'variety.possible',
    Math.log10(possibleCombinations()),
    'log10',
    'products of all options of parts',
  );
  yield must(
    'labels.balance',
    worstShare(),
    '×',
    '>=0.75',
    `rarest option over an even share, ${SAMPLES} balanced samples`,
  );
}

/** The mean distance of two pictures' thumbnails, as a root mean square over pixels. */
function meanDistance(count: number, svgOf: (index: number) => string): number {
  const thumbnails = Array.from({ length: count }, (_, i) => thumbnail(pixelsOf(svgOf(i))));
  let [sum, pairs] = [0, 0];
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++, pairs++) {
      let squares = 0;
      for (let k = 0; k < thumbnails[i]!.length; k++)
        squares += (thumbnails[i]![k]! - thumbnails[j]![k]!) ** 2;
      sum += Math.sqrt(squares / (SIDE * SIDE));
    }
  return sum / pairs;
}

/** The means of 16 × 16 blocks as CIELAB. */
function thumbnail(pixels: Uint8Array): Float32Array {
  const block = SIZE / SIDE;
  const result = new Float32Array(SIDE * SIDE * 3);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const [left, top] = [(i % SIDE) * block, Math.floor(i / SIDE) * block];
    const sums: [number, number, number] = [0, 0, 0];
    for (let y = top; y < top + block; y++)
      for (let x = left, p = (y * SIZE + left) * 4; x < left + block; x++, p += 4)
        for (const c of [0, 1, 2] as const) sums[c] += pixels[p + c]!;
    const [r, g, b] = sums.map((sum) => Math.round(sum / block ** 2)) as [number, number, number];
    result.set(labOf(r, g, b), i * 3);
  }
  return result;
}

/** Attributes that say which parts are drawn in a bust. */
const PART_ATTRIBUTES = Object.entries(attributes).filter(
  ([name, { kind, group }]) =>
    (kind === 'choice' || kind === 'flag') &&
    !['picture', 'finish', 'pose'].includes(group) &&
    !['socks', 'shoes'].includes(name),
);

const combination = (character: Character): string =>
  PART_ATTRIBUTES.map(([name]) => String(character[name as keyof Character])).join();

const possibleCombinations = (): number =>
  PART_ATTRIBUTES.reduce((product, [, attribute]) => product * optionsOf(attribute).length, 1);

function optionsOf(attribute: Attribute): readonly (string | boolean)[] {
  switch (attribute.kind) {
    case 'choice':
      return attribute.options;
    case 'colour':
      return Object.keys(attribute.swatches);
    case 'flag':
      return [true, false];
    case 'number':
      return [];
  }
}

/** The share of the rarest option of any attribute over what an even spread would give it. */
function worstShare(): number {
  const samples = Array.from({ length: SAMPLES }, (_, i) =>
    sampleCharacter(SEED + i, { spread: 'balanced' }),
  );
  const shares = Object.entries(attributes)
    // What is drawn at all is chosen by whoever samples.
    .filter(([name]) => name !== 'framing')
    .flatMap(([name, attribute]) => {
      const options = optionsOf(attribute);
      const counts = new Map<unknown, number>();
      for (const character of samples) {
        const value = character[name as keyof Character];
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return options.map((option) => ((counts.get(option) ?? 0) / SAMPLES) * options.length);
    });
  return Math.min(...shares);
}
