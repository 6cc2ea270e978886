import { KomaError } from '@koma/core/errors';
import { generators, type OfferedGenerator } from '#lib/studio/generators.ts';
import { Bench } from './bench.svelte.ts';

const benches = new WeakMap<OfferedGenerator, Bench>();

/** The bench of a generator, made when it is first needed; what is on it stays. @throws KomaError where there is none */
export function benchOf(index: number): Bench {
  // Its plugin may have been removed since it was chosen.
  const offered = generators()[index] ?? generators()[0];
  if (!offered) throw new KomaError('PLUGIN_MISSING', 'No generator is installed.', { plugin: 'generator' });
  let bench = benches.get(offered);
  if (!bench) benches.set(offered, (bench = new Bench(offered)));
  return bench;
}
