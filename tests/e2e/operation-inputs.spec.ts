import { expect, test, type Page } from '@playwright/test';
import { StudioPage } from './studio-page.ts';

/** Inputs that no built-in operation has in the editor yet, as a manifest asks for them. */
const MORE_INPUTS =
  ',{name:"points",type:"hints",optional:true,label:{en:"Points"}}' +
  ',{name:"colours",type:"palette",optional:true,label:{en:"Colours"}}';

/** Serves the editor with a manifest in which an operation asks for points and colours as well. */
async function askForMore(page: Page): Promise<() => number> {
  let changed = 0;
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    const inputs = /(Enlarges a picture.{0,400}?inputs:\[\{name:.image.,type:.image.,label:\{[^}]*\}\})\]/s;
    if (inputs.test(body)) changed++;
    await route.fulfill({ response, body: body.replace(inputs, `$1${MORE_INPUTS}]`) });
  });
  return () => changed;
}

test('an operation that asks for points and a palette gets both, and its recipe keeps them', async ({
  page,
}) => {
  const changed = await askForMore(page);
  const studio = new StudioPage(page);
  await studio.goto();
  expect(changed()).toBeGreaterThan(0);
  await studio.open('samples/panel.jpg');
  await studio.expectSize(480, 360);
  const panel = page.getByRole('tabpanel', { name: 'Operations' });

  // A click sets a point, a drag moves it, keys too.
  const widget = panel.getByTestId('hint-points');
  const picture = widget.getByRole('img');
  await expect(picture).toBeVisible();
  const points = widget.getByRole('button', { name: /^Point \d/ });
  await picture.scrollIntoViewIfNeeded();
  const box = (await picture.boundingBox())!;
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.click(...at(0.25, 0.5));
  await page.mouse.move(...at(0.75, 0.5));
  await page.mouse.down();
  await page.mouse.move(...at(0.75, 0.25), { steps: 3 });
  await page.mouse.up();
  await expect(points).toHaveCount(2);
  const left = async (n: number) => Number.parseFloat((await points.nth(n).getAttribute('style'))!.slice(5));
  expect(await left(0)).toBeCloseTo(25, 0);
  expect(await left(1)).toBeCloseTo(75, 0);
  await expect(points.nth(1)).toBeFocused();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => left(1)).toBeCloseTo(70, 0);
  await widget.getByLabel('Colour', { exact: true }).fill('#3355cc');
  await expect(points.nth(1)).toHaveAccessibleName('Point 2: #3355cc');

  // Everything can be taken back, by the widget and not by the document.
  await points.nth(0).focus();
  await page.keyboard.press('Delete');
  await expect(points).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(points).toHaveCount(2);
  await widget.getByRole('button', { name: 'Undo' }).click();
  await expect(points.nth(1)).toHaveAccessibleName('Point 2: #ff8800');
  await widget.getByRole('button', { name: 'Redo' }).click();

  // There is more room in a window of its own.
  await panel.getByRole('button', { name: 'Set points in a larger picture' }).click();
  const large = page.getByRole('dialog', { name: 'Points' });
  const larger = (await large.getByRole('img').boundingBox())!;
  await page.mouse.click(larger.x + larger.width * 0.5, larger.y + larger.height * 0.9);
  await studio.screenshot('hint-points');
  await large.getByRole('button', { name: 'Done' }).click();
  await expect(points).toHaveCount(3);
  await expect(widget.getByRole('button', { name: 'Undo' })).toBeEnabled();

  // Colours of the picture make a palette.
  const palette = panel.getByTestId('palette');
  await palette.getByRole('button', { name: 'Add the colours of the picture' }).click();
  const colours = palette.getByRole('toolbar').getByRole('button');
  await expect(colours).not.toHaveCount(0);
  const count = await colours.count();

  // The recipe of the result has them, and gives them back.
  await studio.choose('Scale', '1');
  await studio.apply().click();
  await expect(page.getByRole('banner').getByRole('button', { name: /^Undo/ })).toBeEnabled();
  await widget.getByRole('button', { name: 'Delete all points' }).click();
  await expect(points).toHaveCount(0);
  await studio.layers().getByRole('treeitem').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Recipe' }).click();
  await page.getByRole('menuitem', { name: 'Edit parameters' }).click();
  await expect(points).toHaveCount(3);
  await expect(colours).toHaveCount(count);
  expect(studio.problems).toEqual([]);
});
