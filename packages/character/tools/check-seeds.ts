/**
 * `node packages/character/tools/check-seeds.ts [COUNT] [FIRST]`: draws characters of many seeds, evenly over
 * everything that can be asked for, and tells every one whose drawing has something that no drawing may
 * have. 20,000 by default; the tests draw a hundredth of that.
 */
import { sampleCharacter } from '../src/index.ts';
import { drawingProblems } from './drawing-problems.ts';

const [count = 20_000, first = 0] = process.argv.slice(2).map(Number);
let bad = 0;
for (let seed = first; seed < first + count; seed++) {
  let problems: string[];
  try {
    problems = drawingProblems(sampledFraming(seed));
  } catch (error) {
    problems = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
  if (problems.length > 0) bad++;
  if (problems.length > 0) console.log(`seed ${seed}: ${problems.slice(0, 3).join('; ')}`);
  if ((seed - first) % 1000 === 999) console.error(`${seed - first + 1} drawn`);
}
console.log(`${count} seeds, ${bad} with problems`);
process.exitCode = bad > 0 ? 1 : 0;

function sampledFraming(seed: number): ReturnType<typeof sampleCharacter> {
  const framing = (['bust', 'full', 'chibi'] as const)[seed % 3]!;
  return sampleCharacter(seed, { spread: 'balanced', wishes: { framing } });
}
