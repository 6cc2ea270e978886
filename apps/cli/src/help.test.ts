import { expect, test } from 'vitest';
import { loadCommands } from './load-commands.ts';
import { commandHelp, overallHelp } from './help.ts';
import { OWN_COMMANDS } from './own-commands.ts';

test('the overall help names every command', async () => {
  const help = overallHelp(await loadCommands(), OWN_COMMANDS);
  for (const name of ['upscale', 'colorize', 'generate', 'dataset', 'rerun'])
    expect(help).toContain(`\n  ${name}`);
  expect(help).toContain('--backend auto|native|wasm');
});

test("a command's help gives choices, ranges, defaults and hints of its manifest", async () => {
  const [upscale] = await loadCommands();
  const help = commandHelp(upscale!);
  expect(help).toContain('--scale 1|2|4|8');
  expect(help).toContain('default auto');
  expect(help).toContain('1-65535 px');
  expect(help).toContain('The height follows');
  expect(help).toContain('Only with --model cunet');
  expect(help).toContain('only one of --scale | --width and/or --height | --percent');
  for (const { id } of upscale!.operation.params) expect(help).toContain(`--${id}`);
  for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});
