import { writePackage } from '@koma/core/package';
import { packPlugin } from '@koma/plugin-kit/pack';
import { expect, test } from '@playwright/test';
import { PluginPage } from './plugin-page.ts';
import { maxDifference, pixelsOf, repository, StudioPage } from './studio-page.ts';

test('the built-in Upscale, packed, installs as a stranger’s plugin and gives the same picture', async ({
  page,
}) => {
  // Under another name, so that its panel can be told from the one that is there.
  const { manifest, files } = (
    await packPlugin(repository('packages/plugin-upscale'), { id: 'dev.stranger.upscale' })
  ).package;
  const [operation] = manifest.contributes.operations;
  const operations = [{ ...operation!, title: { en: 'Stranger' } }];
  const renamed = {
    ...manifest,
    name: { en: 'Stranger' },
    contributes: { ...manifest.contributes, operations },
  };
  const buffer = Buffer.from(await writePackage({ manifest: renamed, files }));

  const studio = new StudioPage(page);
  const plugins = new PluginPage(page);
  await studio.goto();
  await studio.open('samples/panel.jpg');
  await studio.expectSize(480, 360);
  await plugins.manage();
  await plugins.choose({ name: 'stranger.komaplugin', mimeType: 'application/zip', buffer });
  await plugins.agree();
  await page.keyboard.press('Escape');

  const upscaled = async (title: string) => {
    await plugins.apply(title);
    await studio.expectSize(960, 720);
    const pixels = await pixelsOf((await studio.export()).bytes);
    await page.getByRole('button', { name: `Undo: ${title}` }).click();
    await studio.expectSize(480, 360);
    return pixels;
  };
  const [stranger, builtin] = [await upscaled('Stranger'), await upscaled('Upscale')];
  expect(maxDifference(stranger, builtin)).toBe(0);
  const golden = await pixelsOf(repository('tests/golden/panel-upconv7-noise1-2x.png'));
  expect(maxDifference(stranger, golden), 'levels').toBeLessThanOrEqual(1);
});
