/** Pressing on an eye and dragging over others: all become what the first becomes, as one step. */
export class EyeDrag {
  /** What the eyes under way become; undefined while no eye is pressed. */
  becomes = $state<boolean>();
  #ids = $state.raw<readonly string[]>([]);
  #endedAt = -Infinity;
  readonly #commit: (ids: readonly string[], visible: boolean) => void;

  constructor(commit: (ids: readonly string[], visible: boolean) => void) {
    this.#commit = commit;
  }

  /** Whether a layer's eye is shown open. */
  shows(layer: { readonly id: string; readonly visible: boolean }): boolean {
    return this.becomes !== undefined && this.#ids.includes(layer.id) ? this.becomes : layer.visible;
  }

  /** A finger scrolls the list instead, and taps. */
  press(event: PointerEvent, layer: { readonly id: string; readonly visible: boolean }): void {
    this.#endedAt = -Infinity;
    if (event.button !== 0 || event.altKey || event.pointerType === 'touch') return;
    this.becomes = !layer.visible;
    this.#ids = [layer.id];
    const over = new AbortController();
    const options = { signal: over.signal };
    window.addEventListener('pointermove', (move) => this.#over(move), options);
    window.addEventListener(
      'pointerup',
      (up) => {
        over.abort();
        this.#end(up);
      },
      options,
    );
    window.addEventListener(
      'pointercancel',
      () => {
        over.abort();
        this.becomes = undefined;
      },
      options,
    );
  }

  /** Whether a click is only the end of a press that has been dealt with. */
  isDone(click: MouseEvent): boolean {
    return click.detail > 0 && click.timeStamp - this.#endedAt < 300;
  }

  #over(event: PointerEvent): void {
    const eye = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-eye]');
    const id = eye instanceof HTMLElement ? eye.dataset['eye'] : undefined;
    if (id !== undefined && !this.#ids.includes(id)) this.#ids = [...this.#ids, id];
  }

  #end(event: PointerEvent): void {
    if (this.becomes === undefined) return;
    this.#endedAt = event.timeStamp;
    this.#commit(this.#ids, this.becomes);
    this.becomes = undefined;
  }
}
