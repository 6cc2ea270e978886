import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Command } from './cli-plugin.ts';
import { findCommand, loadCommands } from './load-commands.ts';
import { FIXTURE_SIZE } from './picture.test-helper.ts';
import { readInputs } from './read-inputs.ts';
import { fixture, temporaryFolder } from './temporary-folder.test-helper.ts';

let colorize: Command;
beforeAll(async () => {
  colorize = findCommand(await loadCommands(), 'colorize')!;
});

const hints = { hints: [{ x: 1, y: 2.5, radius: 3, color: '#Ff8800' }] };

/** The files of a text each, by the input's name. */
function files(texts: Readonly<Record<string, string>>): Record<string, string> {
  const folder = temporaryFolder();
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const path = join(folder, `${name}.json`);
      writeFileSync(path, text);
      return [name, path];
    }),
  );
}

test('files become what the operation takes, by their type in the manifest', async () => {
  const palette = { colors: ['#000000', '#ffffff'] };
  const paths = files({ hints: JSON.stringify(hints), palette: `\ufeff${JSON.stringify(palette)}` });
  const inputs = await readInputs(colorize.operation, { ...paths, style: fixture('good/q75.jpg') });
  expect(inputs).toMatchObject({
    hints,
    palette,
    style: { image: FIXTURE_SIZE, origin: { format: 'jpeg' } },
  });
  expect(await readInputs(colorize.operation, {})).toEqual({});
});

test.each([
  ['hints', '', /^--hints: ".*hints\.json" is not JSON \(/],
  ['hints', 'null', /^--hints: ".*hints\.json": These hints are not valid \(hints: /],
  ['hints', '{"hints":[{"x":1}]}', /hints\.0\.y/],
  ['palette', '{"colors":"#ff0000"}', /^--palette: ".*palette\.json": This palette is not valid \(colors: /],
])('%s in %j are refused with the flag, the file and the place', async (name, text, message) => {
  await expect(readInputs(colorize.operation, files({ [name]: text }))).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringMatching(message),
  });
});

test('a style that is no picture is wrong usage too', async () => {
  for (const [path, message] of [
    ['bad/not-an-image.png', '--style: "not-an-image.png" '],
    ['bad/script.svg', '--style: "script.svg" is an SVG'],
    ['bad/gone.png', '--style: There is no file'],
  ] as const)
    await expect(readInputs(colorize.operation, { style: fixture(path) })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(message),
    });
});
