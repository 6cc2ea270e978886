import type { Character } from '../parameters/catalogue.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import type { RandomStream } from '../random/random-stream.ts';

const names = ['MIO', 'REN', 'HARU', 'AKI', 'NAO', 'SUZU', 'KEI', 'TOMA', 'YUKI', 'SORA'] as const;

/** Hair that prints solid black, white, and as a tone: people of a page are told apart by it. */
const hairByValue = [
  ['black'],
  ['blonde', 'white', 'silver'],
  ['brown', 'red', 'blue', 'pink', 'orange', 'purple'],
] as const;

const outfits = [
  'sailor',
  'blazer',
  'gakuran',
  'shirt',
  'hoodie',
  'sweater',
  'tshirt',
  'turtleneck',
  'tracksuit',
  'kimono',
] as const;

/**
 * Three people for a page: sampled, then told apart by the value of their hair, and without what would fight
 * with tones or hide faces.
 */
export function planCast(seed: number, random: RandomStream): { name: string; character: Character }[] {
  const order = shuffled([0, 1, 2], random);
  const light = random.pick(['left', 'right'] as const);
  const pool = shuffled([...names], random);
  return order.map((value, index) => ({
    name: pool[index] as string,
    character: sampleCharacter(seed * 8 + index, {
      wishes: {
        framing: 'bust',
        background: 'none',
        finish: 'tone',
        light,
        hairColor: random.pick(hairByValue[value] as readonly string[]),
        outfit: random.pick(outfits),
        age: random.pick(['teen', 'teen', 'teen', 'adult'] as const),
        skinColor: random.pick(['porcelain', 'fair', 'fair', 'peach', 'tan'] as const),
        hat: 'none',
        lineWeight: 1,
        lineTaper: 0.85,
        year: 0,
        eyeSize: { low: 0.98, high: 1.15 },
        openMouth: 0,
      },
    }),
  }));
}

/** A copy in an order by chance (Fisher & Yates). */
export function shuffled<T>(items: readonly T[], random: RandomStream): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.whole(0, i);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
