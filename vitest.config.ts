import { defineConfig } from 'vitest/config';

// Unit and property tests of all packages and apps; browser tests are Playwright's (tests/e2e).
export default defineConfig({
  test: {
    include: [
      '{packages,apps}/*/{src,tools}/**/*.test.ts',
      'examples/plugins/*/src/**/*.test.ts',
      'tests/{unit,bench}/**/*.test.ts',
      'training/render/**/*.test.ts',
    ],
    environment: 'node',
    testTimeout: 60_000,
    // Two at a time: some tests start processes and threads of their own.
    maxWorkers: 2,
    // Files share a process, which spares two fifths of the time. What a file replaces, it puts back.
    isolate: false,
  },
});
