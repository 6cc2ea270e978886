import { parseManifest, type Permission, type PluginManifest } from '@koma/core/plugin';

/** The manifest of a plugin that does next to nothing. Tests only. */
export function tinyManifest(
  version = '1.0.0',
  permissions: readonly Permission[] = ['layer:read', 'layer:write'],
  id = 'dev.example.tiny',
): PluginManifest {
  return parseManifest({
    manifestVersion: 1,
    id,
    version,
    engines: { koma: '*' },
    name: { en: 'Tiny' },
    description: { en: 'Does next to nothing.' },
    author: 'Somebody',
    license: 'MIT',
    entry: 'main.js',
    permissions: [...permissions],
    ...(permissions.includes('network')
      ? { network: { domains: ['example.com'], reason: { en: 'To ask.' } } }
      : {}),
    models: [],
    contributes: { operations: [] },
  });
}
