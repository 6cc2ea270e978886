import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { outline } from './drawing-page.ts';
import { repository, StudioPage } from './studio-page.ts';

/** A document of "panel" with empty layers above it. */
async function openWithLayers(page: Page, count: number): Promise<StudioPage> {
  const studio = new StudioPage(page);
  await studio.goto();
  await studio.open('samples/panel.jpg');
  for (let n = 1; n <= count; n++) {
    await studio.layers().getByRole('button', { name: 'New layer' }).click();
    await expect(studio.layer(`Layer ${n}`)).toBeVisible();
  }
  return studio;
}

/** Drags a line by the mouse to a part of another's height, 0 being its top. */
async function drag(studio: StudioPage, from: string, to: string, part: number, sideways = 0): Promise<void> {
  const { mouse } = studio.page;
  const [a, b] = [await studio.layer(from).boundingBox(), await studio.layer(to).boundingBox()];
  const x = a!.x + a!.width * 0.6;
  await mouse.move(x, a!.y + a!.height / 2);
  await mouse.down();
  await mouse.move(x + 6, a!.y + a!.height / 2 + 6, { steps: 2 });
  await mouse.move(x + sideways, b!.y + b!.height * part, { steps: 5 });
}

test('layers are dragged into groups, out of them and past each other', async ({ page }) => {
  const studio = await openWithLayers(page, 2);
  await studio.layers().getByRole('button', { name: 'New group' }).click();
  await expect.poll(() => outline(page)).toEqual(['Group 1*', 'Layer 2', 'Layer 1', 'panel']);

  await drag(studio, 'Layer 1', 'Group 1', 0.5);
  await page.mouse.up();
  await expect.poll(() => outline(page)).toEqual(['Group 1', '  Layer 1*', 'Layer 2', 'panel']);

  // Below the last line of a group, moving right goes into it, and straight down stays outside.
  await drag(studio, 'Layer 2', 'Layer 1', 0.9, 16);
  await page.mouse.up();
  await expect.poll(() => outline(page)).toEqual(['Group 1', '  Layer 1', '  Layer 2*', 'panel']);
  await drag(studio, 'Layer 1', 'panel', 0.9, -40);
  await page.mouse.up();
  await expect.poll(() => outline(page)).toEqual(['Group 1', '  Layer 2', 'panel', 'Layer 1*']);

  await drag(studio, 'Group 1', 'Layer 1', 0.9);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await outline(page)).toEqual(['Group 1*', '  Layer 2', 'panel', 'Layer 1']);

  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
  await expect.poll(() => outline(page)).toEqual(['Group 1*', 'Layer 2', 'Layer 1', 'panel']);
});

test('the tree is worked by keyboard alone', async ({ page }) => {
  const studio = await openWithLayers(page, 2);
  await studio.layer('panel').focus();
  await page.keyboard.press('Home');
  await expect(studio.layer('Layer 2')).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => outline(page)).toEqual(['Layer 2*', 'Layer 1*', 'panel']);
  await page.keyboard.press('Control+g');
  await expect.poll(() => outline(page)).toEqual(['Group 1*', '  Layer 2', '  Layer 1', 'panel']);

  await studio.layer('Group 1').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => outline(page)).toEqual(['Group 1*', 'panel']);
  await page.keyboard.press('ArrowRight');
  await expect(studio.layer('Layer 2')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => outline(page)).toEqual(['Group 1', '  Layer 2*', '  Layer 1', 'panel']);

  await page.keyboard.press('F2');
  await page.getByLabel('Layer name').fill('主線');
  await page.keyboard.press('Enter');
  await expect(studio.layer('主線')).toBeFocused();
  await page.keyboard.press('Control+[');
  await expect.poll(() => outline(page)).toEqual(['Group 1', '  Layer 1', '  主線*', 'panel']);
  await page.keyboard.press('Delete');
  await expect.poll(() => outline(page)).toEqual(['Group 1', '  Layer 1', 'panel*']);

  await page.keyboard.press('Shift+F10');
  await page.keyboard.type('Move up');
  await page.keyboard.press('Enter');
  await expect.poll(() => outline(page)).toEqual(['panel*', 'Group 1', '  Layer 1']);
  await expect(studio.layer('panel')).toBeFocused();
});

