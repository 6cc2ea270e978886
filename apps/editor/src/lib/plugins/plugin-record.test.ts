import { describe, expect, it } from 'vitest';
import type { Permission } from '@koma/core/plugin';
import { tinyManifest } from './manifest.test-helper.ts';
import {
  MAX_CRASHES,
  rolledBack,
  withCrash,
  withEnabled,
  withPermission,
  withSuccess,
  withVersion,
  type PluginRecord,
  type PluginVersion,
} from './plugin-record.ts';

function version(number: string, permissions?: readonly Permission[]): PluginVersion {
  const sha256 = number.replaceAll('.', '').padEnd(64, '0');
  const source = { kind: 'file', name: 'tiny.komaplugin' } as const;
  return { manifest: tinyManifest(number, permissions), sha256, bytes: 9, source, installedAt: 0 };
}

const first = withVersion(undefined, version('1.0.0'), ['layer:read', 'layer:write']);

describe('a plugin that is installed', () => {
  it('is switched on and may do what was agreed to', () => {
    expect(first).toMatchObject({ enabled: true, granted: ['layer:read', 'layer:write'], crashes: 0 });
    expect(first.previous).toBeUndefined();
  });

  it('keeps the version before an update, and the permissions that were taken back', () => {
    const without = withPermission(first, 'layer:write', false);
    const updated = withVersion(without, version('1.1.0', ['layer:read', 'layer:write', 'storage']), [
      'storage',
    ]);
    expect(updated.current.manifest.version).toBe('1.1.0');
    expect(updated.previous?.manifest.version).toBe('1.0.0');
    expect(updated.granted).toEqual(['layer:read', 'storage']);
  });

  it('does not lose what it can go back to when the same package is installed again', () => {
    const updated = withVersion(first, version('1.1.0'), []);
    expect(withVersion(updated, version('1.1.0'), []).previous).toEqual(first.current);
  });
});

describe('going back', () => {
  const newer = withVersion(first, version('2.0.0', ['layer:read', 'network']), ['network']);

  it('puts the versions in each other’s place', () => {
    const back = rolledBack(newer);
    expect(back.current).toEqual(first.current);
    expect(rolledBack(back).current).toEqual(newer.current);
  });

  it('grants nothing of the newer version to the older one', () => {
    expect(rolledBack(newer).granted).not.toContain('network');
  });

  it('does not grant again what was taken back', () => {
    expect(rolledBack(withPermission(newer, 'layer:read', false)).granted).not.toContain('layer:read');
  });

  it('does nothing where there is nothing to go back to', () => {
    expect(rolledBack(first)).toBe(first);
  });
});

describe('permissions', () => {
  it('are only those that the manifest asks for', () => {
    expect(withPermission(first, 'network', true).granted).toEqual(['layer:read', 'layer:write']);
  });

  it('can be taken back and given again', () => {
    const without = withPermission(first, 'layer:read', false);
    expect(without.granted).toEqual(['layer:write']);
    expect(withPermission(without, 'layer:read', true).granted).toEqual(first.granted);
  });
});

describe('a plugin that is stopped because of errors', () => {
  const crashed = (times: number): PluginRecord =>
    Array.from({ length: times }).reduce<PluginRecord>((record) => withCrash(record), first);

  it('is switched off after several in a row', () => {
    expect(crashed(MAX_CRASHES - 1).enabled).toBe(true);
    expect(crashed(MAX_CRASHES).enabled).toBe(false);
  });

  it('is forgiven what went wrong before a success', () => {
    expect(withCrash(withSuccess(crashed(MAX_CRASHES - 1))).enabled).toBe(true);
  });

  it('begins anew when it is switched on again', () => {
    expect(withEnabled(crashed(MAX_CRASHES), true)).toMatchObject({ enabled: true, crashes: 0 });
  });
});
