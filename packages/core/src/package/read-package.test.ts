import { zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../io/index.ts';
import { createImage } from '../raster/index.ts';
import { MAX_PACKAGE_ENTRIES } from './limits.ts';
import { readPackage } from './read-package.ts';
import { sha256Of } from './sha256-of.ts';
import { manifestJson, rawPackage, text } from './tiny-package.test-helper.ts';

const SCRIPT = text('var komaPlugin = {};');

/** How a package is refused; fails where it is not. */
async function refusal(bytes: Uint8Array): Promise<{ code: string; message: string }> {
  const error = await readPackage(bytes).then(
    () => expect.unreachable('the package was accepted'),
    (thrown: unknown) => thrown as { code: string; message: string },
  );
  expect(error).toMatchObject({ name: 'KomaError' });
  return error;
}

/** Changes a name in an archive, wherever it stands, to one of the same length. */
function renamed(bytes: Uint8Array<ArrayBuffer>, from: string, to: string): Uint8Array {
  const latin = new TextDecoder('latin1').decode(bytes);
  const result = bytes.slice();
  for (let at = latin.indexOf(from); at >= 0; at = latin.indexOf(from, at + 1)) result.set(text(to), at);
  return result;
}

describe('readPackage', () => {
  it('reads an intact package', async () => {
    const bytes = await rawPackage({
      'main.js': SCRIPT,
      'assets/paper.bin': Uint8Array.of(1, 2, 3),
      LICENSE: text('MIT'),
    });
    const read = await readPackage(bytes);
    expect(read).toMatchObject({
      bytes: bytes.length,
      sha256: await sha256Of(bytes),
      manifest: { id: 'org.example.blur' },
    });
    expect([...read.files]).toEqual([
      ['main.js', SCRIPT],
      ['assets/paper.bin', Uint8Array.of(1, 2, 3)],
      ['LICENSE', text('MIT')],
    ]);
    expect(read.signer).toBeUndefined();
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['text', text('hello')],
  ])('is told from %s', async (_, bytes) => {
    expect(await refusal(bytes)).toMatchObject({ code: 'PACKAGE_NOT_A_PLUGIN' });
  });

  it('is told from an archive of something else', async () => {
    const { code, message } = await refusal(zipSync({ 'word/document.xml.txt': SCRIPT }));
    expect([code, message]).toEqual([
      'PACKAGE_NOT_A_PLUGIN',
      expect.stringContaining('no koma-plugin.json in it'),
    ]);
  });
});

describe('readPackage refuses names that could do harm:', () => {
  const intact = () => rawPackage({ 'main.js': SCRIPT, 'assets/aa.js': SCRIPT });

  it('(and takes the same files under harmless names)', async () => {
    expect((await readPackage(await intact())).files.has('assets/aa.js')).toBe(true);
  });

  it.each([
    ['../../../a.js', 'leads out of the plugin'],
    ['assets/../a.js', 'leads out of the plugin'],
    ['/etc/passwd.js', 'root of the disk'],
    ['C:/evil/aa.js', 'drive letter'],
    ['assets\\aa.js', 'backslash'],
    ['assets/a\u0000.js', 'control characters'],
    ['assets/a\u202ejs', 'control characters'],
    ['assets//aa.js', 'other characters'],
    ['assets/a a.js', 'other characters'],
    ['assets/\u0430.js', 'other characters'],
    ['assets/e\u0301.js', 'normal form'],
    ['assets/.a.js', 'begins or ends with a point'],
    ['assets/aux.js', 'device'],
    ['assets/aa.sh', 'no use for files of this kind'],
    ['page.html', 'no use for files of this kind'],
    ['icon.svg', 'no use for files of this kind'],
    ['assets/', 'a folder'],
  ])('%j', async (name, reason) => {
    const { code, message } = await refusal(await rawPackage({ 'main.js': SCRIPT, [name]: SCRIPT }));
    expect([code, message]).toEqual(['PACKAGE_UNSAFE', expect.stringContaining(reason)]);
    // No name may turn the sentence around or break it.
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('two files that are one on many disks', async () => {
    const { code, message } = await refusal(await rawPackage({ 'main.js': SCRIPT, 'Main.js': SCRIPT }));
    expect([code, message]).toEqual([
      'PACKAGE_UNSAFE',
      expect.stringContaining('the same file as "main.js"'),
    ]);
    expect(
      await refusal(await rawPackage({ 'main.js': SCRIPT, 'Koma-Plugin.json': text('{}') })),
    ).toMatchObject({
      code: 'PACKAGE_UNSAFE',
    });
  });

  it('a file that is a folder as well', async () => {
    const { message } = await refusal(await rawPackage({ 'main.js': SCRIPT, 'main.js/a.txt': SCRIPT }));
    expect(message).toContain('a file and a folder at the same time');
  });

  it('two manifests', async () => {
    const twice = renamed(
      await rawPackage({ 'main.js': SCRIPT, 'koma-plugin.txt0': SCRIPT }),
      'koma-plugin.txt0',
      'koma-plugin.json',
    );
    const { code, message } = await refusal(twice);
    expect([code, message]).toEqual([
      'PACKAGE_INVALID',
      expect.stringContaining('"koma-plugin.json" is in it twice'),
    ]);
  });

  it('a name in front of the content that is another than in the list', async () => {
    const bytes = await intact();
    const evil = bytes.slice();
    // The first of the two places: the list comes last.
    evil.set(text('../../aa.js_'), new TextDecoder('latin1').decode(bytes).indexOf('assets/aa.js'));
    expect(await refusal(evil)).toMatchObject({ code: 'PACKAGE_INVALID' });
  });

  it('links', async () => {
    const asLink = (attrs: number): Zippable[string] => [SCRIPT, { os: 3, attrs: attrs << 16 }];
    expect(
      await readPackage(await rawPackage({ 'main.js': SCRIPT, 'link.txt': asLink(0o100644)! })),
    ).toBeDefined();
    const { code, message } = await refusal(
      await rawPackage({ 'main.js': SCRIPT, 'link.txt': asLink(0o120777)! }),
    );
    expect([code, message]).toEqual(['PACKAGE_UNSAFE', expect.stringContaining('a link to another file')]);
  });
});

describe('readPackage refuses what is too much:', () => {
  it('a bomb, before it is unpacked; and takes the same file stored', async () => {
    const zeros = new Uint8Array(4 * 2 ** 20);
    const stored = await rawPackage({ 'main.js': SCRIPT, 'zeros.bin': [zeros, { level: 0 }] });
    expect((await readPackage(stored)).files.get('zeros.bin')).toHaveLength(zeros.length);
    const { code, message } = await refusal(
      await rawPackage({ 'main.js': SCRIPT, 'zeros.bin': [zeros, { level: 9 }] }),
    );
    expect([code, message]).toEqual([
      'PACKAGE_UNSAFE',
      expect.stringContaining('more than 200 times its size'),
    ]);
  });

  it('a bomb that says it is small', async () => {
    const bytes = await rawPackage({
      'main.js': SCRIPT,
      'zeros.bin': [new Uint8Array(2 ** 19), { level: 9 }],
    });
    expect(await readPackage(bytes)).toBeDefined();
    // The size in the list of contents: 24 bytes in, 22 before the name.
    const lied = bytes.slice();
    const at = new TextDecoder('latin1').decode(bytes).lastIndexOf('zeros.bin');
    new DataView(lied.buffer).setUint32(at - 46 + 24, 100, true);
    expect(await refusal(lied)).toMatchObject({ code: 'PACKAGE_INVALID' });
  });

  it('what unpacks to more than 128 MB altogether, by what it says', async () => {
    const files: Record<string, Uint8Array> = { 'main.js': SCRIPT };
    const part = new Uint8Array(2 ** 19);
    for (let i = 0; i < 3; i++) files[`part${i}.bin`] = part;
    const bytes = await rawPackage(files);
    expect(await readPackage(bytes)).toBeDefined();
    const view = new DataView(bytes.buffer);
    const latin = new TextDecoder('latin1').decode(bytes);
    for (let i = 0; i < 3; i++) {
      const header = latin.lastIndexOf(`part${i}.bin`) - 46;
      // 50 MB out of 1 MB packed, so that no ratio is in the way.
      view.setUint32(header + 24, 50 * 2 ** 20, true);
      view.setUint32(header + 20, 2 ** 20, true);
    }
    const { code, message } = await refusal(bytes);
    expect([code, message]).toEqual(['PACKAGE_TOO_LARGE', expect.stringContaining('at most 128 MB')]);
  });

  it('too many files', async () => {
    const files = (count: number) => {
      const all: Record<string, Uint8Array> = { 'main.js': SCRIPT };
      for (let i = 0; i < count - 2; i++) all[`a${i}.txt`] = new Uint8Array(0);
      return rawPackage(all);
    };
    expect((await readPackage(await files(MAX_PACKAGE_ENTRIES))).files.size).toBe(MAX_PACKAGE_ENTRIES - 1);
    const { code, message } = await refusal(await files(MAX_PACKAGE_ENTRIES + 1));
    expect([code, message]).toEqual(['PACKAGE_TOO_LARGE', expect.stringContaining('at most 400')]);
  });

  it('a file of more than 64 MB, before anything is looked at', async () => {
    const { code, message } = await refusal(new Uint8Array(64 * 2 ** 20 + 1));
    expect([code, message]).toEqual(['PACKAGE_TOO_LARGE', expect.stringContaining('at most 64 MB')]);
  });

  it('a script of more than 4 MB', async () => {
    const script = (size: number) => rawPackage({ 'main.js': [new Uint8Array(size).fill(32), { level: 0 }] });
    expect(await readPackage(await script(2 ** 22))).toBeDefined();
    expect(await refusal(await script(2 ** 22 + 1))).toMatchObject({ code: 'PACKAGE_TOO_LARGE' });
  });
});

describe('readPackage refuses what is not as its manifest says:', () => {
  it('a changed file', async () => {
    const change = (files: Record<string, string>) => void (files['main.js'] = 'ab'.repeat(32));
    const { code, message } = await refusal(
      await rawPackage(undefined, (json) => change(json['files'] as never)),
    );
    expect([code, message]).toEqual([
      'PACKAGE_CHANGED',
      expect.stringContaining('"main.js" in it is not what its author packed'),
    ]);
  });

  it('a file too many, and one too few', async () => {
    const more = await rawPackage(
      { 'main.js': SCRIPT, 'more.js': SCRIPT },
      (json) => delete (json['files'] as Record<string, string>)['more.js'],
    );
    expect((await refusal(more)).message).toContain('the manifest does not know it');
    const fewer = await rawPackage(undefined, (json) =>
      Object.assign(json['files'] as object, { 'gone.js': 'ab'.repeat(32) }),
    );
    expect((await refusal(fewer)).message).toContain('it is missing');
  });

  it('a file called as the prototype of all objects', async () => {
    const { code } = await refusal(
      await rawPackage({ 'main.js': SCRIPT, '__proto__.js': SCRIPT }, (json) => {
        const files = json['files'] as Record<string, string>;
        delete files['__proto__.js'];
        // Read as a field of its own by JSON, as the prototype by an assignment.
        json['files'] = JSON.parse(
          `{"main.js":"${files['main.js']}","__proto__":{"__proto__.js":"${files['main.js']}"}}`,
        );
      }),
    );
    expect(['PACKAGE_CHANGED', 'PLUGIN_MANIFEST_INVALID']).toContain(code);
  });

  it('no list of files', async () => {
    const { code, message } = await refusal(await rawPackage(undefined, (json) => delete json['files']));
    expect([code, message]).toEqual(['PACKAGE_INVALID', expect.stringContaining('does not list its files')]);
  });

  it.each(['gone.js', 'assets/notes.txt'])('the entry %s', async (entry) => {
    const files = { 'main.js': SCRIPT, 'assets/notes.txt': text('notes') };
    expect(await refusal(await rawPackage(files, (json) => (json['entry'] = entry)))).toMatchObject({
      code: 'PACKAGE_INVALID',
    });
  });

  it('a model that is another than it describes', async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const model = {
      id: 'net',
      file: 'net.onnx',
      bytes: 3,
      sha256: await sha256Of(bytes),
      license: 'MIT',
      attribution: 'me',
    };
    const with_ = (change: object) =>
      rawPackage(
        { 'main.js': SCRIPT, 'net.onnx': bytes },
        (json) => (json['models'] = [{ ...model, ...change }]),
      );
    expect((await readPackage(await with_({}))).manifest.models).toEqual([model]);
    for (const change of [{ bytes: 4 }, { sha256: 'ab'.repeat(32) }, { file: 'other.onnx' }])
      expect((await refusal(await with_(change))).message).toContain('the file of its model "net"');
  });

  it('an icon that is no small square', async () => {
    const icon = async (width: number, height: number) => {
      const png = await encodePng(createImage(width, height));
      return rawPackage({ 'main.js': SCRIPT, 'icon.png': png }, (json) => (json['icon'] = 'icon.png'));
    };
    expect((await readPackage(await icon(64, 64))).manifest.icon).toBe('icon.png');
    for (const [width, height] of [
      [8, 8],
      [64, 32],
      [513, 513],
    ] as const)
      expect((await refusal(await icon(width, height))).message).toContain('no square PNG');
  });

  it('engines that say nothing', async () => {
    const { message } = await refusal(
      await rawPackage(undefined, (json) => (json['engines'] = { koma: 'new' })),
    );
    expect(message).toContain('no range of versions');
  });
});

describe('the manifest of a package', () => {
  const withManifest = (bytes: Uint8Array) => zipSync({ 'koma-plugin.json': bytes, 'main.js': SCRIPT });
  const good = async () =>
    JSON.stringify({ ...manifestJson(), files: { 'main.js': await sha256Of(SCRIPT) } });

  it('may begin with a byte order mark', async () => {
    expect((await readPackage(withManifest(text(await good())))).manifest.id).toBe('org.example.blur');
    expect((await readPackage(withManifest(text(`\uFEFF${await good()}`)))).manifest.id).toBe(
      'org.example.blur',
    );
  });

  it('is refused where it is no UTF-8, or no JSON', async () => {
    const latin = Uint8Array.from((await good()).replace('Soft', 'S\u00f6ft'), (letter) =>
      letter.charCodeAt(0),
    );
    expect(await refusal(withManifest(latin))).toMatchObject({
      code: 'PACKAGE_INVALID',
      message: expect.stringContaining('UTF-8'),
    });
    const utf16 = new Uint8Array(
      Uint16Array.from(`\uFEFF${await good()}`, (letter) => letter.charCodeAt(0)).buffer,
    );
    expect(await refusal(withManifest(utf16))).toMatchObject({ code: 'PACKAGE_INVALID' });
    expect(await refusal(withManifest(text('{"id":')))).toMatchObject({ code: 'PACKAGE_INVALID' });
    expect(await refusal(withManifest(text('{}')))).toMatchObject({ code: 'PLUGIN_MANIFEST_INVALID' });
  });

  it('is refused with an id that imitates by letters of another script', async () => {
    const json = (await good()).replace('org.example.blur', 'org.ex\u0430mple.blur');
    const { code, message } = await refusal(withManifest(text(json)));
    expect([code, message]).toEqual([
      'PLUGIN_MANIFEST_INVALID',
      expect.stringContaining('id: a reverse domain name'),
    ]);
  });
});

it('damage anywhere is refused in words', async () => {
  const bytes = await rawPackage({ 'main.js': text('var komaPlugin = {};'.repeat(9)) });
  expect(await readPackage(bytes)).toBeDefined();
  for (let length = 0; length < bytes.length; length += 7) {
    const { code } = await refusal(bytes.slice(0, length));
    expect(['PACKAGE_NOT_A_PLUGIN', 'PACKAGE_INVALID']).toContain(code);
  }
});
