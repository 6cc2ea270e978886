import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const config = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as {
  readonly forbidden: readonly { readonly name: string }[];
};

/** A tree with the repository's paths in which every import is allowed. */
const CLEAN: Readonly<Record<string, string>> = {
  'packages/core/src/errors.ts': 'export const code = 1;',
  'packages/core/src/io/index.ts': "export { inner } from './inner.ts';",
  'packages/core/src/io/inner.ts': 'export const inner = 1;',
  'packages/core/src/raster/index.ts': "import { inner } from '../io/index.ts';\nexport const a = inner;",
  // Types may need each other.
  'packages/core/src/io/one.ts': "import type { Two } from './two.ts';\nexport type One = Two[];",
  'packages/core/src/io/two.ts': "import type { One } from './one.ts';\nexport type Two = { one?: One };",
  'packages/core/src/raster/a.test.ts': "import { readFileSync } from 'node:fs';\nreadFileSync('a');",
  'packages/plugin-foo/src/index.ts':
    "export { a } from '../../core/src/raster/index.ts';\nexport { own } from './own.ts';",
  'packages/plugin-foo/src/own.ts': 'export const own = 1;',
  'packages/plugin-bar/src/index.ts': 'export const bar = 1;',
  'packages/plugin-kit/src/index.ts': "export { a } from '../../core/src/raster/index.ts';",
  // Of the kit, what authors run may use Node.
  'packages/plugin-kit/src/pack/index.ts': "export { readFileSync } from 'node:fs';",
  'packages/plugin-kit/src/cli/main.ts': "export { readFileSync } from '../pack/index.ts';",
  'apps/cli/src/plugin.ts': "export { readFileSync } from '../../../packages/plugin-kit/src/pack/index.ts';",
  'examples/plugins/foo/src/index.ts':
    "export { a } from '../../../../packages/plugin-kit/src/index.ts';\nexport { own } from './own.ts';",
  'examples/plugins/foo/src/own.ts': 'export const own = 1;',
  'examples/plugins/bar/src/index.ts': 'export const bar = 1;',
  'packages/character/src/index.ts': "export { drawn } from './hair/drawn.ts';",
  'packages/character/src/hair/drawn.ts': 'export const drawn = 1;',
  // Tools may read and write files.
  'packages/character/tools/bake.ts': "import { readFileSync } from 'node:fs';\nreadFileSync('a');",
  'packages/lineart/src/index.ts': "export { solved } from './solver/solved.ts';",
  'packages/lineart/src/solver/solved.ts': 'export const solved = 1;',
  'packages/core/src/fill.ts': "export { solved } from '../../lineart/src/index.ts';",
  'packages/plugin-foo/src/cut.ts': "export { solved } from '../../lineart/src/index.ts';",
  'apps/cli/src/generate.ts': "export { drawn } from '../../../packages/character/src/index.ts';",
  'training/render/pair.ts': "export { drawn } from '../../packages/character/src/index.ts';",
  'training/render/shard.ts': "import { readFileSync } from 'node:fs';\nreadFileSync('a');",
  'apps/editor/src/lib/page.ts': "export { a } from '../../../../packages/core/src/raster/index.ts';",
  'apps/editor/src/lib/foo.worker.ts': "export { a } from '../../../../packages/plugin-foo/src/index.ts';",
  'node_modules/svelte/package.json': '{ "name": "svelte", "main": "index.js", "type": "module" }',
  'node_modules/svelte/index.js': 'export const mount = 1;',
};

