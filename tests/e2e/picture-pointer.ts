import type { Page } from '@playwright/test';

/** Pixels of the document; a third number is the pen's pressure, 0-1. */
export type Place = readonly [x: number, y: number, pressure?: number];

type Modifier = 'Shift' | 'Alt' | 'Control';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Mouse, pen and fingers over the picture, in pixels of the document. Needs the view as it is after
 * opening or Ctrl+0: the whole document in the middle, at most at 100 %.
 */
export class PicturePointer {
  readonly page: Page;
  #zoom = 1;
  #left = 0;
  #top = 0;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Measures where a document lies that has just been fitted. */
  static async over(page: Page): Promise<PicturePointer> {
    const pointer = new PicturePointer(page);
    await pointer.measure();
    return pointer;
  }

  /** Measures again: after another document, or another size of the window. */
  async measure(): Promise<void> {
    const box = (await this.page.getByTestId('picture').boundingBox())!;
    const text = (await this.page.getByTestId('document-size').textContent()) ?? '';
    const [width = 0, height = 0] = [...text.matchAll(/\d+/g)].map(Number);
    const { zoom, x, y } = fitted({ width, height }, box);
    this.#zoom = zoom;
    this.#left = box.x + x;
    this.#top = box.y + y;
  }

  /** A pixel of the document in the window, CSS pixels. */
  at([x, y]: Place): { x: number; y: number } {
    return { x: this.#left + x * this.#zoom, y: this.#top + y * this.#zoom };
  }

  async click(place: Place, ...modifiers: readonly Modifier[]): Promise<void> {
    await this.drag([place], ...modifiers);
  }

  /** Presses the mouse at the first place, moves it over the others and lets go at the last. */
  async drag(places: readonly Place[], ...modifiers: readonly Modifier[]): Promise<void> {
    const { mouse, keyboard } = this.page;
    const [first, ...others] = places.map((place) => this.at(place));
    await mouse.move(first!.x, first!.y);
    for (const key of modifiers) await keyboard.down(key);
    await mouse.down();
    for (const { x, y } of others) await mouse.move(x, y);
    await mouse.up();
    for (const key of modifiers) await keyboard.up(key);
  }

  /** Draws with a pen that reports its pressure. */
  async pen(places: readonly Place[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', place: Place) =>
      session.send('Input.dispatchMouseEvent', {
        type,
        ...this.at(place),
        force: place[2] ?? 0.5,
        pointerType: 'pen',
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        clickCount: type === 'mouseMoved' ? 0 : 1,
      });
    try {
      const [x, y] = places.at(-1)!;
      // Faster than frames, as a tablet reports them: the browser hands over several at once.
      await Promise.all([
        send('mousePressed', places[0]!),
        ...places.slice(1).map((place) => send('mouseMoved', place)),
        send('mouseReleased', [x, y, 0]),
      ]);
    } finally {
      await session.detach();
    }
  }
}

/** The view in which the editor shows a document that has just been opened. */
function fitted(document: Size, viewport: Size): { zoom: number; x: number; y: number } {
  const margin = viewport.width < 600 ? 12 : 32;
  const zoom = Math.min(
    1,
    (viewport.width - 2 * margin) / document.width,
    (viewport.height - 2 * margin) / document.height,
  );
  return {
    zoom,
    x: Math.round((viewport.width - document.width * zoom) / 2),
    y: Math.round((viewport.height - document.height * zoom) / 2),
  };
}
