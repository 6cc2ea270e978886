import { serveGuest } from '@koma/core/guest';
import { PERMISSIONS, PluginHost } from '@koma/core/plugin';
import { startSandboxed } from '@koma/core/sandbox';
import { fuzzManifest } from './fuzz-manifest.ts';
import { guardedServices } from './guarded-services.ts';

/** A well-behaved plugin that works on while another one misbehaves. */
export function neighbour() {
  const manifest = fuzzManifest('org.example.neighbour');
  const problems: string[] = [];
  const guard = guardedServices(PERMISSIONS, problems);
  const go = Promise.withResolvers<void>();
  const kept = new Uint8Array([1, 2, 3]);
  const held = new Map([['mine', kept]]);
  const plugin = {
    operations: {
      work: async (inputs: { readonly image: { readonly image: unknown } }) => {
        await go.promise;
        return { image: inputs.image.image };
      },
    },
  };
  const host = new PluginHost({
    manifest,
    engine: { preference: 'auto' },
    start: (_engine, crashed) => {
      const { port1, port2 } = new MessageChannel();
      serveGuest(port2, () => plugin);
      return startSandboxed(port1, {
        manifest,
        granted: PERMISSIONS,
        services: {
          ...guard.services,
          storage: { ...guard.services.storage!, get: async (key) => held.get(key) as never },
        },
        // It waits for the end of the fuzzing.
        limits: { silenceMs: 2 ** 31 - 1 },
        crashed,
        violation: (text) => problems.push(`the neighbour: ${text}`),
        close: () => {},
      });
    },
  });
  const data = new Uint8ClampedArray([5, 6, 7, 8]);
  const answer = host.run('work', { image: { image: { width: 1, height: 1, data } } }, {});
  return {
    /** Lets it finish. @returns what is wrong with it */
    async check(): Promise<string[]> {
      go.resolve();
      const outputs = await answer;
      const image = outputs['image'] as { readonly data: Uint8ClampedArray };
      host.dispose();
      if (image.data.join() !== '5,6,7,8') problems.push('the neighbour answers wrongly');
      if (held.size !== 1 || kept.join() !== '1,2,3') problems.push('what the neighbour keeps has changed');
      return problems;
    },
  };
}
