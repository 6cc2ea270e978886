import type { ImageOrigin } from '@koma/core/plugin';
import type { Noise } from './network.ts';

/**
 * Chooses the noise level from the file that a picture came from. The bounds are the training ranges
 * that waifu2x's author gives: level 0 for JPEG quality 85-95, level 1 for 65-85, level 2 for 27-70
 * saved twice, level 3 for worse (nagadomi/waifu2x issues 320, 368, 432). Lossless pictures and JPEGs
 * above 95 are left alone: removing noise that is not there only blurs.
 */
export function autoNoise(origin: ImageOrigin | undefined): Noise {
  if (!origin || origin.lossless) return null;
  // Lossy WebP stores no comparable quality; its artefacts are mild at common settings.
  if (origin.jpegQuality === undefined) return 0;
  if (origin.jpegQuality > 95) return null;
  if (origin.jpegQuality >= 85) return 0;
  if (origin.jpegQuality >= 65) return 1;
  if (origin.jpegQuality >= 27) return 2;
  return 3;
}
