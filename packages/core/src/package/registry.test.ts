import { describe, expect, it } from 'vitest';
import { packageUrl, parseRegistry } from './registry.ts';

const entry = {
  id: 'org.example.blur',
  version: '1.2.0',
  url: 'blur-1.2.0.komaplugin',
  sha256: 'aa'.repeat(32),
  bytes: 1234,
  name: { en: 'Soft blur' },
  description: { en: 'Blurs.' },
  author: 'Somebody',
  permissions: ['layer:read', 'layer:write'],
  engines: { koma: '^0.1.0' },
};
const list = (changes: object = {}) => ({
  registryVersion: 1,
  name: { en: 'List' },
  plugins: [entry],
  blocked: [],
  ...changes,
});

describe('parseRegistry', () => {
  it('takes a list', () => {
    const blocked = [{ id: 'org.example.bad', versions: '*', reason: { en: 'It sends pictures away.' } }];
    expect(parseRegistry(list({ blocked }))).toEqual(list({ blocked }));
    expect(
      parseRegistry(list({ plugins: [{ ...entry, publisherKey: 'bb'.repeat(32) }] })).plugins,
    ).toHaveLength(1);
  });

  it.each([
    ['nothing', null],
    ['another version', list({ registryVersion: 2 })],
    ['what it does not know', list({ scripts: [] })],
    ['a permission that there is not', list({ plugins: [{ ...entry, permissions: ['disk'] }] })],
    ['a checksum that is none', list({ plugins: [{ ...entry, sha256: 'aa' }] })],
    ['an id that is none', list({ plugins: [{ ...entry, id: 'Blur' }] })],
  ])('refuses %s', (_, json) => {
    expect(() => parseRegistry(json)).toThrow(expect.objectContaining({ code: 'REGISTRY_INVALID' }));
  });
});

describe('packageUrl', () => {
  it('is relative to the list, or https', () => {
    const base = 'https://lists.example.org/koma/index.json';
    expect(packageUrl(entry, base)).toBe('https://lists.example.org/koma/blur-1.2.0.komaplugin');
    expect(packageUrl({ url: 'https://other.example/x' }, base)).toBe('https://other.example/x');
    expect(packageUrl(entry, 'http://localhost:8080/registry/index.json')).toBe(
      'http://localhost:8080/registry/blur-1.2.0.komaplugin',
    );
  });

  it.each(['http://other.example/x', 'javascript:alert(1)', 'data:,x', 'file:///etc/passwd', 'https://'])(
    'is not %s',
    (url) => {
      expect(() => packageUrl({ url }, 'https://lists.example.org/index.json')).toThrow(
        expect.objectContaining({ code: 'REGISTRY_INVALID' }),
      );
    },
  );
});
