import { expect, it } from 'vitest';
import type { RegistryEntry } from '@koma/core/package';
import { tinyManifest } from './manifest.test-helper.ts';
import { newerOf } from './newer-of.ts';
import type { ListedPlugin } from './plugin-lists.svelte.ts';
import { withVersion } from './plugin-record.ts';

const source = { kind: 'file', name: 'x' } as const;
const record = withVersion(
  undefined,
  { manifest: tinyManifest('1.9.0'), sha256: 'a'.repeat(64), bytes: 1, source, installedAt: 0 },
  [],
);

function listed(version: string, id = 'dev.example.tiny'): ListedPlugin {
  return { entry: { id, version } as RegistryEntry, list: { url: 'https://example.com/' } };
}

it('is the newest of what the lists offer', () => {
  expect(newerOf(record, [listed('1.8.0'), listed('1.10.0'), listed('1.9.1')])?.entry.version).toBe('1.10.0');
});

it('is nothing where all is as old, or of another plugin', () => {
  expect(newerOf(record, [listed('1.9.0'), listed('9.0.0', 'dev.example.other')])).toBeUndefined();
});
