export interface PinchEvents {
  /** A second finger comes down. @returns false if the first is busy: the two do not pinch then */
  mayStart(): boolean;
  /** Two fingers are down, or no longer. */
  onPinch(active: boolean): void;
  /** @param x, y the middle between the fingers, CSS pixels of the element; @param dx, dy its travel */
  onMove(factor: number, x: number, y: number, dx: number, dy: number): void;
}

/** Follows two fingers on an element. @returns a function that stops it */
export function pinch(element: HTMLElement, events: PinchEvents): () => void {
  const fingers = new Map<number, { x: number; y: number }>();
  const stop = new AbortController();
  let active = false;
  const options = { signal: stop.signal, capture: true };

  const measure = () => {
    const [a, b] = [...fingers.values()];
    if (!a || !b) return undefined;
    return {
      x: (a.x + b.x) / 2,
      y: (a.y + b.y) / 2,
      distance: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)),
    };
  };
  const place = (event: PointerEvent) => {
    const { left, top } = element.getBoundingClientRect();
    fingers.set(event.pointerId, { x: event.clientX - left, y: event.clientY - top });
  };

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType !== 'touch') return;
      place(event);
      if (fingers.size !== 2 || !events.mayStart()) return;
      active = true;
      events.onPinch(true);
    },
    options,
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (!fingers.has(event.pointerId)) return;
      const before = measure();
      place(event);
      const after = measure();
      if (before && after && active && fingers.size === 2) {
        events.onMove(
          after.distance / before.distance,
          after.x,
          after.y,
          after.x - before.x,
          after.y - before.y,
        );
      }
    },
    options,
  );
  const lift = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId) || !active || fingers.size !== 1) return;
    active = false;
    events.onPinch(false);
  };
  window.addEventListener('pointerup', lift, options);
  window.addEventListener('pointercancel', lift, options);
  return () => stop.abort();
}
