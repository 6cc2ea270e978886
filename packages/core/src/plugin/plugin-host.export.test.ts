import { describe, expect, it } from 'vitest';
import type { Exporter } from './exporter.ts';
import { PluginHost } from './plugin-host.ts';
import { closing, models, startFake } from './plugin-hosts.test-helper.ts';
import { servePlugin } from './serve-plugin.ts';
import { exporterManifest } from './tiny-exporter.test-helper.ts';
import { countingImage } from './tiny-plugin.test-helper.ts';

const manifest = exporterManifest();
const file = { name: 'page.txt', mediaType: 'text/plain', bytes: new Uint8Array([1]) };

function hostWith(save: Exporter | undefined) {
  const plugin = { operations: {}, ...(save && { exporters: { save } }) };
  const options = { plugin, manifest, models, loaders: {}, order: [] };
  const start = startFake([], manifest, (scope) => servePlugin(options, scope));
  return closing(new PluginHost({ manifest, engine: { preference: 'auto' }, start }));
}

describe('PluginHost.export', () => {
  it('turns a document into a file, with progress, and gives its pictures away', async () => {
    const host = hostWith(async ({ width, layers, flat }, { times }, context) => {
      context.progress(0.5);
      // Progress travels beside the answer.
      await new Promise((resolve) => setTimeout(resolve, 10));
      const text = `${width} ${layers![0]!.name} ${flat!.data.length} ${times}`;
      return { ...file, bytes: new TextEncoder().encode(text) };
    });
    const told: number[] = [];
    const flat = countingImage();
    const layer = {
      name: 'Ink',
      image: countingImage(),
      x: 0,
      y: 0,
      opacity: 1,
      blendMode: 'normal',
      visible: true,
    } as const;
    const document = { width: 2, height: 2, flat, layers: [layer] };
    const made = await host.export(
      'save',
      document,
      { times: 3 },
      { onProgress: (fraction) => told.push(fraction) },
    );
    expect(new TextDecoder().decode(made.bytes)).toBe('2 Ink 16 3');
    expect([flat.data.length, layer.image.data.length, told]).toEqual([0, 0, [0.5]]);
  });

  it('refuses what is no file of its kind, and settings that there are not', async () => {
    const bad = [
      { ...file, name: 'page.exe' },
      { ...file, name: '../page.txt' },
      { ...file, bytes: [1] },
      undefined,
    ];
    for (const made of bad) {
      const host = hostWith(async () => made as never);
      await expect(host.export('save', { width: 1, height: 1 }, {})).rejects.toThrow(
        'Save made no valid file.',
      );
    }
    const host = hostWith(async () => file);
    await expect(host.export('save', { width: 1, height: 1 }, { times: 10 })).rejects.toThrow(
      'between 1 and 9',
    );
    await expect(host.export('other', { width: 1, height: 1 }, {})).rejects.toThrow('no exporter "other"');
    await expect(hostWith(undefined).export('save', { width: 1, height: 1 }, {})).rejects.toThrow(
      'does not contain',
    );
  });
});
