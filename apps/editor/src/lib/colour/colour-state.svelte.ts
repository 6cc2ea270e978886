import { formatHex, parseHex } from '@koma/core/raster';
import { withRecent } from './recent-colours.ts';
import { readSwatches, storeSwatches, withSwatches } from './swatches.ts';

const BLACK = '#000000';
const WHITE = '#ffffff';
const STORAGE_KEY = 'koma.colour.swatches';

/** The colours one paints with. All are `#rrggbb` in small letters. */
class ColourState {
  foreground = $state(BLACK);
  background = $state(WHITE);
  /** Colours really used, most recent first, each once. */
  recent = $state.raw<readonly string[]>([]);
  /** The person's own colours; they stay in this browser. */
  swatches = $state.raw<readonly string[]>(readSwatches(read()));

  swap(): void {
    [this.foreground, this.background] = [this.background, this.foreground];
  }

  /** Black on white. */
  reset(): void {
    this.foreground = BLACK;
    this.background = WHITE;
  }

  /** Notes that something was painted in a colour (as `parseHex` reads it; others are ignored). */
  use(colour: string): void {
    const rgb = parseHex(colour);
    if (rgb) this.recent = withRecent(this.recent, formatHex(rgb));
  }

  /** Adds colours to the swatches; malformed ones are ignored. */
  addSwatches(...colours: readonly string[]): void {
    this.#store(withSwatches(this.swatches, colours));
  }

  removeSwatch(colour: string): void {
    this.#store(this.swatches.filter((swatch) => swatch !== colour));
  }

  #store(swatches: readonly string[]): void {
    this.swatches = swatches;
    try {
      localStorage.setItem(STORAGE_KEY, storeSwatches(swatches));
    } catch {
      // Private modes may refuse storage; swatches then last as long as the page.
    }
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

export const colours = new ColourState();
