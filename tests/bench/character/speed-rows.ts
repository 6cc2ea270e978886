import { sampleCharacter } from '@koma/character';
import { info, log, must, type BenchRow } from '../bench-row.ts';
import { bustSvg, pixelsOf } from './render-bust.ts';

const SEED = 600_000;
const WARM_UP = 50;

/** How long a bust takes, from its attributes to SVG text and to pixels, in one thread. */
export async function* speedRows(count: number): AsyncGenerator<BenchRow> {
  log(`drawing ${count} busts against the clock`);
  for (let i = 0; i < WARM_UP; i++) pixelsOf(bustSvg(sampleCharacter(SEED - 1 - i)));
  const [drawing, resvg]: [number[], number[]] = [[], []];
  for (let i = 0; i < count; i++) {
    const character = sampleCharacter(SEED + i);
    const started = performance.now();
    const svg = bustSvg(character);
    const drawn = performance.now();
    pixelsOf(svg);
    drawing.push(drawn - started);
    resvg.push(performance.now() - drawn);
  }
  const [svgTime, resvgTime] = [median(drawing), median(resvg)];
  yield must('speed.svg', svgTime, 'ms', '<=4', 'median of natural samples');
  yield must('speed.pixels-256', svgTime + resvgTime, 'ms', '<=15');
  yield info('speed.vs-resvg', (svgTime + resvgTime) / resvgTime, '×', 'resvg alone on the same SVG: 1 ×');
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
