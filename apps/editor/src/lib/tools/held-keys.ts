/** Modifier keys and the space bar. `ctrl` is Ctrl or the Command key. */
export interface Keys {
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly space: boolean;
}

interface ModifierEvent {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const NONE: Keys = { shift: false, alt: false, ctrl: false, space: false };

/**
 * Knows which of the keys that change a tool are held. Losing the window lets go of all of them: the
 * event that says so would go elsewhere.
 */
export class HeldKeys {
  #keys = NONE;
  /** The element with the focus got it by the keyboard, so the space bar is its own. */
  #byKeyboard = false;
  readonly #onchange: () => void;
  readonly #stop = new AbortController();

  /** @param wantsAlt whether Alt must not open the browser's menu; @param onchange called after changes */
  constructor(wantsAlt: () => boolean, onchange: () => void) {
    this.#onchange = onchange;
    const options = { signal: this.#stop.signal, capture: true };
    addEventListener('keydown', (event) => this.#key(event, true, wantsAlt()), options);
    addEventListener('keyup', (event) => this.#key(event, false, wantsAlt()), options);
    addEventListener('pointerdown', () => (this.#byKeyboard = false), options);
    addEventListener('blur', () => this.#set(NONE), { signal: this.#stop.signal });
  }

  get keys(): Keys {
    return this.#keys;
  }

  /** Takes over the modifiers of a pointer event: some key events go to other windows. */
  sync(event: ModifierEvent): void {
    this.#set({ ...modifiers(event), space: this.#keys.space });
  }

  dispose(): void {
    this.#stop.abort();
  }

  #key(event: KeyboardEvent, down: boolean, wantsAlt: boolean): void {
    if (event.key === 'Tab') this.#byKeyboard = true;
    let { space } = this.#keys;
    if (event.code === 'Space' && !down) {
      // Firefox presses a button when the key goes up.
      if (space) event.preventDefault();
      space = false;
    } else if (event.code === 'Space' && !event.isComposing && !this.#ownsSpace(event.target)) {
      space = true;
      event.preventDefault();
    }
    if (event.key === 'Alt' && wantsAlt && !isWriting(event.target)) event.preventDefault();
    // The released key itself is no longer among the modifiers of its keyup; the pressed one is.
    this.#set({ ...modifiers(event), space });
  }

  /** Whether the space bar writes in the element, or presses it for somebody who came by the keyboard. */
  #ownsSpace(target: EventTarget | null): boolean {
    if (!(target instanceof Element)) return false;
    if (isWriting(target) || target.closest('select, dialog, [role=dialog], [role=menu]')) return true;
    return this.#byKeyboard && target.matches('a, button, input, summary, [role]:not([role=application])');
  }

  #set(keys: Keys): void {
    const before = this.#keys;
    this.#keys = keys;
    if (
      before.shift !== keys.shift ||
      before.alt !== keys.alt ||
      before.ctrl !== keys.ctrl ||
      before.space !== keys.space
    )
      this.#onchange();
  }
}

function modifiers(event: ModifierEvent): Omit<Keys, 'space'> {
  return { shift: event.shiftKey, alt: event.altKey, ctrl: event.ctrlKey || event.metaKey };
}

function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement)
    return !/^(range|checkbox|radio|button|color|file)$/.test(target.type);
  return target instanceof Element && target.closest('[contenteditable], textarea') !== null;
}
