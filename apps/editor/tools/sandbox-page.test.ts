import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../static/sandbox.html', import.meta.url), 'utf8');
const policy = Object.fromEntries(
  /content="([^"]+)"/
    .exec(page)![1]!
    .split('; ')
    .map((directive) => [directive.split(' ')[0]!, directive.split(' ').slice(1)]),
);

describe('sandbox.html', () => {
  it('allows its own script by its hash, and no other in the document', () => {
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text!);
    const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(scripts).toHaveLength(1);
    expect(policy['script-src']).toEqual([...hashes, "'wasm-unsafe-eval'", 'blob:', 'data:']);
  });

  it('allows workers of its own making and nothing from anywhere', () => {
    expect(policy).toEqual({
      'default-src': ["'none'"],
      'script-src': expect.anything(),
      'worker-src': ['blob:', 'data:'],
      'connect-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
  });
});
