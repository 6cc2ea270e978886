import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPackage } from '@koma/core/package';
import { expect, it, vi } from 'vitest';
import {
  authorFolder,
  authorManifest,
  emptyFolder,
  sayingOperation,
  working,
} from '../author-folder.test-helper.ts';
import { COMMANDS, usage } from './commands.ts';

/** Runs a command in this process. @returns what it printed, or the message with which it failed */
async function koma(name: string, ...args: string[]): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  try {
    await COMMANDS.find((command) => command.name === name)!.run(args);
    return lines.join('');
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  } finally {
    log.mockRestore();
  }
}

it('takes an author from nothing to a signed package', async () => {
  const parent = emptyFolder();
  const at = (name: string) => join(parent, name);
  expect(await koma('create', at('my-filter'), '--name', 'My "filter"', '--id', 'org.me.filter')).toContain(
    'Next:',
  );
  expect(readdirSync(at('my-filter')).sort()).toEqual(
    [
      '.gitignore',
      'README.md',
      'koma-plugin.json',
      'koma-plugin.schema.json',
      'koma.d.ts',
      'package.json',
      'src',
      'tsconfig.json',
    ].sort(),
  );
  expect(JSON.parse(readFileSync(at('my-filter/koma-plugin.json'), 'utf8'))).toMatchObject({
    id: 'org.me.filter',
    name: { en: 'My "filter"' },
  });
  expect(await koma('validate', at('my-filter'))).toContain('is as it should be');
  expect(await koma('keygen', '--out', at('key.json'))).toContain('your key');
  expect(statSync(at('key.json')).mode & 0o077).toBe(0);
  expect(await koma('pack', at('my-filter'), '--out', at('plain.komaplugin'))).toContain('not signed');
  expect(
    await koma('sign', at('plain.komaplugin'), '--key', at('key.json'), '--out', at('signed.komaplugin')),
  ).toContain('signed by');
  expect(
    await koma('pack', at('my-filter'), '--key', at('key.json'), '--out', at('both.komaplugin')),
  ).toContain('signed by');
  expect(readFileSync(at('both.komaplugin'))).toEqual(readFileSync(at('signed.komaplugin')));
  expect(await koma('validate', at('signed.komaplugin'))).toContain('is as it should be');
  const { publicKey } = JSON.parse(readFileSync(at('key.json'), 'utf8')) as { publicKey: string };
  expect((await readPackage(readFileSync(at('signed.komaplugin')))).signer).toMatchObject({ publicKey });
});

it('overwrites neither keys nor folders', async () => {
  const folder = authorFolder({ 'src/index.ts': working('') });
  const key = join(folder, 'key.json');
  await koma('keygen', '--out', key);
  const before = readFileSync(key);
  expect(await koma('keygen', '--out', key)).toContain('there is a file of this name');
  expect(readFileSync(key)).toEqual(before);
  expect(await koma('create', folder)).toContain('is not empty');
  expect(existsSync(join(folder, 'koma.d.ts'))).toBe(false);
});

it('says what is wrong about a plugin', async () => {
  const promising = authorManifest({ contributes: { operations: [sayingOperation] } });
  expect(
    await koma('validate', authorFolder({ 'koma-plugin.json': promising, 'src/index.ts': working('') })),
  ).toContain('the manifest promises "say"');
  const folder = authorFolder({ 'src/index.ts': working('') });
  const file = join(folder, 'changed.komaplugin');
  await koma('pack', folder, '--out', file);
  const bytes = readFileSync(file);
  bytes[bytes.indexOf('koma-plugin.json') + 40]! ^= 1;
  writeFileSync(file, bytes);
  expect(await koma('validate', file)).toMatch(/^KomaError: /);
});

it.each([
  [['pack', 'one', 'two'], '"two" is too much'],
  [['pack', '--color'], "Unknown option '--color'"],
  [['sign'], 'Something is missing'],
  [['keygen', 'file'], '"file" is too much'],
  [['create', 'somewhere', '--id', 'studio.koma.mine'], 'is no id for a plugin'],
  [['dev', '.', '--port', 'x'], '--port is a number'],
])('refuses %j with the usage', async ([name, ...args], message) => {
  expect(await koma(name!, ...args)).toMatch(/^UsageError: /);
  expect(await koma(name!, ...args)).toContain(message);
});

it('tells of every command', () => {
  for (const { name } of COMMANDS) expect(usage()).toContain(`koma-plugin ${name}`);
});
