import {
  characterPalette,
  drawCharacter,
  eyeColours,
  hairColours,
  labOf,
  partClasses,
  sampleCharacter,
  truthPictures,
  type Character,
  type Painter,
} from '@koma/character';
import { info, log, must, type BenchRow } from '../bench-row.ts';
import { bustSvg, maskPixels, pixelsOf, SIZE } from './render-bust.ts';

type Lab = readonly [number, number, number];

const SEEDS = { learn: 300_000, test: 400_000 } as const;
/** Fewer pixels of an iris say nothing. */
const MIN_PIXELS = 12;
const EXPRESSIONS_WITH_SHUT_EYES = new Set<string>(['happy', 'laugh', 'wink']);
const HAIR = new Set([partClasses.indexOf('hairFront'), partClasses.indexOf('hairBack')]);

/**
 * How often the hair's and the eyes' colour is told from pixels alone: the median CIELAB colour of a patch is
 * compared with the means of the thirteen and ten classes, learnt from other seeds.
 */
export async function* colourRows(count: number): AsyncGenerator<BenchRow> {
  log(`measuring colours of ${2 * count} busts`);
  const [learn, test] = [measureAll(SEEDS.learn, count), measureAll(SEEDS.test, count)];
  yield must('colour.hair', recovered(learn.hair, test.hair), '%', '>=98', 'the prototype: 99.7 %');
  yield must('colour.eyes', recovered(learn.eyes, test.eyes), '%', '>=95', 'the prototype: 93.7 %');
  yield info(
    'colour.eyes.measured',
    (test.eyes.length / count) * 100,
    '% of pictures',
    'the others: no iris is seen',
  );
}

interface Sample {
  readonly name: string;
  readonly lab: Lab;
}

function measureAll(seed: number, count: number): { hair: Sample[]; eyes: Sample[] } {
  const [hair, eyes]: [Sample[], Sample[]] = [[], []];
  for (let i = 0; i < count; i++) {
    let character = sampleCharacter(seed + i, { wishes: evenColours(i) });
    // Shut eyes have no colour.
    if (EXPRESSIONS_WITH_SHUT_EYES.has(character.expression))
      character = { ...character, expression: 'smile' };
    const drawing = drawCharacter(character);
    const pixels = pixelsOf(bustSvg(character));
    const truth = truthPictures(drawing, characterPalette(character), SIZE, (svg) => pixelsOf(svg));
    const hairLab = medianLab(pixels, (p) => HAIR.has(truth.parts[p]!));
    if (hairLab) hair.push({ name: character.hairColor, lab: hairLab });
    const iris = maskPixels(drawing, irisPainter(character));
    const irisLab = medianLab(pixels, (p) => iris[p * 4]! > 127);
    if (irisLab) eyes.push({ name: character.eyeColor, lab: irisLab });
  }
  return { hair, eyes };
}

const HAIR_NAMES = Object.keys(hairColours);
const EYE_NAMES = Object.keys(eyeColours);

/** Every pair of colours comes up. */
function evenColours(index: number): { hairColor: string; eyeColor: string } {
  return {
    hairColor: HAIR_NAMES[index % HAIR_NAMES.length]!,
    eyeColor: EYE_NAMES[Math.floor(index / HAIR_NAMES.length) % EYE_NAMES.length]!,
  };
}

/** White on irises of the eye colour, black on what hides them. */
function irisPainter(character: Character): Painter {
  const own = character.eyeColorLeft === 'same' ? ['iris', 'irisLeft'] : ['iris'];
  return (shape) => {
    if (shape.opacity < 0.5) return null;
    if (own.includes(shape.material) && shape.tone !== 'line') return '#ffffff';
    // The edge of the iris, pupils, lashes, hair and lenses are not its colour.
    return shape.role === 'shade' ? null : '#000000';
  };
}

function medianLab(pixels: Uint8Array, isIn: (pixel: number) => boolean): Lab | undefined {
  const values: [number[], number[], number[]] = [[], [], []];
  for (let p = 0; p < SIZE * SIZE; p++) {
    if (!isIn(p)) continue;
    const lab = labOf(pixels[p * 4]!, pixels[p * 4 + 1]!, pixels[p * 4 + 2]!);
    for (const c of [0, 1, 2] as const) values[c].push(lab[c]);
  }
  if (values[0].length < MIN_PIXELS) return undefined;
  return values.map((channel) => channel.toSorted((a, b) => a - b)[channel.length >> 1]!) as unknown as Lab;
}

/** Percent of the test samples whose class is that of the nearest class mean. */
function recovered(learn: readonly Sample[], test: readonly Sample[]): number {
  const means = Array.from(
    Map.groupBy(learn, ({ name }) => name),
    ([name, samples]) => ({
      name,
      lab: [0, 1, 2].map((c) => samples.reduce((sum, { lab }) => sum + lab[c]!, 0) / samples.length),
    }),
  );
  const right = test.filter(({ name, lab }) => {
    const distances = means.map((mean) => Math.hypot(...mean.lab.map((value, c) => value - lab[c]!)));
    return means[distances.indexOf(Math.min(...distances))]!.name === name;
  });
  return (right.length / test.length) * 100;
}
