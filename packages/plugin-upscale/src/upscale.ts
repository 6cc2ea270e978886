import { KomaError } from '@koma/core/errors';
import type { LocalizedText, Operation, ParamValues } from '@koma/core/plugin';
import {
  areaDownscale,
  AreaDownscaler,
  flattenOnto,
  ImageSink,
  isGrey,
  isOpaque,
  type RasterImage,
} from '@koma/core/raster';
import { autoNoise } from './auto-noise.ts';
import type { Family, Noise } from './network.ts';
import { isOwnModel, ownNetwork } from './own-network.ts';
import { planUpscale, type SizeRequest } from './plan-upscale.ts';
import { runPass } from './run-pass.ts';

/**
 * Enlarges and cleans a picture with waifu2x. The result has the exact size asked for, its
 * transparency without fringes, and stays grey where the source is.
 */
export const upscale: Operation = async (inputs, params, context) => {
  const input = inputs['image'];
  if (!input) throw new KomaError('INPUT_MISSING', 'Upscale needs a picture to work on.', { input: 'image' });
  const model = String(params['model']);
  const own = isOwnModel(model) ? await ownNetwork(model, context) : undefined;
  // For steps that somebody's own model does not do.
  const family = own ? 'upconv7' : (model as Family);
  const noise = chooseNoise(params, input.origin);
  let image = input.image;
  const plan = planUpscale(image.width, image.height, sizeRequest(params), own ?? family, noise);
  if (params['alpha'] === 'off' && !isOpaque(image)) image = flattenOnto(image, 255, 255, 255);
  const opaque = isOpaque(image);
  const grey = isGrey(image);
  const { target, enlarged } = plan;
  if (plan.passes.length === 0) {
    const result = shrink(image, target.width, target.height);
    context.progress(1);
    return { image: result };
  }

  const costs = passCosts(plan.passes, image);
  let before = 0;
  for (const [index, network] of plan.passes.entries()) {
    const isLast = index === plan.passes.length - 1;
    const [width, height] = [image.width * network.scale, image.height * network.scale];
    const exactSize = !isLast || (target.width === enlarged.width && target.height === enlarged.height);
    const sink = exactSize
      ? new ImageSink(width, height)
      : new AreaDownscaler(width, height, target.width, target.height);
    const share = costs[index]!;
    const label = plan.passes.length > 1 ? passLabel(index + 1, plan.passes.length) : undefined;
    await runPass(
      {
        source: image,
        network,
        family,
        opaque,
        grey,
        tta: Number(params['tta'] ?? 0),
        tile: Number(params['tile'] ?? 0),
        exact: params['exact'] === true,
        sink,
        onProgress: (fraction) => context.progress(before + share * fraction, label),
      },
      context,
    );
    before += share;
    image = sink.image;
  }
  return { image };
};

function passLabel(pass: number, count: number): LocalizedText {
  return {
    en: `pass ${pass} of ${count}`,
    ja: `${count} 回中 ${pass} 回目`,
    'zh-Hans': `第 ${pass} 次,共 ${count} 次`,
  };
}

function shrink(image: RasterImage, width: number, height: number): RasterImage {
  return width === image.width && height === image.height
    ? { ...image, data: image.data.slice() }
    : areaDownscale(image, width, height);
}

function sizeRequest(params: ParamValues): SizeRequest {
  if (params['percent'] !== undefined) return { percent: Number(params['percent']) };
  const width = params['width'] as number | undefined;
  const height = params['height'] as number | undefined;
  if (width !== undefined || height !== undefined) return { width, height };
  return { scale: Number(params['scale']) };
}

function chooseNoise(params: ParamValues, origin: Parameters<typeof autoNoise>[0]): Noise {
  const wanted = params['noise'];
  if (wanted === 'auto') return autoNoise(origin);
  return wanted === 'off' ? null : (Number(wanted) as Noise);
}

/** Share of the whole work of each pass, adding up to 1. */
function passCosts(passes: readonly { scale: number; cost: number }[], image: RasterImage): number[] {
  let pixels = image.width * image.height;
  const costs = passes.map((network) => {
    const cost = network.cost * pixels;
    pixels *= network.scale ** 2;
    return cost;
  });
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  return costs.map((cost) => cost / total);
}
