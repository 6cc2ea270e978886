import { describe, expect, it } from 'vitest';
import { parseManifest } from './manifest.ts';
import { assertPermitted, operationPermissions, PERMISSIONS } from './manifest-permissions.ts';
import { tinyGeneratorJson, tinyManifestJson } from './tiny-plugin.test-helper.ts';

const operation = tinyManifestJson('work').contributes.operations[0]!;
const network = { domains: ['api.example.org'], reason: { en: 'To look up colours.' } };
const exporter = {
  id: 'sheet',
  title: { en: 'Sheet' },
  summary: { en: 'Writes a sheet.' },
  extension: 'png',
  mediaType: 'image/png',
  params: [],
  reads: 'flat',
};

/** What is said about a manifest that asks for these permissions, or an empty text where it is taken. */
function refusal(permissions: readonly string[], change: object = {}, contributes: object = {}): string {
  const json = { ...tinyManifestJson(), permissions, ...change };
  try {
    parseManifest({ ...json, contributes: { operations: [], ...contributes } });
    return '';
  } catch (error) {
    expect(error).toMatchObject({ code: 'PLUGIN_MANIFEST_INVALID' });
    return (error as Error).message;
  }
}

describe('permissions that a manifest uses', () => {
  const withInput = (type: string) => ({
    operations: [
      { ...operation, inputs: [...operation.inputs, { name: 'more', type, label: { en: 'More' } }] },
    ],
  });
  const sayings = {
    operations: [{ ...operation, outputs: [{ name: 'text', type: 'text' }], placement: [] }],
  };

  it.each<[string, object, readonly string[]]>([
    ['an operation', { operations: [operation] }, ['layer:read', 'layer:write']],
    ['an operation that only says something', sayings, ['layer:read']],
    ['an operation on the selection', withInput('mask'), ['layer:read', 'layer:write', 'selection:read']],
    ['an operation with strokes', withInput('strokes'), ['layer:read', 'layer:write']],
    ['a generator', { generators: [tinyGeneratorJson()] }, ['layer:write']],
    [
      'a generator that looks for faces',
      { generators: [{ ...tinyGeneratorJson(), widgets: ['faces'] }] },
      ['layer:read', 'layer:write'],
    ],
    ['an exporter', { exporters: [exporter] }, ['layer:read']],
  ])('have to be asked for: %s', (_, contributes, needed) => {
    expect(refusal(needed, {}, contributes)).toBe('');
    for (const missing of needed)
      expect(
        refusal(
          needed.filter((each) => each !== missing),
          {},
          contributes,
        ),
      ).toContain(`needs the permission ${missing}`);
  });

  it('are a closed list, each asked for once', () => {
    expect(refusal(PERMISSIONS, { network })).toBe('');
    expect(refusal(['disk'])).toContain('permissions.0');
    expect(refusal(['storage', 'storage'])).toContain('asked for twice');
  });
});

describe('the network of a manifest', () => {
  const domains = (...names: string[]) => refusal(['network'], { network: { ...network, domains: names } });

  it('goes with the permission, and the other way round', () => {
    expect(refusal(['network'], { network })).toBe('');
    expect(refusal(['network'])).toContain('which domains, and the reason');
    expect(refusal([], { network })).toContain('is not asked for');
    expect(refusal(['network'], { network: { domains: network.domains } })).toContain('network.reason');
  });

  it.each([
    'example.org',
    'a.b.example.co.jp',
    '*.example.org',
    '*.example.co.jp',
    'xn--bcher-kva.example',
    'my.github.io',
  ])('takes %s', (name) => {
    expect(domains(name)).toBe('');
  });

  it.each([
    'https://example.org',
    'example.org/path',
    'example.org:8080',
    'Example.org',
    'localhost',
    'printer.local',
    'router.lan',
    'metadata.google.internal',
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '*',
    '*.org',
    '*.co.jp',
    '*.github.io',
    'a.*.org',
    'example',
    '-a.org',
    'b\u00fccher.example',
    'user@example.org',
    '1.0.0.127.in-addr.arpa',
    '',
  ])('refuses %j', (name) => {
    expect(domains('api.example.org', name)).toContain('network.domains.1');
  });

  it('names ten hosts at most, and one at least', () => {
    const names = (count: number) => Array.from({ length: count }, (_, i) => `host${i}.example.org`);
    expect(domains(...names(10))).toBe('');
    expect(domains(...names(11))).toContain('network.domains');
    expect(domains()).toContain('network.domains');
  });
});

describe('assertPermitted', () => {
  it('names the first permission that is missing', () => {
    const needed = operationPermissions({
      inputs: [{ name: 'image', type: 'image', label: { en: 'Picture' } }],
      outputs: [{ name: 'image', type: 'image' }],
    });
    expect(() => assertPermitted(['layer:read', 'layer:write'], needed, 'Tiny')).not.toThrow();
    expect(() => assertPermitted(['layer:read'], needed, 'Tiny')).toThrow(
      expect.objectContaining({
        code: 'PERMISSION_DENIED',
        details: { permission: 'layer:write', plugin: 'Tiny' },
        message: expect.stringContaining('Tiny is not allowed'),
      }),
    );
  });
});
