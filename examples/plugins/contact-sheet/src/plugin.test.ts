import { join } from 'node:path';
import type { ExportDocument, ExportLayer } from '@koma/plugin-kit';
import { openHeadless, type HeadlessPlugin } from '@koma/plugin-kit/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

function layer(name: string, colour: readonly number[], change: Partial<ExportLayer> = {}): ExportLayer {
  const data = Uint8ClampedArray.from({ length: 30 * 20 * 4 }, (_, i) => colour[i % 4]!);
  const image = { width: 30, height: 20, data };
  return { name, image, x: 5, y: 10, opacity: 1, blendMode: 'normal', visible: true, ...change };
}

function page(): ExportDocument {
  return {
    width: 60,
    height: 40,
    flat: { width: 60, height: 40, data: new Uint8ClampedArray(60 * 40 * 4).fill(200) },
    layers: [
      layer('Paper', [250, 250, 240, 255]),
      layer('Shade', [40, 0, 90, 128], { opacity: 0.5, blendMode: 'multiply' }),
      layer('Notes', [255, 0, 0, 255], { visible: false }),
    ],
  };
}

/** Width and height as the file says. */
function sizeOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('the contact sheet plugin, as a stranger installs it', () => {
  let plugin: HeadlessPlugin;
  beforeAll(async () => {
    plugin = await openHeadless(join(import.meta.dirname, '..'));
  });
  afterAll(() => plugin.close());

  it('exports a PNG with a cell for the whole picture and one a layer', async () => {
    const params = { size: 120, columns: 2, gap: 10, labels: 'none' };
    const { name, mediaType, bytes } = await plugin.export('contactSheet', page(), params);
    expect([name, mediaType]).toEqual(['contact-sheet.png', 'image/png']);
    expect(sizeOf(bytes)).toEqual([2 * 130 + 10, 2 * 90 + 10]);
    const one = await plugin.export('contactSheet', page(), {
      ...params,
      hidden: false,
      whole: false,
      columns: 1,
    });
    expect(sizeOf(one.bytes)).toEqual([140, 2 * 90 + 10]);
    const labelled = await plugin.export('contactSheet', page(), {
      ...params,
      labels: 'details',
      title: 'Page 1',
    });
    expect(sizeOf(labelled.bytes)).toEqual([270, 2 * (90 + 64) + 10 + 40]);
  });

  it('says in words what it cannot do', async () => {
    await expect(
      plugin.export('contactSheet', { width: 9, height: 9, layers: [] }, { whole: false }),
    ).rejects.toThrow('no layer');
    const many = Array.from({ length: 40 }, (_, i) => layer(`Layer ${i}`, [0, 0, 0, 255]));
    await expect(
      plugin.export('contactSheet', { width: 60, height: 60, layers: many }, { size: 2048 }),
    ).rejects.toThrow('Choose smaller cells');
  });
});
