/** Whether the last thing a person touched was the pointer. */
let byPointer = false;
if (typeof addEventListener === 'function') {
  addEventListener('pointerdown', () => (byPointer = true), { capture: true });
  addEventListener('keydown', () => (byPointer = false), { capture: true });
}

/**
 * Gives the keys back to the picture after a button or slider was used by the pointer, so that the next key
 * is a shortcut and not another press. Whoever works by the keyboard stays where they are.
 */
export function focusPictureAfterPointer(): void {
  if (byPointer) focusPicture();
}

/** Whether the focus just came by the pointer, so that a ring around it would only be in the way. */
export function cameByPointer(): boolean {
  return byPointer;
}

export function focusPicture(): void {
  document.querySelector<HTMLElement>('[role=application]')?.focus({ preventScroll: true });
}