/** One forbidden import each: in which file, of what, and the rule that must name it. */
const FORBIDDEN = [
  ['packages/core/src/x/y.ts', 'svelte', 'core-is-headless'],
  ['packages/core/src/x/y.ts', '../../../../apps/editor/src/lib/page.ts', 'core-is-headless'],
  ['packages/core/src/x/y.ts', '../../../../apps/editor/src/lib/page.ts', 'plugins-never-import-the-editor'],
  ['packages/core/src/x/y.ts', '../../../plugin-foo/src/index.ts', 'core-is-headless'],
  ['packages/core/src/x/y.ts', 'node:fs', 'core-is-portable'],
  ['packages/core/src/x/y.ts', 'fs/promises', 'core-is-portable'],
  ['packages/plugin-foo/src/y.ts', 'node:fs', 'core-is-portable'],
  ['packages/core/src/raster/a.ts', '../io/inner.ts', 'one-door-per-folder'],
  ['packages/plugin-foo/src/y.ts', '../../../apps/editor/src/lib/page.ts', 'plugins-know-core-only'],
  ['packages/plugin-foo/src/y.ts', '../../../apps/editor/src/lib/page.ts', 'plugins-never-import-the-editor'],
  ['packages/plugin-foo/src/y.ts', '../../plugin-bar/src/index.ts', 'plugins-know-core-only'],
  ['packages/plugin-foo/src/y.ts', '../../core/src/io/inner.ts', 'core-by-its-exports'],
  ['apps/editor/src/lib/y.ts', '../../../../packages/core/src/io/inner.ts', 'core-by-its-exports'],
  [
    'apps/editor/src/lib/y.ts',
    '../../../../packages/plugin-foo/src/index.ts',
    'editor-reaches-plugins-through-the-host',
  ],
  ['packages/character/src/y.ts', '../../core/src/raster/index.ts', 'character-is-a-leaf'],
  ['packages/character/tools/y.ts', '../../core/src/raster/index.ts', 'character-is-a-leaf'],
  ['packages/character/src/y.ts', '../../../apps/editor/src/lib/page.ts', 'character-is-a-leaf'],
  ['packages/character/src/y.ts', 'svelte', 'character-is-a-leaf'],
  ['packages/character/src/y.ts', 'node:fs', 'core-is-portable'],
  ['packages/plugin-kit/src/y.ts', 'node:fs', 'core-is-portable'],
  ['packages/plugin-kit/src/y.ts', '../../plugin-foo/src/index.ts', 'kit-knows-core-only'],
  ['packages/plugin-kit/src/pack/y.ts', '../../../../apps/cli/src/generate.ts', 'kit-knows-core-only'],
  [
    'examples/plugins/foo/src/y.ts',
    '../../../../packages/core/src/raster/index.ts',
    'examples-know-the-kit-only',
  ],
  ['examples/plugins/foo/src/y.ts', '../../bar/src/index.ts', 'examples-know-the-kit-only'],
  ['examples/plugins/foo/y.ts', '../../../packages/plugin-kit/src/cli/main.ts', 'examples-know-the-kit-only'],
  ['apps/cli/src/y.ts', '../../../examples/plugins/foo/src/index.ts', 'examples-are-not-shipped'],
  ['packages/core/src/y.ts', '../../../examples/plugins/foo/src/index.ts', 'examples-are-not-shipped'],
  ['apps/cli/src/y.ts', '../../../packages/plugin-kit/src/cli/main.ts', 'kit-by-its-doors'],
  ['packages/lineart/src/y.ts', '../../core/src/raster/index.ts', 'lineart-is-a-leaf'],
  ['packages/lineart/tools/y.ts', '../../character/src/index.ts', 'lineart-is-a-leaf'],
  ['packages/lineart/src/y.ts', '../../../apps/editor/src/lib/page.ts', 'lineart-is-a-leaf'],
  ['packages/lineart/src/y.ts', 'svelte', 'lineart-is-a-leaf'],
  ['packages/lineart/src/y.ts', 'node:fs', 'core-is-portable'],
  ['packages/core/src/y.ts', '../../lineart/src/solver/solved.ts', 'lineart-by-its-door'],
  ['packages/plugin-foo/src/y.ts', '../../lineart/src/solver/solved.ts', 'lineart-by-its-door'],
  ['apps/cli/src/y.ts', '../../../packages/character/src/hair/drawn.ts', 'character-by-its-door'],
  ['packages/plugin-foo/src/y.ts', '../../character/src/hair/drawn.ts', 'character-by-its-door'],
  ['training/render/y.ts', '../../packages/character/src/hair/drawn.ts', 'character-by-its-door'],
  ['training/render/y.ts', '../../packages/character/src/hair/drawn.ts', 'training-draws-characters-only'],
  ['training/render/y.ts', '../../packages/core/src/raster/index.ts', 'training-draws-characters-only'],
  ['training/render/y.ts', '../../apps/cli/src/generate.ts', 'training-draws-characters-only'],
  ['apps/cli/src/y.ts', '../../../training/render/pair.ts', 'training-is-not-shipped'],
  ['packages/plugin-foo/src/y.ts', '../../../training/render/pair.ts', 'training-is-not-shipped'],
  ['apps/editor/src/lib/y.ts', './y.ts', 'no-circular'],
] as const;

