import { scrollerOf } from '#lib/ui/scroll-within.ts';
import { dropTarget, type DropTarget, type RowBox } from './drop-target.ts';
import type { LayerRow } from './layer-rows.ts';

/** Pixels by which a layer is indented for each group around it. */
export const INDENT = 14;
/** A finger that rests this long has taken hold of a layer. */
const HOLD_MS = 400;
/** How far a pointer moves before it drags. */
const SLOP = { mouse: 4, touch: 8 };
/** Near its ends the list scrolls by itself. */
const SCROLL_ZONE = 32;
const SCROLL_STEP = 9;
/** How far beside the list a pointer may be. */
const MARGIN = 48;

interface LayerDragHost {
  /** The element that scrolls; its lines carry `data-layer`. */
  readonly list: () => HTMLElement | undefined;
  readonly rows: () => readonly LayerRow[];
  /** What is dragged with a line; selects it where it is not. */
  readonly take: (row: LayerRow) => readonly string[];
  readonly drop: (ids: readonly string[], target: DropTarget) => void;
  /** A finger has rested on a line and gone. */
  readonly held: (row: LayerRow, x: number, y: number) => void;
}

/** Dragging lines of the layers panel with mouse, pen or, after a long press, a finger. */
export class LayerDrag {
  /** What is dragged; empty while nothing is. */
  ids = $state.raw<readonly string[]>([]);
  target = $state.raw<DropTarget>();
  /** Of the pointer, in the window. */
  x = $state(0);
  y = $state(0);
  /** The line that a finger has taken hold of. */
  heldId = $state<string>();
  readonly #host: LayerDragHost;
  #press: { row: LayerRow; x: number; y: number; id: number; touch: boolean } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #listening = new AbortController();

  constructor(host: LayerDragHost) {
    this.#host = host;
  }

  get active(): boolean {
    return this.ids.length > 0;
  }

  /** Whether a moving finger must not scroll the list. */
  get holds(): boolean {
    return this.active || this.heldId !== undefined || (this.#press !== undefined && !this.#press.touch);
  }

  press(event: PointerEvent, row: LayerRow): void {
    // A second finger means something else.
    if (this.#press) return this.cancel();
    if (event.button !== 0) return;
    const touch = event.pointerType === 'touch';
    this.#press = { row, x: event.clientX, y: event.clientY, id: event.pointerId, touch };
    if (touch) this.#timer = setTimeout(() => (this.heldId = row.layer.id), HOLD_MS);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    window.addEventListener('pointermove', (move) => this.#move(move), { signal });
    window.addEventListener('pointerup', (up) => this.#up(up), { signal });
    window.addEventListener('pointercancel', () => this.cancel(), { signal });
    window.addEventListener('blur', () => this.cancel(), { signal });
    window.addEventListener('keydown', (key) => this.#key(key), { signal, capture: true });
  }

  cancel(): void {
    this.#listening.abort();
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#press = undefined;
    this.heldId = undefined;
    this.ids = [];
    this.target = undefined;
  }

  #move(event: PointerEvent): void {
    const press = this.#press;
    if (!press || event.pointerId !== press.id) return;
    [this.x, this.y] = [event.clientX, event.clientY];
    if (!this.active) {
      const far = Math.hypot(this.x - press.x, this.y - press.y) > (press.touch ? SLOP.touch : SLOP.mouse);
      if (!far) return;
      // A finger that moves before it has taken hold scrolls.
      if (press.touch && this.heldId === undefined) return this.cancel();
      this.ids = this.#host.take(press.row);
      if (!this.active) return this.cancel();
      this.#scroll();
    }
    this.#aim();
  }

  #aim(): void {
    const list = this.#host.list();
    const press = this.#press;
    if (!list || !press) return;
    const box = list.getBoundingClientRect();
    const inside =
      this.x > box.left - MARGIN &&
      this.x < box.right + MARGIN &&
      this.y > box.top - MARGIN &&
      this.y < box.bottom + MARGIN;
    const wish = press.row.depth + Math.round((this.x - press.x) / INDENT);
    const y = this.y - box.top - list.clientTop + list.scrollTop;
    this.target = inside ? dropTarget(this.#host.rows(), rowBoxes(list), this.ids, y, wish) : undefined;
  }

  #scroll = (): void => {
    const list = this.#host.list();
    if (!this.active || !list) return;
    const scroller = scrollerOf(list);
    const { top, bottom } = scroller.getBoundingClientRect();
    const step = this.y < top + SCROLL_ZONE ? -SCROLL_STEP : this.y > bottom - SCROLL_ZONE ? SCROLL_STEP : 0;
    const before = scroller.scrollTop;
    if (step !== 0) scroller.scrollTop += step;
    if (scroller.scrollTop !== before) this.#aim();
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  #up(event: PointerEvent): void {
    const press = this.#press;
    if (!press || event.pointerId !== press.id) return;
    const { ids, target, heldId, active } = this;
    this.cancel();
    if (active || heldId !== undefined) swallowClick(true);
    if (active && target) this.#host.drop(ids, target);
    else if (!active && heldId !== undefined) this.#host.held(press.row, event.clientX, event.clientY);
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.active) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
    swallowClick(false);
  }
}

/** Where the lines of a list lie in it. */
export function rowBoxes(list: HTMLElement): RowBox[] {
  return [...list.querySelectorAll<HTMLElement>('[data-layer]')].map((row) => ({
    top: row.offsetTop,
    height: row.offsetHeight,
  }));
}

/**
 * The click that ends a drag is not meant for what lies under the pointer.
 * @param released false where the button is still down
 */
function swallowClick(released: boolean): void {
  const over = new AbortController();
  const { signal } = over;
  const soon = () => setTimeout(() => over.abort(), 30);
  window.addEventListener('click', (event) => event.stopPropagation(), { capture: true, signal });
  if (released) soon();
  else window.addEventListener('pointerup', soon, { signal });
}
