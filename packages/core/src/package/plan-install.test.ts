import { describe, expect, it } from 'vitest';
import { assertConsent } from './assert-consent.ts';
import { assertUsable, planInstall, type InstallContext, type InstalledPlugin } from './plan-install.ts';
import type { PluginPackage } from './read-package.ts';
import { createSigningKey, signerOf } from './signature.ts';
import { tinyManifest } from './tiny-package.test-helper.ts';

const one = signerOf(createSigningKey().publicKey);
const two = signerOf(createSigningKey().publicKey);
const network = { domains: ['api.example.org'], reason: { en: 'To look up colours.' } };

const candidate = (changes: object = {}, more: Partial<PluginPackage> = {}): PluginPackage => ({
  manifest: tinyManifest(changes),
  files: new Map(),
  sha256: 'aa'.repeat(32),
  bytes: 1000,
  ...more,
});
const installed = (changes: object = {}, more: Partial<InstalledPlugin> = {}): InstalledPlugin => ({
  manifest: tinyManifest(changes),
  sha256: 'bb'.repeat(32),
  ...more,
});
const context = (changes: Partial<InstallContext> = {}): InstallContext => ({
  komaVersion: '0.1.0',
  blocklist: [],
  others: [{ id: 'studio.koma.upscale', name: { en: 'Upscale', ja: '高解像度化' } }],
  ...changes,
});
const all = {
  permissions: ['layer:read', 'layer:write', 'network', 'storage'],
  domains: network.domains,
} as const;

describe('planInstall', () => {
  it('says what a new plugin asks for', () => {
    expect(planInstall(candidate(), undefined, context())).toMatchObject({
      kind: 'new',
      permissions: { added: ['layer:read', 'layer:write'], removed: [], kept: [] },
      domains: { added: [], removed: [], kept: [] },
      signer: 'none',
      warnings: [],
    });
  });

  it('says what an update changes', () => {
    const before = installed({ version: '1.1.0', permissions: ['layer:read', 'layer:write', 'storage'] });
    const now = candidate({ permissions: ['layer:read', 'layer:write', 'network'], network });
    expect(planInstall(now, before, context())).toMatchObject({
      kind: 'update',
      permissions: { added: ['network'], removed: ['storage'], kept: ['layer:read', 'layer:write'] },
      domains: { added: ['api.example.org'] },
      warnings: ['asks-for-more', 'can-send-pictures'],
    });
  });

  it.each([
    ['1.2.0', 'reinstall'],
    ['1.10.0', 'update'],
    ['1.2.0-beta.1', 'downgrade'],
    ['0.9.9', 'downgrade'],
  ])('calls %s over 1.2.0 a %s', (version, kind) => {
    expect(planInstall(candidate({ version }), installed(), context()).kind).toBe(kind);
  });

  it('warns of an older version, and of another file under the same version', () => {
    expect(planInstall(candidate({ version: '1.0.0' }), installed(), context()).warnings).toEqual(['older']);
    expect(planInstall(candidate(), installed(), context()).warnings).toEqual(['same-version-changed']);
    expect(planInstall(candidate(), installed({}, { sha256: 'aa'.repeat(32) }), context()).warnings).toEqual(
      [],
    );
  });

  it.each([
    [undefined, undefined, 'none', []],
    [undefined, one, 'first', []],
    [one, one, 'same', []],
    [one, two, 'changed', ['signer-changed']],
    [one, undefined, 'lost', ['signature-lost']],
  ])('compares signers', (before, now, signer, warnings) => {
    const plan = planInstall(
      candidate({ version: '2.0.0' }, now && { signer: now }),
      installed({}, { signer: before }),
      context(),
    );
    expect(plan).toMatchObject({ signer, warnings });
  });

  it('warns of a name that another plugin has, in any language and by look-alike letters', () => {
    for (const name of [
      { en: 'UPSCALE' },
      { en: 'Up scale' },
      { en: '\u0421rop', ja: '高解像度化' },
      { en: 'Ups\u0441\u0430le' },
    ])
      expect(planInstall(candidate({ name }), undefined, context()).warnings, name.en).toEqual([
        'name-taken',
      ]);
    expect(planInstall(candidate({ name: { en: 'Upscale 2' } }), undefined, context()).warnings).toEqual([]);
  });

  it('refuses ids that belong to Koma, or look as if they did', () => {
    for (const id of [
      'studio.koma.tone',
      'studi0.koma.tone',
      'studio.korna.tone',
      'studiokoma.tone',
      'stud1o.kom-a.x',
    ])
      expect(() => planInstall(candidate({ id }), undefined, context()), id).toThrow(
        expect.objectContaining({ code: 'PLUGIN_ID_RESERVED' }),
      );
    for (const id of ['studio.example.tone', 'org.koma.tone', 'studio.komainu.tone'])
      expect(planInstall(candidate({ id }), undefined, context()).kind).toBe('new');
  });

  it('refuses an id that looks like that of another plugin, and takes the other itself', () => {
    const others = [{ id: 'org.example.modern-tool1', name: { en: 'Tool' } }];
    for (const id of [
      'org.example.modern-tooll',
      'org.example.modem-tool1',
      'org.examp1e.modern-tool1',
      'org.example.moderntool1',
    ])
      expect(() => planInstall(candidate({ id }), undefined, context({ others })), id).toThrow(
        expect.objectContaining({
          code: 'PLUGIN_ID_LOOKALIKE',
          message: expect.stringContaining('imitation'),
        }),
      );
    for (const id of ['org.example.modern-tool1', 'org.example.modern-tool2'])
      expect(planInstall(candidate({ id }), undefined, context({ others })).kind).toBe('new');
  });

  it('refuses what is not what the list promises', () => {
    const expected = {
      id: 'org.example.blur',
      version: '1.2.0',
      sha256: 'aa'.repeat(32),
      publisherKey: one.publicKey,
    };
    const plan = (change: object) =>
      planInstall(
        candidate({}, { signer: one }),
        undefined,
        context({ expected: { ...expected, ...change } }),
      );
    expect(plan({}).kind).toBe('new');
    for (const change of [
      { id: 'org.example.bloom' },
      { version: '1.2.1' },
      { sha256: 'cc'.repeat(32) },
      { publisherKey: two.publicKey },
    ])
      expect(() => plan(change)).toThrow(expect.objectContaining({ code: 'PACKAGE_NOT_AS_LISTED' }));
  });
});

