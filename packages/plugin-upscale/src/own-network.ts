import { KomaError } from '@koma/core/errors';
import type { Session } from '@koma/core/inference';
import type { OperationContext } from '@koma/core/plugin';
import type { Network } from './network.ts';
import type { Infer } from './tile-evaluator.ts';

/** Pixels around a tile that its result may depend on; models that look further show it at seams, which are blended. */
const CONTEXT = 16;
/** Pixels by which tiles reach into their neighbours, to be blended. */
export const OWN_OVERLAP = 8;
/** Models that fold pixels into channels want sides that they can divide; no common one divides by more. */
const MULTIPLE = 8;
/** Side of the picture that tells a model's scale. */
const TRIAL = 32;

/** Whether a value of the parameter `model` stands for a model of somebody's own. */
export function isOwnModel(model: string): boolean {
  return model.startsWith('own-');
}

/**
 * What tiling has to know of a model of somebody's own: its scale is found by trying it.
 * @throws KomaError `OWN_MODEL_UNFIT` where it is no upscaler
 */
export async function ownNetwork(model: string, context: OperationContext): Promise<Network> {
  const session = await context.inference.session({ model, lean: true });
  const data = new Float32Array(3 * TRIAL * TRIAL).fill(0.5);
  const { y } = await session.run({ x: { type: 'float32', dims: [1, 3, TRIAL, TRIAL], data } });
  const [count, channels, height = 0, width = 0] = y?.dims ?? [];
  const scale = height / TRIAL;
  const fits = y?.type === 'float32' && count === 1 && channels === 3 && width === height;
  if (!fits || !Number.isInteger(scale) || scale < 1 || scale > 8)
    throw unfit(`it makes ${y?.dims.join(' × ') ?? 'nothing'} of 1 × 3 × ${TRIAL} × ${TRIAL}`);
  const crop = CONTEXT * scale;
  return {
    model,
    scale,
    context: CONTEXT,
    multiple: 1,
    crop,
    local: false,
    isOwn: true,
    cost: 1_000_000 * scale,
  };
}

/** Runs the model on tiles of any size: their right and lower edges are repeated up to a size that it takes. */
export function ownInfer(session: Session, scale: number): Infer {
  return async (planes, width, height) => {
    const [fullWidth, fullHeight] = [width, height].map((side) => Math.ceil(side / MULTIPLE) * MULTIPLE) as [
      number,
      number,
    ];
    const data = resizePlanes(planes, width, height, fullWidth, fullHeight);
    const { y } = await session.run({ x: { type: 'float32', dims: [1, 3, fullHeight, fullWidth], data } });
    const isWhole = y?.type === 'float32' && y.data.length === data.length * scale * scale;
    if (!isWhole) throw unfit('its results have another size for other pictures');
    return resizePlanes(y.data, fullWidth * scale, fullHeight * scale, width * scale, height * scale);
  };
}

/** Three planes cut off, or continued by their last row and column. */
function resizePlanes(
  planes: Float32Array,
  width: number,
  height: number,
  newWidth: number,
  newHeight: number,
): Float32Array {
  if (width === newWidth && height === newHeight) return planes;
  const result = new Float32Array(3 * newWidth * newHeight);
  const shared = Math.min(width, newWidth);
  for (let c = 0; c < 3; c++)
    for (let row = 0; row < newHeight; row++) {
      const from = (c * height + Math.min(row, height - 1)) * width;
      const to = (c * newHeight + row) * newWidth;
      result.set(planes.subarray(from, from + shared), to);
      if (newWidth > width) result.fill(planes[from + width - 1]!, to + width, to + newWidth);
    }
  return result;
}

function unfit(reason: string): KomaError {
  return new KomaError('OWN_MODEL_UNFIT', `This model does not fit here: ${reason}.`, { reason });
}
