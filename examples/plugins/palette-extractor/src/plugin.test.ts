import { join } from 'node:path';
import { openHeadless, type HeadlessPlugin } from '@koma/plugin-kit/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('the palette plugin, as a stranger installs it', () => {
  let plugin: HeadlessPlugin;
  beforeAll(async () => {
    plugin = await openHeadless(join(import.meta.dirname, '..'));
  });
  afterAll(() => plugin.close());

  const data = Uint8ClampedArray.from({ length: 400 * 4 }, (_, i) =>
    i % 4 === 3 ? 255 : [0x20, 0x60, 0xa0, 0xe8, 0x70, 0x30][(i < 1200 ? 0 : 3) + (i % 4)]!,
  );
  const image = { image: { width: 20, height: 20, data } };

  it('gives swatches, a text and a file of the same colours', async () => {
    const outputs = await plugin.run('extractPalette', { image }, { order: 'share' });
    expect(outputs).toEqual({
      palette: { colors: ['#2060a0', '#e87030'] },
      text: { text: expect.stringMatching(/^#2060a0 {3}75\.0 % .*\n#e87030 {3}25\.0 % /) },
      file: { name: 'palette.gpl', mediaType: 'text/plain', bytes: expect.any(Uint8Array) },
    });
    const { bytes } = outputs['file'] as { bytes: Uint8Array };
    expect(new TextDecoder().decode(bytes)).toContain('\n 32  96 160\t#2060a0\n');
  });

  it('says so where there is no colour', async () => {
    const clear = { image: { width: 1, height: 1, data: new Uint8ClampedArray(4) } };
    await expect(plugin.run('extractPalette', { image: clear })).rejects.toThrow('no colour');
  });

  it('looks at the selection only', async () => {
    const selection = { width: 20, height: 20, data: new Uint8Array(400).fill(255, 300) };
    const outputs = await plugin.run('extractPalette', { image, selection });
    expect(outputs['palette']).toEqual({ colors: ['#e87030'] });
  });
});