describe('assertUsable', () => {
  it('refuses other versions of Koma than the plugin is made for', () => {
    const check = (koma: string, komaVersion: string) => () =>
      assertUsable(tinyManifest({ engines: { koma } }), { komaVersion, blocklist: [] });
    for (const [range, version] of [
      ['^0.1.0', '0.1.7'],
      ['>=0.1 <2', '1.4.0'],
      ['*', '3.0.0'],
      ['^0.1.0', '0.1.1-dev'],
    ] as const)
      expect(check(range, version)).not.toThrow();
    for (const [range, version] of [
      ['^0.1.0', '0.2.0'],
      ['^1.0.0', '0.1.0'],
      ['0.1.1', '0.1.0'],
    ] as const)
      expect(check(range, version)).toThrow(expect.objectContaining({ code: 'PLUGIN_INCOMPATIBLE' }));
  });

  it('refuses blocked versions, and no others', () => {
    const blocklist = [
      { id: 'org.example.blur', versions: '<1.3.0', reason: { en: 'It sends pictures away.' } },
    ];
    const check = (changes: object) => () =>
      assertUsable(tinyManifest(changes), { komaVersion: '0.1.0', blocklist });
    for (const changes of [{}, { version: '1.3.0-rc.1' }])
      expect(check(changes)).toThrow(
        expect.objectContaining({
          code: 'PLUGIN_BLOCKED',
          message: expect.stringContaining('sends pictures away'),
        }),
      );
    for (const changes of [{ version: '1.3.0' }, { id: 'org.example.other' }])
      expect(check(changes)).not.toThrow();
  });
});

describe('assertConsent', () => {
  const wants = { permissions: ['layer:read', 'layer:write', 'network'], network, version: '2.0.0' };

  it('refuses permissions and domains that nobody agreed to, an update that asks for more included', () => {
    const plan = planInstall(candidate(wants), installed(), context());
    expect(() => assertConsent(plan, all)).not.toThrow();
    expect(() => assertConsent(plan, { ...all, permissions: ['layer:read', 'layer:write'] })).toThrow(
      expect.objectContaining({
        code: 'PLUGIN_NOT_AGREED',
        message: expect.stringContaining('it asks for network'),
      }),
    );
    expect(() => assertConsent(plan, { ...all, domains: [] })).toThrow(/talk to api\.example\.org/);
  });

  it('refuses a step back in version and a change of signer unless that was agreed to', () => {
    const older = planInstall(candidate({ version: '1.0.0' }), installed(), context());
    expect(() => assertConsent(older, all)).toThrow(/older than the version that is there/);
    expect(() => assertConsent(older, { ...all, older: true })).not.toThrow();
    for (const signer of [two, undefined]) {
      const plan = planInstall(
        candidate({ version: '2.0.0' }, signer && { signer }),
        installed({}, { signer: one }),
        context(),
      );
      expect(() => assertConsent(plan, all)).toThrow(/not signed by the author/);
      expect(() => assertConsent(plan, { ...all, otherSigner: true })).not.toThrow();
    }
  });
});
