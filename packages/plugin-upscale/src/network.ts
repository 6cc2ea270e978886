/** The networks by nagadomi that Koma ships. See models/MODEL_CARD.md. */
export type Family = 'upconv7' | 'cunet' | 'vgg7';
/** JPEG noise removal of the first pass; `null`: none. */
export type Noise = 0 | 1 | 2 | 3 | null;

/** What tiling has to know of one network. Lengths are in pixels of its input. */
export interface Network {
  /** Model id in the manifest. */
  readonly model: string;
  readonly scale: number;
  /** Pixels that the valid convolutions consume on each side. */
  readonly context: number;
  /** Tile sides are multiples of this (strides of the U-nets). */
  readonly multiple: number;
  /** Result pixels to cut off each side, where the network leaves more than it needs. */
  readonly crop: number;
  /**
   * True where a result pixel depends on its context alone. CUNet's squeeze-and-excitation blocks
   * average over the whole tile, so its tiles differ: they are blended, or pooled over the picture.
   */
  readonly local: boolean;
  /** A model of somebody's own, of which nothing else is known. */
  readonly isOwn?: true;
  /** Multiply-accumulates per input pixel, to share progress between passes. */
  readonly cost: number;
}

/** A network that enlarges twofold, with or without noise removal. VGG 7 cannot do both at once. */
export function enlarger(family: Family, noise: Noise): Network {
  const model = noise === null ? `${family}-scale2x` : `${family}-noise${noise}-scale2x`;
  switch (family) {
    case 'upconv7':
      return { model, scale: 2, context: 7, multiple: 1, crop: 0, local: true, cost: 552_000 };
    case 'cunet':
      return { model, scale: 2, context: 18, multiple: 4, crop: 0, local: false, cost: 770_000 };
    case 'vgg7':
      if (noise !== null) throw new RangeError('VGG 7 removes noise in a pass of its own');
      // Seven 3x3 layers at the doubled size need 7 result pixels; 4 input pixels give 8.
      return { model, scale: 2, context: 4, multiple: 1, crop: 1, local: true, cost: 1_160_000 };
  }
}

/** A network that removes noise at the same size. UpConv 7 has none. */
export function denoiser(family: 'cunet' | 'vgg7', noise: 0 | 1 | 2 | 3): Network {
  const model = `${family}-noise${noise}`;
  return family === 'cunet'
    ? { model, scale: 1, context: 28, multiple: 4, crop: 0, local: false, cost: 539_000 }
    : { model, scale: 1, context: 7, multiple: 1, crop: 0, local: true, cost: 290_000 };
}
