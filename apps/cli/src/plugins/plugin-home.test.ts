import { join } from 'node:path';
import { expect, test } from 'vitest';
import { komaHome, pluginFolder } from './plugin-home.ts';

test("plugins are kept where each system keeps a person's data, or where KOMA_HOME says", () => {
  expect(komaHome({}, 'linux', '/home/a')).toBe(join('/home/a', '.local', 'share', 'koma'));
  expect(komaHome({ XDG_DATA_HOME: '/data' }, 'linux', '/home/a')).toBe(join('/data', 'koma'));
  expect(komaHome({}, 'darwin', '/Users/a')).toBe(join('/Users/a', 'Library', 'Application Support', 'Koma'));
  expect(komaHome({ APPDATA: '/roaming' }, 'win32', '/a')).toBe(join('/roaming', 'Koma'));
  for (const platform of ['linux', 'darwin', 'win32'] as const)
    expect(komaHome({ KOMA_HOME: '/elsewhere', XDG_DATA_HOME: '/data' }, platform, '/a')).toBe('/elsewhere');
  expect(pluginFolder('org.example.blur', '/elsewhere')).toBe(
    join('/elsewhere', 'plugins', 'org.example.blur'),
  );
});
