import { expect, it } from 'vitest';
import { coversHost } from './host-name.ts';

it.each([
  ['example.org', 'example.org', true],
  ['example.org', 'www.example.org', false],
  ['example.org', 'example.org.evil.com', false],
  ['*.example.org', 'www.example.org', true],
  ['*.example.org', 'a.b.example.org', true],
  ['*.example.org', 'example.org', false],
  ['*.example.org', 'evilexample.org', false],
  ['*.example.org', 'example.org.evil.com', false],
])('%s covers %s: %s', (domain, host, expected) => {
  expect(coversHost(domain, host)).toBe(expected);
});
