import type { ColourMode } from '../document.ts';
import { luma } from './luma.ts';

/**
 * Turns pixels into what a layer's colour mode allows, in place: greys by their luma; or black, white and
 * nothing (0, 0, 0, 0) by thresholds at the middle.
 * @param pixels straight-alpha RGBA8
 */
export function constrainPixels(pixels: Uint8Array | Uint8ClampedArray, mode: ColourMode): void {
  if (mode === 'colour') return;
  for (let i = 0; i < pixels.length; i += 4) {
    const alpha = pixels[i + 3]!;
    if (alpha === 0 && mode === 'grey') continue;
    let grey = luma(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!);
    if (mode === 'mono') {
      // Colours hidden under nothing would only keep a tile from being stored with 1 bit a pixel.
      grey = grey < 128 || alpha < 128 ? 0 : 255;
      pixels[i + 3] = alpha < 128 ? 0 : 255;
    }
    pixels[i] = pixels[i + 1] = pixels[i + 2] = grey;
  }
}
