import type { Palette } from '../palette/character-palette.ts';
import { mangaFills, usualPitch, type TonePitch } from './manga-fill.ts';
import type { Painter, PaintStop } from './paint.ts';
import { screentoneId, screentonePattern, type Screentone } from './screentone.ts';

/** How tones are laid. */
export interface ToneOptions {
  /** Distances between dots, in pixels of the picture. By default they follow its size, but not as fast. */
  readonly pitch?: TonePitch;
  /** The size of a pixel of the picture in drawing units: the drawing's width / the picture's. Default 1. */
  readonly pixel?: number;
}

/** The screentone finish: see {@link tonePainter}. */
export interface TonePaint {
  readonly paint: Painter;
  /** The patterns that paints refer to, complete once everything has been painted. */
  definitions(): string;
}

/**
 * Black, white and screentone: the look of a printed manga. Tones are SVG patterns whose tiles are whole
 * pixels of the picture.
 *
 * @example
 * const tones = tonePainter(palette, { pixel: drawing.width / 512 });
 * toSvg(drawing, { paint: tones.paint, definitions: tones.definitions, width: 512 });
 */
export function tonePainter(palette: Palette, options: ToneOptions = {}): TonePaint {
  const { pixel = 1 } = options;
  const pitch = options.pitch ?? pitchAt(pixel);
  const fill = mangaFills(palette, pitch);
  const used = new Map<string, Screentone>();
  return {
    paint: (shape) => {
      const ink = fill(shape);
      if (ink === null) return null;
      if (ink === 'white') return '#ffffff';
      if (ink === 'black' || ink === 'line') return '#000000';
      if (ink.kind === 'half') {
        const stop = (offset: number, colour: string): PaintStop => ({ offset, colour, opacity: 1 });
        const { from, to, share } = ink;
        return {
          from,
          to,
          stops: [stop(0, '#000000'), stop(share, '#000000'), stop(share, '#ffffff'), stop(1, '#ffffff')],
        };
      }
      const id = screentoneId(ink);
      used.set(id, ink);
      return `url(#${id})`;
    },
    definitions: () => [...used].map(([id, tone]) => screentonePattern(tone, id, { pixel })).join(''),
  };
}

/** Small pictures get finer tones, down to what pixels can show, large ones coarser tones. */
function pitchAt(pixel: number): TonePitch {
  const factor = Math.min(2, Math.max(0.7, 1 / Math.sqrt(pixel)));
  return { flat: usualPitch.flat * factor, shade: usualPitch.shade * factor };
}
