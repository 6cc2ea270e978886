import { fitView, panBy, zoomAt, type View } from '../../../../apps/editor/src/lib/studio/view.ts';

/** The part of the window that shows the document, in device pixels. */
export const VIEWPORT = { width: 1600, height: 1000 };

/**
 * What somebody does who looks at a page: from the whole of it to 100 % at one place, all along the page,
 * back, to 200 % at another place, along again, and back.
 * @param document its size
 * @returns the view of each frame
 */
export function lookAround(document: { readonly width: number; readonly height: number }): View[] {
  const fit = fitView(document, VIEWPORT);
  const views: View[] = [fit];
  const last = (): View => views.at(-1)!;
  const zoomTo = (zoom: number, x: number, y: number, frames: number): void => {
    const factor = (zoom / last().zoom) ** (1 / frames);
    for (let i = 0; i < frames; i++) views.push(zoomAt(last(), factor, x, y));
  };
  /** To where this point of the document, as shares of its size, is in the middle. */
  const panTo = (across: number, down: number, frames: number): void => {
    const { zoom, panX, panY } = last();
    const x = VIEWPORT.width / 2 - across * document.width * zoom;
    const y = VIEWPORT.height / 2 - down * document.height * zoom;
    for (let i = 0; i < frames; i++) views.push(panBy(last(), (x - panX) / frames, (y - panY) / frames));
  };
  zoomTo(1, 650, 150, 24);
  panTo(0.7, 0.15, 30);
  panTo(0.7, 0.85, 70);
  panTo(0.25, 0.85, 30);
  panTo(0.25, 0.2, 70);
  zoomTo(fit.zoom, 800, 500, 24);
  zoomTo(2, 900, 700, 30);
  panTo(0.2, 0.5, 40);
  zoomTo(fit.zoom, 800, 500, 24);
  return views;
}
