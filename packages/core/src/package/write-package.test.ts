import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNames } from './check-names.ts';
import { readPackage } from './read-package.ts';
import { createSigningKey } from './signature.ts';
import { manifestJson, text, tinyContent, tinyManifest } from './tiny-package.test-helper.ts';
import { writePackage } from './write-package.ts';

const key = createSigningKey(new Uint8Array(32).fill(7));
const part = fc
  .stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,8}$/)
  .filter((word) => !/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(word));
const name = fc
  .tuple(
    fc.array(part, { maxLength: 2 }),
    part,
    fc.constantFrom('js', 'json', 'txt', 'md', 'onnx', 'bin', 'png'),
  )
  .map(([folders, base, extension]) => [...folders, `${base}.${extension}`].join('/'));
const files = fc
  .uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 300 })), {
    maxLength: 6,
    selector: ([path]) => path.toLowerCase(),
  })
  .filter((all) => {
    // A file that is a folder of another one has its own test.
    try {
      checkNames([...all.map(([path]) => path), 'main.js', 'koma-plugin.json']);
      return !all.some(([path]) => /^(main\.js|koma-plugin\.json|signature\.json)$/i.test(path));
    } catch {
      return false;
    }
  });

describe('writePackage', () => {
  it('writes what readPackage reads, whatever is in it, signed or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.boolean(),
        fc.stringMatching(/^[ -~]{1,40}$/),
        async (extra, isSigned, author) => {
          const content = {
            manifest: tinyManifest({ author }),
            files: new Map([['main.js', text('0')], ...extra]),
          };
          const read = await readPackage(await writePackage(content, isSigned ? key : undefined));
          const { files: hashes, ...manifest } = read.manifest;
          expect(manifest).toEqual(content.manifest);
          expect(new Map(read.files)).toEqual(content.files);
          expect(Object.keys(hashes!).sort()).toEqual([...content.files.keys()].sort());
          expect(read.signer?.publicKey).toBe(isSigned ? key.publicKey : undefined);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives the same bytes for the same content, in whatever order it comes', async () => {
    const { manifest, files: all } = tinyContent();
    const reversed = Object.fromEntries(Object.entries(manifest).toReversed()) as typeof manifest;
    const one = await writePackage({ manifest, files: all }, key);
    expect(await writePackage({ manifest: reversed, files: new Map([...all].toReversed()) }, key)).toEqual(
      one,
    );
    expect(await writePackage(await readPackage(one), key)).toEqual(one);
  });

  it('refuses to write what would be refused', async () => {
    const { manifest, files: all } = tinyContent();
    for (const path of ['../evil.js', 'page.html', 'MAIN.js'])
      await expect(
        writePackage({ manifest, files: new Map([...all, [path, text('0')]]) }),
      ).rejects.toMatchObject({
        name: 'KomaError',
      });
    await expect(writePackage({ manifest, files: new Map() })).rejects.toMatchObject({
      code: 'PACKAGE_INVALID',
    });
    expect(manifestJson()).toMatchObject({ entry: 'main.js' });
  });
});
