import { describe, expect, it } from 'vitest';
import { realmScript, withoutImport } from './realm-script.ts';

describe('withoutImport', () => {
  it('leaves no import() behind, wherever it stands', () => {
    const code = withoutImport(
      'const a = import("node:fs"); const b = `${import("x")}`; const c = () => import(a); import.source("s"); import\n.defer("d"); class D { static { import("e", {}); } } /* import("y") */ "import(z)"',
    );
    const bare = code.replaceAll('"import(z)"', '').replaceAll(/\/\*.*?\*\//gs, '');
    expect(bare).not.toMatch(/\bimport\b/);
    expect(code).toContain('"import(z)"');
  });

  it.each([
    'import("e", {})',
    'import(a, b)',
    'import("e", { with: { type: a } })',
    'import.source("e", {})',
    'import.defer(a, b)',
    'import(import("a", {}), {})',
    'with ({}) { import("a") }',
    '<!-- x\nimport("z")',
  ])('leaves nothing of %s', (code) => {
    let left = '';
    try {
      left = withoutImport(code);
    } catch {
      // Refused is as good.
    }
    expect(left.replaceAll(/\/\/.*$/gm, '')).not.toMatch(/\bimport\b/);
  });

  it('leaves a script otherwise as it is, and refuses what is none', () => {
    expect(withoutImport('var komaPlugin = (() => 1)();').trim()).toBe(
      'var komaPlugin = /* @__PURE__ */ (() => 1)();',
    );
    expect(() => withoutImport('function (')).toThrow('Expected');
  });
});

describe('realmScript', () => {
  it('is small, one script, and neither zod nor Comlink', () => {
    const script = realmScript();
    expect(script.length).toBeLessThan(60_000);
    expect(script).toMatch(/^(["']use strict["'];\s*)?var komaRealm = /);
    expect(script).not.toMatch(/zod|comlink|\bimport\s*\(/i);
    expect(realmScript()).toBe(script);
  });
});
