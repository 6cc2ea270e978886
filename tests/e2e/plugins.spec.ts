import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { EXAMPLES, packChanged, packExample, packHostile, PluginPage, renamed } from './plugin-page.ts';
import { maxDifference, pixelsOf, repository, StudioPage } from './studio-page.ts';

/** What the sandbox writes when it tries its own walls. */
const SELF_CHECK = /sandbox-check\.invalid|violates the document's Content Security Policy/;
const unexpected = (studio: StudioPage) => studio.problems.filter((text) => !SELF_CHECK.test(text));

test('all five examples are installed, run, updated and removed', async ({ page }) => {
  const studio = new StudioPage(page);
  const plugins = new PluginPage(page);
  await studio.goto();

  // One is dropped anywhere; what it may do is said, and Enter alone does not install it.
  await plugins.drop(await packExample('screentone'));
  const consent = plugins.consent();
  await expect(consent).toContainText('See the layers that you use it on');
  await expect(consent).toContainText('It cannot reach the internet');
  await expect(consent.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(consent).toBeHidden();
  await plugins.manage();
  await expect(plugins.manager()).toContainText('No plugins are installed yet.');

  // The others come from the list of this site, from an address, and by file.
  await plugins.manager().getByRole('tab', { name: 'Find plugins' }).click();
  await plugins.manager().getByRole('button', { name: 'Install: Speed Lines' }).click();
  await plugins.agree();
  const { plugins: listed } = (await (await page.request.get('/registry/index.json')).json()) as {
    plugins: { id: string; url: string }[];
  };
  const { url } = listed.find(({ id }) => id.endsWith('palette-extractor'))!;
  await plugins.manager().getByRole('button', { name: 'From an address…' }).click();
  const address = plugins.manager().getByLabel('Address of a plugin');
  await address.fill('http://example.com/palette.komaplugin');
  await page.keyboard.press('Enter');
  await expect(plugins.manager().getByRole('alert')).toContainText(
    'Nothing could be got from example.com: the address has to begin with https://.',
  );
  await plugins.manager().getByRole('button', { name: 'Dismiss' }).click();
  await address.fill(new URL(url, `${new URL(page.url()).origin}/registry/`).href);
  await page.keyboard.press('Enter');
  await plugins.agree();
  for (const example of EXAMPLES.filter((each) => !/speed|palette/.test(each))) {
    await plugins.choose(await packExample(example));
    await plugins.agree();
  }
  await expect(plugins.manager().getByRole('article')).toHaveCount(EXAMPLES.length);
  await page.keyboard.press('Escape');

  // They are there after a reload, and work on the picture.
  await page.reload();
  await studio.open('samples/manga.png');
  await studio.expectSize(400, 560);
  const before = await pixelsOf(repository('samples/manga.png'));

  await plugins.apply('Screentone');
  await expect(studio.layer('manga · Screentone')).toBeVisible();
  const toned = await pixelsOf((await studio.export()).bytes);
  expect(maxDifference(toned, before)).toBeGreaterThan(100);
  await page.keyboard.press('Control+z');
  await expect(studio.layer('manga · Screentone')).toBeHidden();

  // A tool that takes a point: Enter applies.
  await page.getByRole('button', { name: 'Focus lines here' }).click();
  await expect(page.getByRole('button', { name: 'Focus lines here' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.mouse.click(500, 400);
  await expect(page.getByText('Marks: 1')).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(page.getByText('Marks: 0')).toBeVisible();
  await page.mouse.click(500, 400);
  await page.keyboard.press('Enter');
  await expect(studio.layer('manga · Focus lines')).toBeVisible();
  await page.keyboard.press('Control+z');

  // A named setting from the menu.
  await page.getByRole('button', { name: 'Plugins', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Speed Lines' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: 'Rain' }).click();
  await expect(studio.layer('manga · Speed lines')).toBeVisible();
  await page.keyboard.press('Control+z');

  // What is to be read and saved, not painted.
  await (await plugins.panel('Extract palette')).getByRole('button', { name: 'Apply' }).click();
  const result = page.getByRole('dialog', { name: 'Extract palette' });
  await expect(result.getByRole('region', { name: 'Palette' }).getByRole('button')).not.toHaveCount(0);
  await expect(result).toContainText(/#[0-9a-f]{6}/);
  const saved = page.waitForEvent('download');
  await result.getByRole('button', { name: 'Save…' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.\w+$/);
  await result.getByRole('button', { name: 'Done' }).click();

  // A model of its own, computed by the editor.
  await plugins.apply('Clean scanned lines');
  await expect(studio.layer('manga · Clean scanned lines')).toBeVisible();

  // A file format of its own.
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByLabel('Format').selectOption({ label: 'Contact sheet (.png)' });
  const sheet = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const pixels = await pixelsOf(await (await sheet).path());
  expect(pixels.width).toBeGreaterThan(400);

  // An update that asks for more says so, and can be undone.
  await plugins.manage();
  const newer = await packChanged('screentone', (manifest) => {
    manifest.version = '1.1.0';
    manifest.permissions.push('storage', 'network');
    manifest.network = { domains: ['tones.example.com'], reason: { en: 'It fetches tones.' } };
  });
  await plugins.choose(newer);
  await expect(consent).toContainText('Update “Screentone” from 1.0.0 to 1.1.0?');
  await expect(consent).toContainText('It can read your pictures and talk to the internet');
  await expect(consent.getByRole('listitem').filter({ hasText: 'tones.example.com' })).toContainText('new');
  await expect(consent).toContainText('“It fetches tones.”');
  await plugins.agree();
  const card = plugins.card('Screentone');
  await expect(card).toContainText('1.1.0');
  await card.getByRole('button', { name: 'Go back to 1.0.0' }).click();
  await expect(card.getByRole('heading', { level: 3 })).toContainText('1.0.0');
  await expect(card.getByRole('checkbox', { name: /over the internet/ })).toHaveCount(0);

  // Without a permission it says why it does nothing.
  await card.getByRole('checkbox', { name: /See the layers/ }).uncheck();
  await page.keyboard.press('Escape');
  await studio.layer('manga').click();
  await (await plugins.panel('Screentone')).getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('alert')).toContainText(/Screentone is not allowed to do this/);

  // Switched off, removed: its panel, tool and format are gone.
  await plugins.manage();
  await plugins.card('Contact Sheet').getByRole('switch').uncheck();
  for (const name of ['Screentone', 'Speed Lines']) {
    const open = plugins.card(name).getByRole('button', { name: `Details of ${name}` });
    if ((await open.getAttribute('aria-expanded')) === 'false') await open.click();
    await plugins.card(name).getByRole('button', { name: 'Remove…' }).click();
    await plugins.card(name).getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(plugins.card(name)).toHaveCount(0);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: /^Screentone/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Focus lines here' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByLabel('Format').getByRole('option', { name: /Contact sheet/ })).toHaveCount(0);
  expect(unexpected(studio)).toEqual([]);
});

test('what should not be installed is refused in words', async ({ page }) => {
  const studio = new StudioPage(page);
  const plugins = new PluginPage(page);
  await studio.goto();
  await plugins.manage();
  const good = await packExample('palette-extractor');
  const alert = plugins.manager().getByRole('alert');
  const refused = async (plugin: typeof good, words: RegExp) => {
    await plugins.choose(plugin);
    await expect(alert).toContainText(words);
    await alert.getByRole('button', { name: 'Dismiss' }).first().click();
    await expect(plugins.consent()).toBeHidden();
  };
  await refused({ ...good, buffer: Buffer.from('no plugin at all') }, /not a Koma plugin/);
  await refused(renamed(good, 'main.js', '../a.js'), /is not safe/);
  const cut = good.buffer.subarray(0, good.buffer.length - 200);
  await refused({ ...good, buffer: cut }, /not a Koma plugin|cannot be used|was refused/);
  const imitation = await packExample('palette-extractor', { id: 'studio.koma.palette' });
  await refused(imitation, /belong to Koma's own plugins/);
  // The positive control: untouched, it is offered.
  await plugins.choose(good);
  await expect(plugins.consent()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(plugins.consent()).toBeHidden();
  await expect(plugins.manager().getByRole('article')).toHaveCount(0);
  expect(studio.problems).toEqual([]);
});

test('in safe mode nothing of others runs; consent and manager are accessible in both themes', async ({
  page,
}) => {
  const studio = new StudioPage(page);
  const plugins = new PluginPage(page);
  await studio.goto();
  const look = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  const screentone = await packExample('screentone');
  for (const theme of ['dark', 'light']) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    await plugins.manage();
    expect(await look()).toEqual([]);
    await plugins.manager().getByRole('tab', { name: 'Find plugins' }).click();
    await expect(plugins.manager().getByText('Speed Lines').first()).toBeVisible();
    expect(await look()).toEqual([]);
    await plugins.choose(screentone);
    if (theme === 'dark') {
      await expect(plugins.consent()).toBeVisible();
      expect(await look()).toEqual([]);
      await plugins.agree();
    }
    await plugins
      .manager()
      .getByRole('tab', { name: /Installed/ })
      .click();
    await expect(plugins.card('Screentone').getByRole('heading', { level: 3 })).toBeVisible();
    expect(await look()).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await expect(page.getByRole('region', { name: /^Screentone/ })).toBeVisible();

  await studio.goto('/?safe=1');
  await plugins.manage();
  await expect(plugins.manager()).toContainText('Safe mode');
  await expect(plugins.card('Screentone')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: /^Screentone/ })).toHaveCount(0);
});

test('a plugin that hangs is cancelled, one that misbehaves is stopped and in the end switched off', async ({
  page,
}) => {
  const studio = new StudioPage(page);
  const plugins = new PluginPage(page);
  await studio.goto();
  await plugins.drop(
    await packHostile({
      loop: 'for (;;);',
      flood:
        "for (let i = 0; i < 1e6; i++) context.files.bytes('main.js').catch(() => {}); return new Promise(() => {});",
    }),
  );
  await plugins.agree();
  await studio.open('samples/manga.png');
  await studio.expectSize(400, 560);

  const loop = await plugins.panel('loop');
  await loop.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Cancelled')).toBeVisible();
  await expect(loop.getByRole('button', { name: 'Apply' })).toBeEnabled();

  const flood = await plugins.panel('flood');
  const alert = page.getByRole('alert');
  for (let time = 1; time <= 3; time++) {
    await flood.getByRole('button', { name: 'Apply' }).click();
    await expect(alert).toContainText('did what plugins must not do');
    if (time === 3) await expect(alert).toContainText('“Hostile” was switched off');
    while (await alert.getByRole('button', { name: 'Dismiss' }).count())
      await alert.getByRole('button', { name: 'Dismiss' }).first().click();
  }
  await expect(flood).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();

  // It says what happened, and may be tried again.
  await plugins.manage();
  const card = plugins.card('Hostile');
  await expect(card).toContainText('It was switched off after 3 errors in a row.');
  await card.getByRole('button', { name: 'Details of Hostile' }).click();
  const log = card.getByRole('region', { name: 'What it did' }).getByRole('listitem');
  await expect(log.filter({ hasText: 'did what plugins must not do' })).toHaveCount(3);
  await card.getByRole('switch').check();
  await page.keyboard.press('Escape');
  await expect(flood).toBeVisible();
  expect(unexpected(studio)).toEqual([]);
});
