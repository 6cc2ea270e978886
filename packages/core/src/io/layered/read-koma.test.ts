import fc from 'fast-check';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { abortError, KomaError } from '../../errors.ts';
import { openKoma } from './open-koma.ts';
import { decodeWithSharp, documents, group, layer, picture, portable } from './portable.test-helper.ts';
import type { PortableDocument } from './portable-document.ts';
import { readKoma } from './read-koma.ts';
import { writeKoma } from './write-koma.ts';

const options = { name: 'page.koma' };
const hidden = picture(6, 5, (x, y) => [x * 40, y * 50, 7, x === y ? 255 : 0]);
const small: PortableDocument = portable(9, 9, [
  group('flats', [layer('a', hidden, { x: -2, y: 3 })], { opacity: 0.5 }),
]);

/** A project with some entries replaced, added or (undefined) left out. */
function withEntries(
  bytes: Uint8Array,
  change: Readonly<Record<string, Uint8Array | undefined>>,
): Uint8Array {
  const entries: Zippable = { ...unzipSync(bytes) };
  for (const [name, content] of Object.entries(change)) {
    if (content) entries[name] = content;
    else delete entries[name];
  }
  return zipSync(entries, { level: 0 });
}

/** A project whose manifest is another. */
function withManifest(bytes: Uint8Array, change: (manifest: never) => unknown): Uint8Array {
  const json = JSON.parse(new TextDecoder().decode(unzipSync(bytes)['manifest.json'])) as never;
  return withEntries(bytes, { 'manifest.json': strToU8(JSON.stringify(change(json))) });
}

const refusal = (code: string, part = '') =>
  expect.objectContaining({ code, message: expect.stringContaining(part) });

describe('readKoma', () => {
  it('gives back whatever was written, to the last hidden pixel', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.boolean(), async (document, bySharp) => {
        const decoder = bySharp ? { decodePng: decodeWithSharp } : {};
        expect(await readKoma(writeKoma(document), decoder)).toEqual(document);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves the composite out, which follows from the rest', async () => {
    const read = await readKoma(writeKoma({ ...small, composite: picture(9, 9, [1, 2, 3, 255]) }), options);
    expect(read).toEqual({ ...small, kept: new Map() });
  });

  it('refuses or does not notice a damaged byte, wherever it is', async () => {
    const bytes = writeKoma(small);
    const expected = await readKoma(bytes, options);
    let refused = 0;
    for (let at = 0; at < bytes.length; at += 3) {
      const damaged = bytes.slice();
      damaged[at]! ^= 1 << (at % 8);
      const read = await readKoma(damaged, options).catch((error: unknown) => error);
      if (read instanceof KomaError) refused++;
      else expect(read, `byte ${at}`).toEqual(expected);
    }
    // All but times, versions and the like, of which a ZIP archive has some.
    expect(refused).toBeGreaterThan((bytes.length / 3) * 0.6);
  });

  it('refuses a file that is cut short', async () => {
    const bytes = writeKoma(small);
    for (let length = 1; length < bytes.length; length += 7)
      await expect(readKoma(bytes.slice(0, length), options)).rejects.toThrow(KomaError);
  });

  it('names the picture that was exchanged, however like it is, and the project', async () => {
    const [nine, eight] = [9, 8].map((grey) =>
      writeKoma(portable(9, 9, [layer('a', picture(6, 5, [grey, grey, grey, 255]))])),
    );
    const [own, other] = [unzipSync(nine!)['layers/1.png']!, unzipSync(eight!)['layers/1.png']!];
    expect(other.length).toBe(own.length);
    await expect(readKoma(withEntries(nine!, { 'layers/1.png': own }), options)).resolves.toBeDefined();
    await expect(readKoma(withEntries(nine!, { 'layers/1.png': other }), options)).rejects.toThrow(
      refusal('FILE_DAMAGED', '"page.koma" is damaged: "layers/1.png" in it'),
    );
  });

  it.each([
    ['a header of another size', (manifest: Record<string, never>) => resize(manifest, 5, 6)],
    [
      'a picture that is no PNG',
      (manifest: Record<string, never>) => resize(manifest, 6, 5),
      strToU8('GIF89a'),
    ],
  ])('refuses %s though its digest is right', async (_, change, content?: Uint8Array) => {
    const bytes = content ? withEntries(writeKoma(small), { 'layers/1.png': content }) : writeKoma(small);
    const { sha256 } = await import('@noble/hashes/sha2.js');
    const png = unzipSync(bytes)['layers/1.png']!;
    const forged = withManifest(bytes, (manifest) =>
      change({ ...(manifest as object), png, digest: sha256(png) } as never),
    );
    await expect(readKoma(forged, options)).rejects.toThrow(refusal('FILE_DAMAGED', '"layers/1.png" in it'));
  });

  it('passes on what a decoder says to people, and cancelling, and blames the file for the rest', async () => {
    const failing = (error: Error) => ({
      name: 'page.koma',
      decodePng: () => {
        throw error;
      },
    });
    const bytes = writeKoma(small);
    const outOfMemory = new KomaError('OUT_OF_MEMORY', 'no room');
    await expect(readKoma(bytes, failing(outOfMemory))).rejects.toBe(outOfMemory);
    const aborted = abortError();
    await expect(readKoma(bytes, failing(aborted))).rejects.toBe(aborted);
    await expect(readKoma(bytes, failing(new Error('bad IDAT')))).rejects.toThrow(
      expect.objectContaining({ code: 'FILE_DAMAGED', cause: new Error('bad IDAT') }),
    );
  });
});

