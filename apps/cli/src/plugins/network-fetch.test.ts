import { describe, expect, test } from 'vitest';
import type { PluginManifest } from '@koma/core/plugin';
import { isPublicAddress, networkFetch } from './network-fetch.ts';

describe('isPublicAddress', () => {
  test.each(['93.184.215.14', '1.1.1.1', '2606:4700::1111', '172.32.0.1', '192.169.0.1'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:192.168.0.1',
    'fe80::1',
    'fd00::1',
    '64:ff9b::7f00:1',
    'localhost',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('networkFetch', () => {
  const notes: string[] = [];
  const domains = ['api.example.org', '*.example.net', 'localtest.me'];
  const manifest = { name: { en: 'Tool' }, network: { domains } } as unknown as PluginManifest;
  const send = networkFetch(manifest, (note) => notes.push(note));

  test.each([
    'http://api.example.org/',
    'https://example.org/',
    'https://api.example.org.evil.test/',
    'https://evil.test/?api.example.org',
    'https://api.example.org:8443/',
    'https://user:secret@api.example.org/',
    'https://example.net/',
    'https://127.0.0.1/',
    'file:///etc/passwd',
    'nonsense',
  ])('sends nothing to %s', async (url) => {
    await expect(send(url)).rejects.toMatchObject({ code: 'PLUGIN_FETCH_FAILED' });
    expect(notes).toEqual([]);
  });

  test('sends no header that knows the person', async () => {
    const headers = { Cookie: 'a=b' };
    await expect(send('https://api.example.org/', { headers })).rejects.toThrow('"Cookie" is not possible');
  });
});
