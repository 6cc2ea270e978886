/** Who may import whom. The drawing is in docs/ARCHITECTURE.md. */
const tests = '\\.(test|test-helper)\\.ts$|/testing/';
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one idea, or a third one is missing.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-is-headless',
      comment:
        'Core runs in workers, in Node and in the page: no Svelte, no fabric, no DOM framework, no app.',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: {
        path: '^apps/|^packages/(?!(core|lineart)/)|node_modules/(svelte|@sveltejs|fabric|@lucide|react|vue)',
      },
    },
    {
      name: 'core-is-portable',
      comment:
        'Node APIs exist only on one side; of the plugin kit, only what is packed into plugins has to be there.',
      severity: 'error',
      from: {
        path: '^packages/[^/]+/src/',
        pathNot: `${tests}|^packages/plugin-kit/src/(cli|harness|node|pack)/`,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'plugins-know-core-only',
      comment: 'A built-in plugin gets nothing that a third-party one does not get.',
      severity: 'error',
      from: { path: '^packages/(plugin-[^/]+)/src/', pathNot: tests },
      to: {
        path: '^apps/|^packages/',
        pathNot: ['^packages/core/', '^packages/(lineart|character)/', '^packages/$1/'],
      },
    },
    {
      name: 'plugins-never-import-the-editor',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'one-door-per-folder',
      comment: 'Folders of core are entered through their index.ts.',
      severity: 'error',
      from: { path: '^packages/core/src/([^/]+)/', pathNot: tests },
      to: {
        path: '^packages/core/src/[^/]+/',
        pathNot: [
          '^packages/core/src/$1/',
          '^packages/core/src/[^/]+/index\\.ts$',
          // Doors of their own in package.json, which code that does not need them should not load.
          '^packages/core/src/io/(layered|portable|zip)/index\\.ts$',
        ],
      },
    },
    {
      name: 'core-by-its-exports',
      comment: 'From outside, core is what its package.json exports.',
      severity: 'error',
      from: { pathNot: '^packages/core/' },
      to: {
        path: '^packages/core/src/',
        pathNot:
          '^packages/core/src/(errors\\.ts|[^/]+/index\\.ts|inference/onnx/index\\.ts|io/(layered|portable)/index\\.ts)$',
      },
    },
    {
      name: 'character-is-a-leaf',
      comment: 'Drawing is data in, data out, wherever it runs: it needs nobody, not even core.',
      severity: 'error',
      from: { path: '^packages/character/' },
      to: {
        path: '^apps/|^packages/(?!character/)|node_modules/(svelte|@sveltejs|fabric|@lucide|react|vue|jsdom)',
      },
    },
    {
      name: 'character-by-its-door',
      comment: 'From outside, the character engine is its index.ts.',
      severity: 'error',
      from: { pathNot: '^packages/character/' },
      to: { path: '^packages/character/', pathNot: '^packages/character/src/index\\.ts$' },
    },
    {
      name: 'lineart-is-a-leaf',
      comment:
        'Lines, tones, regions and cuts are data in, data out: core and plugins may use them, they need nobody.',
      severity: 'error',
      from: { path: '^packages/lineart/' },
      to: {
        path: '^apps/|^packages/(?!lineart/)|node_modules/(svelte|@sveltejs|fabric|@lucide|react|vue|jsdom)',
      },
    },
    {
      name: 'lineart-by-its-door',
      comment: 'From outside, lineart is its index.ts.',
      severity: 'error',
      from: { pathNot: '^packages/lineart/' },
      to: { path: '^packages/lineart/', pathNot: '^packages/lineart/src/index\\.ts$' },
    },
    {
      name: 'training-draws-characters-only',
      comment: 'Training data comes from the character engine; the models know nothing of the product.',
      severity: 'error',
      from: { path: '^training/' },
      to: { path: '^(apps|packages|tests)/', pathNot: '^packages/character/src/index\\.ts$' },
    },
    {
      name: 'training-is-not-shipped',
      comment: 'What training makes are model files; nothing of the product needs its code.',
      severity: 'error',
      from: { path: '^(apps|packages|tests)/' },
      to: { path: '^training/' },
    },
    {
      name: 'kit-knows-core-only',
      comment: 'What authors build on must not lead into the product, nor to plugins that come with it.',
      severity: 'error',
      from: { path: '^packages/plugin-kit/', pathNot: tests },
      to: { path: '^(apps|examples|tests|training)/|^packages/(?!(core|plugin-kit)/)' },
    },
    {
      name: 'examples-know-the-kit-only',
      comment:
        "An example is a stranger's plugin: what it could not write in another repository is missing in the kit.",
      severity: 'error',
      from: { path: '^examples/plugins/([^/]+)/' },
      to: {
        path: '^(apps|packages|tests|training|examples)/',
        pathNot: [
          '^examples/plugins/$1/',
          '^packages/plugin-kit/src/(index|(harness|node|pack)/index)\\.ts$',
        ],
      },
    },
    {
      name: 'examples-are-not-shipped',
      comment: 'The product installs them as packages, like everybody.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: tests },
      to: { path: '^examples/' },
    },
    {
      name: 'kit-by-its-doors',
      comment: 'From outside, the kit is what its package.json exports.',
      severity: 'error',
      from: { pathNot: '^packages/plugin-kit/' },
      to: {
        path: '^packages/plugin-kit/src/',
        pathNot: '^packages/plugin-kit/src/(index|(harness|node|pack)/index)\\.ts$',
      },
    },
    {
      name: 'editor-reaches-plugins-through-the-host',
      comment: 'Plugin code belongs into its worker; the page knows the manifest.',
      severity: 'error',
      from: { path: '^apps/editor/src/', pathNot: '\\.worker\\.ts$' },
      to: { path: '^packages/plugin-[^/]+/src/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.svelte-kit|\\.cache)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
    },
  },
};
