import { chroma, hue } from './oklab.ts';
import type { Swatch } from './palette.ts';

/** `#rrggbb`. */
export function hexOf(rgb: number): string {
  return `#${rgb.toString(16).padStart(6, '0')}`;
}

/** A line a colour: its code, its share, and its lightness, chroma and hue as OKLCH. */
export function describeSwatches(swatches: readonly Swatch[]): string {
  return swatches
    .map(({ rgb, lab, share }) => {
      const percent = (share * 100).toFixed(1).padStart(5);
      const angle = Math.round(hue(lab)) % 360;
      const colour = `oklch(${(lab[0] * 100).toFixed(0)}% ${chroma(lab).toFixed(3)} ${angle})`;
      return `${hexOf(rgb)}  ${percent} %  ${colour}`;
    })
    .join('\n');
}

/** A GIMP palette file, which Krita, Inkscape, Aseprite and many others read too. */
export function gimpPalette(swatches: readonly Swatch[], name: string): string {
  const lines = swatches.map(({ rgb }) => {
    const levels = [rgb >> 16, (rgb >> 8) & 255, rgb & 255].map((level) => String(level).padStart(3));
    return `${levels.join(' ')}\t${hexOf(rgb)}`;
  });
  return ['GIMP Palette', `Name: ${name}`, 'Columns: 8', '#', ...lines, ''].join('\n');
}
