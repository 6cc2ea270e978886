import { expect, test } from '@playwright/test';
import { DOS_CASES } from '../security/dos/dos-cases.ts';
import { runCase } from '../security/dos/run-dos.ts';
import { runSuite } from '../security/run-suite.ts';

/** A few of each kind; `npm run probe -- sandbox` tries them all. */
const SAMPLE = [
  'net-fetch',
  'net-websocket',
  'code-import-scripts',
  'code-worker-data',
  'store-indexed-db',
  'host-broadcast',
  'port-post-message',
  'rpc-set-prototype',
];

test('a plugin does not get out, and would without the guards', async ({ page, browser }) => {
  const rows = await runSuite(
    {
      name: browser.browserType().name(),
      goto: async (url) => void (await page.goto(url)),
      evaluate: (script) => page.evaluate(script),
      close: async () => {},
    },
    SAMPLE,
  );
  expect(rows.map(({ id }) => id)).toEqual(SAMPLE);
  for (const { id, guarded, policyOnly, unguarded } of rows) {
    expect({ id, guarded, policyOnly }).toEqual({ id, guarded: 0, policyOnly: 0 });
    // Looking for the port needs the runtime that keeps it.
    if (!id.startsWith('port-')) expect({ id, reached: unguarded > 0 }).toEqual({ id, reached: true });
  }
});

test('a plugin that loops is stopped by Cancel, and one that answers nonsense by itself', async ({
  page,
}) => {
  const [loop, flood] = ['loop-at-load', 'flood-of-requests'].map((id) =>
    DOS_CASES.find((each) => each.id === id)!,
  );
  expect(await runCase(page, '/', loop!)).toMatchObject({ outcome: 'cancelled', intact: true });
  expect(await runCase(page, '/', flood!)).toMatchObject({
    stoppedMs: null,
    outcome: expect.stringMatching(/did what plugins must not do/),
    intact: true,
  });
});

test('without a policy in force, plugins do not start', async ({ page }) => {
  // A host that serves the sandbox's page without its policy.
  await page.route('**/sandbox.html', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': 'sandbox allow-scripts' };
    const body = (await response.text()).replace(/<meta\s+http-equiv[^>]*>/, '');
    await route.fulfill({ response, headers, body });
  });
  const harmless = DOS_CASES.find(({ id }) => id === 'no-harm')!;
  const { outcome } = await runCase(page, '/', harmless);
  expect(outcome).toMatch(/^Plugins of others cannot run here/);
});
