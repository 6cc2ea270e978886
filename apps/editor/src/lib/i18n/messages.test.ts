import { describe, expect, it } from 'vitest';
import en from './en.json' with { type: 'json' };
import { errorSites, readSource, sitesIn } from './error-sites.test-helper.ts';
import ja from './ja.json' with { type: 'json' };
import zhHans from './zh-Hans.json' with { type: 'json' };

type Messages = Readonly<Record<string, string>>;
const english: Messages = en;
const languages: (readonly [string, Messages])[] = [
  ['en', en],
  ['ja', ja],
  ['zh-Hans', zhHans],
];
const translations = languages.slice(1);

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

/** For people who write plugins or call core; the editor never lets a person cause them. */
const FOR_DEVELOPERS = new Set(['PARAMETER_INVALID', 'INPUT_MISSING', 'PLUGIN_MANIFEST_INVALID']);

/** All codes, from the text of the type that declares them. */
function errorCodes(): string[] {
  const [, union] = /export type KomaErrorCode =([^;]+);/.exec(readSource('packages/core/src/errors.ts'))!;
  return [...union!.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code!);
}

describe('the messages', () => {
  it.each(translations)('%s has the keys of English, and no other', (_, messages) => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(translations)('%s has the placeholders of English in every message', (_, messages) => {
    for (const [key, text] of Object.entries(messages))
      expect([key, placeholders(text)]).toEqual([key, placeholders(english[key] ?? '')]);
  });

  it.each(languages)(
    '%s has no empty message and no brace that is not part of a placeholder',
    (_, messages) => {
      for (const [key, text] of Object.entries(messages)) {
        expect([key, text.trim()]).toEqual([key, text]);
        expect([key, text]).not.toEqual([key, '']);
        expect([key, text.replace(/\{\w+\}/g, '')]).toEqual([key, expect.not.stringMatching(/[{}]/)]);
      }
    },
  );
});

describe('the messages of errors', () => {
  const codes = errorCodes();

  it('exist for every code that a person can meet', () => {
    expect(codes.length).toBeGreaterThan(15);
    const missing = codes.filter((code) => !FOR_DEVELOPERS.has(code) && !(`error.${code}` in english));
    expect(missing).toEqual([]);
  });

  it('exist for no code that there is not', () => {
    const keys = Object.keys(english).filter((key) => key.startsWith('error.'));
    expect(keys.filter((key) => !codes.includes(key.slice('error.'.length)))).toEqual([]);
  });

  it('name only values that every place which throws the error gives', () => {
    // Models read there have passed their checksum; should one fail all the same, the editor shows the
    // English sentence, because the reader does not know the model's name.
    const sites = errorSites().filter(({ file }) => !file.startsWith('packages/core/src/inference/onnx/'));
    expect(sites.length).toBeGreaterThan(20);
    const lacking = sites.flatMap(({ file, code, details }) =>
      placeholders(english[`error.${code}`] ?? '')
        .filter((name) => !details.includes(name))
        .map((name) => `${file}: ${code} gives no {${name}}`),
    );
    expect(lacking).toEqual([]);
  });
});

describe('errorSites', () => {
  it('finds details that are written out, spread, in a variable or made by a function', () => {
    const text = `
      const details = { far: 1 };
      function named(name?: string) { return name ? { name } : {}; }
      function one(x: number) { const details = { near: x, ...named('n') }; throw new KomaError('A', '', details); }
      throw new KomaError('B', '', { ...details, limit: 2 }, { cause: 3 });
      throw new KomaError('C', '');
      throw new KomaError(error.code, error.message, error.details);`;
    expect(sitesIn('x.ts', text)).toEqual([
      { file: 'x.ts', code: 'A', details: ['near', 'name'] },
      { file: 'x.ts', code: 'B', details: ['far', 'limit'] },
      { file: 'x.ts', code: 'C', details: [] },
    ]);
  });

  it('finds every file that throws one', () => {
    const files = errorSites().map(({ file }) => file);
    expect(files).toContain('packages/core/src/io/file-errors.ts');
    expect(files).toContain('packages/plugin-upscale/src/plan-upscale.ts');
    expect(files).toContain('apps/editor/src/lib/io/encode-image.ts');
  });
});
