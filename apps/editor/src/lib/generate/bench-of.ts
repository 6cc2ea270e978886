import { KomaError } from '@koma/core/errors';
import { GENERATORS } from '#lib/studio/generators.ts';
import { Bench } from './bench.svelte.ts';

const benches = new Map<number, Bench>();

/** The bench of a generator, made when it is first needed; what is on it stays. @throws KomaError where there is none */
export function benchOf(index: number): Bench {
  const offered = GENERATORS[index];
  if (!offered) throw new KomaError('PLUGIN_MISSING', 'No generator is installed.', { plugin: 'generator' });
  let bench = benches.get(index);
  if (!bench) benches.set(index, (bench = new Bench(offered)));
  return bench;
}
