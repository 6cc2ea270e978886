import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { pngKeywords } from './png-keywords.ts';

const png = (text: Record<string, string>) =>
  new Uint8Array(encode({ width: 2, height: 2, data: new Uint8Array(16), channels: 4, text }));
const blob = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);

describe('pngKeywords', () => {
  it('names the texts of a PNG', async () => {
    const bytes = png({ 'koma-character': '{}', Title: 'x' });
    expect(await pngKeywords(blob(bytes))).toEqual(['koma-character', 'Title']);
    expect(await pngKeywords(blob(png({})))).toEqual([]);
  });

  it('finds nothing in what is no PNG, and takes a broken one as far as it goes', async () => {
    expect(await pngKeywords(blob(new TextEncoder().encode('{"seed":1}')))).toEqual([]);
    expect(await pngKeywords(blob(new Uint8Array(0)))).toEqual([]);
    const bytes = png({ first: '1' });
    for (let end = 0; end < bytes.length; end++)
      expect(['', 'first']).toContain((await pngKeywords(blob(bytes.subarray(0, end)))).join());
    const lying = bytes.slice();
    // The length of the first chunk, as large as can be said.
    lying.fill(255, 8, 12);
    expect(await pngKeywords(blob(lying))).toEqual([]);
  });
});