test('eyes are dragged over as one step, and Alt shows a layer alone', async ({ page }) => {
  const studio = await openWithLayers(page, 3);
  const eye = (name: string) => studio.layer(name).getByRole('button', { name: /^(Hide|Show) / });
  const [from, to] = [await eye('Layer 3').boundingBox(), await eye('Layer 1').boundingBox()];
  await page.mouse.move(from!.x + 9, from!.y + 9);
  await page.mouse.down();
  await page.mouse.move(to!.x + 9, to!.y + 9, { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => outline(page)).toEqual(['[Layer 3]*', '[Layer 2]', '[Layer 1]', 'panel']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => outline(page)).toEqual(['Layer 3*', 'Layer 2', 'Layer 1', 'panel']);

  await eye('Layer 2').click({ modifiers: ['Alt'] });
  await expect.poll(() => outline(page)).toEqual(['[Layer 3]*', 'Layer 2', '[Layer 1]', '[panel]']);
  await eye('Layer 2').click({ modifiers: ['Alt'] });
  await expect.poll(() => outline(page)).toEqual(['Layer 3*', 'Layer 2', 'Layer 1', 'panel']);
});

test('masks, switches and blend modes are set from the panel and its menu', async ({ page }) => {
  const studio = await openWithLayers(page, 1);
  const panel = studio.layers();
  const layer = studio.layer('Layer 1');
  await panel.getByRole('button', { name: 'Line art' }).click();
  await expect(panel.getByLabel('Blend mode')).toHaveValue('multiply');
  await expect(layer.getByRole('img', { name: 'Line art' })).toBeVisible();
  await panel.getByRole('button', { name: 'Clip to the layer below' }).click();
  await expect(layer.getByRole('img', { name: 'Clipped to the layer below' })).toBeVisible();

  await panel.getByRole('button', { name: 'Add mask' }).click();
  const mask = layer.getByRole('button', { name: 'Paint on the mask of Layer 1' });
  await expect(mask).toHaveAttribute('aria-pressed', 'true');
  await mask.click({ modifiers: ['Shift'] });
  await expect(mask).toHaveAccessibleName('Paint on the mask of Layer 1 (Mask disabled)');
  await layer.getByRole('button', { name: 'Paint on Layer 1' }).click();
  await expect(mask).toHaveAttribute('aria-pressed', 'false');

  await layer.click({ button: 'right' });
  await page.getByRole('menuitemradio', { name: 'Blue tag' }).click();
  await expect(layer.getByRole('img', { name: 'Blue tag' })).toBeVisible();

  // Two layers that differ.
  await studio.layer('panel').click({ modifiers: ['Shift'] });
  await expect(panel.getByLabel('Blend mode')).toHaveValue('');
  await panel.getByLabel('Blend mode').selectOption('screen');
  await expect(layer).toContainText('Screen');
  await expect(studio.layer('panel')).toContainText('Screen');

  await page.getByRole('button', { name: 'Layer menu' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  for (const theme of ['dark', 'light']) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    const { violations } = await new AxeBuilder({ page }).include('[role="menu"]').include('aside').analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

test('the history shows every step and goes to any of them', async ({ page }) => {
  const studio = await openWithLayers(page, 3);
  await page.getByRole('tab', { name: 'History' }).click();
  const steps = page.getByTestId('history-step');
  await expect(steps).toHaveText([/Open picture/, /Add layer/, /Add layer/, /Add layer/]);
  await steps.nth(1).click();
  await expect.poll(() => outline(page)).toEqual(['Layer 1*', 'panel']);
  await expect(steps.nth(3)).toContainText('undone');
  await page.keyboard.press('End');
  await expect(page.getByRole('treeitem')).toHaveCount(4);
  await page.keyboard.press('Home');
  await expect(page.getByRole('treeitem')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(steps.nth(1)).toHaveAttribute('aria-selected', 'true');
  await studio.layers().getByRole('button', { name: 'New group' }).click();
  await expect(steps).toHaveText([/Open picture/, /Add layer/, /Group/]);
});

test('a recipe is run again with other values, and says when its picture is gone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const studio = await openWithLayers(page, 0);
  await studio.choose('Result', 'new-layer');
  await studio.apply().click();
  const made = page.getByRole('treeitem').first();
  await expect(made).toContainText('960 × 720 px', { timeout: 90_000 });

  const recipe = async (name: string) => {
    await made.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Recipe', exact: true }).press('ArrowRight');
    await page.getByRole('menuitem', { name }).click();
  };
  await recipe('Copy recipe');
  await expect(page.getByText('Recipe copied')).toBeVisible();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as object;
  expect(copied).toMatchObject({ operation: 'upscale', params: { scale: 2 }, placement: 'new-layer' });

  await recipe('Edit parameters');
  await expect(page.getByLabel('Result', { exact: true })).toBeHidden();
  await page.getByText('Percent', { exact: true }).first().click();
  await page.getByRole('spinbutton', { name: 'Percent' }).first().fill('150');
  await studio.apply().click();
  await expect(made).toContainText('720 × 540 px', { timeout: 90_000 });
  await expect(page.getByRole('treeitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Done' }).click();

  await studio.layer('panel').click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('treeitem')).toHaveCount(1);
  await recipe('Run recipe again');
  await expect(page.getByRole('alert')).toContainText('is no longer in the document');
});

test('a finger drags after a long press, and opens the menu without moving', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  try {
    const studio = new StudioPage(page);
    await studio.goto();
    await page.getByTestId('file-picker').setInputFiles(repository('samples/panel.jpg'));
    await page.getByRole('tab', { name: 'Layers' }).tap();
    await studio.layers().getByRole('button', { name: 'New layer' }).tap();
    await expect(studio.layer('Layer 1')).toBeVisible();
    const session = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    const held = async () => {
      await studio.layer('Layer 1').scrollIntoViewIfNeeded();
      const box = (await studio.layer('Layer 1').boundingBox())!;
      const [x, y] = [box.x + box.width * 0.6, box.y + box.height / 2];
      await touch('touchStart', x, y);
      await expect(studio.layer('Layer 1')).toHaveClass(/held/);
      return { x, y, height: box.height };
    };

    await held();
    await touch('touchEnd');
    const menu = page.getByRole('menu');
    await expect(menu).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();

    const { x, y, height } = await held();
    for (let i = 1; i <= 5; i++) await touch('touchMove', x, y + (height * 1.4 * i) / 5);
    await touch('touchEnd');
    await expect.poll(() => outline(page)).toEqual(['panel', 'Layer 1*']);
  } finally {
    await context.close();
  }
});