/** What `npm test` gets to see: the number of errors as exit status, and a report. */
interface Verdict {
  readonly status: number;
  /** One text for each violation: rule, importing file, imported file or the files of the cycle. */
  readonly violations: readonly string[];
}

function cruise(tree: string): Promise<Verdict> {
  const bin = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [
    bin,
    'apps',
    'packages',
    'training',
    'examples',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
  ];
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
    execFile(process.execPath, args, { cwd: tree, env }, (error, stdout, stderr) => {
      const violations = stdout.split(/^ {2}error /m).slice(1);
      // It writes a report whether or not it finds something; without one, it did not run.
      if (/dependenc(y|ies)/.test(stdout)) resolve({ status: error ? Number(error.code) : 0, violations });
      else reject(new Error(stderr));
    });
  });
}

describe('the import boundaries', () => {
  const trees: string[] = [];
  function plant(files: Readonly<Record<string, string>>): string {
    const tree = mkdtempSync(join(tmpdir(), 'koma-boundaries-'));
    trees.push(tree);
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json'])
      copyFileSync(join(ROOT, name), join(tree, name));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), `${text}\n`);
    }
    return tree;
  }
  afterAll(() => {
    for (const tree of trees) rmSync(tree, { recursive: true, force: true });
  });

  // One run for all forbidden imports, each in a file of its own: a run takes a second.
  let result: Verdict;
  const fileOf = (index: number) => FORBIDDEN[index]![0].replace(/\w+\.ts$/, `forbidden${index}.ts`);
  beforeAll(async () => {
    const files: Record<string, string> = { ...CLEAN };
    for (const [index, [, target]] of FORBIDDEN.entries()) {
      const imported = target === './y.ts' ? './circle.ts' : target;
      files[fileOf(index)] = `import * as other from '${imported}';\nexport const value = other;`;
      if (target === './y.ts')
        files['apps/editor/src/lib/circle.ts'] = `export { value } from './forbidden${index}.ts';`;
    }
    result = await cruise(plant(files));
  }, 60_000);

  it('pass a tree that keeps to them', async () => {
    expect(await cruise(plant(CLEAN))).toEqual({ status: 0, violations: [] });
  });

  it('fail the check of a tree that does not', () => {
    expect(result.status).toBe(result.violations.length);
    expect(result.status).toBeGreaterThanOrEqual(FORBIDDEN.length);
  });

  it.each(FORBIDDEN.map(([file, target, rule], index) => ({ file, target, rule, index })))(
    '$rule: $file may not import $target',
    ({ rule, index }) => {
      const about = result.violations.filter((text) => text.includes(fileOf(index)));
      expect(about.map((text) => text.split(':')[0])).toContain(rule);
    },
  );

  it('blame no file that keeps to them', () => {
    const planted = FORBIDDEN.map((_, index) => fileOf(index));
    const others = result.violations.filter((text) => !planted.some((file) => text.includes(file)));
    expect(others).toEqual([]);
  });

  it('are all shown to work here', () => {
    const shown = new Set<string>(FORBIDDEN.map(([, , rule]) => rule));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});
