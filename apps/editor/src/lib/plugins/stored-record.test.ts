import { expect, it } from 'vitest';
import { signerOf } from '@koma/core/package';
import { ICON_PREFIX } from './icon-of.ts';
import { tinyManifest } from './manifest.test-helper.ts';
import type { PluginRecord } from './plugin-record.ts';
import { readRecord } from './stored-record.ts';

const record: PluginRecord = {
  id: 'dev.example.tiny',
  current: {
    manifest: tinyManifest(),
    sha256: 'a'.repeat(64),
    bytes: 12,
    signer: signerOf('1'.repeat(64)),
    source: { kind: 'list', url: 'https://example.com/list.json' },
    icon: `${ICON_PREFIX}AAAA`,
    installedAt: 5,
  },
  previous: {
    manifest: tinyManifest('0.9.0'),
    sha256: 'b'.repeat(64),
    bytes: 11,
    source: { kind: 'file', name: 'tiny.komaplugin' },
    installedAt: 4,
  },
  enabled: true,
  granted: ['layer:read'],
  crashes: 1,
};

it('takes a record as it was stored', () => {
  expect(readRecord(structuredClone(record))).toEqual(record);
});

it.each([
  ['nothing', undefined],
  ['text', 'plugin'],
  ['no version', { ...record, current: undefined }],
  ["another plugin's version", { ...record, id: 'dev.example.other' }],
  ['a manifest that is none', { ...record, current: { ...record.current, manifest: { id: record.id } } }],
  ['a hash that is none', { ...record, current: { ...record.current, sha256: '../x' } }],
])('refuses %s', (_, stored) => {
  expect(readRecord(stored)).toBeUndefined();
});

it('does not grant what the manifest does not ask for, whatever is stored', () => {
  expect(readRecord({ ...record, granted: ['network', 'layer:write', 'all'] })?.granted).toEqual([
    'layer:write',
  ]);
});

it('is off where it is not said to be on', () => {
  expect(readRecord({ ...record, enabled: 'yes' })?.enabled).toBe(false);
});

it('loses a previous version that cannot be read, or is of another plugin, and nothing else', () => {
  const { previous: _previous, ...without } = record;
  const other = { ...record.previous, manifest: tinyManifest('0.9.0', [], 'dev.example.other') };
  expect(readRecord({ ...record, previous: { manifest: 1 } })).toEqual(without);
  expect(readRecord({ ...record, previous: other })).toEqual(without);
});

it('shows no picture from anywhere else', () => {
  const current = { ...record.current, icon: 'https://example.com/track.png' };
  expect(readRecord({ ...record, current })?.current.icon).toBeUndefined();
});
