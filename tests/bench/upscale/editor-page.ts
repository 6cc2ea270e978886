import { expect, type Locator, type Page } from '@playwright/test';
import type { Model } from './reference-figures.ts';
import { samplePng, SIDE } from './test-picture.ts';

/** Longest that a single run may take: CUNet on one thread of a slow and busy machine. */
const RUN_TIMEOUT_MS = 300_000;
/** Longest for anything else. */
const PAGE_TIMEOUT_MS = 30_000;

/** The editor with the test picture open, driven through its own controls. */
export class EditorPage {
  readonly #page: Page;
  readonly #threads: number;

  private constructor(page: Page, threads: number) {
    this.#page = page;
    this.#threads = threads;
  }

  /** @param threads of WebAssembly */
  static async open(page: Page, threads: number): Promise<EditorPage> {
    page.setDefaultTimeout(PAGE_TIMEOUT_MS);
    await page.goto(`/?threads=${threads}`);
    // A machine with a GPU would use it.
    await page.getByRole('combobox', { name: 'Computed by' }).selectOption('wasm');
    const buffer = await samplePng('panel', SIDE, SIDE);
    await page.getByTestId('file-picker').setInputFiles({ name: 'panel.png', mimeType: 'image/png', buffer });
    const editor = new EditorPage(page, threads);
    await editor.#expectSide(SIDE);
    return editor;
  }

  /** Chooses the network, without noise removal. */
  async choose(model: Model): Promise<void> {
    await this.#page.getByLabel('Model', { exact: true }).selectOption(model);
    await this.#page.getByLabel('Noise removal', { exact: true }).selectOption('off');
  }

  /** Enlarges the picture and takes it back. @returns seconds from the click to the new document size */
  async upscale(): Promise<number> {
    const milliseconds = await clickAndWait(
      this.#button('Apply'),
      '[data-testid=document-size]',
      sizeText(2 * SIDE),
    );
    await expect(this.#button('Apply')).toBeEnabled();
    // What really ran: a page that is not isolated falls back to one thread.
    const backend = this.#threads === 1 ? 'CPU, 1 thread' : `CPU, ${this.#threads} threads`;
    await expect(this.#page.getByTestId('backend')).toHaveText(backend, { timeout: PAGE_TIMEOUT_MS });
    await this.#page.keyboard.press('Control+z');
    await this.#expectSide(SIDE);
    return milliseconds / 1000;
  }

  /**
   * Starts enlarging and cancels.
   * @param after seconds to let it run; its progress cannot tell where it is, as it may be a single tile
   * @returns milliseconds until the page says it is over
   */
  async cancel(after: number): Promise<number> {
    await this.#button('Apply').click();
    await this.#page.waitForTimeout(after * 1000);
    const milliseconds = await clickAndWait(this.#button('Cancel'), '[aria-live=polite]', 'Cancelled.');
    await this.#expectSide(SIDE);
    await this.#page.getByText('Cancelled.').waitFor({ state: 'hidden' });
    return milliseconds;
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }

  #button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  async #expectSide(side: number): Promise<void> {
    await expect(this.#page.getByTestId('document-size')).toHaveText(sizeText(side), {
      timeout: PAGE_TIMEOUT_MS,
    });
  }
}

function sizeText(side: number): string {
  return `${side} × ${side} px`;
}

/**
 * Clicks and waits for a text in an element of the page, timed by the page's own clock.
 * @returns milliseconds
 * @throws Error with the page's words if it reports an error, or after {@link RUN_TIMEOUT_MS}
 */
function clickAndWait(button: Locator, selector: string, text: string): Promise<number> {
  return button.evaluate(
    async (element, { selector, text, timeout }) => {
      const started = performance.now();
      const shown = (where: string): string =>
        [...document.querySelectorAll(where)]
          .map((place) => place.textContent)
          .join(' ')
          .trim();
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      const observer = new MutationObserver(() => {
        if (shown('[role=alert]')) reject(new Error(shown('[role=alert]')));
        if (shown(selector).includes(text)) resolve(performance.now() - started);
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      const timer = setTimeout(() => reject(new Error(`"${text}" did not show`)), timeout);
      (element as HTMLElement).click();
      try {
        return await promise;
      } finally {
        observer.disconnect();
        clearTimeout(timer);
      }
    },
    { selector, text, timeout: RUN_TIMEOUT_MS },
  );
}
