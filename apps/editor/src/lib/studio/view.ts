/** How the document lies on the screen: `screen = document * zoom + pan`, in CSS pixels. */
export interface View {
  readonly zoom: number;
  readonly panX: number;
  readonly panY: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const MIN_ZOOM = 0.01;
export const MAX_ZOOM = 64;

/** Zooms by a factor so that the document's point under `x, y` (screen) stays there. */
export function zoomAt(view: View, factor: number, x: number, y: number): View {
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, view.zoom * factor));
  const ratio = zoom / view.zoom;
  return { zoom, panX: x - (x - view.panX) * ratio, panY: y - (y - view.panY) * ratio };
}

/** Shows the whole document in the middle; small ones are not enlarged beyond 100 %. */
export function fitView(document: Size, viewport: Size, margin = 32): View {
  const zoom = Math.min(
    1,
    Math.max(1, viewport.width - 2 * margin) / document.width,
    Math.max(1, viewport.height - 2 * margin) / document.height,
  );
  return centred(document, viewport, Math.max(MIN_ZOOM, zoom));
}

export function centred(document: Size, viewport: Size, zoom: number): View {
  return {
    zoom,
    panX: Math.round((viewport.width - document.width * zoom) / 2),
    panY: Math.round((viewport.height - document.height * zoom) / 2),
  };
}

export function panBy(view: View, dx: number, dy: number): View {
  return { ...view, panX: view.panX + dx, panY: view.panY + dy };
}

/** Pulls the document back so that at least a strip of it stays reachable. */
export function keepReachable(view: View, document: Size, viewport: Size, strip = 48): View {
  const clampAxis = (pan: number, size: number, screen: number): number =>
    Math.min(screen - strip, Math.max(strip - size * view.zoom, pan));
  return {
    zoom: view.zoom,
    panX: clampAxis(view.panX, document.width, viewport.width),
    panY: clampAxis(view.panY, document.height, viewport.height),
  };
}

/** The view after the document changed its size, with the same part of it on the screen. */
export function rescaleView(view: View, before: Size, after: Size): View {
  const ratio = before.width / after.width;
  return { ...view, zoom: Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, view.zoom * ratio)) };
}
