import type { Browser, Page } from '@playwright/test';

/** Size of the picture that is opened: 12 megapixels. */
export const WIDTH = 3000;
export const HEIGHT = 4000;

/** A new profile with the editor. */
export async function openEditor(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('heading', { name: 'Drop a picture here' }).waitFor();
  return page;
}

/** By its path: bytes would be sent through the page's main thread, which is what is measured. */
export function pick(page: Page, png: string): Promise<void> {
  return page.getByTestId('file-picker').setInputFiles(png);
}

/** Opens it, and waits until everything that follows is over. */
export async function openPicture(page: Page, png: string): Promise<void> {
  await pick(page, png);
  await page.getByTestId('document-size').getByText(`${WIDTH} × ${HEIGHT} px`).waitFor();
  await page.waitForTimeout(2000);
}

/** The middle of the canvas, in CSS pixels of the page. */
export async function middleOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = (await page.getByTestId('picture').boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}