function resize(manifest: Record<string, never>, width: number, height: number): unknown {
  const { png, digest, ...rest } = manifest as unknown as {
    png: Uint8Array;
    digest: Uint8Array;
    nodes: { children: { picture: object }[] }[];
  };
  rest.nodes[0]!.children[0]!.picture = {
    file: 'layers/1.png',
    width,
    height,
    bytes: png.length,
    sha256: Buffer.from(digest).toString('hex'),
  };
  return rest;
}

describe('openKoma', () => {
  const never = { decodePng: () => expect.unreachable(), name: 'page.koma' } as const;

  it('tells an empty file, another file and another archive from a project', () => {
    expect(() => openKoma(new Uint8Array(0), never)).toThrow(refusal('FILE_EMPTY'));
    expect(() => openKoma(strToU8('GIF89a'), never)).toThrow(refusal('FILE_NOT_A_PROJECT', '"page.koma"'));
    expect(() => openKoma(zipSync({ 'a.txt': strToU8('a') }), never)).toThrow(refusal('FILE_NOT_A_PROJECT'));
    const ora = withEntries(writeKoma(small), { mimetype: strToU8('image/openraster') });
    expect(() => openKoma(ora, never)).toThrow(refusal('FILE_NOT_A_PROJECT'));
  });

  it('finds out that entries are missing before any picture is decoded', () => {
    for (const name of ['layers/1.png', 'manifest.json']) {
      const bytes = withEntries(writeKoma(small), { [name]: undefined });
      expect(() => openKoma(bytes, never)).toThrow(refusal('FILE_DAMAGED', `${name}`));
    }
    expect(() => openKoma(writeKoma(small), never)).not.toThrow();
  });

  it('ignores entries that the manifest does not name, whatever their names', async () => {
    const bytes = withEntries(writeKoma(small), {
      '../../evil.sh': strToU8('rm'),
      '/etc/passwd': strToU8('root'),
      'layers/99.png': strToU8('no picture'),
    });
    expect(await readKoma(bytes, options)).toEqual({ ...small, kept: new Map() });
  });

  it('refuses pictures beyond the budget before any memory is spent on them', () => {
    const claim = (width: number, height: number) =>
      withManifest(writeKoma(small), (manifest) => {
        const { nodes } = manifest as { nodes: { children: { picture: object }[] }[] };
        Object.assign(nodes[0]!.children[0]!.picture, { width, height });
        return manifest;
      });
    expect(() => openKoma(claim(100_000, 100_000), never)).toThrow(
      refusal('IMAGE_TOO_LARGE', '10000 megapixels'),
    );
    const limits = { ...never, maxProjectPixels: 111 };
    expect(() => openKoma(writeKoma(small), { ...limits })).not.toThrow();
    expect(() => openKoma(writeKoma(small), { ...limits, maxProjectPixels: 110 })).toThrow(
      refusal('PROJECT_TOO_LARGE'),
    );
    expect(() => openKoma(writeKoma(small), { ...limits, maxPicturePixels: 80 })).toThrow(
      refusal('IMAGE_TOO_LARGE'),
    );
    expect(() => openKoma(writeKoma(small), { ...limits, maxProjectPixels: NaN })).toThrow(KomaError);
  });

  it('refuses a canvas beyond the budget', () => {
    const bytes = withManifest(writeKoma(small), (manifest) => ({
      ...(manifest as object),
      width: 50_000,
      height: 50_000,
    }));
    expect(() => openKoma(bytes, never)).toThrow(refusal('IMAGE_TOO_LARGE'));
  });

  it('says which project needs a newer Koma', () => {
    const bytes = withManifest(writeKoma(small), () => ({ formatVersion: 2 }));
    expect(() => openKoma(bytes, never)).toThrow(refusal('PROJECT_TOO_NEW', '"page.koma"'));
  });
});
