import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { repository, StudioPage } from './studio-page.ts';

test('the wheel zooms at the pointer, the hand pans, and the divider is dragged', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await studio.open('tests/golden/crop.png');
  await studio.expectSize(160, 128);
  const zoom = page.getByTestId('zoom');
  const picture = page.getByTestId('picture');
  await expect(zoom).toHaveText('100 %');

  const before = await picture.screenshot();
  await page.mouse.move(480, 400);
  await page.mouse.wheel(0, -400);
  await expect(zoom).not.toHaveText('100 %');
  await page.keyboard.press('Control+0');
  await expect(zoom).toHaveText('100 %');
  await page.keyboard.press('h');
  await page.mouse.move(300, 300);
  await page.mouse.down();
  await page.mouse.move(380, 330, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await picture.screenshot()).equals(before)).toBe(false);
  await page.keyboard.press('Control+0');
  await expect.poll(async () => (await picture.screenshot()).equals(before)).toBe(true);

  await studio.choose('Scale', '2');
  await studio.choose('Noise removal', '3');
  await studio.apply().click();
  await studio.expectSize(320, 256);
  const divider = page.getByLabel('Position of the before and after divider');
  await expect(divider).toHaveValue('50');
  const box = (await picture.boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const half = await picture.screenshot();
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x - 60, middle.y, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => Number(await divider.inputValue())).toBeLessThan(40);
  await expect.poll(async () => (await picture.screenshot()).equals(half)).toBe(false);
  await page.getByRole('button', { name: 'Before / after' }).click();
  await expect(divider).toHaveCount(0);
});

test('two fingers zoom, and the app is usable on a phone', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    isMobile: true,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const studio = new StudioPage(page);
  await studio.goto();
  await studio.screenshot('phone-empty');
  await studio.open('tests/golden/crop.png');
  await studio.expectSize(160, 128);
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(scrolls, 'sideways scrolling').toBe(false);
  for (const name of ['Open a picture', 'Export', 'Undo', 'Fit', 'Hide panels']) {
    await expect(page.getByRole('button', { name, exact: true }).first()).toBeInViewport();
  }
  const zoom = page.getByTestId('zoom');
  const fitted = await zoom.textContent();
  const session = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: [number, number][]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  await touch('touchStart', [
    [160, 200],
    [220, 200],
  ]);
  for (let i = 1; i <= 5; i++)
    await touch('touchMove', [
      [160 - 10 * i, 200],
      [220 + 10 * i, 200],
    ]);
  await touch('touchEnd', []);
  await expect(zoom).not.toHaveText(fitted!);
  await studio.apply().scrollIntoViewIfNeeded();
  await studio.apply().click();
  await studio.expectSize(320, 256);
  await studio.screenshot('phone-result');
  await context.close();
});

test('without cross-origin isolation everything works on one thread, and the status bar says so', async ({
  page,
}) => {
  const port = 4189;
  const server = spawn(
    process.execPath,
    [repository('apps/editor/serve.mjs'), '--port', String(port), '--no-isolation'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    await new Promise((resolve) => server.stdout.once('data', resolve));
    const studio = new StudioPage(page);
    await studio.goto(`http://localhost:${port}/`);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await expect(page.getByRole('note', { name: /Single-threaded/ })).toBeVisible();
    await studio.open('tests/fixtures/good/alpha.png');
    await studio.apply().click();
    await studio.expectSize(96, 64);
    await expect(page.getByTestId('backend')).toHaveText('CPU, 1 thread');
  } finally {
    server.kill();
  }
});

test('the server sends the isolation and security headers with every file', async ({ request }) => {
  for (const path of ['/', '/icon.svg']) {
    const headers = (await request.get(path)).headers();
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
    expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-");
    expect(headers['content-security-policy']).toContain("connect-src 'self'");
    expect(headers['content-security-policy']).not.toMatch(
      /script-src[^;]*unsafe-inline|script-src[^;]*'unsafe-eval'/,
    );
  }
});
